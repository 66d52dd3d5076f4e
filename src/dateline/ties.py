"""The ties that the relations of a database make: those of `relate.graph`, counted in memory and read where shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from dateline.records.article import Article
from dateline.records.claim import Relation
from dateline.records.tie import Tie, TieEnd
from dateline.relate.graph import agreed, called, telling_of
from dateline.store.index import Index, Numbers
from dateline.store.relations import RelationQuery
from dateline.store.store import Store
from dateline.store.tied import Tied, fitting, relations_at, tied

Told = Mapping[int, tuple[Article, Relation]]
"""Relations with their articles, by row of the index."""


@dataclass(frozen=True)
class Ties:
    """The first of some ties, those that most articles tell, and how many there are.

    Of each tie there are the first tellings; its `reports` say of how many. `left_out` counts relations that make none.
    """

    ties: tuple[Tie, ...]
    all_ties: int
    left_out: int


def ties_of(store: Store, index: Index, query: RelationQuery, most: int, tellings: int) -> Ties:
    """The ties that fit, at most so many, each with at most so many tellings."""
    found = tied(index, fitting(index, query))
    shown = [(n, by_day(index, found.told_by(n))) for n in found.order[:most].tolist()]
    told = relations_at(store.engine, index, [row for _, rows in shown for row in rows[:tellings].tolist()])
    keys = [index.relations.keys[index.relations.tie[rows[0]]] for _, rows in shown]
    ends = ends_of(index, found, {name for _, *names in keys for name in names})
    made = (
        tie_of(index, (kind, ends[one], ends[other]), rows, int(found.sources[n]), told)
        for (kind, one, other), (n, rows) in zip(keys, shown, strict=True)
    )
    return Ties(tuple(one for one in made if one.tellings), len(found.begins), found.left_out)


def tie_of(index: Index, who: tuple[str, TieEnd, TieEnd], rows: Numbers, sources: int, told: Told) -> Tie:
    """A tie, from the rows of the relations that tell it, by day."""
    of = index.relations
    days = index.published[of.article[rows]]
    dated = days[days > 0]
    claimants = {of.teller.values[code] for code in of.teller.codes[rows].tolist()}
    return Tie(
        *who,
        first=date.fromordinal(int(dated[0])) if len(dated) else None,
        last=date.fromordinal(int(dated[-1])) if len(dated) else None,
        reports=len(rows),
        sources=sources,
        claimants=tuple(sorted(claimants)),
        tellings=tuple(telling_of(*told[row]) for row in rows.tolist() if row in told),
    )


def by_day(index: Index, rows: Numbers) -> Numbers:
    """The rows by the day of their article, those without one last."""
    articles = index.relations.article[rows]
    days = index.published[articles]
    found: Numbers = rows[np.lexsort((articles, days, days == 0))]
    return found


def ends_of(index: Index, found: Tied, wanted: Collection[str]) -> dict[str, TieEnd]:
    """How some actors are called by the relations of ties, by id."""
    seen: dict[str, Counter[TieEnd]] = {}
    for column in index.relations.ends.values():
        counts = np.bincount(column.codes[found.rows], minlength=len(column.values)).tolist()
        for (known, name, country), many in zip(column.values, counts, strict=True):
            if many and known is not None and known in wanted:
                seen.setdefault(known, Counter())[called(known, name, country)] += many
    return {known: agreed(names) for known, names in seen.items()}
