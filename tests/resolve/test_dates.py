"""Times: the rows of tests/cases/dates.yaml, the example of every rule, and what holds for any text."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.lexicon.files import load
from dateline.parse.spacy import ParseText
from dateline.records.article import Article, Dateline
from dateline.records.mention import TimeMention
from dateline.records.reading import Reading
from dateline.records.text import Sentence, Token
from dateline.resolve.dates import FindTimes
from dateline.resolve.dates_calendars import easter, hijri, new_moon, orthodox_easter, passover
from dateline.resolve.dates_values import by_months, month, moved, season, week

WRITTEN = "2015-10-14"
ROWS = yaml.safe_load((Path(__file__).parents[1] / "cases" / "dates.yaml").read_text())
RULES = load("en/calendar.yaml")["rules"]


def read(marked: list[str], published: list[str | None]) -> list[Reading]:
    texts = [one.replace("[", "").replace("]", "") for one in marked]
    articles = [
        Article(str(n), text, published=day) for n, (text, day) in enumerate(zip(texts, published, strict=True))
    ]
    return [FindTimes()(reading) for reading in ParseText().batch([Reading(one) for one in articles])]


def marked(reading: Reading) -> str:
    text = reading.article.text
    for one in reversed(reading.times):
        text = f"{text[: one.start]}[{one.text}]{text[one.end :]}"
    return text


def told(one: TimeMention) -> list[str]:
    return [one.type, one.value, *([f"{one.begin}..{one.finish}"] if one.begin else [])]


@pytest.fixture(scope="module")
def rows() -> list[Reading]:
    return read([row["text"] for row in ROWS], [row.get("published", WRITTEN) for row in ROWS])


@pytest.fixture(scope="module")
def examples() -> list[Reading]:
    return read([rule["like"] for rule in RULES], [WRITTEN] * len(RULES))


@pytest.mark.parametrize("n", range(len(ROWS)), ids=[row["text"] for row in ROWS])
def test_row(n: int, rows: list[Reading]) -> None:
    assert [told(one) for one in rows[n].times] == ROWS[n]["gives"]
    assert marked(rows[n]) == ROWS[n]["text"]


@pytest.mark.parametrize("n", range(len(RULES)), ids=[rule["like"] for rule in RULES])
def test_example_of_rule(n: int, examples: list[Reading]) -> None:
    start = RULES[n]["like"].index("[")
    (found,) = [one for one in examples[n].times if one.start == start + examples[n].article.text[:start].count("[")]
    assert found.text == RULES[n]["like"].partition("[")[2].partition("]")[0]
    assert found.value == RULES[n]["gives"]


def test_the_datelines_day_is_the_anchor() -> None:
    (parsed,) = ParseText().batch([Reading(Article("a", "He left on Monday."))])
    dateline = Dateline(0, 0, None, date(2015, 3, 4), None)
    article = Article("a", parsed.article.text, published=WRITTEN, dateline=dateline)
    (found,) = FindTimes()(Reading(article, sentences=parsed.sentences)).times
    assert found.begin == date(2015, 3, 2)
    assert found.basis == "relative"


def test_day_first_is_a_setting() -> None:
    (parsed,) = ParseText().batch([Reading(Article("a", "Signed on 03/04/2015."))])
    (found,) = FindTimes(day_first=True)(parsed).times
    assert found.value == "2015-04-03"


def test_calendar() -> None:
    assert easter(2015) == date(2015, 4, 5)
    assert easter(2024) == date(2024, 3, 31)


def test_days_of_other_calendars() -> None:
    assert [orthodox_easter(year) for year in (2015, 2024)] == [date(2015, 4, 12), date(2024, 5, 5)]
    assert [passover(year) for year in (2016, 2020, 2025)] == [date(2016, 4, 23), date(2020, 4, 9), date(2025, 4, 13)]
    assert hijri(2020, 10, 1) == [date(2020, 5, 24)]
    assert len(hijri(2000, 10, 1)) == 2
    assert new_moon(date(2020, 1, 21)) == date(2020, 1, 25)
    assert by_months(date(2015, 3, 31), -1) == date(2015, 2, 28)
    assert moved(date.max, 1) == date.max
    assert week(date(2016, 1, 1)).value == "2015-W53"
    assert season(2010, "WI").finish == date(2011, 2, 28)
    assert month(2016, 2).finish == date(2016, 2, 29)


@given(st.dates(), st.integers(-(10**7), 10**7))
def test_months_stay_within_the_calendar(when: date, count: int) -> None:
    assert date.min <= by_months(when, count) <= date.max


WORDS = st.sampled_from(
    ["Monday", "next", "last", "March", "31", "2015", "the", "past", "999999999", "years", "ago", "week", "0001-01-01",
     "9999-12-31", "30/30/30", "25:99", "century", "99th", "every", "other", "of", "a", "decade", "-", "'80s", "Easter",
     "next", "earlier", "00:00", "12", "a.m.", "million", "tonight", "quarter", "first", "May", "1000", "٣", "Q4", "0"]
)  # fmt: skip
DAYS = st.sampled_from([None, "0001-01-01", "9999-12-31", "2015-10-14", "1999-02-28"])


@given(st.lists(WORDS, max_size=25), DAYS)
@settings(max_examples=150, deadline=None)
def test_any_words_give_true_spans_and_ordered_days(words: list[str], published: str | None) -> None:
    reading = Reading(Article("a", " ".join(words), published=published))
    reading = FindTimes()(Reading(reading.article, sentences=(sentence_of(reading.article.text),)))
    end = 0
    for one in reading.times:
        assert reading.article.text[one.start : one.end] == one.text != ""
        assert one.start >= end
        end = one.end
        assert (one.begin is None or one.precision == "open") == (one.finish is None)
        assert one.begin is None or one.finish is None or one.begin <= one.finish


def sentence_of(text: str) -> Sentence:
    """A sentence without a parser: every word a noun on the first."""
    tokens, at = [], 0
    for word in text.split(" "):
        if word:
            tokens.append(Token(at, at + len(word), word, word, "NOUN", "NN", "dep" if at else "root", 0))
        at += len(word) + 1
    return Sentence(0, len(text), tuple(tokens))


@pytest.mark.parametrize(
    "unit", ["1", "12 ", "Monday ", "every ", "the ", "early ", "12:", "a few ", "9/", " ", "twenty-"]
)
def test_hostile_text_takes_linear_time(unit: str) -> None:
    text = unit * (60_000 // len(unit))
    reading = Reading(Article("a", text, published=WRITTEN), sentences=(sentence_of(text),))
    begin = time.process_time()
    FindTimes()(reading)
    assert time.process_time() - begin < 4
