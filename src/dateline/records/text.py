"""Words of a text: spans, tokens, sentences. Offsets are half-open, in code points of the article's text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """Some characters of a text, `[start, end)`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters themselves."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Skipped(Span):
    """Words that no step should read, and why: boilerplate, repeated, byline, caption, dateline, credit, link …"""

    reason: str


@dataclass(frozen=True, slots=True)
class Token(Span):
    """A word with its grammar.

    `head` is the position, in the sentence, of the word this one hangs on; the root of a sentence is its own head.
    """

    text: str
    lemma: str
    """Lower case, but for names."""
    pos: str
    """Universal part of speech (NOUN, PROPN, VERB, AUX …)."""
    tag: str
    """Penn Treebank tag (VBD, NNS …)."""
    relation: str
    """Dependency label of the CLEAR style that spaCy's English models use (nsubj, nsubjpass, dobj, agent, pobj …)."""
    head: int
    entity: str = ""
    """Kind of the named entity the word belongs to (PERSON, ORG, GPE, NORP, LOC, FAC, DATE …), or ""."""


@dataclass(frozen=True, slots=True)
class Sentence(Span):
    """A sentence and its words. `tokens` cover the words only; they are empty until the text has been parsed."""

    tokens: tuple[Token, ...] = ()
