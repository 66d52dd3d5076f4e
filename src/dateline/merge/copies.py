"""Copies: articles that carry the same wire story, found by MinHash (Broder 1997) over runs of words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from datasketch import MinHash, MinHashLSH

from dateline.records.reading import Reading

WORD = re.compile(r"\w+")
SHINGLE = 4
"""Words in a run."""
PERMUTATIONS = 128
ALIKE = 0.55
"""Share of common runs from which two texts are copies: a rewritten lead and a cut tail still are."""
SHORTEST = 25
"""A text of fewer words is too short to tell a copy from a coincidence; it must be the same word for word."""


def sources_of(readings: Sequence[Reading]) -> dict[str, str]:
    """For each article the id of the first article of its story: those with the same one are one source."""
    story = {reading.article.id: reading.article.id for reading in readings}
    index = MinHashLSH(threshold=ALIKE, num_perm=PERMUTATIONS)
    sketches: dict[str, MinHash] = {}
    exact: dict[str, str] = {}
    for reading in sorted(readings, key=order):
        name, words = reading.article.id, words_of(reading)
        same = exact.setdefault(" ".join(words), name)
        if same != name:
            story[name] = story[same]
        elif len(words) >= SHORTEST:
            sketch = sketched(words)
            near = [other for other in index.query(sketch) if sketches[other].jaccard(sketch) >= ALIKE]
            if near:
                story[name] = min(story[other] for other in near)
            index.insert(name, sketch)
            sketches[name] = sketch
    return story


def order(reading: Reading) -> tuple[str, str]:
    """The order in which articles came out; those without a date last."""
    return (reading.article.published or "9999", reading.article.id)


def words_of(reading: Reading) -> list[str]:
    """The words of an article, lower case, without what is skipped: another byline makes no other story."""
    return [word.lower() for piece in pieces(reading) for word in WORD.findall(piece)]


def pieces(reading: Reading) -> Iterator[str]:
    """The stretches of the text between the skipped ones."""
    text, start = reading.article.text, 0
    for gap in reading.skipped:
        yield text[start : gap.start]
        start = max(start, gap.end)
    yield text[start:]


def sketched(words: Sequence[str]) -> MinHash:
    """The MinHash of the runs of words of a text."""
    runs = {" ".join(words[n : n + SHINGLE]) for n in range(max(1, len(words) - SHINGLE + 1))}
    sketch = MinHash(num_perm=PERMUTATIONS, seed=1)
    sketch.update_batch([run.encode() for run in sorted(runs)])
    return sketch
