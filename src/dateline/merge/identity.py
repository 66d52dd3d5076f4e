"""Which event is which: ids that last while claims come and go, and where to look for an event that is gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count

from dateline.records.event import Event
from dateline.records.ids import digest

Claims = Mapping[str, set[str]]
"""Claims ("article/claim") by the id of their event."""


def with_ids(events: Sequence[Event], before: Claims, taken: Callable[[str], bool]) -> list[Event]:
    """The events with the ids of those they were; `before` are the events in whose place they stand.

    One without a past gets the id that its first claim makes, unless an event elsewhere has it (`taken`).
    """
    known = inherited(events, before)
    used = {*known.values()}
    for n, one in sorted(enumerate(events), key=lambda place: place[1].id):
        if n not in known:
            known[n] = next(name for name in made(one) if name not in used and (name in before or not taken(name)))
            used.add(known[n])
    return [replace(one, id=known[n]) for n, one in enumerate(events)]


def inherited(events: Sequence[Event], before: Claims) -> dict[int, str]:
    """Ids by the position of the event that keeps each: the one that has most of its claims, of several the first."""
    where = {key: n for n, one in enumerate(events) for key in keys(one)}
    shared = Counter((name, where[key]) for name, claims in before.items() for key in claims if key in where)
    known: dict[int, str] = {}
    given: set[str] = set()
    for (name, n), _ in sorted(shared.items(), key=lambda item: (-item[1], item[0][0], events[item[0][1]].id)):
        if n not in known and name not in given:
            known[n] = name
            given.add(name)
    return known


def forwardings(events: Sequence[Event], before: Claims) -> list[tuple[str, str]]:
    """For each event that is gone or lost claims, the other events that have those claims now."""
    now = {key: one.id for one in events for key in keys(one)}
    return sorted({(name, now[key]) for name, claims in before.items() for key in claims if now.get(key, name) != name})


def made(event: Event) -> Iterator[str]:
    """The ids that an event may have: those of its claims, then numbered ones."""
    names = sorted(keys(event))
    yield from (digest("event", name) for name in names)
    yield from (digest("event", names[0], str(n)) for n in count(2))


def keys(event: Event) -> list[str]:
    """The claims of an event."""
    return [f"{one.article_id}/{one.claim_id}" for one in event.claims]
