"""Mentions of those who act: the rows of cases/actors.yaml, and what holds of every text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from time import process_time
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as some

from dateline.attribute.reports import FindStatements
from dateline.parse.spacy import ParseText
from dateline.records.article import Article
from dateline.records.mention import ActorMention
from dateline.records.reading import Reading
from dateline.records.statement import Statement
from dateline.records.text import Span
from dateline.resolve.actors import FindActors
from dateline.resolve.coreference import Corefer

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "actors.yaml").read_text(encoding="utf-8"))
PIECES = [
    "Russia",
    "’s",
    " troops ",
    "the ",
    "Abu Omar",
    " said ",
    "it ",
    ". ",
    "\n",
    "IS",
    "US ",
    "who ",
    "(",
    "“",
    "of ",
    "0",
]


def read(text: str, published: str | None = "2015-10-14") -> Reading:
    return FindActors()(ParseText()(Reading(Article("a", text, published=published))))


def with_statements(reading: Reading, said: list[list[str]]) -> Reading:
    text = reading.article.text
    spans = [[Span(text.index(words), text.index(words) + len(words)) for words in one] for one in said]
    made = (Statement(f"s{n}", "direct", "says", spans[n][0], None, (spans[n][1],)) for n in range(len(spans)))
    return replace(reading, statements=tuple(made))


def fields(mention: ActorMention) -> dict[str, Any]:
    sector = mention.sectors[0] if mention.sectors else None
    parts = {"form": mention.form, "country": mention.country, "sector": sector}
    return parts | {"id": mention.actor_id, "name": mention.name}


def check(found: ActorMention | None, words: str, wanted: dict[str, Any]) -> None:
    assert found is not None, f"no mention {words!r}"
    told = fields(found)
    assert {name: told[name] for name in wanted} == wanted, words


@pytest.mark.parametrize("case", CASES["actors"] + CASES["short_names"], ids=lambda case: case["text"][:60])
def test_mentions(case: dict[str, Any]) -> None:
    actors = read(case["text"], str(case.get("published", "2015-10-14"))).actors
    by_text = {mention.text: mention for mention in actors}
    for words, wanted in case.get("gives", {}).items():
        check(by_text.get(words), words, wanted)
    assert not set(case.get("not", ())) & set(by_text)


@pytest.mark.parametrize("case", CASES["coreference"], ids=lambda case: case["text"][:60])
def test_coreference(case: dict[str, Any]) -> None:
    reading = Corefer()(with_statements(read(case["text"]), case.get("said", [])))
    left = list(reading.actors)
    for words, wanted in case["gives"]:
        found = next((one for one in left if one.text == words), None)
        check(found, words, wanted)
        assert found is not None
        left.remove(found)


@settings(max_examples=25, deadline=None)
@given(some.lists(some.sampled_from(PIECES), max_size=30).map("".join))
def test_whatever_the_text_mentions_are_its_words_in_order_and_the_same_each_time(text: str) -> None:
    reading = read(text)
    solved = Corefer()(reading)
    assert [(one.start, one.end, one.form) for one in solved.actors] == [
        (one.start, one.end, one.form) for one in reading.actors
    ]
    assert all(text[one.start : one.end] == one.text and one.text.strip() for one in solved.actors)
    keys = [(one.start, -one.end) for one in reading.actors]
    assert keys == sorted(set(keys))
    assert Corefer()(read(text)) == solved


def test_a_text_of_nothing_but_pronouns_stays_open() -> None:
    solved = Corefer()(read("It it it. They who? He said she said we said. " * 200))
    assert {one.actor_id for one in solved.actors} == {None}


def test_a_long_interview_takes_seconds() -> None:
    reading = FindStatements()(read("“We hit them and they hit us,” said Ivan Petrov. " * 400))
    start = process_time()
    solved = Corefer()(reading)
    assert process_time() - start < 5, "coreference grows faster than the article"
    assert {one.name for one in solved.actors if one.text == "We"} == {"Ivan Petrov"}


def test_least_score() -> None:
    reading = ParseText()(Reading(Article("a", "Turkish troops will withdraw from Syria.")))
    assert "Syria" not in [one.text for one in FindActors(least=0.6)(reading).actors]
