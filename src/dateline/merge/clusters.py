"""Claims joined into clusters, one for each happening; no two claims of a cluster may rule one another out.

Joined are the surest pairs first (agglomeration with complete linkage over what rules out). Plain transitive joining
would chain five days of protests into one event; here the second day's claim rules out the first day's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, combinations

import numpy as np

from dateline.merge.decided import NOTHING, SURE, Decided
from dateline.merge.gist import Gist, gist, placed
from dateline.merge.grouped import Numbers
from dateline.merge.judging import EDGE, Edges, Judging, outlines
from dateline.merge.matching import SameHappening, SameInReport
from dateline.merge.pairs import LARGE, many_pairs
from dateline.merge.told import Told
from dateline.step import Judgement

Edge = tuple[float, int, int]
AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class Happening:
    """What a report tells as one happening: its claims by position, and what they say together."""

    members: tuple[int, ...]
    gist: Gist


@dataclass(slots=True, eq=False)
class Group:
    """Positions that belong together, the different gists among them, and the groups found to contradict these."""

    members: list[int]
    gists: dict[Gist, None]
    against: set[Group] = field(default_factory=set)

    def take(self, other: Group) -> None:
        """Takes in what another group holds; what contradicted it contradicts this one."""
        self.members += other.members
        self.gists |= other.gists
        for one in other.against:
            one.against.remove(other)
            one.against.add(self)
        self.against |= other.against


def clusters(
    told: Sequence[Told], across: SameHappening, inside: SameInReport, decided: Decided = NOTHING
) -> list[tuple[int, ...]]:
    """The claims in clusters, by position, each claim in one: first inside each report, then across reports."""
    nodes = happenings(told, inside, decided)
    gists = [node.gist for node in nodes]
    where = {told[n].key: place for place, node in enumerate(nodes) for n in node.members} if decided else {}
    of, judging = stories(told, nodes), Judging.of(gists, across)
    found = [judging.edges(one[of[one] != of[other]], other[of[one] != of[other]]) for one, other in many_pairs(gists)]
    found.append(np.array(decided.edges(where), EDGE))
    groups = joined(outlines(gists), surest_first(np.concatenate(found)), decided.apart(where), across.excludes)
    return sorted(tuple(sorted(n for node in group for n in nodes[node].members)) for group in groups)


def stories(told: Sequence[Told], nodes: Sequence[Happening]) -> Numbers:
    """A number for the story that tells each happening: what one story tells was judged inside it."""
    names = [told[node.members[0]].story or told[node.members[0]].article_id for node in nodes]
    return np.unique(np.array(names, object), return_inverse=True)[1] if names else np.zeros(0, np.int64)


def happenings(told: Sequence[Told], inside: SameInReport, decided: Decided = NOTHING) -> list[Happening]:
    """What each report tells, in the order of the first keys of their claims."""
    found = [one for report in reports(told) for one in report_happenings(report, told, inside, decided)]
    return sorted(found, key=lambda one: min(told[n].key for n in one.members))


def reports(told: Sequence[Told]) -> list[list[int]]:
    """The positions of the claims of each article and its copies, in the order of the text."""
    found: dict[str, list[int]] = {}
    for number, one in enumerate(told):
        found.setdefault(one.story or one.article_id, []).append(number)
    return [
        sorted(positions, key=lambda n: (told[n].claim.trigger.start, told[n].claim.id)) for positions in found.values()
    ]


def report_happenings(
    positions: Sequence[int], told: Sequence[Told], inside: SameInReport, decided: Decided = NOTHING
) -> list[Happening]:
    """What one article tells: the same words first, since one verb tells one happening."""
    verbs = tellings(positions, told, decided)
    gists = [placed([told[n] for n in members]) for members in verbs]
    where = {told[n].key: place for place, members in enumerate(verbs) for n in members} if decided else {}
    found = [*edges(gists, report_pairs(gists), inside.judge), *decided.edges(where)]
    groups = joined(gists, sorted(found, key=surest_and_nearest), decided.apart(where), inside.excludes)
    return [happening([verbs[place] for place in group], gists[group[0]], told) for group in groups]


def happening(verbs: Sequence[Sequence[int]], first: Gist, told: Sequence[Told]) -> Happening:
    """What some verbs tell together; `first` is what the first of them says, and where."""
    members = tuple(sorted(chain.from_iterable(verbs)))
    if members == tuple(verbs[0]):
        return Happening(members, replace(first, lines=()))
    return Happening(members, gist([told[n] for n in members]))


def tellings(positions: Sequence[int], told: Sequence[Told], decided: Decided = NOTHING) -> list[list[int]]:
    """The claims of one article by the verbs that tell them, in the order of the text; what people parted stays so."""
    words: dict[tuple[object, ...], list[int]] = {}
    for n in positions:
        words.setdefault((told[n].key,) if told[n].key in decided.parted else told[n].telling, []).append(n)
    return list(words.values())


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
) -> Iterator[Edge]:
    """The pairs that a judge finds to be the same, each with its score."""
    for one, other in candidates:
        if (judgement := judge(gists[one], gists[other])).same:
            yield judgement.score, one, other


def surest_first(every: Edges) -> Iterator[Edge]:
    """The edges in the order in which claims of several reports are joined."""
    order = np.lexsort((every["other"], every["one"], -every["score"]))
    for start in range(0, len(order), AT_ONCE):
        yield from every[order[start : start + AT_ONCE]].tolist()


def surest_and_nearest(edge: Edge) -> tuple[float, int, int]:
    """The order in which claims of one report are joined: of those as sure, what is told next comes first."""
    return -edge[0], edge[2] - edge[1], edge[1]


def joined(
    gists: Sequence[Gist], found: Iterable[Edge], apart: Mapping[int, set[int]], excludes: Callable[[Gist, Gist], bool]
) -> list[list[int]]:
    """The positions in groups, joined along edges where no gist of one group rules out one of the other.

    `apart` says for a position which others people parted from it; what people joined is not asked what rules it out.
    """
    of: dict[int, Group] = {}
    for score, one, other in found:
        for n in (one, other):
            if n not in of:
                of[n] = Group([n], {gists[n]: None})
        if of[one] is of[other]:
            continue
        large, small = sorted((of[one], of[other]), key=lambda group: -len(group.members))
        if parted(large, small, apart):
            continue
        if score < SURE and (bridges(large, small, gists[one], gists[other]) or contradict(large, small, excludes)):
            continue
        large.take(small)
        of |= dict.fromkeys(small.members, large)
    alone = ([n] for n in range(len(gists)) if n not in of)
    return [*alone, *{id(group): group.members for group in of.values()}.values()]


def parted(large: Group, small: Group, apart: Mapping[int, set[int]]) -> bool:
    """Whether people parted something in one group from something in the other."""
    return bool(apart) and any(not apart.get(n, set()).isdisjoint(large.members) for n in small.members)


def contradict(large: Group, small: Group, excludes: Callable[[Gist, Gist], bool]) -> bool:
    """Whether a gist of one group excludes one of the other. Groups only grow, so that what does is not asked again."""
    if large in small.against:
        return True
    if not any(excludes(a, b) for a in small.gists for b in large.gists):
        return False
    large.against.add(small)
    small.against.add(large)
    return True


def bridges(large: Group, small: Group, one: Gist, other: Gist) -> bool:
    """Whether two groups would be joined only by words that name nobody: "the attack" goes to one of them."""
    return (one.bare or other.bare) and not any(all(gist.bare for gist in group.gists) for group in (large, small))
