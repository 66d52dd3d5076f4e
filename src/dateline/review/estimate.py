"""How often the program is right, as the random sample tells, with an interval."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

Z = 1.959963984540054
"""The quantile of the normal distribution that 95 % lie within on both sides."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """Of a field: how many of the reviewed claims are right, and between which shares 95 % of such samples' truths lie.

    `share` is None where nothing was reviewed.
    """

    field: str
    right: int
    of: int
    share: float | None
    low: float
    high: float


def estimate(field: str, right: int, of: int) -> Estimate:
    """The share that is right with its interval."""
    return Estimate(field, right, of, right / of if of else None, *wilson(right, of))


def wilson(right: int, of: int) -> tuple[float, float]:
    """The score interval of a share, 95 % (Wilson 1927, "Probable inference, the law of succession, and statistical
    inference", J. Am. Stat. Assoc. 22); from 0 to 1 where there is nothing.
    """
    if of == 0:
        return 0.0, 1.0
    share, spread = right / of, Z * Z / of
    middle, half = share + spread / 2, Z * sqrt(share * (1 - share) / of + spread / (4 * of))
    low, high = (middle - half) / (1 + spread), (middle + half) / (1 + spread)
    return (low if right else 0.0), (high if right < of else 1.0)
