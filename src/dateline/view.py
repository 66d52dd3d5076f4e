"""A database that stays open, for many to look at: what the web service shows."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from types import TracebackType

from dateline.desk import Desk, EventSheet, Told
from dateline.errors import BadInput
from dateline.records.event import Event
from dateline.records.reading import Reading
from dateline.store import counts, pages
from dateline.store.queries import EventQuery
from dateline.store.state import StateOf
from dateline.store.store import Store


@dataclass(frozen=True)
class View:
    """What a person can look at in a database. A context manager: leaving it closes the database."""

    desk: Desk
    store: Store
    state: StateOf

    @classmethod
    def of(cls, desk: Desk) -> View:
        """A view of a desk's database. Raises `BadConfig` or `BadInput` as `Desk` does."""
        store = desk.opened()
        return cls(desk, store, StateOf(store.engine))

    def __enter__(self) -> View:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.state.close()
        self.store.__exit__(kind, error, trace)

    def knowing(self) -> AbstractContextManager[None]:
        """A block in which names of actors are looked up among own actors too, where the settings name some."""
        return self.desk.knowing()

    def fitting(self, query: EventQuery) -> counts.Fitting:
        """How many events, claims and reports fit."""
        return counts.fitting(self.store.engine, query)

    def events(self, query: EventQuery, part: pages.Slice) -> pages.Page[Event]:
        """A page of the events that fit."""
        return pages.page_of_events(self.store.engine, query, part)

    def claims(self, query: EventQuery, part: pages.Slice) -> pages.Page[Told]:
        """A page of the claims that fit, each with its article."""
        return pages.page_of_claims(self.store.engine, query, part)

    def by_day(self, query: EventQuery) -> tuple[counts.DayCount, ...]:
        """Events that fit, by the day they begin and their type."""
        return counts.by_day(self.store.engine, query)

    def by_kind(self, query: EventQuery, column: str) -> tuple[tuple[str | None, int], ...]:
        """Events that fit, by type, status or place_country."""
        return counts.by_kind(self.store.engine, query, column)

    def by_place(self, query: EventQuery, most: int) -> counts.MapCount:
        """Events that fit, by place, and those without a place on a map."""
        return counts.by_place(self.store.engine, query, most)

    def event(self, event_id: str) -> EventSheet:
        """An event with its claims. Raises `BadInput` when there is none of that id."""
        found = self.store.event(event_id)
        if found is None:
            raise BadInput(f"there is no event {event_id!r}; it may have been merged anew, so look for it by its day")
        return EventSheet(found, tuple(self.store.claims_of(event_id)))

    def article(self, article_id: str) -> Reading:
        """What one article says. Raises `BadInput` when there is none of that id."""
        found = self.store.reading(article_id)
        if found is None:
            raise BadInput(f"there is no article {article_id!r}")
        return found

    def claim(self, article_id: str, claim_id: str) -> Told:
        """One claim with its article. Raises `BadInput` when there is none of that id."""
        found = self.store.claim(article_id, claim_id)
        if found is None:
            raise BadInput(f"there is no claim {article_id}/{claim_id}")
        return found
