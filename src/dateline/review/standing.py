"""What stands of the decisions on claims: without what was taken back, each person's last word, and what follows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.records.review import (
    ACCEPTED,
    CODING,
    COMMENT,
    EDITED,
    REJECT,
    REJECTED,
    UNDO,
    UNSETTLED,
    Answers,
    Review,
)
from dateline.review.answers import differing


def in_force(reviews: Iterable[Review]) -> tuple[Review, ...]:
    """The decisions that nobody has taken back for good, in their order, without the taking back itself."""
    back: dict[int, bool] = {}
    made: list[Review] = []
    for one in reviews:
        if one.takes_back is not None:
            back[one.takes_back] = one.verdict == UNDO
        else:
            made.append(one)
    return tuple(one for one in made if not back.get(one.number))


def stacks(own: Iterable[Review]) -> tuple[list[Review], list[Review]]:
    """Of one person's decisions those that "undo" can take back, and those that "redo" can put in force, last first.

    As in any editor: a new decision ends what could be redone. What two pages take back at once is taken back once.
    """
    done: dict[int, Review] = {}
    undone: dict[int, Review] = {}
    for one in own:
        if one.takes_back is None:
            done[one.number] = one
            undone = {}
            continue
        here, there = (done, undone) if one.verdict == UNDO else (undone, done)
        if one.takes_back in here:
            there[one.takes_back] = here.pop(one.takes_back)
    return list(done.values())[::-1], list(undone.values())[::-1]


def opinions(reviews: Iterable[Review]) -> dict[str, Review]:
    """Of the decisions in force on one claim each person's last, made without sight of others'; comments are none."""
    return {one.by: one for one in reviews if one.verdict != COMMENT and not one.settles}


def codings(reviews: Iterable[Review]) -> list[Review]:
    """The opinions that say what the claim should be."""
    return [one for one in opinions(reviews).values() if one.verdict in CODING]


def settlement(reviews: Sequence[Review]) -> Review | None:
    """The decision that settles one claim, the last of them; None where none does."""
    return next((one for one in reversed(reviews) if one.settles), None)


def agreed(reviews: Sequence[Review]) -> Review | None:
    """The decision that tells what one claim should be: what settles it, or what all say who decided.

    None where nobody decided, or they differ.
    """
    settled = settlement(reviews)
    if settled is not None:
        return settled
    said = codings(reviews)
    return said[0] if said and all(same(said[0], one) for one in said) else None


def same(one: Review, other: Review) -> bool:
    """Whether two decisions come to the same."""
    if one.answers is None or other.answers is None:
        return one.answers is other.answers
    return not differing(one.answers, other.answers)


def verdict(reviews: Sequence[Review], now: Answers) -> str | None:
    """The verdict on a claim that says this now; None where nobody has decided."""
    final = agreed(reviews)
    if final is None:
        return UNSETTLED if codings(reviews) else None
    if final.verdict == REJECT or final.answers is None:
        return REJECTED
    return EDITED if differing(final.answers, now) else ACCEPTED
