"""What a reviewer puts in the place of what the program says, from what was typed or chosen."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

import msgspec
from msgspec import UNSET, UnsetType

from dateline.errors import BadConfig
from dateline.records.claim import Claim
from dateline.records.reading import Reading
from dateline.records.review import Answers, Thing
from dateline.records.text import Span
from dateline.review.answers import actor_named, place_named

LONGEST_WORDS = 300
MOST_CONTEXTS = 20

_code = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,39}")
_span = re.compile(r"(\d{1,9})-(\d{1,9})")


class Changes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The fields that a reviewer gives otherwise; those that are left out stay as they are."""

    type: str | UnsetType = UNSET
    mode: str | UnsetType | None = UNSET
    status: str | UnsetType = UNSET
    context: tuple[str, ...] | UnsetType = UNSET
    actor: Thing | UnsetType | None = UNSET
    recipient: Thing | UnsetType | None = UNSET
    place: Thing | UnsetType | None = UNSET
    begin: date | UnsetType | None = UNSET
    finish: date | UnsetType | None = UNSET
    span: bool | UnsetType = UNSET


def changed(shown: Answers, changes: Changes, text: str) -> Answers:
    """The answers with some of them changed. Raises `BadConfig` for what cannot be one, in an article of this text."""
    given = {name: value for name in changes.__struct_fields__ if (value := getattr(changes, name)) is not UNSET}
    made = replace(shown, **given)
    codes = (made.type, made.status, *([made.mode] if made.mode else []), *made.context)
    if not all(map(_code.fullmatch, codes)) or len(made.context) > MOST_CONTEXTS:
        raise BadConfig("a type, mode, status or context is a short code, such as ASSAULT or heavy-weapons")
    for thing in (made.actor, made.recipient, made.place):
        check_thing(thing, text)
    if made.begin and made.finish and made.begin > made.finish:
        raise BadConfig(f"nothing begins on {made.begin} and ends on {made.finish}; exchange them")
    return made


def check_thing(thing: Thing | None, text: str) -> None:
    """Raises `BadConfig` for an actor or a place that has no name, or whose words are not in the text."""
    if thing is None:
        return
    if not thing.name.strip() or max(len(thing.name), len(thing.id or "")) > LONGEST_WORDS:
        raise BadConfig(f"an actor or a place has a name of at most {LONGEST_WORDS} letters")
    if (thing.start is None) != (thing.end is None):
        raise BadConfig("words have a start and an end, or neither")
    if thing.start is not None and thing.end is not None and not 0 <= thing.start < thing.end <= len(text):
        raise BadConfig(f"the article has no words from {thing.start} to {thing.end}")


@dataclass(frozen=True)
class Named:
    """What an article names that may be chosen: actors or places, first what stands in the claim already."""

    text: str
    evidence: Span
    things: tuple[Thing, ...]

    @classmethod
    def actors(cls, shown: Thing | None, claim: Claim, reading: Reading) -> Named:
        """Those who can act."""
        ends = [end for one in reading.claims for end in (one.actor, one.recipient)]
        return cls.of(shown, claim, reading, map(actor_named, (*ends, *reading.actors)))

    @classmethod
    def places(cls, shown: Thing | None, claim: Claim, reading: Reading) -> Named:
        """Places."""
        told = [one.place for one in reading.claims]
        return cls.of(shown, claim, reading, map(place_named, (*told, *reading.places)))

    @classmethod
    def of(cls, shown: Thing | None, claim: Claim, reading: Reading, things: Iterable[Thing | None]) -> Named:
        """Whatever is there of some things, in the evidence first."""
        there = [one for one in (shown, *things) if one is not None]
        ordered = sorted(there, key=lambda one: (one is not shown, not is_in(one, claim.evidence), one.start or 0))
        return cls(reading.article.text, claim.evidence, tuple(dict.fromkeys(ordered)))

    def chosen(self, value: str, typed: str | None) -> Thing | None:
        """What a form says: words that were typed, else what was chosen: words of the text ("start-end"), a name
        ("=name"), or nothing ("").
        """
        if typed:
            return self.called(typed)
        match = _span.fullmatch(value)
        if match is not None:
            return self.at(Span(int(match[1]), int(match[2])))
        return Thing(value[1:]) if value.startswith("=") else None

    def called(self, words: str) -> Thing:
        """What is meant by words: what stands in the evidence under them, else what is only called so."""
        evidence = self.evidence.of(self.text)
        place = evidence.casefold().find(words.casefold())
        if place < 0 or len(evidence.casefold()) != len(evidence):
            return Thing(words)
        start = self.evidence.start + place
        return self.at(Span(start, start + len(words)))

    def at(self, span: Span) -> Thing:
        """What stands exactly there; what nobody has found there goes by its words."""
        there = [one for one in self.things if (one.start, one.end) == (span.start, span.end)]
        return there[0] if there else Thing(span.of(self.text), None, span.start, span.end)


def is_in(thing: Thing, evidence: Span) -> bool:
    """Whether the words of something stand in the evidence."""
    return thing.start is not None and thing.end is not None and evidence.holds(Span(thing.start, thing.end))
