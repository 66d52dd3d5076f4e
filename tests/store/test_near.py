from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from dateline.merge.again import merge_again
from dateline.store.index import Index
from dateline.store.indexing import load
from dateline.store.near import nearest
from dateline.store.store import Store, Ticket
from tellings import report

RAID = {"type": "ASSAULT", "words": "bombed", "day": date(2015, 10, 1), "place": "Homs", "actor": "Russia"}
OTHERS = {
    "same_but_later": {**RAID, "words": "struck", "day": date(2015, 10, 3)},
    "elsewhere": {**RAID, "day": date(2015, 10, 1), "place": "Cairo", "actor": "army"},
    "another_year": {**RAID, "type": "PROTEST", "day": date(2011, 2, 1), "place": "Cairo", "actor": "protesters"},
}


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[tuple[Store, Index]]:
    with Store.open(tmp_path / "near.db", make=True) as store:
        for name, one in {"raid": RAID, **OTHERS}.items():
            store.write(report(name, one), Ticket("run", name, "test", name))
        with store.shelf() as shelf:
            merge_again(shelf)
        yield store, load(store.engine, "")


def test_what_is_near_in_days_place_and_actors_comes_first(opened: tuple[Store, Index]) -> None:
    store, index = opened
    told = {event.claims[0].article_id: event for event in store.events()}
    names = {event.id: name for name, event in told.items()}
    everything = np.ones(len(index.events.ids), bool)
    found = nearest(index, told["raid"], everything, 3)
    assert [names[one] for one in found] == list(OTHERS)
    assert nearest(index, told["raid"], everything, 1) == found[:1]
    assert nearest(index, told["raid"], ~everything, 3) == ()
