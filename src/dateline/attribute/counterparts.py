"""Claims of one article that are denied or confirmed in so many words: "Russia denied that its jets hit the convoy"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.attribute.answerers import is_nobody
from dateline.attribute.conflict import sides_of
from dateline.attribute.parties import is_official
from dateline.records.claim import NOT_SO, Claim
from dateline.records.mention import ActorMention
from dateline.records.statement import Statement

AFFIRMED = frozenset({"happened", "ongoing", "possible"})
MOST = 200
"""An answer is looked up among so many claims of its type."""
SHORT = 3
"""Words of so few letters do not tell one thing from another."""


def answering(claims: Sequence[Claim], statements: Mapping[str, Statement]) -> list[Claim]:
    """The claims with those of others that deny or confirm the same act by the same side, ids of both as they are."""
    answers: dict[str, dict[str, list[str]]] = {}
    told: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.status in AFFIRMED:
            told.setdefault(claim.type, []).append(claim)
    for other in claims:
        how = manner(other, statements)
        like = told.get(other.type, ())[:MOST] if how else ()
        for claim in like if other.actor is not None else nearest(like, other):
            if is_answered(claim, other, how == "confirmed"):
                answers.setdefault(claim.id, {}).setdefault(how, []).append(other.id)
    return [with_answers(one, answers.get(one.id, {})) for one in claims]


def nearest(like: Sequence[Claim], other: Claim) -> list[Claim]:
    """The claims of the last words before another that tells nobody who did it: "confirmed the arrest"."""
    before = [one for one in like if one.evidence.end <= other.evidence.start and not is_same_voice(one, other)]
    last = max((one.evidence.start for one in before), default=0)
    return [one for one in before if one.evidence.start == last]


def with_answers(claim: Claim, answers: Mapping[str, Sequence[str]]) -> Claim:
    """A claim with further answers."""
    return replace(
        claim,
        denied_by=tuple(dict.fromkeys((*claim.denied_by, *answers.get("denied", ())))),
        confirmed_by=tuple(dict.fromkeys((*claim.confirmed_by, *answers.get("confirmed", ())))),
    )


def manner(claim: Claim, statements: Mapping[str, Statement]) -> str:
    """How a claim may answer others: "denied", "confirmed" or "" where it answers none."""
    if claim.claimant.kind == "outlet":
        return ""
    if claim.status in NOT_SO:
        return "denied"
    said = statements.get(claim.statement_id or "")
    return "confirmed" if said is not None and said.stance == "confirms" and claim.status in AFFIRMED else ""


def is_answered(claim: Claim, other: Claim, after: bool) -> bool:
    """Whether another claim is of the same act in another's mouth; if `after`, one told later."""
    is_ahead = other.trigger.start < claim.trigger.start
    if claim is other or is_same_voice(claim, other) or (after and is_ahead):
        return False
    if claim.party_reason == other.party_reason == "actor":
        return False  # two who speak for the doer do not answer one another
    if is_of_figure(other) and other.quantities != claim.quantities:
        return False
    if other.status == "did_not_happen" and other.recipient is None and (is_otherwise(claim, other) or is_ahead):
        return False
    if other.actor is None and other.recipient is not None and is_anybody(claim.recipient):
        return False  # whether soldiers were killed says nothing of what else was done
    is_side = other.actor is None or is_same_side(claim.actor, other.actor) or is_own_denial(claim, other)
    return is_side and may_be_same(claim.recipient, other.recipient)


def is_own_denial(claim: Claim, other: Claim) -> bool:
    """Whether somebody denies to have done himself what nobody named did: "We did not kill that officer"."""
    told = claim.recipient is not None and other.recipient is not None
    return told and other.status in NOT_SO and other.party_reason == "actor" and is_nobody(claim.actor)


def is_of_figure(claim: Claim) -> bool:
    """Whether a claim denies a number alone, of a deed that another sentence tells."""
    return bool(claim.quantities) and claim.actor is not None and not claim.evidence.holds(claim.actor)


def is_otherwise(claim: Claim, other: Claim) -> bool:
    """Whether two were done in different ways: "did not open fire" is no answer to "hit a school with a drone"."""
    return claim.mode is not None and other.mode is not None and claim.mode != other.mode


def is_same_voice(claim: Claim, other: Claim) -> bool:
    """Whether the same somebody tells both."""
    one, two = claim.claimant, other.claimant
    return (one.kind, one.actor_id, one.name) == (two.kind, two.actor_id, two.name)


def is_same_side(one: ActorMention | None, other: ActorMention | None) -> bool:
    """Whether two who did something are of one side, or called by the same words."""
    if one is None or other is None:
        return one is other
    if sides_of(one) & sides_of(other):
        return True
    if one.country is not None and one.country == other.country and is_alike(one, other):
        return True
    return not (one.actor_id or other.actor_id) and bool(set(words(one)) & set(words(other)))


def is_alike(one: ActorMention, other: ActorMention) -> bool:
    """Whether two of one country may be of one side: both of the state, of one sector, or of none that is told."""
    if not one.sectors or not other.sectors or (is_official(one) and is_official(other)):
        return True
    return bool(set(one.sectors) & set(other.sectors))


def may_be_same(one: ActorMention | None, other: ActorMention | None) -> bool:
    """Whether two whom something befell may be the same: by id, by a word, or because one is not told or a pronoun."""
    if one is None or other is None or is_anybody(one) or is_anybody(other):
        return True
    return (one.actor_id is not None and one.actor_id == other.actor_id) or bool(set(words(one)) & set(words(other)))


def is_anybody(end: ActorMention | None) -> bool:
    """Whether it is not told whom something befell, or only by a pronoun."""
    return end is None or end.form == "pronoun"


def words(end: ActorMention) -> Iterator[str]:
    """The words of an end that tell it from others."""
    return (word for word in end.text.lower().split() if len(word) > SHORT)
