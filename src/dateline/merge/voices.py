"""What all who speak of an event say together: its status, and whose word it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.merge.ends import key
from dateline.merge.told import Told
from dateline.records.claim import ASSERTED, NOT_SO, Claim

ORDER = ("happened", "ongoing", "historical", "planned", "threatened", "possible", "conditional", "did_not_happen")
WITH_ACTOR = frozenset({"actor", "ally of the actor", "enemy of the recipient"})
WITH_RECIPIENT = frozenset({"recipient", "ally of the recipient", "enemy of the actor", "accuser"})
"""Why a claimant is a party, where that tells with which end it stands."""

Side = tuple[str, str | None]


def voice(told: Told, source: Mapping[str, str]) -> str:
    """Who says so, as one name across articles. An outlet that carries another's story has no voice of its own."""
    claimant = told.claim.claimant
    if claimant.kind == "outlet":
        return f"outlet {source[told.article_id]}"
    if claimant.kind == "actor" and (claimant.actor_id or claimant.name):
        return str(claimant.actor_id or claimant.name)
    return f"unnamed in {source[told.article_id]}"


def statuses(claims: Sequence[Claim]) -> set[str]:
    """The statuses of claims; "denied" too where somebody denies one of them, wherever that denial stands."""
    return {claim.status for claim in claims} | {"denied" for claim in claims if claim.denied_by}


def status(claims: Sequence[Claim]) -> str:
    """The status from all voices: "disputed" where some tell it as a fact and some deny it."""
    found = statuses(claims)
    if found & ASSERTED and found & NOT_SO:
        return "disputed"
    if found & NOT_SO and not found - NOT_SO:
        return "denied" if "denied" in found else "did_not_happen"
    return next((one for one in ORDER if one in found), min(found))


def whose_word(claims: Sequence[Claim], voices: Sequence[str]) -> str | None:
    """Whose word an event is, `voices` being who speaks in each claim; None where that is not known.

    "disputed" where some tell it, if only as possible, and some deny it; "denied" where nobody tells it. Else it is the
    word of "others" where somebody tells it who is no party, and of "one_side" or "both_sides" where only parties do.
    """
    found = statuses(claims)
    if status(claims) == "disputed" or ("denied" in found and found - NOT_SO):
        return "disputed"
    if "denied" in found:
        return "denied"
    said = list(zip(claims, voices, strict=True))
    return of_whom([one for one in said if one[0].status not in NOT_SO] or said)


def of_whom(said: Sequence[tuple[Claim, str]]) -> str | None:
    """Whether somebody says so who is no party, or else one side or both; None where nobody knows."""
    parties = {name for claim, name in said if claim.claimant_is_party}
    others = [claim.claimant_is_party for claim, name in said if name not in parties]
    if others:
        return "others" if False in others else None
    sides = {side(claim) for claim, _ in said if claim.claimant_is_party}
    if len(parties) == 1:
        return "one_side"
    if are_two({one for one in sides if one is not None}):
        return "both_sides"
    return None if None in sides else "one_side"


def side(claim: Claim) -> Side | None:
    """With which end of its claim a party stands, and who that is; None where its reason does not tell."""
    if claim.party_reason in WITH_ACTOR:
        return "actor", key(claim.actor)
    return ("recipient", key(claim.recipient)) if claim.party_reason in WITH_RECIPIENT else None


def are_two(sides: set[Side]) -> bool:
    """Whether some stand at either end. Of two who met each is the actor here and the recipient there: one side."""
    doers, others = ({who for end, who in sides if end == role} for role in ("actor", "recipient"))
    return any(one != other for one in doers for other in others)
