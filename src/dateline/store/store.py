"""Writes: each is one transaction, and doing it again changes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection, Engine, Insert, delete, select, text
from sqlalchemy.exc import DBAPIError

from dateline.pipeline import described
from dateline.records.article import Article, Failure, Rejection
from dateline.records.claim import Claim, Relation
from dateline.records.codec import read_reading, reading_line
from dateline.records.decision import Decision, Named
from dateline.records.event import Event
from dateline.records.origin import Origin
from dateline.records.reading import Reading
from dateline.records.review import Review
from dateline.store import decisions, queries, reviews
from dateline.store.connect import connect, snapshot, unusable, writing
from dateline.store.draft import Draft
from dateline.store.queries import EventQuery
from dateline.store.relations import RelationQuery, relations
from dateline.store.rows import Values, article_row, claim_row, clean, relation_rows
from dateline.store.shelf import DatabaseShelf
from dateline.store.state import revised
from dateline.store.tables import (
    ARTICLES,
    CLAIMS,
    EVENTS,
    FAILURES,
    MERGED,
    READINGS,
    REJECTIONS,
    RELATIONS,
    RUNS,
    WAITING,
)
from dateline.store.words import key

MERGING_LOCK = text("SELECT pg_advisory_xact_lock(743202)")
NEW, CHANGED, SAME = "new", "changed", "same"


@dataclass(frozen=True)
class Ticket:
    """What is known of an input before it is read: the run, a digest of what was received, its origin and its id."""

    run: str
    capture: str
    origin: str
    name: str


@dataclass(frozen=True)
class Store:
    """A database that is open. A context manager: leaving it closes the database."""

    engine: Engine
    where: str

    @classmethod
    def open(cls, database: str | Path, *, make: bool = False) -> Store:
        """The store in a file or behind a URL; see `connect` for what it raises."""
        return cls(connect(database, make=make), str(database))

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.engine.dispose()
        if isinstance(error, DBAPIError):
            raise unusable(self.where.rsplit("@", 1)[-1], error) from error

    def begin_run(self, run: str, version: str, now: str) -> None:
        """Notes that a run works on this database; `now` is kept of the first time only."""
        with self._writing() as connection:
            if connection.scalar(select(RUNS.c.id).where(RUNS.c.id == run)) is None:
                connection.execute(RUNS.insert().values(id=run, version=version, began=now))

    def end_run(self, run: str, now: str) -> None:
        """Notes that a run came to its end."""
        with self._writing() as connection:
            connection.execute(RUNS.update().where(RUNS.c.id == run).values(ended=now))

    def known(self, tickets: Sequence[Ticket]) -> dict[Ticket, str | Rejection]:
        """Of some inputs, those their run has dealt with: the id of the article each became, or why it became none."""
        captures, runs = [one.capture for one in tickets], {one.run for one in tickets}
        read = select(ARTICLES.c.run, ARTICLES.c.capture, ARTICLES.c.id)
        refused = select(REJECTIONS).where(REJECTIONS.c.capture.in_(captures), REJECTIONS.c.run.in_(runs))
        with self.engine.connect() as connection:
            found = connection.execute(read.where(ARTICLES.c.capture.in_(captures), ARTICLES.c.run.in_(runs)))
            ids = {(row.run, row.capture): row.id for row in found}
            gone = {(row.run, row.capture, row.origin): row for row in connection.execute(refused)}
        dealt: dict[Ticket, str | Rejection] = {}
        for one in tickets:
            if (one.run, one.capture) in ids:
                dealt[one] = ids[one.run, one.capture]
            elif row := gone.get((one.run, one.capture, key(one.origin))):
                dealt[one] = Rejection(row.id, one.origin, row.reason)
        return dealt

    def write(self, outcome: Reading | Rejection | Failure, ticket: Ticket) -> str:
        """Keeps an outcome, and says whether it was "new", "changed" or the "same" as what stood there."""
        if isinstance(outcome, Reading):
            try:
                line = reading_line(outcome).decode()
            except UnicodeEncodeError as error:
                outcome = Failure(outcome.article.id, ticket.origin, "codec", described(error))
            else:
                return self._write_reading(outcome, line, ticket)
        with self._writing() as connection:
            forget_losses(connection, ticket, outcome.id)
            connection.execute(*loss_row(outcome, ticket))
        return NEW

    def _write_reading(self, reading: Reading, line: str, ticket: Ticket) -> str:
        name = key(reading.article.id)
        stood = select(READINGS.c.line, ARTICLES.c.capture).join(ARTICLES, ARTICLES.c.id == READINGS.c.article_id)
        with self._writing() as connection:
            forget_losses(connection, ticket, reading.article.id)
            before = connection.execute(stood.where(ARTICLES.c.id == name)).first()
            if before is not None and (before.line, before.capture) == (line, ticket.capture):
                return SAME
            connection.execute(delete(ARTICLES).where(ARTICLES.c.id == name))
            connection.execute(ARTICLES.insert(), article_row(reading.article, ticket.capture, reading.run))
            connection.execute(READINGS.insert(), {"article_id": name, "line": line})
            if connection.scalar(select(WAITING.c.article_id).where(WAITING.c.article_id == name)) is None:
                connection.execute(WAITING.insert(), {"article_id": name})
            rows = [claim_row(reading.article, n, claim) for n, claim in enumerate(reading.claims)]
            if rows:
                connection.execute(CLAIMS.insert(), rows)
            if ties := relation_rows(reading):
                connection.execute(RELATIONS.insert(), ties)
            reviews.follow(connection, name)
        return NEW if before is None else CHANGED

    def claims(self, query: EventQuery | None = None) -> Iterator[tuple[Article, Claim]]:
        """The claims that fit; see `queries.claims`."""
        return queries.claims(self.engine, query or EventQuery())

    def events(self, query: EventQuery | None = None) -> Iterator[Event]:
        """The events that fit; see `queries.events`."""
        return queries.events(self.engine, query or EventQuery())

    def relations(self, query: RelationQuery | None = None) -> Iterator[tuple[Article, Relation]]:
        """The relations that fit, each with its article; see `relations.relations`."""
        return relations(self.engine, query or RelationQuery())

    def claims_of(self, event_id: str) -> Iterator[tuple[Article, Claim]]:
        """The claims that an event joins, each with its article."""
        return queries.claims_of(self.engine, event_id)

    def beside(self, event_id: str) -> list[Event]:
        """The other events that the articles of an event tell, by id."""
        return queries.beside(self.engine, event_id)

    def claim(self, article_id: str, claim_id: str) -> tuple[Article, Claim] | None:
        """One claim with its article; None if there is no such claim."""
        return queries.claim(self.engine, article_id, claim_id)

    def event(self, event_id: str) -> Event | None:
        """One event; None if there is no such event."""
        return queries.event(self.engine, event_id)

    def forwarded(self, event_id: str) -> dict[str, str]:
        """The events that hold now what an event of this id held, and since when; see `decisions.forwarded`."""
        return decisions.forwarded(self.engine, event_id)

    def parts(self, event_id: str) -> tuple[str, ...]:
        """The other events that hold claims which an event once held."""
        return decisions.parts(self.engine, event_id)

    def origins(self, event_id: str) -> dict[str, Origin]:
        """Where the articles of an event come from."""
        return decisions.origins(self.engine, event_id)

    def named(self, name: str) -> tuple[Named, ...]:
        """The claims that an id names, of an event or of a claim; see `decisions.named`."""
        return decisions.named(self.engine, name)

    def decisions(self) -> list[Decision]:
        """What people decided, in that order."""
        return decisions.decisions(self.engine)

    def decide(self, decision: Decision) -> None:
        """Keeps what somebody decided."""
        with self._writing() as connection:
            decisions.append(connection, decision)

    def review(self, review: Review) -> Review:
        """Keeps what somebody decided of a claim, as the last of all such decisions."""
        with writing(self.engine) as connection:
            return reviews.append(connection, review)

    def reviews(self) -> list[Review]:
        """What people decided of claims, in that order."""
        return reviews.reviews(self.engine)

    def merged_by(self) -> str | None:
        """A digest of the program that merged what stands here; None where nothing is merged."""
        row = queries.first(self.engine, select(MERGED.c.made_by))
        return None if row is None else str(row.made_by)

    def waits(self) -> bool:
        """Whether any article has yet to be merged."""
        return queries.first(self.engine, select(WAITING.c.article_id).limit(1)) is not None

    def reading(self, article_id: str) -> Reading | None:
        """What one article says; None if there is no such article."""
        return queries.reading(self.engine, article_id)

    def runs(self) -> dict[str, str]:
        """For each article the run that read it."""
        return {row.id: row.run for row in queries.rows(self.engine, select(ARTICLES.c.id, ARTICLES.c.run))}

    def sizes(self) -> tuple[int, int, int]:
        """How many articles, claims and events there are."""
        articles, claims, events = (queries.count(self.engine, table) for table in (ARTICLES, CLAIMS, EVENTS))
        return articles, claims, events

    def readings(self) -> Iterator[Reading]:
        """Every reading, by article id."""
        wanted = select(READINGS.c.line).order_by(READINGS.c.article_id)
        found = (read_reading(row.line) for row in queries.rows(self.engine, wanted))
        yield from (reading for reading in found if reading is not None)

    @contextmanager
    def shelf(self, at: str | None = None) -> Iterator[DatabaseShelf]:
        """Where merging keeps its work; all of it is kept at the end, or nothing. One at a time works there.

        `at` is the time that is kept of events that become part of others.
        """
        with self._writing() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(MERGING_LOCK)
            yield DatabaseShelf(connection, at)

    @contextmanager
    def draft(self, decided: Sequence[Decision]) -> Iterator[Draft]:
        """Where it can be seen what merging would make of some decisions; nothing is written, and nobody waits."""
        with snapshot(self.engine) as connection:
            yield Draft(connection, decided=tuple(decided))

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """A connection that writes anything but reviews."""
        with writing(self.engine) as connection:
            yield connection
            revised(connection)


def forget_losses(connection: Connection, ticket: Ticket, name: str) -> None:
    """Takes away what was noted when the same input could not be read."""
    for table in (REJECTIONS, FAILURES):
        same = table.c.id.in_([key(name), key(ticket.name)]) & (table.c.origin == key(ticket.origin))
        connection.execute(delete(table).where(same))


def loss_row(outcome: Rejection | Failure, ticket: Ticket) -> tuple[Insert, Values]:
    """The statement and the row that note an input without a reading."""
    row = {"id": key(outcome.id), "origin": key(outcome.origin), "run": ticket.run}
    if isinstance(outcome, Rejection):
        return REJECTIONS.insert(), clean(row | {"capture": ticket.capture, "reason": outcome.reason})
    return FAILURES.insert(), clean(row | {"step": outcome.step, "error": outcome.error})
