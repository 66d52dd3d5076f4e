"""Quantities: the rows of tests/cases/quantities.yaml, the example of every cue, and what holds for any text."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.lexicon.files import load
from dateline.parse.spacy import ParseText
from dateline.records.article import Article
from dateline.records.mention import QuantityMention
from dateline.records.reading import Reading
from dateline.records.text import Sentence, Token
from dateline.resolve.dates import FindTimes
from dateline.resolve.quantities import FindQuantities

ROWS = yaml.safe_load((Path(__file__).parents[1] / "cases" / "quantities.yaml").read_text())
CUES = load("en/quantities.yaml")["cues"]
KINDS = {
    "killed", "wounded", "missing", "detained", "abducted", "displaced", "participants", "targets", "money", "other",
}  # fmt: skip


def read(marked: list[str]) -> list[Reading]:
    texts = [one.replace("[", "").replace("]", "") for one in marked]
    parsed = ParseText().batch([Reading(Article(str(n), text, published="2015-10-14")) for n, text in enumerate(texts)])
    return [FindQuantities()(FindTimes()(reading)) for reading in parsed]


def marked(text: str, mentions: tuple[QuantityMention, ...]) -> str:
    for one in reversed(mentions):
        text = f"{text[: one.start]}[{one.text}]{text[one.end :]}"
    return text


@pytest.fixture(scope="module")
def rows() -> list[Reading]:
    return read([row["text"] for row in ROWS])


@pytest.fixture(scope="module")
def examples() -> list[Reading]:
    return read([cue["like"] for cue in CUES])


def told(one: QuantityMention) -> list[Any]:
    return [one.kind, one.low, one.high, *(["vague"] if one.vague else [])]


@pytest.mark.parametrize("n", range(len(ROWS)), ids=[row["text"] for row in ROWS])
def test_row(n: int, rows: list[Reading]) -> None:
    found = rows[n].quantities
    assert [told(one) for one in found] == ROWS[n]["gives"]
    assert marked(rows[n].article.text, found) == ROWS[n]["text"]


@pytest.mark.parametrize("n", range(len(CUES)), ids=[cue["like"] for cue in CUES])
def test_example_of_cue(n: int, examples: list[Reading]) -> None:
    found = examples[n].quantities
    assert [one.kind for one in found] == [CUES[n]["kind"]]
    assert marked(examples[n].article.text, found) == CUES[n]["like"]


WORDS = st.sampled_from(
    [
        "12",
        "3,000",
        "killed",
        "wounded",
        "people",
        "at least",
        "dozens",
        "of",
        "and",
        ",",
        "a",
        "soldier",
        "toll to",
        "5",
        "including",
        "no one",
        "$",
        "1.2",
        "million",
        "-",
        "20",
        "between",
        "%",
        ".",
        "arrested",
        "999999999999",
        "½",
        "٣",
        "five",
        "hundred",
        "thousand",
        "half",
    ]
)


@given(st.lists(WORDS, max_size=30))
@settings(max_examples=60, deadline=None)
def test_any_words_give_true_spans_and_ordered_numbers(words: list[str]) -> None:
    text = " ".join(words)
    (reading,) = read([text])
    for one in reading.quantities:
        assert reading.article.text[one.start : one.end] == one.text != ""
        assert one.kind in KINDS
        assert one.low is not None or one.high is not None
        assert one.low is None or one.high is None or one.low <= one.high


def sentence_of(text: str) -> Sentence:
    """A sentence without a parser: every word a noun on the first."""
    tokens, at = [], 0
    for word in text.split(" "):
        if word:
            tokens.append(Token(at, at + len(word), word, word, "NOUN", "NN", "dep" if at else "root", 0))
        at += len(word) + 1
    return Sentence(0, len(text), tuple(tokens))


@pytest.mark.parametrize(
    "unit", ["1", "12 ", "killed ", "toll to ", "at least ", "1,234,", "between 1 and ", "including "]
)
def test_hostile_text_takes_linear_time(unit: str) -> None:
    text = (unit * (60_000 // len(unit))).strip()
    reading = Reading(Article("a", text))
    reading = replace(reading, sentences=(sentence_of(text),))
    begin = time.process_time()
    FindQuantities()(reading)
    assert time.process_time() - begin < 4
