"""Ends as people mark them when they ask: a part of the phrase that the sentences mark whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dateline.records.text import Span
from training.coder.sentences import Two

ADJECTIVE = re.compile(r"(?:(?:[Tt]he|[Aa]n?) )?([A-Z](?!he |n? )[\w-]+) [a-z]")
"""A capital before a small letter: "Turkish" of "the Turkish army"."""
APPOSITION = re.compile(r"([^,]+), ")
OF_PLACE = re.compile(r"(?:[Tt]he )?(?:[a-z-]+ )+of ((?:the )?[A-Z][\w ]*)$")
"""Whom an institution belongs to: "Sudan" of "the government of Sudan"."""
NAME = re.compile(r"(?![Tt]he )(?:[^.]* )([A-Z][\w'-]+(?: [A-Z][\w'-]+)?)$")
"""The last words of a name: "Recep Erdogan" of "Turkish President Recep Erdogan"."""
COUNTED = re.compile(
    r"(?:[Tt]he |[Aa]n? |[Aa]t least |[Mm]ore than |\d+ |(?:[Dd]ozens|[Tt]housands|[Hh]undreds) of )+(.+)$"
)
"""What is counted: "protesters" of "at least 20 protesters"."""
PATTERNS = (ADJECTIVE, APPOSITION, OF_PLACE, NAME, COUNTED)


def shorter(text: str, span: Span) -> Iterator[Span]:
    """The parts of an end that may be marked in its place, as spans of the text."""
    words, seen = span.of(text), {span}
    for pattern in PATTERNS:
        found = pattern.match(words)
        if found is not None and not (pattern is ADJECTIVE and found.start(1) == opening(text)):
            part = Span(span.start + found.start(1), span.start + found.end(1))
            if part not in seen and part.end - part.start > 2:
                seen.add(part)
                yield part


def opening(text: str) -> int:
    """Where the first word of a sentence begins, whose capital tells nothing."""
    return len(text) - len(text.lstrip("\"'“‘ "))


def variants(two: Two) -> Iterator[Two]:
    """The same two ends of a sentence with one of them, or both, in short; what is told between them is the same."""
    firsts = list(shorter(two.text, two.first))
    seconds = [] if two.second is None else list(shorter(two.text, two.second))
    yield from (replace(two, first=one) for one in firsts)
    yield from (replace(two, second=one) for one in seconds)
    yield from (replace(two, first=a, second=b) for a, b in zip(firsts, seconds, strict=False))
