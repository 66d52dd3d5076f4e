"""Which shape a file takes: its ending decides."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from dateline.errors import BadConfig
from dateline.export.columns import CLAIM_TABLE, EVENT_TABLE, Table, Told
from dateline.export.csv import csv_lines
from dateline.export.geojson import geojson_lines
from dateline.export.jsonl import claim_json, event_json
from dateline.export.outfile import outfile
from dateline.records.event import Event

R = TypeVar("R")

SUFFIXES = (".csv", ".jsonl", ".geojson")


def export_claims(rows: Iterable[Told], path: str | Path) -> int:
    """Writes claims, each with its article, and says how many. Raises `BadConfig` for an ending not in `SUFFIXES`."""
    return export(rows, path, CLAIM_TABLE, claim_json)


def export_events(rows: Iterable[Event], path: str | Path) -> int:
    """Writes events and says how many. Raises `BadConfig` for an ending not in `SUFFIXES`."""
    return export(rows, path, EVENT_TABLE, event_json)


def export(rows: Iterable[R], path: str | Path, table: Table[R], as_json: Callable[[R], bytes]) -> int:
    """Writes records in the shape that the file's ending names, and says how many."""
    suffix, written = suffix_of(path), [0]

    def counted() -> Iterator[R]:
        for row in rows:
            written[0] += 1
            yield row

    if suffix == ".csv":
        lines = csv_lines(counted(), table)
    elif suffix == ".geojson":
        lines = geojson_lines(counted(), table)
    else:
        lines = map(as_json, counted())
    with outfile(path) as file:
        file.writelines(lines)
    return written[0]


def suffix_of(path: str | Path) -> str:
    """The ending of a file, in small letters. Raises `BadConfig` for one that we do not write."""
    suffix = Path(path).suffix.lower()
    if suffix not in SUFFIXES:
        raise BadConfig(f"cannot write {path}: end its name in {', '.join(SUFFIXES)}; the ending decides the shape")
    return suffix
