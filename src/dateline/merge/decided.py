"""What people decided of claims: these are the same happening, those are not. It wins over what the program finds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from dateline.records.claim import Claim
from dateline.records.decision import DIFFERENT, SAME, Decision, Named

Pair = tuple[str, str]
SURE = 2.0
"""The score of what a person decided; the program's own go up to 1."""


@dataclass(frozen=True)
class Decided:
    """Pairs of claims ("article/claim", the lower first) that people joined, and pairs that they parted."""

    same: frozenset[Pair] = frozenset()
    different: frozenset[Pair] = frozenset()

    @classmethod
    def of(cls, decisions: Iterable[Decision], claims: Mapping[str, Sequence[Claim]]) -> Decided:
        """The last word on each pair; decisions come as they were made, `claims` are those of each article named."""
        same: dict[Pair, None] = {}
        different: dict[Pair, None] = {}
        for one in decisions:
            if one.kind not in {SAME, DIFFERENT}:
                continue
            ends = [[key for named in end if (key := found(named, claims))] for end in (one.ones, one.others)]
            pairs = dict.fromkeys((min(pair), max(pair)) for pair in product(*ends) if len({*pair}) > 1)
            said, against = (same, different) if one.kind == SAME else (different, same)
            for pair in pairs:
                against.pop(pair, None)
            said.update(pairs)
        return cls(frozenset(same), frozenset(different))

    def __bool__(self) -> bool:
        """Whether people decided anything."""
        return bool(self.same or self.different)

    @property
    def parted(self) -> frozenset[str]:
        """The claims that somebody parted from others."""
        return frozenset(claim for pair in self.different for claim in pair)

    def edges(self, where: Mapping[str, int]) -> list[tuple[float, int, int]]:
        """The joined pairs as edges between what holds the claims; `where` has the position of each claim."""
        return [(SURE, *ends) for ends in placed(self.same, where)]

    def apart(self, where: Mapping[str, int]) -> dict[int, set[int]]:
        """For what holds a parted claim, the positions of all that it must not be joined with."""
        found: dict[int, set[int]] = {}
        for one, other in placed(self.different, where):
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
        return found


def found(named: Named, claims: Mapping[str, Sequence[Claim]]) -> str | None:
    """The key of the claim that a decision is about; None where the article tells it no more."""
    best = named.claim_in(claims.get(named.article_id, ()))
    return None if best is None else f"{named.article_id}/{best.id}"


def placed(pairs: Iterable[Pair], where: Mapping[str, int]) -> list[tuple[int, int]]:
    """The pairs by position, the lower first, those that are there and apart."""
    known = [(where[one], where[other]) for one, other in pairs if one in where and other in where]
    return sorted({(min(pair), max(pair)) for pair in known if pair[0] != pair[1]})


NOTHING = Decided()
