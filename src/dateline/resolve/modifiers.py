"""What the words around a role noun add to it: a sector, and the country that they name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache, lru_cache
from itertools import islice
from types import MappingProxyType

from dateline.lexicon.files import load
from dateline.lexicon.gazetteer import gazetteer
from dateline.records.text import Token
from dateline.resolve.nominals import RoleFound, merged, role_at, role_ending
from dateline.resolve.scene import Scene, describes
from dateline.resolve.who import Who, known, word_list

PEOPLED = 50_000
"""A place of fewer people does not tell a country by its name; one of `SURELY` does so even inside another name."""
SURELY = 500_000
PLACES = frozenset({"GPE", "LOC"})
GROUNDS = PLACES | {"ORG", "NORP"}
LOCAL = (("EDU",), ("MED",), ("COP",), ("JUD",))
"""Sectors of bodies that are called after a town."""
AREAS = frozenset({"admin1", "region"})
NAMING = GROUNDS | {"PERSON", "FAC", ""}
"""What a parser takes a town for."""
OVER = 3
"""Words over a noun that may say that it is taken away: "the withdrawal of troops"."""
BELONGING = frozenset({"from", "with"})
"""What but "of" and "for" stands before the body that somebody belongs to."""
VAGUE = frozenset({"UAF", "CVL", "OPP", "PTY"})
"""Sectors that go behind the noun's own: an opposition lawmaker is a lawmaker first."""


@cache
def sector_words() -> Mapping[str, str]:
    """The sector that a word before a noun tells."""
    entries = load("en/actor_adjectives.yaml")
    return MappingProxyType({word: sector for sector, words in entries.items() for word in words})


def enriched(scene: Scene, found: RoleFound, first: int) -> RoleFound:
    """The role with the sectors that the words before it, and after "of", tell: "intelligence officer"."""
    front, back = told_before(scene, found, first)
    own = found.role.sectors
    sectors = merged((*own, *front) if found.role.kind == "body" else (*front, *own), back)
    if not sectors:
        sectors = told_behind(scene, found)
    return replace(found, role=replace(found.role, sectors=sectors))


def told_before(scene: Scene, found: RoleFound, first: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The sectors that modifiers tell: those that go before the noun's own, and those behind."""
    front: list[str] = []
    back: list[str] = []
    for n in range(first, found.first):
        token = scene.phrases.tokens[n]
        sector = sector_words().get(token.text.lower())
        if sector and describes(scene, n, found.main):
            (back if sector in VAGUE else front).append(sector)
        elif token.pos in {"NOUN", "PROPN"} and scene.name_over(n) is None and not is_second(token):
            inner = role_ending(scene.phrases, n)
            if inner is not None and inner.first >= first:
                (front if inner.role.kind == "body" else back).extend(inner.role.sectors)
    return tuple(front), tuple(back)


def is_second(token: Token) -> bool:
    """Whether a word before a post makes it another's, whatever it is alone: "deputy commander"."""
    return token.text.lower() in word_list("unheld")


def told_behind(scene: Scene, found: RoleFound) -> tuple[str, ...]:
    """The sectors of the noun after "of": "members of the army"."""
    for below in scene.phrases.of(found.main):
        inner = role_at(scene.phrases, below)
        if inner is not None and inner.role.sectors:
            return inner.role.sectors
    return ()


def grounds(scene: Scene, first: int, position: int, mobile: bool) -> Iterator[Who]:
    """The country that a place around a noun tells: "Shanghai police", "a Somalia-based group", "rebels in Syria".

    `mobile`: for those who may be abroad, such as soldiers, the place that they are in tells nothing.
    """
    for n in range(first, position):
        country = based(scene, n) or place_before(scene, n)
        if country:
            yield Who(None, None, country, (), "place")
    behind = country_behind(scene, position) or place_behind(scene, position, mobile)
    if behind:
        yield Who(None, None, behind, (), "place")


def based(scene: Scene, position: int) -> str | None:
    """The country of a name before "-based"."""
    after = [token.text.lower() for token in scene.phrases.tokens[position + 1 : position + 3]]
    one = scene.name_over(position)
    if after != ["-", "based"]:
        return None
    return known(one.match.ids, scene.day).country if one else country_of(scene.phrases.tokens[position].text, PEOPLED)


def place_before(scene: Scene, position: int) -> str | None:
    """The country of a place that stands before a noun and is no known actor's name."""
    tokens = scene.phrases.tokens
    token = tokens[position]
    if token.pos != "PROPN" or scene.name_over(position) or token.entity not in GROUNDS:
        return None
    least = PEOPLED if token.entity in PLACES or is_local(scene, position) else SURELY
    after = tokens[position + 1 : position + 2]
    double = f"{token.text} {after[0].text}" if after and after[0].pos == "PROPN" else ""
    alone = "" if token.text.lower() in word_list("compass") else token.text
    return next(filter(None, (country_of(name, least) for name in (double, alone) if name)), None)


def is_local(scene: Scene, position: int) -> bool:
    """Whether the noun after a name is for a body that is called after its town: "Leeds University"."""
    after = role_ending(scene.phrases, position + 1) if position + 1 < len(scene.phrases.tokens) else None
    return after is not None and after.role.kind == "body" and after.role.sectors[:1] in LOCAL


def country_behind(scene: Scene, position: int, deeper: int = 2) -> str | None:
    """The country that the noun behind tells: "president of the Chadian league", "staff of the port of Aden".

    `deeper`: how many more nouns are asked.
    """
    for below in (*scene.phrases.of(position), *bodies_behind(scene, position)):
        country = country_before(scene, below)
        country = country or (country_at(scene, below) if deeper else None)
        country = country or (country_behind(scene, below, deeper - 1) if deeper else None)
        if country:
            return country
    return None


def bodies_behind(scene: Scene, position: int) -> list[int]:
    """The nouns for bodies that somebody is said to be from or with: "doctors from a Danish aid group"."""
    phrases = scene.phrases
    preps = [n for n in phrases.kids(position, "prep") if n > position and phrases.tokens[n].lemma in BELONGING]
    nouns = (noun for n in preps for noun in phrases.kids(n, "pobj") if scene.name_over(noun) is None)
    return [noun for noun in nouns if (found := role_at(phrases, noun)) is not None and found.role.kind == "body"]


def country_before(scene: Scene, position: int) -> str | None:
    """The country that the words before a noun tell: "the Chadian league", "the Tyumen region"."""
    first = scene.phrases.first(position)
    inside = (one for one in scene.names if first <= one.first and one.last < position)
    for one in inside:
        if describes(scene, one.top, position):
            return known(one.match.ids, scene.day).country
    places = (place_before(scene, n) for n in range(first, position) if is_area(scene, position))
    return next(filter(None, places), None)


def is_area(scene: Scene, position: int) -> bool:
    """Whether a noun is one for a part of a country: "region", "town"."""
    return scene.phrases.tokens[position].lemma.lower() in word_list("areas")


def country_at(scene: Scene, position: int) -> str | None:
    """The country that a noun is the name of a known actor or of a place in."""
    one = scene.name_over(position)
    if one is not None:
        return known(one.match.ids, scene.day).country
    token = scene.phrases.tokens[position]
    if token.entity not in PLACES:
        return None
    before = scene.phrases.tokens[position - 1] if position else token
    double = f"{before.text} {token.text}" if before.pos == "PROPN" and before.head == position else ""
    return (country_of(double, PEOPLED) if double else None) or country_of(token.text, PEOPLED)


def place_behind(scene: Scene, position: int, mobile: bool) -> str | None:
    """The country of the place that a noun is said to be in or from: "students in Kyoto", "a priest from Cusco"."""
    phrases = scene.phrases
    staying = [n for n in phrases.kids(position, "acl") if phrases.tokens[n].lemma in word_list("staying")]
    for n in [*phrases.kids(position, "prep"), *(prep for verb in staying for prep in phrases.kids(verb, "prep"))]:
        word = phrases.tokens[n].lemma.lower()
        is_told = is_origin(scene, position) if word == "from" else word in word_list("locative") and not mobile
        if n > position and is_told:
            places = (ground_country(scene, place) for place in phrases.kids(n, "pobj"))
            return next(filter(None, places), None)
    return None


def ground_country(scene: Scene, position: int) -> str | None:
    """The country of a place: of a name, or of a noun for a part of one or for a body ("the Indian state of Goa")."""
    found = role_ending(scene.phrases, position)
    if is_area(scene, position) or (
        found is not None and found.role.kind == "body" and found.role.sectors[:1] in LOCAL
    ):
        return country_before(scene, position) or country_behind(scene, position)
    return country_at(scene, position) or town_country(scene, position)


def town_country(scene: Scene, position: int) -> str | None:
    """The country of a large town, by a name of one word that the parser takes for a person's or a group's."""
    token = scene.phrases.tokens[position]
    is_alone = token.pos == "PROPN" and token.entity in NAMING and scene.phrases.first(position) == position
    return country_of(token.text, PEOPLED) if is_alone else None


def is_origin(scene: Scene, position: int) -> bool:
    """Whether "from" behind a noun tells where somebody comes from, not from where he is sent or brought."""
    tokens = scene.phrases.tokens
    if tokens[position].relation not in {"dobj", "nsubjpass", "pobj"}:
        return True
    over = islice(scene.phrases.above(position), OVER)
    return not any(tokens[n].lemma.lower() in word_list("removing") for n in over)


@lru_cache(maxsize=4096)
def country_of(name: str, least: int) -> str | None:
    """The country of the largest place of that name, if so many people live there; None when there is none."""
    found = gazetteer().lookup(name)
    areas = AREAS if least < SURELY else frozenset()
    large = [place for place in found[:20] if place.population >= least or place.precision in areas]
    return max(large, key=lambda place: (place.population, place.place_id)).country if large else None
