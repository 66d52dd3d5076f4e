"""What a network that reads the words of a report says of each place where an event may have been."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import exp, log

import numpy as np

from dateline.coding.model import open_placer
from dateline.coding.options import Case
from dateline.coding.page import Page
from dateline.coding.returns import CAPITAL
from dateline.coding.scenes import which
from dateline.coding.word_states import Numbers, States
from dateline.records.mention import PlaceMention
from dateline.records.text import Span

BY_NETWORK = "by the network"
LEAST = -8.0
"""What is less likely is as good as impossible: no sign is to outweigh all others."""
GRADES = (
    "dateline", "before 2", "before 5", "before 10", "before", "behind 2", "behind 5", "behind 10", "behind",
    "1 back", "2 back", "4 back", "8 back", "back", "in the paragraph", "1 ahead", "2 ahead", "ahead", "one sentence",
    "somebody", "wide", "capital",
)  # fmt: skip
"""What the network is told of a mention, beside the words: where it stands, in the sentence by words between, else by
sentences; whether it names somebody rather ("condemned Rabat"), a whole country, a capital."""
MOST_MENTIONS = 8
"""So many mentions of a place are asked about, the nearest."""
WORDS, SENTENCES, AHEAD = (2, 5, 10), (1, 2, 4, 8), (1, 2)


@dataclass(frozen=True)
class Question:
    """An event on a page, and places where it may have been: the first option is nowhere, the others are these."""

    page: Page
    trigger: Span
    places: Sequence[PlaceMention]

    @cached_property
    def event(self) -> tuple[Span, Span]:
        """The words that tell the event, and their sentence."""
        return self.trigger, self.page.trees[self.page.sentence(self.trigger.start)].sentence

    @cached_property
    def mentions(self) -> Sequence[tuple[int, PlaceMention]]:
        """Each mention of each place, with the number of its option."""
        return [(n, one) for n, place in enumerate(self.places, 1) for one in self._mentions(place)]

    def _mentions(self, place: PlaceMention) -> Sequence[PlaceMention]:
        page, line = self.page, self.page.dateline
        named = {place, *page.mentions.get(which(place), ())} | (
            {line} if line and which(line) == which(place) else set()
        )
        far = sorted(named, key=lambda one: (abs(one.start - self.trigger.start), one.start))
        return far[:MOST_MENTIONS]

    @cached_property
    def grades(self) -> Numbers:
        """What is told of where each mention stands, [mention, grade]."""
        told = [{*graded(self.page, self.trigger, one), *of_kind(self.page, one)} for _, one in self.mentions]
        return np.array([[float(name in names) for name in GRADES] for names in told], dtype=np.float32)


def graded(page: Page, trigger: Span, mention: PlaceMention) -> Iterator[str]:
    """Where a mention stands from an event, in a few grades."""
    if len(page.starts) == 1:
        yield "one sentence"
    if mention == page.dateline:
        yield "dateline"
        return
    far = page.sentence(mention.start) - page.sentence(trigger.start)
    if far == 0:
        between = page.reading.article.text[min(trigger.end, mention.end) : max(trigger.start, mention.start)].split()
        yield grade("before" if mention.start < trigger.start else "behind", len(between), WORDS)
    elif far > 0:
        yield grade("ahead", far, AHEAD)
    else:
        yield grade("back", -far, SENTENCES)
        if page.paragraph(mention.start) == page.paragraph(trigger.start):
            yield "in the paragraph"


def of_kind(page: Page, mention: PlaceMention) -> Iterator[str]:
    """What else a mention may name than a spot on the map."""
    if any(actor.overlaps(mention) for actor in page.actors.get(page.sentence(mention.start), ())):
        yield "somebody"
    if mention.is_wide:
        yield "wide"
    if mention.feature == CAPITAL:
        yield "capital"


def grade(name: str, far: int, most: Sequence[int]) -> str:
    """The name of a grade: up to so far, or farther."""
    up_to = next((one for one in most if far <= one), None)
    if up_to is None:
        return name
    return f"{name} {up_to}" if most is WORDS else f"{up_to} {name}"


def chances_of(case: Case) -> Sequence[float]:
    """How likely each option of a claim is by the network, nowhere first: natural logarithms."""
    if not case.options:
        return (0.0,)
    return chances(Question(case.page, case.claim.trigger, case.options), case.page.states)


def chances(asked: Question, states: States) -> Sequence[float]:
    """How likely each option is by the network that ships, nowhere first: natural logarithms, none below `LEAST`."""
    event = np.stack([states.of(one) for one in asked.event])
    mentions = np.stack([states.of(one) for _, one in asked.mentions])
    nowhere, scores = open_placer().scores(event, mentions, asked.grades)
    by_option: dict[int, list[float]] = {0: [nowhere]}
    for (number, _), score in zip(asked.mentions, scores, strict=True):
        by_option.setdefault(number, []).append(score)
    together = [summed(by_option[number]) for number in range(len(asked.places) + 1)]
    whole = summed(together)
    return [max(LEAST, round(one - whole, 3)) for one in together]


def summed(scores: Sequence[float]) -> float:
    """The logarithm of the sum of what scores are the logarithms of."""
    most = max(scores)
    return most + log(sum(exp(one - most) for one in scores))


def by_network(chance: float) -> Mapping[str, float]:
    """What the network says of an option, as a sign."""
    return {BY_NETWORK: chance}
