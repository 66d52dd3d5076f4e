"""A sentence as a tree: which word hangs on which."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from dateline.records.text import Sentence, Span, Token


@dataclass(frozen=True)
class Tree:
    """The words of a sentence with ways to walk between them. All positions count from the sentence's first word."""

    sentence: Sentence

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The words."""
        return self.sentence.tokens

    @cached_property
    def below(self) -> tuple[tuple[int, ...], ...]:
        """For each word the words that hang on it, in order."""
        found: list[list[int]] = [[] for _ in self.tokens]
        for position, token in enumerate(self.tokens):
            if token.head != position:
                found[token.head].append(position)
        return tuple(tuple(positions) for positions in found)

    def kids(self, position: int, *relations: str) -> list[int]:
        """The words that hang on this one by one of the relations (by any, when none is named)."""
        return [n for n in self.below[position] if not relations or self.tokens[n].relation in relations]

    def head(self, position: int) -> int | None:
        """The word that this one hangs on; None for the root."""
        head = self.tokens[position].head
        return None if head == position else head

    def above(self, position: int) -> Iterator[int]:
        """The words over this one, nearest first."""
        seen = {position}
        head = self.head(position)
        while head is not None and head not in seen:
            yield head
            seen.add(head)
            head = self.head(head)

    def under(self, position: int) -> list[int]:
        """This word and all that hangs on it, however deep, in order."""
        found, todo = {position}, [position]
        while todo:
            fresh = [n for n in self.below[todo.pop()] if n not in found]
            found.update(fresh)
            todo += fresh
        return sorted(found)

    def span(self, position: int) -> Span:
        """The characters of a word."""
        return Span(self.tokens[position].start, self.tokens[position].end)

    def stretch(self, position: int) -> Span:
        """The characters from the first to the last word under this one."""
        words = self.under(position)
        return Span(self.tokens[words[0]].start, self.tokens[words[-1]].end)

    def at(self, span: Span) -> list[int]:
        """The words that share a character with a span."""
        return [n for n, token in enumerate(self.tokens) if token.overlaps(span)]

    def top(self, span: Span) -> int | None:
        """The word of a span that hangs on something outside it, the first if there are several."""
        inside = self.at(span)
        return next((n for n in inside if self.tokens[n].head not in inside or self.tokens[n].head == n), None)
