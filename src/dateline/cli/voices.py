"""An article's text with who speaks, the word that says so, and what is said, each in its colour."""

from __future__ import annotations

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
    spans = {name: [] for name in STYLES}  # type: dict[str, list[Span]]
    for one in reading.statements:
        spans["speaker"] += [one.source] if one.source else []
        spans["cue"] += [one.cue] if one.cue else []
        spans["content"] += one.content
    spans["scare quotes"] += reading.scare_quotes
    cuts = {
        0,
        len(reading.article.text),
        *(at for found in spans.values() for one in found for at in (one.start, one.end)),
    }
    for start, end in pairwise(sorted(cuts)):
        piece = Span(start, end)
        kind = next((name for name, found in spans.items() if any(one.holds(piece) for one in found)), "")
        yield piece, STYLES.get(kind, "")
