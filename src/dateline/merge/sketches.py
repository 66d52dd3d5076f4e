"""Sketches of texts, by which texts that share much find one another without each being compared with every other.

MinHash (Broder 1997) over runs of words, by multiply-shift hashing (Dietzfelbinger et al. 1997), in bands of rows
(Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", 3.4). The constants stand here and are no library's:
sketches are kept in databases, and must be the same in every version.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Sequence
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

RUN = 4
"""Words in a run."""
BANDS, ROWS = 42, 3
"""Two texts with a quarter of their runs in common share a band in one case of two, with two fifths in 19 of 20."""

Runs = NDArray[np.uint32]
Bands = NDArray[np.int64]


@cache
def constants(purpose: str, count: int) -> NDArray[np.uint64]:
    """So many odd numbers of 64 bits, the same for ever."""
    drawn = hashlib.shake_256(f"dateline sketch {purpose}".encode()).digest(8 * count)
    return np.frombuffer(drawn, "<u8") | np.uint64(1)


def runs(words: Sequence[str]) -> Runs:
    """The runs of words of a text, each once, as checksums in order. There must be as many words as one run has."""
    sums = np.fromiter(map(checksum, words), np.uint64, len(words))
    factors, last = constants("run", RUN), len(words) - RUN + 1
    mixed = sum((sums[n : n + last] * factors[n] for n in range(RUN)), np.zeros(last, np.uint64))
    return np.unique((mixed >> np.uint64(32)).astype(np.uint32))


@lru_cache(maxsize=100_000)
def checksum(word: str) -> int:
    """The checksum of a word."""
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))


def bands(text: Runs) -> Bands:
    """The bands of a sketch; two texts that share one are worth comparing."""
    factors, shifts = constants("factor", BANDS * ROWS), constants("shift", BANDS * ROWS)
    hashed = text.astype(np.uint64)[:, None] * factors + shifts
    rows = (hashed.min(axis=0) >> np.uint64(32)).reshape(BANDS, ROWS)
    mixed = (rows * constants("row", ROWS)).sum(axis=1, dtype=np.uint64) + constants("band", BANDS)
    found: Bands = (mixed ^ (mixed >> np.uint64(29))).view(np.int64)
    return found


def contained(one: Runs, other: Runs) -> float:
    """The share of the runs of the shorter text that stand in the longer, 0 to 1."""
    return len(np.intersect1d(one, other, assume_unique=True)) / max(1, min(len(one), len(other)))
