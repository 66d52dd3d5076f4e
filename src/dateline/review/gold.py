"""Labelled sentences from what people decided, in the form of `evaluation/gold/sentences.jsonl`.

A sentence is written when every claim in it is decided and nobody differs: what is not listed there counts as not told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import msgspec

from dateline.records.article import Article
from dateline.records.claim import Claim
from dateline.records.review import Answers, Review, Thing
from dateline.records.text import Span

MOST_SPANS = 9
"""The marks of the form have one digit."""

Decided = tuple[Article, Claim, Review | None]
"""A claim with its article, and the decision that says what it should be; None where there is none."""


class Pair(msgspec.Struct, frozen=True):
    """An event from one marked span to another; 0: nobody is told."""

    actor: int
    recipient: int
    type: str
    mode: str | None
    status: str
    trigger: str


class Sentence(msgspec.Struct, frozen=True):
    """A sentence with its marked spans, what happens between them, and its contexts."""

    marked: str
    pairs: tuple[Pair, ...]
    contexts: tuple[str, ...]


LeftOut = Literal[
    "a claim in it is not decided",
    "somebody is not named in it",
    "names overlap",
    "it has brackets",
    "too many are named",
    "an event in it has no ends",
    "two events have the same ends",
    "its words do not tell the event",
]
"""Why a sentence cannot be written."""


@dataclass(frozen=True)
class Gold:
    """Sentences, and how many could not be written, by the reason."""

    sentences: tuple[Sentence, ...]
    left_out: Mapping[str, int]

    def lines(self) -> Iterator[bytes]:
        """The sentences, a line of JSON each."""
        return (msgspec.json.encode(one) + b"\n" for one in self.sentences)


def gold(claims: Iterable[Decided]) -> Gold:
    """The sentences of some claims. All claims of their articles must be among these, decided or not."""
    by_sentence: dict[tuple[str, int, int], list[Decided]] = {}
    for told in claims:
        article, claim, _ = told
        by_sentence.setdefault((article.id, claim.evidence.start, claim.evidence.end), []).append(told)
    made = [sentence(told) for told in by_sentence.values()]
    left_out = Counter[str](one for one in made if isinstance(one, str))
    return Gold(tuple(one for one in made if isinstance(one, Sentence)), left_out)


def sentence(told: Sequence[Decided]) -> Sentence | LeftOut:
    """The sentence in which some claims stand; why it cannot be written where it cannot."""
    article, first, _ = told[0]
    decisions = [review for _, _, review in told if review is not None]
    if len(decisions) < len(told):
        return "a claim in it is not decided"
    text = first.evidence.of(article.text)
    if any(bracket in text for bracket in "[]"):
        return "it has brackets"
    real = [(claim, one.answers) for (_, claim, _), one in zip(told, decisions, strict=True) if one.answers is not None]
    if not all(said.span for _, said in real):
        return "its words do not tell the event"
    spans = spans_in(first.evidence, real)
    if not isinstance(spans, list):
        return spans
    pairs = pairs_between(article, spans, real)
    if not isinstance(pairs, tuple):
        return pairs
    contexts = dict.fromkeys(name for _, said in real for name in said.context)
    return Sentence(marked(article.text, first.evidence, spans), pairs, tuple(contexts))


def spans_in(evidence: Span, real: Sequence[tuple[Claim, Answers]]) -> list[Span] | LeftOut:
    """The spans of all actors and recipients, in their order."""
    ends = [end for _, said in real for end in (said.actor, said.recipient) if end is not None]
    found = {span_of(end) for end in ends}
    spans = sorted((one for one in found if one is not None), key=lambda one: (one.start, one.end))
    if None in found or not all(evidence.holds(one) for one in spans):
        return "somebody is not named in it"
    if any(one.overlaps(other) for one, other in pairwise(spans)):
        return "names overlap"
    return spans if len(spans) <= MOST_SPANS else "too many are named"


def pairs_between(
    article: Article, spans: Sequence[Span], real: Sequence[tuple[Claim, Answers]]
) -> tuple[Pair, ...] | LeftOut:
    """The events between the spans."""
    numbers = {(one.start, one.end): n for n, one in enumerate(spans, 1)}

    def number(end: Thing | None) -> int:
        return 0 if end is None else numbers[end.start or 0, end.end or 0]

    made = tuple(
        Pair(
            number(said.actor),
            number(said.recipient),
            said.type,
            said.mode,
            said.status,
            claim.trigger.of(article.text),
        )
        for claim, said in real
    )
    ends = [(one.actor, one.recipient) for one in made]
    if (0, 0) in ends or any(one == other != 0 for one, other in ends):
        return "an event in it has no ends"
    return made if len({*ends}) == len(ends) else "two events have the same ends"


def span_of(end: Thing) -> Span | None:
    """Where somebody is named; None where no words name them."""
    return None if end.start is None or end.end is None else Span(end.start, end.end)


def marked(text: str, evidence: Span, spans: Sequence[Span]) -> str:
    """The words of the evidence with the spans marked by their numbers."""
    made, place = "", evidence.start
    for number, one in enumerate(spans, 1):
        made += f"{text[place : one.start]}[{number} {one.of(text)}]"
        place = one.end
    return made + text[place : evidence.end]
