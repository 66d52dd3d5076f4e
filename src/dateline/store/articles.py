"""Articles as a database holds them: whose readings, from which outlets, in which runs, and what could not be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from sqlalchemy import Engine, Table, func, select

from dateline.records.codec import read_reading
from dateline.records.reading import Reading
from dateline.store.index import Index
from dateline.store.queries import rows
from dateline.store.tables import ARTICLES, FAILURES, READINGS, REJECTIONS, RUNS
from dateline.store.words import key


@dataclass(frozen=True, slots=True)
class Capture:
    """What is known of how an article came in: the digest of what was received, and the run that read it."""

    digest: str
    run: str


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet, how many of its articles there are, and the first and last day of these; None: not known."""

    name: str | None
    reports: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class RunRecord:
    """A run: the version that read, when it began and ended (None: it did not), and what it made."""

    id: str
    version: str
    began: str
    ended: str | None
    reports: int
    rejected: int
    failed: int


@dataclass(frozen=True, slots=True)
class Loss:
    """An input without a reading: where it came from, and why; `step` is the one that broke, None where none did."""

    id: str
    origin: str
    step: str | None
    why: str


def readings_of(engine: Engine, ids: Sequence[str]) -> tuple[Reading, ...]:
    """The readings of some articles, by id."""
    wanted = select(READINGS.c.line).where(READINGS.c.article_id.in_([key(one) for one in ids]))
    found = (read_reading(row.line) for row in rows(engine, wanted.order_by(READINGS.c.article_id)))
    return tuple(reading for reading in found if reading is not None)


def capture_of(engine: Engine, article_id: str) -> Capture | None:
    """How an article came in; None where there is no such article."""
    wanted = select(ARTICLES.c.capture, ARTICLES.c.run).where(ARTICLES.c.id == key(article_id))
    return next((Capture(row.capture, row.run) for row in rows(engine, wanted)), None)


def outlets(index: Index) -> tuple[Outlet, ...]:
    """Every outlet, that with most articles first."""
    of, days, dated = index.outlets, index.published, index.published > 0
    counts = np.bincount(of.codes, minlength=len(of.values))
    first, last = np.full(len(of.values), date.max.toordinal()), np.zeros(len(of.values), np.int64)
    np.minimum.at(first, of.codes[dated], days[dated])
    np.maximum.at(last, of.codes[dated], days[dated])
    rows = zip(of.values, counts.tolist(), np.minimum(first, last).tolist(), last.tolist(), strict=True)
    found = [Outlet(name, many, shown(begin), shown(end)) for name, many, begin, end in rows]
    return tuple(sorted(found, key=lambda one: (one.name is None, -one.reports, one.name or "")))


def shown(day: int) -> str | None:
    """A day of an index as text; None where it is not known."""
    return date.fromordinal(day).isoformat() if day else None


def runs(engine: Engine) -> tuple[RunRecord, ...]:
    """Every run, the latest first."""
    made, refused, broken = (by_run(engine, of) for of in (ARTICLES, REJECTIONS, FAILURES))
    return tuple(
        RunRecord(one.id, one.version, one.began, one.ended, made[one.id], refused[one.id], broken[one.id])
        for one in rows(engine, select(*RUNS.c).order_by(RUNS.c.began.desc(), RUNS.c.id))
    )


def by_run(engine: Engine, table: Table) -> Counter[str]:
    """How many rows each run wrote."""
    return Counter({row[0]: row[1] for row in rows(engine, select(table.c.run, func.count()).group_by(table.c.run))})


def losses(engine: Engine, most: int) -> tuple[tuple[Loss, ...], int]:
    """Inputs without a reading, at most so many, and how many there are: first those that a step broke on."""
    failed = select(FAILURES.c.id, FAILURES.c.origin, FAILURES.c.step, FAILURES.c.error)
    refused = select(REJECTIONS.c.id, REJECTIONS.c.origin, REJECTIONS.c.reason)
    with engine.connect() as connection:
        count = sum(connection.scalar(select(func.count()).select_from(of)) or 0 for of in (FAILURES, REJECTIONS))
        found = [
            Loss(*row) for row in connection.execute(failed.order_by(FAILURES.c.origin, FAILURES.c.id).limit(most))
        ]
        missing = refused.order_by(REJECTIONS.c.origin, REJECTIONS.c.id).limit(most - len(found))
        found += [Loss(row.id, row.origin, None, row.reason) for row in connection.execute(missing)]
    return tuple(found), count
