"""Names for people from the ids of actors."""

from __future__ import annotations

from dateline.lexicon.actors import STATE, actor, countries, state_of
from dateline.lexicon.in_force import kept
from dateline.lexicon.roles import families

UNKNOWN = "name:"


@kept(4096)
def label(known_id: str) -> str:
    """What to call an actor: "Syria" for `state-SYR`, "Turkish armed forces" for `TUR-military`, words as they are."""
    known = actor(known_id)
    if known is not None:
        return known.name
    if known_id.startswith(UNKNOWN):
        return known_id.removeprefix(UNKNOWN).replace("-", " ").title()
    return of_body(known_id) or known_id


def of_body(known_id: str) -> str | None:
    """The name of a body or group of a state ("TUR-military", "state-RUS/MIL", "SYR/REB"); None for other ids."""
    code, slash, sector = known_id.removeprefix(STATE).partition("/")
    state, dash, body = (code, "", "") if slash else code.partition("-")
    owner = state_of(state)
    if owner is None or not (slash or dash):
        return None
    if slash:
        return f"{owner.name} ({sector})"
    names = {family.id: family.name for family in families().values()}
    country = countries().get(owner.id)
    people = country.demonyms[0] if country and country.demonyms else owner.name
    return f"{people} {names.get(body, body.replace('-', ' '))}"
