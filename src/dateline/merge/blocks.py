"""Which gists are worth comparing: those that share a day and an actor, recipient, place or number, and lie near.

Blocks by single features, and in a block that is too large only neighbours in several orders (the sorted neighbourhood
of Hernández and Stolfo 1995), so that the cost stays near n log n however often one name stands in the news.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property, lru_cache
from math import floor

import numpy as np
from numpy.typing import NDArray

from dateline.merge.contradictions import LATE, MUTUAL, TELLING, vague
from dateline.merge.distant import Lying
from dateline.merge.ends import NAMED
from dateline.merge.gist import DEEDS, SEIZURE, VICTIMS, Gist
from dateline.merge.grouped import Grouped, Numbers, mark
from dateline.merge.spots import Days, Spot

LARGE = 40
"""Gists in a block from which only neighbours are compared."""
NEIGHBOURS = 6
TERMS = 8
"""Rarest words of a report by which what has no date of its own is compared with others."""
ABOUT = 12
"""The same of what has a day."""
FLUSHED = 4_000_000
"""Pairs that may wait, some of them several times, before each is kept once."""
AT_ONCE = 500_000
"""Pairs that are given at once."""

Pairs = NDArray[np.int64]
TURN = 0x9E3779B97F4A7C15
"""An odd number of 64 bits: what stands between the marks of one block on two days that follow one another."""


def pairs(gists: Sequence[Gist]) -> Iterator[tuple[int, int]]:
    """The pairs to compare, by position, each once, the lower first."""
    for first, second in many_pairs(gists):
        yield from zip(first.tolist(), second.tolist(), strict=True)


def many_pairs(gists: Sequence[Gist]) -> Iterator[tuple[Numbers, Numbers]]:
    """The same in arrays, many at once."""
    undatable = np.fromiter(map(vague, gists), bool, len(gists))
    orders = Orders(gists)
    found = Found(len(gists), Lying.of(gists))
    for groups in Grouped.of(map(dated, gists)).by_size():
        found.add(*met(groups, orders))
    for groups in Grouped.of(undated_marks(gists, undatable)).by_size():
        first, second = met(groups, orders)
        wanted = undatable[first] | undatable[second]
        found.add(first[wanted], second[wanted])
    return found.each()


class Found:
    """Pairs of some numbered things, a number for each pair; where very many wait, each is kept once."""

    def __init__(self, size: int, lying: Lying) -> None:
        self._size, self._lying, self._kept, self._waiting = size, lying, np.zeros(0, np.int64), list[Pairs]()

    def add(self, first: Numbers, second: Numbers) -> None:
        """Takes note of pairs, perhaps once more; as many wait as are kept, so that those are sorted seldom."""
        self._waiting.append(first * self._size + second)
        if sum(map(len, self._waiting)) > max(FLUSHED, len(self._kept)):
            self._keep()

    def each(self) -> Iterator[tuple[Numbers, Numbers]]:
        """Every pair once, in order, without those that lie too far apart to be judged the same."""
        self._keep()
        for codes in np.array_split(self._kept, 1 + len(self._kept) // AT_ONCE):
            first, second = np.divmod(codes, self._size)
            near = ~self._lying.far(first, second)
            yield first[near], second[near]

    def _keep(self) -> None:
        self._kept, self._waiting = np.unique(np.concatenate([self._kept, *self._waiting])), []


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


def undated_marks(gists: Sequence[Gist], undatable: NDArray[np.bool_]) -> Iterator[list[int]]:
    """The marks of each gist's blocks for what has no date; of a dated one only those in which one without stands."""
    wanted = {name for n in np.flatnonzero(undatable).tolist() for name in undated(gists[n])}
    for one in gists:
        yield [name for name in undated(one) if name in wanted]


def met(groups: Pairs, orders: Orders) -> tuple[Pairs, Pairs]:
    """The pairs to compare of some blocks of one size, a block a row: the lower ones, and beside each the other."""
    size = groups.shape[1]
    if size > LARGE:
        return neighbours(groups, orders)
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


block = lru_cache(maxsize=100_000)(mark)
"""The mark of a block without its day: a name or a place stands in many."""


def on(day: int, name: int) -> int:
    """The mark of a block on a day, or in a week; signed, as databases keep it."""
    return (name + day * TURN + 2**63) % 2**64 - 2**63


def dated(one: Gist) -> list[int]:
    """The marks of the blocks that a gist stands in by its days."""
    if one.days is None or one.days.loose:
        return []
    names = [block(kind, one.open, *feature) for feature in features(one) for kind in one.kinds]
    names += [block(kind, one.open, "about", term) for kind, term in about(one)]
    tolls = [block(one.type, one.open, *n) for n in one.numbers if n[0] in VICTIMS and n[1] >= TELLING]
    later = range(one.days.begin.toordinal(), one.days.finish.toordinal() + 2)
    found = [on(day, name) for name in names for day in day_numbers(one.days)]
    return list(dict.fromkeys([*found, *(on(day, name) for name in tolls for day in later)]))


def about(one: Gist) -> Iterator[tuple[str, str]]:
    """The rarest words of its report, each with the type of a gist; one word's own kinds would only repeat them."""
    kinds = one.kinds[: 1 + (SEIZURE in one.kinds)]
    yield from ((kind, term) for kind in kinds for term in one.subject.first(ABOUT))


def undated(one: Gist) -> list[int]:
    """The marks of the blocks of what has no date: the same actor with the same recipient or place, the same words."""
    names = [block(kind, one.open, "undated", *feature) for feature in undated_features(one) for kind in one.kinds]
    return list(dict.fromkeys(on(week, name) for name in names for week in weeks_of(one)))


def weeks_of(one: Gist) -> list[int]:
    """The stretches of days in which a report stands, so that two that are near share one; 0 for one without a day."""
    if one.reported is None:
        return [0]
    return [*{(one.reported.toordinal() + days) // (LATE + 1) for days in (0, LATE + 1)}]


def undated_features(one: Gist) -> Iterator[tuple[object, ...]]:
    """What a gist without a date may share with another: its report's words, whom it was done to, who and where."""
    yield from (("about", word, term) for word in (*one.stems, *one.modes) for term in one.subject.first(TERMS))
    if one.type in DEEDS:
        yield from (("done to", end.surname) for end in one.recipients if end.weight == NAMED)
    for actor in one.actors:
        for end in one.recipients:
            yield tuple(sorted((actor.surname, end.surname)) if one.type in MUTUAL else (actor.surname, end.surname))
        yield from ((actor.surname, cell) for spot in one.spots for cell in cells(spot))


def features(one: Gist) -> Iterator[tuple[object, ...]]:
    """What a gist may share with another: an end, or a place of about its own."""
    mutual = one.type in MUTUAL
    for role, ends in (("actor", one.actors), ("recipient", one.recipients)):
        for end in ends:
            yield "end" if mutual else role, end.surname
    for spot in one.spots:
        for cell in cells(spot):
            yield "cell", *cell


def cells(spot: Spot) -> Iterator[tuple[int, int]]:
    """The squares of half a degree that hold a place, or lie within about 15 km of it."""
    if not spot.fine:
        return
    rows, columns = sides(spot.lat, 0.15), sides(spot.lon, 0.3)
    yield from ((row, column) for row in rows for column in columns)


def sides(degrees: float, reach: float) -> list[int]:
    """The halves of degrees from somewhat before to somewhat after."""
    return list(range(floor((degrees - reach) * 2), floor((degrees + reach) * 2) + 1))


def day_numbers(days: Days) -> list[int]:
    """The days that a time may mean, as ordinals: of a day known by the report alone, also the one before."""
    begin = days.begin - timedelta(days=1) if days.by_report and days.begin.toordinal() > 1 else days.begin
    return list(range(begin.toordinal(), days.finish.toordinal() + 1))


def by_place(one: Gist) -> tuple[object, ...]:
    """An order in which the same places stand together."""
    return (tuple(spot.place_id for spot in one.spots), *by_ends(one))


def by_ends(one: Gist) -> tuple[object, ...]:
    """An order in which the same actors and recipients stand together."""
    return tuple(end.key for end in one.actors), tuple(end.key for end in one.recipients), one.stems, one.modes


def by_number(one: Gist) -> tuple[object, ...]:
    """An order in which the same numbers and words stand together."""
    return one.numbers, one.stems, tuple(spot.place_id for spot in one.spots)
