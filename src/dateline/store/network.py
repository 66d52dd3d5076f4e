"""Who does what to whom, and who says what of whom: edges between actors, counted in events."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.store.counts import counted, together
from dateline.store.fitting import Fitting
from dateline.store.index import Coded, Index

EDGES = {"did": ("actor", "recipient"), "said": ("claimant", "actor"), "against": ("claimant", "actor")}
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
    claims, (one, other) = index.claims, EDGES[kind]
    source, target = ids(claims.ids[one], claims.ids[other])
    chosen = fit.claims & (source >= 0) & (target >= 0) & (source != target) & (claims.event >= 0)
    if kind == "against":
        chosen &= claims.party.where(bool)
    (sources, targets, events), _ = together(source[chosen], target[chosen], claims.event[chosen])
    ends = sources.astype(np.int64) * (int(target.max(initial=0)) + 1) + targets
    _, rows, edge, counts = np.unique(ends, return_index=True, return_inverse=True, return_counts=True)
    first = np.lexsort((rows, -counts))[:most]  # names are numbered in their order, and so are rows of edges
    is_first = np.isin(edge, first)
    types = index.events.what.type
    found: dict[int, Counter[str]] = {}
    for (one_edge, kind_of_event), count in zip(*counted(edge[is_first], types.codes[events[is_first]]), strict=True):
        found.setdefault(one_edge, Counter())[types.values[kind_of_event]] += count
    names = names_of(claims.ids[one], claims.ids[other])
    edges = (
        Edge(names[sources[row]], names[targets[row]], int(counts[n]), ordered(found[n]))
        for n, row in zip(first.tolist(), rows[first].tolist(), strict=True)
    )
    return Network(tuple(edges), len(counts))


def names_of(*columns: Coded[str | None]) -> list[str]:
    """Every id of some columns, in order."""
    return sorted({one for column in columns for one in column.values if one is not None})


def ids(*columns: Coded[str | None]) -> list[NDArray[np.int32]]:
    """Columns of ids as numbers that mean the same in all of them; -1 for none."""
    place: dict[str | None, int] = {one: n for n, one in enumerate(names_of(*columns))}
    return [np.array([place.get(one, -1) for one in column.values], np.int32)[column.codes] for column in columns]


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
