from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dateline.store.bins import Bin, Bins
from dateline.web.drawing import HEIGHT, WIDTH, ranges, timeline

FIRST = date(2015, 10, 1)
QUADS = {"ASSAULT": 4, "CONSULT": 1}


def counted(*types: dict[str, int]) -> Bins:
    days = [FIRST + timedelta(days=n) for n in range(len(types))]
    return Bins("day", tuple(Bin(day, day, tuple(one.items())) for day, one in zip(days, types, strict=True)), 2, 1, 5)


def test_events_of_a_day_stand_on_one_another() -> None:
    [bar] = timeline(counted({"ASSAULT": 3, "CONSULT": 1}), QUADS).bars
    assert [(part.quad, part.y, part.height, part.events) for part in bar.parts] == [(1, 75, 25, 1), (4, 0, 75, 3)]
    assert (bar.begin, bar.finish, bar.events) == (FIRST, FIRST, 4)


def test_what_is_not_drawn_is_told() -> None:
    drawn = timeline(counted({"ASSAULT": 3}, {}, {"CONSULT": 4}), QUADS)
    assert (drawn.unit, drawn.most, drawn.before, drawn.after, drawn.undated) == ("day", 4, 2, 1, 5)
    assert [(bar.begin - FIRST).days for bar in drawn.bars] == [0, 2]


types = st.dictionaries(st.sampled_from(["ASSAULT", "CONSULT", "OWN"]), st.integers(1, 9))


@given(st.lists(types))
def test_every_event_of_a_bin_is_drawn(events: list[dict[str, int]]) -> None:
    drawn = timeline(counted(*events), QUADS)
    assert sum(bar.events for bar in drawn.bars) == sum(sum(one.values()) for one in events)
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
