from __future__ import annotations

from dateline.records.article import Article
from dateline.records.claim import Claim
from dateline.records.mention import ActorMention
from dateline.records.reading import Reading
from dateline.records.text import Span
from dateline.web.passage import AROUND, passage

SENTENCE = "Rebels shelled the port."


def reading(text: str) -> tuple[Reading, Claim]:
    """A report in which that sentence is a claim."""
    start = text.index(SENTENCE)
    evidence = Span(start, start + len(SENTENCE))
    who = ActorMention(start, start + 6, "Rebels", "nominal")
    claim = Claim("c1", "ASSAULT", Span(start + 7, start + 14), evidence, actor=who)
    return Reading(Article("a1", text), claims=(claim,)), claim


def test_the_evidence_is_cut_where_its_marks_are() -> None:
    found = passage(*reading(SENTENCE))
    assert [(one.text, one.kinds) for one in found.pieces] == [
        ("Rebels", ("actor",)), (" ", ()), ("shelled", ("trigger",)), (" the port.", ()),
    ]  # fmt: skip
    assert (found.before, found.after) == ("", "")


def test_what_stands_around_it_is_its_paragraph_and_those_beside_it() -> None:
    found = passage(*reading(f"First.\n\nSecond.\n\nIt rained. {SENTENCE} Nobody was hurt.\n\nFourth.\n\nFifth."))
    assert found.before == "Second.\n\nIt rained. "
    assert found.after == " Nobody was hurt.\n\nFourth."


def test_long_paragraphs_are_cut_between_words() -> None:
    found = passage(*reading(f"{'before ' * 900}{SENTENCE}{' after' * 900}"))
    assert found.before.startswith("before ")
    assert found.after.endswith("after")
    assert max(len(found.before), len(found.after)) < AROUND + 20
