"""Claims that nobody makes: what nobody says, what the writer does, and a denial that only points back."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.attribute.record import Record
from dateline.lexicon.reporting import words_for
from dateline.records.claim import Claim
from dateline.records.statement import Statement
from dateline.records.text import Span

DENY = "deny"


def is_untold(chain: Sequence[Statement], record: Record) -> bool:
    """Whether the innermost statement around a claim has a source of whom there is none: "nobody said"."""
    source = chain[0].source if chain else None
    if source is None or chain[0].stance in {"denies", "doubts"}:
        return False
    words = record.cast.words_in(source)
    return bool(words) and words[0].text.lower() in words_for("nobody") and words[0].relation in {"det", "nsubj", "neg"}


def is_reporters(claim: Claim, chain: Sequence[Statement]) -> bool:
    """Whether a claim is of what the writer does outside what anybody says: "I have spent two weeks talking to …"."""
    ours = words_for("first_person") | words_for("plural_first_person")
    return not chain and any(end is not None and end.text.lower() in ours for end in (claim.actor, claim.recipient))


def bare_denials(statements: Sequence[Statement], record: Record) -> list[Span]:
    """The cues of denials by a pronoun alone: "soldiers, who deny it", which reject nothing but what was told of."""
    return [one.cue for one in statements if one.cue is not None and one.stance == "denies" and is_bare(one, record)]


def is_bare(statement: Statement, record: Record) -> bool:
    """Whether what a statement denies is told by a pronoun alone."""
    words = record.cast.words_in(statement.content[0]) if len(statement.content) == 1 else []
    cue = record.cast.words_in(statement.cue) if statement.cue is not None else []
    is_plain = any(word.lemma.lower() == DENY for word in cue)
    return is_plain and len(words) == 1 and words[0].text.lower() in words_for("denied_pronouns")
