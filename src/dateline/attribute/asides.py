"""Deeds in what somebody says that another tells: asides of the outlet, and what was ordered and done."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.attribute.clauses import WH
from dateline.attribute.conflict import HOSTILE
from dateline.attribute.record import Record
from dateline.lexicon.reporting import words_for
from dateline.records.claim import Claim
from dateline.records.statement import Statement
from dateline.records.text import Span, Token

TENSED = frozenset({"VBD", "VBZ", "VBP", "MD"})


def outside_asides(chain: Sequence[Statement], claim: Claim, record: Record) -> list[Statement]:
    """The statements around a claim without those of which it is only an aside, and without orders carried out."""
    return [
        one
        for one in chain
        if not is_aside(record.around(one, claim), claim.trigger) and not is_past_order(one, claim, record)
    ]


def is_aside(words: Sequence[Token], trigger: Span) -> bool:
    """Whether an event is told in a relative clause behind a comma, in words that tell nothing by a verb before it:
    "threatened to leave the force, which raided the camp"."""
    before = [one for one in words if one.start < trigger.start]
    at = next((n for n, one in enumerate(before[1:], 1) if one.tag in WH and before[n - 1].text == ","), None)
    if at is None or any(one.text == "," for one in before[at:]):
        return False
    return not any(one.tag in TENSED for one in before[:at])


def is_past_order(statement: Statement, claim: Claim, record: Record) -> bool:
    """Whether a known deed is what somebody is tried for having ordered: "sentenced for ordering the murder"."""
    if statement.stance != "demands" or statement.cue is None or claim.quad not in HOSTILE:
        return False
    cue, words = record.cast.words_in(statement.cue), record.around(statement, claim)
    is_order = cue[-1].tag == "VBG" and cue[-1].relation == "pcomp" and words[0].text.lower() in words_for("definite")
    return is_order and not any(word.tag in TENSED or word.tag == "TO" for word in words)
