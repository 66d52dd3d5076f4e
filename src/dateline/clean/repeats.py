"""Paragraphs that a text holds twice, and the standfirst that its body begins with again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.clean.paragraphs import words_of
from dateline.records.text import Span

SHORTEST = 40
"""Characters below which a repetition means nothing."""
FEWEST = 6
EARLY = 4
"""Lines among which a standfirst stands."""


def repeated(text: str, lines: Sequence[Span]) -> Iterator[Span]:
    """The lines that stand there a second time, and each early one that begins a later and longer line."""
    keys = [key(text, line) for line in lines]
    early = {n: one for n, one in enumerate(keys[:EARLY]) if one}
    seen: set[str] = set()
    for n, one in enumerate(keys):
        if not one:
            continue
        if one in seen:
            yield lines[n]
            continue
        seen.add(one)
        for first, words in list(early.items()):
            if first < n and len(one) > len(words) and one.startswith(words):
                yield lines[first]
                del early[first]


def key(text: str, line: Span) -> str:
    """The words of a line in small letters; nothing for a short one."""
    if line.end - line.start < SHORTEST:
        return ""
    words = words_of(line.of(text))
    return " ".join(words).casefold() + " " if len(words) >= FEWEST else ""
