"""The words and the mentions of actors of an article, to be asked for by place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from dateline.attribute.grammar import LONGEST, noun_phrase, tree_of
from dateline.records.mention import ActorMention
from dateline.records.text import Sentence, Span, Token


@dataclass(frozen=True)
class Cast:
    """The words and the mentions of actors of an article, to be asked for by place."""

    sentences: Sequence[Sentence]
    actors: Sequence[ActorMention]

    @cached_property
    def starts(self) -> list[int]:
        """Where each sentence starts."""
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def ordered(self) -> list[ActorMention]:
        """The mentions in text order."""
        return sorted(self.actors, key=lambda one: (one.start, one.end))

    @cached_property
    def mention_starts(self) -> list[int]:
        """Where each of them starts."""
        return [mention.start for mention in self.ordered]

    @cached_property
    def known(self) -> dict[str, list[ActorMention]]:
        """The mentions of each actor by its id, without pronouns, each country and sectors once."""
        found: dict[str, dict[object, ActorMention]] = {}
        for one in self.ordered:
            if one.actor_id and one.form != "pronoun":
                found.setdefault(one.actor_id, {}).setdefault((one.country, one.sectors), one)
        return {actor_id: list(mentions.values()) for actor_id, mentions in found.items()}

    def mentions_in(self, span: Span) -> list[ActorMention]:
        """The mentions that share a character with a span and start at most 200 characters before it."""
        first = bisect_left(self.mention_starts, span.start - 200)
        return [one for one in self.ordered[first : bisect_left(self.mention_starts, span.end)] if one.overlaps(span)]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds an offset."""
        place = bisect_right(self.starts, offset) - 1
        return self.sentences[place] if place >= 0 and offset < self.sentences[place].end else None

    def sentences_in(self, span: Span) -> int:
        """How many sentences start behind the start of a span and before its end."""
        return max(0, bisect_left(self.starts, span.end) - bisect_right(self.starts, span.start))

    def acts_in(self, span: Span) -> bool:
        """Whether a person's name is the subject of a verb in a span."""
        first, last = bisect_left(self.mention_starts, span.start), bisect_left(self.mention_starts, span.end)
        heads = (self.head_of(one) for one in self.ordered[first:last] if one.form == "name")
        return any(head.relation in {"nsubj", "nsubjpass"} and head.entity == "PERSON" for head in heads if head)

    def words_in(self, span: Span) -> list[Token]:
        """The words of a span, of the sentence that it starts in."""
        sentence = self.sentence_at(span.start)
        return [token for token in sentence.tokens if span.holds(token)] if sentence else []

    def head_of(self, span: Span) -> Token | None:
        """The word of a span that the others hang on; of a relative pronoun, the noun it stands for."""
        sentence = self.sentence_at(span.start)
        words = self.words_in(span)
        if sentence is None or not words:
            return None
        outside = (
            word for word in words if word.head >= len(sentence.tokens) or not span.holds(sentence.tokens[word.head])
        )
        head = next(outside, next((word for word in words if word.relation == "root"), words[-1]))
        return self.antecedent(sentence, head) or head if head.tag in {"WP", "WDT"} else head

    def phrase_of(self, span: Span) -> Span | None:
        """The phrase of the name in a span with what says who it is: titles, appositions, prepositions."""
        sentence, head = self.sentence_at(span.start), self.head_of(span)
        if sentence is None or head is None or len(sentence.tokens) > LONGEST:
            return None
        tree = tree_of(sentence)
        at = sentence.tokens.index(head)
        if head.relation in {"appos", "compound"} and tree.tokens[head.head].pos in {"NOUN", "PROPN"}:
            at = head.head
        return noun_phrase(tree, at)

    def antecedent(self, sentence: Sentence, pronoun: Token) -> Token | None:
        """The noun whose relative clause a pronoun opens."""
        token = pronoun
        for _ in range(5):
            if not 0 <= token.head < len(sentence.tokens):
                return None
            above = sentence.tokens[token.head]
            if token.relation == "relcl":
                return above
            token = above
        return None
