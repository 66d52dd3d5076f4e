"""Which name a phrase for somebody stands beside."""

from __future__ import annotations

import re
from bisect import bisect_left

from dateline.lexicon.actors import actor
from dateline.records.mention import ActorMention
from dateline.relate.cast import NESTED, Cast, near

APPOSED = re.compile(r",\s+(?:the\s+|an?\s+)?")
BESIDE = re.compile(r",?\s+")


def named(cast: Cast, one: ActorMention) -> ActorMention:
    """The person beside whose name a phrase stands: "Sansern Kaewkamnerd, the Thai army spokesman"; else itself."""
    other = beside(cast, one)
    return other if is_person(other) else one


def beside(cast: Cast, one: ActorMention) -> ActorMention:
    """The name that a phrase stands beside: "the official news agency IRNA", "TAP, the state agency"; else itself."""
    if one.form == "name":
        return one
    at = bisect_left(cast.told, one.start, key=lambda each: each.start)
    around = cast.told[at : at + NESTED]
    names = [each for each in (*near(cast.told, one.start), *around) if each.form == "name" and not each.overlaps(one)]
    before = max((each for each in names if each.end < one.start), key=lambda each: each.end, default=None)
    if before is not None and APPOSED.fullmatch(cast.text[before.end : one.start]):
        return before
    behind = min((each for each in names if each.start > one.end), key=lambda each: each.start, default=None)
    return behind if behind is not None and BESIDE.fullmatch(cast.text[one.end : behind.start]) else one


def is_person(one: ActorMention) -> bool:
    """Whether a name is not known to be that of a state or body."""
    known = actor(one.actor_id or "")
    return known is None or known.kind == "person"
