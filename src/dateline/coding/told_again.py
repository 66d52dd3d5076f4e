"""Days that the text carries on: what was dated once is told again without its day, in quotations above all."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from dateline.lexicon.predicates import predicates_for
from dateline.records.claim import Claim, When

MATERIAL = frozenset({2, 4})
"""Deeds; words ("accused", "urged") are of the day when they are said."""
OVER = frozenset({"happened", "denied", "did_not_happen", "possible"})
"""Statuses of what may be told again."""
SOURCES = frozenset({"happened", "ongoing", "denied", "did_not_happen"})
FINE = frozenset({"minute", "hour", "day", "week", "month"})
OF_REPORT = frozenset({"dateline", "published"})
BETWEEN = 3
"""Characters between two sentences of one paragraph, or of two."""
RECENT = timedelta(days=31)
"""How old a day may be that the story is about; older ones are background, but where the lead tells nothing newer."""


@dataclass
class Memory:
    """The last deeds told, by type and by who took part in them; `today` is the day of the report.

    `is_fresh` says whether one of them was of late. A key without a type stands for deeds of any type, one without an
    actor for deeds of anybody.
    """

    today: date | None
    lead: int | None = None
    is_fresh: bool = False
    newest: Claim | None = None
    last: dict[tuple[str | None, str | None], Claim] = field(default_factory=dict)
    old: dict[str, Claim] = field(default_factory=dict)
    """The last deeds of each type that are too old to be told of again without their day."""

    def keep(self, claim: Claim) -> None:
        """Takes in a claim that has its day."""
        if self.lead is None:
            self.lead = claim.evidence.start
        if claim.quad in MATERIAL and claim.when is not None and claim.when.begin is not None:
            self.newest = claim
        if self.is_source(claim):
            self.is_fresh = self.is_fresh or not self.is_old(claim)
            for kind in (claim.type, None):
                self.last |= {(kind, end): claim for end in (*ends(claim), None)}
        elif self.is_deed(claim) and self.is_old(claim):
            self.old[claim.type] = claim

    def is_source(self, claim: Claim) -> bool:
        """Whether later words may tell of this deed and its day again."""
        when = claim.when
        if when is None or not self.is_deed(claim):
            return False
        if when.basis in OF_REPORT:
            return True
        is_story = not self.is_old(claim) or (claim.evidence.start == self.lead and not self.is_fresh)
        return when.precision in FINE and is_story

    def is_deed(self, claim: Claim) -> bool:
        """Whether it is a deed whose day is known."""
        is_dated = claim.when is not None and claim.when.begin is not None
        return is_dated and claim.quad in MATERIAL and claim.status in SOURCES

    def is_old(self, claim: Claim) -> bool:
        """Whether a deed was longer ago than what reports are about."""
        last = None if claim.when is None else claim.when.finish or claim.when.begin
        return self.today is not None and last is not None and self.today - last > RECENT

    def recall(self, claim: Claim, is_retold: bool, is_told: bool = False) -> When | None:
        """The day of the deed that a claim tells again: of one of its type, else where it `is_retold` of any.

        None where there is none, where that one has no day but the report's, and, where a day says when it `is_told`
        of, where others did that to others.
        """
        if claim.quad not in MATERIAL or claim.status not in OVER:
            return None
        source = self.nearest(claim.type, claim) or (self.nearest(None, claim) if is_retold else None)
        if source is not None and is_told and is_of_others(claim, source):
            return None
        if source is None or source.when is None or source.when.basis in OF_REPORT:
            return None
        return source.when if source.when.basis == "told" else replace(source.when, basis="carried")

    def just_told(self, claim: Claim) -> When | None:
        """The day of a deed of the same type, however long ago, that the sentence right before tells, or the same."""
        before = self.newest
        if before is None or before.when is None or before.type != claim.type or not self.is_old(before):
            return None
        is_next = claim.evidence.start - before.evidence.end <= BETWEEN
        return replace(before.when, basis="carried") if is_next else None

    def known(self, noun: str) -> When | None:
        """The day of the last deed that a noun may stand for ("the raid"); None where it has none but the report's."""
        kinds = [one.type for one in predicates_for(noun, "noun")]
        found = (self.last.get((kind, None)) or self.old.get(kind) for kind in kinds)
        source = next((one for one in found if one is not None), None)
        return None if source is None or source.when is None or source.when.basis in OF_REPORT else source.when

    def nearest(self, kind: str | None, claim: Claim) -> Claim | None:
        """The last deed of a type that shares an end with a claim, else the last of that type."""
        shared = [self.last[kind, end] for end in ends(claim) if (kind, end) in self.last]
        return max(shared, key=lambda one: one.trigger.start, default=None) or self.last.get((kind, None))


def is_of_others(claim: Claim, source: Claim) -> bool:
    """Whether two deeds have each both their ends, and none of them in common."""
    both = claim.actor and claim.recipient and source.actor and source.recipient
    return bool(both) and set(ends(claim)).isdisjoint(ends(source))


def ends(claim: Claim) -> list[str]:
    """Who took part in a deed: ids, else words in lower case."""
    return [one.actor_id or one.text.lower() for one in (claim.actor, claim.recipient) if one is not None]
