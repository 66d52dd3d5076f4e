"""Which rows of an index fit a query: the same as `queries` finds in a database, since `asked` tells both."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial
from operator import eq
from typing import Any

import numpy as np

from dateline.store.asked import happening, telling
from dateline.store.box import Box
from dateline.store.index import Coded, Happening, Index, Mask
from dateline.store.queries import EventQuery
from dateline.store.reviewed import Reviewed
from dateline.store.words import having


@dataclass(frozen=True, eq=False)
class Fitting:
    """The rows that fit."""

    events: Mask
    claims: Mask


@dataclass(frozen=True, eq=False)
class Rows:
    """What is asked of the claims, or of the events, of an index: `what` is theirs."""

    index: Index
    what: Happening
    decided: Reviewed

    def equal(self, column: str, value: object) -> Mask:
        """The rows whose column has a value."""
        if column == "claimant_kind":
            return self.index.claims.teller.where(lambda teller: teller[0] == value)
        return self._column(column).where(partial(eq, value))

    def has(self, column: str, words: str) -> Mask:
        """The rows whose key column has some words."""
        if column == "evidence_key":
            return saying(self.index, words)
        found = self._column(column).where(having(words))
        return found[self.index.claims.article] if column == "source_key" else found

    def within(self, box: Box) -> Mask:
        """The rows whose place lies in a part of the map."""
        spots = self.index.spots
        return self.what.place_id.where(lambda place: place in spots and box.holds(*spots[place]))

    def since(self, day: date) -> Mask:
        """The rows that end on a day or later."""
        last: Mask = np.where(self.what.finish > 0, self.what.finish, self.what.begin) >= day.toordinal()
        return last

    def until(self, day: date) -> Mask:
        """The rows that begin by a day."""
        first = np.where(self.what.begin > 0, self.what.begin, self.what.finish)
        found: Mask = (first > 0) & (first <= day.toordinal())
        return found

    def reviewed(self, wanted: str) -> Mask:
        """The claims of which people decided so."""
        return self.decided.fits(wanted)

    def _column(self, name: str) -> Coded[Any]:
        claims, (role, _, part) = self.index.claims, name.partition("_")
        if role in claims.ids:
            return (claims.ids if part == "id" else claims.keys)[role]
        columns: dict[str, Coded[Any]] = {
            "type": self.what.type,
            "status": self.what.status,
            "place_country": self.what.country,
            "place_id": self.what.place_id,
            "place_key": self.what.place_key,
            "party": claims.party,
            "source_key": self.index.sources,
        }
        return columns[name]


def fitting(index: Index, query: EventQuery, reviewed: Reviewed | None = None) -> Fitting:
    """The events and the claims that fit a query; without `reviewed` nobody has decided anything."""
    decided = reviewed or Reviewed.of(index)
    of_claims, of_events = (Rows(index, of.what, decided) for of in (index.claims, index.events))
    claims = every(happening(query, of_claims), len(index.claims.article))
    events = every(happening(query, of_events), len(index.events.ids))
    told = list(telling(query, of_claims))
    if not told:
        return Fitting(events, claims)
    said = every(told, len(claims))
    of_these = index.claims.event[said]
    hit = np.zeros(len(events), bool)
    hit[of_these[of_these >= 0]] = True
    return Fitting(events & hit, claims & said)


def every(masks: Iterable[Mask], many: int) -> Mask:
    """The rows that are in all of some masks."""
    found = np.ones(many, bool)
    for one in masks:
        found &= one
    return found


def saying(index: Index, words: str) -> Mask:
    """The claims whose evidence has these words."""
    mask = np.zeros(len(index.claims.article), bool)
    mask[index.claims.spoken_in[index.claims.spoken.having(words)]] = True
    return mask
