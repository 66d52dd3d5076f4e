"""A reading, to be asked who tells what and who stands with whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dateline.attribute.cast import Cast
from dateline.attribute.conflict import front
from dateline.attribute.parties import Knowledge
from dateline.lexicon.reporting import words_for
from dateline.records.claim import Claim
from dateline.records.ids import is_named_here
from dateline.records.reading import Reading
from dateline.records.statement import Statement
from dateline.records.text import Span, Token

INTRODUCED = 5
"""Who somebody is, is told where the name comes first."""


@dataclass(frozen=True)
class Record:
    """A reading, to be asked who tells what."""

    reading: Reading

    @cached_property
    def cast(self) -> Cast:
        """Its words and actors."""
        return Cast(self.reading.sentences, self.reading.actors)

    @cached_property
    def by_id(self) -> Mapping[str, Statement]:
        """Its statements."""
        return {statement.id: statement for statement in self.reading.statements}

    @cached_property
    def known(self) -> Knowledge:
        """What the article tells of who stands with and against whom."""
        return Knowledge(self.reading.relations, front(self.reading.claims), self.reading.article.published_day)

    def introductions(self, actor_id: str | None) -> list[Span]:
        """For a person whom nobody knows, the phrases that say who it is: "Seevaratnam Puleedevan of the Tigers"."""
        if actor_id is None or not is_named_here(actor_id):
            return []
        if actor_id not in self._introduced:
            named = [one for one in self.cast.ordered if one.actor_id == actor_id and one.form == "name"]
            spans = [self.cast.phrase_of(one) for one in named[:INTRODUCED]]
            self._introduced[actor_id] = [span for span in spans if span is not None]
        return self._introduced[actor_id]

    @cached_property
    def _introduced(self) -> dict[str, list[Span]]:
        return {}

    def around(self, statement: Statement, claim: Claim) -> list[Token]:
        """The words of that part of a statement's content that holds a claim."""
        part = next((span for span in statement.content if span.holds(claim.trigger)), statement.content[0])
        return list(self.cast.words_in(part))

    def chain(self, name: str | None) -> list[Statement]:
        """A statement and those that hold it, innermost first."""
        found: list[Statement] = []
        while name is not None and name in self.by_id and self.by_id[name] not in found:
            inner = self.by_id.get(self.passed_on.get(name, ""))
            found += [inner] if inner is not None and inner not in found else []
            found.append(self.by_id[name])
            name = found[-1].within or self.passer_on.get(name)
        return found

    @cached_property
    def passer_on(self) -> Mapping[str, str]:
        """From a statement that another passes on to that one."""
        return {inner: outer for outer, inner in self.passed_on.items()}

    @cached_property
    def passed_on(self) -> Mapping[str, str]:
        """From a statement to the one whose words it passes on: "Al Jazeera reported, citing a Syrian officer"."""
        found: dict[str, str] = {}
        same: dict[tuple[Span, ...], list[Statement]] = {}
        for one in self.reading.statements:
            same.setdefault(one.content, []).append(one)
        for inner in self.reading.statements:
            cue = inner.cue.of(self.reading.article.text).lower() if inner.cue else ""
            others = same[inner.content] if cue in words_for("passing_on") else []
            found |= {one.id: inner.id for one in others if one is not inner and one.source is not None}
        return found
