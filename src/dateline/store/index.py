"""A database in memory, as far as filters and counts need it: columns of numbers, from which a million rows are
filtered and counted in a few milliseconds, on SQLite and PostgreSQL alike. The rows themselves stay where they are.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, Engine, Integer, Select, Text, and_, cast, func, select

from dateline.records.codec import read_event
from dateline.records.mention import PlaceMention
from dateline.store.box import ON_THE_MAP
from dateline.store.links import Links, Roles, links_of
from dateline.store.shelf import batches
from dateline.store.spoken import Spoken, spoken
from dateline.store.tables import ARTICLES, CLAIMS, EVENT_CLAIMS, EVENTS

V = TypeVar("V", bound=Hashable)

Mask = NDArray[np.bool_]
Numbers = NDArray[np.int32]
Spots = Mapping[str | None, tuple[float, float]]
"""Degrees north and east of the places that stand on a map, by id."""
Said = tuple[Spoken, list[tuple[str, int]]]
"""The words of all evidence, and the article and the position of each."""
AT_A_TIME = 20_000
"""Rows that are fetched at a time."""


@dataclass(frozen=True, eq=False)
class Coded(Generic[V]):
    """A column: each value once, and for each row which of them it has."""

    values: tuple[V, ...]
    codes: Numbers

    def where(self, fits: Callable[[V], bool]) -> Mask:
        """The rows whose value fits. Each value is asked once."""
        chosen = np.fromiter(map(fits, self.values), bool, len(self.values))
        found: Mask = chosen[self.codes] if self.values else np.zeros(0, bool)
        return found

    def counts(self, rows: Mask) -> dict[V, int]:
        """How many of some rows have each value; values that none has are left out."""
        found = np.bincount(self.codes[rows], minlength=len(self.values))
        return {value: int(count) for value, count in zip(self.values, found, strict=True) if count}


@dataclass(frozen=True, eq=False)
class Happening:
    """What claims and events both have, a row each. Days are ordinals, 0 where nobody says when."""

    type: Coded[str]
    status: Coded[str]
    country: Coded[str | None]
    place_id: Coded[str | None]
    place_key: Coded[str | None]
    begin: Numbers
    finish: Numbers

    @cached_property
    def oldest_first(self) -> Numbers:
        """The rows by day and then in their order, those without a day last."""
        found: Numbers = np.lexsort((self.begin, self.begin == 0)).astype(np.int32)
        return found

    @cached_property
    def newest_first(self) -> Numbers:
        """The same from the last day to the first; again those without a day last."""
        dated = int((self.begin > 0).sum())
        return np.concatenate((self.oldest_first[:dated][::-1], self.oldest_first[dated:][::-1]))


@dataclass(frozen=True, eq=False)
class Events:
    """Events in the order of their ids."""

    ids: tuple[str, ...]
    what: Happening
    precision: Coded[str | None]
    sources: Coded[int]
    """How many independent sources tell it."""
    places: tuple[PlaceMention | None, ...]
    """The place that each value of `what.place_id` stands for, as one of its events has it."""


@dataclass(frozen=True, eq=False)
class Claims:
    """Claims in the order of their articles and of their place in these. `event` is the row of its event; -1: none."""

    article: Numbers
    position: Numbers
    event: Numbers
    what: Happening
    ids: dict[str, Coded[str | None]]
    """Ids of actors by role: actor, recipient, claimant."""
    keys: dict[str, Coded[str | None]]
    """The words that name them, likewise."""
    teller: Coded[tuple[str, str | None, str | None]]
    """Kind, id and name of the claimant."""
    party: Coded[bool | None]
    score: Coded[int]
    """The chance that it is right, in thousandths."""
    killed: Coded[int | None]
    """How many people it tells were killed."""
    starts: Numbers
    """For each article the row of its first claim."""
    spoken: Spoken
    """The words of their evidence."""
    spoken_in: Numbers
    """For each evidence in `spoken` the row of its claim."""


@dataclass(frozen=True, eq=False)
class Index:
    """The columns of a database in a state. `articles` and their `sources` are in the order of the articles' ids."""

    state: str
    articles: tuple[str, ...]
    sources: Coded[str | None]
    events: Events
    claims: Claims
    spots: Spots
    links: Mapping[Roles, Links]


def load(engine: Engine, state: str) -> Index:
    """Reads the columns of a database that is in this state."""
    with snapshot(engine) as connection:

        def columns(wanted: Select[Any]) -> list[Coded[Any]]:
            result = connection.execution_options(yield_per=AT_A_TIME).execute(wanted)
            return coded(result.partitions(AT_A_TIME), len(wanted.selected_columns))

        articles = columns(select(ARTICLES.c.id, ARTICLES.c.source_key))
        events = columns(select(EVENTS.c.id, EVENTS.c.place_precision, EVENTS.c.independent_sources, *what(EVENTS.c)))
        claims = columns(
            select(CLAIMS.c.article_id, CLAIMS.c.position, EVENT_CLAIMS.c.event_id, *what(CLAIMS.c), *who(CLAIMS.c))
            .select_from(CLAIMS)
            .outerjoin(
                EVENT_CLAIMS,
                and_(EVENT_CLAIMS.c.article_id == CLAIMS.c.article_id, EVENT_CLAIMS.c.claim_id == CLAIMS.c.id),
            )
        )
        said, spots, made = spoken(connection), spots_of(connection), events_of(connection, events)
    ids, order = in_order(articles[0])
    sources = Coded(articles[1].values, articles[1].codes[order])
    told = claims_of(claims, ids, made.ids, said)
    return Index(state, ids, sources, made, told, spots, links_of(told))


def spots_of(connection: Connection) -> Spots:
    """Where the places of claims and events lie, those that stand on a map."""
    found: dict[str | None, tuple[float, float]] = {}
    for column in (CLAIMS.c, EVENTS.c):
        wanted = select(column.place_id, column.lat, column.lon).distinct()
        rows = connection.execute(wanted.where(column.lat.is_not(None), column.place_precision.in_(ON_THE_MAP)))
        found |= {name: (lat, lon) for name, lat, lon in rows}
    return found


@contextmanager
def snapshot(engine: Engine) -> Iterator[Connection]:
    """A connection whose queries all see the database in one state, whoever writes meanwhile; SQLite's always do."""
    with engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            connection.execution_options(isolation_level="REPEATABLE READ")
        yield connection


def what(column: Any) -> list[Any]:
    """The columns of `Happening`. Days are read as text: a few thousand of them become days, not each row's."""
    names = ("type", "status", "place_country", "place_id", "place_key")
    return [*(column[name] for name in names), cast(column.begin, Text), cast(column.finish, Text)]


def who(column: Any) -> list[Any]:
    """The columns about actors, claimants and parties, and those by which reviewers are given claims."""
    roles = ("actor", "recipient", "claimant")
    names = [f"{role}_{part}" for part in ("id", "key") for role in roles]
    told = (column.claimant_kind, column.claimant_name, column.party)
    return [*(column[name] for name in names), *told, cast(func.round(column.score * 1000), Integer), column.killed]


def coded(parts: Iterable[Iterable[Any]], width: int) -> list[Coded[Any]]:
    """Columns from rows that come in parts."""
    known: list[dict[Any, int]] = [{} for _ in range(width)]
    found: list[list[Numbers]] = [[] for _ in range(width)]
    for part in parts:
        for seen, codes, column in zip(known, found, zip(*part, strict=True), strict=True):
            codes.append(np.fromiter((seen.setdefault(value, len(seen)) for value in column), np.int32, len(column)))
    none: Numbers = np.zeros(0, np.int32)
    return [
        Coded(tuple(seen), np.concatenate(codes) if codes else none) for seen, codes in zip(known, found, strict=True)
    ]


def in_order(ids: Coded[str]) -> tuple[tuple[str, ...], Numbers]:
    """Ids in order, and the row where each of them was."""
    names = [ids.values[code] for code in ids.codes]
    order = sorted(range(len(names)), key=names.__getitem__)
    return tuple(names[n] for n in order), np.array(order, np.int32)


def taken(column: Coded[V], rows: Numbers) -> Coded[V]:
    """A column with its rows in another order."""
    return Coded(column.values, column.codes[rows])


def happening(columns: list[Coded[Any]], rows: Numbers) -> Happening:
    """What `what` asked for, with its rows in another order."""
    kind, status, country, place_id, place_key, begin, finish = (taken(one, rows) for one in columns)
    return Happening(kind, status, country, place_id, place_key, days(begin), days(finish))


def days(column: Coded[str | None]) -> Numbers:
    """Days as ordinals, 0 for none."""
    ordinals = [date.fromisoformat(one).toordinal() if one else 0 for one in column.values]
    found: Numbers = np.array(ordinals, np.int32)[column.codes]
    return found


def events_of(connection: Connection, columns: list[Coded[Any]]) -> Events:
    """The events of an index, from the columns that `load` asks for."""
    ids, rows = in_order(columns[0])
    precision, told_by = (taken(column, rows) for column in columns[1:3])
    what = happening(columns[3:], rows)
    _, first = np.unique(what.place_id.codes, return_index=True)
    one_each = {int(what.place_id.codes[row]): ids[row] for row in first}
    places = places_in(connection, one_each.values())
    return Events(ids, what, precision, told_by, tuple(places[one_each[n]] for n in range(len(one_each))))


def places_in(connection: Connection, event_ids: Iterable[str]) -> dict[str, PlaceMention | None]:
    """The places of some events."""
    found: dict[str, PlaceMention | None] = {}
    for some in batches(event_ids):
        for row in connection.execute(select(EVENTS.c.id, EVENTS.c.line).where(EVENTS.c.id.in_(some))):
            found[row.id] = read_event(row.line).place
    return found


def claims_of(columns: list[Coded[Any]], articles: tuple[str, ...], events: tuple[str, ...], said: Said) -> Claims:
    """The claims of an index, from the columns that `load` asks for."""
    article, position, event = rows_of(columns[0], articles), values_of(columns[1]), rows_of(columns[2], events)
    rows: Numbers = np.lexsort((position, article)).astype(np.int32)
    roles = ("actor", "recipient", "claimant")
    teller = joined(columns[16], columns[12], columns[17])
    starts: Numbers = np.searchsorted(article[rows], np.arange(len(articles))).astype(np.int32)
    words, places = said
    first = dict(zip(articles, starts.tolist(), strict=True))
    return Claims(
        article[rows],
        position[rows],
        event[rows],
        happening(columns[3:10], rows),
        {role: taken(one, rows) for role, one in zip(roles, columns[10:13], strict=True)},
        {role: taken(one, rows) for role, one in zip(roles, columns[13:16], strict=True)},
        taken(teller, rows),
        taken(columns[18], rows),
        taken(columns[19], rows),
        taken(columns[20], rows),
        starts,
        words,
        np.fromiter((first[name] + place for name, place in places), np.int32, len(places)),
    )


def rows_of(column: Coded[str | None], ids: tuple[str, ...]) -> Numbers:
    """For each value of a column the row that has it as its id; -1 where none has."""
    place = {one: n for n, one in enumerate(ids)}
    found: Numbers = np.array([place.get(one or "", -1) for one in column.values], np.int32)[column.codes]
    return found


def values_of(column: Coded[int]) -> Numbers:
    """The values of a column of numbers, row by row."""
    found: Numbers = np.array(column.values, np.int32)[column.codes]
    return found


def joined(*columns: Coded[Any]) -> Coded[Any]:
    """Several columns as one, whose values are what they have together."""
    seen: dict[tuple[int, ...], int] = {}
    together = zip(*(one.codes.tolist() for one in columns), strict=True)
    codes = np.fromiter((seen.setdefault(one, len(seen)) for one in together), np.int32, len(columns[0].codes))
    return Coded(tuple(tuple(of.values[n] for of, n in zip(columns, one, strict=True)) for one in seen), codes)
