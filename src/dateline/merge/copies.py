"""Copies: articles that carry the same wire story.

Candidates come from sketches; what decides is containment, the share of the shorter text's runs of words that stand in
the longer one, so that a cut tail and a rewritten lead still make a copy.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from dateline.merge.grouped import Grouped, Numbers, mark
from dateline.merge.notices import headline, named
from dateline.merge.sketches import Bands, Runs, bands, contained, runs
from dateline.records.reading import Reading

WORD = re.compile(r"\w+")
CONTAINED = 0.6
"""Share of the shorter text that makes it a copy: two reports that quote the same statement stay below."""
SHORTEST = 25
"""A text of fewer words is too short to tell a copy from a coincidence; it must be the same word for word."""
COMPARED = 20
"""Of more texts that share a band, the first and the last so many before a text are compared with it."""
NOTHING: Bands = np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True)
class Text:
    """A text as far as it shows copies: a mark of all its words (0 without any), its runs and the bands of its sketch.

    `published` ("9999" where it is not known) and `article_id` say in which order texts came out; a text too short to
    compare has no runs.
    """

    published: str
    article_id: str
    whole: int
    runs: Runs = field(repr=False)
    bands: Bands = field(repr=False)
    title: int | None = None
    """The mark of its headline."""
    takes_back: frozenset[int] = frozenset()
    """The marks of the headlines that it takes back, of a notice."""


def text_of(reading: Reading) -> Text:
    """The text of an article, as far as it shows copies."""
    words = words_of(reading)
    found = runs(words) if len(words) >= SHORTEST else np.zeros(0, np.uint32)
    whole = mark("text", " ".join(words)) if words else 0
    sketch, article = bands(found) if len(found) else NOTHING, reading.article
    return Text(article.published or "9999", article.id, whole, found, sketch, headline(article.title), named(article))


def stories(texts: Iterable[Text]) -> dict[str, str]:
    """For each article the id of the first article of its story: its own, unless it is a copy."""
    ordered = sorted(texts, key=lambda text: (text.published, text.article_id))
    earlier = Grouped.of([text.bands for text in ordered]).earlier(len(ordered))
    story: dict[str, str] = {}
    exact: dict[int, int] = {}
    for n, (text, groups) in enumerate(zip(ordered, earlier, strict=True)):
        first = exact.setdefault(text.whole, n) if text.whole else n
        near = [] if first != n else alike(text, ordered, groups)
        before = ordered[max(near)[1] if near else first].article_id
        story[text.article_id] = story.get(before, before)
    return story


def alike(text: Text, texts: Sequence[Text], groups: Iterable[Numbers]) -> list[tuple[float, int]]:
    """The texts that one shares most with or stands in, each with the share; `groups` are those that share a band."""
    found = ((contained(text.runs, texts[other].runs), other) for other in sorted(candidates(groups)))
    return [(share, other) for share, other in found if share >= CONTAINED]


def candidates(groups: Iterable[Numbers]) -> set[int]:
    """The texts of some groups; of a large one the first and the last."""
    found: set[int] = set()
    for numbers in groups:
        before = numbers.tolist()
        found.update(before if len(before) <= 2 * COMPARED else before[:COMPARED] + before[-COMPARED:])
    return found


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
