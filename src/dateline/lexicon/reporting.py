"""Words that report, and what a stance does to a claim."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.lexicon.files import load


@dataclass(frozen=True, slots=True)
class ReportingWord:
    """A word that brings a statement: what it says of the source's stance, and where the content stands (`frames`).

    `data/en/reporting.yaml` explains the frames. `pos` is verb, noun, adjective, phrase or adverb.
    """

    lemma: str
    pos: str
    stance: str
    frames: frozenset[str]
    prepositions: frozenset[str]
    example: str


@dataclass(frozen=True, slots=True)
class StanceRule:
    """The status that a claim in the content of such a statement gets when it was read as happened or ongoing."""

    status: str
    infinitive_only: bool


@cache
def reporting_words() -> dict[tuple[str, str], ReportingWord]:
    """All words of `en/reporting.yaml`, by lemma and part of speech."""
    words = [
        ReportingWord(
            entry["lemma"],
            entry["pos"],
            entry["stance"],
            frozenset(entry["frames"]),
            frozenset(entry.get("prepositions", ())),
            entry["example"],
        )
        for entry in load("en/reporting.yaml")
    ]
    return {(word.lemma, word.pos): word for word in words}


def reporting_word(lemma: str, pos: str) -> ReportingWord | None:
    """The entry of a lemma (lower case) as a verb, noun, adjective, phrase or adverb; None when it reports nothing."""
    return reporting_words().get((lemma, pos))


@cache
def reporting_phrases() -> tuple[tuple[tuple[str, ...], ReportingWord], ...]:
    """The phrases that a source follows ("according to"), as words, longest first."""
    phrases = [(tuple(word.lemma.split()), word) for word in reporting_words().values() if word.pos == "phrase"]
    return tuple(sorted(phrases, key=lambda one: (-len(one[0]), one[0])))


@cache
def stance_rules() -> dict[str, StanceRule]:
    """What `en/stance.yaml` says, by stance."""
    return {row["stance"]: StanceRule(row["status"], row["content"] == "infinitive") for row in load("en/stance.yaml")}


@cache
def words_for(name: str) -> frozenset[str]:
    """One of the lists of `en/quotes.yaml`."""
    return frozenset(str(word) for word in load("en/quotes.yaml")[name])
