"""Who stands at both ends of claims: links between actors in one order, so that a filter need not sort them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from dateline.store.index import Claims, Coded

Roles = tuple[str, str]
DEEDS, SAYINGS = ("actor", "recipient"), ("claimant", "actor")
"""The roles of both ends in a claim: who did it to whom; who says it of whom."""


@dataclass(frozen=True, eq=False)
class Links:
    """Claims that tell an event and name two actors, by the first of them, the second and the event.

    `rows` are those of the claims; actors are numbered by `names`, which are in order.
    """

    names: list[str]
    rows: NDArray[np.int32]
    sources: NDArray[np.int32]
    targets: NDArray[np.int32]
    events: NDArray[np.int32]


def links_of(claims: Claims) -> Mapping[Roles, Links]:
    """The links of some claims, by the roles of their ends."""
    return {roles: links(claims, *roles) for roles in (DEEDS, SAYINGS)}


def links(claims: Claims, one: str, other: str) -> Links:
    """The links from whom claims name in one role to whom they name in another."""
    names = names_of(claims.ids[one], claims.ids[other])
    source, target = (numbered(claims.ids[role], names) for role in (one, other))
    rows = np.flatnonzero((source >= 0) & (target >= 0) & (source != target) & (claims.event >= 0)).astype(np.int32)
    rows = rows[np.lexsort((claims.event[rows], target[rows], source[rows]))]
    return Links(names, rows, source[rows], target[rows], claims.event[rows])


def names_of(*columns: Coded[str | None]) -> list[str]:
    """Every id of some columns, in order."""
    return sorted({one for column in columns for one in column.values if one is not None})


def numbered(column: Coded[str | None], names: list[str]) -> NDArray[np.int32]:
    """A column of ids as the places of its names; -1 for none."""
    place: dict[str | None, int] = {one: n for n, one in enumerate(names)}
    found: NDArray[np.int32] = np.array([place.get(one, -1) for one in column.values], np.int32)[column.codes]
    return found


def differs(of: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Where a value is another one than that before it; the first is."""
    found = np.ones(len(of), bool)
    found[1:] = of[1:] != of[:-1]
    return found
