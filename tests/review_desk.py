"""A desk on a few made-up reports for tests of reviewing, and short ways to decide."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from dateline.desk import Desk
from dateline.merge.again import merge_again
from dateline.records.reading import Reading
from dateline.records.review import Answers, Review
from dateline.reviewing import Reviewing, Word
from dateline.store.store import Store, Ticket
from dateline.view import View
from tellings import report

DAY = date(2015, 10, 6)
RAID = {"type": "ASSAULT", "words": "bombed", "day": DAY, "place": "Homs", "actor": "Russia", "numbers": {"killed": 12}}
MARCH = {"type": "PROTEST", "words": "marched", "day": DAY, "place": "Cairo", "actor": "protesters"}
TALKS = {"type": "CONSULT", "words": "met", "day": DAY, "actor": "Russia"}
REPORTS = (
    report("a1", RAID, MARCH, source="Wire", published="2015-10-06"),
    report("a2", {**RAID, "numbers": {"killed": 30}}, source="Post", published="2015-10-07"),
    report("a3", TALKS, MARCH, source="Wire", published="2015-10-07"),
)


def write(database: str, *readings: Reading, run: str = "run") -> None:
    """Keeps readings, in the place of earlier ones of these articles, and merges them."""
    with Store.open(database, make=True) as store:
        for one in readings:
            store.write(one, Ticket(run, repr(one), "test", one.article.id))
        with store.shelf() as shelf:
            merge_again(shelf)


@contextmanager
def reviewing(database: str) -> Iterator[Reviewing]:
    """Reviewing in a database."""
    with View.of(Desk(database)) as view:
        yield Reviewing(view)


def say(of: Reviewing, name: str, verdict: str, by: str = "Ana", **more: Any) -> Review:
    """Decides on a claim."""
    return of.decide(name, Word(verdict, by, **more))


def said(of: Reviewing, name: str) -> Answers:
    """What the program says of a claim."""
    return of.item(name, None).said
