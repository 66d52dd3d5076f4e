"""Which states stand together and which against one another, and when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType

from dateline.lexicon.entries import day_of
from dateline.lexicon.files import load, paths

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie of two states, "ally" or "enemy", from `since` to `until`, both included; None: always, or still."""

    kind: str
    since: date | None = None
    until: date | None = None

    def held_on(self, day: date | None) -> bool:
        """Whether it held that day; without a day, whether it holds still."""
        if day is None:
            return self.until is None
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@cache
def ties() -> Mapping[Pair, tuple[Tie, ...]]:
    """The ties of each two states that have any, by their ids in alphabetical order."""
    found: dict[Pair, list[Tie]] = {}
    for entry in load("actors/ties.yaml") if paths("actors/ties.yaml") else []:
        tie = Tie(entry["kind"], day_of(entry.get("since"), first=True), day_of(entry.get("until"), first=False))
        found.setdefault(pair(entry["a"], entry["b"]), []).append(tie)
    return MappingProxyType({both: tuple(several) for both, several in found.items()})


def pair(one: str, other: str) -> Pair:
    """Two ids in alphabetical order."""
    return (one, other) if one <= other else (other, one)


def tied(kind: str, one: str, other: str, day: date | None) -> bool:
    """Whether two states had a tie of that kind that day; without a day, whether they have it still."""
    return any(tie.kind == kind and tie.held_on(day) for tie in ties().get(pair(one, other), ()))
