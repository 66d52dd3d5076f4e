"""Mentions of actors in one sentence, before the article's other sentences are asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from dateline.lexicon.files import load
from dateline.records.text import Span
from dateline.resolve.modifiers import enriched, grounds
from dateline.resolve.named import of_name
from dateline.resolve.nominals import RoleFound, described, role_at
from dateline.resolve.phrases import NOUNS, Phrases, without_article
from dateline.resolve.scene import Draft, Known, Scene, known_names, sides
from dateline.resolve.unknown import called, of_unknown
from dateline.resolve.who import NOBODY, Who, word_list

INSIDE = frozenset({"compound", "amod", "nmod", "nn"})


def drafts(phrases: Phrases, text: str, day: date | None) -> Iterator[Draft]:
    """Every mention in a sentence, nested ones too."""
    names = known_names(phrases, text)
    scene = Scene(phrases, text, day, names, {one.top: one for one in names})
    reached = -1
    for position in range(len(phrases.tokens)):
        draft = draft_at(scene, position) if position > reached else None
        if draft is not None:
            reached = draft.last
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
    if found.role.kind == "body" and found.family is None and is_site(scene, found):
        return None
    modifiers = sides(scene, first, position, inner)
    found = enriched(scene, found, first)
    modifiers += grounds(scene, first, position, mobile="MIL" in found.role.sectors[:1])
    who = described(found, modifiers, words, without_article(span.of(scene.text)), scene.day)
    if is_plural(scene, position) and who.kind == "person" and who.actor_id:
        who = Who(None, None, who.country, found.role.sectors, "people")
    if named is not None:
        return Draft(span, "name", called(named, who), 0.7, named, position)
    return Draft(span, "nominal", who, 0.9, head=position, last=found.last if found.last > position else -1)


def is_site(scene: Scene, found: RoleFound) -> bool:
    """Whether the noun for a body means a place here: "in the hospital"."""
    governor = scene.phrases.preposition(found.main)
    return governor is not None and governor[0] in word_list("locative") and found.role.lemma in word_list("sites")


def complement(scene: Scene, position: int, found: RoleFound) -> Known | None:
    """The known name after "of" that completes a role: "the president of Iran", "Ministry of Defence of Russia"."""
    for start in dict.fromkeys((position, found.last)):
        for below in scene.phrases.of(start):
            one = scene.name_over(below)
            if one is not None:
                return one
    return None


def unknown_name(scene: Scene, position: int, found: RoleFound) -> str | None:
    """The name of a body that is not known but named with capitals: "National Salvation Army"."""
    phrases = scene.phrases
    token = phrases.tokens[position]
    if token.pos != "PROPN" or found.role.kind != "body" or found.family is not None or found.last > position:
        return None
    first = phrases.first(position)
    own = [n for n in range(first, found.first) if phrases.tokens[n].pos == "PROPN" and scene.name_over(n) is None]
    return phrases.between(min(own), position).of(scene.text) if own else None


def is_plural(scene: Scene, position: int) -> bool:
    """Whether a noun is in the plural."""
    return scene.phrases.tokens[position].tag in {"NNS", "NNPS"}


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
