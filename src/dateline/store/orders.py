"""The orders in which claims are worth a look, made once for all claims when they are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from dateline.store.draws import lots, sampled
from dateline.store.ranking import differences, doubt, stakes

if TYPE_CHECKING:
    from dateline.store.index import Claims, Events

Ranks = NDArray[np.int32]


@dataclass(frozen=True, eq=False)
class Orders:
    """Which claims are of the random sample, which differ from others of their event, and the place of each in four
    orders: by lot, the least sure first, those first on which most hangs, and those first that differ most.
    """

    sample: NDArray[np.bool_]
    differ: NDArray[np.bool_]
    by_lot: Ranks
    by_doubt: Ranks
    by_stakes: Ranks
    by_difference: Ranks


def orders_of(articles: Sequence[str], events: Events, claims: Claims) -> Orders:
    """The orders of some claims. Those of one event that differ come one after another."""
    drawn, differing = lots(articles, claims), differences(events, claims)
    return Orders(
        sampled(drawn),
        differing > 0,
        ranked(np.argsort(drawn)),
        ranked(np.lexsort((drawn, -doubt(claims)))),
        ranked(np.lexsort((drawn, -stakes(events, claims)))),
        ranked(np.lexsort((np.arange(len(differing)), claims.event, -differing))),
    )


def ranked(order: NDArray[np.int64]) -> Ranks:
    """For each row its place in an order."""
    found = np.empty(len(order), np.int32)
    found[order] = np.arange(len(order), dtype=np.int32)
    return found
