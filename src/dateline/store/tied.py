"""The relations of a database in memory, in the order of the ties they make, so that ties are counted and not read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from sqlalchemy import Engine, select

from dateline.records.article import Article
from dateline.records.claim import Relation
from dateline.records.tie import Key
from dateline.store.links import differs
from dateline.store.queries import rows
from dateline.store.relations import RelationQuery, kind_of
from dateline.store.rows import TOLD_RELATION, told_relation
from dateline.store.shelf import batches
from dateline.store.tables import ARTICLES, RELATIONS
from dateline.store.words import having

if TYPE_CHECKING:
    from dateline.store.index import Coded, Index, Mask, Numbers

ENDS = ("subject", "object")
End = tuple[str | None, str | None, str | None]
"""The id, the name and the country of an actor, as a relation has them."""


@dataclass(frozen=True, eq=False)
class Relations:
    """Relations by the tie they make, then by article, then by where its text tells them; first those that make none.

    `tie` is the place of the tie in `keys`, which are in order, or -1; `article` the row of the article in the index.
    """

    keys: tuple[Key, ...]
    tie: Numbers
    article: Numbers
    position: Numbers
    kind: Coded[str]
    ends: Mapping[str, Coded[End]]
    words: Mapping[str, Coded[str | None]]
    teller: Coded[str]


@dataclass(frozen=True, eq=False)
class Tied:
    """The ties that some relations make: their rows, and of these one for each tie and article, tie by tie.

    `begins` tells where each tie begins among the tellings, `sources` how many outlets tell it; `order` has the ties
    that most articles tell first. `left_out` counts relations that make no tie.
    """

    rows: Numbers
    tellings: Numbers
    begins: Numbers
    sources: Numbers
    order: Numbers
    left_out: int

    def told_by(self, tie: int) -> Numbers:
        """The rows of the relations that tell a tie, of which each article has one."""
        end = self.begins[tie + 1] if tie + 1 < len(self.begins) else len(self.tellings)
        return self.tellings[self.begins[tie] : end]


def fitting(index: Index, query: RelationQuery) -> Mask:
    """The relations that fit a query."""
    of = index.relations
    found, days = np.ones(len(of.tie), bool), index.published[of.article]
    if query.actor is not None:
        named_so = [of.words[end].where(having(query.actor)) | is_id(of.ends[end], query.actor) for end in ENDS]
        found &= named_so[0] | named_so[1]
    if query.kind is not None:
        wanted = kind_of(query.kind)
        found &= of.kind.where(lambda kind: kind == wanted)
    if query.since is not None:
        found &= days >= query.since.toordinal()
    if query.until is not None:
        found &= (days > 0) & (days <= query.until.toordinal())
    if query.source is not None:
        found &= index.sources.where(having(query.source))[of.article]
    return found


def is_id(ends: Coded[End], known_id: str) -> Mask:
    """The relations whose end has an id."""
    return ends.where(lambda end: end[0] == known_id)


def tied(index: Index, fits: Mask) -> Tied:
    """The ties that some relations make."""
    of = index.relations
    rows: Numbers = np.flatnonzero(fits & (of.tie >= 0)).astype(np.int32)
    tellings = rows[differs(of.tie[rows]) | differs(of.article[rows])]
    ties = of.tie[tellings]
    begins: Numbers = np.flatnonzero(differs(ties)).astype(np.int32)
    reports = np.diff(np.r_[begins, len(tellings)])
    sources = outlets(index, tellings, begins)
    order = np.lexsort((-sources, -reports)).astype(np.int32)  # keys are in order, and the sort is stable
    return Tied(rows, tellings, begins, sources, order, int(fits.sum()) - len(rows))


def outlets(index: Index, tellings: Numbers, begins: Numbers) -> Numbers:
    """How many outlets that are known tell each tie."""
    of = index.relations
    known = index.outlets.where(bool)[of.article[tellings]]
    ties, names = of.tie[tellings], index.outlets.codes[of.article[tellings]]
    order = np.lexsort((names, ties))
    first = (differs(ties[order]) | differs(names[order])) & known[order]
    counts = np.bincount(ties[order][first], minlength=len(of.keys))
    found: Numbers = counts[ties[begins]].astype(np.int32)
    return found


def relations_at(engine: Engine, index: Index, wanted: Sequence[int]) -> dict[int, tuple[Article, Relation]]:
    """The relations in some rows, each with its article; without those that are gone by now."""
    of = index.relations
    places = {(index.articles[of.article[row]], int(of.position[row])): row for row in wanted}
    columns = select(*TOLD_RELATION, RELATIONS.c.article_id, RELATIONS.c.position).join(
        ARTICLES, ARTICLES.c.id == RELATIONS.c.article_id
    )
    return {
        places[row.article_id, row.position]: told_relation(row)
        for some in batches(sorted({name for name, _ in places}))
        for row in rows(engine, columns.where(RELATIONS.c.article_id.in_(some)))
        if (row.article_id, row.position) in places
    }
