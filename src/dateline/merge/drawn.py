"""Texts as merging knows them, by their sketches and rarest words: made here, or in processes beside this one.

Only texts go to the others, and only sketches and words come back: claims stay where they are, since to send them takes
longer than what is done with them.
"""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice

from dateline import worker
from dateline.errors import BadConfig
from dateline.merge.copies import Text, text_of
from dateline.merge.terms import Terms, subject
from dateline.records.reading import Reading

AT_ONCE = 100
"""Texts that are sent together."""
AHEAD = 4
"""Batches for each process that may be under way: enough that none waits, few enough for memory."""

MOST = 3
"""So many times as many may wait for one that takes long, since readings keep their order."""

Texts = list[tuple[Text, Terms]]
Drawn = tuple[Reading, Text, Terms]


def drawn(readings: Iterable[Reading], workers: int = 1) -> Iterator[Drawn]:
    """The readings in their order, each with its text and what it is about, the same with any number of workers.

    Raises `BadConfig` when other processes cannot start.
    """
    if workers < 2:
        for reading in readings:
            yield reading, *draw(reading)
        return
    context = multiprocessing.get_context("spawn")  # a forked process inherits locks of threads it does not have
    try:
        with ProcessPoolExecutor(workers - 1, context, worker.start) as pool:
            yield from drawn_by(pool, readings, AHEAD * workers)
    except BrokenProcessPool as error:
        raise BadConfig(
            "worker processes cannot start, or one was killed: use one worker, or put what your script does "
            'under `if __name__ == "__main__":`'
        ) from error


def drawn_by(pool: ProcessPoolExecutor, readings: Iterable[Reading], ahead: int) -> Iterator[Drawn]:
    """The same by other processes, so many batches ahead, and by this one while they have enough to do."""
    waiting: deque[tuple[list[Reading], Future[Texts]]] = deque()
    for some in batches(readings):
        own = sum(not found.done() for _, found in waiting) >= ahead
        waiting.append((some, drawn_here(some) if own else pool.submit(draw_all, [bare(one) for one in some])))
        while waiting and (waiting[0][1].done() or len(waiting) > MOST * ahead):
            yield from done(*waiting.popleft())
    for batch in waiting:
        yield from done(*batch)


def drawn_here(readings: Sequence[Reading]) -> Future[Texts]:
    """The texts of some readings, drawn by this process."""
    found: Future[Texts] = Future()
    found.set_result(draw_all(readings))
    return found


def draw(reading: Reading) -> tuple[Text, Terms]:
    """The text of an article as far as it shows copies, and what it is about."""
    return text_of(reading), subject(reading.article)


def draw_all(readings: Sequence[Reading]) -> Texts:
    """The same of several."""
    return [draw(one) for one in readings]


def bare(reading: Reading) -> Reading:
    """A reading with its text and what is skipped of it alone."""
    return Reading(reading.article, skipped=reading.skipped)


def done(readings: Sequence[Reading], found: Future[Texts]) -> Iterator[Drawn]:
    """A batch of readings with what was made of their texts."""
    for reading, (text, about) in zip(readings, found.result(), strict=True):
        yield reading, text, about


def batches(readings: Iterable[Reading]) -> Iterator[list[Reading]]:
    """The readings, some at a time."""
    left = iter(readings)
    while some := list(islice(left, AT_ONCE)):
        yield some
