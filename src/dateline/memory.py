"""Answers that are kept as long as what they were made from stays as it is."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, TypeVar

R = TypeVar("R")


@dataclass(frozen=True)
class Memory:
    """The answers that were asked for last, at most `most`, each with the state it was made in."""

    most: int = 500
    _answers: OrderedDict[Hashable, Any] = field(default_factory=OrderedDict, compare=False)
    _lock: Any = field(default_factory=threading.Lock, compare=False)

    def answer(self, state: str, question: Hashable, make: Callable[[], R]) -> R:
        """The answer to a question in a state: the one that is kept, else one made now."""
        key = (state, question)
        with self._lock:
            if key in self._answers:
                self._answers.move_to_end(key)
                kept: R = self._answers[key]
                return kept
        made = make()
        with self._lock:
            self._answers[key] = made
            while len(self._answers) > self.most:
                self._answers.popitem(last=False)
        return made
