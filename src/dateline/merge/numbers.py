"""The numbers told of an event, for each claimant, with the extremes and a best guess.

Those of whom it befell come before those of who did it (`losses.py`); a raid may kill both.

The best guess is the number that most claimants give who are no party to the event; of several the lowest, since
conflict data sets count conservatively. Where only parties give numbers, theirs are used in the same way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from dateline.merge.losses import ACTORS, losses
from dateline.merge.told import Told
from dateline.records.claim import Count
from dateline.records.event import CountByClaimant, EventCount

Number = int | float


def counts(told: Sequence[Told], voice: Callable[[Told], str]) -> tuple[EventCount, ...]:
    """The numbers of a cluster of claims, a record for each kind and side."""
    own = losses(told)
    kinds = sorted({(count.kind, one.key in own) for one in told for count in one.claim.quantities})
    return tuple(
        replace(
            of_kind(kind, [one for one in told if (one.key in own) == is_own], voice), of=ACTORS if is_own else None
        )
        for kind, is_own in kinds
    )


def of_kind(kind: str, told: Sequence[Told], voice: Callable[[Told], str]) -> EventCount:
    """The numbers of one kind that some claims give."""
    given: dict[str, list[tuple[Told, Count]]] = {}
    for one in told:
        for count in one.claim.quantities:
            if count.kind == kind:
                given.setdefault(voice(one), []).append((one, count))
    lows = [count.low for pairs in given.values() for _, count in pairs if count.low is not None]
    highs = [count.high for pairs in given.values() for _, count in pairs if count.high is not None]
    by_claimant = tuple(of_claimant(name, pairs) for name, pairs in sorted(given.items()))
    return EventCount(kind, min(lows, default=None), best(given), max(highs, default=None), by_claimant)


def of_claimant(name: str, pairs: Sequence[tuple[Told, Count]]) -> CountByClaimant:
    """What one claimant says."""
    lows = [count.low for _, count in pairs if count.low is not None]
    highs = [count.high for _, count in pairs if count.high is not None]
    return CountByClaimant(
        name, min(lows, default=None), max(highs, default=None), tuple(sorted({one.key for one, _ in pairs}))
    )


def best(given: dict[str, list[tuple[Told, Count]]]) -> Number | None:
    """The number that most claimants give, those who are no party first; the lowest of several."""
    neutral = {name: pairs for name, pairs in given.items() if not any(one.claim.claimant_is_party for one, _ in pairs)}
    votes: Counter[Number] = Counter()
    for pairs in (neutral or given).values():
        votes.update(
            {value for _, count in pairs if (value := count.low if count.low is not None else count.high) is not None}
        )
    return min(votes, key=lambda value: (-votes[value], value)) if votes else None
