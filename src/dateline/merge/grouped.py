"""Things grouped by marks that they share, in arrays: with millions of marks, dictionaries of lists do not fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Marks = NDArray[np.int64]
Numbers = NDArray[np.int64]

AT_ONCE = 100_000
"""About so many things in groups are given at once: each may make many pairs."""


def mark(*parts: object) -> int:
    """64 bits for some parts, the same on every machine and in every run; signed, as databases keep it."""
    return int.from_bytes(blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=8).digest(), signed=True)


@dataclass(frozen=True)
class Grouped:
    """The marks of numbered things, sorted, and beside each the number of the thing that bears it."""

    marks: Marks
    numbers: Numbers

    @classmethod
    def of(cls, marks: Iterable[Sequence[int] | Marks]) -> Grouped:
        """The marks of the things 0, 1, 2 …"""
        counts: list[int] = []

        def told() -> Iterator[int]:
            for one in marks:
                counts.append(len(one))
                yield from one.tolist() if isinstance(one, np.ndarray) else one

        every = np.fromiter(told(), np.int64)
        numbers = np.repeat(np.arange(len(counts)), counts)
        order = np.argsort(every, kind="stable")
        return cls(every[order], numbers[order])

    def earlier(self, size: int) -> Iterator[list[Numbers]]:
        """For each of so many things, in order, those before it in each group in which some are."""
        starts = np.flatnonzero(np.r_[True, self.marks[1:] != self.marks[:-1]]) if len(self.marks) else self.marks
        begin = np.repeat(starts, np.diff(np.r_[starts, len(self.marks)]))
        later = np.flatnonzero(begin < np.arange(len(self.marks)))
        later = later[np.argsort(self.numbers[later], kind="stable")]
        bounds = np.searchsorted(self.numbers[later], np.arange(size + 1)).tolist()
        for first, last in pairwise(bounds):
            places = later[first:last]
            yield [self.numbers[one:end] for one, end in zip(begin[places].tolist(), places.tolist(), strict=True)]

    def by_size(self) -> Iterator[Numbers]:
        """The groups of two or more, some of one size together: a row for each group, its things in their order."""
        starts = np.flatnonzero(np.r_[True, self.marks[1:] != self.marks[:-1]]) if len(self.marks) else self.marks
        sizes = np.diff(np.r_[starts, len(self.marks)])
        for size in np.unique(sizes[sizes > 1]).tolist():
            of_size = starts[sizes == size]
            for some in np.array_split(of_size, 1 + len(of_size) * size // AT_ONCE):
                yield self.numbers[some[:, None] + np.arange(size)]
