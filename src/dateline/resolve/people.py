"""Short names: "Lavrov" after "Sergei Lavrov", and initials that an article gives ("Free Syrian Army (FSA)")."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import accumulate

from dateline.lexicon.actors import actor
from dateline.lexicon.files import load
from dateline.lexicon.roles import roles
from dateline.records.ids import is_named_here
from dateline.records.text import Sentence, Span
from dateline.resolve.scene import Draft
from dateline.resolve.who import Who

PARTICLES = frozenset({"al", "el", "bin", "ibn", "abu", "van", "von", "de", "di", "da", "bint", "ben"})


def with_short_names(found: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts, those with a short name as the full name in the article: the last before it, else the first."""
    full = [draft for draft in found if is_full(draft)]
    for draft in found:
        yield with_full_name(draft, full)


def surnames(found: Sequence[Draft], sentences: Sequence[Sentence], text: str) -> Iterator[Draft]:
    """Drafts of the words that are the surname or by-name of a person named in full before, where no mention has them.

    A parser often takes a surname alone for a common noun or a place; "Cook" may be taken for a role.
    """
    whole = bynames(found, text) | {
        name.split()[-1]: one
        for one in reversed(found)
        if is_full(one) and one.who.kind == "person" and len(name := one.proper or "") and name.split()[-1].isalpha()
    }
    ends = sorted((one.span.start, one.span.end) for one in found if one.form != "nominal" or one.who.actor_id)
    reached = list(accumulate((end for _, end in ends), max))
    for sentence in sentences if whole else ():
        for position, token in enumerate(sentence.tokens):
            full = whole.get(token.text)
            if full is None or token.start <= full.span.end or is_inner(sentence, position):
                continue
            before = bisect_left(ends, (token.end, 0))
            if not before or reached[before - 1] <= token.start:
                yield Draft(Span(token.start, token.end), "name", full.who, full.score, token.text, position)


def bynames(found: Sequence[Draft], text: str) -> dict[str, Draft]:
    """The names of one word that an article gives persons beside their own: 'Ana Diaz, alias "Luna"'."""
    told: dict[str, Draft] = {}
    for one in sorted(found, key=lambda one: -one.span.start):  # "the killers of Ana Diaz" are not she
        is_named = one.form == "name" and is_full(one) and one.who.kind == "person"
        behind = byname().match(text, one.span.end) if is_named else None
        if behind is not None and behind["name"][0].isupper() and behind["name"].lower() not in roles():
            told.setdefault(behind["name"], one)
    return told


@cache
def byname() -> re.Pattern[str]:
    """What stands behind a person's name and gives another."""
    cues = "|".join(cue.replace(" ", r"\s+") for cue in load("en/antecedents.yaml")["bynames"])
    return re.compile(rf",?\s+\(?(?:{cues})\s+[\"'“‘]?(?P<name>\w{{3,24}})(?=[\"'”’),.;])", re.IGNORECASE)


def is_inner(sentence: Sentence, position: int) -> bool:
    """Whether a word is part of a longer run of capitals: another's name, a street."""
    beside = (*sentence.tokens[max(0, position - 1) : position], *sentence.tokens[position + 1 : position + 2])
    return any(one.pos == "PROPN" and one.text[:1].isupper() for one in beside)


def is_full(draft: Draft) -> bool:
    """Whether a draft holds a name of several words."""
    return draft.proper is not None and draft.who.actor_id is not None and " " in draft.proper


def with_full_name(draft: Draft, full: Sequence[Draft]) -> Draft:
    """The draft as the actor of the full name that ends with its short one, or that its letters stand for."""
    if draft.proper is None or not is_guessed(draft):
        return draft
    fits = [one for one in full if one is not draft and stands_for(draft.proper, one)]
    if not fits:
        return draft
    before = [one for one in fits if one.span.start < draft.span.start]
    full_name = before[-1] if before else fits[0]
    other = draft.who if is_named_here(draft.who.actor_id) else full_name.who
    return replace(draft, who=joined(full_name.who, other))


def is_guessed(draft: Draft) -> bool:
    """Whether a name is nobody's who is known, or a surname that only one who held a post that day bears."""
    known = actor(draft.who.actor_id or "")
    if known is None:
        return is_named_here(draft.who.actor_id)
    return " " not in (draft.proper or " ") and draft.who.kind == "person" and draft.proper not in known.names


def stands_for(short: str, full: Draft) -> bool:
    """Whether a short name may be that full name."""
    name = full.proper or ""
    if short == name or len(short.split()) >= len(name.split()):
        return False
    if full.who.kind == "person":
        return f" {without_particles(name)}".endswith(f" {without_particles(short)}")
    return short.isupper() and short == "".join(word[0] for word in name.split() if word[:1].isupper())


def without_particles(name: str) -> str:
    """A name without the small words inside: "al-Jolani" and "Jolani" are the same."""
    words = name.replace("-", " ").replace("’s", "").replace("'s", "").split()
    return " ".join(word.lower() for word in words if word.lower() not in PARTICLES)


def joined(known: Who, other: Who) -> Who:
    """What is known of somebody, with what another mention adds."""
    return replace(known, country=known.country or other.country, sectors=known.sectors or other.sectors)
