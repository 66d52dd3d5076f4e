"""What people decided, by the rows of an index: the verdict on each claim, and who has decided on it."""

from __future__ import annotations

import threading
from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Engine

from dateline.records.review import ACCEPTED, CODING, EDITED, REJECTED, SKIP, UNSETTLED
from dateline.store.index import Index, Mask, Numbers
from dateline.store.reviews import NO, YES, decided_since, opinions_kept, verdicts_kept

VERDICTS = ("", ACCEPTED, REJECTED, EDITED, UNSETTLED)
SAID = (*sorted(CODING), SKIP)


@dataclass(frozen=True, eq=False)
class Said:
    """The claims on which somebody's last word is one of `SAID`, by row, and its number there."""

    rows: Numbers
    words: NDArray[np.int8]

    def among(self, decisions: Collection[str]) -> Numbers:
        """The rows where it is one of these."""
        wanted = [SAID.index(one) for one in decisions]
        found: Numbers = self.rows[np.isin(self.words, wanted)]
        return found


NOTHING = Said(np.zeros(0, np.int32), np.zeros(0, np.int8))
Spoken = tuple[list[int], list[int]]
"""Rows, and what is said of them."""


@dataclass(frozen=True, eq=False)
class Reviewed:
    """For each claim the number of its verdict in `VERDICTS`, and what each person says."""

    verdict: NDArray[np.int8]
    by: Mapping[str, Said] = field(default_factory=dict)

    @classmethod
    def of(cls, index: Index) -> Reviewed:
        """That nobody has decided anything."""
        return cls(np.zeros(len(index.claims.article), np.int8))

    def fits(self, wanted: str) -> Mask:
        """The claims that are reviewed as a filter wants it."""
        found: Mask = self.verdict == 0 if wanted == NO else self.verdict > 0
        return found if wanted in {YES, NO} else self.verdict == VERDICTS.index(wanted)

    def rows(self, person: str, decisions: Collection[str]) -> Mask:
        """The claims on which a person's last word is one of these."""
        found = np.zeros(len(self.verdict), bool)
        found[self.by.get(person, NOTHING).among(decisions)] = True
        return found

    def people(self, decisions: Collection[str]) -> NDArray[np.int32]:
        """For each claim how many people's last word is one of these."""
        found = np.zeros(len(self.verdict), np.int32)
        for said in self.by.values():
            found[said.among(decisions)] += 1
        return found

    def renewed(
        self,
        gone: Mask,
        verdicts: Iterable[tuple[int, str]],
        opinions: Iterable[tuple[int, str, str]],
    ) -> Reviewed:
        """The same with other decisions on some claims: verdicts by row, and what each person says of a row."""
        codes = np.where(gone, 0, self.verdict).astype(np.int8)
        for row, verdict in verdicts:
            codes[row] = VERDICTS.index(verdict)
        said: dict[str, Spoken] = {person: ([], []) for person in self.by}
        for row, person, decision in opinions:
            rows, words = said.setdefault(person, ([], []))
            rows.append(row)
            words.append(SAID.index(decision))
        return Reviewed(codes, {by: joined(self.by.get(by, NOTHING), gone, new) for by, new in said.items()})


def joined(before: Said, gone: Mask, new: Spoken) -> Said:
    """What somebody says, without some rows, and with new ones."""
    stays = ~gone[before.rows]
    rows, words = (np.array(one, kind) for one, kind in zip(new, (np.int32, np.int8), strict=True))
    return Said(np.concatenate((before.rows[stays], rows)), np.concatenate((before.words[stays], words)))


@dataclass
class Followed:
    """What people decided by now. Of an index that was asked of before, only the articles are read on which somebody
    decided since."""

    engine: Engine
    _last: int = 0
    _index: Index | None = None
    _now: Reviewed | None = None
    _lock: Any = field(default_factory=threading.Lock)

    def __call__(self, index: Index) -> Reviewed:
        """The decisions on the claims of an index."""
        with self._lock:
            if self._now is None or self._index is not index:
                self._index, self._last, self._now = index, 0, Reviewed.of(index)
            last, articles = decided_since(self.engine, self._last)
            if last != self._last:
                self._now, self._last = reread(self.engine, index, self._now, articles), last
            return self._now


def reread(engine: Engine, index: Index, before: Reviewed, articles: Collection[str]) -> Reviewed:
    """The decisions with those on the claims of some articles as they are now."""
    gone = np.zeros(len(before.verdict), bool)
    for one in articles:
        gone[rows_of(index, one)] = True
    verdicts = [(row_of(index, name, n), verdict) for name, n, verdict in verdicts_kept(engine, articles)]
    opinions = [(row_of(index, name, n), by, said) for name, n, by, said in opinions_kept(engine, articles)]
    return before.renewed(
        gone,
        [(row, verdict) for row, verdict in verdicts if row is not None],
        [(row, by, said) for row, by, said in opinions if row is not None],
    )


def rows_of(index: Index, article: str) -> slice:
    """The rows of the claims of an article."""
    place = bisect_left(index.articles, article)
    if place == len(index.articles) or index.articles[place] != article:
        return slice(0, 0)
    starts = index.claims.starts
    end = starts[place + 1] if place + 1 < len(starts) else len(index.claims.article)
    return slice(int(starts[place]), int(end))


def row_of(index: Index, article: str, position: int) -> int | None:
    """The row of a claim; None where the index does not have it yet."""
    rows = rows_of(index, article)
    row = rows.start + position
    return row if row < rows.stop and index.claims.position[row] == position else None
