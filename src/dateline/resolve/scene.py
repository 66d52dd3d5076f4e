"""A sentence with the known names in it, and mentions in the making."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import NamedTuple

from dateline.lexicon.actors import actors
from dateline.lexicon.files import load
from dateline.lexicon.names import NameMatch, names_in
from dateline.lexicon.roles import roles
from dateline.records.text import Span
from dateline.resolve.nominals import role_ending
from dateline.resolve.phrases import Phrases
from dateline.resolve.who import Who, known, word_list

MODIFIES = frozenset({"compound", "amod", "poss", "nmod", "nn", "det", "appos"})
BODIES = frozenset({"government", "ministry", "military", "police", "intelligence", "parliament", "court"})
HYPHENS = frozenset("-–‐‑")


class Known(NamedTuple):
    """A known name in a sentence: its first and last word, and the word of them that hangs on the rest."""

    first: int
    last: int
    top: int
    match: NameMatch


@dataclass(frozen=True, slots=True)
class Draft:
    """A mention in the making.

    `proper` is the bare name in it, where it names a person or group; `head` its main word; no mention begins between
    that and `last`.
    """

    span: Span
    form: str
    who: Who
    score: float = 1.0
    proper: str | None = None
    head: int = 0
    last: int = -1


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


def known_names(phrases: Phrases, text: str) -> tuple[Known, ...]:
    """The known names in a sentence that fit its words."""
    if not phrases.tokens:
        return ()
    start = phrases.tokens[0].start
    found: list[Known] = []
    for match in names_in(text[start : phrases.tokens[-1].end]):
        moved = match._replace(start=match.start + start, end=match.end + start)
        at = phrases.reach(Span(moved.start, moved.end))
        if at is not None and not is_otherwise(phrases, at, moved) and not is_another_states(found, at[0], moved):
            found.append(Known(*at, phrases.inside(*at), moved))
    return tuple(found)


def is_another_states(before: Sequence[Known], first: int, match: NameMatch) -> bool:
    """Whether a body of one state is named behind another state: "Chile's Defense Department" is not the Pentagon."""
    if not before or first - before[-1].last > 2 or not before[-1].match.ids[0].startswith("state-"):
        return False
    body = actors().get(match.ids[0])
    return body is not None and body.kind in BODIES and f"state-{body.country}" != before[-1].match.ids[0]


def is_otherwise(phrases: Phrases, at: tuple[int, int], match: NameMatch) -> bool:
    """Whether the words mean something else here: a person called Jordan, a word that opens the sentence."""
    first, last = at
    if match.doubtful and first == 0 and phrases.tokens[first].pos not in opening_as(match):
        return True
    if match.what == "name" and (runs_on(phrases, first, last, match) or is_longer(phrases, first, match)):
        return True
    if match.what == "name" and first > 0 and (first == last or phrases.tokens[first + 1].text in HYPHENS):
        return is_surname(phrases, first, last, match)
    return False


def opening_as(match: NameMatch) -> frozenset[str]:
    """What a doubtful name that opens a sentence may be: a proper noun, and "Indian" an adjective too."""
    return frozenset({"PROPN", "ADJ"}) if match.what == "demonym" else frozenset({"PROPN"})


def runs_on(phrases: Phrases, first: int, last: int, match: NameMatch) -> bool:
    """Whether a person's name goes on behind the known one: "Juan Carlos Gomez" is not King Juan Carlos."""
    after = phrases.tokens[last + 1 : last + 2]
    if not after or after[0].pos != "PROPN" or after[0].entity != "PERSON" or phrases.tokens[last].entity != "PERSON":
        return False
    if actors()[match.ids[0]].kind != "person" or after[0].text.strip("IVX") == "":
        return False
    return first <= after[0].head <= last or first <= phrases.tokens[last].head == last + 1


def is_longer(phrases: Phrases, first: int, match: NameMatch) -> bool:
    """Whether a party's name has more words before the known one: "Social Democrats", "the People's Labour Party"."""
    if first == 0 or actors()[match.ids[0]].kind != "party":
        return False
    before = phrases.tokens[first - 1]
    if before.tag == "POS" and first > 1:
        return phrases.tokens[first - 2].text.lower() in word_list("namesakes")
    is_part = before.pos == "PROPN" and before.relation in {"compound", "amod", "nmod"}
    return is_part and before.end + 1 == match.start and not is_told_apart(before.text)


def is_told_apart(word: str) -> bool:
    """Whether a word with a capital before a name is no part of it: a title, a country's adjective, "Northern"."""
    return word.lower() in word_list("compass") or word.lower() in roles() or bool(names_in(word))


def is_surname(phrases: Phrases, position: int, last: int, match: NameMatch) -> bool:
    """Whether a name of one word is another person's surname: "Michael Jordan", "Maher Assad" (not Bashar)."""
    before, token = phrases.tokens[position - 1], phrases.tokens[last]
    if match.ids[0].startswith("state-"):
        return token.entity == before.entity == "PERSON" or before.text in given_names()
    if before.pos != "PROPN" or before.entity != "PERSON" or token.entity != "PERSON":
        return False
    return role_ending(phrases, position - 1) is None and before.text.lower() not in word_list("honorifics")


@cache
def given_names() -> frozenset[str]:
    """Given names that make a country's name a surname."""
    return frozenset(load("en/ordinary_names.yaml")["given"])


def sides(scene: Scene, first: int, position: int, inner: Known | None) -> list[Who]:
    """Those that the modifiers of a noun name, the one after "of" first."""
    found = [inner] if inner else []
    found += [
        one for one in scene.names if first <= one.first and one.last < position and describes(scene, one.top, position)
    ]
    return [known(one.match.ids, scene.day) for one in found]


def is_led(scene: Scene, position: int) -> bool:
    """Whether a state is said to lead: "Saudi-led coalition"."""
    after = [token.text.lower() for token in scene.phrases.tokens[position + 1 : position + 3]]
    one = scene.name_over(position)
    return after[1:] == ["led"] and one is not None and one.match.ids[0].startswith("state-")


def is_prefixed(scene: Scene, position: int) -> bool:
    """Whether a name says whom somebody is for or against: "pro-Russian", "anti-Taliban"."""
    one = scene.name_over(position)
    first = one.first if one else position
    before = scene.phrases.tokens[max(0, first - 2) : first]
    return len(before) == 2 and before[1].text in HYPHENS and before[0].text.lower() in word_list("prefixes")


def describes(scene: Scene, position: int, noun: int) -> bool:
    """Whether a name belongs to a noun itself ("Russian troops"), not to a participle on it ("US-backed troops")."""
    tokens = scene.phrases.tokens
    after = tokens[position + 1].text if position + 1 < len(tokens) else ""
    if is_prefixed(scene, position):
        return False
    if after in HYPHENS:
        return is_led(scene, position) and tokens[tokens[position].head].head == noun
    for one in (position, *scene.phrases.above(position)):
        if one == noun:
            return True
        if tokens[one].relation not in MODIFIES | {"conj"} or tokens[one].pos == "VERB":
            return False
    return False
