"""What people decided of single claims: appended to what they decided before, never overwritten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.records.decision import Named
from dateline.records.text import Span

ACCEPT, REJECT, EDIT, SKIP, COMMENT, UNDO, REDO = "accept", "reject", "edit", "skip", "comment", "undo", "redo"
CODING = frozenset({ACCEPT, REJECT, EDIT})
"""The decisions that say what a claim should be."""
ACCEPTED, REJECTED, EDITED, UNSETTLED = "accepted", "rejected", "edited", "unsettled"
"""The verdicts on a claim: it is right, there is no such event, it should say something else, reviewers differ."""


@dataclass(frozen=True, slots=True)
class Thing:
    """An actor or a place as somebody names it: a name, an id where one is known, and its words in the article."""

    name: str
    id: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Answers:
    """What a claim says, field by field: the program's word, or a reviewer's. None: nothing of the kind is told."""

    type: str
    mode: str | None
    status: str
    context: tuple[str, ...]
    actor: Thing | None
    recipient: Thing | None
    place: Thing | None
    begin: date | None
    finish: date | None
    span: bool = True
    """Whether the marked words are those that tell it."""


@dataclass(frozen=True, slots=True)
class Review:
    """One decision of one person on one claim.

    `words` are the evidence, at `evidence` in the text; by them the claim is found again where they have moved.
    `shown` is what the claim said then, `answers` what the reviewer says: None for all but "accept" and "edit".
    `settles` marks a decision made with those of others in sight; `sampled` one on a claim of the random sample.
    `takes_back` is the number of the decision that an "undo" takes back, or a "redo" puts in force again.
    """

    about: Named
    verdict: str
    by: str
    at: str
    evidence: Span
    words: str
    shown: Answers
    answers: Answers | None = None
    comment: str = ""
    settles: bool = False
    sampled: bool = False
    takes_back: int | None = None
    number: int = 0
    """Its place among all decisions, from 1; 0 before it is kept."""
