"""What a reviewer puts in the place of what the program says, from what was typed or chosen."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TypeVar

import msgspec
from msgspec import UNSET, UnsetType

from dateline.errors import BadConfig
from dateline.records.claim import Claim
from dateline.records.mention import ActorMention, PlaceMention
from dateline.records.reading import Reading
from dateline.records.review import Answers, Thing
from dateline.records.text import Span
from dateline.review.answers import actor_named, place_named

LONGEST_WORDS = 300
MOST_CONTEXTS = 20

M = TypeVar("M", ActorMention, PlaceMention)

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


def thing_of(chosen: str, typed: str | None, claim: Claim, reading: Reading) -> Thing | None:
    """An actor or a place from a form: words that were typed, else the mention chosen ("start-end"); "" is nobody.

    Words that stand in the evidence have their place there.
    """
    if typed:
        return thing_called(typed, claim, reading)
    match = _span.fullmatch(chosen)
    if match is None:
        return None
    span = Span(int(match[1]), int(match[2]))
    return mention_at(span, reading) or Thing(span.of(reading.article.text), None, span.start, span.end)


def thing_called(words: str, claim: Claim, reading: Reading) -> Thing:
    """What is meant by words: who stands in the evidence under them, else what is only called so."""
    evidence = claim.evidence.of(reading.article.text)
    place = evidence.casefold().find(words.casefold())
    if place < 0 or len(evidence.casefold()) != len(evidence):
        return Thing(words)
    span = Span(claim.evidence.start + place, claim.evidence.start + place + len(words))
    return mention_at(span, reading) or Thing(words, None, span.start, span.end)


def mention_at(span: Span, reading: Reading) -> Thing | None:
    """The mention that stands exactly there."""
    claims = reading.claims
    actors = (*reading.actors, *(end for one in claims for end in (one.actor, one.recipient) if end is not None))
    places = (*reading.places, *(one.place for one in claims if one.place is not None))
    here = (span.start, span.end)
    actor = first_at(here, actors)
    return actor_named(actor) if actor is not None else place_named(first_at(here, places))


def first_at(here: tuple[int, int], mentions: Iterable[M]) -> M | None:
    """The first mention that stands there, one whose bearer is known before others."""
    there = [one for one in mentions if (one.start, one.end) == here]
    return next((one for one in there if one.name), there[0] if there else None)
