"""Claims joined into clusters, one for each happening, that never grow over many days or kilometres."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from dateline.merge.matching import km_apart, precision
from dateline.records.claim import Claim
from dateline.step import Judge

MOST_DAYS = 3
MOST_KM = 60.0
LARGEST_BLOCK = 400
"""A block of more claims is compared only with neighbours in order: names that stand in every report tell nothing apart."""


@dataclass(frozen=True)
class Told:
    """A claim with the id of its article."""

    article_id: str
    claim: Claim

    @property
    def key(self) -> str:
        """What the claim is known by across articles."""
        return f"{self.article_id}/{self.claim.id}"


@dataclass(frozen=True)
class Cluster:
    """Claims that tell one happening, and how far they reach."""

    members: tuple[int, ...]
    begin: date | None
    finish: date | None

    def with_(self, other: Cluster) -> Cluster:
        """Both together."""
        begins = [day for day in (self.begin, other.begin) if day]
        ends = [day for day in (self.finish, other.finish) if day]
        return Cluster(tuple(sorted(self.members + other.members)), min(begins, default=None), max(ends, default=None))

    def is_small(self) -> bool:
        """Whether the cluster stays within the days that one happening may be told to have taken."""
        return self.begin is None or self.finish is None or (self.finish - self.begin).days <= MOST_DAYS


def blocks(told: Sequence[Told]) -> dict[str, list[int]]:
    """Claims that may tell the same: of one type and day (or neighbouring days) with an actor, recipient or place in common."""
    found: dict[str, list[int]] = {}
    for number, one in enumerate(told):
        for key in dict.fromkeys(block_keys(one.claim)):
            found.setdefault(key, []).append(number)
    return found


def block_keys(claim: Claim) -> Iterator[str]:
    """The names of the blocks that a claim stands in."""
    ends = [end for end in (claim.actor, claim.recipient) if end]
    words = [end.actor_id or end.text.lower() for end in ends] + [
        f"country {end.country}" for end in ends if end.country
    ]
    if claim.place is not None and claim.place.place_id:
        words.append(f"place {claim.place.place_id}")
        words.append(f"in {claim.place.country}")
    for day in days_of(claim):
        for word in words:
            yield f"{claim.type}|{day}|{word}"


def days_of(claim: Claim) -> list[str]:
    """The days a claim is filed under: its own and the next, by weeks for longer times; "" without a date."""
    when = claim.when
    if when is None or when.begin is None:
        return [""]
    length = ((when.finish or when.begin) - when.begin).days
    if length > 7:
        return [f"from {when.begin.isoformat()}"]
    return [(when.begin + timedelta(days=n)).isoformat() for n in range(-1, length + 2)]


def edges(told: Sequence[Told], judge: Judge) -> list[tuple[float, int, int]]:
    """The pairs of claims that a judge finds to be the same, the surest first."""
    seen: set[tuple[int, int]] = set()
    found = []
    for members in blocks(told).values():
        for one, other in candidate_pairs(members):
            if (one, other) in seen:
                continue
            seen.add((one, other))
            judgement = judge(told[one].claim, told[other].claim)
            if judgement.same:
                found.append((judgement.score, one, other))
    return sorted(found, key=lambda edge: (-edge[0], edge[1], edge[2]))


def candidate_pairs(members: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Every pair of a block; of a huge one, each claim with the few dozen after it."""
    if len(members) <= LARGEST_BLOCK:
        yield from combinations(members, 2)
        return
    for position, one in enumerate(members):
        for other in members[position + 1 : position + 40]:
            yield one, other


def clusters(told: Sequence[Told], judge: Judge) -> list[tuple[int, ...]]:
    """The claims in clusters, by their positions. A pair that would make a cluster too long or too wide is left apart."""
    of: dict[int, Cluster] = {n: single(n, one.claim) for n, one in enumerate(told)}
    for _, one, other in edges(told, judge):
        if of[one] is of[other]:
            continue
        joined = of[one].with_(of[other])
        if joined.is_small() and fits(of[one], of[other], told):
            of |= dict.fromkeys(joined.members, joined)
    return sorted({cluster.members for cluster in of.values()})


def single(number: int, claim: Claim) -> Cluster:
    """A cluster of one claim."""
    when = claim.when
    return Cluster((number,), when.begin if when else None, when.finish if when else None)


def fits(one: Cluster, other: Cluster, told: Sequence[Told]) -> bool:
    """Whether no two fine places of two clusters lie too far apart."""
    return not any(
        (km := km_apart(told[a].claim.place, told[b].claim.place)) is not None
        and "country" not in {precision(told[a].claim.place), precision(told[b].claim.place)}
        and km > MOST_KM + (told[a].claim.place.radius_km or 0 if is_wide(told[a]) else 0)  # type: ignore[union-attr]
        for a in one.members
        for b in other.members
    )


def is_wide(told: Told) -> bool:
    """Whether the claim's place is a province or region rather than a town."""
    return precision(told.claim.place) in {"admin1", "admin2", "region"}
