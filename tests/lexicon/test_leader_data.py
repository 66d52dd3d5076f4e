"""Leaders as data: entries of the right form, ids that exist, dates in order, and one holder of an office at a time."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import Any

import pytest

from dateline.lexicon.actors import Actor, Post, actor_of, actors, countries, post_on
from dateline.lexicon.files import load, load_all, paths
from dateline.lexicon.names import plain_characters

PATTERN = "actors/leaders/*.yaml"
ENTRIES: list[dict[str, Any]] = load_all(PATTERN)
LEADERS = [actor_of(entry, "person") for entry in ENTRIES]
ORGANISATIONS = [actor_of(entry, "organisation") for entry in load_all("actors/organisations/*.yaml")]
KNOWN = frozenset(countries()) | {one.id for one in ORGANISATIONS}
BODIES_OF_STATES = frozenset(one.id for one in ORGANISATIONS if one.class_ in {"IGO", "UNO", "EUR"})
CODES = {country.iso3 for country in countries().values()}
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
SECTORS = {
    *("GOV", "MIL", "REB", "OPP", "PTY", "COP", "JUD", "SPY", "MED", "EDU", "BUS", "CRM", "CVL", "ELI", "LAB", "LEG"),
    *("JRN", "PRM", "REL", "SOC", "PRE", "UAF", "AGR"),
}
SHARED = {
    "Aliyev": "father and son",
    "Assad": "father and son",
    "Bush": "father and son",
    "George Bush": "father and son",
    "Hariri": "father and son",
    "King Abdullah": "of Jordan and of Saudi Arabia",
    "al-Assad": "father and son",
}
"""Names that two leaders may share, with the reason; who held a post on the day is meant."""
OF_MANY = {
    *("activist", "adviser", "ambassador", "cleric", "colonel", "commander", "diplomat", "envoy", "general", "mayor"),
    *("minister", "official", "politician", "senator", "soldier"),
}
"""Titles that many of a state hold: alone they must not lead to the one of them that is listed."""
FIRST_OFFICES = ("president", "prime minister", "premier", "king", "emir", "chancellor", "supreme leader")


def office_holders() -> Iterator[tuple[str, list[tuple[Actor, Post, dict[str, Any]]]]]:
    """Who held each of the first offices of each state: the person, the post and its entry."""
    found: dict[str, list[tuple[Actor, Post, dict[str, Any]]]] = defaultdict(list)
    for one, entry in zip(LEADERS, ENTRIES, strict=True):
        for post, raw in zip(one.posts, entry["posts"], strict=True):
            if post.title in FIRST_OFFICES and (post.of or "").startswith("state-"):
                found[f"{post.title} of {post.of}"].append((one, post, raw))
    yield from sorted(found.items())


def is_exact(raw: dict[str, Any], end: str) -> bool:
    """Whether one end of a post is known to the day, or open."""
    return len(raw.get(end, "2000-01-01")) == 10


def overlap(one: tuple[Post, dict[str, Any]], other: tuple[Post, dict[str, Any]]) -> bool:
    """Whether two held the same office on more than the day of handing over, as far as the days are known."""
    (early, raw), (late, raw_late) = sorted((one, other), key=lambda held: held[0].since or date.min)
    if not is_exact(raw, "until") or not is_exact(raw_late, "since"):
        return False
    return (early.until or date.max) > (late.since or date.min)


def test_every_entry_has_the_right_form() -> None:
    for entry in ENTRIES:
        assert_entry(entry)


def assert_entry(entry: dict[str, Any]) -> None:
    """An entry has the keys it must have, names without stray spaces, and posts."""
    assert set(entry) <= {"id", "name", "aliases", "posts"}
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", entry["id"])
    assert entry["posts"], "somebody without a post is no leader"
    names = [entry["name"], *entry.get("aliases", ())]
    assert all(isinstance(name, str) and name == " ".join(name.split()) and len(name) > 2 for name in names)
    assert len(set(names)) == len(names)
    for post in entry["posts"]:
        assert_post(post)


def assert_post(post: dict[str, Any]) -> None:
    """A post has the keys it must have, known values, and dates as strings."""
    assert {"title", "country", "sectors"} <= set(post) <= {"title", "of", "country", "sectors", "since", "until"}
    assert post["title"] == post["title"].lower().strip()
    assert post["country"] is None or post["country"] in CODES
    assert post["country"] or post.get("of"), "a post without a country is one of an organisation"
    assert post["sectors"] or post.get("of") in BODIES_OF_STATES
    assert set(post["sectors"]) <= SECTORS
    for end in ("since", "until"):
        assert end not in post or (isinstance(post[end], str) and DATE.fullmatch(post[end]))


def test_ids_are_unique() -> None:
    ids = [one.id for one in LEADERS]
    assert sorted({known_id for known_id in ids if ids.count(known_id) > 1}) == []
    assert sorted(KNOWN & set(ids)) == []


def test_posts_are_of_known_actors() -> None:
    unknown = [(one.id, post.of) for one in LEADERS for post in one.posts if post.of and post.of not in KNOWN]
    assert unknown == []


def test_the_country_of_a_post_is_that_of_its_state() -> None:
    wrong = [
        (one.id, post.of)
        for one in LEADERS
        for post in one.posts
        if post.of and post.of in countries() and post.country != countries()[post.of].iso3
    ]
    assert wrong == []


def test_no_title_of_many_leads_to_one() -> None:
    found = [
        (one.id, post.title)
        for one in LEADERS
        for post in one.posts
        if post.title in OF_MANY and (post.of is None or post.of in countries() or post.of == "un")
    ]
    assert found == []


def test_posts_are_in_order_and_end_after_they_begin() -> None:
    for one in LEADERS:
        pairs = combinations(one.posts, 2)
        assert all((early.since or date.min) < (late.until or date.max) for early, late in pairs), one.id
        assert all((post.since or date.min) <= (post.until or date.max) for post in one.posts), one.id


def test_the_posts_of_a_historic_state_lie_in_its_time() -> None:
    for one in LEADERS:
        for post in one.posts:
            state = countries().get(post.of or "")
            if state and state.until:
                assert (post.until or date.max) <= state.until, (one.id, post)


def test_names_are_shared_only_where_that_is_meant() -> None:
    bearers: dict[str, set[str]] = defaultdict(set)
    for one in LEADERS:
        for name in one.names:
            bearers[plain_characters(name)].add(one.id)
    shared = {name: sorted(ids) for name, ids in bearers.items() if len(ids) > 1 and name not in SHARED}
    assert shared == {}


def test_no_name_of_a_leader_is_that_of_a_state_or_organisation() -> None:
    words = {plain_characters(name) for one in ORGANISATIONS for name in one.names}
    for state in countries().values():
        words |= {plain_characters(word) for word in (state.name, *state.aliases, *state.demonyms, *state.seats)}
    clashes = [(one.id, name) for one in LEADERS for name in one.names if plain_characters(name) in words]
    assert clashes == []


def test_an_office_has_one_holder_at_a_time() -> None:
    twice = [
        (office, one.id, other.id, str(post.since), str(other_post.since))
        for office, held in office_holders()
        for (one, post, raw), (other, other_post, other_raw) in combinations(held, 2)
        if overlap((post, raw), (other_post, other_raw))
    ]
    assert twice == []


def test_there_are_enough_of_them() -> None:
    states = {post.of for one in LEADERS for post in one.posts if (post.of or "").startswith("state-")}
    assert len(LEADERS) >= 1500
    assert len(states) >= 130


def test_every_file_tells_its_origin_licence_and_schema() -> None:
    files = list(paths(PATTERN))
    assert len(files) >= 7
    for path in files:
        head = path.read_text(encoding="utf-8").split("\n- id:", 1)[0]
        assert all(words in head for words in ("written for this project", "Apache-2.0", "An entry:")), path.name


def test_files_are_lists() -> None:
    assert all(isinstance(load(f"actors/leaders/{path.name}"), list) for path in paths(PATTERN))


@pytest.mark.parametrize(
    ("known_id", "day", "title", "of"),
    [
        ("vladimir-putin", date(2010, 5, 1), "prime minister", "state-RUS"),
        ("vladimir-putin", date(2015, 9, 30), "president", "state-RUS"),
        ("bashar-al-assad", date(2013, 8, 21), "president", "state-SYR"),
        ("ahmed-al-sharaa", date(2016, 7, 28), "leader", "hts"),
        ("ahmed-al-sharaa", date(2025, 3, 1), "president", "state-SYR"),
        ("mikhail-gorbachev", date(1987, 12, 8), "general secretary", "state-SUN"),
        ("slobodan-milosevic", date(1999, 4, 1), "president", "state-YUG"),
        ("kofi-annan", date(2012, 4, 12), "envoy for syria", "un"),
        ("jens-stoltenberg", date(2022, 2, 24), "secretary-general", "nato"),
        ("velupillai-prabhakaran", date(2006, 8, 1), "leader", "ltte"),
        ("joseph-kony", date(2008, 12, 14), "leader", "lra"),
    ],
)
def test_who_held_what(known_id: str, day: date, title: str, of: str) -> None:
    post = post_on(actors()[known_id], day)
    assert post is not None
    assert (post.title, post.of) == (title, of)
