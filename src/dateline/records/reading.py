"""A reading: everything one article says."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.records.article import Article, Pair
from dateline.records.claim import Claim, Relation, TypedPair
from dateline.records.mention import ActorMention, PlaceMention, QuantityMention, TimeMention
from dateline.records.statement import Statement
from dateline.records.text import Sentence, Skipped, Span


@dataclass(frozen=True, slots=True)
class Reading:
    """What the steps learned of an article so far. A step returns `replace(reading, …)` with its own fields set."""

    article: Article
    run: str = ""
    skipped: tuple[Skipped, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    actors: tuple[ActorMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    quantities: tuple[QuantityMention, ...] = ()
    statements: tuple[Statement, ...] = ()
    scare_quotes: tuple[Span, ...] = ()
    """A few words in quotation marks that nobody is told to have said: "the \"terrorists\" were farmers"."""
    claims: tuple[Claim, ...] = ()
    relations: tuple[Relation, ...] = ()
    pairs: tuple[Pair, ...] | None = None
    typed_pairs: tuple[TypedPair, ...] | None = None
