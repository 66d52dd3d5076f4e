"""The reports that places are learned from: their marked happenings, each in its report and in its sentence alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from dateline.coding.asked_where import Question
from dateline.coding.page import Page
from dateline.coding.placing import PlaceClaims
from dateline.coding.placing import ruled as page_of
from dateline.coding.scenes import which
from dateline.pipeline import Pipeline
from dateline.recipe import pipeline
from dateline.records.article import Article
from dateline.records.claim import Claim
from dateline.records.mention import PlaceMention
from dateline.records.reading import Reading
from dateline.records.text import Sentence, Span

REPORTS = Path(__file__).parent / "places" / "reports.jsonl"


@dataclass(frozen=True)
class Happening:
    """A marked happening on the page of its report, or of its sentence alone, and the place that the page tells."""

    report: str
    page: Page
    words: Span
    place: str | None
    alone: bool

    @property
    def question(self) -> Question:
        """Which place that the page names is its own, whether or not there is a claim on it."""
        first = {which(one): one for one in reversed(self.page.reading.places)}
        return Question(self.page, self.words, tuple(first.values()))

    @property
    def claims(self) -> Iterator[Claim]:
        """The claims on it."""
        return (one for one in self.page.reading.claims if one.trigger.overlaps(self.words))


def happenings(rows: Iterable[Mapping[str, Any]], steps: Pipeline) -> Iterator[Happening]:
    """The marked happenings of some reports, each in its report and as its sentence tells it alone."""
    for row in rows:
        article = Article.of(row["text"], title=row["title"], published=row["published"])
        reading = steps.read_article(Reading(article))
        pages = [(page_of(reading), False), *((page_of(alone(reading, one)), True) for one in reading.sentences)]
        for told in row["claims"]:
            where = spot(row["text"], told["words"], told["nth"])
            for page, is_alone in pages:
                place = None if is_alone and not is_named(told["place"], page.reading) else told["place"]
                if any(sentence.overlaps(where) for sentence in page.reading.sentences):
                    yield Happening(row["id"], page, where, place, is_alone)


def is_named(place: str | None, reading: Reading) -> bool:
    """Whether the sentences of a reading hold the name of a place."""
    return place is not None and any(place in one.of(reading.article.text) for one in reading.sentences)


def alone(reading: Reading, sentence: Sentence) -> Reading:
    """What one sentence of a report tells, as if it were all there is."""
    statements = (
        replace(one, content=parts)
        for one in reading.statements
        if (parts := tuple(part for part in one.content if sentence.holds(part)))
    )
    return replace(
        reading,
        article=replace(reading.article, title=None, dateline=None),
        sentences=(sentence,),
        actors=tuple(one for one in reading.actors if sentence.holds(one)),
        places=tuple(one for one in reading.places if sentence.holds(one)),
        statements=tuple(statements),
        claims=tuple(one for one in reading.claims if sentence.holds(one.trigger)),
    )


def spot(text: str, words: str, nth: int) -> Span:
    """Where some words stand in a text for the nth time."""
    found = list(re.finditer(re.escape(words), text))[nth - 1]
    return Span(found.start(), found.end())


def is_called(option: PlaceMention | None, place: str | None) -> bool:
    """Whether an option is the place that a report marks; None is nowhere."""
    if option is None or place is None:
        return option is None and place is None
    return any(holds(plain(place), plain(name)) for name in (option.text, option.name or option.text))


def holds(one: str, other: str) -> bool:
    """Whether one name is the other, or the other with what it is or on which side: "Smara camp", "south Lebanon"."""
    return f" {one} " in f" {other} " or f" {other} " in f" {one} "


def plain(name: str) -> str:
    """A name in lower case."""
    return name.casefold()


def reader() -> Pipeline:
    """All steps but the one that is learned for."""
    whole = pipeline()
    return replace(whole, steps=tuple(step for step in whole.steps if not isinstance(step, PlaceClaims)))
