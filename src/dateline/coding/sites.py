"""Sites of a town that words tell without naming the town: "in parliament", "at the airport", "their university"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.lexicon.files import load
from dateline.records.text import Sentence, Span, Token

DEFINITE = frozenset({"det", "poss"})
HIT = frozenset({"dobj", "nsubjpass"})


def has_site(sentence: Sentence, trigger: Span) -> bool:
    """Whether an event is told to have been at a site that a reader knows where the town is known."""
    return any(is_scene(sentence, n, trigger) for n in named(sentence, "sites"))


def is_in_region(sentence: Sentence, trigger: Span) -> bool:
    """Whether an event is told to have been in another part of a country: "in the south"."""
    return any(is_scene(sentence, n, trigger) for n in named(sentence, "elsewhere"))


def named(sentence: Sentence, kind: str) -> list[int]:
    """Where nouns of a kind stand that are said as known."""
    words, tokens = load("en/sites.yaml"), sentence.tokens
    sites = (n for n, one in enumerate(tokens) if one.lemma.lower() in words[kind])
    return [n for n in sites if is_definite(tokens, n) or is_bare(tokens, n)]


def is_definite(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun is said as known: "the airport", "their university"."""
    before = determiners(tokens, at)
    return bool(before) and before.isdisjoint(load("en/sites.yaml")["indefinite"])


def is_bare(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun is known without an article: "in parliament"."""
    return not determiners(tokens, at) and tokens[at].lemma.lower() in load("en/sites.yaml")["bare"]


def determiners(tokens: Sequence[Token], at: int) -> frozenset[str]:
    """The words before a noun that say which is meant, or whose."""
    return frozenset(one.lemma.lower() for one in tokens if one.head == at and one.relation in DEFINITE)


def is_scene(sentence: Sentence, at: int, trigger: Span) -> bool:
    """Whether a noun says where something is, or was hit by the event."""
    token, head = sentence.tokens[at], sentence.tokens[sentence.tokens[at].head]
    if token.relation in HIT:
        return head.overlaps(trigger)
    return token.relation == "pobj" and head.lemma.lower() in load("en/circumstances.yaml")["locative"]
