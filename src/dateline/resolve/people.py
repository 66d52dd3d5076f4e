"""Short names: "Lavrov" after "Sergei Lavrov", and initials that an article gives ("Free Syrian Army (FSA)")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.resolve.scene import Draft
from dateline.resolve.who import Who

PARTICLES = frozenset({"al", "el", "bin", "ibn", "abu", "van", "von", "de", "di", "da", "bint", "ben"})


def with_short_names(found: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts, those with a short name as the full name in the article: the last before it, else the first."""
    full = [draft for draft in found if is_full(draft)]
    for draft in found:
        yield with_full_name(draft, full)


def is_full(draft: Draft) -> bool:
    """Whether a draft holds a name of several words."""
    return draft.proper is not None and draft.who.actor_id is not None and " " in draft.proper


def with_full_name(draft: Draft, full: Sequence[Draft]) -> Draft:
    """The draft as the actor of the full name that ends with its short one, or that its letters stand for."""
    if draft.proper is None or not (draft.who.actor_id or "").startswith("name:"):
        return draft
    fits = [one for one in full if one is not draft and stands_for(draft.proper, one)]
    if not fits:
        return draft
    before = [one for one in fits if one.span.start < draft.span.start]
    return replace(draft, who=joined((before[-1] if before else fits[0]).who, draft.who))


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
