"""The states of an article's words: what the encoder of the learned coder knows of each where it stands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from dateline.coding.model import Coder, open_coder
from dateline.coding.pieces import CLS, SEP, Pieces
from dateline.records.reading import Reading
from dateline.records.text import Span

MOST = 350
"""So many pieces are read at once: a report of 250 words."""
SHARED = 126
"""So many pieces are in a window and the next one; of either, the half that is nearer its middle counts."""
MOST_TITLE = 40
KEPT = 16
"""So many windows are kept, each of two megabytes; a very long text is read in part again where it is asked."""

Numbers = Any
"""An array of NumPy."""


@dataclass
class States:
    """What is known of the words of a text, below its headline; a window of it is read when its words are asked about.

    `body` are its pieces, whose offsets count from `start`; `told` holds what was asked, `read` the windows read last.
    """

    coder: Coder
    title: Sequence[int]
    body: Pieces
    start: int
    told: dict[tuple[int, int], Numbers] = field(default_factory=dict)
    read: dict[int, Numbers] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.windows = list(windows(len(self.body.ids)))
        self.starts = [self.start + first for first, _ in self.body.offsets]
        self.ends = [self.start + last for _, last in self.body.offsets]

    def of(self, span: Span) -> Numbers:
        """The mean state of some words in the last layers, [layer, width]; where no piece is of them, of the one
        before."""
        first, last = bisect_right(self.ends, span.start), bisect_left(self.starts, span.end)
        if first >= last:
            first, last = max(0, first - 1), max(1, first)
        if (first, last) not in self.told:
            self.told[first, last] = self._pieces(first, last).mean(axis=0)
        return self.told[first, last]

    def _pieces(self, first: int, last: int) -> Numbers:
        """The states of some pieces, each from the window in which it stands nearest the middle."""
        found = []
        for number, (window, counts) in enumerate(self.windows):
            start, stop = max(first, counts.start), min(last, counts.stop)
            if start < stop:
                found.append(self._window(number)[start - window.start : stop - window.start])
        return np.concatenate(found)

    def _window(self, number: int) -> Numbers:
        if number not in self.read:
            window, _ = self.windows[number]
            ids = (CLS, *self.title, SEP, *self.body.ids[window], SEP)
            if len(self.read) >= KEPT:
                del self.read[next(iter(self.read))]
            self.read[number] = self.coder.states(ids)[len(self.title) + 2 : -1]
        return self.read[number]


def states_of(reading: Reading) -> States:
    """The states of what a reading has sentences of, and of its dateline."""
    coder, article = open_coder(), reading.article
    line = article.dateline
    start = min([one.start for one in reading.sentences] + ([line.start] if line else []), default=0)
    end = max((one.end for one in reading.sentences), default=start)
    title = coder.pieces(article.title or "").ids[:MOST_TITLE]
    return States(coder, title, coder.pieces(article.text[start:end]), start)


def windows(size: int) -> Iterator[tuple[slice, slice]]:
    """The windows in which so many pieces are read, and the pieces of each that count there."""
    start = done = 0
    while start + MOST < size:
        following = min(start + MOST - SHARED, size - MOST)
        middle = (following + start + MOST) // 2
        yield slice(start, start + MOST), slice(done, middle)
        start, done = following, middle
    yield slice(start, size), slice(done, size)
