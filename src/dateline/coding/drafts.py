"""What a claim is before its circumstances are known: an event, its two ends, its status, and what speaks for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.coding.candidates import Candidate
from dateline.coding.ends import Cast, is_device
from dateline.lexicon.files import load
from dateline.records.mention import ActorMention

MOST_PARTIES = 3
MOST_PAIRS = 12
"""Of an event with more pairs of actor and recipient, the first are kept: lists of names are no dyads."""

Ends = tuple[ActorMention | None, ActorMention | None]


@dataclass(frozen=True)
class Draft:
    """An event from one actor to one recipient. `by` names what decided, `second` what came next: a type (None for no
    event) and its chance."""

    event: Candidate
    ends: Ends
    status: str
    score: float
    by: str
    second: tuple[str | None, float] | None = None
    contexts: tuple[str, ...] = ()
    mode: str | None = None


def pairs(event: Candidate, cast: Cast) -> list[Ends]:
    """Who did it to whom, each pair once; none when nobody at all is told, or a thing would be the doer of violence."""
    doing = doers(event, cast)
    if doing is None:
        return []
    actors: list[ActorMention | None] = [end for n in doing if (end := cast.end(n)) is not None]
    own = cast.by_top.get(event.trigger)
    if not actors and own is not None and own.country:  # "Russian shelling": the words name who does it
        actors = [own]
    to = [one for n in event.recipients for one in cast.somebody(n, event.type == "ASSAULT")]
    recipients: list[ActorMention | None] = [end for n in to if (end := cast.end(n)) is not None]
    if (not actors and not recipients) or (event.type == "CONSULT" and are_things(recipients)):
        return []
    found = [
        (actor, recipient) for actor in actors or [None] for recipient in recipients or [None] if actor != recipient
    ]
    if event.reciprocal or event.actors == event.recipients:
        found = of_many(found)
    if event.reciprocal:
        found += [(two, one) for one, two in found if one and two and is_known(one) and is_known(two)]
    return list(dict.fromkeys(found))[:MOST_PAIRS]


def doers(event: Candidate, cast: Cast) -> Sequence[int] | None:
    """The words for who did it; None where a mere thing would have done violence.

    Of an operation they are those whose it is, if that is told: "an army operation killed 22".
    """
    if event.type not in {"ASSAULT", "COERCE"} or not event.actors:
        return event.actors
    if all(is_device(cast.tree, n, cast.mention(n)) for n in event.actors):
        return ()
    if any(cast.is_somebody(n) for n in event.actors):
        return event.actors
    acts = load("en/weapons.yaml")["operations"]
    if any(cast.tree.tokens[n].lemma.lower() not in acts for n in event.actors):
        return None
    return [one for n in event.actors for one in cast.somebody(n, violent=True) if one != n]


def of_many(found: Sequence[Ends]) -> list[Ends]:
    """Mutual acts of many: each of the others with the first, not everybody with everybody."""
    ends = {end for ends in found for end in ends if end is not None}
    if len(ends) <= MOST_PARTIES:
        return list(found)
    first = found[0]
    return [one for one in found if one[0] == first[0] or one[1] == first[1]]


def are_things(ends: Sequence[ActorMention | None]) -> bool:
    """Whether ends are told and none is somebody: "called the move illegal" is no call."""
    return bool(ends) and not any(end and (is_known(end) or end.form != "nominal") for end in ends)


def is_known(end: ActorMention) -> bool:
    """Whether an end is somebody rather than a thing: things do not act in turn."""
    return bool(end.actor_id or end.country or end.sectors)


def distinct(found: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts without those that say the same again: same type, ends and status."""
    seen = set()
    for one in found:
        key = (one.event.label or one.event.type, *(end and (end.start, end.end) for end in one.ends), one.status)
        if key not in seen:
            seen.add(key)
            yield one
