"""The lines of a text and their sentences, roughly; for finding what is no report, not for reading."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.records.text import Span

LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c]+")
END = re.compile(r"[.!?][\"'”’)\]]{0,3}\s+(?=[\"'“‘(\[©A-Z])")
WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
SPACE = re.compile(r"\s+")
EDGES = " \t\u00a0.,;:!?*\"'“”‘’()[]<>«»|-–—•›»→…"


def lines(text: str) -> Iterator[Span]:
    """The lines that hold something, without the white space around."""
    for found in LINE.finditer(text):
        span = trimmed(text, found.start(), found.end())
        if span.start < span.end:
            yield span


def sentences(text: str, line: Span) -> Iterator[Span]:
    """The sentences of a line, cut wherever one may end."""
    start = line.start
    for found in END.finditer(text, line.start, line.end):
        yield trimmed(text, start, found.end())
        start = found.end()
    if start < line.end:
        yield Span(start, line.end)


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without the white space at its ends."""
    piece = text[start:end]
    return (
        Span(start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip()))
        if piece.strip()
        else Span(start, start)
    )


def folded(words: str) -> str:
    """Words in small letters, with single spaces and straight apostrophes."""
    return SPACE.sub(" ", words.replace("’", "'").replace("‘", "'")).casefold().strip()


def words_of(text: str) -> list[str]:
    """The words of a text as they are written."""
    return WORD.findall(text)


def mostly_capitals(text: str) -> bool:
    """Whether most of the first letters of a text are capitals."""
    letters = [letter for letter in text[:600] if letter.isalpha()]
    return 10 * sum(map(str.isupper, letters)) > 7 * len(letters) > 0
