"""What a text is about: its rarest words, and how like those of two texts are (cosine of weighted terms).

A word is as rare as in news at large, not among the articles at hand, so that an article that comes later changes
nothing between two others.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from dateline.lexicon.stems import rarity, stem
from dateline.records.article import Article

WORD = re.compile(r"[^\W_]{2,}")
RARE = 0.42
"""From this rarity on a word tells texts apart: it stands in fewer than one of fifty sentences."""
KEPT = 40
"""Words of a text that count: the rarest, since a long text has some of everything."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The rarest words of a text with their weights; the squares of the weights add up to 1."""

    weights: dict[str, float] = field(default_factory=dict)

    def first(self, number: int) -> list[str]:
        """The heaviest words, at most so many."""
        return list(self.weights)[:number]

    def like(self, other: Terms) -> float:
        """How like two texts are, 0 to 1."""
        theirs = other.weights
        if theirs.keys().isdisjoint(self.weights):
            return 0.0
        return sum([weight * theirs[word] for word, weight in self.weights.items() if word in theirs])


NOTHING = Terms()


@lru_cache(maxsize=1024)
def subject(article: Article) -> Terms:
    """What an article is about. Claims of one article are asked after one another, so that few are kept."""
    return terms(f"{article.title or ''} {article.text}")


@lru_cache(maxsize=4096)
def terms(text: str) -> Terms:
    """The rarest words of a text, told more often or rarer in news the heavier."""
    counted = Counter(filter(None, map(rare_stem, WORD.findall(text))))
    weighed = [
        (-rare if count == 1 else -(1 + math.log(count)) * rare, word) for (word, rare), count in counted.items()
    ]
    return scaled((word, -weight) for weight, word in sorted(weighed)[:KEPT])


@lru_cache(maxsize=100_000)
def rare_stem(word: str) -> tuple[str, float] | None:
    """The stem of a word and how rare it is; None where it is too common to tell texts apart."""
    found = stem(word.casefold())
    rare = rarity(found)
    return (found, rare) if rare >= RARE else None


def scaled(weighed: Iterable[tuple[str, float]]) -> Terms:
    """The terms with the squares of their weights adding up to 1."""
    kept = list(weighed)
    length = math.sqrt(sum(weight * weight for _, weight in kept))
    return Terms({word: weight / length for word, weight in kept})
