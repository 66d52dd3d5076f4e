"""Words of a stretch of text, before any grammar: names are joined, and capitals lowered where all is in capitals."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.lexicon.names import must_join, names_in
from dateline.parse.capitals import is_name, is_placed, plain
from dateline.parse.titles import is_common, is_titled
from dateline.records.text import Span

BLANK_LINE = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
LINE = re.compile(r"\n")
SENTENCE_ENDS = ".!?:;\"”’')]"
ENDS = frozenset(".!?")
"""Words after which another sentence opens."""
LONGEST = 20_000
"""A block of more characters is cut: no paragraph is that long, and a parser's memory grows with it."""
LONGEST_TITLE = 300
"""Characters of the longest line that may be a headline."""
HYPHENED = re.compile(r"((?:[A-Z]\.)+)([-‐‑])\w")
"""Initials that a hyphen joins to a word: tokenizers leave them as one: "U.S.-backed"."""
STAND_IN = "Hezbollah"
"""What the parser sees for a joined name: a proper noun that it surely knows for one."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as the article has it, and as the parser is shown it."""

    span: Span
    text: str
    shown: str
    spaced: bool
    """Whether white space follows."""
    is_name: bool = False


def blocks(text: str, skipped: Sequence[Span]) -> list[Span]:
    """The paragraphs of a text, without what is skipped, none longer than `LONGEST`."""
    pieces = [piece for paragraph in paragraphs(text) for piece in without(paragraph, skipped)]
    return [part for piece in pieces for part in cut(text, piece) if part.of(text).strip()]


def paragraphs(text: str) -> Iterator[Span]:
    """Stretches between blank lines; between any two lines, where the lines are paragraphs and not wrapped."""
    breaks = BLANK_LINE if is_wrapped(text) else LINE
    start = 0
    for found in breaks.finditer(text):
        yield Span(start, found.start())
        start = found.end()
    yield Span(start, len(text))


def is_wrapped(text: str) -> bool:
    """Whether lines are broken in the midst of sentences: most of them then end without a full stop."""
    lines = [line.rstrip() for line in text.split("\n")]
    inner = [line for line, following in pairwise(lines) if line and following.strip()]
    ended = sum(line[-1] in SENTENCE_ENDS for line in inner)
    short = sum(len(line) <= 100 for line in inner)
    return bool(inner) and 2 * ended < len(inner) and 10 * short >= 9 * len(inner)


def without(span: Span, skipped: Sequence[Span]) -> Iterator[Span]:
    """What is left of a span without the skipped ones, which are in order."""
    start = span.start
    for gap in skipped:
        if gap.overlaps(span):
            if start < gap.start:
                yield Span(start, gap.start)
            start = max(start, gap.end)
    if start < span.end:
        yield Span(start, span.end)


def cut(text: str, span: Span) -> Iterator[Span]:
    """The span in parts of at most `LONGEST` characters, cut at white space where there is some."""
    start = span.start
    while span.end - start > LONGEST:
        at = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        end = at if at > 0 else start + LONGEST
        yield Span(start, end)
        start = end
    yield Span(start, span.end)


def words_of(
    text: str, block: Span, tokens: Iterable[tuple[int, int]], is_english: Callable[[str], bool] = bool
) -> list[Word]:
    """The words of a block, from the offsets (in the block) at which a tokenizer cut it.

    `is_english` is asked of words in lower case where all is in capitals; without it only names of news are known.
    """
    content = block.of(text)
    spans = [part for start, end in tokens for part in apart(content, start, end)]
    shout = is_shouted(content)
    titled = not shout and len(content) < LONGEST_TITLE and is_titled([content[start:end] for start, end in spans])
    names = dict(must_join(content))
    proper = {n for match in names_in(content) for n in range(match.start, match.end)} if shout or titled else set()
    opening = {start for start, _ in spans[:1]} | {
        one[0] for mark, one in pairwise(spans) if content[slice(*mark)] in ENDS
    }
    words: list[Word] = []
    position, after_name = 0, False
    while position < len(spans):
        start, end = spans[position]
        joined = start in names
        position += 1
        while joined and end < names[start] and position < len(spans):
            end = spans[position][1]
            position += 1
        at = Span(block.start + start, block.start + end)
        shown = content[start:end]
        if joined:
            shown = STAND_IN
        elif shout or (titled and start not in proper and is_common(shown)):
            capital = start in proper or (shout and is_name(shown, is_english, after_name=after_name))
            after = content[slice(*spans[position])] if shout and position < len(spans) else ""
            capital = capital or (shout and is_placed(shown, [one.text for one in words[-2:]], after, is_english))
            after_name = capital
            shown = plain(shown, capital=capital or start in opening)
        words.append(Word(at, content[start:end], shown, content[end : end + 1].isspace(), joined))
    return words


def apart(content: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A token; none that is white space, and three of one like "U.S.-backed"."""
    found = HYPHENED.match(content, start, end)
    if found is not None:
        yield found.span(1)
        yield found.span(2)
        yield found.end(2), end
    elif not content[start:end].isspace():
        yield start, end


def is_shouted(content: str) -> bool:
    """Whether nearly all letters are capitals."""
    letters = [letter for letter in content if letter.isalpha()]
    return len(letters) > 20 and sum(letter.isupper() for letter in letters) > 0.8 * len(letters)
