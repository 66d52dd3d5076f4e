"""Do two claims tell the same happening? A judgement with a score and reasons.

First what rules it out, then what speaks for it: each agreement has a weight, and from `least` on it is the same.
Weights and limits are set by hand; `docs/decisions/0007-merging.md` says why.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.merge.agreements import (
    Weighed,
    day,
    ends,
    how,
    numbers,
    place,
    roles,
    same_place,
    story,
    together,
    unplaced,
    weekday,
)
from dateline.merge.contradictions import (
    MUTUAL,
    other_matter,
    other_town,
    ruled_out,
    ruled_out_either_way,
    undated,
)
from dateline.merge.gist import Gist, gist
from dateline.merge.told import Told
from dateline.records.claim import Claim
from dateline.step import Judgement

ACROSS = (day, weekday, place, unplaced, ends, how, numbers, story)
INSIDE = (roles, together, same_place, how, numbers)


@dataclass(frozen=True)
class SameHappening:
    """Compares what claims of two reports say: type, days, place, actors, numbers and words."""

    least: float = 0.65

    def __call__(self, one: Claim, other: Claim, /) -> Judgement:
        """Whether two claims tell the same happening, by what they say alone."""
        return self.judge(gist([Told("", one)]), gist([Told("", other)]))

    def judge(self, one: Gist, other: Gist) -> Judgement:
        """Whether two gists tell the same happening; the score is 0 where something rules it out."""
        if one.type in MUTUAL and next(ruled_out_either_way(one, other), None) is None:
            ways = [(a, b) for a in (one, one.turned()) for b in (other, other.turned())]
            return max((self._judge(a, b) for a, b in ways), key=lambda found: (found.score, found.reasons))
        return self._judge(one, other)

    def _judge(self, one: Gist, other: Gist) -> Judgement:
        against = next((why for rule in (ruled_out, other_matter, undated) for why in rule(one, other)), None)
        if against is not None:
            return Judgement(False, 0.0, (against,))
        found = [weight for said in ACROSS for weight in said(one, other)]
        return judged(found, self.least)


@dataclass(frozen=True)
class SameInReport:
    """Compares what claims of one report say: there a happening is told again in fewer words, the day unsaid."""

    least: float = 0.6

    def judge(self, one: Gist, other: Gist) -> Judgement:
        """Whether two gists tell the same happening; the score is 0 where something rules it out."""
        against = next((why for rule in (ruled_out, other_matter, other_town) for why in rule(one, other)), None)
        if against is not None:
            return Judgement(False, 0.0, (against,))
        found = [weight for said in INSIDE for weight in said(one, other)]
        return judged(found, self.least)


def judged(found: list[Weighed], least: float) -> Judgement:
    """A judgement from what speaks for and against it."""
    score = round(min(1.0, max(0.0, sum(weight for weight, _ in found))), 3)
    return Judgement(score >= least, score, tuple(reason for _, reason in found))


def excludes(one: Gist, other: Gist) -> bool:
    """Whether two gists cannot tell the same happening."""
    if next(ruled_out(one, other), None) is None:
        return False
    if one.type not in MUTUAL or next(ruled_out_either_way(one, other), None) is not None:
        return True
    return next(ruled_out(one, other.turned()), None) is not None
