"""Snapshots: the events of a database, of a file of events, or of a file of readings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dateline.changes import Snapshot
from dateline.errors import BadInput
from dateline.records.codec import EVENT, READING, read_event
from dateline.records.reading import Reading


def snapshot(path: str | Path) -> Snapshot:
    """What a database, a file of events, or a file of readings holds. Raises `BadInput` where it is none of these."""
    first = b"" if "://" in str(path) or not Path(path).is_file() else opening(Path(path))
    if first.startswith(b"{"):
        return of_events(Path(path)) if EVENT.encode() in first[:200] else of_readings(Path(path), first)
    from dateline.store.store import Store

    with Store.open(path) as store:
        return Snapshot(tuple(store.events()), store.runs(), tuple(store.decisions()))


def opening(path: Path) -> bytes:
    """The first characters of a file."""
    with path.open("rb") as file:
        return file.read(200).lstrip()


def of_events(path: Path) -> Snapshot:
    """The snapshot of a file of events."""
    try:
        with path.open("rb") as file:
            return Snapshot(tuple(read_event(line) for line in file if line.strip()))
    except ValueError as error:
        raise BadInput(f"{path}: {error}; make it with `dateline merge` or `dateline export`") from error


def of_readings(path: Path, first: bytes) -> Snapshot:
    """The snapshot of a file of readings, merged."""
    from dateline.ingest.readings import Readings
    from dateline.merge.events import merge

    if READING.encode() not in first:
        raise BadInput(f"{path} holds neither events nor readings; make it with `dateline read` or `dateline merge`")
    runs: dict[str, str] = {}

    def noted() -> Iterator[Reading]:
        for reading in Readings(path):
            runs[reading.article.id] = reading.run
            yield reading

    return Snapshot(tuple(merge(noted())), runs)
