"""An article's text with who speaks, the word that says so, and what is said, each in its colour."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from dateline.cli.screen import spaced
from dateline.records.reading import Reading
from dateline.records.text import Span

if TYPE_CHECKING:
    from rich.text import Text

STYLES = {"speaker": "bold cyan", "cue": "bold yellow", "content": "green", "scare quotes": "magenta"}
"""From the first, which wins where two lie on one another."""


def voices(reading: Reading) -> Text:
    """The text of an article, paragraph by paragraph, coloured; a line in front says which colour is which."""
    from rich.text import Text

    told = Text()
    for name, style in STYLES.items():
        told.append(name, style=style).append("  ")
    told.append("\n\n")
    for span, style in pieces(reading):
        lines = span.of(reading.article.text).split("\n")
        for n, line in enumerate(lines):
            told.append("\n" if n else "").append(spaced(line), style=style)
    return told


def pieces(reading: Reading) -> Iterator[tuple[Span, str]]:
    """The text cut wherever a colour begins or ends, in order."""
    changes: dict[int, Counter[str]] = {0: Counter(), len(reading.article.text): Counter()}
    for name, span in marked(reading):
        changes.setdefault(span.start, Counter())[name] += 1
        changes.setdefault(span.end, Counter())[name] -= 1
    lying = Counter[str]()
    for start, end in pairwise(sorted(changes)):
        lying.update(changes[start])
        yield Span(start, end), next((style for name, style in STYLES.items() if lying[name] > 0), "")


def marked(reading: Reading) -> Iterator[tuple[str, Span]]:
    """What is coloured, by the name of its style."""
    for one in reading.statements:
        yield from (("speaker", span) for span in (one.source,) if span is not None)
        yield from (("cue", span) for span in (one.cue,) if span is not None)
        yield from (("content", span) for span in one.content)
    yield from (("scare quotes", span) for span in reading.scare_quotes)
