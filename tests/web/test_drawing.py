from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.store.counts import DayCount
from dateline.web.drawing import HEIGHT, MOST_BARS, WIDTH, ranges, timeline

FIRST = date(2015, 10, 1)
QUADS = {"ASSAULT": 4, "CONSULT": 1}


def days(*counts: tuple[int, str, int]) -> list[DayCount]:
    return [DayCount(FIRST + timedelta(days=day), kind, events) for day, kind, events in counts]


def test_events_of_a_day_stand_on_one_another() -> None:
    [bar] = timeline(days((0, "ASSAULT", 3), (0, "CONSULT", 1)), QUADS).bars
    assert [(part.quad, part.y, part.height, part.events) for part in bar.parts] == [(1, 75, 25, 1), (4, 0, 75, 3)]
    assert (bar.begin, bar.finish, bar.events) == (FIRST, FIRST, 4)


@pytest.mark.parametrize(("length", "unit"), [(30, "day"), (300, "week"), (2000, "month"), (9000, "year")])
def test_the_unit_follows_from_the_time_there_is(length: int, unit: str) -> None:
    assert timeline(days(*((day, "ASSAULT", 1) for day in range(0, length, 7))), QUADS).unit == unit


def test_what_is_not_drawn_is_told() -> None:
    drawn = timeline([*days((-9000, "ASSAULT", 2), (0, "ASSAULT", 98)), DayCount(None, "ASSAULT", 5)], QUADS)
    assert (drawn.before, drawn.after, drawn.undated, len(drawn.bars)) == (2, 0, 5, 1)


counted = st.tuples(st.integers(-20_000, 20_000), st.sampled_from(["ASSAULT", "CONSULT", "OWN"]), st.integers(1, 9))


@given(st.lists(counted))
def test_every_event_is_drawn_or_told(counts: list[tuple[int, str, int]]) -> None:
    drawn = timeline(days(*counts), QUADS)
    assert sum(bar.events for bar in drawn.bars) + drawn.before + drawn.after == sum(events for *_, events in counts)
    assert len(drawn.bars) <= MOST_BARS + 2
    for bar in drawn.bars:
        assert bar.x >= 0
        assert bar.x + bar.width <= WIDTH + 1
        assert all(0 <= part.y <= HEIGHT for part in bar.parts)


def test_ranges_have_one_scale_and_tell_where_they_are_open() -> None:
    exact, least, most, unknown = ranges([(10, 20), (20, None), (None, 10), (None, None)])
    assert exact.width == exact.x
    assert (least.x, least.open_above, least.x + least.width) == (2 * exact.x, True, WIDTH)
    assert (most.x, most.open_below, most.width) == (0, True, exact.x)
    assert (unknown.x, unknown.width) == (0, WIDTH)
