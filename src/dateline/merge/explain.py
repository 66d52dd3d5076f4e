"""Why the claims of an event were joined, for people to judge."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from dateline.merge.clusters import report_happenings, reports
from dateline.merge.gist import Gist, gist, placed
from dateline.merge.matching import SameHappening, SameInReport
from dateline.merge.told import Told, told
from dateline.records.article import Article
from dateline.records.claim import Claim
from dateline.step import Judgement

SAME_WORDS = Judgement(True, 1.0, ("same words",))
COMPARED = 50
"""Claims that each further one is compared with: to say why it belongs, the first reports do."""


@dataclass(frozen=True, slots=True)
class Join:
    """Two claims ("article/claim") of one event, and what made them one."""

    one: str
    other: str
    judgement: Judgement

    def __str__(self) -> str:
        """The claims, the reasons and the score in one line."""
        return f"{self.one} and {self.other}: {', '.join(self.judgement.reasons)} ({self.judgement.score:g})"


def reasons(claims: Iterable[tuple[Article, Claim]]) -> tuple[str, ...]:
    """A line for each claim of an event but the first: with which other one it agrees, and in what."""
    return tuple(str(join) for join in joins([told(article, claim) for article, claim in claims]))


def joins(
    claims: Sequence[Told], across: SameHappening | None = None, inside: SameInReport | None = None
) -> tuple[Join, ...]:
    """What ties the claims of an event: first those of each report, then the reports."""
    claims = sorted(claims, key=lambda one: one.key)
    inside = inside or SameInReport()
    found: list[Join] = []
    groups: list[list[Told]] = []
    for report in reports(claims):
        for one in report_happenings(report, claims, inside):
            groups.append([claims[n] for n in one.members])
            found += tied([[claims[n]] for n in one.members], placed, inside.judge)
    return (*found, *tied(groups, gist, (across or SameHappening()).judge))


def tied(
    groups: Sequence[Sequence[Told]],
    gist_of: Callable[[Sequence[Told]], Gist],
    judge: Callable[[Gist, Gist], Judgement],
) -> list[Join]:
    """For each group after the first the surest tie to one before it."""
    gists = [gist_of(group) for group in groups]
    found = []
    for n in range(1, len(groups)):
        ties = [(compared(groups[m], groups[n], judge(gists[m], gists[n])), -m) for m in range(min(n, COMPARED))]
        judgement, m = max(ties, key=lambda tie: (tie[0].score, tie[1]))
        found.append(Join(groups[-m][0].key, groups[n][0].key, judgement))
    return found


def compared(one: Sequence[Told], other: Sequence[Told], judgement: Judgement) -> Judgement:
    """The judgement, unless both tell it in the same words: another claim of one verb, or a copy of the sentence."""
    same = {telling.telling for telling in one} & {telling.telling for telling in other}
    return SAME_WORDS if same else judgement
