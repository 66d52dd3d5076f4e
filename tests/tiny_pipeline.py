"""A pipeline without models: an opener that takes texts, and steps that take words in capitals for claims."""

from __future__ import annotations

import os
import re
import signal
import time
from dataclasses import dataclass, replace
from typing import ClassVar

from dateline.errors import Rejected
from dateline.pipeline import Pipeline
from dateline.records.article import Article, Capture
from dateline.records.claim import Claim, Claimant, Relation, When
from dateline.records.ids import article_id
from dateline.records.mention import ActorMention, PlaceMention
from dateline.records.reading import Reading
from dateline.records.text import Sentence, Span
from dateline.records.tie import KINDS


@dataclass(frozen=True)
class Open:
    def __call__(self, capture: Capture, /) -> Reading:
        text = capture.text or ""
        if len(text) < 3:
            raise Rejected(f"too short ({len(text)} characters)")
        name = capture.id or article_id(text, capture.url, capture.published)
        day = capture.published
        return Reading(Article(name, text, capture.url, capture.source, capture.title, published=day))


@dataclass(frozen=True)
class CodeCapitals:
    """Each word in capitals is an event by the word before it, done to the word after it."""

    pause: float = 0.0
    reads: ClassVar[frozenset[str]] = frozenset({"article"})
    writes: ClassVar[frozenset[str]] = frozenset({"claims", "sentences"})

    def __call__(self, reading: Reading, /) -> Reading:
        text = reading.article.text
        if "#break" in text:
            raise ValueError("this text breaks me")
        if "#kill" in text:
            os.kill(os.getpid(), signal.SIGKILL)
        time.sleep(self.pause)
        found = re.finditer(r"(\w+) ([A-Z]{3,}) (\w+)", text)
        claims = tuple(claim(f"c{n}", match, reading.article) for n, match in enumerate(found, 1))
        return replace(reading, claims=claims, sentences=(Sentence(0, len(text)),))


@dataclass(frozen=True)
class TieCapitals:
    """Each claim whose type is a kind of tie ("BACKS") tells that tie too."""

    reads: ClassVar[frozenset[str]] = frozenset({"article", "claims"})
    writes: ClassVar[frozenset[str]] = frozenset({"relations"})

    def __call__(self, reading: Reading, /) -> Reading:
        found = [
            Relation(one.type.lower(), one.actor, one.recipient, one.evidence, one.claimant, 0.8)
            for one in reading.claims
            if one.actor and one.recipient and one.type.lower() in KINDS
        ]
        return replace(reading, relations=tuple(found))


def claim(name: str, match: re.Match[str], article: Article) -> Claim:
    day = article.published_day
    who = actor(match, 1)
    place = PlaceMention(
        *match.span(3), match[3], place_id=f"p:{match[3]}", name=match[3], country="SYR", lat=1.5, lon=2.5
    )
    return Claim(
        id=name,
        type=match[2],
        trigger=Span(*match.span(2)),
        evidence=Span(*match.span(0)),
        actor=who,
        recipient=actor(match, 3),
        place=replace(place, precision="settlement") if day else None,
        when=When(None, None, day, day, "day", "published") if day else None,
        claimant=Claimant("actor", *match.span(1), who.actor_id, who.name) if len(match[1]) % 2 else Claimant("outlet"),
        claimant_is_party=bool(len(match[1]) % 2),
    )


def actor(match: re.Match[str], group: int) -> ActorMention:
    word = match[group]
    return ActorMention(*match.span(group), word, "name", word.lower(), word.title(), word[:3].upper(), ("GOV",))


def tiny(pause: float = 0.0) -> Pipeline:
    return Pipeline(Open(), (CodeCapitals(pause), TieCapitals()), run="tiny-1")
