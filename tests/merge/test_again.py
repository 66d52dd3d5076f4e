"""Merging again what changed gives what merging everything gives, in whatever order and batches articles come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from datetime import timedelta
from random import Random
from unittest import mock

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.merge import connected, copies, linking, pairs
from dateline.merge.again import merge_again
from dateline.merge.events import merge
from dateline.records.event import Event
from dateline.records.reading import Reading
from dateline.store.shelf import DatabaseShelf
from dateline.store.store import Store, Ticket
from tellings import FIRST, readings, report

WORDS = [f"word{n}" for n in range(400)]


@st.composite
def news(draw: st.DrawFn) -> list[Reading]:
    """Any few reports, some of them copies of one another, on some days and in some outlets."""
    found = []
    for one in draw(readings()):
        start, length = draw(st.sampled_from([0, 0, 20, 100])), draw(st.sampled_from([0, 30, 60, 90]))
        text = f"{one.article.text} {' '.join(WORDS[start : start + length])}" if length else one.article.text
        day = draw(st.sampled_from([None, "2015-09-28", "2015-09-30", "2015-10-01"]))
        source = draw(st.sampled_from(["Coast", "Hill", None]))
        found.append(replace(one, article=replace(one.article, text=text, published=day, source=source)))
    return found


def add(store: Store, batch: Sequence[Reading]) -> None:
    for reading in batch:
        store.write(reading, Ticket("run", repr(reading), "test", reading.article.id))
    with store.shelf() as shelf:
        merge_again(shelf)


def rebuilt(store: Store) -> list[Event]:
    with store.shelf() as shelf:
        merge_again(shelf, anew=True)
    return list(store.events())


def nameless(events: Sequence[Event]) -> list[Event]:
    return sorted((replace(event, id="") for event in events), key=lambda event: repr(event.claims))


@contextmanager
def crowded() -> Iterator[None]:
    """Blocks of more than two are large, and of more than two texts that share a band not all are compared."""
    with (
        mock.patch.object(pairs, "LARGE", 2),
        mock.patch.object(linking, "LARGE", 2),
        mock.patch.object(pairs, "NEIGHBOURS", 1),
        mock.patch.object(copies, "COMPARED", 1),
        mock.patch.object(connected, "COMPARED", 1),
    ):
        yield


def opened() -> Store:
    return Store.open(":memory:", make=True)


@settings(max_examples=30, deadline=None)
@given(news(), st.integers(1, 4), st.randoms(use_true_random=False), st.booleans())
def test_batches_in_any_order_give_the_events_of_all(
    read: list[Reading], size: int, random: Random, crowds: bool
) -> None:
    random.shuffle(read)
    with opened() as store, crowded() if crowds else nullcontext():
        for start in range(0, len(read), size):
            add(store, read[start : start + size])
        found = list(store.events())
        assert nameless(found) == nameless(merge(read))
        assert rebuilt(store) == found


def test_only_what_an_article_touches_is_made_again() -> None:
    raid = {"type": "ASSAULT", "words": "bombed", "place": "Homs", "actor": "Russia"}
    read = [report(f"a{n:02}", {**raid, "day": FIRST + timedelta(days=3 * n)}) for n in range(20)]
    with opened() as store:
        add(store, read)
        before = {event.id: event for event in store.events()}
        with mock.patch.object(DatabaseShelf, "replace", autospec=True, side_effect=DatabaseShelf.replace) as replaced:
            add(store, [report("b", {**raid, "day": FIRST})])
        [(_, gone, made, _)] = [call.args for call in replaced.call_args_list]
        assert len(gone) == len(made) == 1
        after = {event.id: event for event in store.events()}
        assert [name for name in before if before[name] != after[name]] == [*gone]


@settings(max_examples=20, deadline=None)
@given(news(), news(), st.booleans())
def test_changed_articles_leave_nothing_behind(before: list[Reading], after: list[Reading], crowds: bool) -> None:
    with opened() as store, crowded() if crowds else nullcontext():
        add(store, before)
        add(store, after)
        stand = {one.article.id: one for one in (*before, *after)}
        assert nameless(list(store.events())) == nameless(merge(stand.values()))
