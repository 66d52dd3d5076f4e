"""What goes wrong, named by what happens next.

DatelineError
├── BadConfig    the run stops before it starts: a wrong setting, an impossible order of steps, a missing file of ours
├── BadInput     a file cannot be opened or split into articles: named, counted, passed over
│   └── Split    what was one event is several now: these are named
└── Rejected     an input is no article we can read: skipped with its reason
"""

from __future__ import annotations

from collections.abc import Iterable


class DatelineError(Exception):
    """Any error of ours. Its message names the file or article and the remedy."""


class BadConfig(DatelineError):
    """Nothing can run like this."""


class BadInput(DatelineError):
    """A file cannot be read at all; the others are."""


class Split(BadInput):
    """An event was split: `parts` are the events that hold its claims now."""

    def __init__(self, name: str, parts: Iterable[str]) -> None:
        self.name, self.parts = name, tuple(parts)
        super().__init__(f"event {name} was split; its claims are in {', '.join(self.parts)}: name one of these")


class Rejected(DatelineError):
    """This input is skipped; the message is the reason."""
