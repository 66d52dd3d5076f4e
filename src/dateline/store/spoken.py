"""The words of all evidence in memory, as one row of numbers: a search looks through all of it at once."""

from __future__ import annotations

from array import array
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, select

from dateline.store.tables import CLAIMS
from dateline.store.words import sought

AT_A_TIME = 20_000
"""Rows that are fetched at a time."""
END = -1
"""Stands behind the last word of each evidence, so that no phrase runs on into the next."""


@dataclass(frozen=True, eq=False)
class Spoken:
    """What is spoken: the number of each word, the words of one evidence after the other, and where each begins."""

    numbers: dict[str, int]
    words: NDArray[np.int32]
    begins: NDArray[np.int64]

    def having(self, wanted: str) -> NDArray[np.int64]:
        """Which evidences have these words, in this order; one that has them twice stands there twice.

        Raises `BadConfig` where there is no word.
        """
        numbers = [self.numbers.get(word) for word in sought(wanted).split()]
        if None in numbers or len(self.words) < len(numbers):
            return np.zeros(0, np.int64)
        found = np.flatnonzero(self.words == numbers[0])
        for n, number in enumerate(numbers[1:], 1):
            found = found[found + n < len(self.words)]
            found = found[self.words[found + n] == number]
        return np.searchsorted(self.begins, found, side="right") - 1


def spoken(connection: Connection) -> tuple[Spoken, list[tuple[str, int]]]:
    """Reads the words of all evidence; beside them the article and the position of each, in the same order."""
    numbers: dict[str, int] = {}
    words, begins, places = array("i"), array("q"), list[tuple[str, int]]()
    wanted = select(CLAIMS.c.article_id, CLAIMS.c.position, CLAIMS.c.evidence_key)
    for article_id, position, key in connection.execution_options(yield_per=AT_A_TIME).execute(wanted):
        begins.append(len(words))
        places.append((article_id, position))
        words.extend([numbers.setdefault(word, len(numbers)) for word in key.split()])
        words.append(END)
    return Spoken(numbers, np.array(words, np.int32), np.array(begins, np.int64)), places
