"""The names of bodies that nobody knows: "National Salvation Army", "the Elman rights group", "Front for Change"."""

from __future__ import annotations

from dataclasses import replace

from dateline.records.text import Span
from dateline.resolve.modifiers import PLACES
from dateline.resolve.nominals import RoleFound, role_at
from dateline.resolve.phrases import NOUNS, Phrases
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
            joined = [n for n in scene.phrases.kids(below, "conj") if tokens[n].pos == "PROPN" and n <= below + 2]
            return joined[0] if joined else below
    return None


def is_party(phrases: Phrases, head: int) -> bool:
    """Whether a name goes on with "for", as a party's does and no parliament's: "the Congress for Progress"."""
    return any(phrases.tokens[n].lemma == "for" for n in phrases.kids(head, "prep"))


def of_long_name(scene: Scene, body: Draft, last: int) -> Draft:
    """The mention of a body whose name goes on to a later word; a government's ministry stays its state's."""
    phrases = scene.phrases
    span = Span(body.span.start, phrases.tokens[last].end)
    inner = role_at(phrases, last)
    told = inner.role.sectors if inner is not None and inner.role.kind != "weapon" else ()
    is_office = body.who.sectors[:1] == ("GOV",)
    if body.who.actor_id is not None and (is_office or (not told and not is_party(phrases, body.head))):
        return replace(body, span=span, score=0.9, last=last)
    before = range(phrases.first(body.head), body.head + 1)
    names = [n for n in before if phrases.tokens[n].pos == "PROPN"]
    own = [n for n in names if n == body.head or phrases.tokens[n].relation != "poss"]
    name = phrases.between(own[0], last).of(scene.text)
    who = called(name, replace(body.who, sectors=told or body.who.sectors))
    return replace(body, span=span, form="name", who=who, proper=name, last=last)
