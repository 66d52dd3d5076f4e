"""Copies: articles that carry the same wire story, and the source that each article really is.

Candidates come from MinHash (Broder 1997) over runs of words; what decides is containment, the share of the shorter
text's runs that stand in the longer one, so that a cut tail and a rewritten lead still make a copy.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping, Sequence

from datasketch import MinHash, MinHashLSH

from dateline.records.reading import Reading

WORD = re.compile(r"\w+")
SHINGLE = 4
"""Words in a run."""
PERMUTATIONS = 128
ALIKE = 0.25
"""Share of common runs from which two texts are compared: a third of a story has a third in common with the whole."""
CONTAINED = 0.6
"""Share of the shorter text that makes it a copy: two reports that quote the same statement stay below."""
SHORTEST = 25
"""A text of fewer words is too short to tell a copy from a coincidence; it must be the same word for word."""


def sources(readings: Sequence[Reading], story: Mapping[str, str]) -> dict[str, str]:
    """For each article the source it really is: those with the same one are one source.

    The source of a copy is that of the story (see `stories`): the agency that any copy credits, else the outlet that
    had it first.
    """
    read = {reading.article.id: reading for reading in readings}
    agencies: dict[str, str] = {}
    for reading in sorted(readings, key=order):
        credit = reading.article.dateline.agency if reading.article.dateline else None
        if credit:
            agencies.setdefault(story[reading.article.id], credit)
    return {name: agencies.get(first) or read[first].article.source or first for name, first in story.items()}


def stories(readings: Sequence[Reading]) -> dict[str, str]:
    """For each article the id of the first article of its story: its own, unless it is a copy."""
    story: dict[str, str] = {}
    index = MinHashLSH(threshold=ALIKE, num_perm=PERMUTATIONS)
    known: dict[str, frozenset[int]] = {}
    exact: dict[str, str] = {}
    for reading in sorted(readings, key=order):
        name, words = reading.article.id, words_of(reading)
        same = exact.setdefault(" ".join(words), name) if words else name
        story[name] = story.get(same, name)
        if same != name or len(words) < SHORTEST:
            continue
        found, sketch = runs(words), sketched(words)
        near = [other for other in sorted(index.query(sketch)) if contained(found, known[other]) >= CONTAINED]
        if near:
            story[name] = story[max(near, key=lambda other: (contained(found, known[other]), other))]
        index.insert(name, sketch)
        known[name] = found
    return story


def order(reading: Reading) -> tuple[str, str]:
    """The order in which articles came out; those without a date last."""
    return (reading.article.published or "9999", reading.article.id)


def words_of(reading: Reading) -> list[str]:
    """The words of an article, lower case, without what is skipped: another byline makes no other story."""
    return [word.casefold() for piece in pieces(reading) for word in WORD.findall(piece)]


def pieces(reading: Reading) -> Iterator[str]:
    """The stretches of the text between the skipped ones."""
    text, start = reading.article.text, 0
    for gap in sorted(reading.skipped, key=lambda one: (one.start, one.end)):
        yield text[start : max(start, gap.start)]
        start = max(start, gap.end)
    yield text[start:]


def texts_of_runs(words: Sequence[str]) -> list[bytes]:
    """The runs of words of a text, each once, in order."""
    whole = {" ".join(words[n : n + SHINGLE]) for n in range(max(1, len(words) - SHINGLE + 1))}
    return [run.encode("utf-8", "surrogatepass") for run in sorted(whole)]


def runs(words: Sequence[str]) -> frozenset[int]:
    """The runs of words of a text, as 32-bit checksums."""
    return frozenset(zlib.crc32(run) for run in texts_of_runs(words))


def contained(one: frozenset[int], other: frozenset[int]) -> float:
    """The share of the smaller set that stands in the larger, 0 to 1."""
    return len(one & other) / max(1, min(len(one), len(other)))


def sketched(words: Sequence[str]) -> MinHash:
    """The MinHash of the runs of words of a text."""
    sketch = MinHash(num_perm=PERMUTATIONS, seed=1)
    sketch.update_batch(texts_of_runs(words))
    return sketch
