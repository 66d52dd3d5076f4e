"""Versions of one story: a later number takes the place of an earlier one of the same voice, and both are kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.merge.told import Told
from dateline.records.claim import Count

Value = tuple[int | float | None, int | float | None]
Line = tuple[str, str, str]
"""Whose numbers of which kind: a story or source, the voice in it, the kind."""


def current(told: Sequence[Told], published: Mapping[str, str | None], voices: Sequence[str]) -> list[Told]:
    """The claims with those numbers alone that no later version of their story has replaced.

    A number is as old as the first version that has it: a copy that comes late with the old number replaces nothing.
    `published` is when each article came out, `voices` who speaks in each claim.
    """
    lines = [(one.story, voice) for one, voice in zip(told, voices, strict=True)]
    first = came(told, lines, published)
    return [
        without(one, [n for n in one.claim.quantities if is_old(n, first[*line, n.kind])])
        for one, line in zip(told, lines, strict=True)
    ]


def uncorrected(
    told: Sequence[Told], published: Mapping[str, str | None], voices: Sequence[str], source: Mapping[str, str]
) -> list[Told]:
    """The claims without the numbers that a later report of their own source, in the same voice, says it corrects."""
    lines = [(source[one.article_id], voice) for one, voice in zip(told, voices, strict=True)]
    mending = [n for n, one in enumerate(told) if one.corrects]
    first = came(told, lines, published)
    right = came([told[n] for n in mending], [lines[n] for n in mending], published)

    def is_wrong(count: Count, line: tuple[str, str]) -> bool:
        value, of = (count.low, count.high), (*line, count.kind)
        mine, mended = first[of][value], right.get(of, {})
        return bool(mine) and value not in mended and any(later(day, mine) for day in mended.values())

    return [
        without(one, [n for n in one.claim.quantities if is_wrong(n, line)])
        for one, line in zip(told, lines, strict=True)
    ]


def came(
    told: Sequence[Told], lines: Sequence[tuple[str, str]], published: Mapping[str, str | None]
) -> dict[Line, dict[Value, str]]:
    """For each line of numbers the day on which each number was first told."""
    first: dict[Line, dict[Value, str]] = {}
    for one, line in zip(told, lines, strict=True):
        day = published.get(one.article_id) or ""
        for count in one.claim.quantities:
            known = first.setdefault((*line, count.kind), {})
            known[count.low, count.high] = min(day, known.get((count.low, count.high), day))
    return first


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
