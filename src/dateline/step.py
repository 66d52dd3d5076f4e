"""The interfaces, one page: what a step is, and what judges two claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol, runtime_checkable

from dateline.records.article import Capture
from dateline.records.claim import Claim
from dateline.records.reading import Reading


class Step(Protocol):
    """Learns one kind of thing about one article.

    A step is a frozen dataclass whose fields are its settings; the work is a pure function beside it.
    `reads` and `writes` name fields of `Reading`.
    """

    reads: ClassVar[frozenset[str]]
    writes: ClassVar[frozenset[str]]

    def __call__(self, reading: Reading, /) -> Reading:
        """The reading with what this step writes."""
        ...


@runtime_checkable
class BatchStep(Protocol):
    """A step that is faster on many readings at once."""

    def batch(self, readings: Sequence[Reading], /) -> list[Reading]:
        """The readings, in order, with what this step writes."""
        ...


class Opener(Protocol):
    """Makes an article of what was received."""

    def __call__(self, capture: Capture, /) -> Reading:
        """A reading with the article alone. Raises `Rejected` with the reason when it is no article we can read."""
        ...


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether two claims tell the same happening, how sure that is (0 to 1), and why."""

    same: bool
    score: float
    reasons: tuple[str, ...] = ()


class Judge(Protocol):
    """Compares two claims of two articles (or of one)."""

    def __call__(self, one: Claim, other: Claim, /) -> Judgement:
        """Whether they tell the same happening."""
        ...
