"""Queues of claims for reviewers: which claims wait for somebody, and which of them comes next."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from dateline.errors import BadConfig
from dateline.records.review import CODING, SKIP, UNSETTLED
from dateline.store.draws import Lots, lots, sampled
from dateline.store.index import Index, Mask
from dateline.store.ranking import differences, doubt, stakes
from dateline.store.reviewed import Reviewed

SAMPLE, UNSURE, STAKES, DIFFER = "sample", "unsure", "stakes", "differ"
SECOND, SETTLE, SKIPPED = "second", "settle", "skipped"
QUEUES = (SAMPLE, UNSURE, STAKES, DIFFER, SECOND, SETTLE, SKIPPED)
Ranks = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Queues:
    """The claims of an index in the orders of the queues; each order is made when it is first asked for."""

    index: Index

    def waiting(self, name: str, reviewed: Reviewed, by: str | None) -> Mask:
        """The claims that wait in a queue for somebody; None is somebody who has not decided anything yet.

        What is of the sample is in no other queue before it is reviewed, so that what is there is not reviewed sooner
        for being doubtful. Raises `BadConfig` for a queue that there is not.
        """
        check_queue(name)
        coded, own = reviewed.people(CODING), reviewed.rows(by or "", {*CODING, SKIP})
        if name == SETTLE:
            return reviewed.fits(UNSETTLED)
        if name == SKIPPED:
            return reviewed.rows(by or "", {SKIP})
        found: Mask = ~own
        if name == SAMPLE:
            found &= self.sample
        elif name == SECOND:
            found &= coded == 1
        else:
            found &= ~self.sample & (coded == 0)
        if name == DIFFER:
            found &= self.differences > 0
        return found

    def first(self, name: str, waiting: Mask, after: int | None = None) -> int | None:
        """Of some claims the one that comes first in a queue, or next after another, the first again after the last."""
        rows = np.flatnonzero(waiting)
        if not len(rows):
            return None
        ranks = self.ranks(name)[rows]
        if after is not None:
            ranks = np.where(ranks > self.ranks(name)[after], ranks - len(self.lots), ranks)
        return int(rows[ranks.argmin()])

    def ranks(self, name: str) -> Ranks:
        """The place of each claim in the order of a queue."""
        return {UNSURE: self.by_doubt, STAKES: self.by_stakes, DIFFER: self.by_difference}.get(name, self.by_lot)

    @cached_property
    def lots(self) -> Lots:
        """The lot of each claim."""
        return lots(self.index)

    @cached_property
    def sample(self) -> Mask:
        """The claims of the random sample."""
        return sampled(self.lots)

    @cached_property
    def differences(self) -> NDArray[np.int32]:
        """In how many respects the claims of the event of each claim differ."""
        return differences(self.index)

    @cached_property
    def by_lot(self) -> Ranks:
        """In the order of the lots."""
        return ranked(np.argsort(self.lots))

    @cached_property
    def by_doubt(self) -> Ranks:
        """The least sure first."""
        return ranked(np.lexsort((self.lots, -doubt(self.index))))

    @cached_property
    def by_stakes(self) -> Ranks:
        """Those first on which most hangs."""
        return ranked(np.lexsort((self.lots, -stakes(self.index))))

    @cached_property
    def by_difference(self) -> Ranks:
        """The events first whose claims differ most, the claims of one after another."""
        event = self.index.claims.event
        return ranked(np.lexsort((np.arange(len(event)), event, -self.differences)))


def ranked(order: NDArray[np.int64]) -> Ranks:
    """For each row its place in an order."""
    found = np.empty(len(order), np.int64)
    found[order] = np.arange(len(order))
    return found


def check_queue(name: str) -> None:
    """Raises `BadConfig` for a queue that there is not."""
    if name not in QUEUES:
        raise BadConfig(f"there is no queue {name!r}; there are {', '.join(QUEUES)}")
