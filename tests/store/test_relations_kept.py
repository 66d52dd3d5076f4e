from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, event, inspect, select, text

from databases import KINDS, fresh
from dateline.errors import BadConfig
from dateline.records.article import Article
from dateline.records.claim import Claimant, Relation
from dateline.records.mention import ActorMention
from dateline.records.reading import Reading
from dateline.records.text import Span
from dateline.relate.graph import graph
from dateline.store.connect import writing
from dateline.store.index import Index
from dateline.store.indexing import load
from dateline.store.migrations import CHANGES
from dateline.store.queries import EventQuery, count
from dateline.store.relations import RelationQuery
from dateline.store.store import CHANGED, NEW, SAME, Store, Ticket
from dateline.store.tables import ARTICLES, MIGRATIONS, RELATIONS, WAITING
from dateline.store.words import words_of
from dateline.ties import ties_of

TEXT = "Iran backs Hezbollah, whose leader is an ally of \x00 Syria."
FIRST = date(2024, 3, 1)
ENDS = [
    ActorMention(0, 4, "Iran", "name", "state-IRN", "Iran", "IRN"),
    ActorMention(11, 20, "Hezbollah", "name", "hezbollah", "Hezbollah", "LBN"),
    ActorMention(22, 34, "whose leader", "nominal"),
    ActorMention(51, 56, "Syria", "name", "state-SYR", "Syrian Arab Republic", "SYR"),
]


def reading(n: int) -> Reading:
    """A reading with a few relations and all kinds of gaps, made by counting."""
    day = [None, "soon", f"{FIRST + timedelta(days=n % 5)}T10:00:00"][min(n % 7, 2)]
    article = Article(f"a{n:02}", TEXT, source=[None, "example.org", "Daily 50%_off"][n % 3], published=day)
    claimants = [Claimant("outlet"), Claimant("actor", 0, 4, "state-IRN", "Iran"), Claimant("unnamed")]
    claimant = [*claimants, Claimant("actor", 22, 34)][n % 4]
    found = [
        Relation(["backs", "ally_of"][(n + m) % 2], ENDS[n % 4], ENDS[(n + m) % 4], Span(m, 50), claimant, 0.5)
        for m in range(1, 1 + n % 4)
    ]
    return Reading(article, relations=tuple(found))


ALL = [reading(n) for n in range(24)]
TOLD = [(one.article, relation) for one in ALL for relation in one.relations]


def has(wanted: str, *texts: str | None) -> bool:
    """Whether one of the texts has these words in a row."""
    words = words_of(wanted)
    return any(
        of[n : n + len(words)] == words for each in texts for of in [words_of(each or "")] for n in range(len(of))
    )


def fits(query: RelationQuery, article: Article, relation: Relation) -> bool:
    """What the query means, without a database."""
    day, ends = article.published_day, (relation.subject, relation.object)
    checks = [
        query.actor is None or any(has(query.actor, e.actor_id, e.name, e.text, e.country) for e in ends),
        query.kind is None or relation.kind == query.kind.lower().replace(" ", "_"),
        query.since is None or (day is not None and day >= query.since),
        query.until is None or (day is not None and day <= query.until),
        query.source is None or has(query.source, article.source),
    ]
    return all(checks)


def ticket(one: Reading) -> Ticket:
    return Ticket("r", one.article.id, one.article.id, one.article.id)


@pytest.fixture(params=KINDS)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    yield from fresh(request.param, tmp_path)


@pytest.fixture(scope="module", params=KINDS)
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    for made in fresh(request.param, tmp_path_factory.mktemp("relations")):
        with Store.open(made, make=True) as opened:
            for one in ALL:
                opened.write(one, ticket(one))
            yield opened


days = st.integers(-1, 6).map(lambda n: FIRST + timedelta(days=n))
queries = st.fixed_dictionaries(
    {},
    optional={
        "actor": st.sampled_from(["iran", "state-IRN", "IRN", "arab republic", "leader", "zz", "Hezb", "50%"]),
        "kind": st.sampled_from(["backs", "Ally of", "leads"]),
        "since": days,
        "until": days,
        "source": st.sampled_from(["daily", "EXAMPLE.org", "50%", "exam"]),
    },
)


@given(queries)
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_query_finds_what_a_plain_filter_finds(store: Store, chosen: dict[str, Any]) -> None:
    if chosen.get("since") and chosen.get("until") and chosen["since"] > chosen["until"]:
        del chosen["since"]
    query = RelationQuery(**chosen)
    found = [(article.id, relation) for article, relation in store.relations(query)]
    assert found == [(article.id, relation) for article, relation in TOLD if fits(query, article, relation)]


@pytest.fixture(scope="module")
def index(store: Store) -> Index:
    return load(store.engine, "now")


@given(queries, st.integers(0, 3), st.integers(1, 3))
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_ties_are_counted_as_they_are_read(
    store: Store, index: Index, chosen: dict[str, Any], most: int, tellings: int
) -> None:
    if chosen.get("since") and chosen.get("until") and chosen["since"] > chosen["until"]:
        del chosen["since"]
    query = RelationQuery(**chosen)
    whole = graph(store.relations(query))
    found = ties_of(store, index, query, len(ALL), len(ALL))
    assert (found.ties, found.all_ties, found.left_out) == (whole.ties, len(whole), whole.left_out)
    few = ties_of(store, index, query, most, tellings)
    assert few.ties == tuple(replace(one, tellings=one.tellings[:tellings]) for one in whole.ties[:most])
    assert (few.all_ties, few.left_out) == (len(whole), whole.left_out)


def test_of_ties_only_what_is_shown_is_read(store: Store, index: Index) -> None:
    read: list[str] = []

    def seen(*told: Any) -> None:
        read.extend(told[3])

    event.listen(store.engine, "before_cursor_execute", seen)
    ties_of(store, index, RelationQuery(), 1, 1)
    event.remove(store.engine, "before_cursor_execute", seen)
    assert len(read) == 1


def test_relations_come_back_with_their_articles(store: Store) -> None:
    shown = TEXT.replace("\x00", "\ufffd")
    assert list(store.relations()) == [(replace(article, text=shown), relation) for article, relation in TOLD]


def test_relations_go_with_their_article_and_are_replaced_with_it(database: str) -> None:
    one = ALL[3]
    with Store.open(database, make=True) as opened:
        assert [opened.write(one, ticket(one)) for _ in range(2)] == [NEW, SAME]
        assert count(opened.engine, RELATIONS) == 3
        assert opened.write(replace(one, relations=one.relations[:1]), ticket(one)) == CHANGED
        assert [relation for _, relation in opened.relations()] == [one.relations[0]]
        with writing(opened.engine) as connection:
            connection.execute(text("DELETE FROM articles"))
        assert count(opened.engine, RELATIONS) == 0


LATER = (
    "waiting", "merged", "stories", "marks", "nodes", "blocks", "edges", "forwardings", "decisions",
    "revisions", "reviews", "opinions", "verdicts",
)  # fmt: skip
"""Tables that later versions brought."""


def test_a_database_of_the_first_version_gets_the_relations_of_its_readings(database: str) -> None:
    with Store.open(database, make=True) as opened:
        for one in [*ALL, replace(ALL[3], article=replace(ALL[3].article, id="x" * 900))]:
            opened.write(one, ticket(one))
        wanted = select(RELATIONS).order_by(RELATIONS.c.article_id, RELATIONS.c.position)
        with writing(opened.engine) as connection:
            before = connection.execute(wanted).all()
            for name in ("relations", *LATER):
                connection.execute(text(f"DROP TABLE {name}"))
            connection.execute(text("ALTER TABLE claims DROP COLUMN killed"))
            connection.execute(text("DROP INDEX articles_run"))
            connection.execute(delete(MIGRATIONS).where(MIGRATIONS.c.number > 1))
    assert len(before) == len(TOLD) + 3
    with Store.open(database) as opened, opened.engine.connect() as connection:
        assert connection.execute(wanted).all() == before
        assert {one["name"] for one in inspect(connection).get_indexes("relations")} == {
            "relations_subject",
            "relations_object",
        }
        assert set(connection.scalars(select(WAITING.c.article_id))) == set(connection.scalars(select(ARTICLES.c.id)))
        assert list(connection.scalars(select(MIGRATIONS.c.name))) == [one.__name__ for one in CHANGES]


@pytest.mark.parametrize(
    ("filters", "told"),
    [
        ({"kind": "loves"}, "there are ally_of, backs"),
        ({"actor": "%"}, "one word or a few"),
        ({"source": ""}, "one word or a few"),
        ({"since": date(2024, 2, 1), "until": date(2024, 1, 1)}, "exchange them"),
        ({"limit": -1}, "negative"),
    ],
)
def test_a_filter_that_could_find_nothing_is_refused(filters: dict[str, Any], told: str) -> None:
    with pytest.raises(BadConfig, match=told):
        RelationQuery(**filters)


def test_filters_of_events_that_relations_have_too() -> None:
    shared = {"actor": "Iran", "since": FIRST, "source": "daily", "limit": 3}
    assert RelationQuery.of(EventQuery(**shared), "Backs") == RelationQuery(kind="Backs", **shared)  # type: ignore[arg-type]
    assert RelationQuery.of(None) == RelationQuery()
    assert RelationQuery.of(RelationQuery(kind="leads")) == RelationQuery(kind="leads")
    with pytest.raises(BadConfig, match="relations have no type, offset"):
        RelationQuery.of(EventQuery(type="ASSAULT", offset=2))
