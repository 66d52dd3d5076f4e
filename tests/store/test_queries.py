from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from databases import KINDS, fresh
from dateline.errors import BadConfig
from dateline.merge.again import merge_again
from dateline.records.article import Article
from dateline.records.claim import Claim, Claimant, When
from dateline.records.mention import ActorMention, PlaceMention
from dateline.records.reading import Reading
from dateline.records.text import Span
from dateline.store.box import Box
from dateline.store.fitting import fitting
from dateline.store.index import Index
from dateline.store.indexing import load
from dateline.store.pages import Slice, page_of_claims, page_of_events
from dateline.store.queries import EventQuery
from dateline.store.store import Store, Ticket
from dateline.store.words import words_of

NAMES = ["Russia", "United States", "US air force", "Côte d’Ivoire", "50%_off", "ЁЛКИ", "O'Brien", "Straße"]
TYPES, STATUSES, COUNTRIES = ["ASSAULT", "CONSULT"], ["happened", "denied"], ["SYR", "EGY"]
TEXT = "Police fired tear gas at 100% of protesters; 'no_gas' was used."
FIRST = date(2024, 3, 1)


def spot(n: int, name: str, country: str) -> PlaceMention:
    """A place by its number, each further east and north; the last is a whole country."""
    precision = "country" if n == 6 else "point"
    return PlaceMention(0, 6, name, f"p:{n}", name, country, lat=float(n), lon=n * 10.0, precision=precision)


def within(box: Box, place: PlaceMention) -> bool:
    assert place.lat is not None
    assert place.lon is not None
    east = box.east if box.west <= box.east else box.east + 360
    return box.south <= place.lat <= box.north and any(box.west <= place.lon + turn <= east for turn in (0, 360))


def claims() -> list[tuple[Article, Claim]]:
    """Claims with all kinds of gaps, made by counting."""
    found = []
    for n in range(60):
        article = Article(
            f"a{n:02}", TEXT, source=[None, "example.org", "Daily 50%_off"][n % 3], published="2024-03-01"
        )
        name, other = NAMES[n % 8], NAMES[(n // 3) % 8]
        actor = ActorMention(0, 6, name, "name", f"id-{n % 8}", name, "RUS" if n % 8 == 0 else None) if n % 5 else None
        recipient = ActorMention(0, 6, other, "nominal") if n % 3 else None
        place = spot(n % 7, other, COUNTRIES[n % 2]) if n % 4 else None
        begin = FIRST + timedelta(days=n % 9)
        when = When(None, None, begin, begin + timedelta(days=n % 3), "day", "stated") if n % 6 else None
        kind = ["outlet", "actor", "unnamed"][n % 3]
        claimant = Claimant(
            kind, actor_id=f"id-{n % 8}" if kind == "actor" else None, name=name if kind == "actor" else None
        )
        evidence = Span(0, 21) if n % 2 else Span(22, len(TEXT))
        claim = Claim("c1", TYPES[n % 2], Span(0, 6), evidence, actor=actor, recipient=recipient, place=place)
        changes: dict[str, Any] = {"when": when, "claimant": claimant, "status": STATUSES[n % 4 == 0]}
        changes["claimant_is_party"] = [None, True, False][n % 3]
        found.append((article, Claim(**{one: getattr(claim, one) for one in Claim.__dataclass_fields__} | changes)))
    return found


ALL = claims()


def has(wanted: str, *texts: str | None) -> bool:
    """Whether one of the texts has these words in a row."""
    words = words_of(wanted)
    for text in texts:
        of = words_of(text or "")
        if any(of[n : n + len(words)] == words for n in range(len(of))):
            return True
    return False


def is_actor(wanted: str, actor: ActorMention | None) -> bool:
    return actor is not None and has(wanted, actor.actor_id, actor.name, actor.text, actor.country)


def fits(query: EventQuery, article: Article, claim: Claim) -> bool:
    """What the query means, without a database."""
    when, place, who = claim.when, claim.place, claim.claimant
    checks = [
        query.type is None or claim.type == query.type.upper(),
        query.status is None or claim.status == query.status.lower(),
        query.actor is None or is_actor(query.actor, claim.actor),
        query.recipient is None or is_actor(query.recipient, claim.recipient),
        query.country is None or (place is not None and place.country == query.country.upper()),
        query.place is None or (place is not None and has(query.place, place.place_id, place.name, place.text)),
        query.box is None or (place is not None and place.precision == "point" and within(query.box, place)),
        query.since is None or (when is not None and when.finish is not None and when.finish >= query.since),
        query.until is None or (when is not None and when.begin is not None and when.begin <= query.until),
        query.claimant is None or query.claimant == who.kind or has(query.claimant, who.actor_id, who.name),
        query.party is None or claim.claimant_is_party is query.party,
        query.source is None or has(query.source, article.source),
        query.text is None or has(query.text, claim.evidence.of(article.text)),
    ]
    return all(checks)


def order(told: tuple[Article, Claim]) -> tuple[bool, date, str]:
    when = told[1].when
    return (when is None, when.begin if when and when.begin else date.min, told[0].id)


words = st.sampled_from([*NAMES, "united", "STATES", "states air", "id-3", "rus", "strasse", "us", "off", "d"])
days = st.integers(-2, 12).map(lambda n: FIRST + timedelta(days=n))
queries = st.fixed_dictionaries(
    {},
    optional={
        "type": st.sampled_from(["ASSAULT", "consult", "PROTEST"]),
        "status": st.sampled_from(["happened", "Denied"]),
        "actor": words,
        "recipient": words,
        "country": st.sampled_from(["syr", "EGY", "USA"]),
        "place": words | st.just("p:3"),
        "box": st.builds(
            Box,
            st.sampled_from([-180.0, 10, 30, 170]),
            st.sampled_from([-10.0, 3]),
            st.sampled_from([-175.0, 20, 30, 180]),
            st.sampled_from([4.0, 90]),
        ),
        "since": days,
        "until": days,
        "claimant": words | st.sampled_from(["outlet", "unnamed", "actor"]),
        "party": st.booleans(),
        "source": st.sampled_from(["example", "EXAMPLE.ORG", "50%", "daily", "nobody"]),
        "text": st.sampled_from(["tear gas", "100%", "no_gas", "gas", "TEAR", "tear_gas", "o", "used."]),
        "limit": st.integers(0, 70),
        "offset": st.integers(0, 70),
    },
)


@pytest.fixture(scope="module", params=KINDS)
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    for database in fresh(request.param, tmp_path_factory.mktemp("queries")):
        with Store.open(database, make=True) as opened:
            for article, claim in ALL:
                opened.write(Reading(article, claims=(claim,)), Ticket("r", article.id, article.id, article.id))
            with opened.shelf() as shelf:
                merge_again(shelf)
            yield opened


@pytest.fixture(scope="module")
def index(store: Store) -> Index:
    return load(store.engine, "now")


@given(queries)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_query_finds_what_a_plain_filter_finds(store: Store, chosen: dict[str, Any]) -> None:
    if chosen.get("since") and chosen.get("until") and chosen["since"] > chosen["until"]:
        del chosen["since"]
    query = EventQuery(**chosen)
    expected = sorted((told for told in ALL if fits(query, *told)), key=order)
    stop = None if query.limit is None else query.offset + query.limit
    assert list(store.claims(query)) == expected[query.offset : stop]


@given(queries)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_an_event_is_found_by_what_its_claims_tell(store: Store, chosen: dict[str, Any]) -> None:
    telling = {
        name: value for name, value in chosen.items() if name in {"actor", "recipient", "claimant", "party", "source"}
    }
    query = EventQuery(**telling)
    fitting = {(article.id, claim.id) for article, claim in ALL if fits(query, article, claim)}
    expected = [
        event
        for event in store.events()
        if any((one.article_id, one.claim_id) in fitting for one in event.claims) or not telling
    ]
    assert list(store.events(query)) == expected


@given(queries)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_index_finds_what_the_database_finds(store: Store, index: Index, chosen: dict[str, Any]) -> None:
    if chosen.get("since") and chosen.get("until") and chosen["since"] > chosen["until"]:
        del chosen["since"]
    query = EventQuery(**{name: value for name, value in chosen.items() if name not in {"limit", "offset"}})
    fit = fitting(index, query)
    pages = page_of_claims(store.engine, index, fit, Slice(1000, newest_first=False))
    assert list(pages.rows) == list(store.claims(query))
    assert list(page_of_events(store.engine, index, fit, Slice(1000, newest_first=False)).rows) == list(
        store.events(query)
    )


def test_every_event_leads_to_its_claims(store: Store) -> None:
    for event in store.events():
        told = {(article.id, claim.id) for article, claim in store.claims_of(event.id)}
        assert told == {(one.article_id, one.claim_id) for one in event.claims}
        assert store.event(event.id) == event


@pytest.mark.parametrize(
    ("filters", "words_told"),
    [
        ({"country": "Egypt"}, "three letters"),
        ({"since": date(2024, 2, 1), "until": date(2024, 1, 1)}, "exchange them"),
        ({"actor": "%"}, "one word or a few"),
        ({"text": ""}, "one word or a few"),
        ({"text": "x" * 9999}, "one word or a few"),
        ({"limit": -1}, "negative"),
    ],
)
def test_a_filter_that_could_find_nothing_is_refused(filters: dict[str, Any], words_told: str) -> None:
    with pytest.raises(BadConfig, match=words_told):
        EventQuery(**filters)


def test_a_path_as_a_word_is_only_a_word(tmp_path: Path) -> None:
    with Store.open(tmp_path / "x.db", make=True) as opened:
        assert list(opened.claims(EventQuery(actor=str(tmp_path), place="a' OR '1'='1"))) == []
