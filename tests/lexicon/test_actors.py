"""Who is who: what the data says of states, posts and sides."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import MappingProxyType

import pytest

from dateline.lexicon import actors as lexicon
from dateline.lexicon.actors import (
    Actor,
    Post,
    actor,
    actor_of,
    actors,
    allied,
    countries,
    latest_post,
    opposed,
    post_on,
    sides,
    state_of,
)
from dateline.lexicon.entries import day_of
from dateline.lexicon.roles import families, family_of, roles, without_state

LEADER = Actor(
    "leader",
    "Ana Leader",
    "person",
    posts=(
        Post("minister", "state-CHL", "CHL", ("GOV",), date(2001, 1, 1), date(2004, 12, 31)),
        Post("president", "state-CHL", "CHL", ("GOV",), date(2010, 1, 1), date(2014, 12, 31)),
    ),
)
FEW = {
    "leader": LEADER,
    "state-CHL": Actor("state-CHL", "Chile", "state", "CHL", ("GOV",)),
    "state-PER": Actor("state-PER", "Peru", "state", "PER", ("GOV",)),
    "front": Actor("front", "Front", "armed", enemies=("state-CHL",)),
    "wing": Actor("wing", "Wing", "armed", parents=("front",), allies=("state-PER",)),
}


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lexicon, "actors", lambda: MappingProxyType(FEW))


def test_the_post_of_a_day() -> None:
    assert post_on(LEADER, date(2003, 5, 5)) == LEADER.posts[0]
    assert post_on(LEADER, date(2014, 12, 31)) == LEADER.posts[1]
    assert post_on(LEADER, date(2007, 1, 1)) is None
    assert post_on(LEADER, None) == LEADER.posts[1]


@pytest.mark.parametrize(
    ("year", "title"), [(1990, "minister"), (2003, "minister"), (2007, "minister"), (2020, "president")]
)
def test_the_latest_post(year: int, title: str) -> None:
    post = latest_post(LEADER, date(year, 1, 1))
    assert post is not None
    assert post.title == title


@pytest.mark.usefixtures("few")
def test_sides() -> None:
    assert sides("leader", date(2012, 1, 1)) == ("leader", "state-CHL")
    assert sides("state-CHL/JUD") == ("state-CHL/JUD", "state-CHL")
    assert sides("CHL-military") == ("CHL-military", "state-CHL")
    assert sides("CHL-opposition") == ("CHL-opposition",)
    assert sides("wing") == ("wing", "front")
    assert sides("unheard-of") == ("unheard-of",)


@pytest.mark.usefixtures("few")
def test_allies_and_enemies() -> None:
    assert allied("leader", "CHL-military")
    assert allied("wing", "front")
    assert allied("state-PER", "wing")
    assert not allied("state-PER", "state-CHL")
    assert opposed("wing", "CHL-police")
    assert opposed("leader", "front")
    assert not opposed("leader", "state-PER")


def test_whoever_is_no_more_has_no_enemies(monkeypatch: pytest.MonkeyPatch) -> None:
    gone = replace(FEW["front"], until=date(2010, 1, 1))
    monkeypatch.setattr(lexicon, "actors", lambda: MappingProxyType({**FEW, "front": gone}))
    assert opposed("front", "state-CHL", date(2009, 1, 1))
    assert not opposed("front", "state-CHL", date(2011, 1, 1))


def test_dates_of_entries() -> None:
    assert day_of("2015", first=True) == date(2015, 1, 1)
    assert day_of(2015, first=False) == date(2015, 12, 31)
    assert day_of("2015-02", first=False) == date(2015, 2, 28)
    assert day_of(None, first=True) is None
    with pytest.raises(ValueError, match="isoformat"):
        day_of("never", first=True)


def test_an_entry() -> None:
    entry = {"id": "x", "name": "X", "kind": "armed", "sectors": ["REB"], "since": 2011, "posts": [{"title": "Chief"}]}
    made = actor_of(entry, "organisation")
    assert (made.kind, made.sectors, made.since, made.posts[0].title) == ("armed", ("REB",), date(2011, 1, 1), "chief")


def test_every_state_is_an_actor() -> None:
    assert len(countries()) > 190
    assert all(actors()[country.id].country == country.iso3 for country in countries().values())
    assert state_of("SYR") == actor("state-SYR")
    assert state_of(None) is None
    assert actor("nobody") is None


def test_states_that_actors_name_are_actors() -> None:
    for one in actors().values():
        named = [*one.allies, *one.enemies, *one.parents, *(post.of for post in one.posts if post.of)]
        assert not [other for other in named if other.startswith("state-") and other not in actors()], one.id


def test_roles() -> None:
    assert roles()["soldier"].sectors[0] == "MIL"
    assert {role.kind for role in roles().values()} == {"person", "people", "body", "weapon"}
    assert all(family.sectors for family in families().values())


def test_the_words_of_a_family() -> None:
    assert without_state("{demonym} air force") == "air force"
    assert without_state("Ministry of Defence of {country}") == "ministry of defence"
    assert without_state("{country}'s army") == "army"
    family = family_of(
        {"id": "army", "name": "Army", "patterns": ["{demonym} army", "army of {country}"], "sectors": ["MIL"]}
    )
    assert family.phrases == ("army",)
