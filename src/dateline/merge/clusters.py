"""Claims joined into clusters, one for each happening; no two claims of a cluster may rule one another out.

Joined are the surest pairs first (agglomeration with complete linkage over what rules out). Plain transitive joining
would chain five days of protests into one event; here the second day's claim rules out the first day's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from dateline.merge.blocks import LARGE, pairs
from dateline.merge.gist import Gist, gist, placed
from dateline.merge.matching import SameHappening, SameInReport, excludes
from dateline.merge.told import Told
from dateline.step import Judgement

Edge = tuple[float, int, int]


@dataclass
class Group:
    """Positions that belong together, and the different gists among them."""

    members: list[int]
    gists: dict[Gist, None]


def clusters(told: Sequence[Told], across: SameHappening, inside: SameInReport) -> list[tuple[int, ...]]:
    """The claims in clusters, by position, each claim in one: first inside each report, then across reports."""
    happenings = [members for report in reports(told) for members in report_clusters(report, told, inside)]
    gists = [gist([told[n] for n in members]) for members in happenings]
    found = joined(gists, edges(gists, pairs(gists), across.judge))
    return sorted(tuple(sorted(n for h in group for n in happenings[h])) for group in found)


def reports(told: Sequence[Told]) -> list[list[int]]:
    """The positions of the claims of each article and its copies, in the order of the text."""
    found: dict[str, list[int]] = {}
    for number, one in enumerate(told):
        found.setdefault(one.story or one.article_id, []).append(number)
    return [
        sorted(positions, key=lambda n: (told[n].claim.trigger.start, told[n].claim.id)) for positions in found.values()
    ]


def report_clusters(positions: Sequence[int], told: Sequence[Told], inside: SameInReport) -> list[list[int]]:
    """The claims of one article in clusters: the same words first, since one verb tells one happening."""
    words: dict[tuple[object, ...], list[int]] = {}
    for n in positions:
        words.setdefault(told[n].telling, []).append(n)
    happenings = list(words.values())
    gists = [placed([told[n] for n in members]) for members in happenings]
    found = joined(gists, edges(gists, report_pairs(gists), inside.judge))
    return [sorted(n for h in group for n in happenings[h]) for group in found]


def report_pairs(gists: Sequence[Gist]) -> Iterable[tuple[int, int]]:
    """The pairs of one article to compare: all of a type, in a very long text only what is told soon after."""
    types: dict[tuple[str, bool], list[int]] = {}
    for n, one in enumerate(gists):
        for kind in one.kinds:
            types.setdefault((kind, one.open), []).append(n)
    for members in types.values():
        if len(members) <= LARGE:
            yield from combinations(members, 2)
        else:
            yield from ((a, b) for place, a in enumerate(members) for b in members[place + 1 : place + LARGE])


def edges(
    gists: Sequence[Gist], candidates: Iterable[tuple[int, int]], judge: Callable[[Gist, Gist], Judgement]
) -> list[Edge]:
    """The pairs that a judge finds to be the same: the surest first, of those as sure the nearest."""
    found = [
        (judgement.score, one, other)
        for one, other in candidates
        if (judgement := judge(gists[one], gists[other])).same
    ]
    return sorted(found, key=lambda edge: (-edge[0], edge[2] - edge[1], edge[1]))


def joined(gists: Sequence[Gist], found: Sequence[Edge]) -> list[list[int]]:
    """The positions in groups, joined along edges where no gist of one group rules out one of the other."""
    of = {n: Group([n], {one: None}) for n, one in enumerate(gists)}
    for _, one, other in found:
        large, small = sorted((of[one], of[other]), key=lambda group: -len(group.members))
        if large is small or bridges(large, small, gists[one], gists[other]):
            continue
        if any(excludes(a, b) for a in small.gists for b in large.gists):
            continue
        large.members += small.members
        large.gists |= small.gists
        of |= dict.fromkeys(small.members, large)
    return list({id(group): group.members for group in of.values()}.values())


def bridges(large: Group, small: Group, one: Gist, other: Gist) -> bool:
    """Whether two groups would be joined only by words that name nobody: "the attack" goes to one of them."""
    return (one.bare or other.bare) and not any(all(gist.bare for gist in group.gists) for group in (large, small))
