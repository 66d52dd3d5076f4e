"""Mentions of actors in one sentence, before the article's other sentences are asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import NamedTuple

from dateline.lexicon.files import load
from dateline.lexicon.names import NameMatch, names_in
from dateline.records.text import Span
from dateline.resolve.nominals import RoleFound, described, merged, people_of, role_at, role_ending
from dateline.resolve.phrases import NOUNS, Phrases
from dateline.resolve.who import NOBODY, Who, by_surname, known, name_id, word_list

MODIFIES = frozenset({"compound", "amod", "poss", "nmod", "nn", "det", "appos"})
INSIDE = frozenset({"compound", "amod", "nmod", "nn"})
NAMED = frozenset({"PERSON", "ORG", "NORP"})
FORMS = {"name": "name", "seat": "name", "demonym": "name", "people": "nominal"}


class Known(NamedTuple):
    """A known name in a sentence: its first and last word, and the word of them that hangs on the rest."""

    first: int
    last: int
    top: int
    match: NameMatch


@dataclass(frozen=True, slots=True)
class Draft:
    """A mention in the making. `proper` is the bare name in it, where it names a person or group; `head` its main word."""

    span: Span
    form: str
    who: Who
    score: float = 1.0
    proper: str | None = None
    sentence: int = 0
    head: int = 0


@dataclass(frozen=True)
class Scene:
    """A sentence with the known names in it."""

    phrases: Phrases
    text: str
    day: date | None
    names: tuple[Known, ...]
    by_top: Mapping[int, Known] = field(default_factory=dict)

    def name_over(self, position: int) -> Known | None:
        """The known name that a word belongs to."""
        return next((one for one in self.names if one.first <= position <= one.last), None)


def drafts(phrases: Phrases, text: str, day: date | None) -> Iterator[Draft]:
    """Every mention in a sentence, nested ones too."""
    names = known_names(phrases, text)
    scene = Scene(phrases, text, day, names, {one.top: one for one in names})
    for position in range(len(phrases.tokens)):
        draft = draft_at(scene, position)
        if draft is not None:
            yield draft


def draft_at(scene: Scene, position: int) -> Draft | None:
    """The mention whose main word this is; None when it is nobody's."""
    token = scene.phrases.tokens[position]
    found = scene.by_top.get(position)
    if found is not None:
        return of_name(scene, found)
    if scene.name_over(position) is not None:
        return None
    if token.text.lower() in pronouns():
        return of_pronoun(scene, position)
    if token.pos not in NOUNS or (token.relation in INSIDE and not is_apposed(scene, position)):
        return None
    return of_role(scene, position) or of_unknown(scene, position)


# --- names ---------------------------------------------------------------------------------------------------------


def known_names(phrases: Phrases, text: str) -> tuple[Known, ...]:
    """The known names in a sentence that fit its words."""
    if not phrases.tokens:
        return ()
    start = phrases.tokens[0].start
    found = []
    for match in names_in(text[start : phrases.tokens[-1].end]):
        moved = match._replace(start=match.start + start, end=match.end + start)
        at = phrases.at(Span(moved.start, moved.end))
        if at is not None and not is_otherwise(phrases, at, moved):
            found.append(Known(*at, phrases.inside(*at), moved))
    return tuple(found)


def is_otherwise(phrases: Phrases, at: tuple[int, int], match: NameMatch) -> bool:
    """Whether the words mean something else here: a person called Jordan, a word that opens the sentence."""
    first, last = at
    if match.doubtful and (first == 0 and phrases.tokens[first].pos != "PROPN"):
        return True
    if first == last and match.what == "name" and first > 0 and match.ids[0].startswith("state-"):
        before, token = phrases.tokens[first - 1], phrases.tokens[first]
        return token.entity == before.entity == "PERSON" or before.text in given_names()
    return False


@cache
def given_names() -> frozenset[str]:
    """Given names that make a country's name a surname."""
    return frozenset(load("en/ordinary_names.yaml")["given"])


def of_name(scene: Scene, found: Known) -> Draft | None:
    """The mention that a known name makes: with its phrase where it is the main word, alone where it modifies another."""
    phrases, what = scene.phrases, found.match.what
    token = phrases.tokens[found.top]
    outer = phrases.head(found.top)
    modifies = token.relation in MODIFIES - {"appos"} and outer is not None and outer > found.last
    if what in {"demonym", "people"} and not modifies:
        return of_people(scene, found) if token.pos in NOUNS or what == "people" else None
    if modifies and outer is not None:
        return of_modifier(scene, found, outer)
    score = standing(phrases, found)
    if score == 0:
        return None
    who = known(found.match.ids, scene.day)
    first = found.first if who.kind == "state" else phrases.first(found.top)
    first = min(first, found.first)
    return Draft(phrases.between(first, found.last), "name", who, score, proper_of(scene, found), head=found.top)


def proper_of(scene: Scene, found: Known) -> str | None:
    """The bare name of a person or group."""
    return None if found.match.what != "name" else scene.text[found.match.start : found.match.end]


def of_people(scene: Scene, found: Known) -> Draft:
    """ "Three Russians", "the French"."""
    first = scene.phrases.first(found.top)
    span = scene.phrases.between(min(first, found.first), found.last)
    return Draft(
        span, "nominal", people_of(found.match.ids, scene.text[found.match.start : found.match.end]), head=found.top
    )


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
        if who.kind == "person" and is_actor:
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
    """A city without a preposition is the government as subject, object or owner; not as an apposition to a place."""
    relation = phrases.tokens[found.top].relation
    return 0.9 if relation in {"nsubj", "nsubjpass", "dobj", "conj", "root", "dative", "iobj"} else 0.0


# --- roles and unknown names ---------------------------------------------------------------------------------------


def is_apposed(scene: Scene, position: int) -> bool:
    """Whether a noun tagged as part of another follows it, as a name does its title."""
    head = scene.phrases.head(position)
    return head is not None and head < position and scene.phrases.tokens[position].pos == "PROPN"


def of_role(scene: Scene, position: int) -> Draft | None:
    """The mention that a role noun makes, with its modifiers: "the Russian air force", "leader of Hezbollah"."""
    phrases = scene.phrases
    found = role_at(phrases, position)
    if found is None:
        return None
    first = phrases.first(position)
    last = max(position, found.last)
    inner = complement(scene, position, found)
    words = [token.text.lower() for token in phrases.tokens[first:position]]
    span = phrases.between(min(first, found.first), inner.last if inner else last)
    named = unknown_name(scene, position, found)
    who = described(found, sides(scene, first, position, inner), words, without_article(span.of(scene.text)), scene.day)
    if is_plural(scene, position) and who.kind == "person" and who.actor_id:
        who = Who(None, None, who.country, found.role.sectors, "people")
    if named is not None:
        return Draft(span, "name", called(named, who), 0.7, named, head=position)
    return Draft(span, "nominal", who, 0.9, head=position)


def complement(scene: Scene, position: int, found: RoleFound) -> Known | None:
    """The known name after "of" that completes a role: "the president of Iran", "Ministry of Defence of Russia"."""
    for start in dict.fromkeys((position, found.last)):
        below = scene.phrases.of(start)
        one = scene.name_over(below) if below is not None else None
        if one is not None:
            return one
    return None


def sides(scene: Scene, first: int, position: int, inner: Known | None) -> list[Who]:
    """Those that the modifiers of a noun name, the one after "of" first."""
    found = [inner] if inner else []
    found += [
        one for one in scene.names if first <= one.first and one.last < position and describes(scene, one.top, position)
    ]
    return [known(one.match.ids, scene.day) for one in found]


def describes(scene: Scene, position: int, noun: int) -> bool:
    """Whether a name belongs to a noun itself ("Russian troops") and not to a participle before it ("US-backed troops")."""
    after = scene.phrases.tokens[position + 1].text if position + 1 < len(scene.phrases.tokens) else ""
    if after in {"-", "–", "‐", "‑"}:
        return False
    for one in (position, *scene.phrases.above(position)):
        if one == noun:
            return True
        if scene.phrases.tokens[one].relation not in MODIFIES | {"conj"} or scene.phrases.tokens[one].pos == "VERB":
            return False
    return False


def unknown_name(scene: Scene, position: int, found: RoleFound) -> str | None:
    """The name of a body that is not known but named with capitals: "National Salvation Army"."""
    phrases = scene.phrases
    token = phrases.tokens[position]
    if token.pos != "PROPN" or found.role.kind != "body" or found.family is not None or found.last > position:
        return None
    first = phrases.first(position)
    own = [n for n in range(first, found.first) if phrases.tokens[n].pos == "PROPN" and scene.name_over(n) is None]
    return phrases.between(min(own), position).of(scene.text) if own else None


def of_unknown(scene: Scene, position: int) -> Draft | None:
    """The mention that an unknown person or group makes, with its title: "rebel commander Abu Omar"."""
    phrases = scene.phrases
    token = phrases.tokens[position]
    if token.pos != "PROPN":
        return None
    first = phrases.first(position)
    begin = name_begin(scene, first, position)
    title = title_before(scene, first, begin)
    if token.entity not in NAMED and title is None:
        return None
    name = phrases.between(begin, position).of(scene.text)
    span = phrases.between(first, position)
    words = [one.text.lower() for one in phrases.tokens[first:begin]]
    modifiers = sides(scene, first, position, None)
    who = described(title, modifiers, words, name, None) if title else next(iter(modifiers), NOBODY)
    alone = by_surname(name, scene.day) if begin == position and token.entity != "ORG" else None
    return Draft(span, "name", alone or called(name, who, token.entity), 0.7, name, head=position)


def called(name: str, who: Who, entity: str = "ORG") -> Who:
    """Somebody known by name only, with the country and sectors that the words around the name give."""
    kind = "person" if entity == "PERSON" else "group"
    return Who(name_id(name), name, who.country, merged(who.sectors, ()), kind)


def name_begin(scene: Scene, first: int, position: int) -> int:
    """Where the bare name begins that ends with this word: behind titles, adjectives and known names."""
    begin = position
    for n in range(position - 1, first - 1, -1):
        token = scene.phrases.tokens[n]
        fits = token.pos == "PROPN" or token.text in {"-", "al", "bin", "ibn", "van", "von", "de", "'"}
        if (
            not fits
            or scene.name_over(n)
            or token.text.lower() in word_list("honorifics")
            or is_title(scene, n, position)
        ):
            break
        begin = n
    while begin < position and scene.phrases.tokens[begin].pos != "PROPN":
        begin += 1
    return begin


def is_title(scene: Scene, position: int, main: int) -> bool:
    """Whether a word before a person's name is a title and no part of it."""
    if scene.phrases.tokens[main].entity == "ORG" or scene.phrases.tokens[position].relation == "root":
        return False
    found = role_ending(scene.phrases, position)
    return found is not None and found.role.kind != "body"


def title_before(scene: Scene, first: int, begin: int) -> RoleFound | None:
    """The role noun right before a name."""
    return role_ending(scene.phrases, begin - 1) if begin > first and scene.name_over(begin - 1) is None else None


def is_plural(scene: Scene, position: int) -> bool:
    """Whether a noun is in the plural."""
    return scene.phrases.tokens[position].tag in {"NNS", "NNPS"}


def without_article(words: str) -> str:
    """Words without "the", "a" or "an" before them, on one line."""
    parts = words.split()
    return " ".join(parts[1:] if len(parts) > 1 and parts[0].lower() in {"the", "a", "an"} else parts)


# --- pronouns ------------------------------------------------------------------------------------------------------


@cache
def pronouns() -> frozenset[str]:
    """The pronouns that may stand for somebody."""
    return frozenset(load("en/pronouns.yaml"))


def of_pronoun(scene: Scene, position: int) -> Draft | None:
    """The mention of a pronoun; None for one that stands for nobody ("it rained", "said that", "that day")."""
    token = scene.phrases.tokens[position]
    word = token.text.lower()
    if token.relation in {"expl", "mark", "det", "advmod"} or (word == "us" and token.text == "US"):
        return None
    if word in {"that", "which"} and token.tag not in {"WDT", "WP"}:
        return None
    if token.pos not in {"PRON", "DET", "NOUN"} and token.tag[:3] not in {"PRP", "WP", "WDT"}:
        return None
    return Draft(Span(token.start, token.end), "pronoun", NOBODY, 0.5, head=position)
