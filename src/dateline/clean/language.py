"""Which language a text is in."""

from __future__ import annotations

from functools import cache
from typing import Any

from dateline.clean.paragraphs import words_of
from dateline.lexicon.files import load

ENOUGH = 200
"""Letters below which a guess is trusted only when other things speak for it."""
SURE = 0.9
FEWEST = 40
"""Letters below which no guess is trusted."""
UNLIKELY = 0.001
"""Probability of English below which a short text is foreign: English headlines seen have 0.1 and more."""
SAMPLE = 4000


def foreign(text: str) -> str | None:
    """The ISO 639-1 code of the language that a text is in when that is surely not English, else None.

    Judged by naive Bayes over byte n-grams (Lui and Baldwin 2012) at its beginning and its middle. A text of 40 to 200
    letters is foreign only if it has no small word of English and is no row of names, as some headlines are.
    """
    middle = len(text) // 2
    sample = text[:SAMPLE] + (" " + text[middle : middle + SAMPLE] if len(text) > 2 * SAMPLE else "")
    if letters(sample) < ENOUGH:
        return foreign_if_short(sample)
    language, score = identifier().classify(lowered(sample))
    return str(language) if language != "en" and score > SURE else None


def foreign_if_short(text: str) -> str | None:
    """The same for a text of less than 200 letters."""
    if not may_be_foreign(text):
        return None
    ranked = identifier().rank(text)
    return str(ranked[0][0]) if dict(ranked)["en"] < UNLIKELY else None


def may_be_foreign(text: str) -> bool:
    """Whether a short text is long enough to judge, holds no small word of English, and is not mostly names."""
    words = words_of(text)
    names = sum(word[0].isupper() for word in words)
    if letters(text) < FEWEST or 5 * names > 3 * len(words):
        return False
    return small_words().isdisjoint(word.casefold() for word in words)


@cache
def small_words() -> frozenset[str]:
    """Words that a text in English can hardly do without."""
    return frozenset(load("en/small_words.yaml")["small_words"])


def letters(text: str) -> int:
    """How many letters there are in a text."""
    return sum(map(str.isalpha, text))


def lowered(text: str) -> str:
    """The text in small letters if it is mostly in capitals, which the statistics do not know."""
    return text.lower() if 2 * sum(map(str.isupper, text)) > letters(text) else text


def declared_foreign(language: str | None) -> bool:
    """Whether a language is given, as a code or by its English name, and is not English."""
    return bool(language) and not declared_english(language)


def declared_english(language: str | None) -> bool:
    """Whether English is given: "en", "en-GB", "eng", "English"."""
    return (language or "").strip().casefold().replace("_", "-").partition("-")[0] in {"en", "eng", "english"}


@cache
def identifier() -> Any:
    """The statistics, opened once a process; scores are probabilities."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
