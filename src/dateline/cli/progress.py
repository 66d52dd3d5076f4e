"""How far long work has come, on standard error: rate, and the time left where the number of inputs is known."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from threading import Thread

QUIET = 10.0
"""Seconds between two lines where standard error is no terminal."""
LIVELY = 0.5
"""Seconds between two changes of the line on a terminal."""


class Progress:
    """A line that tells how many inputs are done. A context manager: leaving it clears the line on a terminal.

    `count` is run beside the work, once the work turns out long: it gives the number of inputs, None if nobody knows.
    """

    def __init__(self, count: Callable[[], int | None] | None = None) -> None:
        self._live = sys.stderr.isatty()
        self._count, self._done = count, 0
        self._total: int | None = None
        self._begun = self._shown = time.monotonic()

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        if self._live:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def step(self, _: object = None) -> None:
        """One more input is done."""
        self._done += 1
        now = time.monotonic()
        if now - self._shown >= (LIVELY if self._live else QUIET):
            self._shown = now
            self._start_count()
            line = told(self._done, self._total, now - self._begun)
            sys.stderr.write(f"\r\x1b[K{line}" if self._live else f"{line}\n")
            sys.stderr.flush()

    def _start_count(self) -> None:
        if self._count is not None:
            count, self._count = self._count, None
            Thread(target=self._take, args=(count,), daemon=True).start()

    def _take(self, count: Callable[[], int | None]) -> None:
        self._total = count()


def build(part: str, done: int, total: int) -> None:
    """Tells that something is built, once on this machine."""
    if done < total:
        sys.stderr.write(f"Setting up the gazetteer, once on this machine ({done + 1} of {total}): {part}\n")
        sys.stderr.flush()


def told(done: int, total: int | None, seconds: float) -> str:
    """Progress in words: "120 of 400 articles, 8.1 a second, 35 s left"."""
    rate = done / max(seconds, 1e-9)
    words = [f"{done}{f' of {total}' if total else ''} articles", f"{rate:.1f} a second"]
    if total and total > done:
        words.append(f"{lasting((total - done) / max(rate, 1e-9))} left")
    return ", ".join(words)


def lasting(seconds: float) -> str:
    """A time span in the largest unit that suits it."""
    if seconds < 100:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 6000 else f"{seconds / 3600:.1f} h"
