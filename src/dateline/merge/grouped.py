"""Things grouped by marks that they share, in arrays: with millions of marks, dictionaries of lists do not fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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


def each_once(numbers: Numbers) -> Numbers:
    """The different numbers, in order; sorts them. Of millions, `np.unique` takes many times as long, by hashing."""
    numbers.sort()
    different: Numbers = numbers[np.r_[True, numbers[1:] != numbers[:-1]][: len(numbers)]]
    return different


@dataclass(frozen=True)
class Grouped:
    """The marks of numbered things, sorted, and beside each the number of the thing that bears it."""

    marks: Marks
    numbers: Numbers

    @classmethod
    def of(cls, marks: Sequence[Marks]) -> Grouped:
        """The marks of the things 0, 1, 2 …"""
        numbers = np.repeat(np.arange(len(marks)), [len(one) for one in marks])
        return cls.by(np.concatenate([np.zeros(0, np.int64), *marks]), numbers)

    @classmethod
    def by(cls, marks: Marks, numbers: Numbers) -> Grouped:
        """Marks, and beside each the thing that bears it; those of one mark come in order, and each counts once."""
        order = np.argsort(marks, kind="stable")
        marks, numbers = marks[order], numbers[order]
        new = np.r_[True, (marks[1:] != marks[:-1]) | (numbers[1:] != numbers[:-1])][: len(marks)]
        return cls(marks[new], numbers[new])

    @property
    def starts(self) -> Numbers:
        """Where each group starts."""
        return np.flatnonzero(np.r_[True, self.marks[1:] != self.marks[:-1]][: len(self.marks)])

    def holding(self, wanted: NDArray[np.bool_]) -> Grouped:
        """The groups with something that is wanted."""
        starts = self.starts
        sizes = np.diff(starts, append=len(self.marks))
        kept = np.repeat(np.logical_or.reduceat(wanted[self.numbers], starts), sizes) if len(starts) else starts
        return Grouped(self.marks[kept], self.numbers[kept])

    def earlier(self, size: int) -> Iterator[list[Numbers]]:
        """For each of so many things, in order, those before it in each group in which some are."""
        starts = self.starts
        begin = np.repeat(starts, np.diff(starts, append=len(self.marks)))
        later = np.flatnonzero(begin < np.arange(len(self.marks)))
        later = later[np.argsort(self.numbers[later], kind="stable")]
        bounds = np.searchsorted(self.numbers[later], np.arange(size + 1)).tolist()
        for first, last in pairwise(bounds):
            places = later[first:last]
            yield [self.numbers[one:end] for one, end in zip(begin[places].tolist(), places.tolist(), strict=True)]

    def by_size(self) -> Iterator[Numbers]:
        """The groups of two or more, some of one size together: a row for each group, its things in their order."""
        starts = self.starts
        sizes = np.diff(starts, append=len(self.marks))
        for size in np.unique(sizes[sizes > 1]).tolist():
            of_size = starts[sizes == size]
            for some in np.array_split(of_size, 1 + len(of_size) * size // AT_ONCE):
                yield self.numbers[some[:, None] + np.arange(size)]
