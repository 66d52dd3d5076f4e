"""What two snapshots of events tell otherwise, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from dateline.records.decision import Decision
from dateline.records.event import Event
from dateline.sheets import decided

Events = tuple[Event, ...]

PLAIN = (
    "type", "mode", "begin", "finish", "actors", "recipients", "status", "whose_word", "reports", "independent_sources",
)  # fmt: skip
"""What is compared of two events as it stands."""


@dataclass(frozen=True)
class Snapshot:
    """The events that something holds, and as far as it knows, the run that read each article and what was decided."""

    events: tuple[Event, ...]
    runs: Mapping[str, str] = field(default_factory=dict)
    decisions: tuple[Decision, ...] = ()

    @property
    def articles(self) -> set[str]:
        """The articles that are known to be there."""
        return {*self.runs, *(one.article_id for event in self.events for one in event.claims)}


@dataclass(frozen=True)
class Change:
    """Events that are other than they were.

    `kind` is new, gone, merged, split, regrouped or changed. `what` says what differs in an event that is still one,
    `why` what made it so.
    """

    kind: str
    before: tuple[Event, ...]
    after: tuple[Event, ...]
    what: tuple[str, ...]
    why: tuple[str, ...]


def changes(before: Snapshot, after: Snapshot) -> tuple[Change, ...]:
    """What is other in the second snapshot, by time; events are compared that share claims, whatever their ids."""
    found = []
    for old, new in connected(before.events, after.events):
        what = differences(old[0], new[0]) if len(old) == len(new) == 1 else ()
        if what or (len(old), len(new)) != (1, 1):
            found.append(Change(kind(old, new), old, new, what, reasons(before, after, (*old, *new))))
    return tuple(sorted(found, key=first))


def connected(before: Sequence[Event], after: Sequence[Event]) -> Iterator[tuple[Events, Events]]:
    """The events of both sides that share claims, directly or through others."""
    sides = (before, after)
    holders = [{key: n for n, event in enumerate(side) for key in event.claims} for side in sides]
    seen: set[tuple[int, int]] = set()
    for start in [(side, n) for side in (0, 1) for n in range(len(sides[side]))]:
        if start in seen:
            continue
        group, front = {start}, [start]
        while front:
            side, n = front.pop()
            theirs = {(1 - side, holders[1 - side][key]) for key in sides[side][n].claims if key in holders[1 - side]}
            front += theirs - group
            group |= theirs
        seen |= group
        old, new = ([n for one, n in sorted(group) if one == side] for side in (0, 1))
        yield tuple(before[n] for n in old), tuple(after[n] for n in new)


def kind(old: Sequence[Event], new: Sequence[Event]) -> str:
    """What has become of some events."""
    if not old or not new:
        return "gone" if old else "new"
    if len(old) == len(new) == 1:
        return "changed"
    return "merged" if len(new) == 1 else "split" if len(old) == 1 else "regrouped"


def differences(old: Event, new: Event) -> tuple[str, ...]:
    """What differs in two events, in words."""
    one, other = told(old), told(new)
    plain = [f"{name}: {one.get(name, '-')} → {other.get(name, '-')}" for name in one | other]
    found = [line for name, line in zip(one | other, plain, strict=True) if one.get(name) != other.get(name)]
    for name in ("claims", "superseded", "corrected", "withdrawn", "holds"):
        had, has = {*getattr(old, name)}, {*getattr(new, name)}
        if had != has:
            found.append(f"{name}: {len(has - had)} more, {len(had - has)} less")
    return tuple(found)


def told(event: Event) -> dict[str, str]:
    """What is compared of an event, in words, as far as it is known."""
    said = {name: getattr(event, name) for name in PLAIN}
    said["place"] = event.place and (event.place.name or event.place.text)
    said |= {
        f"{one.kind} of {one.of}" if one.of else one.kind: f"{one.low} / {one.best} / {one.high}"
        for one in event.quantities
    }
    words = {name: ", ".join(one) if isinstance(one, tuple) else one for name, one in said.items()}
    return {name: str(one) for name, one in words.items() if one not in {None, ""}}


def reasons(before: Snapshot, after: Snapshot, events: Sequence[Event]) -> tuple[str, ...]:
    """Why some events are other than they were."""
    about = {one.article_id for event in events for one in event.claims}
    had, have = about & before.articles, about & after.articles
    ran = [(name, before.runs.get(name), after.runs.get(name)) for name in sorted(had & have)]
    return (
        *(f"article {name} is new" for name in sorted(have - had)),
        *(f"article {name} is gone" for name in sorted(had - have)),
        *(f"article {name} was read again: run {old} → {new}" for name, old, new in ran if old and new and old != new),
        *(decided(one) for one in after.decisions if one not in before.decisions and concerns(one, events)),
        *(
            f"no more {decided(one)}"
            for one in before.decisions
            if one not in after.decisions and concerns(one, events)
        ),
    )


def concerns(decision: Decision, events: Sequence[Event]) -> bool:
    """Whether a decision is about one of the claims, or one of the articles, of some events."""
    claims = {(one.article_id, one.claim_id) for event in events for one in event.claims}
    about = {*claims, *((article, None) for article, _ in claims)}
    return any((named.article_id, named.claim_id) in about for named in (*decision.ones, *decision.others))


def first(change: Change) -> tuple[date, str]:
    """When a change is told: by the first of its events."""
    return min((event.begin or date.max, event.id) for event in (*change.before, *change.after))
