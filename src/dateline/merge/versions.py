"""Versions of one story: a later number takes the place of an earlier one of the same voice, and both are kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.merge.told import Told
from dateline.records.claim import Count

Value = tuple[int | float | None, int | float | None]


def current(told: Sequence[Told], published: Mapping[str, str | None], voices: Sequence[str]) -> list[Told]:
    """The claims with those numbers alone that no later version of their story has replaced.

    A number is as old as the first version that has it: a copy that comes late with the old number replaces nothing.
    `published` is when each article came out, `voices` who speaks in each claim.
    """
    first: dict[tuple[str, str, str], dict[Value, str]] = {}
    for one, voice in zip(told, voices, strict=True):
        for count in one.claim.quantities:
            came = first.setdefault((one.story, voice, count.kind), {})
            day = published.get(one.article_id) or ""
            came[count.low, count.high] = min(day, came.get((count.low, count.high), day))
    return [
        without(one, [n for n in one.claim.quantities if is_old(n, first[one.story, voice, n.kind])])
        for one, voice in zip(told, voices, strict=True)
    ]


def is_old(count: Count, came: Mapping[Value, str]) -> bool:
    """Whether a number came before the newest of its voice. What came at an unknown time, or on one day, is not."""
    mine = came[count.low, count.high]
    return bool(mine) and any(later(other, mine) for other in came.values())


def later(one: str, other: str) -> bool:
    """Whether a date came surely after another: by the day, and by the hour where both tell it alike."""
    return one > other if len(one) == len(other) else one[:10] > other[:10]


def without(told: Told, old: Sequence[Count]) -> Told:
    """The claim without some numbers."""
    kept = tuple(count for count in told.claim.quantities if count not in old)
    return replace(told, claim=replace(told.claim, quantities=kept)) if old else told
