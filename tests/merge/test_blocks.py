"""Which happenings are compared: in small blocks all, in large ones neighbours; without a date only with reason."""

from __future__ import annotations

from datetime import timedelta
from unittest import mock

import numpy as np

from dateline.merge import pairs as comparing
from dateline.merge.blocks import KINDS, all_on, blocks_of, on
from dateline.merge.contradictions import vague
from dateline.merge.gist import Gist, gist
from dateline.merge.pairs import LARGE, NEIGHBOURS, pairs
from tellings import FIRST, telling

RAID = {"type": "ASSAULT", "words": "bombed", "actor": "Russia", "reported": FIRST}


def on_days(*days: int | None) -> list[Gist]:
    """A raid on each of some days after the first; None: on a day that nobody tells."""
    return [gist([telling({**RAID, "day": None if n is None else FIRST + timedelta(days=n)})]) for n in days]


def test_what_shares_a_day_is_compared_and_what_does_not_is_not() -> None:
    assert list(pairs(on_days(0, 0, 3))) == [(0, 1)]


def test_what_has_no_date_is_compared_with_what_was_reported_about_then() -> None:
    known = [gist([telling({**RAID, "recipient": "Syrian rebels", "day": day})]) for day in (FIRST, None)]
    kinds = [{mark for mark, kind in blocks_of(one).items() if kind.one_is is vague} for one in known]
    assert kinds[0] & kinds[1]
    assert list(pairs(known)) == [(0, 1)]
    assert list(pairs([known[0], known[0]])) == [(0, 1)]
    assert list(pairs([known[1]])) == []


def test_a_report_that_nobody_dates_may_be_of_any_day() -> None:
    struck = {**RAID, "recipient": "Syrian rebels"}
    told = [{**struck, "reported": None, "day": None}, struck, {**struck, "reported": FIRST + timedelta(days=300)}]
    assert list(pairs([gist([telling(one)]) for one in told])) == [(0, 1), (0, 2)]


def test_in_a_large_block_only_neighbours_are_compared() -> None:
    size = LARGE + 20
    found = list(pairs(on_days(*[0] * size)))
    assert found == sorted(set(found))
    assert len(found) == NEIGHBOURS * size - NEIGHBOURS * (NEIGHBOURS + 1) // 2
    assert max(other - one for one, other in found) == NEIGHBOURS


def test_many_pairs_are_kept_once_while_others_are_found() -> None:
    gists = on_days(0, 0, 0, 1, 1)
    every = list(pairs(gists))
    with mock.patch.object(comparing, "FLUSHED", 1):
        assert list(pairs(gists)) == every


def test_a_rare_word_that_very_many_share_compares_nothing() -> None:
    protest = {"type": "PROTEST", "words": "marched", "about": "Kolwezi", "day": FIRST}
    for size, found in ((LARGE, LARGE * (LARGE - 1) // 2), (LARGE + 1, 0)):
        assert len(list(pairs([gist([telling(protest)])] * size))) == found


def test_marks_in_arrays_are_those_of_each() -> None:
    gists = on_days(0, 0, None, 4)
    for kind in KINDS:
        one_by_one = sorted({(mark, n) for n, one in enumerate(gists) for mark in kind.marks(one)})
        many = kind.grouped(gists)
        assert sorted(zip(many.marks.tolist(), many.numbers.tolist(), strict=True)) == one_by_one
    names = np.array([-(2**63), 0, 2**63 - 1])
    days = np.array([735_000, 1, 735_000])
    each = [
        on(day + n, name)
        for name, day, times in ((-(2**63), 735_000, 2), (2**63 - 1, 735_000, 3))
        for n in range(times)
    ]
    assert all_on(days, names, np.array([2, 0, 3])).tolist() == each


def test_marks_of_blocks_are_64_bits_with_a_sign() -> None:
    for one in on_days(0, None):
        assert all(-(2**63) <= mark < 2**63 for mark in blocks_of(one))
    assert len({on(day, name) for day in range(735_000, 736_000) for name in (-(2**63), 0, 2**63 - 1)}) == 3000
