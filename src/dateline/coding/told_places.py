"""The places of a sentence where events may be: those that it names, and those that it tells by whose they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dateline.coding.borders import borders_of
from dateline.coding.grounds import grounds_of
from dateline.coding.parts import is_only_where
from dateline.coding.tree import Tree
from dateline.lexicon.files import load
from dateline.records.mention import ActorMention, PlaceMention

HYPHENS = "-–"
NEARBY = 12
"""Characters before a name in which such a word stands."""
MAIN = 2


def told_places(
    tree: Tree, text: str, places: Sequence[PlaceMention], actors: Sequence[ActorMention], main: Sequence[str]
) -> list[PlaceMention]:
    """The places of a sentence, in the order of the text, of which it names some; a border in place of the countries
    in its words."""
    borders = borders_of(tree, text, actors, main)
    grounds = [one for one in grounds_of(tree, text, actors) if not any(one.overlaps(other) for other in borders)]
    named = [one for one in places if not is_side(text, one) and not any(other.holds(one) for other in borders)]
    told = [one for one in grounds if one not in named]
    return sorted([*named, *told, *borders], key=lambda one: one.start)


def scenes_of(text: str, told: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Those of the places of a sentence that are not named only to say where another of them lies."""
    return [one for one in told if not is_only_where(text, one, told)]


def is_side(text: str, place: PlaceMention) -> bool:
    """Whether a name only says for or against whom somebody is: "pro-Jakarta militiamen"."""
    before = text[max(0, place.start - NEARBY) : place.start]
    words = before.rstrip(HYPHENS).casefold().split() if before.endswith(tuple(HYPHENS)) else []
    return words[-1:] != [] and words[-1] in load("en/actor_words.yaml")["prefixes"]


def main_countries(actors: Sequence[ActorMention]) -> list[str]:
    """The two countries that most of those who are known are of."""
    named = Counter(one.country for one in actors if one.country and one.actor_id)
    return [country for country, _ in named.most_common(MAIN)]
