"""What people decided: appended to what others decided before, never overwritten."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from dateline.records.claim import Claim

SAME, DIFFERENT, WITHDRAWN, STANDS, TAKEN_BACK = "same", "different", "withdrawn", "stands", "taken_back"


@dataclass(frozen=True, slots=True)
class Named:
    """What a decision is about: an article, or a claim of it by its type and the place of its trigger.

    The words stay where they are when an article is read again by a later version; numbers of claims may not.
    """

    article_id: str
    claim_id: str | None = None
    type: str | None = None
    start: int | None = None
    end: int | None = None

    def __str__(self) -> str:
        return self.article_id if self.claim_id is None else f"{self.article_id}/{self.claim_id}"

    def claim_in(self, claims: Iterable[Claim]) -> Claim | None:
        """The claim that is meant, of those that its article tells now; None where it tells none by these words."""
        there = [one for one in claims if (one.trigger.start, one.trigger.end) == (self.start, self.end)]
        return max(there, key=lambda one: (one.type == self.type, one.id == self.claim_id), default=None)


@dataclass(frozen=True, slots=True)
class Decision:
    """Somebody's word on claims or on an article.

    `kind` is "same" or "different": each claim of `ones` and each of `others` are, or are not, the same happening; or
    "withdrawn" or "stands", of the articles that `ones` name; or "taken_back": the decision of the number `takes_back`
    holds no more. `by` is who decided, `at` when (UTC, ISO 8601).
    """

    kind: str
    ones: tuple[Named, ...]
    others: tuple[Named, ...]
    by: str | None
    at: str
    why: str
    takes_back: int | None = None
    number: int | None = field(default=None, compare=False)
    """Its place among all decisions of a database, from 1; None before it is kept."""

    def is_about(self, names: Collection[str]) -> bool:
        """Whether it names any of some articles or claims ("article/claim")."""
        return any(str(one) in names for one in (*self.ones, *self.others))


def in_force(decisions: Sequence[Decision]) -> list[Decision]:
    """The decisions that hold, of all in the order in which they were made: without what was taken back."""
    return [one for one in standing(decisions) if one.kind != TAKEN_BACK]


def standing(decisions: Sequence[Decision]) -> list[Decision]:
    """The same with the decisions that take others back, where those were not taken back in turn."""
    taken: set[int | None] = set()
    held: list[Decision] = []
    for one in reversed(decisions):
        if one.number is None or one.number not in taken:
            held.append(one)
            taken |= {one.takes_back} if one.kind == TAKEN_BACK else set()
    return held[::-1]
