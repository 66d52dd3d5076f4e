"""Small tables as CSV."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dateline.export.columns import Cell
from dateline.export.csv import cell, packed


def csv_of(records: Iterable[object], names: Sequence[str]) -> Iterator[bytes]:
    """A row for each record, with these fields of it."""
    yield packed(list(names))
    for one in records:
        yield packed([cell(as_cell(getattr(one, name))) for name in names])


def as_cell(value: object) -> Cell:
    """A value as a cell takes it: numbers and nothing as they are, anything else as text."""
    return value if value is None or isinstance(value, bool | int | float | str) else str(value)
