"""What a statement makes of a claim's status, and where it leaves it alone: "rejected the accusation"."""

from __future__ import annotations

from dataclasses import replace

from dateline.attribute.record import Record
from dateline.lexicon.files import load
from dateline.records.claim import Claim
from dateline.records.statement import Statement


def is_answered(claim: Claim, statement: Statement, record: Record) -> bool:
    """Whether a claim is told by a noun for words, as the very thing that a statement says no to."""
    if statement.stance != "denies" or claim.type not in load("en/status.yaml")["answered"]:
        return False
    words = [word for word in record.around(statement, claim) if word.overlaps(claim.trigger)]
    return any(word.tag.startswith("NN") and word.relation == "dobj" for word in words)


def hedged(claim: Claim, status: str, statement: Statement) -> Claim:
    """A claim with the status that a statement gives it; where that is another, the statement's cue hedges it."""
    if status == claim.status:
        return claim
    return replace(claim, status=status, hedges=(statement.cue,) if statement.cue and status != "happened" else ())
