"""Days that another sentence tells: of a deed that is first spoken of ("the murder of the mayor"), then told.

And of one that is done to somebody only once, however long ago."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.coding.told_again import MATERIAL, OF_REPORT, OVER
from dateline.records.claim import Claim, When

OWN = frozenset({"stated", "relative"})
UNDATED = OF_REPORT | {"told"}
TOLD = frozenset({"happened", "denied", "did_not_happen", "historical"})
UNKNOWN = When(None, None, None, None, None, "unknown")
VAGUE = frozenset({"decade", "century", "open"})


@dataclass(frozen=True, slots=True)
class Deed:
    """A claim that has its day, to whom it was done, in one word, and whether it is spoken of as known.

    `once`: whether it is told by a word for what is done to somebody only once, and to somebody with a name.
    `is_mentioned`: whether it is only mentioned, as known, beside something else: "accused of the murder of the mayor".
    `is_told_when`: whether the sentence says of it, as known, when or where it was: "the attack took place on Monday".
    """

    claim: Claim
    whom: str | None
    is_known: bool
    once: bool = False
    is_mentioned: bool = False
    is_told_when: bool = False


def days_ahead(deeds: Sequence[Deed]) -> dict[str, When]:
    """The days, by claim, of known deeds that have only the report's and are dated where they are told again.

    `deeds` are in the order of their words. It is the same deed where one of its type was done to the same.
    """
    found: dict[str, When] = {}
    ahead: dict[tuple[str, str], Claim] = {}
    for deed in reversed(deeds):
        claim = deed.claim
        if deed.whom is None or claim.when is None or claim.quad not in MATERIAL:
            continue
        what = claim.type, deed.whom
        told = ahead[what].when if what in ahead and not are_others(claim, ahead[what]) else None
        if told is not None and deed.is_known and is_undated(claim, claim.when):
            found[claim.id] = replace(told, basis="carried")
        elif is_dated(claim, claim.when):
            ahead[what] = claim
    return found


def are_others(claim: Claim, other: Claim) -> bool:
    """Whether two claims tell of other numbers of those whom it befell: "killed 40 soldiers" and "killed 100"."""
    one, two = ({count.kind: count.low for count in each.quantities} for each in (claim, other))
    return any(one[kind] != two[kind] for kind in one.keys() & two.keys())


def days_behind(deeds: Sequence[Deed]) -> dict[str, When]:
    """The days, by claim, of deeds done only once that have only the report's and were dated where told before.

    Of those of late the days are carried on anyway (`told_again.py`); here it may be long ago.
    """
    found: dict[str, When] = {}
    told: dict[tuple[str, str], When] = {}
    for deed in deeds:
        claim = deed.claim
        if not deed.once or deed.whom is None or claim.when is None:
            continue
        what = claim.type, deed.whom
        if what in told and is_undated(claim, claim.when):
            found[claim.id] = told[what]
        elif is_dated(claim, claim.when):
            told[what] = replace(claim.when, basis="carried")
    return found


def days_unknown(deeds: Sequence[Deed]) -> dict[str, When]:
    """Unknown days, by claim, of deeds that are only mentioned and have no day but that of the report, where the report
    told nothing of their type before: whoever was accused of the murder today, it was hardly done today. What is done
    to somebody only once is no more dated where it is told of them again."""
    found: dict[str, When] = {}
    told: set[object] = set()
    mentioned: set[tuple[str, str | None]] = set()
    for deed in deeds:
        claim, what = deed.claim, (deed.claim.type, deed.whom)
        is_fresh = claim.type not in told or (deed.once and what not in told)
        is_known = deed.is_mentioned and claim.quad in MATERIAL and is_fresh
        is_again = deed.once and deed.whom is not None and what in mentioned
        if not (is_known or is_again) or claim.when is None:
            told |= {claim.type, what}
        elif claim.when.basis in OF_REPORT and claim.status in OVER:
            found[claim.id] = UNKNOWN
            mentioned.add(what)
        elif claim.when.begin is None:
            mentioned.add(what)
        else:
            told |= {claim.type, what}
    return found


def days_told_last(deeds: Sequence[Deed]) -> dict[str, When]:
    """The days, by claim, of deeds that have only the report's, where one of the next sentences says when that was: "35
    were killed in an attack, the army said today. The attack took place at dawn on Monday."

    They are those of its type right before it, up to one that has a day.
    """
    found: dict[str, When] = {}
    for n, deed in enumerate(deeds):
        last = deed.claim
        if not deed.is_told_when or last.when is None or not is_dated(last, last.when) or last.status not in OVER:
            continue
        for before in reversed(deeds[:n]):
            claim = before.claim
            if claim.type != last.type or claim.evidence == last.evidence:
                continue
            if claim.when is None or not is_undated(claim, claim.when):
                break
            found[claim.id] = replace(last.when, basis="carried")
    return found


def is_undated(claim: Claim, when: When) -> bool:
    """Whether a deed that is over has no day but that of the report, or that on which somebody told of it."""
    return when.basis in UNDATED and claim.status in OVER


def is_dated(claim: Claim, when: When) -> bool:
    """Whether a deed has a day by words of its own sentence."""
    return when.begin is not None and when.basis in OWN and when.precision not in VAGUE and claim.status in TOLD
