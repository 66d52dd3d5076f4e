"""Reads the columns of a database into memory, and sorts what would otherwise be sorted when somebody asks for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

import numpy as np
from sqlalchemy import Connection, Engine, Integer, Select, Text, and_, cast, func, select

from dateline.records.codec import read_event
from dateline.records.ids import is_named_here
from dateline.records.mention import PlaceMention
from dateline.store.box import ON_THE_MAP
from dateline.store.connect import snapshot
from dateline.store.index import Claims, Coded, Events, Happening, Index, Numbers, Spots, joined, taken
from dateline.store.links import links_of
from dateline.store.orders import orders_of
from dateline.store.relating import relations_of
from dateline.store.shelf import batches
from dateline.store.spoken import Spoken, spoken
from dateline.store.tables import ARTICLES, CLAIMS, EVENT_CLAIMS, EVENTS

Said = tuple[Spoken, list[tuple[str, int]]]
"""The words of all evidence, and the article and the position of each."""
AT_A_TIME = 20_000
"""Rows that are fetched at a time."""


def load(engine: Engine, state: str) -> Index:
    """Reads the columns of a database that is in this state."""
    with snapshot(engine) as connection:

        def columns(wanted: Select[Any]) -> list[Coded[Any]]:
            result = connection.execution_options(yield_per=AT_A_TIME).execute(wanted)
            return coded(result.partitions(AT_A_TIME), len(wanted.selected_columns))

        day = func.substr(ARTICLES.c.published, 1, 10)
        articles = columns(select(ARTICLES.c.id, ARTICLES.c.source_key, ARTICLES.c.source, day))
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
        related = relations_of(connection, columns, {one: n for n, one in enumerate(ids)})
    words, outlets, published = (taken(one, order) for one in articles[1:])
    told = claims_of(claims, ids, made.ids, said)
    return Index(
        state,
        ids,
        words,
        outlets,
        days(published),
        made,
        told,
        spots,
        links_of(told),
        orders_of(ids, made, told),
        related,
        names_of(joined(claims[10], claims[21]), joined(claims[11], claims[22]), joined(claims[12], claims[17])),
    )


def spots_of(connection: Connection) -> Spots:
    """Where the places of claims and events lie, those that stand on a map."""
    found: dict[str | None, tuple[float, float]] = {}
    for column in (CLAIMS.c, EVENTS.c):
        wanted = select(column.place_id, column.lat, column.lon).distinct()
        rows = connection.execute(wanted.where(column.lat.is_not(None), column.place_precision.in_(ON_THE_MAP)))
        found |= {name: (lat, lon) for name, lat, lon in rows}
    return found


def what(column: Any) -> list[Any]:
    """The columns of `Happening`. Days are read as text: a few thousand of them become days, not each row's."""
    names = ("type", "status", "place_country", "place_id", "place_key")
    return [*(column[name] for name in names), cast(column.begin, Text), cast(column.finish, Text)]


def who(column: Any) -> list[Any]:
    """The columns about actors, claimants and parties, and those by which reviewers are given claims."""
    roles = ("actor", "recipient", "claimant")
    names = [f"{role}_{part}" for part in ("id", "key") for role in roles]
    told = (column.claimant_kind, column.claimant_name, column.party)
    score = cast(func.round(column.score * 1000), Integer)
    return [*(column[name] for name in names), *told, score, column.killed, column.actor_name, column.recipient_name]


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


def happening(columns: list[Coded[Any]], rows: Numbers) -> Happening:
    """What `what` asked for, with its rows in another order."""
    kind, status, country, place_id, place_key, begin, finish = (taken(one, rows) for one in columns)
    begins = days(begin)
    return Happening(kind, status, country, place_id, place_key, begins, days(finish), *by_day(begins))


def by_day(begin: Numbers) -> tuple[Numbers, Numbers]:
    """The rows with the oldest day first, and with the newest first; those without a day last."""
    oldest: Numbers = np.lexsort((begin, begin == 0)).astype(np.int32)
    dated = int((begin > 0).sum())
    return oldest, np.concatenate((oldest[:dated][::-1], oldest[dated:][::-1]))


def days(column: Coded[str | None]) -> Numbers:
    """Days as ordinals, 0 for none."""
    found: Numbers = np.array([ordinal(one) for one in column.values], np.int32)[column.codes]
    return found


def ordinal(day: str | None) -> int:
    """A day as an ordinal, 0 for none, and for what is no day of a calendar."""
    try:
        return date.fromisoformat(day or "").toordinal()
    except ValueError:
        return 0


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


def names_of(*told: Coded[tuple[str | None, str | None]]) -> dict[str, str]:
    """What texts call actors that nobody lists, by id: of several names the one that most claims have."""
    seen: dict[str, Counter[str]] = {}
    for column in told:
        counts = np.bincount(column.codes, minlength=len(column.values)).tolist()
        for (known, name), many in zip(column.values, counts, strict=True):
            if known is not None and is_named_here(known) and name:
                seen.setdefault(known, Counter())[" ".join(name.split())] += many
    return {known: min(names, key=lambda name: (-names[name], name)) for known, names in seen.items()}


def rows_of(column: Coded[str | None], ids: tuple[str, ...]) -> Numbers:
    """For each value of a column the row that has it as its id; -1 where none has."""
    place = {one: n for n, one in enumerate(ids)}
    found: Numbers = np.array([place.get(one or "", -1) for one in column.values], np.int32)[column.codes]
    return found


def values_of(column: Coded[int]) -> Numbers:
    """The values of a column of numbers, row by row."""
    found: Numbers = np.array(column.values, np.int32)[column.codes]
    return found
