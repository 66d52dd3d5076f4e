"""Which spans hold which."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.records.text import Span


def innermost(holders: Sequence[tuple[str, Span]], held: Sequence[tuple[str, str, Span]]) -> dict[str, str]:
    """For each held span (its key, the name of a holder that does not count, the span) the name of its smallest holder.

    Those that nothing holds are left out.
    """
    waiting = sorted(holders, key=lambda one: (one[1].start, -one[1].end))
    active: list[tuple[str, Span]] = []
    found: dict[str, str] = {}
    place = 0
    for key, barred, span in sorted(held, key=lambda one: one[2].start):
        while place < len(waiting) and waiting[place][1].start <= span.start:
            active.append(waiting[place])
            place += 1
        active = [one for one in active if one[1].end > span.start]
        fit = [one for one in active if one[0] != barred and one[1].end >= span.end]
        if fit:
            found[key] = min(fit, key=lambda one: one[1].end - one[1].start)[0]
    return found
