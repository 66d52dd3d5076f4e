"""How like the rarest words of very many pairs of texts are, in arrays."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from dateline.merge.grouped import Numbers
from dateline.merge.terms import Terms

AT_ONCE = 64
"""Texts with which others are compared at once."""
Weights = NDArray[np.float64]


@dataclass(frozen=True)
class Texts:
    """The rarest words of some texts, by number, one text after the other, with their weights; last a word of none.

    That weighs nothing. `text` is the number of each thing's text, as many things are told in the same words.
    """

    text: Numbers
    starts: Numbers
    words: NDArray[np.int32]
    weights: Weights

    @property
    def width(self) -> int:
        """The words of the text that has most."""
        return int(np.diff(self.starts).max(initial=0))

    @classmethod
    def of(cls, terms: Iterable[Terms]) -> Texts:
        """The texts of the things 0, 1, 2 …"""
        different: dict[Terms, int] = {}
        text = np.fromiter((different.setdefault(one, len(different)) for one in terms), np.int64)
        numbers: dict[str, int] = {}
        words = [numbers.setdefault(word, len(numbers)) for one in different for word in one.words]
        weights = np.concatenate([*(one.weights for one in different), [0.0]])
        starts = np.cumsum([0, *(len(one.weights) for one in different)])
        return cls(text, starts, np.array([*words, len(numbers)], np.int32), weights)

    def like(self, first: Numbers, second: Numbers) -> Weights:
        """How like the texts of pairs of things are, 0 to 1, as `Terms.like` counts it.

        Pairs are taken in the order of their second texts, so that the words of each are looked up once for all.
        """
        size = len(self.starts)
        codes, back = np.unique(self.text[second] * size + self.text[first], return_inverse=True)
        seconds, firsts = np.divmod(codes, size)
        starts = np.flatnonzero(np.diff(seconds, prepend=-1))[::AT_ONCE].tolist()
        some = [self._like(firsts[a:b], seconds[a:b]) for a, b in pairwise([*starts, len(codes)])]
        return np.concatenate([np.zeros(0), *some])[back]

    def _like(self, first: Numbers, second: Numbers) -> Weights:
        """The same of pairs with few second texts: of these a table, a row for each and a column for each word."""
        texts, row = np.unique(second, return_inverse=True)
        theirs, mine = self._places(texts), self._places(first)
        words, column = np.unique(self.words[theirs], return_inverse=True)
        columns = np.zeros(self.words[-1] + 1, np.int64)
        columns[words] = np.arange(1, len(words) + 1)
        table = np.zeros((len(texts), len(words) + 1))
        table[np.arange(len(texts)), 1 + column.reshape(theirs.shape)] = self.weights[theirs]
        cells = columns.take(self.words.take(mine)) + row * table.shape[1]
        found: Weights = (self.weights.take(mine) * table.ravel().take(cells)).sum(axis=0)
        return found

    def _places(self, texts: Numbers) -> Numbers:
        """Where the words of some texts stand, a column for each text, filled up with the place of no word."""
        places = self.starts[texts] + np.arange(self.width)[:, None]
        places[places >= self.starts[texts + 1]] = len(self.words) - 1
        return places
