"""Tables as CSV: RFC 4180, UTF-8, a line of names first."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import TypeVar

from dateline.export.columns import Cell, Table

R = TypeVar("R")

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What makes a spreadsheet run a cell. Such text is written behind an apostrophe; see decision 0006."""


def csv_lines(rows: Iterable[R], table: Table[R]) -> Iterator[bytes]:
    """The table, line by line."""
    yield packed([column.name for column in table.columns])
    for row in rows:
        yield packed([cell(column.value(row)) for column in table.columns])


def cell(value: Cell) -> str:
    """A value as a cell: nothing for None, true or false, numbers as they are, text that no spreadsheet runs."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f"'{value}" if value.startswith(FORMULA) else value
    return str(value)


def packed(cells: list[str]) -> bytes:
    """The cells as one line; what UTF-8 cannot hold becomes a question mark, NUL becomes U+FFFD."""
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow([text.replace("\x00", "\ufffd") for text in cells])
    return line.getvalue().encode("utf-8", "replace")
