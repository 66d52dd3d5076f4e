"""The words for what goes on for weeks: "the offensive", "weeks of shelling"."""

from __future__ import annotations

import re
from functools import cache

from dateline.lexicon.files import load
from dateline.lexicon.notices import any_of

SOURCE = "en/campaigns.yaml"


@cache
def campaign_words() -> frozenset[str]:
    """The nouns that tell a campaign by themselves, in small letters."""
    return frozenset(one["word"] for one in load(SOURCE)["words"])


@cache
def stretch_pattern() -> re.Pattern[str]:
    """What finds, in the text before an event, the time that it fills: "weeks of ", "month-long air "."""
    stretches = any_of([one["word"] for one in load(SOURCE)["stretches"]])
    return re.compile(rf"\b(?:{stretches})(?:s\s+of|-long)(?:\s+[\w-]+){{0,2}}\s+$", re.IGNORECASE)


@cache
def small_words() -> frozenset[str]:
    """The words that may stand between deeds and what they did: "bombings that have killed", "killed in the raids"."""
    return frozenset(load(SOURCE)["between"])
