"""What decisions come to, as sums: a claim is taken in when somebody decides on it, and out when that changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from dateline.records.review import Answers
from dateline.review.agreement import Agreement, Units
from dateline.review.answers import EVENT, FIELDS, value
from dateline.review.estimate import Estimate, estimate

QUESTIONS = (EVENT, *FIELDS)
ALL = "all"
"""The estimate of how often every field is right."""
REAL = "yes"
Said = Mapping[str, str]
"""An answer to each question; to the first alone where somebody says that there is no such event."""


def said(answers: Answers | None) -> Said:
    """Answers as they are compared."""
    if answers is None:
        return {EVENT: "no"}
    return {EVENT: REAL} | {name: value(answers, name) for name in FIELDS}


@dataclass(frozen=True, slots=True)
class Coded:
    """A claim that was reviewed: what each person said, what it should be (None: they differ), what the program says
    now, and whether it was drawn at random."""

    by: Mapping[str, Said]
    final: Said | None
    now: Said
    sampled: bool


@dataclass(slots=True)
class Tally:
    """How many claims are reviewed, how often the program is right, and how far people agree."""

    reviewed: int = 0
    sampled: int = 0
    unsettled: int = 0
    real: int = 0
    """Claims of the sample that tell an event."""
    right: Counter[str] = field(default_factory=Counter)
    units: Mapping[str, Units] = field(default_factory=lambda: {name: Units() for name in QUESTIONS})

    def add(self, claim: Coded, times: int = 1) -> None:
        """Takes in a claim; with -1 takes it out again."""
        self.reviewed += times
        self.unsettled += times * (claim.final is None)
        for name, units in self.units.items():
            units.add({by: one[name] for by, one in claim.by.items() if name in one}, times)
        if claim.sampled and claim.final is not None:
            self._score(claim.final, claim.now, times)

    def estimates(self) -> tuple[Estimate, ...]:
        """Whether there is such an event, each field of those where there is, and all fields together."""
        whole = {EVENT: self.sampled, ALL: self.sampled}
        return tuple(estimate(name, self.right[name], whole.get(name, self.real)) for name in (*QUESTIONS, ALL))

    def agreements(self) -> tuple[Agreement, ...]:
        """For whether there is such an event, and for each field of those where there is."""
        return tuple(units.agreement(name) for name, units in self.units.items())

    def _score(self, final: Said, now: Said, times: int) -> None:
        self.sampled += times
        if final[EVENT] != REAL:
            return
        right = [name for name in QUESTIONS if final[name] == now[name]]
        self.real += times
        for name in [*right, *([ALL] if len(right) == len(QUESTIONS) else [])]:
            self.right[name] += times
