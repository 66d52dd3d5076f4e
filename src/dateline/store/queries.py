"""The one set of filters, and what it finds. Shared by every door."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from sqlalchemy import Column, ColumnElement, Engine, Select, Table, and_, exists, func, select

from dateline.errors import BadConfig
from dateline.records.article import Article
from dateline.records.claim import Claim
from dateline.records.codec import read_event, read_reading
from dateline.records.event import Event
from dateline.records.reading import Reading
from dateline.store.asked import happening, telling
from dateline.store.box import Box
from dateline.store.reviews import check_reviewed, has_verdict
from dateline.store.rows import TOLD, told
from dateline.store.tables import ARTICLES, CLAIMS, EVENT_CLAIMS, EVENTS, READINGS
from dateline.store.words import key, sought

Condition = ColumnElement[bool]


@dataclass(frozen=True)
class EventQuery:
    """Filters for claims and for events; all that are given must hold. None filters nothing.

    `actor`, `recipient`, `place`, `claimant` and `source` are ids or words of names; `claimant` also takes "outlet" and
    "unnamed"; `text` are words of the evidence. Words match whole, in order, in any case. `country` is where it
    happened, ISO 3166-1 alpha-3; `box` a part of the map, in which nothing lies of which only the country is known.
    `reviewed` is what people decided of a claim: "yes", "no", "accepted", "rejected", "edited" or "unsettled"
    (reviewers differ). An event fits when its own type, status, time and place fit, and one of its claims fits the
    rest.
    Without a known time nothing fits `since` or `until` (days, both included).
    Raises `BadConfig` for a filter that could not find anything.
    """

    type: str | None = None
    status: str | None = None
    actor: str | None = None
    recipient: str | None = None
    country: str | None = None
    place: str | None = None
    box: Box | None = None
    since: date | None = None
    until: date | None = None
    claimant: str | None = None
    party: bool | None = None
    source: str | None = None
    text: str | None = None
    reviewed: str | None = None
    limit: int | None = None
    offset: int = 0

    def __post_init__(self) -> None:
        if self.country is not None and not (len(self.country) == 3 and self.country.isalpha()):
            raise BadConfig(f"{self.country!r} is no country code; give three letters, such as EGY")
        check_days(self.since, self.until)
        check_reviewed(self.reviewed)
        if (self.limit is not None and self.limit < 0) or self.offset < 0:
            raise BadConfig("limit and offset cannot be negative")
        for name in ("actor", "recipient", "place", "claimant", "source", "text"):
            if getattr(self, name) is not None:
                sought(getattr(self, name))

    def __str__(self) -> str:
        given = {one.name: getattr(self, one.name) for one in fields(self) if getattr(self, one.name) != one.default}
        return ", ".join(f"{name} {value}" for name, value in given.items()) or "everything"


@dataclass(frozen=True)
class Columns:
    """What is asked of the rows of a table: of claims, each with its article, or of events."""

    table: Table

    def equal(self, column: str, value: object) -> Condition:
        """Whether a column has a value."""
        return self.table.c[column] == value

    def has(self, column: str, words: str) -> Condition:
        """Whether a key column has some words."""
        return holds(ARTICLES.c.source_key if column == "source_key" else self.table.c[column], words)

    def within(self, box: Box) -> Condition:
        """Whether the place lies in a part of the map."""
        return and_(*box.conditions(self.table.c))

    def since(self, day: date) -> Condition:
        """Whether it is known to end on a day or later."""
        return func.coalesce(self.table.c.finish, self.table.c.begin) >= day

    def until(self, day: date) -> Condition:
        """Whether it is known to begin by a day."""
        return func.coalesce(self.table.c.begin, self.table.c.finish) <= day

    def reviewed(self, wanted: str) -> Condition:
        """Whether people decided of it what the filter wants."""
        return has_verdict(wanted)


def check_days(since: date | None, until: date | None) -> None:
    """Raises `BadConfig` for an interval that ends before it begins."""
    if since and until and since > until:
        raise BadConfig(f"nothing is since {since} and until {until}; exchange them")


def claims(engine: Engine, query: EventQuery) -> Iterator[tuple[Article, Claim]]:
    """The claims that fit, each with its article, by time (unknown last), article and place in the article."""
    wanted = select(*TOLD).join(ARTICLES, ARTICLES.c.id == CLAIMS.c.article_id)
    wanted = wanted.where(*happening(query, Columns(CLAIMS)), *telling(query, Columns(CLAIMS)))
    ordered = wanted.order_by(CLAIMS.c.begin.is_(None), CLAIMS.c.begin, CLAIMS.c.article_id, CLAIMS.c.position)
    yield from map(told, rows(engine, paged(ordered, query)))


def events(engine: Engine, query: EventQuery) -> Iterator[Event]:
    """The events that fit, by time (unknown last) and id."""
    wanted = select(EVENTS.c.line).where(*happening(query, Columns(EVENTS)))
    if told_so := list(telling(query, Columns(CLAIMS))):
        theirs = (EVENT_CLAIMS.c.article_id == CLAIMS.c.article_id) & (EVENT_CLAIMS.c.claim_id == CLAIMS.c.id)
        found = exists().where(
            EVENT_CLAIMS.c.event_id == EVENTS.c.id, theirs, ARTICLES.c.id == CLAIMS.c.article_id, *told_so
        )
        wanted = wanted.where(found)
    ordered = wanted.order_by(EVENTS.c.begin.is_(None), EVENTS.c.begin, EVENTS.c.id)
    yield from (read_event(row.line) for row in rows(engine, paged(ordered, query)))


def claims_of(engine: Engine, event_id: str) -> Iterator[tuple[Article, Claim]]:
    """The claims that an event joins, each with its article."""
    theirs = (EVENT_CLAIMS.c.article_id == CLAIMS.c.article_id) & (EVENT_CLAIMS.c.claim_id == CLAIMS.c.id)
    wanted = select(*TOLD).join(ARTICLES, ARTICLES.c.id == CLAIMS.c.article_id).join(EVENT_CLAIMS, theirs)
    wanted = wanted.where(EVENT_CLAIMS.c.event_id == key(event_id))
    ordered = wanted.order_by(ARTICLES.c.published.is_(None), ARTICLES.c.published, ARTICLES.c.id, CLAIMS.c.position)
    yield from map(told, rows(engine, ordered))


def beside(engine: Engine, event_id: str) -> list[Event]:
    """The other events that the articles of an event tell, by id."""
    articles = select(EVENT_CLAIMS.c.article_id).where(EVENT_CLAIMS.c.event_id == key(event_id))
    names = select(EVENT_CLAIMS.c.event_id).where(EVENT_CLAIMS.c.article_id.in_(articles))
    wanted = select(EVENTS.c.line).where(EVENTS.c.id.in_(names), EVENTS.c.id != key(event_id)).order_by(EVENTS.c.id)
    return [read_event(row.line) for row in rows(engine, wanted)]


def claim(engine: Engine, article_id: str, claim_id: str) -> tuple[Article, Claim] | None:
    """One claim with its article; None if there is no such claim."""
    wanted = select(*TOLD).join(ARTICLES, ARTICLES.c.id == CLAIMS.c.article_id)
    wanted = wanted.where(CLAIMS.c.article_id == key(article_id), CLAIMS.c.id == key(claim_id))
    row = first(engine, wanted)
    return None if row is None else told(row)


def event(engine: Engine, event_id: str) -> Event | None:
    """One event; None if there is no such event."""
    row = first(engine, select(EVENTS.c.line).where(EVENTS.c.id == key(event_id)))
    return None if row is None else read_event(row.line)


def reading(engine: Engine, article_id: str) -> Reading | None:
    """What one article says; None if there is no such article."""
    row = first(engine, select(READINGS.c.line).where(READINGS.c.article_id == key(article_id)))
    return None if row is None else read_reading(row.line)


def count(engine: Engine, table: Table) -> int:
    """The number of rows."""
    with engine.connect() as connection:
        return connection.scalar(select(func.count()).select_from(table)) or 0


def holds(column: Column[Any], words: str) -> Condition:
    """Whether a key column has these words. The words are data: nothing in them is a pattern."""
    return column.contains(sought(words), autoescape=True)


def paged(wanted: Select[Any], query: EventQuery) -> Select[Any]:
    """The rows that the query's limit and offset leave."""
    return wanted.limit(query.limit).offset(query.offset or None)


def rows(engine: Engine, wanted: Select[Any]) -> Iterator[Any]:
    """The rows of a query, a few hundred in memory at a time."""
    with engine.connect() as connection, connection.execution_options(yield_per=500).execute(wanted) as found:
        yield from found


def first(engine: Engine, wanted: Select[Any]) -> Any:
    """The first row of a query; None when it has none."""
    with engine.connect() as connection:
        return connection.execute(wanted).first()
