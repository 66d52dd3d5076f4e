"""Queues of claims for reviewers: which claims wait for somebody, and which of them comes next."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dateline.errors import BadConfig
from dateline.records.review import CODING, SKIP, UNSETTLED
from dateline.store.index import Index, Mask
from dateline.store.orders import Ranks
from dateline.store.reviewed import Reviewed

SAMPLE, UNSURE, STAKES, DIFFER = "sample", "unsure", "stakes", "differ"
SECOND, SETTLE, SKIPPED = "second", "settle", "skipped"
QUEUES = (SAMPLE, UNSURE, STAKES, DIFFER, SECOND, SETTLE, SKIPPED)


@dataclass(frozen=True, eq=False)
class Queues:
    """The claims of an index in the orders of the queues."""

    index: Index

    def waiting(self, name: str, reviewed: Reviewed, by: str | None) -> Mask:
        """The claims that wait in a queue for somebody; None is somebody who has not decided anything yet.

        What is of the sample is in no other queue before it is reviewed, so that what is there is not reviewed sooner
        for being doubtful. Raises `BadConfig` for a queue that there is not.
        """
        check_queue(name)
        orders, coded, own = self.index.orders, reviewed.people(CODING), reviewed.rows(by or "", {*CODING, SKIP})
        if name == SETTLE:
            return reviewed.fits(UNSETTLED)
        if name == SKIPPED:
            return reviewed.rows(by or "", {SKIP})
        found: Mask = ~own
        if name == SAMPLE:
            found &= orders.sample
        elif name == SECOND:
            found &= coded == 1
        else:
            found &= ~orders.sample & (coded == 0)
        if name == DIFFER:
            found &= orders.differ
        return found

    def first(self, name: str, waiting: Mask, after: int | None = None) -> int | None:
        """Of some claims the one that comes first in a queue, or next after another, the first again after the last."""
        rows = np.flatnonzero(waiting)
        if not len(rows):
            return None
        ranks = self.ranks(name)[rows]
        if after is not None:
            ranks = np.where(ranks > self.ranks(name)[after], ranks - len(waiting), ranks)
        return int(rows[ranks.argmin()])

    def ranks(self, name: str) -> Ranks:
        """The place of each claim in the order of a queue."""
        of = self.index.orders
        return {UNSURE: of.by_doubt, STAKES: of.by_stakes, DIFFER: of.by_difference}.get(name, of.by_lot)


def check_queue(name: str) -> None:
    """Raises `BadConfig` for a queue that there is not."""
    if name not in QUEUES:
        raise BadConfig(f"there is no queue {name!r}; there are {', '.join(QUEUES)}")
