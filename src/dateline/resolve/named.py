"""Mentions that known names make."""

from __future__ import annotations

from dataclasses import replace

from dateline.lexicon.actors import PEOPLES, STATE, actors, countries
from dateline.records.text import Span
from dateline.resolve.modifiers import country_before, place_behind
from dateline.resolve.nominals import merged, people_of, role_at, role_ending
from dateline.resolve.phrases import NOUNS, Phrases
from dateline.resolve.scene import HYPHENS, MODIFIES, Draft, Known, Scene
from dateline.resolve.who import FORMER, Who, known, word_list

SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def of_name(scene: Scene, found: Known) -> Draft | None:
    """The mention that a known name makes: with its phrase where it is the main word, else alone."""
    phrases, what = scene.phrases, found.match.what
    token = phrases.tokens[found.top]
    outer = phrases.head(found.top)
    modifies = token.relation in MODIFIES - {"appos"} and outer is not None and outer > found.last
    if is_hyphened(phrases, found):
        return of_hyphened(scene, found)
    if what in {"demonym", "people"} and not modifies:
        return of_people(scene, found) if token.pos in NOUNS or what == "people" else None
    if modifies and outer is not None:
        return of_modifier(scene, found, outer)
    score = standing(phrases, found)
    if score == 0:
        return None
    who = known(found.match.ids, scene.day)
    first = found.first if who.kind == "state" else min(phrases.first(found.top), found.first)
    if any(one.text == "(" for one in phrases.tokens[first : found.first]):  # "the Human Rights League (LDH)"
        first = found.first
    if who.kind == "person":
        who = with_title(scene, who, first, found.first)
    elif who.country is None and is_people(who):
        who = replace(who, country=country_before(scene, found.top) or place_behind(scene, found.top, mobile=False))
    return Draft(phrases.between(first, found.last), "name", who, score, proper_of(scene, found), head=found.top)


def is_people(who: Who) -> bool:
    """Whether somebody is one of the peoples, or an armed group of one, that live in several countries."""
    known_group = actors()[who.actor_id or ""]
    return known_group.kind in PEOPLES or known_group.kind == "armed_group"


def with_title(scene: Scene, who: Who, first: int, begin: int) -> Who:
    """A known person with what the title before the name adds, where no post of that day is known."""
    words = {token.text.lower() for token in scene.phrases.tokens[first:begin]}
    if words & word_list("former"):
        return replace(who, sectors=merged(FORMER, who.sectors))
    title = role_ending(scene.phrases, begin - 1) if begin > first else None
    if title is None or title.role.kind != "person" or not title.role.sectors:
        return who
    if scene.day is None:
        return replace(who, sectors=merged(title.role.sectors, who.sectors))
    return who if who.sectors else replace(who, sectors=title.role.sectors)


def is_hyphened(phrases: Phrases, found: Known) -> bool:
    """Whether a participle hangs on the name: "Russian-backed"."""
    after = phrases.tokens[found.last + 1 : found.last + 2]
    return bool(after) and after[0].text in HYPHENS and after[0].start == phrases.tokens[found.last].end


def of_hyphened(scene: Scene, found: Known) -> Draft | None:
    """The mention of whoever backs, leads or holds something: "Russian-backed"; a base is a place."""
    phrases = scene.phrases
    after = phrases.tokens[found.last + 2 : found.last + 3]
    if not after or after[0].tag not in {"VBN", "VBD", "JJ"} or after[0].text.lower() == "based":
        return None
    who = known(found.match.ids, scene.day)
    return Draft(Span(found.match.start, found.match.end), "name", who, 0.8, proper_of(scene, found), head=found.top)


def proper_of(scene: Scene, found: Known) -> str | None:
    """The bare name of a person or group."""
    return None if found.match.what != "name" else scene.text[found.match.start : found.match.end]


def of_people(scene: Scene, found: Known) -> Draft:
    """ "Three Russians", "the French"; ethnic Albanians, and "Albanians of southern Serbia", are of where they live."""
    first = scene.phrases.first(found.top)
    span = scene.phrases.between(min(first, found.first), found.last)
    who = people_of(found.match.ids, scene.text[found.match.start : found.match.end])
    home = land_behind(scene, found.top)
    if home is not None or "ethnic" in span.of(scene.text).lower().split():
        who = Who(None, None, home, ("CVL",), "people")
    return Draft(span, "nominal", who, head=found.top)


def land_behind(scene: Scene, head: int) -> str | None:
    """The country of the state or place that "of" or "in" names behind a noun."""
    phrases = scene.phrases
    preps = [n for n in phrases.kids(head, "prep") if n > head and phrases.tokens[n].lemma.lower() in {"of", "in"}]
    for below in (n for prep in preps for n in phrases.kids(prep, "pobj")):
        name = scene.name_over(below)
        if name is not None and name.match.ids[0].startswith(STATE):
            return countries()[name.match.ids[0]].iso3
    return None


def of_modifier(scene: Scene, found: Known, outer: int) -> Draft | None:
    """The mention that a name makes before a noun: "Turkey" in "Turkey's minister", "Russian" in "Russian strikes"."""
    phrases = scene.phrases
    who = known(found.match.ids, scene.day)
    owns = phrases.tokens[found.top].relation == "poss"
    main = phrases.tokens[outer]
    if not owns:
        over = scene.name_over(outer)
        is_actor = over is not None or role_at(phrases, outer) is not None or main.entity == "PERSON"
        if who.kind == "state" and (
            is_actor or main.lemma.lower() in word_list("places") or found.match.what == "seat"
        ):
            return None
        if who.kind == "person" and main.lemma.lower() in {
            *word_list("areas"),
            *word_list("places"),
            *word_list("sites"),
        }:
            return None  # "the Barak river"
        if is_actor and (who.kind == "person" or found.match.what == "demonym"):
            return None
    span = Span(found.match.start, found.match.end)
    return Draft(
        span, "name", who, 1.0 if owns or who.kind != "state" else 0.8, proper_of(scene, found), head=found.top
    )


def standing(phrases: Phrases, found: Known) -> float:
    """How surely a name stands for somebody who acts, by what governs it: 0 for "in Syria", .5 for "from Syria"."""
    if not found.match.ids[0].startswith("state-") and found.match.what != "seat":
        return 1.0
    governor = phrases.preposition(found.top)
    if governor is None:
        return seat_standing(phrases, found)
    word, at = governor
    over = phrases.head(at)
    head = phrases.tokens[over].lemma.lower() if over is not None else ""
    if word in word_list("locative") or (word in {"of", "from"} and head in word_list("places")):
        return 0.0
    if word == "to" and head in word_list("motion"):
        return 0.0
    if found.match.what == "seat":
        return 1.0 if word in word_list("social") or head == "accord" or word == "to" else 0.0
    return 0.5 if word == "from" else 1.0


def seat_standing(phrases: Phrases, found: Known) -> float:
    """A city without a preposition is the government as subject or object; no name alone on its line is an actor."""
    relation = phrases.tokens[found.top].relation
    if len(phrases.tokens) - (found.last - found.first) <= 2:
        return 0.0
    over = phrases.head(found.top)
    visited = relation == "dobj" and over is not None and phrases.tokens[over].lemma in word_list("visits")
    if found.match.what == "seat" and visited:
        return 0.0
    if found.match.what == "name":
        return 0.9 if relation in SUBJECTS else 0.8
    return 0.9 if relation in SUBJECTS | {"dobj", "conj", "root", "dative", "iobj"} else 0.0
