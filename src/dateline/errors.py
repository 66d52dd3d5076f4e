"""What goes wrong, named by what happens next.

DatelineError
├── BadConfig    the run stops before it starts: a wrong setting, an impossible order of steps, a missing file of ours
├── BadInput     a file cannot be opened or split into articles: named, counted, passed over
└── Rejected     an input is no article we can read: skipped with its reason
"""

from __future__ import annotations


class DatelineError(Exception):
    """Any error of ours. Its message names the file or article and the remedy."""


class BadConfig(DatelineError):
    """Nothing can run like this."""


class BadInput(DatelineError):
    """A file cannot be read at all; the others are."""


class Rejected(DatelineError):
    """This input is skipped; the message is the reason."""
