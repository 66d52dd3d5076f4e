"""What people decided, by the rows of an index: the verdict on each claim, and who has decided on it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Engine

from dateline.records.review import ACCEPTED, EDITED, REJECTED, UNSETTLED
from dateline.store.index import Index, Mask
from dateline.store.reviews import NO, YES, opinions_kept, verdicts_kept

VERDICTS = ("", ACCEPTED, REJECTED, EDITED, UNSETTLED)


@dataclass(frozen=True, eq=False)
class Reviewed:
    """For each claim the number of its verdict in `VERDICTS`, and each person's decisions by row."""

    verdict: NDArray[np.int8]
    by: dict[str, dict[int, str]] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        index: Index,
        verdicts: Iterable[tuple[str, int, str]] = (),
        opinions: Iterable[tuple[str, int, str, str]] = (),
    ) -> Reviewed:
        """The decisions in rows of tables, for the claims that the index has."""
        codes, by = np.zeros(len(index.claims.article), np.int8), dict[str, dict[int, str]]()
        for article, position, verdict in verdicts:
            if (row := row_of(index, article, position)) is not None:
                codes[row] = VERDICTS.index(verdict)
        for article, position, person, decision in opinions:
            if (row := row_of(index, article, position)) is not None:
                by.setdefault(person, {})[row] = decision
        return cls(codes, by)

    def fits(self, wanted: str) -> Mask:
        """The claims that are reviewed as a filter wants it."""
        found: Mask = self.verdict == 0 if wanted == NO else self.verdict > 0
        return found if wanted in {YES, NO} else self.verdict == VERDICTS.index(wanted)

    def rows(self, person: str, decisions: Iterable[str]) -> Mask:
        """The claims on which a person's last word is one of these."""
        wanted, found = {*decisions}, np.zeros(len(self.verdict), bool)
        found[[row for row, decision in self.by.get(person, {}).items() if decision in wanted]] = True
        return found

    def people(self, decisions: Iterable[str]) -> NDArray[np.int32]:
        """For each claim how many people's last word is one of these."""
        wanted, found = {*decisions}, np.zeros(len(self.verdict), np.int32)
        for said in self.by.values():
            found[[row for row, decision in said.items() if decision in wanted]] += 1
        return found


def load_reviewed(engine: Engine, index: Index) -> Reviewed:
    """What people decided by now."""
    return Reviewed.of(index, verdicts_kept(engine), opinions_kept(engine))


def row_of(index: Index, article: str, position: int) -> int | None:
    """The row of a claim; None where the index does not have it yet."""
    place = bisect_left(index.articles, article)
    if place == len(index.articles) or index.articles[place] != article:
        return None
    row = int(index.claims.starts[place]) + position
    is_there = row < len(index.claims.article) and index.claims.article[row] == place
    return row if is_there and index.claims.position[row] == position else None
