"""Which gists are worth comparing: those that share a day and an actor, recipient, place or number.

Blocks by single features, and in a block that is too large only neighbours in several orders (the sorted neighbourhood
of Hernández and Stolfo 1995), so that the cost stays near n log n however often one name stands in the news.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import combinations
from math import floor

from dateline.merge.contradictions import LATE, MUTUAL, TELLING, loose
from dateline.merge.ends import NAMED
from dateline.merge.gist import DEEDS, VICTIMS, Gist
from dateline.merge.spots import Days, Spot

LARGE = 40
"""Gists in a block from which only neighbours are compared."""
NEIGHBOURS = 6
TERMS = 8
"""Rarest words of a report by which it is compared with others."""


Blocks = dict[tuple[object, ...], list[int]]


def pairs(gists: Sequence[Gist]) -> Iterator[tuple[int, int]]:
    """The pairs to compare, by position, each once, the lower first."""
    seen: set[int] = set()
    for members in (*dated(gists).values(), *without_date(gists).values()):
        for one, other in within(members, gists):
            if (code := one * len(gists) + other) not in seen:
                seen.add(code)
                yield one, other


def dated(gists: Sequence[Gist]) -> Blocks:
    """The blocks of what has a date."""
    blocks: Blocks = {}
    for number, one in enumerate(gists):
        for name in dict.fromkeys(names(one)):
            blocks.setdefault(name, []).append(number)
    return blocks


def without_date(gists: Sequence[Gist]) -> Blocks:
    """The blocks of what has no date, with what has one and may be the same."""
    blocks: Blocks = {}
    for wanted in (True, False):
        for number, one in enumerate(gists):
            if loose(one) == wanted:
                for name in dict.fromkeys(undated_names(one)):
                    if wanted or name in blocks:
                        blocks.setdefault(name, []).append(number)
    return {name: sorted(members) for name, members in blocks.items()}


def within(members: Sequence[int], gists: Sequence[Gist]) -> Iterator[tuple[int, int]]:
    """Every pair of a block; of a large one, each with its neighbours in several orders."""
    if len(members) <= LARGE:
        yield from combinations(members, 2)
        return
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
        for number in one.numbers:
            if number[0] in VICTIMS and number[1] >= TELLING:
                for day in range(one.days.begin.toordinal(), one.days.finish.toordinal() + 2):
                    yield one.type, one.open, day, number


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
