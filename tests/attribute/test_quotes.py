from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.attribute.quotes import find_quotations
from dateline.attribute.reports import find_statements
from dateline.records.codec import spans_of
from dateline.records.text import Sentence, Token

MARKS = ['"', "“", "”", "‘", "’", "'", "''", "``", "«", "»", "„", "`"]
PIECES = st.sampled_from(
    [*MARKS, " ", ", ", ". ", "\n", "\n\n", "he said", "The army", "90s", "it's", "soldiers", ":", "—", "🙂"]
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "no" twice.', ['"no"']),
        ("He said “no” twice.", ["“no”"]),
        ("He said ‘no’ twice.", ["‘no’"]),
        ("He said 'no' twice.", ["'no'"]),
        ("He said ''no'' twice.", ["''no''"]),
        ("He said ``no'' twice.", ["``no''"]),
        ("He said «no» twice.", ["«no»"]),
        ("It's the soldiers' gate of the '90s, isn't it?", []),
        ("Rock ’n’ roll of the ’90s", []),
        ("‘It's the soldiers’ gate,’ he said.", ["‘It's the soldiers’ gate,’"]),
        ("“A ‘b’ c”", ["“A ‘b’ c”", "‘b’"]),
        ('A "b “c” d', ["“c”"]),
        ('No opener here," he said. Then "yes."', ['No opener here,"', '"yes."']),
        ('"Never closed, he said.\n\nNext.', ['"Never closed, he said.']),
        ('"One.\n\n"Two."\n\nThree.', ['"One.', '"Two."']),
        ('A pipe of 12" and a "b".', ['"b"']),
        ("", []),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert [one.of(text) for one in find_quotations(text)] == expected


def test_paragraphs_of_one_quotation_share_a_turn() -> None:
    one, two, three = find_quotations('"One.\n\n"Two."\n\n"Three."')
    assert one.turn == two.turn != three.turn
    assert not one.closed
    assert two.closed


def test_inner_quotations_are_deeper() -> None:
    assert [one.depth for one in find_quotations("“A ‘b “c” d’ e” “f”")] == [0, 1, 2, 0]


@given(st.lists(PIECES, max_size=60))
@settings(max_examples=150, deadline=None)
def test_broken_marks_lose_nothing(pieces: list[str]) -> None:
    text = "".join(pieces)
    found = find_quotations(text)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert list(found) == sorted(found, key=lambda one: (one.start, -one.end))
    assert found == find_quotations(text)
    outer = [one for one in found if one.depth == 0]
    assert all(one.end <= two.start for one, two in pairwise(outer))


@given(st.lists(PIECES, max_size=60), st.randoms(use_true_random=False))
@settings(max_examples=80, deadline=None)
def test_statements_survive_any_marks_and_any_grammar(pieces: list[str], chance: object) -> None:
    text = "".join(pieces)
    sentences = nonsense(text, chance)
    found = find_statements(text, sentences)
    assert len({one.id for one in found}) == len(found)
    assert all(0 <= span.start < span.end <= len(text) for span in spans_of(found))
    assert {one.within for one in found} <= {None, *(one.id for one in found)}


def nonsense(text: str, chance: object) -> tuple[Sentence, ...]:
    """Words of a text with heads, relations and parts of speech drawn by lot."""
    pick = chance.choice  # type: ignore[attr-defined]
    words = [n for n in range(len(text)) if not text[n].isspace()][:40]
    kinds = [
        ("VERB", "VBD", "say"),
        ("NOUN", "NN", "claim"),
        ("ADJ", "JJ", "sure"),
        ("PROPN", "NNP", "Ankara"),
        ("PUNCT", ",", ","),
    ]
    labels = [
        "root",
        "nsubj",
        "ccomp",
        "conj",
        "xcomp",
        "advcl",
        "relcl",
        "prep",
        "pobj",
        "parataxis",
        "acl",
        "dobj",
        "nsubjpass",
    ]
    tokens = []
    for n in words:
        pos, tag, lemma = pick(kinds)
        head = pick(range(-1, len(words) + 1))
        tokens.append(Token(n, n + 1, text=text[n], lemma=lemma, pos=pos, tag=tag, relation=pick(labels), head=head))
    return (Sentence(tokens[0].start, tokens[-1].end, tuple(tokens)),) if tokens else ()


@pytest.mark.parametrize("unit", ['"', "“", "'", "''", "«a ", '"a" ', '"\n', "‘s’ "])
def test_a_flood_of_marks_takes_time_in_proportion(unit: str) -> None:
    short, long = (unit * (size // len(unit)) for size in (10_000, 80_000))
    assert least_seconds(long) < 30 * max(least_seconds(short), 0.02)


def least_seconds(text: str) -> float:
    """The processor's seconds for the statements of a text: the least of three, as other work disturbs single ones."""
    taken = []
    for _ in range(3):
        start = time.process_time()
        find_statements(text, ())
        taken.append(time.process_time() - start)
    return min(taken)
