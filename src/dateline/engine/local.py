"""Runs a pipeline on this machine: in this process, or in worker processes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from dateline.engine.batch import Item, batched, read_batch
from dateline.engine.crew import Crew
from dateline.errors import BadConfig
from dateline.pipeline import Outcome, Pipeline
from dateline.records.claim import Claim
from dateline.step import Judge, Judgement


@dataclass(frozen=True)
class Local:
    """An engine of one or more processes. The outcomes are the same with any number of `workers`.

    `batch` articles go through the steps together; it decides the memory that is needed, not the outcome.
    Raises `BadConfig` when either is below 1.
    """

    workers: int = 1
    batch: int = 8

    def __post_init__(self) -> None:
        if self.workers < 1 or self.batch < 1:
            raise BadConfig(f"{self.workers} workers and batches of {self.batch}: both must be at least 1")

    def read(self, pipeline: Pipeline, captures: Iterable[Item]) -> Iterator[Outcome]:
        """An outcome for every input, in order; an input that was rejected before it came here stays what it is."""
        batches = batched(captures, self.batch)
        if self.workers > 1:
            with Crew(pipeline, self.workers) as crew:
                yield from crew.read(batches)
            return
        for batch in batches:
            yield from read_batch(pipeline, batch)

    def compare(
        self, judge: Judge, blocks: Iterable[tuple[str, Sequence[Claim]]]
    ) -> Iterator[tuple[str, int, int, Judgement]]:
        """Every pair of claims within each block, judged, in order. Runs in this process whatever `workers` says."""
        for name, claims in blocks:
            for (i, one), (j, other) in combinations(enumerate(claims), 2):
                yield name, i, j, judge(one, other)
