from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from dateline.store.fitting import fitting
from dateline.store.indexing import load
from dateline.store.network import network
from dateline.store.queries import EventQuery
from dateline.store.store import Store
from web_desk import filled


@pytest.mark.parametrize("kind", ["did", "said", "against"])
def test_an_edge_counts_events(tmp_path: Path, kind: str) -> None:
    filled(str(tmp_path / "a.db"), tmp_path)
    with Store.open(tmp_path / "a.db") as store:
        expected = defaultdict(set)
        for event in store.events():
            for _, claim in store.claims_of(event.id):
                ends = (claim.actor, claim.recipient) if kind == "did" else (claim.claimant, claim.actor)
                one, other = (end.actor_id if end else None for end in ends)
                if one and other and one != other and (kind != "against" or claim.claimant_is_party):
                    expected[one, other].add(event.id)
        index = load(store.engine, "now")
        every = fitting(index, EventQuery())
        found = network(index, every, kind, 100)
        assert {(edge.source, edge.target): edge.events for edge in found.edges} == {
            ends: len(events) for ends, events in expected.items()
        }
        assert all(edge.events == sum(count for _, count in edge.types) for edge in found.edges)
        order = [(-edge.events, edge.source, edge.target) for edge in found.edges]
        assert order == sorted(order)
        if len(order) > 1:
            assert network(index, every, kind, 1).edges == found.edges[:1]
            assert network(index, every, kind, 1).all_edges == len(order)
