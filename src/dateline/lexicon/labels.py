"""Names for people from the ids of actors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from types import MappingProxyType

from dateline.lexicon.actors import STATE, actor, countries, state_of
from dateline.lexicon.files import load
from dateline.lexicon.in_force import kept
from dateline.lexicon.roles import families
from dateline.records.ids import NAMED_HERE, is_named_here

SECTORS = "ontology/sectors.yaml"
_written: ContextVar[Mapping[str, str]] = ContextVar("names as texts have them", default=MappingProxyType({}))
"""Set by `as_written` alone, and only while its block runs."""


@contextmanager
def as_written(names: Mapping[str, str]) -> Iterator[None]:
    """Within the block actors that nobody lists are called as texts call them: names by id."""
    before = _written.set(names)
    try:
        yield
    finally:
        _written.reset(before)


def label(known_id: str) -> str:
    """What to call an actor: "Syria" for `state-SYR`, "Turkish armed forces" for `TUR-military`, words as they are."""
    return _written.get().get(known_id) or of_id(known_id)


@kept(4096)
def of_id(known_id: str) -> str:
    """What to call an actor by its id alone."""
    known = actor(known_id)
    if known is not None:
        return known.name
    if is_named_here(known_id):
        return known_id.removeprefix(NAMED_HERE).replace("-", " ").title()
    return of_body(known_id) or known_id


def of_body(known_id: str) -> str | None:
    """The name of a body or group of a state ("TUR-military", "state-RUS/MIL", "SYR/REB"); None for other ids."""
    code, slash, sector = known_id.removeprefix(STATE).partition("/")
    state, dash, body = (code, "", "") if slash else code.partition("-")
    owner = state_of(state)
    if owner is None or not (slash or dash):
        return None
    country = countries().get(owner.id)
    people = country.demonyms[0] if country and country.demonyms else owner.name
    if slash:
        return f"{people} {load(SECTORS).get(sector, f'({sector})')}"
    names = {family.id: family.name for family in families().values()}
    return f"{people} {names.get(body, body.replace('-', ' '))}"
