"""Other names that an article gives somebody: "better known as Gabino", "the Human Rights League (LDH)", "or HEP"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from dateline.lexicon.actors import actor
from dateline.lexicon.files import load
from dateline.records.ids import is_named_here
from dateline.resolve.people import joined
from dateline.resolve.scene import Draft
from dateline.resolve.who import Who

IN_BRACKETS = re.compile(r"\s*\((?:the\s+)?$")
OR_SO = re.compile(r",\s+or\s+(?:the\s+)?$")
CLOSING = re.compile(r"['\"’”]?\s*[),.;]")
FARTHEST = 60
"""Characters between two names of one actor."""
BEHIND = 3
"""Characters behind a name that are looked at."""
SHORTEST, LONGEST = 2, 8
"""Letters of initials."""


def with_aliases(found: Sequence[Draft], text: str) -> list[Draft]:
    """The drafts, those with a name that the article gives somebody as another one as of that somebody."""
    meant: dict[str, Who] = {}
    for one, other in named_twice(found, text):
        is_short = is_initials(other.proper or "")
        known, guessed = (other, one) if is_guess(one) and not (is_guess(other) or is_short) else (one, other)
        if guessed.proper is not None and (is_guess(guessed) or is_short):
            meant.setdefault(guessed.proper, as_told(known.who, guessed.who))
    return [replace(one, who=meant[one.proper]) if one.proper in meant else one for one in found]


def named_twice(found: Sequence[Draft], text: str) -> Iterator[tuple[Draft, Draft]]:
    """Two drafts each that an article says are one: the first has a name or is known, the second is a name."""
    persons = [one for one in found if one.form != "pronoun"]
    ordered = sorted(persons, key=lambda one: (one.span.end, one.form == "name", -one.span.start))
    for one, other in pairwise(ordered):
        is_apart = one.span.end < other.span.start <= one.span.end + FARTHEST
        if not is_apart or one.who.actor_id is None or one.who.kind == "state" or other.form != "name":
            continue
        between = text[one.span.end : other.span.start]
        is_short = one.who.kind != "person" and is_short_form(between, text[other.span.end :][:BEHIND], other)
        if is_short or (called().fullmatch(between) and not is_unlike(one, other)):
            yield one, other


def is_short_form(between: str, behind: str, other: Draft) -> bool:
    """Whether initials stand in brackets, or behind "or", right after a name: "the Relief League (LNS)"."""
    if not is_initials(other.proper or "") or not CLOSING.match(behind):
        return False
    return IN_BRACKETS.fullmatch(between) is not None or OR_SO.fullmatch(between) is not None


def is_unlike(one: Draft, other: Draft) -> bool:
    """Whether one is a person and the other surely none: "the minister, formerly Barclays chief"."""
    are_known = actor(one.who.actor_id or "") is not None or actor(other.who.actor_id or "") is not None
    return are_known and one.who.kind != other.who.kind


def as_told(known: Who, guessed: Who) -> Who:
    """Somebody with what another name of his adds, where that is nobody else's."""
    return joined(known, guessed) if actor(guessed.actor_id or "") is None else known


def is_guess(one: Draft) -> bool:
    """Whether nobody is known by a name."""
    return is_named_here(one.who.actor_id)


def is_initials(name: str) -> bool:
    """Whether a name is in capitals, as short forms are."""
    return name.isupper() and SHORTEST <= len(name) <= LONGEST and name.replace("-", "").isalpha()


@cache
def called() -> re.Pattern[str]:
    """What stands between a name and another name of the same actor."""
    cues = "|".join(cue.replace(" ", r"\s+") for cue in load("en/antecedents.yaml")["called"])
    clause = r"(?:(?:who|which|that)\s+(?:is|was|are)\s+)?"
    return re.compile(rf",?\s+\(?{clause}(?:{cues})\s+(?:the\s+)?[\"'“‘]?", re.IGNORECASE)
