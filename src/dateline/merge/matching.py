"""Do two claims tell the same happening? A judgement with a score and reasons.

First what rules it out, then what speaks for it: each agreement has a weight, and from `least` on it is the same.
Weights and limits are set by hand; `docs/decisions/0007-merging.md` says why.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.merge.ends import NAMED, likeness
from dateline.merge.gist import VICTIMS, Gist, gist
from dateline.merge.spots import gap, nearness
from dateline.merge.told import Told
from dateline.records.claim import Claim
from dateline.step import Judgement

MUTUAL = frozenset({"CONSULT"})
"""Types without a direction: who met whom is who was met by whom."""
LATE = 3
"""Days that may lie between two reports of a happening without a date."""
TELLING = 3
"""From so many victims on, a number tells one happening from the next."""

WEAPONS = frozenset({"aerial", "drone", "explosives", "firearms", "heavy-weapons"})
"""Modes that name what an attack was made with; reports of one attack often name different ones, or the coder does."""
DEEDS = frozenset({"ASSAULT", "COERCE", "SANCTION", "AID"})
"""Types of what is done to somebody, and not to the same one every day; statements are made every day."""

Weighed = tuple[float, str]


@dataclass(frozen=True)
class SameHappening:
    """Compares what claims of two reports say: type, days, place, actors, numbers and words."""

    least: float = 0.65

    def __call__(self, one: Claim, other: Claim, /) -> Judgement:
        """Whether two claims tell the same happening, by what they say alone."""
        return self.judge(gist([Told("", one)]), gist([Told("", other)]))

    def judge(self, one: Gist, other: Gist) -> Judgement:
        """Whether two gists tell the same happening; the score is 0 where something rules it out."""
        if one.type in MUTUAL:
            ways = [(a, b) for a in (one, one.turned()) for b in (other, other.turned())]
            return max((self._judge(a, b) for a, b in ways), key=lambda found: (found.score, found.reasons))
        return self._judge(one, other)

    def _judge(self, one: Gist, other: Gist) -> Judgement:
        against = next(ruled_out(one, other), None) or next(undated(one, other), None)
        if against is not None:
            return Judgement(False, 0.0, (against,))
        found = [*day(one, other), *place(one, other), *unplaced(one, other), *ends(one, other), *how(one, other)]
        return weighed(found, self.least)


@dataclass(frozen=True)
class SameInReport:
    """Compares what claims of one report say: there a happening is told again in fewer words, the day unsaid."""

    least: float = 0.6

    def judge(self, one: Gist, other: Gist) -> Judgement:
        """Whether two gists tell the same happening; the score is 0 where something rules it out."""
        against = next(ruled_out(one, other), None) or next(other_town(one, other), None)
        if against is not None:
            return Judgement(False, 0.0, (against,))
        found = [(0.3, "same report"), *same_place(one, other), *roles(one, other), *how(one, other)]
        return weighed(found, self.least)


def weighed(found: list[Weighed], least: float) -> Judgement:
    """A judgement from what speaks for and against it."""
    score = round(min(1.0, max(0.0, sum(weight for weight, _ in found))), 3)
    return Judgement(score >= least, score, tuple(reason for _, reason in found))


def excludes(one: Gist, other: Gist) -> bool:
    """Whether two gists cannot tell the same happening."""
    if next(ruled_out(one, other), None) is None:
        return False
    return one.type not in MUTUAL or next(ruled_out(one, other.turned()), None) is not None


def ruled_out(one: Gist, other: Gist) -> Iterator[str]:
    """What rules out that two gists tell the same happening."""
    if one.type != other.type:
        yield f"{one.type} is not {other.type}"
    if one.open != other.open:
        yield "one has happened, the other not"
    if one.campaign != other.campaign:
        yield "one is a campaign"
    yield from other_days(one, other)
    if one.denied != other.denied and not answers(one, other):
        yield "a denial of something else"
    if (lie := nearness(one.spots, other.spots)) is not None and lie[0] == "far":
        yield f"{lie[1]:.0f} km apart"
    if likeness(one.actors, other.actors) < 0:
        yield "another actor"
    if likeness(one.recipients, other.recipients) < 0:
        yield "another recipient"


def other_days(one: Gist, other: Gist) -> Iterator[str]:
    """What rules it out in the days. A day apart is forgiven where as many victims are told."""
    if one.history != other.history and (loose(one) or loose(other)):
        yield "one is history"
    if one.days is None or other.days is None:
        return
    apart = gap(one.days, other.days)
    if apart > 1 or (apart == 1 and shared_number(one, other) is None):
        yield f"{apart} day{'s' if apart > 1 else ''} apart"


def answers(one: Gist, other: Gist) -> bool:
    """Whether a denial speaks of what the other tells: in the same word, of the same actor and a like recipient."""
    actor, recipient = likeness(one.actors, other.actors), likeness(one.recipients, other.recipients)
    if not {*one.stems} & {*other.stems}:
        return False
    return recipient > 0 or (actor >= 1 and not (one.recipients and other.recipients))


def loose(one: Gist) -> bool:
    """Whether a gist has no days that tell one happening from the next."""
    return one.days is None or one.days.loose


def undated(one: Gist, other: Gist) -> Iterator[str]:
    """What rules it out in two reports of which one gives no days: they must agree on who, and whom or where."""
    if not (loose(one) or loose(other)):
        return
    if one.reported and other.reported and abs((one.reported - other.reported).days) > LATE:
        yield "no date, and reported at other times"
    if same_deed(one, other) or same_act(one, other):
        return
    actor, recipient = likeness(one.actors, other.actors), likeness(one.recipients, other.recipients)
    lie = nearness(one.spots, other.spots)
    told = (lie is not None and lie[0] == "near") or shared_number(one, other) is not None
    if actor < 1 or (recipient < 1 and not told):
        yield "no date, and not the same actor with recipient, place or number"
    elif max(actor, recipient) < NAMED and not told:
        yield "no date, and nothing that tells one from another"


def same_act(one: Gist, other: Gist) -> bool:
    """Whether two reports tell in the same word what somebody they name did to much the same."""
    actor, recipient = likeness(one.actors, other.actors), likeness(one.recipients, other.recipients)
    return actor == NAMED and recipient > 0 and bool({*one.stems} & {*other.stems})


def same_deed(one: Gist, other: Gist) -> bool:
    """Whether two reports tell in the same word what was done to somebody they name."""
    same = likeness(one.recipients, other.recipients) == NAMED
    return same and one.type in DEEDS and bool({*one.stems} & {*other.stems})


def day(one: Gist, other: Gist) -> Iterator[Weighed]:
    """What the days of two reports say for a same happening."""
    if loose(one) or loose(other):
        yield (0.25, "done to the same") if same_deed(one, other) else (0.1, "no day against it")
    if one.days is None or other.days is None:
        return
    apart = gap(one.days, other.days)
    if one.days.loose or other.days.loose:
        yield 0.0, "times that overlap"
    elif apart:
        yield 0.0, "a day apart"
    elif max(one.days.begin, other.days.begin) <= min(one.days.finish, other.days.finish):
        yield 0.2, "same day" if one.days.begin == one.days.finish else "same days"
    else:
        yield 0.0, "day before the report"


def unplaced(one: Gist, other: Gist) -> Iterator[Weighed]:
    """What speaks against it in two reports where only one gives a place: what befell elsewhere the same day."""
    if bool(one.spots) != bool(other.spots):
        yield -0.05, "no place in one"


def place(one: Gist, other: Gist) -> Iterator[Weighed]:
    """What the places say for a same happening."""
    lie = nearness(one.spots, other.spots)
    if lie is None:
        return
    kind, km = lie
    if kind == "near":
        yield (0.3, "same place") if km < 0.5 else (0.25 if km <= 5 else 0.2, f"{km:.0f} km")
    elif kind == "within":
        yield 0.15, "a place in the other"
    else:
        yield 0.05, "same country"


def other_town(one: Gist, other: Gist) -> Iterator[str]:
    """What rules it out in the places of one report: who names two towns tells two happenings, however near."""
    first, second = ({spot.place_id for spot in gist.spots if spot.fine} for gist in (one, other))
    if first and second and not first & second:
        yield "another place"


def same_place(one: Gist, other: Gist) -> Iterator[Weighed]:
    """What the places in one report say for a same happening."""
    if {spot.place_id for spot in one.spots} & {spot.place_id for spot in other.spots}:
        yield 0.15, "same place"


def ends(one: Gist, other: Gist) -> Iterator[Weighed]:
    """What actors and recipients of two reports say for a same happening."""
    weights = {3: 0.3, 2: 0.25, 1: 0.1, 0.5: 0.1}
    for role, first, second in (
        ("actor", one.actors, other.actors),
        ("recipient", one.recipients, other.recipients),
    ):
        alike = likeness(first, second)
        if alike in weights:
            yield weights[alike], f"{'same' if alike >= 1 else 'like'} {role}"
        elif first and second:
            yield -0.2 if first[0].weight == second[0].weight == 1 else -0.1, f"{role} in other words"


def roles(one: Gist, other: Gist) -> Iterator[Weighed]:
    """What actors and recipients of one report say for a same happening: there the same word is the same actor."""
    for role, first, second in (
        ("actor", one.actors, other.actors),
        ("recipient", one.recipients, other.recipients),
    ):
        alike = likeness(first, second)
        if alike > 0:
            yield (0.25, f"same {role}") if alike >= 1 else (0.1, f"like {role}")
        elif first and second:
            yield -0.15, f"{role} in other words"
        elif role not in one.somebody + other.somebody:
            yield 0.05, f"no {role} in one"
    if one.bare or other.bare:
        yield 0.2, "named before"


def how(one: Gist, other: Gist) -> Iterator[Weighed]:
    """What the way of acting, the numbers and the words say for a same happening."""
    if one.modes and other.modes:
        shared = sorted({*one.modes} & {*other.modes})
        unlike = 0.0 if WEAPONS.issuperset((*one.modes, *other.modes)) else -0.1
        yield (0.05, f"both {shared[0]}") if shared else (unlike, f"{one.modes[0]} and {other.modes[0]}")
    if (number := shared_number(one, other)) is not None:
        yield 0.2, number
    if {*one.stems} & {*other.stems}:
        yield 0.1, "same word"


def shared_number(one: Gist, other: Gist) -> str | None:
    """The largest number of victims that both tell, large enough to tell one happening from the next: "killed 12"."""
    shared = [(n, kind) for kind, n in {*one.numbers} & {*other.numbers} if kind in VICTIMS and n >= TELLING]
    return "both {1} {0:g}".format(*max(shared)) if shared else None
