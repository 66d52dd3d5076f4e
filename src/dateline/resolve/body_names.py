"""The names of bodies that nobody knows: "National Salvation Army", "the Elman rights group", "Front for Change"."""

from __future__ import annotations

from dataclasses import replace

from dateline.records.text import Span
from dateline.resolve.modifiers import PLACES
from dateline.resolve.nominals import RoleFound, role_at
from dateline.resolve.phrases import NOUNS
from dateline.resolve.scene import Draft, Scene
from dateline.resolve.unknown import called

CALLED = frozenset({"PERSON", "ORG"})
"""What a parser takes the name of a body for: "the Elman group"."""


def unknown_name(scene: Scene, position: int, found: RoleFound) -> str | None:
    """The name of a body that is not known but named with capitals: "National Salvation Army", "the Elman group"."""
    phrases = scene.phrases
    token = phrases.tokens[position]
    if found.role.kind != "body" or found.family is not None or found.last > position:
        return None
    first = phrases.first(position)
    own = [n for n in range(first, found.first) if phrases.tokens[n].pos == "PROPN" and scene.name_over(n) is None]
    if token.pos == "PROPN":
        return phrases.between(min(own), position).of(scene.text) if own else None
    named = [n for n in own if phrases.tokens[n].relation == "compound" and phrases.tokens[n].entity in CALLED]
    is_next = bool(named) and named == list(range(named[0], found.first))
    return phrases.between(named[0], named[-1]).of(scene.text) if is_next else None


def name_end(scene: Scene, position: int, found: RoleFound) -> int | None:
    """Where the name of a body ends that goes on behind "of" or "for": "Front for Change"; None when it does not."""
    tokens = scene.phrases.tokens
    if found.role.kind != "body" or tokens[position].pos != "PROPN" or found.last > position:
        return None
    for below in scene.phrases.of(position):
        capital = tokens[below].pos in NOUNS and tokens[below].text[:1].isupper()
        if capital and tokens[below].entity not in PLACES and scene.name_over(below) is None:
            return below
    return None


def of_long_name(scene: Scene, body: Draft, last: int) -> Draft:
    """The mention of a body whose name goes on to a later word; a government's ministry stays its state's."""
    phrases = scene.phrases
    span = Span(body.span.start, phrases.tokens[last].end)
    inner = role_at(phrases, last)
    told = inner.role.sectors if inner is not None and inner.role.kind != "weapon" else ()
    if body.who.actor_id is not None and (not told or body.who.sectors[:1] == ("GOV",)):
        return replace(body, span=span, score=0.9, last=last)
    own = [n for n in range(phrases.first(body.head), body.head + 1) if phrases.tokens[n].pos == "PROPN"]
    name = phrases.between(own[0], last).of(scene.text)
    who = called(name, replace(body.who, sectors=told or body.who.sectors))
    return replace(body, span=span, form="name", who=who, proper=name, last=last)
