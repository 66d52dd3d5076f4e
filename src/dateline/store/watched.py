"""A shelf that remembers which events merging put in the place of which."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import select

from dateline.records.codec import read_event
from dateline.records.event import Event
from dateline.store.shelf import DatabaseShelf
from dateline.store.tables import EVENTS


@dataclass(frozen=True)
class WatchedShelf(DatabaseShelf):
    """`before` holds the events that were replaced, `after` those that stand in their place."""

    before: list[Event] = field(default_factory=list)
    after: list[Event] = field(default_factory=list)

    def replace(self, gone: Iterable[str], events: Iterable[Event], forwardings: Iterable[tuple[str, str]]) -> None:
        """Puts events in the place of others, as any shelf does, and remembers both."""
        names, made = sorted(gone), list(events)
        found = self._rows(select(EVENTS.c.line), EVENTS.c.id, names)
        self.before.extend(read_event(row.line) for row in found)
        self.after.extend(made)
        super().replace(names, made, forwardings)
