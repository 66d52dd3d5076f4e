"""The days of claims: what the report's day is taken for, and what is carried from claim to claim."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from dateline.coding.dating import DateClaims
from dateline.coding.told_again import RECENT, Memory
from dateline.records.article import Article, Dateline
from dateline.records.claim import Claim, When
from dateline.records.reading import Reading
from dateline.records.text import Sentence, Span
from dateline.testing import check_step

DAY = date(2015, 10, 9)
ARTICLE = Article("a", "x", published="2015-10-10", dateline=Dateline(0, 1, "Homs", DAY, None))
CLAIM = Claim("c1", "ASSAULT", Span(0, 1), Span(0, 1), quad=4)


def dated(article: Article, claim: Claim) -> When:
    reading = DateClaims()(Reading(article, sentences=(Sentence(0, 1),), claims=(claim,)))
    when = reading.claims[0].when
    assert when is not None
    return when


def test_the_step_is_a_step() -> None:
    reading = Reading(ARTICLE, sentences=(Sentence(0, 1),), claims=(CLAIM,))
    assert check_step(DateClaims(), reading).claims


@pytest.mark.parametrize(
    ("article", "status", "basis"),
    [
        (ARTICLE, "happened", "dateline"),
        (replace(ARTICLE, dateline=None), "ongoing", "published"),
        (ARTICLE, "denied", "dateline"),
        (ARTICLE, "planned", "unknown"),
        (ARTICLE, "historical", "unknown"),
        (Article("a", "x"), "happened", "unknown"),
    ],
)
def test_without_words_for_a_time(article: Article, status: str, basis: str) -> None:
    assert dated(article, replace(CLAIM, status=status)).basis == basis


def test_the_day_of_a_deed_is_carried_to_its_like() -> None:
    memory = Memory(DAY)
    monday = When(3, 9, date(2015, 10, 5), date(2015, 10, 5), "day", "relative")
    memory.keep(replace(CLAIM, when=monday))
    again = memory.recall(replace(CLAIM, id="c2", trigger=Span(20, 25)), is_retold=False)
    assert again == replace(monday, basis="carried")
    other = replace(CLAIM, id="c3", type="COERCE")
    assert memory.recall(other, is_retold=False) is None
    assert memory.recall(other, is_retold=True) == again
    assert memory.recall(replace(CLAIM, type="ACCUSE", quad=3), is_retold=True) is None
    assert memory.recall(replace(CLAIM, status="planned"), is_retold=True) is None


def test_the_day_of_telling_stays_one() -> None:
    memory = Memory(DAY)
    told = When(3, 9, date(2015, 10, 5), date(2015, 10, 5), "day", "told")
    memory.keep(replace(CLAIM, when=told))
    assert memory.recall(replace(CLAIM, id="c2"), is_retold=False) == told


def test_old_days_are_carried_only_from_the_lead() -> None:
    old = DAY - RECENT - timedelta(days=1)
    told = replace(CLAIM, when=When(3, 9, old, old, "day", "stated"))
    lead, later = Memory(DAY), Memory(DAY)
    lead.keep(told)
    later.keep(replace(CLAIM, when=When(None, None, DAY, DAY, "day", "dateline")))
    later.keep(replace(told, evidence=Span(30, 60)))
    assert lead.recall(CLAIM, is_retold=False) is not None
    assert later.recall(CLAIM, is_retold=False) is None


def test_old_days_of_a_lead_that_tells_something_new_are_not_carried() -> None:
    old, memory = DAY - RECENT - timedelta(days=1), Memory(DAY)
    memory.keep(replace(CLAIM, when=When(None, None, DAY, DAY, "day", "stated")))
    memory.keep(replace(CLAIM, type="COERCE", when=When(3, 9, old, old, "day", "stated")))
    again = memory.recall(replace(CLAIM, type="COERCE"), is_retold=True)
    assert again is not None
    assert again.begin == DAY
