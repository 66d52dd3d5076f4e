"""How often the program is right, as the random sample tells, with an interval."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from dateline.records.review import Answers, Review
from dateline.review.answers import EVENT, FIELDS, value

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


def estimates(sample: Iterable[tuple[Review, Answers]]) -> tuple[Estimate, ...]:
    """Whether there is such an event, each field of those where there is, and all fields together.

    Of each claim of the sample it takes the decision that stands, and what the program says now.
    """
    pairs = list(sample)
    real = [(one.answers, now) for one, now in pairs if one.answers is not None]
    found = [estimate(EVENT, len(real), len(pairs))]
    found += [
        estimate(field, sum(value(said, field) == value(now, field) for said, now in real), len(real))
        for field in FIELDS
    ]
    whole = sum(all(value(said, field) == value(now, field) for field in FIELDS) for said, now in real)
    return (*found, estimate("all", whole, len(pairs)))


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
