"""Known names that are nearly some words: other transliterations and slips of the pen ("Afganistan", "Gbago")."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from rapidfuzz import fuzz, process

from dateline.lexicon.actors import STATE, actors
from dateline.lexicon.in_force import kept
from dateline.lexicon.names import plain_characters

SHORTEST = 6
"""Letters of a word by itself that may be a name written otherwise."""
ALIKE_WORD, ALIKE_WORDS = 90.0, 92.0
"""How alike, of 100, a state's name of one word, and a name of several, has to be."""


@kept(20_000)
def near_name(words: str) -> str | None:
    """The id of whose name some words nearly are: a state's of one word, anybody's of several; None where unsure.

    The measure is the normalised edit distance of insertions and deletions (RapidFuzz's `ratio`); only names with the
    same first letter are compared, and two different actors that are as near leave it open.
    """
    plain = plain_characters(words).strip()
    is_several = " " in plain
    if len(plain) < SHORTEST or not plain[:1].isupper():
        return None
    names = bearers()[is_several].get(plain[0], {})
    cutoff = ALIKE_WORDS if is_several else ALIKE_WORD
    found = process.extract(plain, names.keys(), scorer=fuzz.ratio, score_cutoff=cutoff, limit=3)
    best = {names[name] for name, score, _ in found if score == found[0][1]}
    return best.pop() if len(best) == 1 else None


@kept()
def bearers() -> tuple[Mapping[str, Mapping[str, str]], Mapping[str, Mapping[str, str]]]:
    """By first letter the names of one word, of states, and those of several, of all; each with whose it is.

    Names that several bear are left out.
    """
    alone: dict[str, dict[str, str]] = {}
    several: dict[str, dict[str, str]] = {}
    shared: set[str] = set()
    for one in actors().values():
        for name in map(plain_characters, one.names):
            table = several if " " in name else alone
            if len(name) < SHORTEST or (table is alone and not one.id.startswith(STATE)):
                continue
            letters = table.setdefault(name[0], {})
            shared |= {name} if letters.setdefault(name, one.id) != one.id else set()
    for table in (alone, several):
        for letters in table.values():
            for name in shared & letters.keys():
                del letters[name]
    return MappingProxyType(alone), MappingProxyType(several)
