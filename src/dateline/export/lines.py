"""Readings and events, a line each: `dateline/1` and `dateline-event/1`."""

from __future__ import annotations

from dateline.pipeline import Outcome, described
from dateline.records.article import Failure
from dateline.records.codec import error_line, reading_line
from dateline.records.reading import Reading


def outcome_line(outcome: Outcome) -> bytes:
    """The line of `dateline/1` for an outcome, with its newline; what cannot be written is a line with the error."""
    if not isinstance(outcome, Reading):
        return error_line(outcome) + b"\n"
    try:
        return reading_line(outcome) + b"\n"
    except UnicodeEncodeError as error:  # half a surrogate pair: no text that UTF-8 can hold
        name = outcome.article.id.encode("utf-8", "replace").decode()
        return error_line(Failure(name, name, "codec", described(error))) + b"\n"
