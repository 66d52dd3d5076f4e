"""Batches of inputs, and what a pipeline makes of one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from dateline.pipeline import Outcome, Pipeline
from dateline.records.article import Capture, Rejection

Item = Capture | Rejection
"""One input: what was received, or why it was turned away at the door."""


def batched(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """The items in lists of `size`, the last one shorter."""
    left = iter(items)
    while batch := list(islice(left, size)):
        yield batch


def read_batch(pipeline: Pipeline, items: Sequence[Item]) -> list[Outcome]:
    """An outcome for every input, in order."""
    outcomes = iter(pipeline.read([item for item in items if isinstance(item, Capture)]))
    return [next(outcomes) if isinstance(item, Capture) else item for item in items]
