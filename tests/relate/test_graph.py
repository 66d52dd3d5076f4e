"""The graph of ties: what joins, what is left out, and that the order of the rows makes no difference."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.lexicon.files import load
from dateline.lexicon.roles import roles
from dateline.records.article import Article
from dateline.records.claim import OUTLET, Claimant, Relation
from dateline.records.mention import ActorMention
from dateline.records.text import Span
from dateline.records.tie import KINDS, UNDIRECTED, TieEnd
from dateline.relate.graph import graph
from dateline.relate.posts import kinds_of

TEXT = "Iran backs Hezbollah, and Iran is an ally of Syria, the analyst said."
ANALYST = Claimant("actor", 52, 63)
Row = tuple[Article, Relation]


def end(known: str | None, name: str | None = None, country: str | None = None) -> ActorMention:
    return ActorMention(0, 4, "Iran", "name", known, name, country)


def article(name: str, published: str | None = None, source: str | None = None) -> Article:
    return Article(name, TEXT, source=source, published=published)


def relation(kind: str, subject: str | None, object_: str | None, at: int = 0, claimant: Claimant = OUTLET) -> Relation:
    return Relation(kind, end(subject), end(object_), Span(at, at + 20), claimant, 0.8)


def test_one_tie_of_many_articles() -> None:
    rows = [
        (article("a3", "2024-03-05T10:00:00", "Daily"), relation("backs", "iran", "hezbollah")),
        (article("a1", "2024-02-01", "Wire"), relation("backs", "iran", "hezbollah", claimant=ANALYST)),
        (article("a2", None, "Wire"), relation("backs", "iran", "hezbollah")),
        (article("a4", "soon", None), relation("backs", "hezbollah", "iran")),
    ]
    one, turned = graph(rows)
    assert (one.kind, one.subject.id, one.object.id) == ("backs", "iran", "hezbollah")
    assert (one.first, one.last) == (date(2024, 2, 1), date(2024, 3, 5))
    assert (one.reports, one.sources) == (3, 2)
    assert one.claimants == ("outlet", "the analyst")
    assert [told.article_id for told in one.tellings] == ["a1", "a3", "a2"]
    assert one.tellings[0].words == TEXT[:20] == one.tellings[0].evidence.of(TEXT)
    assert (turned.first, turned.last, turned.sources) == (None, None, 0)


def test_an_article_tells_a_tie_once_where_it_tells_it_first() -> None:
    rows = [(article("a"), relation("backs", "iran", "hezbollah", at)) for at in (30, 5, 12)]
    (one,) = graph(rows)
    assert one.reports == 1
    assert [told.evidence.start for told in one.tellings] == [5]


def test_kinds_without_direction_have_their_ends_in_order() -> None:
    both = [
        (article("a"), relation("ally_of", "syria", "iran")),
        (article("b"), relation("ally_of", "iran", "syria")),
    ]
    (one,) = graph(both)
    assert (one.subject.id, one.object.id, one.reports) == ("iran", "syria", 2)


@pytest.mark.parametrize(("subject", "object_"), [(None, "iran"), ("iran", None), (None, None), ("", "x"), ("x", "x")])
def test_an_end_that_nobody_knows_is_left_out_and_counted(subject: str | None, object_: str | None) -> None:
    found = graph(
        [(article("a"), relation("backs", subject, object_)), (article("a"), relation("backs", "iran", "syria"))]
    )
    assert (len(found), found.left_out) == (1, 1)


def test_an_actor_is_called_what_most_relations_call_it() -> None:
    names = [("IRGC", None), ("Guards", "IRN"), ("Guards", "IRN")]
    rows = [
        (article(str(n)), Relation("leads", end("x"), end("the-guards", *who), Span(0, 4)))
        for n, who in enumerate(names)
    ]
    (one,) = graph(rows)
    assert one.object == TieEnd("the-guards", "Guards", "IRN")
    assert one.subject.name == "x"
    jets = Relation(
        "member_of", end("RUS-military", "Russian jets", "RUS"), end("name:abu-obeida", "Abu Obeïda"), Span(0, 4)
    )
    (one,) = graph([(article("a"), jets)])
    assert (one.subject.name, one.object.name) == ("Russian armed forces", "Abu Obeïda")
    assert next(iter(graph([(article("a"), relation("backs", "state-SYR", "x"))]))).subject.name == "Syria"


def test_those_that_most_articles_tell_come_first_and_most_cuts() -> None:
    rows = [(article(str(n)), relation("backs", "a", "b" if n % 3 else "c")) for n in range(7)]
    assert [(one.object.id, one.reports) for one in graph(rows)] == [("b", 4), ("c", 3)]
    assert [one.object.id for one in graph(rows, 1)] == ["b"]
    assert len(graph(rows, 0)) == 0
    assert len(graph([])) == 0


SOMEBODY = ActorMention(0, 9, "Sami Khan", "name")


def test_the_kinds_are_those_that_are_found() -> None:
    lists = load("en/relations.yaml")
    framed = {entry["kind"] for part in ("between", "pairs", "verbs") for entry in lists[part]}
    assert framed <= set(KINDS)
    assert set(KINDS) >= UNDIRECTED
    assert {kind for role in roles().values() for kind in kinds_of(role, SOMEBODY, role.lemma)} <= set(KINDS)


ARTICLES = [
    article(f"a{n}", [None, "2024-03-01", "2024-03-02"][n % 3], [None, "Wire", "Daily", "Post"][n % 4])
    for n in range(6)
]
IDS = [None, "a", "b", "c"]
VOICES = [OUTLET, ANALYST, Claimant("unnamed"), Claimant("actor", actor_id="m", name="Moscow")]
ROWS = [
    (
        where,
        Relation(kind, end(one, [None, "A", "B"][n % 3]), end(other, "C"), Span(at, 20), VOICES[n % 4], n % 5 / 4),
    )
    for n, (where, kind, one, other, at) in enumerate(product(ARTICLES, ["ally_of", "backs"], IDS, IDS, [0, 0, 7]))
]
many = st.lists(st.sampled_from(ROWS), max_size=25)


@given(many.flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows))))
def test_any_order_of_rows_gives_the_same_graph(both: tuple[list[Row], list[Row]]) -> None:
    rows, shuffled = both
    found = graph(rows)
    assert graph(shuffled) == found
    known = [(where, one) for where, one in rows if None not in (one.subject.actor_id, one.object.actor_id)]
    fitting = [row for row in known if row[1].subject.actor_id != row[1].object.actor_id]
    assert found.left_out == len(rows) - len(fitting)
    names = [(one.kind, one.subject.id, one.object.id) for one in found]
    assert len(set(names)) == len(names)
    assert {where.id for where, _ in fitting} == {told.article_id for one in found for told in one.tellings}
    for one in found:
        assert one.reports == len(one.tellings) == len({told.article_id for told in one.tellings})
        assert one.sources <= one.reports
        assert one.claimants == tuple(sorted(set(one.claimants)))
        assert one.kind == "backs" or one.subject.id < one.object.id
        assert all(told.words == told.evidence.of(TEXT) for told in one.tellings)
