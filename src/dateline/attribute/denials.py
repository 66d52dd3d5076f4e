"""Denials of what a sentence before told: "The army denied it", "Moscow rejected the charge"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.attribute.parties import is_official
from dateline.attribute.speakers import Cast, mention_of
from dateline.lexicon.reporting import words_for
from dateline.records.claim import Claim, Claimant
from dateline.records.mention import ActorMention
from dateline.records.statement import Statement
from dateline.records.text import Sentence, Span, Token

DEEDS = frozenset({"ASSAULT", "COERCE"})
BEFORE = 2
"""How many sentences before the denial are looked at."""
PLAIN = frozenset({"DET", "ADJ", "NOUN", "PRON", "PUNCT"})
CERTAIN = frozenset({"happened", "ongoing", "possible"})


@dataclass(frozen=True, slots=True)
class Denier:
    """Who denies: its words, and as whom they are known."""

    mention: ActorMention | None
    actor_id: str | None

    def did(self, deed: ActorMention) -> bool:
        """Whether a deed of this actor is one's own or of a body of one's own country.

        "The army" and "the government" of no known country answer for a state's forces.
        """
        if self.actor_id is not None and self.actor_id == deed.actor_id:
            return True
        if self.mention is None or not is_official(self.mention):
            return False
        if self.mention.country is None and self.mention.actor_id is None:
            shared = set(self.mention.sectors) & set(deed.sectors)
            return is_official(deed) and (bool(shared) or "GOV" in self.mention.sectors)
        return self.mention.country is not None and self.mention.country == deed.country and is_official(deed)


def denials(
    claims: Sequence[Claim], statements: Sequence[Statement], cast: Cast, claimants: Sequence[Claimant]
) -> list[Claim]:
    """For each claim that a statement denies from afar, its copy in the denier's mouth; `claimants`: of the statements.

    Without new ids; the trigger is what stands for the deed ("it", "the report"), the evidence the denial's sentence.
    """
    found: list[Claim] = []
    ordered = sorted(claims, key=lambda one: one.trigger.start)
    starts = [one.trigger.start for one in ordered]
    for statement, claimant in zip(statements, claimants, strict=True):
        denied = denied_words(statement, cast) if claimant.kind == "actor" else None
        if denied is None:
            continue
        near = sentences_up_to(denied, cast)
        told = ordered[bisect_left(starts, near[0].start) : bisect_left(starts, denied.end)] if near else []
        if told and not any(one.trigger.overlaps(denied) for one in told):
            found += copies(told, near, replace(statement, content=(denied,)), cast, claimant)
    return found


def sentences_up_to(span: Span, cast: Cast) -> Sequence[Sentence]:
    """The sentence of a span behind those before it that may tell what it denies."""
    at = bisect_right(cast.starts, span.start) - 1
    return cast.sentences[max(0, at - BEFORE) : at + 1] if at >= 0 else ()


def denied_words(statement: Statement, cast: Cast) -> Span | None:
    """The words of a denial that stand for something told before; None where it says itself what it denies."""
    if statement.stance != "denies" or statement.cue is None or statement.source is None or len(statement.content) != 1:
        return None
    words = cast.words_in(statement.content[0])
    noun = next((word for word in words if stands_for_deed(word)), None)
    if noun is None or not all(is_plain(word, noun) for word in words):
        return None
    return Span(words[0].start, noun.end)


def stands_for_deed(word: Token) -> bool:
    """Whether a word can stand for a deed or for the telling of it."""
    lemma = word.lemma.lower()
    return lemma in words_for(
        "denied_pronouns" if word.pos in {"PRON", "DET"} and word.relation == "dobj" else "denied"
    )


def is_plain(word: Token, noun: Token) -> bool:
    """Whether a word adds nothing to a noun; "responsibility for the attack", "any part in it" say no more."""
    if word.start <= noun.start:
        return word.pos in PLAIN
    return word.pos in PLAIN | {"ADP"} and noun.lemma.lower() in words_for("shares")


def copies(
    claims: Sequence[Claim], near: Sequence[Sentence], statement: Statement, cast: Cast, claimant: Claimant
) -> Iterator[Claim]:
    """The deeds of the denier in the one sentence near by that tells any, as denied; `near` ends with the denial's."""
    if statement.source is None:
        return
    denied, own = statement.content[0], near[-1]
    denier = Denier(mention_of(statement.source, cast), claimant.actor_id)
    fit = [claim for claim in claims if is_deniable(claim, denier, claimant)]
    by_sentence = [[one for one in fit if sentence.holds(one.trigger)] for sentence in near]
    is_told_here = any(one.type in DEEDS and own.holds(one.trigger) for one in claims)
    told = by_sentence[-1:] if is_told_here else [one for one in by_sentence if one]
    if len(told) != 1 or not told[0] or len({one.actor.country for one in told[0] if one.actor}) > 1:
        return
    for claim in told[0]:
        yield replace(
            claim,
            trigger=denied,
            evidence=Span(own.start, own.end),
            status="denied",
            claimant=claimant,
            claimant_is_party=True,
            statement_id=statement.id,
            quantities=(),
        )


def is_deniable(claim: Claim, denier: Denier, claimant: Claimant) -> bool:
    """Whether a claim tells a deed of the denier, as a fact, in the mouth of another."""
    if claim.type not in DEEDS or claim.status not in CERTAIN or claim.actor is None:
        return False
    own = claimant.actor_id is not None and claim.claimant.actor_id == claimant.actor_id
    return not own and denier.did(claim.actor)
