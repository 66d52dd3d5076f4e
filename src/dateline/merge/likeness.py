"""How like the rarest words of very many pairs of texts are, in arrays."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.merge.grouped import Numbers
from dateline.merge.terms import KEPT, Terms

AT_ONCE = 2000
"""Pairs whose words are compared at once."""


@dataclass(frozen=True)
class Texts:
    """The rarest words of some texts, by number, one text after the other, with their weights; one more at the end.

    `text` is the number of each thing's text, as many things are told in the same words.
    """

    text: Numbers
    starts: Numbers
    words: NDArray[np.int32]
    weights: NDArray[np.float64]

    @classmethod
    def of(cls, terms: Iterable[Terms]) -> Texts:
        """The texts of the things 0, 1, 2 …"""
        different: dict[Terms, int] = {}
        text = np.fromiter((different.setdefault(one, len(different)) for one in terms), np.int64)
        numbers: dict[str, int] = {}
        words = [numbers.setdefault(word, len(numbers)) for one in different for word in one.words]
        weights = np.concatenate([*(one.weights for one in different), [0.0]])
        starts = np.cumsum([0, *(len(one.weights) for one in different)])
        return cls(text, starts, np.array([*words, 0], np.int32), weights)

    def like(self, first: Numbers, second: Numbers) -> NDArray[np.float64]:
        """How like the texts of pairs of things are, 0 to 1, as `Terms.like` counts it."""
        size = len(self.starts)
        codes, back = np.unique(self.text[first] * size + self.text[second], return_inverse=True)
        some = np.array_split(codes, 1 + len(codes) // AT_ONCE)
        return np.concatenate([self._like(*np.divmod(part, size)) for part in some])[back]

    def _like(self, first: Numbers, second: Numbers) -> NDArray[np.float64]:
        (one, theirs), (other, others) = self._padded(first, -1), self._padded(second, -2)
        met = np.flatnonzero(one[:, :, None] == other[:, None, :])
        pair, places = np.divmod(met, KEPT * KEPT)
        products = theirs[pair, places // KEPT] * others[pair, places % KEPT]
        found: NDArray[np.float64] = np.bincount(pair, products, minlength=len(first)).astype(np.float64)
        return found

    def _padded(self, texts: Numbers, nothing: int) -> tuple[NDArray[np.int32], NDArray[np.float64]]:
        """The words and weights of some texts, a row for each, filled up with a number that stands for no word."""
        places = self.starts[texts][:, None] + np.arange(KEPT)
        there = places < self.starts[texts + 1][:, None]
        places[~there] = len(self.words) - 1
        return np.where(there, self.words[places], nothing), self.weights[places]
