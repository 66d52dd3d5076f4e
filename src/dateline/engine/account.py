"""What came of the inputs, counted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from dateline.pipeline import Outcome
from dateline.records.article import Failure, Rejection
from dateline.records.reading import Reading

NAMED = 100
"""So many lost articles are named; all are counted."""

Watch = Callable[[Outcome], object]
"""Told of every outcome as it comes; for progress."""

_detail = re.compile(r"[:;(\d]")


@dataclass(frozen=True)
class ReadSummary:
    """How many articles were read, rejected (by reason) and failed (by step); the first lost ones by name."""

    read: int = 0
    rejected: tuple[tuple[str, int], ...] = ()
    failed: tuple[tuple[str, int], ...] = ()
    lost: tuple[str, ...] = ()

    @property
    def lost_count(self) -> int:
        """How many articles gave no reading."""
        return sum(count for _, count in (*self.rejected, *self.failed))

    @property
    def losses(self) -> str:
        """What was rejected and what failed, in words; "" for nothing."""
        parts = []
        for word, counts in (("rejected", self.rejected), ("failed", self.failed)):
            if counts:
                reasons = ", ".join(f"{count} {reason}" if len(counts) > 1 else reason for reason, count in counts)
                parts.append(f"{sum(count for _, count in counts)} {word} ({reasons})")
        return ", ".join(parts)

    def __str__(self) -> str:
        return ", ".join(filter(None, (f"{self.read} read", self.losses)))


@dataclass
class Tally:
    """Counts outcomes as they come."""

    watch: Watch | None = None
    read: int = 0
    rejected: Counter[str] = field(default_factory=Counter)
    failed: Counter[str] = field(default_factory=Counter)
    lost: list[str] = field(default_factory=list)

    def count(self, outcome: Outcome) -> None:
        """Takes note of an outcome, and tells who watches."""
        if self.watch is not None:
            self.watch(outcome)
        if isinstance(outcome, Reading):
            self.read += 1
            return
        if isinstance(outcome, Rejection):
            self.rejected[kind_of(outcome.reason)] += 1
        else:
            self.failed[outcome.step] += 1
        if len(self.lost) < NAMED:
            self.lost.append(named(outcome))

    def summary(self) -> ReadSummary:
        """The counts so far, the most frequent reasons first."""
        return ReadSummary(self.read, ranked(self.rejected), ranked(self.failed), tuple(self.lost))


def ranked(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    """The counts, highest first, then by name."""
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def kind_of(reason: str) -> str:
    """A reason without its particulars: "too short (12 words)" is "too short"."""
    return _detail.split(reason, maxsplit=1)[0].strip() or reason


def named(outcome: Rejection | Failure) -> str:
    """An article that gave no reading: where it came from, its id, and why, in one line."""
    why = (
        f"rejected: {outcome.reason}"
        if isinstance(outcome, Rejection)
        else f"failed in {outcome.step}: {outcome.error}"
    )
    return f"{outcome.origin} [{outcome.id}] {why}"
