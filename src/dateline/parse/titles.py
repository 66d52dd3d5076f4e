"""Headlines In Title Case: which capitals are only typography."""

from __future__ import annotations

from functools import cache

from dateline.lexicon.files import load
from dateline.lexicon.predicates import all_governors, all_light_verbs, all_predicates
from dateline.lexicon.roles import roles

FEWEST = 4
"""A line of fewer words may well be a name."""
ENDINGS = ("ied", "ies", "ed", "es", "d", "s", "ing", "")


def is_titled(words: list[str]) -> bool:
    """Whether nearly every longer word of a line begins with a capital, and some of them are no names."""
    longer = [word for word in words if len(word) > 3 and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in longer)
    return len(longer) >= FEWEST and capitals >= 0.8 * len(longer) and sum(map(is_common, longer[1:])) >= 2


@cache
def common_words() -> frozenset[str]:
    """The lemmas that our lexicons know as ordinary words, and the little words of headlines."""
    lemmas = {one.lemma for one in all_predicates()} | {one.lemma for one in all_governors()}
    lemmas |= {one.lemma for one in all_light_verbs()}
    lemmas |= {word for phrase in roles() for word in phrase.split()}
    return frozenset(lemmas | set(load("en/title_words.yaml")))


def is_common(word: str) -> bool:
    """Whether a word, without its ending, is an ordinary one: "Launches", "Killed", "Troops"."""
    lower = word.lower()
    stems = [lower.removesuffix(ending) for ending in ENDINGS if lower.endswith(ending)]
    stems += [f"{stem}e" for stem in stems] + [f"{stem}y" for stem in stems] + [stem[:-1] for stem in stems]
    return any(len(stem) > 2 and stem in common_words() for stem in stems) or lower in common_words()
