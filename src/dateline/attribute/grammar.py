"""A sentence as a tree, and spans of its parts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from dateline.records.text import Sentence, Span, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
AUXILIARIES = frozenset({"aux", "auxpass", "neg"})
EDGE = frozenset(",.;:-–—") | {"--", "...", "…", "!", "?"}
TRAILING = EDGE - {"!", "?", "…", "..."}
LONGEST = 400
"""Sentences of more words are no sentences; their grammar is not read."""


@dataclass(frozen=True)
class Tree:
    """A sentence whose words know the words that hang on them."""

    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]

    def child(self, at: int, relations: Collection[str]) -> int | None:
        """The first word on `at` with one of the relations."""
        return next((one for one in self.children[at] if self.tokens[one].relation in relations), None)

    def all_of(self, at: int, relations: Collection[str]) -> list[int]:
        """The words on `at` with one of the relations."""
        return [one for one in self.children[at] if self.tokens[one].relation in relations]

    def reach(self, at: int, without: Collection[int] = ()) -> list[int]:
        """The word and all that hangs on it, at any depth, in text order; not what hangs on words of `without`."""
        found, waiting = set[int](), [at]
        while waiting:
            one = waiting.pop()
            if one not in without and one not in found:
                found.add(one)
                waiting += self.children[one]
        return sorted(found)

    def up(self, at: int) -> Iterator[int]:
        """The words that `at` hangs on, the nearest first, up to the root."""
        for _ in self.tokens:
            head = self.tokens[at].head
            if head == at:
                return
            at = head
            yield at

    def run(self, members: Iterable[int], at: int) -> list[int]:
        """Those members that stand side by side around `at`."""
        chosen = set(members)
        first = last = at
        while first - 1 in chosen:
            first -= 1
        while last + 1 in chosen:
            last += 1
        return list(range(first, last + 1))

    def spans(self, members: Iterable[int]) -> list[Span]:
        """The members as spans: neighbours in one, punctuation left out at the edges of each."""
        runs: list[list[int]] = []
        for one in sorted(members):
            if runs and self.only_points(runs[-1][-1] + 1, one):
                runs[-1].append(one)
            else:
                runs.append([one])
        return [span for run in runs if (span := self.span(run))]

    def only_points(self, start: int, end: int) -> bool:
        """Whether nothing stands between two words, or a single mark of punctuation."""
        return end - start <= 0 or (end - start == 1 and self.tokens[start].pos == "PUNCT")

    def span(self, run: list[int]) -> Span | None:
        """From the first to the last word of a run, without punctuation at the edges; None when nothing is left."""
        first, last = 0, len(run) - 1
        while first <= last and self.tokens[run[first]].text in EDGE:
            first += 1
        while last >= first and self.tokens[run[last]].text in TRAILING:
            last -= 1
        return Span(self.tokens[run[first]].start, self.tokens[run[last]].end) if first <= last else None


def tree_of(sentence: Sentence) -> Tree:
    """The tree of a sentence. A word whose head is out of range is its own."""
    count = len(sentence.tokens)
    tokens = tuple(
        one if 0 <= one.head < count else replace(one, head=at, relation="root")
        for at, one in enumerate(sentence.tokens)
    )
    children: list[list[int]] = [[] for _ in tokens]
    for at, token in enumerate(tokens):
        if token.head != at:
            children[token.head].append(at)
    return Tree(tokens, tuple(tuple(one) for one in children))


def noun_phrase(tree: Tree, at: int, without: Collection[int] = ()) -> Span | None:
    """The whole phrase of a noun: titles, appositions and relative clauses that stand by it."""
    return tree.span(tree.run(tree.reach(at, without), at))
