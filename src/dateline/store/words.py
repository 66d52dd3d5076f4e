"""Text as databases keep it and find it."""

from __future__ import annotations

import re
from collections.abc import Callable

from dateline.errors import BadConfig
from dateline.records.ids import digest

LONGEST_KEY = 500
"""Letters of a primary key; databases limit what they index."""
LONGEST_QUERY = 500

_unstorable = re.compile("[\x00\ud800-\udfff]")
_word = re.compile(r"\w+")


def storable(value: str) -> str:
    """The text with what no database takes (NUL, half a surrogate pair) shown as U+FFFD, at the same length."""
    return _unstorable.sub("\ufffd", value)


def key(value: str) -> str:
    """An id as a primary key: itself, or a digest where it is too long for an index."""
    return storable(value) if len(value) <= LONGEST_KEY else digest("key", value)


def key_of(*values: str | None) -> str | None:
    """The words of some texts, case folded, with a space around each and a bar between texts; None without any."""
    texts = [" ".join(words_of(value)) for value in values if value]
    return f" {' | '.join(texts)} " if texts else None


def words_of(value: str) -> list[str]:
    """The words of a text, case folded."""
    return _word.findall(storable(value).casefold())


def sought(value: str) -> str:
    """What a key must hold so that it has these words, in this order. Raises `BadConfig` where there is no word."""
    words = words_of(value)
    if not words or len(value) > LONGEST_QUERY:
        raise BadConfig(f"cannot search for {value[:50]!r}: give one word or a few")
    return f" {' '.join(words)} "


def having(words: str) -> Callable[[str | None], bool]:
    """Whether a key has these words. Raises `BadConfig` as `sought` does."""
    wanted = sought(words)
    return lambda key: key is not None and wanted in key
