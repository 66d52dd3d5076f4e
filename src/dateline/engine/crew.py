"""Worker processes that share the reading, and what happens when one of them dies."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from types import TracebackType

from dateline import worker
from dateline.engine.batch import Item, read_batch
from dateline.errors import BadConfig
from dateline.pipeline import Outcome, Pipeline, name_for
from dateline.records.article import Failure, Rejection

Batch = list[Item]

AHEAD = 2
"""Batches in hand for each worker: one it reads, one that waits. Bounds the memory."""

_pipelines: dict[str, Pipeline] = {}
"""In a worker: the pipeline it holds. Empty in any other process."""


class Crew:
    """Some worker processes, each with its own copy of a pipeline. A context manager: leaving it ends them."""

    def __init__(self, pipeline: Pipeline, workers: int) -> None:
        self._pipeline, self._workers = pipeline, workers
        self._pool = self._hire(workers)

    def __enter__(self) -> Crew:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)

    def read(self, batches: Iterable[Batch]) -> Iterator[Outcome]:
        """An outcome for every input, in order. Raises `BadConfig` when worker processes do not even start."""
        waiting: deque[tuple[Batch, Future[list[Outcome]]]] = deque()
        for batch in batches:
            waiting.append((batch, self._submit(batch)))
            if len(waiting) >= self._workers * AHEAD:
                yield from self._first(waiting)
        while waiting:
            yield from self._first(waiting)

    def _first(self, waiting: deque[tuple[Batch, Future[list[Outcome]]]]) -> list[Outcome]:
        """The outcomes of the batch that has waited longest."""
        batch, future = waiting.popleft()
        try:
            return future.result()
        except BrokenProcessPool:
            outcomes = self._read_alone(batch)
        self._pool = self._hire(self._workers)
        rest = [(left, self._submit(left) if broke(future) else future) for left, future in waiting]
        waiting.clear()
        waiting.extend(rest)
        return outcomes

    def _read_alone(self, batch: Batch) -> list[Outcome]:
        """The outcomes of a batch that was in hand when a worker died, one by one; what kills again is a failure."""
        self._pool.shutdown(wait=True, cancel_futures=True)
        outcomes: list[Outcome] = []
        pool = self._prove(self._hire(1))
        for item in batch:
            try:
                outcomes += pool.submit(read_in_worker, [item]).result()
            except BrokenProcessPool:
                outcomes.append(killer(item))
                pool.shutdown(wait=True)
                pool = self._hire(1)
        pool.shutdown(wait=True)
        return outcomes

    def _submit(self, batch: Batch) -> Future[list[Outcome]]:
        try:
            return self._pool.submit(read_in_worker, batch)
        except BrokenProcessPool as error:
            lost: Future[list[Outcome]] = Future()
            lost.set_exception(error)
            return lost

    def _hire(self, workers: int) -> ProcessPoolExecutor:
        context = multiprocessing.get_context("spawn")  # a forked process inherits locks of threads it does not have
        return ProcessPoolExecutor(workers, context, start_worker, (self._pipeline,))

    def _prove(self, pool: ProcessPoolExecutor) -> ProcessPoolExecutor:
        try:
            pool.submit(read_in_worker, []).result()
        except BrokenProcessPool as error:
            raise BadConfig(
                "worker processes cannot start: use one worker, or put what your script does "
                'under `if __name__ == "__main__":`'
            ) from error
        return pool


def broke(future: Future[list[Outcome]]) -> bool:
    """Whether a batch was lost with the worker that had it."""
    return future.cancelled() or isinstance(future.exception(), BrokenProcessPool)


def killer(item: Item) -> Outcome:
    """What is kept of an input that ended the process that read it."""
    if isinstance(item, Rejection):
        return item
    why = "the process that read it died (out of memory, or killed); split the article or read it alone"
    return Failure(name_for(item), item.origin, "worker", why)


def start_worker(pipeline: Pipeline) -> None:
    """Readies a worker, with the pipeline that it is to hold."""
    worker.start()
    _pipelines["held"] = pipeline


def read_in_worker(batch: Batch) -> list[Outcome]:
    """The outcomes of a batch, by the pipeline this worker holds."""
    return read_batch(_pipelines["held"], batch)
