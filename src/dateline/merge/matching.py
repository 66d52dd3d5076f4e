"""Do two claims tell the same happening? A judgement with a score and reasons.

First what rules it out, then what speaks for it, with learned weights (`training/same_happening`), some between
reports and others inside a report; `docs/decisions/0012-merging-again.md` says why.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from math import exp

from dateline.lexicon.files import load
from dateline.merge.agreements import Said, agreements
from dateline.merge.contradictions import MUTUAL, loose, other_in_report, ruled_out, timeless
from dateline.merge.gist import Gist, gist
from dateline.merge.told import Told
from dateline.merge.within import told_again
from dateline.records.claim import Claim
from dateline.step import Judgement

WEIGHTS = "models/same-happening/weights.yaml"
INSIDE = "models/same-happening/inside.yaml"
"""Of tellings of one report."""


@dataclass(frozen=True)
class Learned:
    """What was learned of pairs: weights by name, and the log odds where nothing is said."""

    bias: float
    weights: Mapping[str, float]


@cache
def learned(file: str = WEIGHTS) -> Learned:
    """The weights that ship."""
    return Learned(**load(file))


@dataclass(frozen=True)
class SameHappening:
    """Compares what claims of two reports say: type, days, place, actors, numbers and words.

    The score is the chance that it is the same, as learned; `least` says from which on it is taken for that, `undated`
    the same where one of the two has no day, `timeless` where, besides, nobody knows when one of the reports came out.
    """

    least: float = 0.79
    undated: float = 0.5
    timeless: float = 0.65

    def __call__(self, one: Claim, other: Claim, /) -> Judgement:
        """Whether two claims tell the same happening, by what they say alone."""
        return self.judge(gist([Told("", one)]), gist([Told("", other)]))

    def judge(self, one: Gist, other: Gist) -> Judgement:
        """Whether two gists tell the same happening; the score is 0 where something rules it out."""
        return max((self._judge(a, b) for a, b in ways(one, other)), key=lambda found: (found.score, found.reasons))

    def _judge(self, one: Gist, other: Gist) -> Judgement:
        against = next(ruled_out(one, other), None)
        if against is not None:
            return Judgement(False, 0.0, (against,))
        said = list(agreements(one, other))
        score = round(chance(said), 3)
        return Judgement(score >= self._least(one, other), score, tuple(words for _, _, words in said if words))

    def _least(self, one: Gist, other: Gist) -> float:
        if not (loose(one) or loose(other)):
            return self.least
        return self.undated if timeless(one) == timeless(other) else self.timeless

    def excludes(self, one: Gist, other: Gist) -> bool:
        """Whether two gists cannot tell the same happening, whichever way round: ends rule nothing out."""
        return next(ruled_out(one, other), None) is not None


@dataclass(frozen=True)
class SameInReport:
    """Compares what claims of one report say: there a happening is told again in fewer words, the day unsaid."""

    least: float = 0.55

    def judge(self, one: Gist, other: Gist) -> Judgement:
        """Whether two gists tell the same happening; the score is 0 where something rules it out."""
        return max((self._judge(a, b) for a, b in ways(one, other)), key=lambda found: (found.score, found.reasons))

    def _judge(self, one: Gist, other: Gist) -> Judgement:
        against = next((why for rule in (ruled_out, other_in_report) for why in rule(one, other)), None)
        if against is not None:
            return Judgement(False, 0.0, (against,))
        said = list(told_again(one, other))
        score = round(chance(said, INSIDE), 3)
        return Judgement(score >= self.least, score, ("same report", *(words for _, _, words in said if words)))

    def excludes(self, one: Gist, other: Gist) -> bool:
        """Whether two gists cannot tell the same happening."""
        return all(
            next((why for rule in (ruled_out, other_in_report) for why in rule(a, b)), None) is not None
            for a, b in ways(one, other)
        )


def ways(one: Gist, other: Gist) -> list[tuple[Gist, Gist]]:
    """How two gists may fit: of what has no direction, who acts in one may be who was met in the other."""
    if one.type not in MUTUAL:
        return [(one, other)]
    return [(a, b) for a in (one, one.turned()) for b in (other, other.turned())]


def chance(said: Iterable[Said], file: str = WEIGHTS) -> float:
    """How likely it is that two tellings that agree and differ so are of the same happening, 0 to 1 (logistic)."""
    odds = learned(file).bias + sum(learned(file).weights.get(name, 0.0) * much for name, much, _ in said)
    return float(1 / (1 + exp(-odds)))
