from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import inspect, select

from databases import KINDS, fresh
from dateline.engine.local import Local
from dateline.errors import BadConfig, BadInput
from dateline.merge.again import merge_again
from dateline.pipeline import Outcome
from dateline.records.article import Article, Capture, Failure, Rejection
from dateline.records.reading import Reading
from dateline.store.connect import connect, url_of, writing
from dateline.store.feed import Feed, ticket
from dateline.store.migrations import CHANGES
from dateline.store.store import CHANGED, NEW, SAME, Store, Ticket
from dateline.store.tables import METADATA, MIGRATIONS, REVISIONS, RUNS
from tiny_pipeline import tiny

HOSTILE = 'Robert\'); DROP TABLE claims;-- HITS "100%_\\" \x00 and \u202e \U0001f600 more'


@pytest.fixture(params=KINDS)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    yield from fresh(request.param, tmp_path)


def content(database: str) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables but the record of runs, which holds times, and the count of writes."""
    engine = connect(database, make=False)
    with engine.connect() as connection:
        found = {
            table.name: sorted(map(tuple, connection.execute(select(table))), key=repr)
            for table in METADATA.sorted_tables
            if table not in {RUNS, REVISIONS}
        }
    engine.dispose()
    return found


def read(*texts: str, published: str | None = None) -> list[tuple[Ticket, Outcome]]:
    captures = [Capture(f"in:{n}", text=text, id=f"a{n}", published=published) for n, text in enumerate(texts, 1)]
    return [
        (ticket(one, "tiny-1"), outcome) for one, outcome in zip(captures, Local().read(tiny(), captures), strict=True)
    ]


def keep(database: str, told: list[tuple[Ticket, Outcome]]) -> list[str]:
    with Store.open(database, make=True) as store:
        return [store.write(outcome, one) for one, outcome in told]


def test_migrations_make_exactly_the_tables_that_queries_know(database: str) -> None:
    engine = connect(database, make=True)
    found = inspect(engine)
    assert set(found.get_table_names()) == set(METADATA.tables)
    for table in METADATA.sorted_tables:
        columns = {one["name"]: one["nullable"] for one in found.get_columns(table.name)}
        keys = set(found.get_pk_constraint(table.name)["constrained_columns"])
        assert list(columns) == [column.name for column in table.columns]
        assert keys == {column.name for column in table.primary_key}
        wrong = [one.name for one in table.columns if one.name not in keys and bool(one.nullable) != columns[one.name]]
        assert not wrong
    engine.dispose()


def test_opening_again_migrates_nothing(database: str) -> None:
    for _ in range(2):
        with Store.open(database, make=True) as store, store.engine.connect() as connection:
            assert list(connection.scalars(select(MIGRATIONS.c.number))) == list(range(1, len(CHANGES) + 1))


def test_a_database_of_a_newer_version_is_refused(database: str) -> None:
    with Store.open(database, make=True) as store, writing(store.engine) as connection:
        connection.execute(MIGRATIONS.insert().values(number=999, name="from_the_future"))
    with pytest.raises(BadConfig, match="newer Dateline"):
        Store.open(database)


def test_what_is_written_comes_back(database: str) -> None:
    told = read("Russia HITS Syria and Iran MET Oman", HOSTILE, published="2024-03-04")
    keep(database, told)
    readings = [outcome for _, outcome in told if isinstance(outcome, Reading)]
    with Store.open(database) as store:
        back = list(store.readings())
        assert [one.claims for one in back] == [one.claims for one in readings]
        assert [one.article for one in back] == [one.article for one in readings]
        assert [claim for _, claim in store.claims()] == [claim for one in readings for claim in one.claims]
        found = store.claim("a1", "c2")
        assert found is not None
        assert found[1].type == "MET"
        assert store.reading("a2") == back[1]
        assert store.claim("a1", "c9") is None
        assert store.reading("'; --") is None


def test_writing_again_changes_nothing(database: str) -> None:
    told = read("Russia HITS Syria", "", "this #break", HOSTILE)
    assert keep(database, told) == [NEW] * 4
    before = content(database)
    assert keep(database, told) == [SAME, NEW, NEW, SAME]
    assert content(database) == before


def test_a_changed_article_replaces_its_claims(database: str) -> None:
    keep(database, read("Russia HITS Syria and Iran MET Oman"))
    assert keep(database, read("Russia LEFT Syria")) == [CHANGED]
    with Store.open(database) as store:
        assert [claim.type for _, claim in store.claims()] == ["LEFT"]
        assert store.sizes() == (1, 1, 0)


def test_a_reading_and_its_claims_come_together_or_not_at_all(database: str) -> None:
    (one, good) = read("Russia HITS Syria and Iran MET Oman")[0]
    assert isinstance(good, Reading)
    twice = replace(good, claims=(*good.claims, good.claims[0]))  # the same id again breaks the third insert
    keep(database, [])
    before = content(database)
    with pytest.raises(BadConfig, match="cannot use the database"):
        keep(database, [(one, twice)])
    assert content(database) == before


def test_a_failure_is_forgotten_once_the_article_is_read(database: str) -> None:
    (one, good) = read("Russia HITS Syria")[0]
    keep(
        database, [(one, Failure(one.name, one.origin, "Step", "broke")), (one, Rejection(one.name, one.origin, "why"))]
    )
    assert content(database)["failures"] == []
    keep(database, [(one, good)])
    assert content(database)["rejections"] == []


def test_text_that_utf8_cannot_hold_is_a_failure(database: str) -> None:
    reading = Reading(Article("a\ud800", "half a pair \ud800"))
    keep(database, [(Ticket("r", "c", "o", "a"), reading)])
    assert [row[3] for row in content(database)["failures"]] == ["codec"]


def test_ids_may_be_long_and_odd(database: str) -> None:
    names = ["x" * 9000, "a\x00b", "a/b/c1", "../../etc", "", "é" * 499]
    tickets = [Ticket("r", f"c{n}", "o", name) for n, name in enumerate(names)]
    readings = [
        replace(r, article=replace(r.article, id=n))
        for n in names
        for _, r in read("Iran MET Oman")
        if isinstance(r, Reading)
    ]
    keep(database, list(zip(tickets, readings, strict=True)))
    with Store.open(database) as store:
        assert store.sizes()[0] == len(names)
        for name in names:
            found = store.reading(name)
            assert found is not None
            assert found.article.id == name
            assert store.claim(name, "c1") is not None
        with store.shelf() as shelf:
            merge_again(shelf)
        assert sum(1 for event in store.events() for _ in store.claims_of(event.id)) == len(names)


def feed(
    database: str, captures: list[Capture | Rejection], size: int = 2
) -> tuple[tuple[int, int, int, int], list[str]]:
    told: list[str] = []
    with Store.open(database, make=True) as store:
        line = Feed(store, "tiny-1", size)
        line.keep(
            Local(batch=size).read(tiny(), line.unread(captures)), lambda outcome: told.append(type(outcome).__name__)
        )
        return line.numbers(), told


def test_what_is_known_is_not_read_again_and_losses_are_still_told(database: str) -> None:
    captures: list[Capture | Rejection] = [Capture(f"in:{n}", text=f"Iran MET place{n}") for n in range(5)]
    captures += [Capture("in:5", text=""), Rejection("r", "x.bin", "binary"), Capture("in:7", text="it #break s")]
    numbers, told = feed(database, captures)
    assert numbers == (5, 0, 0, 0)
    assert told == ["Reading"] * 5 + ["Rejection"] * 2 + ["Failure"]
    before = content(database)
    numbers, told = feed(database, captures)
    assert numbers == (0, 0, 5, 0)
    assert [one for one in told if one != "Reading"] == ["Rejection", "Rejection", "Failure"]
    assert content(database) == before


def test_of_two_articles_with_one_id_the_first_of_a_run_stands(database: str) -> None:
    first, second = Capture("x:1", text="Iran MET Oman", id="same"), Capture("x:2", text="Iran LEFT Oman", id="same")
    others = [Capture(f"y:{n}", text=f"Iran MET place{n}") for n in range(3)]
    assert feed(database, [first, *others, second])[0] == (4, 0, 0, 1)
    before = content(database)
    assert feed(database, [first, *others, second])[0][:2] == (0, 0)
    assert content(database) == before
    assert feed(database, [second])[0] == (0, 1, 0, 0)


def test_messages_name_what_is_wrong_and_what_to_do(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as base:
        base.execute("CREATE TABLE films (title)")
    (tmp_path / "text.db").write_text("this is a long enough line of text that no database begins with it")
    with pytest.raises(BadInput, match="dateline add"):
        Store.open(tmp_path / "none.db")
    with pytest.raises(BadConfig, match="does not exist; make it first"):
        Store.open(tmp_path / "no folder" / "a.db", make=True)
    with pytest.raises(BadConfig, match="is a folder"):
        Store.open(tmp_path)
    with pytest.raises(BadConfig, match="not one of Dateline"):
        Store.open(other)
    with pytest.raises(BadInput, match="not a database"):
        Store.open(tmp_path / "text.db")
    with pytest.raises(BadConfig, match="mysql"):
        url_of("mysql://x/y")


def test_a_password_is_never_told() -> None:
    with pytest.raises(BadConfig) as told:
        Store.open("postgresql://user:geheim@127.0.0.1:1/none", make=True)
    assert "geheim" not in str(told.value)
