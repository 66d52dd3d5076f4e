"""What merging keeps in a database, in one transaction; see `merge.shelf`, whose questions these answer."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from itertools import islice
from typing import Any

import msgspec
from sqlalchemy import Column, Connection, Select, Table, delete, insert, select

from dateline.records.article import Article
from dateline.records.claim import Claim
from dateline.records.codec import read_reading
from dateline.records.decision import Decision, Named
from dateline.records.event import Event
from dateline.records.origin import Origin
from dateline.records.reading import Reading
from dateline.records.review import REJECTED
from dateline.store.rows import TOLD, event_row, member_rows, told
from dateline.store.tables import (
    ARTICLES,
    BLOCKS,
    CLAIMS,
    DECISIONS,
    EDGES,
    EVENT_CLAIMS,
    EVENTS,
    FORWARDINGS,
    MARKS,
    MERGED,
    NODES,
    READINGS,
    STORIES,
    VERDICTS,
    WAITING,
)
from dateline.store.words import key

AT_ONCE = 500
"""Values in one question; databases limit how many there may be."""
MADE = (WAITING, MERGED, STORIES, MARKS, NODES, BLOCKS, EDGES)
"""What merging makes beside events."""
REJECTED_CLAIMS = select(VERDICTS).where(VERDICTS.c.verdict == REJECTED)


@dataclass(frozen=True)
class DatabaseShelf:
    """The shelf of a database whose transaction is open. Articles go by the ids that the database has for them."""

    connection: Connection
    at: str | None = None
    """When this happens: kept of events that become part of others."""

    def made_by(self) -> str | None:
        """A digest of the program that merged what stands here; None where nothing is merged."""
        return self.connection.scalar(select(MERGED.c.made_by))

    def forget(self, made_by: str) -> None:
        """Takes away all that merging made but the events, has every article wait, and notes the program's digest."""
        for table in MADE:
            self.connection.execute(delete(table))
        self.connection.execute(insert(MERGED).values(made_by=made_by))
        self.connection.execute(insert(WAITING).from_select(["article_id"], select(ARTICLES.c.id)))

    def waiting(self) -> list[str]:
        """The articles that have yet to be merged."""
        return sorted(self.connection.scalars(select(WAITING.c.article_id)))

    def done(self) -> None:
        """Notes that no article waits."""
        self.connection.execute(delete(WAITING))

    def decisions(self) -> list[Decision]:
        """What people decided, in that order."""
        return [decision_of(row) for row in self.connection.execute(select(DECISIONS).order_by(DECISIONS.c.number))]

    def readings(self, articles: Iterable[str]) -> Iterator[Reading]:
        """The readings of some articles, those that are there, without the claims that people rejected."""
        names = [*articles]
        rejected = {*map(claim_key, self._rows(REJECTED_CLAIMS, VERDICTS.c.article_id, names))}
        for row in self._rows(select(READINGS), READINGS.c.article_id, names):
            if (reading := read_reading(row.line)) is not None:
                name = row.article_id
                kept = tuple(one for one in reading.claims if f"{name}/{key(one.id)}" not in rejected)
                yield replace(reading, article=replace(reading.article, id=name), claims=kept)

    def told(self, articles: Iterable[str]) -> Iterator[tuple[Article, Claim]]:
        """The claims of some articles, by article and place in it."""
        wanted = select(*TOLD).join(ARTICLES, ARTICLES.c.id == CLAIMS.c.article_id)
        ordered = wanted.order_by(CLAIMS.c.article_id, CLAIMS.c.position)
        return map(told, self._rows(ordered, CLAIMS.c.article_id, articles))

    def origins(self, articles: Iterable[str]) -> dict[str, Origin]:
        """Where some articles come from, without those that were never merged."""
        found = self._rows(select(STORIES), STORIES.c.article_id, articles)
        return {row.article_id: Origin(row.story, row.source, row.withdrawn) for row in found}

    def of_stories(self, stories: Iterable[str]) -> list[str]:
        """The articles of some stories."""
        return [row.article_id for row in self._rows(select(STORIES), STORIES.c.story, stories)]

    def put_origins(self, origins: Mapping[str, Origin]) -> None:
        """Notes where some articles come from."""
        self._drop(STORIES.c.article_id, origins)
        self._put(STORIES, ({"article_id": name, **asdict(origin)} for name, origin in origins.items()))

    def put_marks(self, marks: Mapping[str, list[int]]) -> None:
        """Puts the marks of the texts of some articles in the place of their former ones."""
        self._drop(MARKS.c.article_id, marks)
        self._put(MARKS, ({"mark": mark, "article_id": name} for name, found in marks.items() for mark in found))

    def bearing(self, marks: Iterable[int]) -> Iterator[tuple[int, str]]:
        """The articles that bear some marks: mark and article."""
        return ((row.mark, row.article_id) for row in self._rows(select(MARKS), MARKS.c.mark, marks))

    def nodes(self, ids: Iterable[str]) -> Iterator[str]:
        """The lines of some nodes."""
        return (row.line for row in self._rows(select(NODES.c.line), NODES.c.id, ids))

    def nodes_of(self, stories: Iterable[str]) -> Iterator[str]:
        """The lines of the nodes of some stories."""
        return (row.line for row in self._rows(select(NODES.c.line), NODES.c.story, stories))

    def drop_nodes(self, ids: Iterable[str]) -> None:
        """Takes nodes away, out of their blocks and with their edges."""
        names = sorted(ids)
        for column in (NODES.c.id, BLOCKS.c.node, EDGES.c.one, EDGES.c.other):
            self._drop(column, names)

    def put_nodes(self, nodes: Iterable[tuple[str, str, str, Collection[int]]]) -> None:
        """Puts nodes: id, story, line, blocks."""
        for some in batches(nodes):
            self._put(NODES, ({"id": name, "story": story, "line": line} for name, story, line, _ in some))
            self._put(BLOCKS, ({"block": block, "node": name} for name, _, _, blocks in some for block in blocks))

    def members(self, blocks: Iterable[int]) -> Iterator[tuple[int, str]]:
        """The nodes of some blocks: block and id."""
        return ((row.block, row.node) for row in self._rows(select(BLOCKS), BLOCKS.c.block, blocks))

    def drop_edges(self, blocks: Iterable[int]) -> None:
        """Takes the edges away that were found in some blocks."""
        self._drop(EDGES.c.block, blocks)

    def put_edges(self, edges: Iterable[tuple[int, str, str, float]]) -> None:
        """Puts edges: block, the two nodes, the lower first, and score."""
        names = ("block", "one", "other", "score")
        self._put(EDGES, (dict(zip(names, edge, strict=True)) for edge in edges))

    def edges(self, nodes: Iterable[str]) -> Iterator[tuple[str, str, float]]:
        """The edges at some nodes, each perhaps several times."""
        columns, wanted = EDGES.c, sorted(nodes)
        for end in (columns.one, columns.other):
            found = select(columns.one, columns.other, columns.score).distinct()
            yield from ((row.one, row.other, row.score) for row in self._rows(found, end, wanted))

    def events_with(self, claims: Iterable[str]) -> dict[str, set[str]]:
        """The events that hold some claims, by id, with all their claims."""
        wanted = {*claims}
        theirs = {name.rpartition("/")[0] for name in wanted}
        names = {row.event_id for row in self._members(EVENT_CLAIMS.c.article_id, theirs) if claim_key(row) in wanted}
        found: dict[str, set[str]] = {name: set() for name in names}
        for row in self._members(EVENT_CLAIMS.c.event_id, names):
            found[row.event_id].add(claim_key(row))
        return found

    def taken(self, event_id: str) -> bool:
        """Whether an event has this id."""
        return any(True for _ in self._rows(select(EVENTS.c.id), EVENTS.c.id, [event_id]))

    def replace(self, gone: Iterable[str], events: Iterable[Event], forwardings: Iterable[tuple[str, str]]) -> None:
        """Puts events in the place of others and notes where the claims of events that are gone or split stand now."""
        made, names = list(events), sorted(gone)
        self._drop(EVENT_CLAIMS.c.event_id, names)
        self._drop(EVENTS.c.id, names)
        self._put(EVENTS, map(event_row, made))
        self._put(EVENT_CLAIMS, (row for event in made for row in member_rows(event)))
        self._drop(FORWARDINGS.c.old, {*names, *(key(event.id) for event in made)})
        self._put(FORWARDINGS, ({"old": old, "new": new, "at": self.at} for old, new in forwardings))

    def _members(self, column: Column[Any], values: Iterable[str]) -> Iterator[Any]:
        return self._rows(select(EVENT_CLAIMS), column, values)

    def _rows(self, wanted: Select[Any], column: Column[Any], values: Iterable[Any]) -> Iterator[Any]:
        """The rows in which a column has one of some values."""
        for some in batches(sorted({*values})):
            yield from self.connection.execute(wanted.where(column.in_(some))).all()

    def _drop(self, column: Column[Any], values: Iterable[Any]) -> None:
        """Takes away the rows in which a column has one of some values."""
        for some in batches(values):
            self.connection.execute(delete(column.table).where(column.in_(some)))

    def _put(self, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
        """Adds rows."""
        for some in batches(rows):
            self.connection.execute(insert(table), some)


def batches(values: Iterable[Any]) -> Iterator[list[Any]]:
    """The values, some hundreds at a time."""
    left = iter(values)
    while some := list(islice(left, AT_ONCE)):
        yield some


def claim_key(row: Any) -> str:
    """What a claim is known by across articles."""
    return f"{row.article_id}/{row.claim_id}"


def decision_of(row: Any) -> Decision:
    """The decision in a row."""
    ones, others = (msgspec.json.decode(end, type=tuple[Named, ...]) for end in (row.ones, row.others))
    return Decision(row.kind, ones, others, row.by, row.at, row.why, row.takes_back, row.number)
