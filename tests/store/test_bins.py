from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.store.bins import MOST, Bins, binned
from dateline.store.index import Coded

FIRST = date(2015, 10, 1)
TYPES = ("ASSAULT", "CONSULT", "OWN")


def over_time(*events: tuple[date | None, str]) -> Bins:
    days = [0 if day is None else day.toordinal() for day, _ in events]
    types = np.array([TYPES.index(name) for _, name in events], np.int32)
    return binned(np.array(days, np.int32), Coded(TYPES, types))


@pytest.mark.parametrize(("length", "unit"), [(30, "day"), (300, "week"), (2000, "month"), (9000, "year")])
def test_the_unit_follows_from_the_time_there_is(length: int, unit: str) -> None:
    assert over_time(*((FIRST + timedelta(days=n), "ASSAULT") for n in range(0, length, 7))).unit == unit


@pytest.mark.parametrize(
    ("length", "begin", "finish"),
    [
        (30, date(2015, 10, 1), date(2015, 10, 1)),
        (300, date(2015, 9, 28), date(2015, 10, 4)),
        (2000, date(2015, 10, 1), date(2015, 10, 31)),
        (9000, date(2015, 1, 1), date(2015, 12, 31)),
    ],
)
def test_weeks_begin_on_monday_and_months_and_years_on_their_first_day(length: int, begin: date, finish: date) -> None:
    days = [FIRST] * 50 + [FIRST + timedelta(days=length)] * 50
    first = over_time(*((day, "CONSULT") for day in days)).bins[0]
    assert (first.begin, first.finish, first.types) == (begin, finish, (("CONSULT", 50),))


def test_few_events_long_ago_are_told_beside_the_bins() -> None:
    before, after = FIRST - timedelta(days=9000), FIRST + timedelta(days=9000)
    found = over_time((before, "OWN"), (after, "OWN"), (None, "OWN"), *[(FIRST, "ASSAULT")] * 98)
    assert (found.before, found.after, found.undated) == (1, 1, 1)
    assert [one.types for one in found.bins] == [(("ASSAULT", 98),)]


def test_nothing_and_days_that_nobody_knows_have_no_bins() -> None:
    assert over_time() == Bins("day", (), 0, 0, 0)
    assert over_time((None, "OWN")) == Bins("day", (), 0, 0, 1)


def test_the_first_and_the_last_day_there_are_can_be_counted() -> None:
    assert over_time((date.max, "OWN")).bins[-1].finish == date.max
    lifetime = over_time((date.max - timedelta(days=300), "OWN"), (date.max, "OWN"))
    assert (lifetime.unit, lifetime.bins[-1].finish) == ("week", date.max)
    assert over_time((date.min, "OWN"), (date.min + timedelta(days=20_000), "OWN")).bins[0].begin == date.min


days = st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1)) | st.dates(FIRST, FIRST + timedelta(days=900))


@settings(deadline=None)
@given(st.lists(st.tuples(days, st.sampled_from(TYPES))))
def test_every_event_is_in_the_bin_of_its_day_or_beside_all(events: list[tuple[date | None, str]]) -> None:
    found = over_time(*events)
    for one in found.bins:
        inside = [name for day, name in events if day is not None and one.begin <= day <= one.finish]
        assert dict(one.types) == {name: inside.count(name) for name in set(inside)}
    for earlier, later in zip(found.bins, found.bins[1:], strict=False):
        assert later.begin - earlier.finish == timedelta(days=1)
    assert found.unit == "year" or len(found.bins) <= MOST + 3
    held = sum(events for one in found.bins for _, events in one.types)
    assert held + found.before + found.after + found.undated == len(events)
