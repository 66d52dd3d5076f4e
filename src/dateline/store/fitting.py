"""Which rows of an index fit a query: the same as `queries` asks a database for, which a test holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from operator import eq

import numpy as np

from dateline.store.index import Happening, Index, Mask, Spots
from dateline.store.queries import EventQuery, lower, upper
from dateline.store.reviewed import Reviewed
from dateline.store.words import sought


@dataclass(frozen=True, eq=False)
class Fitting:
    """The rows that fit."""

    events: Mask
    claims: Mask


def fitting(index: Index, query: EventQuery, reviewed: Reviewed | None = None) -> Fitting:
    """The events and the claims that fit a query; without `reviewed` nobody has decided anything."""
    telling = told(index, query, reviewed or Reviewed.of(index))
    claims, events = (happening(one.what, query, index.spots) for one in (index.claims, index.events))
    if telling is None:
        return Fitting(events, claims)
    of_these = index.claims.event[telling]
    hit = np.zeros(len(index.events.ids), bool)
    hit[of_these[of_these >= 0]] = True
    return Fitting(events & hit, claims & telling)


def happening(of: Happening, query: EventQuery, spots: Spots) -> Mask:
    """The rows whose type, status, time and place fit."""
    found = np.ones(len(of.begin), bool)
    for column, value in (
        (of.type, upper(query.type)),
        (of.status, lower(query.status)),
        (of.country, upper(query.country)),
    ):
        if value is not None:
            found &= column.where(partial(eq, value))
    if query.place is not None:
        found &= of.place_id.where(partial(eq, query.place)) | of.place_key.where(having(query.place))
    if (box := query.box) is not None:
        found &= of.place_id.where(lambda place: place in spots and box.holds(*spots[place]))
    if query.since is not None:
        found &= np.where(of.finish > 0, of.finish, of.begin) >= query.since.toordinal()
    if query.until is not None:
        first = np.where(of.begin > 0, of.begin, of.finish)
        found &= (first > 0) & (first <= query.until.toordinal())
    return found


def told(index: Index, query: EventQuery, reviewed: Reviewed) -> Mask | None:
    """The claims whose actors, claimant, source, words and verdict fit; None where nothing of the kind is asked."""
    masks = list[Mask]()
    for role, value in (("actor", query.actor), ("recipient", query.recipient), ("claimant", query.claimant)):
        if value is not None:
            masks.append(named(index, role, value))
    if query.party is not None:
        masks.append(index.claims.party.where(partial(same, query.party)))
    if query.source is not None:
        masks.append(index.sources.where(having(query.source))[index.claims.article])
    if query.text is not None:
        masks.append(saying(index, query.text))
    if query.reviewed is not None:
        masks.append(reviewed.fits(query.reviewed))
    found: Mask | None = np.logical_and.reduce(masks) if masks else None
    return found


def named(index: Index, role: str, value: str) -> Mask:
    """The claims whose actor in a role has that id or those words in its name; of claimants also those of that kind."""
    found = index.claims.ids[role].where(partial(eq, value)) | index.claims.keys[role].where(having(value))
    if role == "claimant":
        kind = value.casefold()
        found |= index.claims.teller.where(lambda teller: teller[0] == kind)
    return found


def having(words: str) -> Callable[[str | None], bool]:
    """Whether a key has these words."""
    wanted = sought(words)
    return lambda key: key is not None and wanted in key


def same(wanted: bool, value: bool | None) -> bool:
    """Whether a value is known and the one that is wanted."""
    return value is not None and bool(value) == wanted


def saying(index: Index, words: str) -> Mask:
    """The claims whose evidence has these words."""
    mask = np.zeros(len(index.claims.article), bool)
    mask[index.claims.spoken_in[index.claims.spoken.having(words)]] = True
    return mask
