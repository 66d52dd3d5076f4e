"""The lot that each claim has drawn: the same for ever, however many claims are added, and at random to all else.

The claims with the lowest lots are the random sample. Those of it that are reviewed in the order of their lots are a
simple random sample of all claims at any time.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from dateline.store.index import Claims, Mask

Lots = NDArray[np.uint64]
SEED = "dateline review 1"
ONE_IN = 10
"""One claim in so many is of the sample."""
HIGHEST_IN_SAMPLE = np.uint64(2**64 // ONE_IN)


def lots(articles: Sequence[str], claims: Claims) -> Lots:
    """The lot of each claim of some articles, by row."""
    bases = np.fromiter(map(base, articles), np.uint64, len(articles))
    return mixed(bases[claims.article], claims.position)


def is_sampled(article_id: str, position: int) -> bool:
    """Whether a claim is of the random sample, by its article and its place in it."""
    return bool(sampled(mixed(np.array([base(article_id)], np.uint64), np.array([position])))[0])


def sampled(drawn: Lots) -> Mask:
    """The claims that are of the random sample."""
    return drawn < HIGHEST_IN_SAMPLE


def base(article_id: str) -> int:
    """A number for an article, any of 64 bits."""
    return int.from_bytes(sha256(f"{SEED}/{article_id}".encode("utf-8", "replace")).digest()[:8])


def mixed(bases: Lots, positions: NDArray[np.integer]) -> Lots:
    """The lots of claims: SplitMix64 (Steele, Lea, Flood 2014), begun at the number of the article."""
    found: Lots = bases + (positions.astype(np.uint64) + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        found = (found ^ (found >> np.uint64(shift))) * np.uint64(factor)
    return found ^ (found >> np.uint64(31))
