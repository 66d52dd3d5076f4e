"""The blocks that a gist stands in: those that share one may be worth comparing (`pairs`).

Blocks are by single features, of a day or, for what no words date, of some days around the report; for a report that
nobody dates, of any time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import floor

import numpy as np

from dateline.merge.contradictions import LATE, MUTUAL, TELLING, loose, timeless, vague
from dateline.merge.ends import NAMED
from dateline.merge.gist import DEEDS, SEIZURE, VICTIMS, Gist
from dateline.merge.grouped import Grouped, Numbers, mark
from dateline.merge.spots import Spot

TERMS = 8
"""Rarest words of a report by which what has no date of its own is compared with others."""
ABOUT = 12
"""The same of what has a day."""
COMMON = frozenset({"ASSAULT", "COERCE", "PROTEST"})
"""Types of which there are many on each day."""
TURN = 0x9E3779B97F4A7C15
"""An odd number of 64 bits: what stands between the marks of one block on two days that follow one another."""


@dataclass(frozen=True)
class Kind:
    """A kind of blocks: the names of those that a gist stands in, and on which days or in which stretches of days.

    `one_is` is what one of two must be that are compared there, None where that is left open. `rare` are those of the
    rarest words of reports: of a word that very many share it tells nothing that they do.
    """

    names: Callable[[Gist], list[int]]
    days: Callable[[Gist], range]
    one_is: Callable[[Gist], bool] | None = None
    rare: bool = False

    def marks(self, one: Gist) -> list[int]:
        """The marks of a gist's blocks."""
        return [on(day, name) for name in self.names(one) for day in self.days(one)]

    def grouped(self, gists: Sequence[Gist]) -> Grouped:
        """The marks of many gists."""
        counts: list[int] = []

        def told() -> Iterator[int]:
            for one in gists:
                found = self.names(one)
                counts.append(len(found))
                yield from found

        names = np.fromiter(told(), np.int64)
        stretches = [self.days(one) for one in gists]
        begin, lasting = np.array([(one.start, len(one)) for one in stretches], np.int64).reshape(-1, 2).T
        owners = np.repeat(np.arange(len(gists)), counts)
        return Grouped.by(all_on(begin[owners], names, lasting[owners]), np.repeat(owners, lasting[owners]))


def all_on(begin: Numbers, names: Numbers, lasting: Numbers) -> Numbers:
    """What `on` gives for each of some names on so many days from one on."""
    passed = np.arange(lasting.sum()) - np.repeat(np.cumsum(lasting) - lasting, lasting)
    turned = (np.repeat(begin, lasting) + passed).astype(np.uint64) * np.uint64(TURN)
    found: Numbers = (np.repeat(names, lasting).view(np.uint64) + turned).view(np.int64)
    return found


block = lru_cache(maxsize=100_000)(mark)
"""The mark of a block without its day: a name or a place stands in many."""


def on(day: int, name: int) -> int:
    """The mark of a block on a day, or in a week; signed, as databases keep it."""
    return (name + day * TURN + 2**63) % 2**64 - 2**63


def blocks_of(one: Gist) -> dict[int, Kind]:
    """The marks of the blocks that a gist stands in, each with its kind."""
    return {found: kind for kind in KINDS for found in kind.marks(one)}


def shared(one: Gist) -> list[int]:
    """The ends and places of what has a day."""
    if loose(one):
        return []
    return [block(kind, one.open, *feature) for feature in features(one) for kind in one.kinds]


def words(one: Gist) -> list[int]:
    """The rarest words of the report of what has a day, each with its type; its own words would only repeat them."""
    if loose(one):
        return []
    kinds = one.kinds[: 1 + (SEIZURE in one.kinds)]
    return [block(kind, one.open, "about", term) for kind in kinds for term in one.subject.first(ABOUT)]


def ways(one: Gist) -> list[int]:
    """The ways of what has a day and is not told many times on most days: "released", "expelled"."""
    if loose(one) or one.type in COMMON:
        return []
    return [block(one.type, one.open, "way", mode) for mode in one.modes]


def tolls(one: Gist) -> list[int]:
    """Its numbers of victims, which are told a day later too."""
    if loose(one):
        return []
    return [block(one.type, one.open, *n) for n in one.numbers if n[0] in VICTIMS and n[1] >= TELLING]


def undated(one: Gist) -> list[int]:
    """The same actor with the same recipient or place, and to whom it was done."""
    return [block(kind, one.open, "undated", *feature) for feature in undated_features(one) for kind in one.kinds]


def undated_words(one: Gist) -> list[int]:
    """A word or way of acting with a rare word of its report."""
    pairs = [(word, term) for word in (*one.stems, *one.modes) for term in one.subject.first(TERMS)]
    return [block(kind, one.open, "undated", "about", *pair) for pair in pairs for kind in one.kinds]


def monthly_words(one: Gist) -> list[int]:
    """The rarest words of the sentences of what words date to a day, or to a month at least."""
    return [block(one.type, one.open, "month", term) for term in one.around.first(TERMS)]


def months_meant(one: Gist) -> range:
    """The months that its words tell, numbered from the year 0 on; none where they tell none, or a longer time."""
    if one.days is None or one.days.by_report or not one.days.is_near:
        return range(0)
    begin, finish = one.days.begin, one.days.finish
    return range(12 * begin.year + begin.month, 12 * finish.year + finish.month + 1)


def of_month(one: Gist) -> bool:
    """Whether its words tell no more than the month."""
    return one.days is not None and one.days.of_month


def weeks_of(one: Gist) -> range:
    """The stretches of days in which a report stands, so that two that are near share one; without a day none."""
    if one.reported is None:
        return range(0)
    stretch = one.reported.toordinal() // (LATE + 1)
    return range(stretch, stretch + 2)


def any_time(_: Gist) -> range:
    """One stretch for all days: a report without a day of its own may be of any."""
    return range(1)


def undated_features(one: Gist) -> Iterator[tuple[object, ...]]:
    """What a gist without a date may share with another: whom it was done to, who and where."""
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


KINDS = (
    Kind(shared, days_meant),
    Kind(tolls, days_of_toll),
    Kind(ways, days_meant),
    Kind(words, days_meant, rare=True),
    Kind(monthly_words, months_meant, of_month, rare=True),
    Kind(undated, weeks_of, vague),
    Kind(undated_words, weeks_of, vague, rare=True),
    Kind(undated, any_time, timeless),
    Kind(undated_words, any_time, timeless, rare=True),
)
"""All kinds of blocks."""
