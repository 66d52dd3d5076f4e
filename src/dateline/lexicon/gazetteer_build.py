"""Builds the gazetteer: one SQLite file, made whole or not at all."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path

from dateline.errors import BadConfig
from dateline.lexicon.gazetteer_names import without_articles
from dateline.lexicon.gazetteer_rows import Row, rows
from dateline.lexicon.gazetteer_sources import ALTERNATE, DERIVED, Sources, installed

Progress = Callable[[str, int, int], None]
"""Told what is being done, and which part of how many."""

PARTS = ("places", "names", "spellings", "map")
WELL_KNOWN = 5000
"""Settlements of so many people are found under misspellings of their other names too."""
FUZZY_LEAST = 4

SCHEMA = """
CREATE TABLE place (
  id INTEGER PRIMARY KEY, place_id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, country TEXT, admin1 TEXT, admin2 TEXT,
  lat REAL NOT NULL, lon REAL NOT NULL, feature TEXT, precision TEXT NOT NULL, radius_km REAL NOT NULL,
  population INTEGER NOT NULL, inside TEXT NOT NULL
);
CREATE TABLE name (
  plain TEXT NOT NULL, place INTEGER NOT NULL, tie INTEGER NOT NULL, PRIMARY KEY (plain, place)
) WITHOUT ROWID;
CREATE TABLE spelling (id INTEGER PRIMARY KEY, plain TEXT NOT NULL);
CREATE VIRTUAL TABLE spelling_index USING fts5 (plain, content='', detail=none, tokenize='trigram');
CREATE VIRTUAL TABLE box USING rtree (id, south, north, west, east);
"""


def build(path: Path, sources: Sources | None = None, progress: Progress | None = None) -> None:
    """Writes the gazetteer to a path; another process sees the old file, none, or the whole new one.

    Raises `BadConfig` when the sources are not installed or the folder cannot be written.
    """
    try:
        handle, scratch = tempfile.mkstemp(dir=path.parent, prefix=f"{path.name}.", suffix=".part")
    except OSError as error:
        raise BadConfig(
            f"{path.parent} cannot be written ({error}); set DATELINE_CACHE to a folder that can"
        ) from error
    os.close(handle)
    try:
        write(Path(scratch), sources or installed(), progress or (lambda _part, _n, _of: None))
        Path(scratch).chmod(0o644)  # what mkstemp makes, nobody else could read
        Path(scratch).replace(path)
    except BaseException:
        Path(scratch).unlink(missing_ok=True)
        raise


def write(path: Path, sources: Sources, progress: Progress) -> None:
    """Writes all tables to a file."""
    with closing(sqlite3.connect(path)) as base:
        base.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE;" + SCHEMA)
        progress(PARTS[0], 0, len(PARTS))
        found = rows(sources)
        base.executemany("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", map(place_row, found))
        progress(PARTS[1], 1, len(PARTS))
        base.executemany("INSERT INTO name VALUES (?, ?, ?)", sorted(named(found)))
        progress(PARTS[2], 2, len(PARTS))
        spellings = list(enumerate(sorted(spelled(found)), start=1))
        base.executemany("INSERT INTO spelling VALUES (?, ?)", spellings)
        base.executemany("INSERT INTO spelling_index (rowid, plain) VALUES (?, ?)", spellings)
        progress(PARTS[3], 3, len(PARTS))
        base.executemany(
            "INSERT INTO box VALUES (?, ?, ?, ?, ?)", ((r.number, r.lat, r.lat, r.lon, r.lon) for r in found)
        )
        base.commit()
        progress(PARTS[3], len(PARTS), len(PARTS))


def place_row(row: Row) -> tuple[object, ...]:
    """The columns of table `place`."""
    where = (row.country, row.admin1, row.admin2, row.lat, row.lon)
    return (
        row.number,
        row.place_id,
        row.name,
        *where,
        row.feature,
        row.precision,
        row.radius_km,
        row.population,
        row.inside,
    )


def named(found: Iterable[Row]) -> Iterator[tuple[str, int, int]]:
    """The rows of table `name`: each plain name of a place once, with its closest tie."""
    for row in found:
        ties: dict[str, int] = {}
        for plain, tie in row.names:
            _keep(ties, plain, tie)
            if row.has_articles:
                _keep(ties, without_articles(plain), max(tie, ALTERNATE))
        yield from ((plain, row.number, tie) for plain, tie in ties.items())


def _keep(ties: dict[str, int], plain: str, tie: int) -> None:
    if plain and tie < ties.get(plain, DERIVED + 1):
        ties[plain] = tie


def spelled(found: Iterable[Row]) -> set[str]:
    """The plain names that a misspelt one is compared with."""
    return {
        plain
        for row in found
        for plain, tie in row.names
        if len(plain) >= FUZZY_LEAST and (not tie or (tie == ALTERNATE and row.population >= WELL_KNOWN))
    }
