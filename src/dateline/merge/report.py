"""What merging keeps of a reading: its claims, which article tells them, and how its text shows copies."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dateline.merge.copies import Text, text_of
from dateline.merge.told import Told, told
from dateline.records.article import Article
from dateline.records.reading import Reading


@dataclass(frozen=True, slots=True)
class Report:
    """An article without its words, the sketch of its text, and what it claims."""

    article: Article
    text: Text
    told: tuple[Told, ...]

    def of_story(self, story: str) -> tuple[Told, ...]:
        """The claims, as those of a copy of the story."""
        return self.told if story == self.article.id else tuple(replace(one, story=story) for one in self.told)


def report(reading: Reading) -> Report:
    """What merging keeps of a reading."""
    article = reading.article
    return Report(replace(article, text=""), text_of(reading), tuple(told(article, one) for one in reading.claims))


def reports(readings: Iterable[Reading]) -> list[Report]:
    """One report for each article, by id; of several that differ, the same one whatever their order."""
    found: dict[str, Report] = {}
    for reading in readings:
        one = report(reading)
        other = found.setdefault(reading.article.id, one)
        if other is not one:
            found[reading.article.id] = min(other, one, key=repr)
    return [one for _, one in sorted(found.items())]
