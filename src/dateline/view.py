"""A database that stays open, for many to look at: what the web service shows."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from types import TracebackType
from typing import TypeVar

from dateline.desk import Desk, EventSheet, sheet_of
from dateline.errors import BadInput
from dateline.lexicon.find_actors import Sheet, sheet
from dateline.lexicon.labels import as_written
from dateline.memory import Memory
from dateline.records.event import Event
from dateline.records.reading import Reading
from dateline.sheets import Told
from dateline.store import articles, bins, counts, pages
from dateline.store import network as networks
from dateline.store.fitting import Fitting, fitting
from dateline.store.fresh import Fresh
from dateline.store.index import Index, Mask
from dateline.store.indexing import load
from dateline.store.queries import EventQuery
from dateline.store.relations import RelationQuery
from dateline.store.reviewed import Followed, Reviewed
from dateline.store.spelling import written
from dateline.store.state import decided, revision
from dateline.store.store import Store
from dateline.store.tallied import Tallied
from dateline.ties import Ties, ties_of

R = TypeVar("R")
MASKS = 20
"""Queries whose rows are kept; a page asks for the same ones several times."""


@dataclass(frozen=True)
class View:
    """What a person can look at in a database. A context manager: leaving it closes the database."""

    desk: Desk
    store: Store
    index: Fresh
    followed: Followed
    tallied: Tallied
    memory: Memory = field(default_factory=Memory)
    masks: Memory = field(default_factory=lambda: Memory(most=MASKS))

    @classmethod
    def of(cls, desk: Desk) -> View:
        """A view of a desk's database. Raises `BadConfig` or `BadInput` as `Desk` does."""
        store = desk.opened()
        fresh = Fresh(partial(revision, store.engine), partial(load, store.engine))
        return cls(desk, store, fresh, Followed(store.engine), Tallied(store.engine))

    def __enter__(self) -> View:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.index.close()
        self.store.__exit__(kind, error, trace)

    def warm(self) -> None:
        """Reads what every page needs, so that the first one need not wait for it."""
        self.index()
        with self.knowing():
            sheet("")

    def state(self) -> str:
        """What stands for all that is shown just now: another one when that may have changed."""
        return f"{self.index().state}/{decided(self.store.engine)}"

    def reviewed(self, index: Index) -> Reviewed:
        """What people decided of the claims, by row of an index."""
        return self.followed(index)

    def fitting_claims(self, index: Index, query: EventQuery) -> Mask:
        """The claims that fit, by row of an index."""
        return self._fitting(index, query).claims

    def fitting_events(self, index: Index, query: EventQuery) -> Mask:
        """The events that fit, by row of an index."""
        return self._fitting(index, query).events

    @contextmanager
    def knowing(self) -> Iterator[None]:
        """A block in which actors are called by name, own actors and those of no list too."""
        with self.desk.knowing(), as_written(self.index().names):
            yield

    def written(self, *events: Event) -> tuple[Event, ...]:
        """Events with the words for whoever nobody lists as their claims write them."""
        return written(self.store.engine, events)

    def numbers(self, query: EventQuery) -> counts.Numbers:
        """How many events, claims and reports fit."""
        return self._counted("numbers", query, counts.numbers)

    def events(self, query: EventQuery, part: pages.Slice) -> pages.Page[Event]:
        """A page of the events that fit."""
        index = self.index()
        return pages.page_of_events(self.store.engine, index, self._fitting(index, query), part)

    def claims(self, query: EventQuery, part: pages.Slice) -> pages.Page[Told]:
        """A page of the claims that fit, each with its article."""
        index = self.index()
        return pages.page_of_claims(self.store.engine, index, self._fitting(index, query), part)

    def over_time(self, query: EventQuery) -> bins.Bins:
        """Events that fit, over time: by day, week, month or year, and by type."""
        return self._counted("over_time", query, bins.over_time)

    def by_day(self, query: EventQuery) -> tuple[counts.DayCount, ...]:
        """Events that fit, by the day they begin and their type."""
        return self._counted("by_day", query, counts.by_day)

    def by_kind(self, query: EventQuery, kind: str) -> tuple[tuple[str | None, int], ...]:
        """Events that fit, by type, status or country."""
        return self._counted(kind, query, lambda index, fit: counts.by_kind(index, fit, kind))

    def claimants(self, query: EventQuery, most: int) -> counts.ClaimantCounts:
        """Claims that fit, by who makes them."""
        return self._counted(("claimants", most), query, lambda index, fit: counts.by_claimant(index, fit, most))

    def by_place(self, query: EventQuery, most: int) -> counts.MapCount:
        """Events that fit, by place, and those without a place on a map."""
        return self._counted(("places", most), query, lambda index, fit: counts.by_place(index, fit, most))

    def network(self, query: EventQuery, kind: str, most: int) -> networks.Network:
        """Who does what to whom, or says what of whom; see `network.EDGES` for the kinds."""
        return self._counted((kind, most), query, lambda index, fit: networks.network(index, fit, kind, most))

    def activities(self) -> tuple[networks.Activity, ...]:
        """Every actor with an id, those of whom most claims tell first."""
        return self._kept("activities", lambda: networks.activities(self.index()))

    def ties(self, query: RelationQuery, most: int, tellings: int) -> Ties:
        """The ties that relations make, those that most articles tell first, each with so many tellings at most."""
        index = self.index()
        return self.memory.answer(
            index.state,
            ("ties", query, most, tellings),
            lambda: ties_of(self.store, index, query, most, tellings),
        )

    def sheet(self, known_id: str) -> Sheet | None:
        """All that is known of an actor from the lists of actors; None where it is in none."""
        return sheet(known_id)

    def event(self, event_id: str) -> EventSheet:
        """An event with its claims, also by a former id. Raises `BadInput` when there is none, `Split` for several."""
        found = sheet_of(self.store, event_id)
        if found is None:
            raise BadInput(f"there is no event {event_id!r}; look for it by its day")
        return found

    def events_named(self, ids: Sequence[str]) -> tuple[Event, ...]:
        """Some events in that order, without those that are gone."""
        return pages.events_by_id(self.store.engine, ids)

    def article(self, article_id: str) -> Reading:
        """What one article says. Raises `BadInput` when there is none of that id."""
        found = self.store.reading(article_id)
        if found is None:
            raise BadInput(f"there is no article {article_id!r}")
        return found

    def readings(self, ids: Sequence[str]) -> tuple[Reading, ...]:
        """What some articles say, by id."""
        return articles.readings_of(self.store.engine, ids)

    def capture(self, article_id: str) -> articles.Capture | None:
        """How an article came in; None where there is no such article."""
        return articles.capture_of(self.store.engine, article_id)

    def outlets(self) -> tuple[articles.Outlet, ...]:
        """Every outlet, that with most articles first."""
        return self._kept("outlets", lambda: articles.outlets(self.index()))

    def runs(self) -> tuple[articles.RunRecord, ...]:
        """Every run, the latest first."""
        return articles.runs(self.store.engine)

    def losses(self, most: int) -> tuple[tuple[articles.Loss, ...], int]:
        """Inputs without a reading, at most so many, and how many there are."""
        return articles.losses(self.store.engine, most)

    def claim(self, article_id: str, claim_id: str) -> Told:
        """One claim with its article. Raises `BadInput` when there is none of that id."""
        found = self.store.claim(article_id, claim_id)
        if found is None:
            raise BadInput(f"there is no claim {article_id}/{claim_id}")
        return found

    def _fitting(self, index: Index, query: EventQuery) -> Fitting:
        if query.reviewed is None:
            return self.masks.answer(index.state, query, lambda: fitting(index, query))
        state = f"{index.state}/{decided(self.store.engine)}"
        return self.masks.answer(state, query, lambda: fitting(index, query, self.reviewed(index)))

    def _counted(self, what: Hashable, query: EventQuery, count: Callable[[Index, Fitting], R]) -> R:
        index = self.index()
        state = index.state if query.reviewed is None else f"{index.state}/{decided(self.store.engine)}"
        return self.memory.answer(state, (what, query), lambda: count(index, self._fitting(index, query)))

    def _kept(self, question: Hashable, make: Callable[[], R]) -> R:
        return self.memory.answer(self.index().state, question, make)
