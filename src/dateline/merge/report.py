"""What merging keeps of a reading: its claims, which article tells them, and how its text shows copies."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dateline.merge.copies import Text
from dateline.merge.drawn import drawn
from dateline.merge.outlets import credited
from dateline.merge.shared import Shared
from dateline.merge.terms import Terms
from dateline.merge.told import Told, told
from dateline.records.article import Article
from dateline.records.reading import Reading


@dataclass(frozen=True, slots=True)
class Report:
    """An article without its words, the sketch of its text, the agency it credits, and what it claims."""

    article: Article
    text: Text
    agency: str | None
    told: tuple[Told, ...]

    def of_story(self, story: str) -> tuple[Told, ...]:
        """The claims, as those of a copy of the story."""
        return tuple(replace(one, story=story) if one.story != story else one for one in self.told)


def report(reading: Reading, text: Text, about: Terms, shared: Shared) -> Report:
    """What merging keeps of a reading; `about` is what its text is about."""
    article = reading.article
    claims = tuple(told(article, shared.claim(one), about=about) for one in reading.claims)
    return Report(replace(article, text=""), text, credited(reading), claims)


def reports(readings: Iterable[Reading], workers: int = 1) -> list[Report]:
    """One report for each article, by id; of several that differ, the same one whatever their order."""
    found: dict[str, Report] = {}
    shared = Shared()
    for reading, text, about in drawn(readings, workers):
        one = report(reading, text, about, shared)
        other = found.setdefault(reading.article.id, one)
        if other is not one:
            found[reading.article.id] = min(other, one, key=repr)
    return [one for _, one in sorted(found.items())]
