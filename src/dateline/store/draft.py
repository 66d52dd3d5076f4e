"""A shelf on which merging can be tried: nothing is written, so nobody waits for whoever only wants to see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import SimpleNamespace
from typing import Any

from sqlalchemy import Column, Select, Table, select

from dateline.errors import BadConfig
from dateline.records.decision import Decision
from dateline.store.shelf import MADE
from dateline.store.tables import EVENT_CLAIMS, EVENTS, FORWARDINGS
from dateline.store.watched import WatchedShelf

PUT = (*MADE, EVENTS, EVENT_CLAIMS, FORWARDINGS)
"""Tables that merging writes."""


@dataclass(frozen=True)
class Draft(WatchedShelf):
    """What merging would make of some decisions. What it puts and takes away is kept here, over what the database has.

    Articles that wait in the database are left to the next merging: they are none of these decisions' doing.
    """

    decided: tuple[Decision, ...] = ()
    added: dict[Table, list[Any]] = field(default_factory=lambda: {table: [] for table in PUT})
    gone: dict[Column[Any], set[Any]] = field(default_factory=dict)

    def forget(self, made_by: str) -> None:
        """Raises `BadConfig`: everything would have to be made anew only to see what one decision does."""
        raise BadConfig(f"these events are not of this version ({made_by}); look again after the next `dateline add`")

    def waiting(self) -> list[str]:
        """The articles that the decisions are about."""
        return sorted({named.article_id for one in self.decided for named in (*one.ones, *one.others)})

    def done(self) -> None:
        """Nothing: no article waited."""

    def decisions(self) -> list[Decision]:
        """What people decided, and then what is tried."""
        kept = super().decisions()
        return [*kept, *(replace(one, number=len(kept) + n) for n, one in enumerate(self.decided, 1))]

    def _rows(self, wanted: Select[Any], column: Column[Any], values: Iterable[Any]) -> Iterator[Any]:
        asked = {*values}
        if column.table not in self.added:
            yield from super()._rows(wanted, column, asked)
            return
        gone = {one.name: values for one, values in self.gone.items() if one.table is column.table}
        for row in super()._rows(select(column.table), column, asked):
            if not any(getattr(row, name) in values for name, values in gone.items()):
                yield row
        yield from [row for row in self.added[column.table] if getattr(row, column.name) in asked]

    def _drop(self, column: Column[Any], values: Iterable[Any]) -> None:
        dropped = {*values}
        self.gone.setdefault(column, set()).update(dropped)
        kept = self.added[column.table]
        kept[:] = [row for row in kept if getattr(row, column.name) not in dropped]

    def _put(self, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
        self.added[table] += [SimpleNamespace(**row) for row in rows]
