"""What rules out that two gists tell the same happening."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from dateline.merge.ends import likeness
from dateline.merge.gist import VICTIMS, Gist
from dateline.merge.spots import gap, nearness
from dateline.records.ids import is_under

Some = Any
"""A truth or a number of one pair, or an array of those of many."""
Rule = Callable[[Gist, Gist], Iterator[str]]
MUTUAL = frozenset({"CONSULT"})
"""Types without a direction: who met whom is who was met by whom."""
MANIFOLD = frozenset({"ASSAULT", "PROTEST"})
"""Types of which one happening is told as done in several ways: shot and burned, marched and rioted."""
LATE = 3
"""Days that may lie between two reports of a happening without a date that are compared."""
TELLING = 3
"""From so many victims on, a number tells one happening from the next."""
BREAK = 3
"""Characters of white space that may lie between two sentences that follow one another."""


def ruled_out(one: Gist, other: Gist) -> Iterator[str]:
    """What rules out that two gists tell the same happening, whoever tells it."""
    for rule in RULES:
        yield from rule(one, other)


def other_kind(one: Gist, other: Gist) -> Iterator[str]:
    """What rules it out in the types."""
    if one.type != other.type and set(one.kinds).isdisjoint(other.kinds):
        yield f"{one.type} is not {other.type}"


def other_stage(one: Gist, other: Gist) -> Iterator[str]:
    """What rules it out in how far it has come."""
    if one.open != other.open:
        yield "one has happened, the other not"
    if one.campaign != other.campaign:
        yield "one is a campaign"


def other_time(one: Gist, other: Gist) -> Iterator[str]:
    """What rules it out in the days, where both are told in words of their own."""
    if not (unsure(one) or unsure(other)):
        yield from other_days(one, other)


def far(one: Gist, other: Gist) -> Iterator[str]:
    """What rules it out in the places; those that other sentences tell only where no days speak for it either."""
    lie = nearness(one.spots, other.spots)
    if lie is not None and (lie[0] == "far" or (lie[0] == "astray" and (loose(one) or loose(other)))):
        yield f"{lie[1]:.0f} km apart"


def other_ends(one: Gist, other: Gist) -> Iterator[str]:
    """What rules it out in who suffered a deed or who imposed a sanction, where nobody can dispute it.

    Each is arrested for himself, and two states that expel two diplomats each did so each for itself.
    """
    if likeness(one.people, other.people) < 0:
        yield "another person"
    if likeness(one.senders, other.senders) < 0:
        yield "another sender"


def other_in_report(one: Gist, other: Gist) -> Iterator[str]:
    """What rules it out in one report beside that: other ends, other days, other towns however near, another denial."""
    if not ((guessed(one) or guessed(other)) and beside(one, other)):
        yield from other_days(one, other)
    if likeness(one.actors, other.actors) < 0:
        yield "another actor"
    if likeness(one.recipients, other.recipients) < 0 and not struck_together(one, other):
        yield "another recipient"
    first, second = ({spot.place_id for spot in gist.spots if spot.fine} for gist in (one, other))
    if first and second and not any(is_one_town(here, there) for here in first for there in second):
        yield "another place"
    if another_way(one, other):
        yield "another way of doing"
    if one.unknown_places and other.unknown_places and not alike(one.unknown_places, other.unknown_places):
        yield "another place"


def another_way(one: Gist, other: Gist) -> bool:
    """Whether two acts are done in two ways, as violence and protest alone are at once: "searched" and "arrested"."""
    told = one.type == other.type and one.type not in MANIFOLD and one.modes and other.modes
    return bool(told) and not in_one_way(one, other)


def alike(ones: Sequence[str], others: Sequence[str]) -> bool:
    """Whether one of some names is one of others, or holds it."""
    return any(one in other or other in one for one in ones for other in others)


def struck_together(one: Gist, other: Gist) -> bool:
    """Whether one of two tells what was struck, and the other whom: "bombed a police post and killed five people".

    By the same doer, or both by nobody told: "a bomb went off outside a police post, killing five people".
    """
    victims = [any(kind in VICTIMS for kind, _ in gist.numbers) for gist in (one, other)]
    same_actor = likeness(one.actors, other.actors) > 0 or not (one.actors or other.actors)
    return same_actor and victims[0] != victims[1] and beside(one, other) == "same sentence"


def is_one_town(one: str, other: str) -> bool:
    """Whether two ids are of one place, or of a town and what is known only as one of its quarters or buildings."""
    return one == other or is_under(one, other) or is_under(other, one)


def other_matter(one: Gist, other: Gist) -> Iterator[str]:
    """What rules it out where one denies. A third telling may call the denied deed otherwise, and is not asked."""
    if one.denied != other.denied and not answers(one, other):
        yield "a denial of something else"


def other_days(one: Gist, other: Gist) -> Iterator[str]:
    """What rules it out in the days. A day apart is forgiven where as many victims are told."""
    if one.days is None or other.days is None:
        return
    apart = gap(one.days, other.days)
    if apart > 1 or (apart == 1 and shared_number(one, other) is None):
        yield f"{apart} day{'s' if apart > 1 else ''} apart"


def answers(one: Gist, other: Gist) -> bool:
    """Whether a denial speaks of what the other tells."""
    actor, recipient = likeness(one.actors, other.actors), likeness(one.recipients, other.recipients)
    if actor > 0 and recipient >= 0 and one.lines:
        return True
    return bool(is_answer(actor, recipient, in_like_words(one, other), not (one.recipients and other.recipients)))


def is_answer(actor: Some, recipient: Some, in_like_words: Some, no_recipient: Some) -> Some:
    """The same by how like actors and recipients are, whether the words are like, and whether one tells no recipient.

    It does of a like recipient by a like actor or in like words, or in these of the same actor. Asked of one pair, or
    in arrays of many.
    """
    met = recipient > 0
    return (met & (actor > 0)) | (in_like_words & (met | ((actor >= 1) & no_recipient)))


def beside(one: Gist, other: Gist) -> str | None:
    """Whether two gists of one report stand in the "same sentence" or one in the "next sentence"; None for neither."""
    near = characters_apart(one, other)
    if near is None or near > BREAK:
        return None
    return "next sentence" if near >= 0 else "same sentence"


def characters_apart(one: Gist, other: Gist) -> int | None:
    """How far apart the nearest sentences of two gists of one report stand, below 0 in the same; None elsewhere."""
    gaps = [
        max(start, begin) - min(end, finish)
        for article, start, end in one.lines
        for name, begin, finish in other.lines
        if name == article
    ]
    return min(gaps, default=None)


def loose(one: Gist) -> bool:
    """Whether a gist has no days that tell one happening from the next."""
    return one.days is None or one.days.loose


def guessed(one: Gist) -> bool:
    """Whether its day is only that of the report."""
    return one.days is not None and one.days.by_report


def unsure(one: Gist) -> bool:
    """Whether no words of its own tell on which day it happened."""
    return one.days is not None and one.days.unsure


def vague(one: Gist) -> bool:
    """Whether no words of its own tell on which days it happened, or not closely."""
    return loose(one) or unsure(one)


def timeless(one: Gist) -> bool:
    """Whether nobody knows on which day the report came out."""
    return one.reported is None


def in_like_words(one: Gist, other: Gist) -> bool:
    """Whether both are told in one word, or as done in one way: "shot" and "opened fire"."""
    return in_one_way(one, other) or not {*one.stems}.isdisjoint(other.stems)


def in_one_way(one: Gist, other: Gist) -> bool:
    """Whether both are told as done in one way."""
    return not {*one.modes}.isdisjoint(other.modes)


def shared_number(one: Gist, other: Gist) -> str | None:
    """The largest number of victims that both tell, large enough to tell one happening from the next: "killed 12"."""
    shared = [(n, kind) for kind, n in {*one.numbers} & {*other.numbers} if kind in VICTIMS and n >= TELLING]
    return "both {1} {0:g}".format(*max(shared)) if shared else None


RULES: Mapping[Rule, tuple[str, ...]] = {
    other_kind: ("type", "kinds"),
    other_stage: ("open", "campaign"),
    other_time: ("days", "numbers"),
    far: ("spots", "days"),
    other_ends: ("people", "senders"),
}
"""What may rule it out between any two gists, and the fields that each reads."""
