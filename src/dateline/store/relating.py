"""Reads the relations of a database into memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import msgspec
import numpy as np
from sqlalchemy import Connection, Select, and_, case, select

from dateline.records.claim import Claimant
from dateline.records.text import Span
from dateline.records.tie import key_of, named, place_in_text
from dateline.store.index import Coded, Numbers, joined, taken
from dateline.store.tables import ARTICLES, RELATIONS
from dateline.store.tied import ENDS, Relations

Columns = Callable[[Select[Any]], list[Coded[Any]]]
PARTS = ("id", "name", "country", "key")
NAMELESS = and_(
    RELATIONS.c.claimant_kind == "actor", RELATIONS.c.claimant_id.is_(None), RELATIONS.c.claimant_name.is_(None)
)
"""Relations whose claimant is called by words of the text alone."""
ORDER = (RELATIONS.c.article_id, RELATIONS.c.position)
AT_A_TIME = 20_000
"""Rows that are fetched at a time."""
Place = tuple[int, int, str, str, float]


class Saying(msgspec.Struct):
    """Of a relation in JSON who says it, and in which words."""

    evidence: Span
    claimant: Claimant
    score: float


def relations_of(connection: Connection, columns: Columns, articles: Mapping[str, int]) -> Relations:
    """The relations of a database. `columns` reads columns, `articles` has the rows of the articles by id."""
    parts = [RELATIONS.c[f"{end}_{part}"] for part in PARTS for end in ENDS]
    names, position, kind, *who = columns(select(*ORDER, RELATIONS.c.kind, *parts).order_by(*ORDER))
    places = list(sayings(connection))
    article: Numbers = np.array([articles[name] for name in names.values], np.int32)[names.codes]
    ends = {end: joined(*who[n:6:2]) for n, end in enumerate(ENDS)}
    made = joined(kind, *ends.values())
    found = [key_of(name, one[0], other[0]) for name, one, other in made.values]
    keys = tuple(sorted({key for key in found if key is not None}))
    number = {key: n for n, key in enumerate(keys)}
    tie: Numbers = np.array([-1 if key is None else number[key] for key in found], np.int32)[made.codes]
    order: Numbers = np.array(sorted(range(len(places)), key=lambda n: (tie[n], article[n], places[n])), np.int32)
    return Relations(
        keys,
        tie[order],
        article[order],
        np.array(position.values, np.int32)[position.codes][order],
        taken(kind, order),
        {end: taken(one, order) for end, one in ends.items()},
        {end: taken(one, order) for end, one in zip(ENDS, who[6:], strict=True)},
        taken(one_each([place[2] for place in places]), order),
    )


def sayings(connection: Connection) -> Iterator[Place]:
    """Where in its article each relation is told, and by whom."""
    text = case((NAMELESS, ARTICLES.c.text), else_=None).label("text")
    wanted = select(RELATIONS.c.json, text).join(ARTICLES, ARTICLES.c.id == RELATIONS.c.article_id).order_by(*ORDER)
    for row in connection.execution_options(yield_per=AT_A_TIME).execute(wanted):
        said = msgspec.json.decode(row.json, type=Saying)
        claimant = named(said.claimant, row.text or "")
        yield place_in_text(said.evidence, claimant, said.score)


def one_each(values: list[str]) -> Coded[str]:
    """A column of some values."""
    seen: dict[str, int] = {}
    codes = np.fromiter((seen.setdefault(one, len(seen)) for one in values), np.int32, len(values))
    return Coded(tuple(seen), codes)
