"""Claims: an event as one article tells it, and who says so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.records.mention import ActorMention, PlaceMention
from dateline.records.text import Span

ASSERTED = frozenset({"happened", "ongoing", "historical"})
"""Statuses of what somebody tells as a fact."""
HAPPENING = "lexicon happening"
"""`by` of a claim that tells a happening of its own with nobody at either end: "clashes erupted", not "the attack"."""
NOT_SO = frozenset({"denied", "did_not_happen"})
"""Statuses of what somebody says was not."""


@dataclass(frozen=True, slots=True)
class When:
    """When it happened: an interval of whole days, both included, and how we know.

    `basis` is stated, relative, carried (`start` and `end` are of another sentence, which told of the same before),
    told (the day when somebody said so), dateline, published or unknown. `start` and `end` are None when no words tell
    it.
    """

    start: int | None
    end: int | None
    begin: date | None
    finish: date | None
    precision: str | None
    basis: str

    @property
    def is_guess(self) -> bool:
        """Whether the day is only that of the report, or of somebody's telling."""
        return self.basis in {"told", "dateline", "published"}

    def __str__(self) -> str:
        """The first and last day and how they are known: "2024-03-03 (relative)"."""
        if self.begin is None:
            return f"no date ({self.basis})"
        days = f"{self.begin}" if self.finish in {None, self.begin} else f"{self.begin} to {self.finish}"
        return f"{days} ({self.basis})"


@dataclass(frozen=True, slots=True)
class Claimant:
    """Who says so: the "outlet" itself, an "actor", or somebody "unnamed". `start`, `end`: the words that name them."""

    kind: str
    start: int | None = None
    end: int | None = None
    actor_id: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """A number told of the event; see `QuantityMention`."""

    kind: str
    low: int | float | None
    high: int | float | None
    start: int | None
    end: int | None


OUTLET = Claimant("outlet")


@dataclass(frozen=True, slots=True)
class Second:
    """What came second when a claim's type was decided: another type, or None for no event at all; and its chance."""

    type: str | None
    score: float


@dataclass(frozen=True, slots=True)
class Claim:
    """Who did what to whom, when and where, whether it happened, and who says so, each with its words.

    `type`, `mode` and `context` are PLOVER's; `quad` is 1 verbal cooperation, 2 material cooperation, 3 verbal
    conflict, 4 material conflict; `intensity` runs from -10 to 10. `claimant_is_party` is None when not known.
    `score` is the chance that type, actor and recipient are right.
    """

    id: str
    type: str
    trigger: Span
    evidence: Span
    mode: str | None = None
    context: tuple[str, ...] = ()
    quad: int | None = None
    cameo: str | None = None
    intensity: float | None = None
    actor: ActorMention | None = None
    recipient: ActorMention | None = None
    place: PlaceMention | None = None
    when: When | None = None
    status: str = "happened"
    claimant: Claimant = OUTLET
    claimant_is_party: bool | None = None
    statement_id: str | None = None
    quantities: tuple[Count, ...] = ()
    score: float = 0.5
    by: str = ""
    second: Second | None = None
    doubtful: bool = False
    """Whether `score` is below the threshold: more likely wrong than right in type, actor or recipient."""
    party_reason: str | None = None
    """Why the claimant is a party, or none: "actor", "recipient", "ally of the actor", "text: fights", "neither" …"""
    via: tuple[Claimant, ...] = ()
    """Who passes it on, from the claimant outward: the agency that quotes the official who says so."""
    denied_by: tuple[str, ...] = ()
    """The ids of claims of the same article in which somebody denies this one."""
    confirmed_by: tuple[str, ...] = ()
    """The ids of claims of the same article in which somebody confirms it."""
    place_basis: str | None = None
    """How `place` is known: "stated" by the sentence of the event, "carried" from another, or by the "dateline"; None
    without a place."""
    hedges: tuple[Span, ...] = ()
    """The words that speak for a `status` other than that of a fact: "may", "not", "threatened", "if"."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A standing tie between two actors that a text tells."""

    kind: str
    """ally_of, backs, affiliate_of, member_of, leads, speaks_for, rival_of, fights, opposes or seeks_overthrow_of."""
    subject: ActorMention
    object: ActorMention
    evidence: Span
    claimant: Claimant = OUTLET
    score: float = 0.5


@dataclass(frozen=True, slots=True)
class TypedPair:
    """The answer to a `Pair`: the type of event from that actor to that recipient; None where the text tells none."""

    type: str | None
    mode: str | None = None
    status: str | None = None
    score: float | None = None
