"""What an editor put into a sentence in brackets: "the ELN [National Liberation Army]", "he [word indistinct] left".

The sentence is parsed without it, and it by itself: else parsers take it for where a sentence ends or another begins.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce

from dateline.lexicon.files import load
from dateline.parse.words import Word
from dateline.records.text import Sentence, Token

OPEN, CLOSE = "[", "]"
LONGEST = 15
"""More words in brackets are no aside."""
SHORT = 4
"""A name of no more letters is short for another."""
NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


@dataclass(frozen=True, slots=True)
class Aside:
    """Words in brackets, and the brackets."""

    first: Word
    words: tuple[Word, ...]
    last: Word


def apart(words: Sequence[Word]) -> tuple[list[Word], list[Aside]]:
    """The words of a block without those of its asides, and the asides."""
    kept: list[Word] = []
    found: list[Aside] = []
    position = 0
    while position < len(words):
        end = closing(words, position)
        inner = tuple(words[position + 1 : end])
        if end > position and kept and is_aside(kept[-1], inner):
            found.append(Aside(words[position], inner, words[end]))
            shown = kept[-1].text if is_long_for(kept[-1], inner) and not kept[-1].is_name else kept[-1].shown
            kept[-1] = replace(kept[-1], shown=shown, spaced=words[end].spaced)
            position = end
        else:
            kept.append(words[position])
        position += 1
    return kept, found


def closing(words: Sequence[Word], at: int) -> int:
    """Where the bracket that opens at a word is closed again, with words between; else the word itself."""
    if words[at].text != OPEN:
        return at
    near = range(at + 2, min(at + LONGEST + 2, len(words)))
    end = next((n for n in near if words[n].text in {OPEN, CLOSE}), at)
    return end if words[end].text == CLOSE else at


def is_aside(before: Word, inner: Sequence[Word]) -> bool:
    """Whether words in brackets say nothing of the sentence: an editor's remark, the other name of what is named right
    before them, or what that is in short."""
    if inner[-1].text.lower() in load("en/asides.yaml"):
        return True
    if not before.text[-1].isalnum():
        return False
    is_short = len(inner) == 1 and 1 < len(inner[0].text) <= SHORT and inner[0].text.isupper()
    return is_short or is_long_for(before, inner)


def is_long_for(before: Word, inner: Sequence[Word]) -> bool:
    """Whether words are the name that a word in capitals is short for, or one that stands for it."""
    are_name = inner[0].is_name or (
        len(inner) > 1 and (inner[0].text[0].isupper() or inner[0].text.isdigit()) and inner[-1].text[0].isupper()
    )
    is_known = before.is_name or before.shown[0].isupper() or before.text[0] == inner[0].text[0]
    return are_name and before.text.isupper() and is_known


def with_asides(sentences: Sequence[Sentence], asides: Sequence[tuple[Aside, Sequence[Token]]]) -> Iterator[Sentence]:
    """The sentences of a block with the words of its asides, each hung on the word that it stands behind."""
    for n, one in enumerate(sentences):
        end = sentences[n + 1].start if n + 1 < len(sentences) else None
        here = [aside for aside in asides if is_in(aside[0], one.start, end)]
        yield reduce(lambda whole, aside: with_aside(whole, *aside), here, one)


def is_in(aside: Aside, start: int, end: int | None) -> bool:
    """Whether an aside stands in a sentence, which begins at `start` and ends before the next, at `end`."""
    at = aside.first.span.start
    return start < at and (end is None or at < end)


def with_aside(sentence: Sentence, aside: Aside, inner: Sequence[Token]) -> Sentence:
    """A sentence with an aside behind the last word before it."""
    at = sum(one.end <= aside.first.span.start for one in sentence.tokens)
    more = len(inner) + 2
    own = [replace(one, head=one.head + more if one.head >= at else one.head) for one in sentence.tokens]
    top = at + 1 + next(n for n, one in enumerate(inner) if one.relation == "root")
    relation = "appos" if own[at - 1].pos in NOUNS and inner[top - at - 1].pos in NOUNS else "dep"
    told = [
        replace(one, head=at - 1, relation=relation)
        if n == top
        else replace(one, head=top, relation="dep")
        if one.relation == "root"
        else replace(one, head=one.head + at + 1)
        for n, one in enumerate(inner, at + 1)
    ]
    tokens = (*own[:at], bracket(aside.first, top), *told, bracket(aside.last, top), *own[at:])
    return Sentence(tokens[0].start, tokens[-1].end, tokens)


def bracket(word: Word, head: int) -> Token:
    """A bracket as a word of a sentence."""
    return Token(word.span.start, word.span.end, word.text, word.text, "PUNCT", "-LRB-", "punct", head)
