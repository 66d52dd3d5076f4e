"""Relations: the rows of tests/cases/relations.yaml, the example of every frame, and what holds for any text."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.lexicon.files import load
from dateline.parse.spacy import ParseText
from dateline.records.article import Article
from dateline.records.mention import ActorMention
from dateline.records.reading import Reading
from dateline.records.text import Sentence, Token
from dateline.relate.relations import FindRelations
from dateline.resolve.actors import FindActors

ROWS = yaml.safe_load((Path(__file__).parents[1] / "cases" / "relations.yaml").read_text())
FRAMES = [entry for part in ("between", "pairs", "verbs") for entry in load("en/relations.yaml")[part]]


def read(texts: list[str]) -> list[Reading]:
    parsed = ParseText().batch([Reading(Article(str(n), text)) for n, text in enumerate(texts)])
    return [FindRelations()(FindActors()(reading)) for reading in parsed]


def told(reading: Reading) -> list[list[str]]:
    return [[one.kind, one.subject.text, one.object.text] for one in reading.relations]


def fits(found: list[str], wanted: list[str]) -> bool:
    """The same kind, and actors whose words hold the wanted ones: how far a mention reaches is not tested here."""
    return found[0] == wanted[0] and all(part in whole for whole, part in zip(found[1:], wanted[1:], strict=True))


@pytest.fixture(scope="module")
def rows() -> list[Reading]:
    return read([row["text"] for row in ROWS])


@pytest.fixture(scope="module")
def examples() -> list[Reading]:
    return read([frame["like"] for frame in FRAMES])


@pytest.mark.parametrize("n", range(len(ROWS)), ids=[row["text"] for row in ROWS])
def test_row(n: int, rows: list[Reading]) -> None:
    assert len(told(rows[n])) == len(ROWS[n]["gives"])
    assert all(map(fits, told(rows[n]), ROWS[n]["gives"])), told(rows[n])


@pytest.mark.parametrize("n", range(len(FRAMES)), ids=[frame["like"] for frame in FRAMES])
def test_example_of_frame(n: int, examples: list[Reading]) -> None:
    wanted = [FRAMES[n]["kind"], *FRAMES[n]["gives"]]
    assert any(fits(one, wanted) for one in told(examples[n])), told(examples[n])


WORDS = st.sampled_from(
    ["Russia", "Iran", "Assad", "-backed", "-led", "rebels", "ally of", "and its", "anti-", "who", "leads", ",",
     "fights", "war between", "and", "NATO", "member", "'s", "."]
)  # fmt: skip


@given(st.lists(WORDS, max_size=25))
@settings(max_examples=40, deadline=None)
def test_any_words_give_true_spans_and_two_actors(words: list[str]) -> None:
    (reading,) = read([" ".join(words)])
    for one in reading.relations:
        for end in (one.subject, one.object):
            assert reading.article.text[end.start : end.end] == end.text != ""
            assert one.evidence.holds(end)
        assert (one.subject.start, one.subject.end) != (one.object.start, one.object.end)


@pytest.mark.parametrize("unit", ["Russia-backed ", "Russia ally of ", "war between Russia and ", "key ", "anti-"])
def test_hostile_text_takes_linear_time(unit: str) -> None:
    text = unit * (40_000 // len(unit))
    tokens, actors, at = [], [], 0
    for word in text.split():
        start = text.index(word, at)
        at = start + len(word)
        tokens.append(Token(start, at, word, word, "PROPN", "NNP", "dep", 0))
        if word.startswith("Russia"):
            actors.append(ActorMention(start, start + 6, "Russia", "name", "state-RUS"))
    reading = Reading(Article("a", text), sentences=(Sentence(0, len(text), tuple(tokens)),))
    begin = time.process_time()
    FindRelations()(replace(reading, actors=tuple(actors)))
    assert time.process_time() - begin < 4
