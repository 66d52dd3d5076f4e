from __future__ import annotations

from pathlib import Path

import numpy as np

from dateline.records.article import Article
from dateline.records.reading import Reading
from dateline.store import fresh
from dateline.store.articles import Outlet, outlets
from dateline.store.fresh import Fresh
from dateline.store.index import Index
from dateline.store.indexing import load
from dateline.store.state import revision
from dateline.store.store import Store, Ticket


def test_the_index_follows_what_others_write(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.db", make=True) as store, Store.open(tmp_path / "a.db") as other:
        loads = list[str]()

        def state() -> str:
            return revision(store.engine)

        def counted(now: str) -> Index:
            loads.append(now)
            return load(store.engine, now)

        index = Fresh(state, counted)
        assert index() is index()
        other.begin_run("r", "1", "now")
        assert index().state == state()
        assert len(loads) == 2


def test_of_a_large_database_the_earlier_index_serves_until_the_new_one_is_there(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.db", make=True) as store:
        empty = load(store.engine, "1")
        many = np.zeros(fresh.SMALL + 1, np.int32)
        object.__setattr__(empty.claims, "article", many)
        states = iter(["1", "2", "3"])
        index = Fresh(lambda: next(states), lambda now: empty if now == "1" else load(store.engine, now))
        assert index().state == "1"
        assert index().state == "1"
        index.close()
        assert index().state in {"2", "3"}


def test_outlets_tell_the_first_and_last_day_of_their_articles(tmp_path: Path) -> None:
    days = {
        "a": ("Wire", "2024-03-02T10:00:00"),
        "b": ("Wire", "2024-03-01"),
        "c": ("Post", "last week"),
        "d": (None, None),
    }
    with Store.open(tmp_path / "a.db", make=True) as store:
        for name, (outlet, day) in days.items():
            article = Article(name, "Nothing.", source=outlet, published=day)
            store.write(Reading(article, "run"), Ticket("run", name, "test", name))
        assert outlets(load(store.engine, "1")) == (
            Outlet("Wire", 2, "2024-03-01", "2024-03-02"),
            Outlet("Post", 1, None, None),
            Outlet(None, 1, None, None),
        )
