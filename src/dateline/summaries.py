"""What the desk did, in numbers and in a line."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.engine.account import ReadSummary


@dataclass(frozen=True)
class AddSummary:
    """What `add` did: articles read or lost, how they changed the database, and what it holds now."""

    read: ReadSummary
    new: int
    changed: int
    unchanged: int
    repeated: int
    articles: int
    claims: int
    events: int

    def __str__(self) -> str:
        repeated = f", {self.repeated} with an id that was there before" if self.repeated else ""
        losses = f"; {self.read.losses}" if self.read.lost_count else ""
        did = f"{self.new} new, {self.changed} changed, {self.unchanged} unchanged{repeated}{losses}"
        return f"{did}; now {self.articles} articles, {self.claims} claims, {self.events} events"


@dataclass(frozen=True)
class MergeSummary:
    """What `merge` did: readings taken, lines with an error passed over, events made."""

    readings: int
    passed_over: int
    events: int

    def __str__(self) -> str:
        passed = f", {self.passed_over} lines without a reading passed over" if self.passed_over else ""
        return f"{self.events} events of {self.readings} readings{passed}"
