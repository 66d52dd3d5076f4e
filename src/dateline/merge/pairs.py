"""Which gists are worth comparing: those that share a block and lie near.

In a block that is too large only neighbours in several orders are (the sorted neighbourhood of Hernández and Stolfo
1995), so that the cost stays near n log n however often one name stands in the news.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from dateline.merge.blocks import KINDS, Kind
from dateline.merge.distant import Lying
from dateline.merge.gist import Gist
from dateline.merge.grouped import Grouped, Numbers, each_once

LARGE = 40
"""Gists in a block from which only neighbours are compared."""
NEIGHBOURS = 6
FLUSHED = 4_000_000
"""Pairs that may wait, some of them several times, before each is kept once."""
AT_ONCE = 500_000
"""Pairs that are given at once."""

Pairs = NDArray[np.int64]
Truths = NDArray[np.bool_]


def pairs(gists: Sequence[Gist]) -> Iterator[tuple[int, int]]:
    """The pairs to compare, by position, each once, the lower first."""
    found = [many.T for many in map(np.array, many_pairs(gists))]
    yield from map(tuple, sorted(np.concatenate(found).tolist()))


def many_pairs(gists: Sequence[Gist]) -> Iterator[tuple[Numbers, Numbers]]:
    """The same in arrays, many at once, those of about one time together."""
    orders, found, wanted = Orders(gists), Found(gists), Wanted(gists)
    for kind in KINDS:
        for rows in wanted.groups(kind).by_size():
            first, second = met(rows, orders, rare=kind.rare)
            kept = wanted.together(kind, first, second)
            found.add(first[kept], second[kept])
    return found.each()


class Wanted:
    """Which gists each kind of blocks is for: of two that are compared in its blocks, it is for one at least."""

    def __init__(self, gists: Sequence[Gist]) -> None:
        self._gists = gists
        asked = {kind.one_is for kind in KINDS if kind.one_is}
        self._are = {one_is: np.fromiter(map(one_is, gists), bool, len(gists)) for one_is in asked}

    def groups(self, kind: Kind) -> Grouped:
        """The blocks of a kind with a gist that it is for."""
        if kind.one_is is None:
            return kind.grouped(self._gists)
        are = self._are[kind.one_is]
        return kind.grouped(self._gists if are.any() else ()).holding(are)

    def together(self, kind: Kind, first: Numbers, second: Numbers) -> Truths:
        """Of which pairs one gist at least is such."""
        are = np.ones(len(self._gists), bool) if kind.one_is is None else self._are[kind.one_is]
        found: Truths = are[first] | are[second]
        return found


class Found:
    """Pairs of gists, a number for each pair; where very many wait, each is kept once."""

    def __init__(self, gists: Sequence[Gist]) -> None:
        self._lying, self._kept, self._waiting = Lying.of(gists), np.zeros(0, np.int64), list[Pairs]()
        self._order = np.argsort(np.fromiter(map(about_when, gists), np.int64, len(gists)), kind="stable")
        self._rank = np.empty_like(self._order)
        self._rank[self._order] = np.arange(len(gists))

    def add(self, first: Numbers, second: Numbers) -> None:
        """Takes note of pairs, perhaps once more; half as many wait as are kept, so that those are sorted seldom."""
        one, other = self._rank[first], self._rank[second]
        self._waiting.append(np.minimum(one, other) * len(self._order) + np.maximum(one, other))
        if sum(map(len, self._waiting)) > max(FLUSHED, len(self._kept) // 2):
            self._keep()

    def each(self) -> Iterator[tuple[Numbers, Numbers]]:
        """Every pair once, the lower first, without those that lie too far apart to be judged the same."""
        self._keep()
        for codes in np.array_split(self._kept, 1 + len(self._kept) // AT_ONCE):
            one, other = (self._order[rank] for rank in np.divmod(codes, len(self._order)))
            first, second = np.minimum(one, other), np.maximum(one, other)
            near = ~self._lying.far(first, second)
            yield first[near], second[near]

    def _keep(self) -> None:
        self._waiting = [np.concatenate([self._kept, *self._waiting])]
        self._kept = each_once(self._waiting.pop())


def about_when(one: Gist) -> int:
    """The day, as an ordinal, on which something was, or was reported; 0 for what has no day."""
    day = one.days.begin if one.days else one.reported
    return day.toordinal() if day else 0


@dataclass(frozen=True)
class Orders:
    """Gists, and their places in the orders in which those of a large block are neighbours."""

    gists: Sequence[Gist]

    @cached_property
    def places(self) -> list[Numbers]:
        """The place of each gist in each order; of several that are equal there, the first comes first."""
        found = [np.empty(len(self.gists), np.int64) for _ in range(3)]
        for places, order in zip(found, (by_place, by_ends, by_number), strict=True):
            keys = list(map(order, self.gists))
            places[sorted(range(len(keys)), key=keys.__getitem__)] = np.arange(len(keys))
        return found


def met(groups: Pairs, orders: Orders, *, rare: bool) -> tuple[Pairs, Pairs]:
    """The pairs to compare of some blocks of one size, a block a row: the lower ones, and beside each the other.

    A large block of a `rare` word has none: so many share it that it is rare no more, and what is near in an order is
    so by ends, places and numbers, by which it is compared as well.
    """
    size = groups.shape[1]
    if size > LARGE:
        return neighbours(groups[: 0 if rare else None], orders)
    one, other = np.triu_indices(size, 1)
    return groups[:, one].ravel(), groups[:, other].ravel()


def neighbours(groups: Pairs, orders: Orders) -> tuple[Pairs, Pairs]:
    """The pairs to compare of large blocks: each gist with its neighbours in several orders."""
    first, second = [], []
    for places in orders.places:
        rows = np.take_along_axis(groups, np.argsort(places[groups], axis=1), axis=1)
        for apart in range(1, NEIGHBOURS + 1):
            first.append(rows[:, :-apart].ravel())
            second.append(rows[:, apart:].ravel())
    one, other = np.concatenate(first), np.concatenate(second)
    return np.minimum(one, other), np.maximum(one, other)


def by_place(one: Gist) -> tuple[object, ...]:
    """An order in which the same places stand together."""
    return (tuple(spot.place_id for spot in one.spots), *by_ends(one))


def by_ends(one: Gist) -> tuple[object, ...]:
    """An order in which the same actors and recipients stand together."""
    return tuple(end.key for end in one.actors), tuple(end.key for end in one.recipients), one.stems, one.modes


def by_number(one: Gist) -> tuple[object, ...]:
    """An order in which the same numbers and words stand together."""
    return one.numbers, one.stems, tuple(spot.place_id for spot in one.spots)
