"""Which gists are worth comparing: those that share a day and an actor, recipient, place or number, and lie near.

Blocks by single features, and in a block that is too large only neighbours in several orders (the sorted neighbourhood
of Hernández and Stolfo 1995), so that the cost stays near n log n however often one name stands in the news.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import floor

import numpy as np
from numpy.typing import NDArray

from dateline.merge.contradictions import LATE, MUTUAL, TELLING, loose, vague
from dateline.merge.distant import Lying
from dateline.merge.ends import NAMED
from dateline.merge.gist import DEEDS, SEIZURE, VICTIMS, Gist
from dateline.merge.grouped import Grouped, Numbers, each_once, mark
from dateline.merge.spots import Spot

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
    found = [many.T for many in map(np.array, many_pairs(gists))]
    yield from map(tuple, sorted(np.concatenate(found).tolist()))


def many_pairs(gists: Sequence[Gist]) -> Iterator[tuple[Numbers, Numbers]]:
    """The same in arrays, many at once, those of about one time together."""
    undatable = np.fromiter(map(vague, gists), bool, len(gists))
    orders = Orders(gists)
    found = Found(gists)
    for groups in by_days(gists).by_size():
        found.add(*met(groups, orders))
    for groups in by_weeks(gists).holding(undatable).by_size():
        first, second = met(groups, orders)
        wanted = undatable[first] | undatable[second]
        found.add(first[wanted], second[wanted])
    return found.each()


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


def by_days(gists: Sequence[Gist]) -> Grouped:
    """Gists by the marks that `dated` gives each."""
    some = marked(gists, dated_names, days_meant), marked(gists, tolls, days_of_toll)
    return Grouped.by(*map(np.concatenate, zip(*some, strict=True)))


def by_weeks(gists: Sequence[Gist]) -> Grouped:
    """Gists by the marks that `undated` gives each."""
    return Grouped.by(*marked(gists, undated_names, weeks_of))


def marked(
    gists: Sequence[Gist], names: Callable[[Gist], list[int]], days: Callable[[Gist], range]
) -> tuple[Numbers, Numbers]:
    """The marks of names on each of the days of their gists, and beside each mark the number of its gist."""
    counts: list[int] = []

    def told() -> Iterator[int]:
        for one in gists:
            found = names(one)
            counts.append(len(found))
            yield from found

    every = np.fromiter(told(), np.int64)
    stretches = [days(one) for one in gists]
    begin, lasting = np.array([(one.start, len(one)) for one in stretches], np.int64).reshape(-1, 2).T
    owners = np.repeat(np.arange(len(gists)), counts)
    times = lasting[owners]
    each = np.repeat(np.arange(len(every)), times)
    passed = np.arange(len(each)) - np.repeat(np.cumsum(times) - times, times)
    turned = (begin[owners[each]] + passed).astype(np.uint64) * np.uint64(TURN)
    return (every[each].view(np.uint64) + turned).view(np.int64), owners[each]


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
    found = [on(day, name) for name in dated_names(one) for day in days_meant(one)]
    return list(dict.fromkeys([*found, *(on(day, name) for name in tolls(one) for day in days_of_toll(one))]))


def dated_names(one: Gist) -> list[int]:
    """The same without days: ends, places and the rarest words of its report."""
    if loose(one):
        return []
    names = [block(kind, one.open, *feature) for feature in features(one) for kind in one.kinds]
    return names + [block(kind, one.open, "about", term) for kind, term in about(one)]


def tolls(one: Gist) -> list[int]:
    """The same of numbers of victims, which are told a day later too."""
    if loose(one):
        return []
    return [block(one.type, one.open, *n) for n in one.numbers if n[0] in VICTIMS and n[1] >= TELLING]


def about(one: Gist) -> Iterator[tuple[str, str]]:
    """The rarest words of its report, each with the type of a gist; one word's own kinds would only repeat them."""
    kinds = one.kinds[: 1 + (SEIZURE in one.kinds)]
    yield from ((kind, term) for kind in kinds for term in one.subject.first(ABOUT))


def undated(one: Gist) -> list[int]:
    """The marks of the blocks of what has no date: the same actor with the same recipient or place, the same words."""
    return list(dict.fromkeys(on(week, name) for name in undated_names(one) for week in weeks_of(one)))


def undated_names(one: Gist) -> list[int]:
    """The same without the time of the report."""
    return [block(kind, one.open, "undated", *feature) for feature in undated_features(one) for kind in one.kinds]


def weeks_of(one: Gist) -> range:
    """The stretches of days in which a report stands, so that two that are near share one; 0 for one without a day."""
    if one.reported is None:
        return range(1)
    stretch = one.reported.toordinal() // (LATE + 1)
    return range(stretch, stretch + 2)


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


def days_meant(one: Gist) -> range:
    """The days that its time may mean, as ordinals: of a day known by the report alone, also the one before."""
    if one.days is None:
        return range(0)
    begin = one.days.begin.toordinal()
    return range(begin - 1 if one.days.by_report and begin > 1 else begin, one.days.finish.toordinal() + 1)


def days_of_toll(one: Gist) -> range:
    """The days of its time, as ordinals, and the one after."""
    return range(one.days.begin.toordinal(), one.days.finish.toordinal() + 2) if one.days else range(0)


def by_place(one: Gist) -> tuple[object, ...]:
    """An order in which the same places stand together."""
    return (tuple(spot.place_id for spot in one.spots), *by_ends(one))


def by_ends(one: Gist) -> tuple[object, ...]:
    """An order in which the same actors and recipients stand together."""
    return tuple(end.key for end in one.actors), tuple(end.key for end in one.recipients), one.stems, one.modes


def by_number(one: Gist) -> tuple[object, ...]:
    """An order in which the same numbers and words stand together."""
    return one.numbers, one.stems, tuple(spot.place_id for spot in one.spots)
