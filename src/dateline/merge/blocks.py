"""Which gists are worth comparing: those that share a day and an actor, recipient, place or number.

Blocks by single features, and in a block that is too large only neighbours in several orders (the sorted neighbourhood
of Hernández and Stolfo 1995), so that the cost stays near n log n however often one name stands in the news.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import chain
from math import floor

import numpy as np
from numpy.typing import NDArray

from dateline.merge.contradictions import LATE, MUTUAL, TELLING, loose
from dateline.merge.ends import NAMED
from dateline.merge.gist import DEEDS, SEIZURE, VICTIMS, Gist
from dateline.merge.grouped import Grouped, mark
from dateline.merge.spots import Days, Spot

LARGE = 40
"""Gists in a block from which only neighbours are compared."""
NEIGHBOURS = 6
TERMS = 8
"""Rarest words of a report by which what has no date is compared with others."""
ABOUT = 4
"""The same of what has a day."""


FLUSHED = 20_000_000
"""Pairs that may wait, some of them several times, before each is kept once."""

Pairs = NDArray[np.int64]


def pairs(gists: Sequence[Gist]) -> Iterator[tuple[int, int]]:
    """The pairs to compare, by position, each once, the lower first."""
    vague = np.fromiter(map(loose, gists), bool, len(gists))
    waiting: list[Pairs] = [np.zeros(0, np.int64)]
    for groups in Grouped.of(marks(one, names) for one in gists).by_size():
        keep(waiting, *met(groups, gists), len(gists))
    for groups in Grouped.of(undated_marks(gists, vague)).by_size():
        first, second = met(groups, gists)
        wanted = vague[first] | vague[second]
        keep(waiting, first[wanted], second[wanted], len(gists))
    for codes in np.array_split(np.unique(np.concatenate(waiting)), 1 + len(gists) // 1000):
        yield from (divmod(code, len(gists)) for code in codes.tolist())


def keep(waiting: list[Pairs], first: Pairs, second: Pairs, size: int) -> None:
    """Puts pairs to those that wait, as one number each; where these are very many, each is kept once."""
    waiting.append(first * size + second)
    if sum(map(len, waiting)) > FLUSHED:
        waiting[:] = [np.unique(np.concatenate(waiting))]


def marks(one: Gist, named: Callable[[Gist], Iterable[tuple[object, ...]]]) -> list[int]:
    """The marks of the blocks that a gist stands in."""
    return [mark(*name) for name in dict.fromkeys(named(one))]


def undated_marks(gists: Sequence[Gist], vague: NDArray[np.bool_]) -> Iterator[Pairs]:
    """The marks of each gist's blocks for what has no date; of a dated one only those in which one without stands."""
    unsure = (marks(gists[n], undated_names) for n in np.flatnonzero(vague).tolist())
    wanted = np.unique(np.fromiter(chain.from_iterable(unsure), np.int64))
    for one in gists:
        found = np.array(marks(one, undated_names), np.int64)
        yield found[np.isin(found, wanted, assume_unique=True)]


def met(groups: Pairs, gists: Sequence[Gist]) -> tuple[Pairs, Pairs]:
    """The pairs to compare of some blocks of one size, a block a row: the first ones, and beside each the second."""
    size = groups.shape[1]
    if size <= LARGE:
        one, other = np.triu_indices(size, 1)
        return groups[:, one].ravel(), groups[:, other].ravel()
    found = np.array([pair for row in groups.tolist() for pair in neighbours(row, gists)])
    return found[:, 0], found[:, 1]


def neighbours(members: Sequence[int], gists: Sequence[Gist]) -> Iterator[tuple[int, int]]:
    """The pairs to compare of a large block: each with its neighbours in several orders, the lower first."""
    for order in (by_place, by_ends, by_number):
        row = sorted(members, key=lambda number: (order(gists[number]), number))
        for position, one in enumerate(row):
            for other in row[position + 1 : position + 1 + NEIGHBOURS]:
                yield min(one, other), max(one, other)


def names(one: Gist) -> Iterator[tuple[object, ...]]:
    """The blocks that a gist stands in by its days."""
    if one.days is not None and not one.days.loose:
        for day in day_numbers(one.days):
            for feature in features(one):
                for kind in one.kinds:
                    yield kind, one.open, day, feature
            yield from ((kind, one.open, day, "about", term) for kind, term in about(one))
        for number in one.numbers:
            if number[0] in VICTIMS and number[1] >= TELLING:
                for day in range(one.days.begin.toordinal(), one.days.finish.toordinal() + 2):
                    yield one.type, one.open, day, number


def about(one: Gist) -> Iterator[tuple[str, str]]:
    """The rarest words of its report, each with the type of a gist; one word's own kinds would only repeat them."""
    kinds = one.kinds[: 1 + (SEIZURE in one.kinds)]
    yield from ((kind, term) for kind in kinds for term in one.subject.first(ABOUT))


def undated_names(one: Gist) -> Iterator[tuple[object, ...]]:
    """The blocks in which what has no date is compared: the same actor, with the same recipient or a near place."""
    for kind in one.kinds:
        for week in weeks_of(one):
            for feature in undated_features(one):
                yield kind, one.open, "week", week, *feature


def weeks_of(one: Gist) -> list[int | None]:
    """The stretches of days in which a report stands, so that two that are near share one."""
    if one.reported is None:
        return [None]
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
