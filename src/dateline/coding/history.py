"""Whether an event is told as one of long ago."""

from __future__ import annotations

from datetime import date, timedelta

from dateline.coding.clause_times import TELLING, Timed

LONG_AGO = timedelta(days=400)
COARSE = frozenset({"year", "decade", "century"})


def is_history(timed: Timed | None, today: date | None, is_past: bool) -> bool:
    """Whether the own time of an event lies long before the article, or is a bare past year where no date is known."""
    if timed is None or timed.kin == TELLING or timed.time.finish is None or timed.time.type != "DATE":
        return False
    if today is not None:
        return today - timed.time.finish > LONG_AGO
    return timed.time.precision in COARSE and timed.time.basis == "stated" and is_past
