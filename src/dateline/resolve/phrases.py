"""Noun phrases of a parsed sentence, as a reader would point at them."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.records.text import Span, Token
from dateline.records.tree import Tree

BEFORE = frozenset({"det", "poss", "amod", "compound", "nummod", "nmod", "quantmod", "predet", "advmod", "nn"})
COUNTING = frozenset({"advmod", "quantmod", "nummod"})
"""Relations of the first words of a number: "at least four"."""
NOUNS = frozenset({"NOUN", "PROPN"})
OPENING, CLOSING = "``", "''"
"""Tags of quotation marks."""


@dataclass(frozen=True)
class Phrases(Tree):
    """The words of a sentence with ways to walk between them, and the phrases that its nouns head."""

    def first(self, head: int) -> int:
        """The first word of the phrase of a noun: its determiner, possessor, number, adjectives or compounds."""
        before = [n for n in self.below[head] if n < head and self.tokens[n].relation in BEFORE]
        article = next((n for n in before if self.tokens[n].relation in {"det", "poss"}), 0)
        before = [n for n in before if n >= article or self.tokens[n].relation != "advmod"]
        edge = min((min(self.under(n)) for n in before), default=head)
        edge = self.unquoted(edge, head)
        while edge < head and self.is_loose(edge):
            edge += 1
        return edge

    def unquoted(self, first: int, head: int) -> int:
        """The first word behind a quotation that ends in a phrase and began before it: '"routinely beat" students'."""
        is_open, edge = False, first
        for n in range(first, head):
            if self.tokens[n].tag in {OPENING, CLOSING}:
                edge = edge if is_open or self.tokens[n].tag == OPENING else n + 1
                is_open = self.tokens[n].tag == OPENING
        return edge

    def is_loose(self, position: int) -> bool:
        """Whether a word cannot begin a noun phrase; "up" of "up to 20 people" can."""
        token = self.tokens[position]
        return token.pos in {"PUNCT", "CCONJ", "ADP", "SCONJ"} and token.relation not in COUNTING

    def inside(self, first: int, last: int) -> int:
        """The word, of those from `first` to `last`, that the others hang on: the last that hangs on a word outside."""
        tops = [
            n for n in range(first, last + 1) if not first <= self.tokens[n].head <= last or self.tokens[n].head == n
        ]
        return tops[-1] if tops else last

    def between(self, first: int, last: int) -> Span:
        """The characters from one word to another, both included."""
        return Span(self.tokens[first].start, self.tokens[last].end)

    def reach(self, span: Span) -> tuple[int, int] | None:
        """The first and last word that share a character with a span."""
        found = [n for n, token in enumerate(self.tokens) if token.overlaps(span)]
        return (found[0], found[-1]) if found else None

    def lemmas(self, first: int, last: int) -> list[str]:
        """The words from one to another as a dictionary has them, in lower case, without possessive marks."""
        return [plain_lemma(token) for token in self.tokens[first : last + 1] if token.tag != "POS"]

    def preposition(self, position: int) -> tuple[str, int] | None:
        """The preposition that governs a word, alone or as one of several coordinated ones, and where it stands."""
        one: int | None = position
        while one is not None and self.tokens[one].relation in {"conj", "appos"}:
            one = self.head(one)
        if one is None or self.tokens[one].relation != "pobj":
            return None
        head = self.head(one)
        return None if head is None else (self.tokens[head].lemma.lower(), head)

    def noun_of_clause(self, position: int) -> int | None:
        """The noun that the relative clause around a word is about."""
        clause = next((n for n in self.above(position) if self.tokens[n].relation == "relcl"), None)
        return None if clause is None else self.head(clause)

    def of(self, position: int) -> list[int]:
        """The nouns after "of" or "for" that hang on this one: "president of Iran"."""
        found = []
        for n in self.kids(position, "prep"):
            objects = self.kids(n, "pobj")
            if n > position and self.tokens[n].lemma in {"of", "for"} and objects:
                found.append(objects[0])
        return found


def plain_lemma(token: Token) -> str:
    """The lemma of a noun in lower case; of a name that is a common noun in the plural ("Ministers") too."""
    word = token.lemma.lower()
    if token.tag == "NNPS" and word.endswith("s") and not word.endswith("ss"):
        return f"{word[:-3]}y" if word.endswith("ies") else word[:-1]
    return word


def without_article(words: str) -> str:
    """Words without "the", "a" or "an" before them, on one line."""
    parts = words.split()
    return " ".join(parts[1:] if len(parts) > 1 and parts[0].lower() in {"the", "a", "an"} else parts)
