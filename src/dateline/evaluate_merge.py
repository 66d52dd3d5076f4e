"""How often claims of the same happening end up in one event, and how often its sources are counted right.

`evaluation/gold/storylines.jsonl` holds chains of dispatches with the happenings that they tell: the words that tell
each, article by article, and from whom each article really has its text (`origin`), or a telling that it quotes.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from dateline.merge.events import merge
from dateline.pipeline import Pipeline
from dateline.records.article import Article
from dateline.records.claim import Claim
from dateline.records.event import Event
from dateline.records.reading import Reading
from dateline.records.text import Span

Key = tuple[str, str]
"""The ids of an article and of one of its claims."""


@dataclass(frozen=True)
class Storyline:
    """A chain of dispatches."""

    row: Mapping[str, Any]

    def articles(self) -> Iterator[Article]:
        """Its dispatches, as an archive holds them."""
        for one in self.row["articles"]:
            article = Article.of(one["text"], title=one["title"], published=one["published"], source=one["source"])
            yield replace(article, id=one["id"])

    def origins(self) -> dict[str, str]:
        """From whom each dispatch has its text."""
        return {one["id"]: one["origin"] for one in self.row["articles"]}


@dataclass(frozen=True)
class Found:
    """The words that tell a happening and that a claim was found for, and from whom the article has them."""

    happening: str
    claim: Key
    origin: str


def storylines(path: Path) -> list[Storyline]:
    """The storylines of a file, one JSON object a line."""
    return [Storyline(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def figures(path: Path, pipeline: Pipeline) -> dict[str, float]:
    """The figures of `judged` for all storylines of a file, read and merged together."""
    stories = storylines(path)
    readings = [pipeline.read_article(Reading(article)) for story in stories for article in story.articles()]
    return judged(stories, readings, merge(readings))


def judged(stories: Sequence[Storyline], readings: Iterable[Reading], events: Iterable[Event]) -> dict[str, float]:
    """Shares that were right, 0 to 1: `b3_f1` with precision and recall, and `sources`; and what they are shares of.

    Asked of the tellings that a claim was found for. B-cubed (Bagga and Baldwin 1998) says how far the tellings of one
    happening stand in one event and no others do. `sources` are the happenings whose event has as many independent
    sources as there are origins of the tellings that were found.
    """
    read = {reading.article.id: reading for reading in readings}
    tellings = [one for story in stories for one in told(story, read)]
    event_of = {(key.article_id, key.claim_id): event for event in events for key in event.claims}
    precision, recall = b_cubed([(one.happening, event_of[one.claim].id) for one in tellings])
    sources = [is_counted_right(found, event_of) for found in by_happening(tellings).values()]
    return {
        "b3_f1": round(2 * precision * recall / max(precision + recall, 1e-9), 3),
        "b3_precision": round(precision, 3),
        "b3_recall": round(recall, 3),
        "sources": round(sum(sources) / max(1, len(sources)), 3),
        "n_tellings": len(tellings),
        "n_happenings": len(sources),
    }


def told(story: Storyline, read: Mapping[str, Reading]) -> Iterator[Found]:
    """The tellings of a storyline that a claim was found for."""
    origins = story.origins()
    for event in story.row["events"]:
        for mention in event["mentions"]:
            reading = read[mention["article"]]
            span = span_of(mention, reading.article.text) if mention["field"] == "text" else None
            claim = claim_at(span, event["type"], reading.claims) if span else None
            if claim is not None:
                origin = mention.get("origin", origins[mention["article"]])
                yield Found(f"{story.row['id']}/{event['id']}", (mention["article"], claim.id), origin)


def span_of(mention: Mapping[str, Any], text: str) -> Span:
    """Where the words of a mention stand inside the words around them; the `nth` time where they stand there twice."""
    words, around = mention["words"], mention["around"]
    found = [place for place in range(len(around)) if around.startswith(words, place)]
    start = text.index(around) + found[min(mention["nth"], len(found)) - 1]
    return Span(start, start + len(words))


def claim_at(span: Span, kind: str, claims: Sequence[Claim]) -> Claim | None:
    """The claim whose trigger shares most with a span, one of the right type before others; None where none does."""
    near = [claim for claim in claims if claim.trigger.overlaps(span)]
    return max(near, key=lambda one: (one.type == kind, shared(one.trigger, span)), default=None)


def shared(one: Span, other: Span) -> int:
    """The characters that two spans share."""
    return min(one.end, other.end) - max(one.start, other.start)


def b_cubed(pairs: Sequence[tuple[str, str]]) -> tuple[float, float]:
    """Precision and recall of a clustering, from the right cluster of each thing and the one it was put in."""
    both, right, put = Counter(pairs), Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    number = max(1, len(pairs))
    precision = sum(count * count / put[other] for (_, other), count in both.items()) / number
    return precision, sum(count * count / right[one] for (one, _), count in both.items()) / number


def by_happening(tellings: Iterable[Found]) -> dict[str, list[Found]]:
    """The tellings found of each happening."""
    found: dict[str, list[Found]] = defaultdict(list)
    for one in tellings:
        found[one.happening].append(one)
    return found


def is_counted_right(tellings: Sequence[Found], event_of: Mapping[Key, Event]) -> bool:
    """Whether the event that holds most tellings of a happening has as many sources as they have origins."""
    events = [event_of[one.claim] for one in tellings]
    held = Counter(event.id for event in events)
    most = max(events, key=lambda event: (held[event.id], event.id))
    return most.independent_sources == len({one.origin for one in tellings})
