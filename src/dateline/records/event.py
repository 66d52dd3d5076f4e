"""Events: what claims agree on. Derived by merging, never edited by hand, always rebuildable."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.records.mention import PlaceMention


@dataclass(frozen=True, slots=True)
class ClaimKey:
    """Which claim of which article."""

    article_id: str
    claim_id: str


@dataclass(frozen=True, slots=True)
class CountByClaimant:
    """The number one claimant gives."""

    claimant: str
    low: int | float | None
    high: int | float | None
    claim_ids: tuple[str, ...]
    """`article_id/claim_id` of each claim that gives it."""


@dataclass(frozen=True, slots=True)
class EventCount:
    """A number told of an event: the extremes of what claimants say, the best guess, and each claimant's own."""

    kind: str
    low: int | float | None
    best: int | float | None
    high: int | float | None
    by_claimant: tuple[CountByClaimant, ...]
    of: str | None = None
    """"actors" where it counts those who did it, such as raiders who fell; None where it counts whom it befell."""


@dataclass(frozen=True, slots=True)
class Event:
    """One happening, as the claims of one or more articles tell it.

    `begin` and `finish` are days, both included; `actors` and `recipients` are actor ids, or words where nobody knows
    the actor. `independent_sources` counts copies of one wire story once.
    """

    id: str
    type: str
    mode: str | None
    begin: date | None
    finish: date | None
    date_precision: str | None
    place: PlaceMention | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    status: str
    quantities: tuple[EventCount, ...]
    claims: tuple[ClaimKey, ...]
    reports: int
    independent_sources: int
    party_claimants: int
    other_claimants: int
    superseded: tuple[ClaimKey, ...] = ()
    """Claims of which a later version of the same story gives another number; theirs no longer counts."""
    withdrawn: tuple[ClaimKey, ...] = ()
    """Claims of stories that were taken back. They do not count; where no other is left, `status` is "withdrawn"."""
    first_report: date | None = None
    """The day on which the first of the articles that count came out; None where no day is known."""
    last_report: date | None = None
    """The same of the last of them."""
    whose_word: str | None = None
    """Whose word it is: "others" (of somebody who is no party), "one_side", "both_sides", "disputed" or "denied"; None
    where that is not known, and where all was withdrawn."""
    corrected: tuple[ClaimKey, ...] = ()
    """Claims of which a later report of the same source says that it corrects the number; theirs no longer counts."""
    holds: tuple[ClaimKey, ...] = ()
    """Of a campaign ("the air war since 30 September"): the claims of the same reports that tell a single act of it."""
