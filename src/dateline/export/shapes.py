"""Which shape a file takes: its ending decides."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from dateline.errors import BadConfig
from dateline.export.columns import CLAIM_TABLE, EVENT_TABLE, Table, Told
from dateline.export.csv import csv_lines
from dateline.export.geojson import geojson_lines
from dateline.export.graphml import graphml
from dateline.export.jsonl import claim_json, event_json, tie_json
from dateline.export.outfile import outfile
from dateline.export.ties import TIE_TABLE
from dateline.records.event import Event
from dateline.records.tie import Tie

R = TypeVar("R")

SUFFIXES = {
    "events": (".csv", ".jsonl", ".geojson"),
    "claims": (".csv", ".jsonl", ".geojson"),
    "relations": (".csv", ".jsonl", ".graphml"),
}
"""What can be written, and the endings of its shapes."""


def export_claims(rows: Iterable[Told], path: str | Path) -> int:
    """Writes claims, each with its article, and says how many. Raises `BadConfig` for an ending not in `SUFFIXES`."""
    suffix_of(path, "claims")
    return export(rows, path, CLAIM_TABLE, claim_json)


def export_events(rows: Iterable[Event], path: str | Path) -> int:
    """Writes events and says how many. Raises `BadConfig` for an ending not in `SUFFIXES`."""
    suffix_of(path, "events")
    return export(rows, path, EVENT_TABLE, event_json)


def export_ties(rows: Iterable[Tie], path: str | Path) -> int:
    """Writes ties and says how many. Raises `BadConfig` for an ending not in `SUFFIXES`."""
    if suffix_of(path, "relations") != ".graphml":
        return export(rows, path, TIE_TABLE, tie_json)
    ties = list(rows)
    with outfile(path) as file:
        file.write(graphml(ties))
    return len(ties)


def export(rows: Iterable[R], path: str | Path, table: Table[R], as_json: Callable[[R], bytes]) -> int:
    """Writes records in the shape that the file's ending names, and says how many."""
    suffix, written = Path(path).suffix.lower(), [0]

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


def suffix_of(path: str | Path, of: str) -> str:
    """The ending of a file, in small letters. Raises `BadConfig` for one, or for an `of`, that we do not write."""
    if of not in SUFFIXES:
        raise BadConfig(f"cannot export {of!r}; there are events, claims and relations")
    suffix, known = Path(path).suffix.lower(), SUFFIXES[of]
    if suffix in known:
        return suffix
    only = [name for name, endings in SUFFIXES.items() if suffix in endings]
    why = f"{suffix} is for {' and '.join(only)}; " if only else ""
    raise BadConfig(
        f"cannot write {of} to {path}: {why}end its name in {', '.join(known)}; the ending decides the shape"
    )
