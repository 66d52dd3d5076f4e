"""Which language a text is in."""

from __future__ import annotations

from functools import cache
from typing import Any

ENOUGH = 200
"""Letters below which no guess is trusted."""
SURE = 0.9
SAMPLE = 4000


def foreign(text: str) -> str | None:
    """The ISO 639-1 code of the language that a text is in when that is surely not English, else None.

    Judged by naive Bayes over byte n-grams (Lui and Baldwin 2012) at its beginning and its middle.
    """
    middle = len(text) // 2
    sample = text[:SAMPLE] + (" " + text[middle : middle + SAMPLE] if len(text) > 2 * SAMPLE else "")
    if letters(sample) < ENOUGH:
        return None
    language, score = identifier().classify(lowered(sample))
    return str(language) if language != "en" and score > SURE else None


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
