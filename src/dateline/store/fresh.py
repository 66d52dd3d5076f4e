"""The index of a database, made anew when somebody has written to it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from dateline.store.index import Index

SMALL = 50_000
"""So many claims are read in no time: whoever asks waits for them. Of more the earlier index serves until the new one
is there, since a run that adds articles writes all the time."""


@dataclass
class Fresh:
    """Gives the index of a database in its present state, or in the one shortly before."""

    state: Callable[[], str]
    load: Callable[[str], Index]
    _now: Index | None = None
    _making: threading.Thread | None = None
    _lock: Any = field(default_factory=threading.RLock)

    def __call__(self) -> Index:
        """The index. The first one is waited for."""
        state = self.state()
        with self._lock:
            if self._now is None or (self._now.state != state and len(self._now.claims.article) <= SMALL):
                self._now = self.load(state)
            elif self._now.state != state and self._making is None:
                self._making = threading.Thread(target=self._make, args=(state,), daemon=True)
                self._making.start()
            return self._now

    def close(self) -> None:
        """Waits until nothing is being made."""
        making = self._making
        if making is not None:
            making.join()

    def _make(self, state: str) -> None:
        try:
            made = self.load(state)
            with self._lock:
                self._now = made
        finally:
            self._making = None
