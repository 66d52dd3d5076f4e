"""Is the claimant a party to what it claims?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateline.attribute.conflict import MATERIAL_CONFLICT, Front, faces, sides_of
from dateline.lexicon.actors import STATE, actor, allied, opposed
from dateline.records.claim import ASSERTED, Claim, Relation
from dateline.records.mention import ActorMention
from dateline.records.text import Span

ARMED = frozenset({"GOV", "MIL", "REB", "COP", "SPY", "PRM", "UAF", "LEG", "JUD"})
NEUTRAL = frozenset({"IGO", "NGO", "JRN", "MED", "UNO", "CVL", "EDU"})
REBELS = frozenset({"REB", "UAF"})
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
    own: tuple[Span, ...] = ()
    """Words that stand for the claimant: its pronouns, and "we", "our" in what it is quoted with."""
    is_stricken: bool = False
    """Whether it is one of those who live where it happened: residents, survivors, relatives."""
    is_bystander: bool = False
    """Whether its words say that it stands on no side: a monitor, a hospital, a rights group."""
    is_foreign: bool = False
    """Whether it is a diplomat or the like, who speaks of the affairs of others."""

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all of them."""
        own = (self.actor_id,) if self.actor_id else ()
        return tuple(dict.fromkeys((*own, *(one.actor_id for one in self.mentions if one.actor_id))))


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a claimant is a party to its claim (None: not known), and why.

    The reason is "actor" or "recipient" where it is that or speaks for its state or side; "ally of the actor", "enemy
    of the recipient" and the like by the actor knowledge; "text: fights" and the like by a tie that the text tells,
    "text: conflict" by hostile acts that it tells; "soil" where it speaks for the state on whose soil it was; "accuser"
    where a fighting side accuses another; "neither" where it is none.
    """

    is_party: bool | None
    reason: str | None


UNKNOWN = Verdict(None, None)


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What is known of who stands with and against whom: the ties that the text tells, its hostilities, the day."""

    relations: Sequence[Relation] = ()
    front: Front = frozenset()
    day: date | None = None


NOTHING = Knowledge()


def verdict(voice: Voice, claim: Claim, known: Knowledge = NOTHING) -> Verdict:
    """Whether a claimant is the actor or the recipient of its claim, or on the side of one of them; None: not known.

    It is a party when it is one of the two, belongs to one, commands it or speaks for it; when both are of the same
    country, or the event is on its soil, and the claimant speaks for a state; when the actor knowledge or the relations
    read from the text tell that it is an ally or an enemy of one of the two; and when a state or an armed group accuses
    or threatens another state or armed group: who accuses a fighting side, and is no neutral body, stands on the other
    one ("Washington accuses Moscow of targeting rebels"). So are enemies of one of the two elsewhere in the article;
    officials of no told country, who speak of their own; and residents, of what befell them.
    """
    ends = [(end, name) for end, name in ((claim.actor, "actor"), (claim.recipient, "recipient")) if end is not None]
    found = [name for end, name in ends if voice.source and voice.source.holds(end) and end in voice.mentions]
    found += [name for end, name in ends if is_one_of(voice, end) or any(one.overlaps(end) for one in voice.own)]
    found += [name for end, name in ends if is_comrade(voice, end)]
    found += [f"{tie} of the {name}" for end, name in ends if (tie := standing(voice, end, known.day)) is not None]
    found += [f"text: {kind}" for end, _ in ends if (kind := told_tie(voice, end, known.relations)) is not None]
    found += [f"enemy of the {name}" for end, name in ends if is_civil_war(voice, end, countries_of(claim))]
    found += ["soil"] * (is_home(voice, claim.place.country if claim.place else None) or is_domestic(voice, claim))
    found += ["soil"] * is_invaded(voice, claim)
    found += ["accuser"] * bool(claim.actor and accuses(voice, claim.actor))
    if found:
        return Verdict(True, found[0])
    if voice.is_stricken:
        return Verdict(True, "recipient") if befell(claim) else UNKNOWN
    if voice.is_bystander or any(is_neutral(mention) for mention in voice.mentions):
        return Verdict(False, "neither")
    if any(faces(sides_of(one), sides_of(end), known.front) for one in voice.mentions for end, _ in ends):
        return Verdict(True, "text: conflict")
    if not (voice.ids or any(mention.country for mention in voice.mentions)) or claim.actor is None:
        return UNKNOWN
    return Verdict(False, "neither") if claim.actor.actor_id or claim.actor.country else UNKNOWN


def is_one_of(voice: Voice, end: ActorMention) -> bool:
    """Whether the claimant is an end, or speaks for the state that it is of."""
    return (end.actor_id is not None and end.actor_id in voice.ids) or is_home(voice, end.country)


def is_comrade(voice: Voice, end: ActorMention) -> bool:
    """Whether the claimant and an end are rebels of the same country, none of whom has a name."""
    return is_nameless_rebel(end) and any(
        is_nameless_rebel(one) and one.country == end.country for one in voice.mentions
    )


def is_nameless_rebel(one: ActorMention) -> bool:
    """Whether a mention is of rebels by no name: of nobody known, or only of a country's."""
    return one.sectors[:1] == ("REB",) and one.actor_id in {None, f"{one.country}/REB"}


def standing(voice: Voice, end: ActorMention, day: date | None) -> str | None:
    """How the claimant stands to an end by the actor knowledge: "ally", "enemy" or None."""
    for one in voice.ids if end.actor_id else ():
        if allied(one, end.actor_id or "", day):
            return "ally"
        if opposed(one, end.actor_id or "", day):
            return "enemy"
    return None


def is_home(voice: Voice, country: str | None) -> bool:
    """Whether the claimant speaks for the state of that country."""
    if country is None or voice.is_bystander:
        return False
    return any(one.country == country and is_official(one) for one in voice.mentions)


def is_invaded(voice: Voice, claim: Claim) -> bool:
    """Whether an armed group speaks of what a foreign state did by force where it is at home."""
    doer, place = claim.actor, claim.place
    if doer is None or place is None or claim.quad != MATERIAL_CONFLICT or not is_official(doer):
        return False
    at_home = any(one.country == place.country and set(one.sectors) & REBELS for one in voice.mentions)
    return at_home and doer.country not in {None, place.country}


def is_domestic(voice: Voice, claim: Claim) -> bool:
    """Whether officials speak of their own country: of no other, where theirs is told; of any, where none is told."""
    return not (voice.is_foreign or voice.is_bystander) and any(
        is_official(one) and not is_neutral(one) and (one.country is None or countries_of(claim) <= {one.country})
        for one in voice.mentions
        if one.actor_id is None or one.country is not None
    )


def befell(claim: Claim) -> bool:
    """Whether a claim is of violence or coercion that befell somebody or something."""
    return claim.quad == MATERIAL_CONFLICT and claim.status in ASSERTED


def countries_of(claim: Claim) -> frozenset[str]:
    """The countries that a claim names."""
    ends = (claim.actor, claim.recipient, claim.place)
    return frozenset(end.country for end in ends if end is not None and end.country)


def is_civil_war(voice: Voice, end: ActorMention, told: frozenset[str]) -> bool:
    """Whether a state speaks of rebels, or rebels of a state, where no other country is `told`."""
    for mention in voice.mentions:
        one, other = (mention, end) if is_official(mention) else (end, mention)
        if is_official(one) and set(other.sectors) & REBELS and not is_official(other):
            return told <= {one.country} or (one.country is None and len(told) < 2)
    return False


def is_neutral(mention: ActorMention) -> bool:
    """Whether a mention is of a body that stands on nobody's side: an agency, an aid group, a world body."""
    of_state = "GOV" in mention.sectors or is_state_medium(mention)
    return bool(set(mention.sectors) & (NEUTRAL | {"SOC"})) and not of_state


def is_state_medium(mention: ActorMention) -> bool:
    """Whether a mention is of a state's own news agency or broadcaster."""
    known = actor(mention.actor_id or "")
    owned = known is not None and any(one.startswith(STATE) for one in known.parents)
    return "JRN" in mention.sectors and (owned or "state-media" in (mention.actor_id or "") or names_state(mention))


def names_state(mention: ActorMention) -> bool:
    """Whether the words of a mention say that it is a state's: "state television", "state-run radio"."""
    return any(word == "state" or word.startswith("state-") for word in mention.text.lower().split())


def is_official(mention: ActorMention) -> bool:
    """Whether a mention is of a state or of one of its bodies or people in office."""
    if mention.actor_id and mention.actor_id.startswith(STATE):
        return True
    if is_state_medium(mention):
        return True
    return bool(set(mention.sectors) & (ARMED - {"REB", "UAF", "PRM"})) and not is_neutral(mention)


def told_tie(voice: Voice, end: ActorMention, relations: Sequence[Relation]) -> str | None:
    """The standing tie between the claimant and an end that the text tells, whichever way; None where it tells none."""
    for relation in relations:
        pair = {relation.subject.actor_id, relation.object.actor_id}
        if relation.kind in TIES and end.actor_id in pair and end.actor_id and pair & set(voice.ids) - {end.actor_id}:
            return relation.kind
    return None


def accuses(voice: Voice, doer: ActorMention) -> bool:
    """Whether one fighting side accuses another."""
    return voice.stance in ACCUSING and is_fighting(doer) and any(is_fighting(mention) for mention in voice.mentions)


def is_fighting(mention: ActorMention) -> bool:
    """Whether a mention is of a state, one of its bodies, or an armed group."""
    if set(mention.sectors) & NEUTRAL:
        return False
    return bool(mention.actor_id and mention.actor_id.startswith(STATE)) or bool(set(mention.sectors) & ARMED)
