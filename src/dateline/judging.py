"""What people can do about events: join two, split one, move a claim, and take that back; and what it would change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from dateline.desk import now
from dateline.errors import BadConfig
from dateline.merge.again import merge_again
from dateline.records.decision import DIFFERENT, SAME, TAKEN_BACK, Decision, Named
from dateline.records.event import Event
from dateline.store import decisions
from dateline.store.near import nearest
from dateline.store.queries import EventQuery
from dateline.store.store import Store
from dateline.store.watched import WatchedShelf
from dateline.view import View


@dataclass(frozen=True)
class Judging:
    """Somebody's word: each claim or event of `ones` and of `others` is the "same" happening, or a "different" one.

    Or "taken_back": the decision of the number `takes_back` holds no more.
    """

    kind: str
    ones: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    takes_back: int | None = None


@dataclass(frozen=True)
class Changed:
    """What became of events, or would: those that are other than they were, `before` and `after`; what was decided."""

    before: tuple[Event, ...]
    after: tuple[Event, ...]
    decided: tuple[Decision, ...]


def judge(view: View, words: Sequence[Judging], *, by: str | None, why: str) -> Changed:
    """Keeps what somebody decided, and makes the events anew that it touches.

    Raises `BadInput` for an unknown id or number, `BadConfig` where the words say nothing.
    """
    return carried_out(view.store, tuple(decided(view.store, words, by, why)))


def foresee(view: View, words: Sequence[Judging]) -> Changed:
    """What would change, without writing anything. Raises as `judge` does, and `BadConfig` where another version of the
    program made the events.
    """
    made = tuple(decided(view.store, words, None, ""))
    with view.store.draft(made) as draft:
        merge_again(draft)
    return changed(draft, made)


def carried_out(store: Store, made: tuple[Decision, ...]) -> Changed:
    """Appends decisions and merges again, in one transaction."""
    with store.shelf(now()) as shelf:
        watched = WatchedShelf(shelf.connection, shelf.at)
        for one in made:
            decisions.append(shelf.connection, one)
        merge_again(watched)
    return changed(watched, made)


def changed(watched: WatchedShelf, made: tuple[Decision, ...]) -> Changed:
    """The events that are other than they were, before and after."""
    same, left = ({one.id: one for one in events} for events in (watched.before, watched.after))
    return Changed(
        tuple(one for one in watched.before if left.get(one.id) != one),
        tuple(one for one in watched.after if same.get(one.id) != one),
        made,
    )


def decided(store: Store, words: Sequence[Judging], by: str | None, why: str) -> Iterator[Decision]:
    """The decisions that some words make, all of the same moment."""
    at = now()
    for one in words:
        if one.kind == TAKEN_BACK:
            yield decisions.taking_back(store.decisions(), one.takes_back or 0, by, at, why)
            continue
        if one.kind not in {SAME, DIFFERENT}:
            raise BadConfig(f"two claims are {SAME} or {DIFFERENT}, not {one.kind!r}")
        ones, others = named(store, one.ones), named(store, one.others)
        if not ones or not others or {*ones} == {*others}:
            raise BadConfig("there must be two sides that differ; name claims or events on each")
        yield Decision(one.kind, ones, others, by, at, why)


def named(store: Store, names: Sequence[str]) -> tuple[Named, ...]:
    """The claims that some ids name, each once."""
    return tuple(dict.fromkeys(claim for name in names for claim in store.named(name)))


def alike(view: View, event: Event, words: str | None, most: int) -> tuple[Event, ...]:
    """Events that may be the same as one, the nearest first; with `words` those that have them as a name or a text."""
    index = view.index()
    among = np.ones(len(index.events.ids), bool)
    if words is not None:
        queries = (EventQuery(**{name: words}) for name in ("actor", "recipient", "place", "text"))  # type: ignore[arg-type]
        among = np.logical_or.reduce([view.fitting_events(index, query) for query in queries])
    return view.events_named(nearest(index, event, among, most))
