"""Is the claimant a party to what it claims?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateline.lexicon.actors import STATE, allied, opposed
from dateline.records.claim import Claim, Relation
from dateline.records.mention import ActorMention
from dateline.records.text import Span

ARMED = frozenset({"GOV", "MIL", "REB", "COP", "SPY", "PRM", "UAF", "LEG", "JUD"})
NEUTRAL = frozenset({"IGO", "NGO", "JRN", "MED", "UNO", "CVL", "EDU"})
TIES = frozenset(
    {"ally_of", "backs", "affiliate_of", "member_of", "leads", "rival_of", "fights", "seeks_overthrow_of", "opposes"}
)
ACCUSING = frozenset({"alleges", "threatens"})


@dataclass(frozen=True, slots=True)
class Voice:
    """Who claims: the mentions of the claimant and of those it speaks for, the stance, the words of the source."""

    mentions: tuple[ActorMention, ...]
    stance: str = "says"
    actor_id: str | None = None
    source: Span | None = None

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all of them."""
        own = (self.actor_id,) if self.actor_id else ()
        return tuple(dict.fromkeys((*own, *(one.actor_id for one in self.mentions if one.actor_id))))


def is_party(voice: Voice, claim: Claim, relations: Sequence[Relation] = (), day: date | None = None) -> bool | None:
    """Whether a claimant is the actor or the recipient of its claim, or on the side of one of them; None: not known.

    It is a party when it is one of the two, belongs to one, commands it or speaks for it; when both are of the same
    country, or the event is on its soil, and the claimant speaks for a state; when the actor knowledge or the relations
    read from the text tell that it is an ally or an enemy of one of the two; and when a state or an armed group accuses
    or threatens another state or armed group: who accuses a fighting side, and is no neutral body, stands on the other
    one ("Washington accuses Moscow of targeting rebels").
    """
    ends = [end for end in (claim.actor, claim.recipient) if end is not None]
    if any(voice.source is not None and voice.source.holds(end) and end in voice.mentions for end in ends):
        return True
    if any(is_one_side(voice, end, day) or is_tied(voice, end, relations) for end in ends):
        return True
    if is_home(voice, claim.place.country if claim.place else None) or (claim.actor and accuses(voice, claim.actor)):
        return True
    if not (voice.ids or any(mention.country for mention in voice.mentions)) or claim.actor is None:
        return None
    return False if claim.actor.actor_id or claim.actor.country else None


def is_one_side(voice: Voice, end: ActorMention, day: date | None) -> bool:
    """Whether the claimant is the actor, of its country or side, or its declared enemy."""
    if end.actor_id:
        for one in voice.ids:
            if one == end.actor_id or allied(one, end.actor_id, day) or opposed(one, end.actor_id, day):
                return True
    return is_home(voice, end.country)


def is_home(voice: Voice, country: str | None) -> bool:
    """Whether the claimant speaks for the state of that country."""
    return country is not None and any(one.country == country and is_official(one) for one in voice.mentions)


def is_official(mention: ActorMention) -> bool:
    """Whether a mention is of a state or of one of its bodies or people in office."""
    if mention.actor_id and mention.actor_id.startswith(STATE):
        return True
    return bool(set(mention.sectors) & (ARMED - {"REB", "UAF", "PRM"})) and not set(mention.sectors) & NEUTRAL


def is_tied(voice: Voice, end: ActorMention, relations: Sequence[Relation]) -> bool:
    """Whether the text tells a standing tie between the claimant and the actor, whichever way."""
    for relation in relations:
        pair = {relation.subject.actor_id, relation.object.actor_id}
        if relation.kind in TIES and end.actor_id in pair and end.actor_id and pair & set(voice.ids) - {end.actor_id}:
            return True
    return False


def accuses(voice: Voice, actor: ActorMention) -> bool:
    """Whether one fighting side accuses another."""
    return voice.stance in ACCUSING and is_fighting(actor) and any(is_fighting(mention) for mention in voice.mentions)


def is_fighting(mention: ActorMention) -> bool:
    """Whether a mention is of a state, one of its bodies, or an armed group."""
    if set(mention.sectors) & NEUTRAL:
        return False
    return bool(mention.actor_id and mention.actor_id.startswith(STATE)) or bool(set(mention.sectors) & ARMED)
