"""Filters for relations, and what they find."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date

from sqlalchemy import Engine, or_, select

from dateline.errors import BadConfig
from dateline.records.article import Article
from dateline.records.claim import Relation
from dateline.records.tie import KINDS
from dateline.store.queries import Condition, EventQuery, check_days, holds, rows
from dateline.store.rows import TOLD_RELATION, told_relation
from dateline.store.tables import ARTICLES, RELATIONS
from dateline.store.words import sought

SHARED = ("actor", "since", "until", "source", "limit")
"""The filters of events that relations have too."""


@dataclass(frozen=True)
class RelationQuery:
    """Filters for relations and the ties they make; all that are given must hold. None filters nothing.

    `actor` is an id, words of a name or a country code, of either end; `kind` one of `KINDS`, blanks or hyphens for its
    underscores allowed; `source` words of the outlet's name. `since` and `until` are publication days, both included;
    without a known one nothing fits them. `limit` is the number of ties at most, not of relations.
    Raises `BadConfig` for a filter that could not find anything.
    """

    actor: str | None = None
    kind: str | None = None
    since: date | None = None
    until: date | None = None
    source: str | None = None
    limit: int | None = None

    def __post_init__(self) -> None:
        check_days(self.since, self.until)
        if self.limit is not None and self.limit < 0:
            raise BadConfig("limit cannot be negative")
        if self.kind is not None and kind_of(self.kind) not in KINDS:
            raise BadConfig(f"there is no tie {self.kind!r}; there are {', '.join(KINDS)}")
        for words in (self.actor, self.source):
            if words is not None:
                sought(words)

    @classmethod
    def of(cls, query: EventQuery | RelationQuery | None, kind: str | None = None) -> RelationQuery:
        """The query with the filters of another one. Raises `BadConfig` for a filter that relations do not have."""
        if query is None or isinstance(query, RelationQuery):
            return query or cls(kind=kind)
        given = [one.name for one in fields(query) if getattr(query, one.name) != one.default]
        if foreign := [name for name in given if name not in SHARED]:
            raise BadConfig(f"relations have no {', '.join(foreign)}; filter them by kind, {', '.join(SHARED)}")
        return cls(kind=kind, **{name: getattr(query, name) for name in SHARED})


def relations(engine: Engine, query: RelationQuery) -> Iterator[tuple[Article, Relation]]:
    """The relations that fit, each with its article, by article and place in it. `limit` is for the ties they make."""
    wanted = select(*TOLD_RELATION).join(ARTICLES, ARTICLES.c.id == RELATIONS.c.article_id).where(*conditions(query))
    ordered = wanted.order_by(RELATIONS.c.article_id, RELATIONS.c.position)
    yield from map(told_relation, rows(engine, ordered))


def conditions(query: RelationQuery) -> list[Condition]:
    """What a query asks of a relation and its article."""
    column, found = RELATIONS.c, list[Condition]()
    if query.actor is not None:
        of = query.actor
        is_end = [or_(column[f"{role}_id"] == of, holds(column[f"{role}_key"], of)) for role in ("subject", "object")]
        found.append(or_(*is_end))
    if query.kind is not None:
        found.append(column.kind == kind_of(query.kind))
    if query.since is not None:
        found.append(column.published >= query.since)
    if query.until is not None:
        found.append(column.published <= query.until)
    if query.source is not None:
        found.append(holds(ARTICLES.c.source_key, query.source))
    return found


def kind_of(words: str) -> str:
    """The kind that some words name: "ally_of" for "Ally of"."""
    return "_".join(words.casefold().replace("-", " ").replace("_", " ").split())
