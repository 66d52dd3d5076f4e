"""Who does what to whom, and who says what of whom: edges between actors, counted in events."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np

from dateline.store.fitting import Fitting
from dateline.store.index import Index
from dateline.store.links import DEEDS, SAYINGS, differs

EDGES = {"did": DEEDS, "said": SAYINGS, "against": SAYINGS}
"""Kinds of edges, and the roles of their ends in a claim: who did it to whom; who says it of whom; and of these
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


def network(index: Index, fit: Fitting, kind: str, most: int) -> Network:
    """The edges of a kind that the claims that fit make, at most so many."""
    known = index.links[EDGES[kind]]
    chosen = fit.claims & index.claims.party.where(bool) if kind == "against" else fit.claims
    there = chosen[known.rows]
    sources, targets, events = (of[there] for of in (known.sources, known.targets, known.events))
    new_edge = differs(sources) | differs(targets)
    new_event = new_edge | differs(events)
    begins = np.flatnonzero(new_edge[new_event])
    counts = np.diff(np.r_[begins, new_event.sum()])
    first = np.argsort(-counts, kind="stable")[:most]  # edges are in the order of their names
    sources, targets, events = (of[new_event] for of in (sources, targets, events))
    types = index.events.what.type
    edges = (
        Edge(
            known.names[sources[begin]],
            known.names[targets[begin]],
            count,
            ordered(Counter(types.values[code] for code in types.codes[events[begin : begin + count]].tolist())),
        )
        for begin, count in zip(begins[first].tolist(), counts[first].tolist(), strict=True)
    )
    return Network(tuple(edges), len(counts))


def ordered(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    """Names with their counts, most first."""
    return tuple(sorted(counts.items(), key=lambda one: (-one[1], one[0])))


def activities(index: Index) -> tuple[Activity, ...]:
    """Every actor with an id, those of whom most claims tell first."""
    every = np.ones(len(index.claims.article), bool)
    did, done, says = (index.claims.ids[role].counts(every) for role in ("actor", "recipient", "claimant"))
    known = {one for found in (did, done, says) for one in found if one is not None}
    found = [Activity(one, did.get(one, 0), done.get(one, 0), says.get(one, 0)) for one in known]
    return tuple(sorted(found, key=lambda one: (-(one.did + one.done_to + one.says), one.id)))
