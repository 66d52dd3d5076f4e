"""The labelled sentences, and what they say of each two of the spans they mark."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from dateline.records.text import Span

FOLDER = Path(__file__).parent.parent / "sentences"
NONE = "NONE"
Row = dict[str, Any]
"""A line of a file as it stands."""
MARK = re.compile(r"\[(\d) ([^\[\]]+)\]")


@dataclass(frozen=True)
class Answer:
    """What a sentence tells from one span to another: `type` is NONE, and the rest None, where it tells no event."""

    type: str = NONE
    mode: str | None = None
    status: str | None = None
    trigger: Span | None = None


@dataclass(frozen=True)
class Two:
    """Two spans of a sentence, in its order, or one and None; and what is told `there` and `back`.

    An answer is None where nobody labelled that direction; `contexts` is None where nobody marked them.
    """

    sentence: str
    """The id of the sentence: all of it is on the same side of a split."""
    text: str
    first: Span
    second: Span | None
    there: Answer | None
    back: Answer | None
    contexts: tuple[str, ...] | None = None


def rows(folder: Path = FOLDER) -> Iterator[Row]:
    """The sentences of all files, in the order of their names; each with an `id` and the `file` it stands in."""
    for path in sorted(folder.glob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                yield json.loads(line) | {"file": path.stem, "id": f"{path.stem}-{number:03d}"}


def twos(row: Row) -> Iterator[Two]:
    """What one sentence says. Where it is not `complete`, a direction that is not listed is not known."""
    text, spans = unmarked(row["marked"])
    contexts = tuple(row["contexts"]) if row.get("contexts") is not None else None
    rest = Answer() if row.get("complete", True) else None
    told = {(one["actor"], one["recipient"]): answer(text, one, spans) for one in row["pairs"]}
    for a, b in combinations(sorted(spans, key=lambda n: spans[n].start), 2):
        there, back = told.get((a, b), rest), told.get((b, a), rest)
        if there or back:
            yield Two(row["id"], text, spans[a], spans[b], there, back, contexts)
    for n in spans if rest else ():
        yield Two(row["id"], text, spans[n], None, alone(told, n, 0), alone(told, n, 1), contexts)


def alone(told: dict[tuple[int, int], Answer], span: int, side: int) -> Answer | None:
    """What a span does (side 0) or has done to it (side 1), with anybody; None where that is several things."""
    found = [one for ends, one in told.items() if ends[side] == span]
    if not found:
        return Answer()
    return found[0] if len({one.type for one in found}) == 1 else None


def answer(text: str, pair: Row, spans: dict[int, Span]) -> Answer:
    """The answer that a pair of a row gives."""
    ends = [spans[n] for n in (pair["actor"], pair["recipient"]) if n]
    return Answer(pair["type"], pair.get("mode"), pair.get("status"), trigger_in(text, pair.get("trigger"), ends))


def unmarked(marked: str) -> tuple[str, dict[int, Span]]:
    """A sentence without its marks, and the spans that were marked, by number."""
    text, spans, position = "", {}, 0
    for mark in MARK.finditer(marked):
        text += marked[position : mark.start()]
        spans[int(mark[1])] = Span(len(text), len(text) + len(mark[2]))
        text += mark[2]
        position = mark.end()
    return text + marked[position:], spans


def trigger_in(text: str, words: str | None, ends: list[Span]) -> Span | None:
    """Where the trigger stands: of several places the one nearest to the pair that is in none of its spans."""
    if not words:
        return None
    found = [Span(m.start(), m.end()) for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    found = found or [Span(m.start(), m.end()) for m in re.finditer(re.escape(words), text)]
    outside = [one for one in found if not any(one.overlaps(end) for end in ends)] or found
    return min(outside, key=lambda one: sum(abs(one.start - end.start) for end in ends), default=None)
