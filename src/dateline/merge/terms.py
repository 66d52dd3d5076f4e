"""What a text is about: its rarest words, and how like those of two texts are (cosine of weighted terms).

A word is as rare as in news at large, not among the articles at hand, so that an article that comes later changes
nothing between two others.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from struct import pack

import numpy as np
from numpy.typing import NDArray

from dateline.lexicon.stems import rarity, stem
from dateline.records.article import Article

WORD = re.compile(r"[^\W_]{2,}")
RARE = 0.42
"""From this rarity on a word tells texts apart: it stands in fewer than one of fifty sentences."""
KEPT = 40
"""Words of a text that count: the rarest, since a long text has some of everything."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The rarest words of a text, the heaviest first, with their weights; the squares of the weights add up to 1.

    A million reports each have some: the words stand in one string, a blank between them, the weights as 64-bit floats
    in bytes.
    """

    told: str = ""
    heavy: bytes = b""

    @property
    def words(self) -> list[str]:
        """The words."""
        return self.told.split()

    @property
    def weights(self) -> NDArray[np.float64]:
        """The weight of each."""
        return np.frombuffer(self.heavy, "<f8")

    def first(self, number: int) -> list[str]:
        """The heaviest words, at most so many."""
        return self.told.split(maxsplit=number)[:number]

    def like(self, other: Terms) -> float:
        """How like two texts are, 0 to 1."""
        theirs: dict[str, float] = dict(zip(other.words, other.weights.tolist(), strict=True))
        mine: Iterable[tuple[str, float]] = zip(self.words, self.weights.tolist(), strict=True)
        return sum([weight * theirs[word] for word, weight in mine if word in theirs])


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
    return Terms(" ".join(word for word, _ in kept), pack(f"<{len(kept)}d", *(weight / length for _, weight in kept)))
