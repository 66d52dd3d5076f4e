"""What filters mean, said once: a database and an index in memory each answer the few questions it is made of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Protocol, Self, TypeVar

from dateline.store.box import Box

if TYPE_CHECKING:
    from dateline.store.queries import EventQuery


class Joinable(Protocol):
    """The answer to a question: a condition, or the rows for which it holds."""

    def __or__(self, other: Self, /) -> Self:
        """The answer to whether this or the other holds."""


C = TypeVar("C", bound=Joinable)
A_co = TypeVar("A_co", bound=Joinable, covariant=True)


class Asked(Protocol[A_co]):
    """Where questions about rows are asked. Columns go by their names in the database."""

    def equal(self, column: str, value: object) -> A_co:
        """Whether a column has a value."""

    def has(self, column: str, words: str) -> A_co:
        """Whether a key column has some words."""

    def within(self, box: Box) -> A_co:
        """Whether the place lies in a part of the map."""

    def since(self, day: date) -> A_co:
        """Whether it is known to end on a day or later."""

    def until(self, day: date) -> A_co:
        """Whether it is known to begin by a day."""

    def reviewed(self, wanted: str) -> A_co:
        """Whether people decided of it what the filter wants."""


def happening(query: EventQuery, of: Asked[C]) -> Iterator[C]:
    """What must hold of type, status, time and place, which claims and events both have."""
    codes = (("type", upper(query.type)), ("status", lower(query.status)), ("place_country", upper(query.country)))
    yield from (of.equal(name, value) for name, value in codes if value is not None)
    if query.place is not None:
        yield of.equal("place_id", query.place) | of.has("place_key", query.place)
    if query.box is not None:
        yield of.within(query.box)
    if query.since is not None:
        yield of.since(query.since)
    if query.until is not None:
        yield of.until(query.until)


def telling(query: EventQuery, of: Asked[C]) -> Iterator[C]:
    """What must hold of a claim's actors, claimant, outlet, words and verdict."""
    for role, value in (("actor", query.actor), ("recipient", query.recipient), ("claimant", query.claimant)):
        if value is not None:
            named = of.equal(f"{role}_id", value) | of.has(f"{role}_key", value)
            yield named | of.equal("claimant_kind", value.casefold()) if role == "claimant" else named
    if query.party is not None:
        yield of.equal("party", query.party)
    if query.source is not None:
        yield of.has("source_key", query.source)
    if query.text is not None:
        yield of.has("evidence_key", query.text)
    if query.reviewed is not None:
        yield of.reviewed(query.reviewed)


def upper(value: str | None) -> str | None:
    """The value in capitals; None stays None."""
    return None if value is None else value.upper()


def lower(value: str | None) -> str | None:
    """The value in small letters; None stays None."""
    return None if value is None else value.lower()
