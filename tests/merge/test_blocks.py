"""Which happenings are compared: in small blocks all, in large ones neighbours; without a date only with reason."""

from __future__ import annotations

from datetime import timedelta
from unittest import mock

from dateline.merge import blocks
from dateline.merge.blocks import LARGE, NEIGHBOURS, dated, on, pairs, undated
from dateline.merge.gist import Gist, gist
from tellings import FIRST, telling

RAID = {"type": "ASSAULT", "words": "bombed", "actor": "Russia", "reported": FIRST}


def on_days(*days: int | None) -> list[Gist]:
    """A raid on each of some days after the first; None: on a day that nobody tells."""
    return [gist([telling({**RAID, "day": None if n is None else FIRST + timedelta(days=n)})]) for n in days]


def test_what_shares_a_day_is_compared_and_what_does_not_is_not() -> None:
    assert list(pairs(on_days(0, 0, 3))) == [(0, 1)]


def test_what_has_no_date_is_compared_with_what_was_reported_about_then() -> None:
    known = [gist([telling({**RAID, "recipient": "Syrian rebels", "day": day})]) for day in (FIRST, None)]
    assert set(undated(known[0])) & set(undated(known[1]))
    assert list(pairs(known)) == [(0, 1)]
    assert list(pairs([known[0], known[0]])) == [(0, 1)]
    assert list(pairs([known[1]])) == []


def test_in_a_large_block_only_neighbours_are_compared() -> None:
    size = LARGE + 20
    found = list(pairs(on_days(*[0] * size)))
    assert found == sorted(set(found))
    assert len(found) == NEIGHBOURS * size - NEIGHBOURS * (NEIGHBOURS + 1) // 2
    assert max(other - one for one, other in found) == NEIGHBOURS


def test_many_pairs_are_kept_once_while_others_are_found() -> None:
    gists = on_days(0, 0, 0, 1, 1)
    every = list(pairs(gists))
    with mock.patch.object(blocks, "FLUSHED", 1):
        assert list(pairs(gists)) == every


def test_marks_of_blocks_are_64_bits_with_a_sign() -> None:
    for one in on_days(0, None):
        assert all(-(2**63) <= mark < 2**63 for mark in (*dated(one), *undated(one)))
    assert len({on(day, name) for day in range(735_000, 736_000) for name in (-(2**63), 0, 2**63 - 1)}) == 3000
