"""Events that may be the same as another: those of about the same days, place, actors and type first."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from dateline.records.event import Event
from dateline.store.index import Index, Mask

Weights = NDArray[np.float64]
DAYS = ((1, 1.0), (3, 1.0), (14, 1.0))
"""Events that begin at most so many days apart are so much nearer to one another; all that hold add up."""
SAME_PLACE, SAME_COUNTRY, SAME_TYPE, SAME_ACTOR = 2.0, 0.5, 1.5, 1.5


def nearest(index: Index, event: Event, among: Mask, most: int) -> tuple[str, ...]:
    """The ids of the events among some that are nearest to one, the nearest first; itself is none of them."""
    weights = nearness(index, event)
    rows = [row for row in np.flatnonzero(among).tolist() if index.events.ids[row] != event.id]
    return tuple(index.events.ids[row] for row in sorted(rows, key=lambda row: (-weights[row], row))[:most])


def nearness(index: Index, event: Event) -> Weights:
    """How near each event of an index is to one."""
    what, found = index.events.what, np.zeros(len(index.events.ids))
    if event.begin is not None:
        apart = np.abs(what.begin - event.begin.toordinal())
        found += sum(weight * ((what.begin > 0) & (apart <= days)) for days, weight in DAYS)
    found += SAME_TYPE * what.type.where(lambda one: one == event.type)
    if event.place is not None:
        place, country = event.place.place_id, event.place.country
        found += SAME_PLACE * what.place_id.where(lambda one: one is not None and one == place)
        found += SAME_COUNTRY * what.country.where(lambda one: one is not None and one == country)
    return found + SAME_ACTOR * (acting(index, "actor", event.actors) + acting(index, "recipient", event.recipients))


def acting(index: Index, role: str, ids: Iterable[str]) -> Weights:
    """1 for each event with a claim that has one of some actors in a role, 0 for others."""
    known = {*ids}
    rows = index.claims.event[index.claims.ids[role].where(lambda one: one in known)]
    found = np.zeros(len(index.events.ids))
    found[rows[rows >= 0]] = 1
    return found
