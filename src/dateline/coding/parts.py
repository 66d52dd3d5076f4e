"""Towns that a sentence names only to say where something lies: "the Karrada district of Baghdad"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from dateline.lexicon.files import load
from dateline.records.mention import PlaceMention

TOWN = "settlement"
PARTS = frozenset({None, "point", "settlement", "admin2"})
REACH = 60


def is_only_where(text: str, town: PlaceMention, others: Iterable[PlaceMention]) -> bool:
    """Whether a town is named only to say where the place before it lies: a part of it, or one beside it.

    "The Karrada district of Baghdad", "Minova, 45 km west of Goma", "Hibhib, a small town near Baquba".
    """
    if town.precision != TOWN:
        return False
    near = (one for one in others if one.end <= town.start <= one.end + REACH and one.precision in PARTS)
    return any(one.country in {None, town.country} and lying().fullmatch(text, one.end, town.start) for one in near)


@cache
def lying() -> re.Pattern[str]:
    """What stands between a place and the town by which it is told where it lies."""
    words, kinds = load("places/words.yaml"), "|".join(load("en/circumstances.yaml")["kinds"])
    compass, directions = "|".join(words["compass"]), "|".join(words["directions"])
    what = rf"(?:\s(?:{kinds}))?|,\san?\s(?:[\w-]+\s){{0,3}}(?:{kinds})"
    far = r"(?:about\s|some\s|just\s|around\s)?(?:[\d.,]{1,6}\s?(?:km|kilomet(?:er|re)s?|miles?)\s)?(?:to\sthe\s)?"
    side = rf"{far}(?:(?:{compass})\sof|outside|near)"
    within = rf"(?:of|in)(?:\s(?:{directions})){{0,3}}(?:\s(?:{kinds})\sof)?"
    seat = r"(?:the\s)?(?:(?:[a-z]+\s){0,2}(?:capital|city|town),?\s(?:of\s)?)?"  # "outside the capital, Bujumbura"
    return re.compile(rf"(?:{what}),?\s(?:{side}|{within})\s{seat}", re.IGNORECASE)
