"""Ties: what the relations of one or more articles agree on. Derived, never edited by hand, always rebuildable."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from dateline.records.claim import Claimant
from dateline.records.text import Span

KINDS = (
    "ally_of", "backs", "affiliate_of", "member_of", "leads", "speaks_for", "rival_of", "fights", "opposes",
    "seeks_overthrow_of",
)  # fmt: skip
UNDIRECTED = frozenset({"ally_of", "rival_of", "fights"})
"""The kinds without a direction."""
Key = tuple[str, str, str]
"""What makes relations one tie: its kind, and the ids of both actors."""


def key_of(kind: str, subject: str | None, object_: str | None) -> Key | None:
    """The key of a relation; None where an end is not known, or both are one actor."""
    if not subject or not object_ or subject == object_:
        return None
    if kind in UNDIRECTED and object_ < subject:
        return kind, object_, subject
    return kind, subject, object_


def teller(claimant: Claimant) -> str:
    """Who tells it: "outlet", "unnamed", or the name of an actor; its id where it has no name."""
    if claimant.kind != "actor":
        return claimant.kind
    return " ".join((claimant.name or claimant.actor_id or "unnamed").split())


def named(claimant: Claimant, text: str) -> Claimant:
    """A claimant of a text with a name: its words, where it has none and nobody knows it."""
    if claimant.kind != "actor" or claimant.name or claimant.actor_id or claimant.start is None:
        return claimant
    return replace(claimant, name=text[claimant.start : claimant.end] or None)


def place_in_text(evidence: Span, claimant: Claimant, score: float) -> tuple[int, int, str, str, float]:
    """What of several relations in one article makes the first."""
    return evidence.start, evidence.end, teller(claimant), repr(claimant), -score


@dataclass(frozen=True, slots=True)
class TieEnd:
    """An actor at one end of a tie: its id, its name, and the country (ISO 3166-1 alpha-3) that most relations give it.

    `name` is the one by which the actor is known; where it is not, what most relations call it.
    """

    id: str
    name: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """That an article tells a tie.

    `source` is its outlet, `published` its publication day; None where they are not known. `evidence` are the offsets,
    in code points of the article's text, of the words it rests on, and `words` the words themselves. `score` is that of
    the relation, from 0 to 1.
    """

    article_id: str
    source: str | None
    published: date | None
    evidence: Span
    words: str
    claimant: Claimant
    score: float


@dataclass(frozen=True, slots=True)
class Tie:
    """A standing tie between two actors, as one or more articles tell it.

    `subject` and `object` are in order of their ids where the kind has no direction (ally_of, rival_of, fights).
    `first` and `last` are publication days, both included; None where no telling has one. `reports` is the number of
    articles, `sources` the number of different outlets among those that are known. `claimants` are who tells it, each
    once, in alphabetical order: "outlet", "unnamed" or the name of an actor. `tellings` hold one an article, by day
    (unknown last) and article id.
    """

    kind: str
    subject: TieEnd
    object: TieEnd
    first: date | None
    last: date | None
    reports: int
    sources: int
    claimants: tuple[str, ...]
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Graph:
    """Ties, those that most articles tell first, and the number of relations that make none.

    `left_out` counts relations with an end that nobody knows, or with one actor at both ends.
    """

    ties: tuple[Tie, ...]
    left_out: int = 0

    def __iter__(self) -> Iterator[Tie]:
        return iter(self.ties)

    def __len__(self) -> int:
        return len(self.ties)
