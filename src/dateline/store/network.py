"""Who does what to whom, and who says what of whom: edges between actors, counted in events."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import Engine, Select, and_, func, select

from dateline.errors import BadConfig
from dateline.store.queries import Condition, EventQuery, about_claims, rows
from dateline.store.tables import ARTICLES, CLAIMS, EVENT_CLAIMS, EVENTS

EDGES = {
    "did": ("actor_id", "recipient_id"),
    "said": ("claimant_id", "actor_id"),
    "against": ("claimant_id", "actor_id"),
}
"""Kinds of edges, and the columns of a claim that hold its ends: who did it to whom; who says it of whom; and of these
what a party to it says."""


@dataclass(frozen=True, slots=True)
class Edge:
    """From one actor to another: so many events, and the same by type, most first."""

    source: str
    target: str
    events: int
    types: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Network:
    """Edges with most events first, and how many there are in all."""

    edges: tuple[Edge, ...]
    all_edges: int


@dataclass(frozen=True, slots=True)
class Activity:
    """An actor, and how many claims tell that it did something, that something was done to it, and that it says so."""

    id: str
    did: int
    done_to: int
    says: int


def network(engine: Engine, query: EventQuery, kind: str, most: int) -> Network:
    """The edges of a kind that the claims that fit make, at most so many. Raises `BadConfig` for another kind."""
    if kind not in EDGES:
        raise BadConfig(f"there are no edges {kind!r}; there are {', '.join(EDGES)}")
    source, target = (CLAIMS.c[name] for name in EDGES[kind])
    wanted = select(source, target, EVENTS.c.type, func.count(EVENTS.c.id.distinct()))
    wanted = joined(wanted).where(source.is_not(None), target.is_not(None), source != target, *about_claims(query))
    if kind == "against":
        wanted = wanted.where(CLAIMS.c.party.is_(True))
    found: dict[tuple[str, str], Counter[str]] = {}
    for one, other, type_name, events in rows(engine, wanted.group_by(source, target, EVENTS.c.type)):
        found.setdefault((one, other), Counter())[type_name] += events
    edges = [Edge(*ends, types.total(), ordered(types)) for ends, types in found.items()]
    return Network(tuple(sorted(edges, key=lambda one: (-one.events, one.source, one.target))[:most]), len(edges))


def joined(wanted: Select[tuple[str, str, str, int]]) -> Select[tuple[str, str, str, int]]:
    """The query over claims with the event each is part of, and its article."""
    of_event = and_(EVENT_CLAIMS.c.article_id == CLAIMS.c.article_id, EVENT_CLAIMS.c.claim_id == CLAIMS.c.id)
    wanted = wanted.select_from(CLAIMS).join(EVENT_CLAIMS, of_event)
    return wanted.join(EVENTS, EVENTS.c.id == EVENT_CLAIMS.c.event_id).join(
        ARTICLES, ARTICLES.c.id == CLAIMS.c.article_id
    )


def ordered(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    """Names with their counts, most first."""
    return tuple(sorted(counts.items(), key=lambda one: (-one[1], one[0])))


def activities(engine: Engine) -> tuple[Activity, ...]:
    """Every actor with an id, those of whom most claims tell first."""
    counts = {name: by_actor(engine, f"{name}_id") for name in ("actor", "recipient", "claimant")}
    known = {one for found in counts.values() for one in found}
    found = [Activity(one, *(counts[name].get(one, 0) for name in ("actor", "recipient", "claimant"))) for one in known]
    return tuple(sorted(found, key=lambda one: (-(one.did + one.done_to + one.says), one.id)))


def by_actor(engine: Engine, column: str, *conditions: Condition) -> dict[str, int]:
    """How many claims there are for each id in a column."""
    by = CLAIMS.c[column]
    wanted = select(by, func.count()).where(by.is_not(None), *conditions).group_by(by)
    return {row[0]: row[1] for row in rows(engine, wanted)}
