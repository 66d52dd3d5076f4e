"""A database in memory, as far as filters and counts need it: columns of numbers, from which a million rows are
filtered and counted in a few milliseconds, on SQLite and PostgreSQL alike. The rows themselves stay where they are.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from dateline.records.mention import PlaceMention
from dateline.store.links import Links, Roles
from dateline.store.orders import Orders
from dateline.store.spoken import Spoken
from dateline.store.tied import Relations

V = TypeVar("V", bound=Hashable)

Mask = NDArray[np.bool_]
Numbers = NDArray[np.int32]
Spots = Mapping[str | None, tuple[float, float]]
"""Degrees north and east of the places that stand on a map, by id."""


@dataclass(frozen=True, eq=False)
class Coded(Generic[V]):
    """A column: each value once, and for each row which of them it has."""

    values: tuple[V, ...]
    codes: Numbers

    def where(self, fits: Callable[[V], bool]) -> Mask:
        """The rows whose value fits. Each value is asked once."""
        chosen = np.fromiter(map(fits, self.values), bool, len(self.values))
        found: Mask = chosen[self.codes] if self.values else np.zeros(0, bool)
        return found

    def counts(self, rows: Mask) -> dict[V, int]:
        """How many of some rows have each value; values that none has are left out."""
        found = np.bincount(self.codes[rows], minlength=len(self.values))
        return {value: int(count) for value, count in zip(self.values, found, strict=True) if count}


@dataclass(frozen=True, eq=False)
class Happening:
    """What claims and events both have, a row each. Days are ordinals, 0 where nobody says when."""

    type: Coded[str]
    status: Coded[str]
    country: Coded[str | None]
    place_id: Coded[str | None]
    place_key: Coded[str | None]
    begin: Numbers
    finish: Numbers
    oldest_first: Numbers
    """The rows by day and then in their order, those without a day last."""
    newest_first: Numbers
    """The same from the last day to the first; again those without a day last."""


@dataclass(frozen=True, eq=False)
class Events:
    """Events in the order of their ids."""

    ids: tuple[str, ...]
    what: Happening
    precision: Coded[str | None]
    sources: Coded[int]
    """How many independent sources tell it."""
    places: tuple[PlaceMention | None, ...]
    """The place that each value of `what.place_id` stands for, as one of its events has it."""


@dataclass(frozen=True, eq=False)
class Claims:
    """Claims in the order of their articles and of their place in these. `event` is the row of its event; -1: none."""

    article: Numbers
    position: Numbers
    event: Numbers
    what: Happening
    ids: dict[str, Coded[str | None]]
    """Ids of actors by role: actor, recipient, claimant."""
    keys: dict[str, Coded[str | None]]
    """The words that name them, likewise."""
    teller: Coded[tuple[str, str | None, str | None]]
    """Kind, id and name of the claimant."""
    party: Coded[bool | None]
    score: Coded[int]
    """The chance that it is right, in thousandths."""
    killed: Coded[int | None]
    """How many people it tells were killed."""
    starts: Numbers
    """For each article the row of its first claim."""
    spoken: Spoken
    """The words of their evidence."""
    spoken_in: Numbers
    """For each evidence in `spoken` the row of its claim."""


@dataclass(frozen=True, eq=False)
class Index:
    """The columns of a database in a state. `articles` are ids in order; beside each stand the words of the name of its
    outlet, that name, and the day it was published, as an ordinal, 0 where nobody knows.
    """

    state: str
    articles: tuple[str, ...]
    sources: Coded[str | None]
    outlets: Coded[str | None]
    published: Numbers
    events: Events
    claims: Claims
    spots: Spots
    links: Mapping[Roles, Links]
    orders: Orders
    relations: Relations
    names: Mapping[str, str]
    """What texts call actors that nobody lists, by id."""


def taken(column: Coded[V], rows: Numbers) -> Coded[V]:
    """A column with its rows in another order."""
    return Coded(column.values, column.codes[rows])


def joined(*columns: Coded[Any]) -> Coded[Any]:
    """Several columns as one, whose values are what they have together."""
    seen: dict[tuple[int, ...], int] = {}
    together = zip(*(one.codes.tolist() for one in columns), strict=True)
    codes = np.fromiter((seen.setdefault(one, len(seen)) for one in together), np.int32, len(columns[0].codes))
    return Coded(tuple(tuple(of.values[n] for of, n in zip(columns, one, strict=True)) for one in seen), codes)
