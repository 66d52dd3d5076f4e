"""What speaks for a place without naming it: a noun that comes back to it, and who was told to be there."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.options import Case
from dateline.coding.returns import THERE, Return
from dateline.coding.scenes import which
from dateline.coding.signs_near import Sign, hanging, sort_of
from dateline.coding.standing import Standing, return_stand, who
from dateline.coding.stands import plain
from dateline.records.mention import ActorMention, PlaceMention

NEAR = 2
"""How many sentences back somebody was at a place not long ago."""
OWN = frozenset({"on it", "on its clause"})
"""How words hang that belong to an event."""


def signs_back(case: Case, place: PlaceMention) -> Iterator[Sign]:
    """What nouns that come back to places say for one, and those who were told to be there."""
    yield from of_returns(case, place)
    for name, end in (("actor", case.claim.actor), ("recipient", case.claim.recipient)):
        yield from of_standing(case, place, name, end)
    yield from of_speaker(case, place)


def of_returns(case: Case, place: PlaceMention) -> Iterator[Sign]:
    """Whether a noun of the sentence comes back to a place ("the town"), or only to others."""
    told = [one for one in case.page.returns.get(case.number, ()) if one.place is not None]
    mine = [one for one in told if one.place is not None and which(one.place) == which(place)]
    if case.at is None:
        return
    for one in mine:
        hangs = hangs_of(case, case.at, one)
        yield f"noun back {one.noun}", 1
        yield f"noun back {hangs}", 1
        yield f"noun back {hangs} by {by_of(case, one)}", 1
    if told and not mine and not case.own(place):
        yield "noun back to another", 1
        if any(is_own(case, case.at, one) for one in told):
            yield "noun back to another on its clause", 1


def back_nowhere(case: Case) -> Iterator[Sign]:
    """What nouns that come back to places say for nowhere."""
    if case.at is None:
        return
    for one in case.page.returns.get(case.number, ()):
        yield f"nowhere, noun back {hangs_of(case, case.at, one)} by {by_of(case, one)}", 1
        if one.place is None:
            yield "nowhere, noun back to none", 1


def hangs_of(case: Case, at: int, one: Return) -> str:
    """How a noun hangs on the words of an event."""
    return hanging(case.tree, at, return_stand(case.tree, one).on, one.at)


def by_of(case: Case, one: Return) -> str:
    """By which kind of preposition a noun stands; "there" has none."""
    return THERE if one.noun == THERE else plain(return_stand(case.tree, one).by)


def is_own(case: Case, at: int, one: Return) -> bool:
    """Whether a noun says where an event was, by its grammar."""
    return hangs_of(case, at, one) in OWN and return_stand(case.tree, one).by == "locative"


def of_standing(case: Case, place: PlaceMention, name: str, end: ActorMention | None) -> Iterator[Sign]:
    """Whether one who took part was told before to be at a place."""
    page, sort = case.page, sort_of(case.claim)
    known = [one for one in page.standing_by.get(who(end) or "", ()) if one.sentence < case.number]
    there = [one for one in known if which(one.place) == which(place)]
    if not there:
        return
    yield f"its {name} stood there {how_far(case, there[-1])}, {sort}", 1
    if there[-1] is known[-1]:
        yield f"its {name} stood there last, {sort}", 1
    if page.paragraph(there[-1].actor.start) == page.paragraph(case.claim.trigger.start):
        yield f"its {name} stood there in the paragraph, {sort}", 1


def how_far(case: Case, one: Standing) -> str:
    """Whether somebody was told to be at a place not long before."""
    return "near" if case.number - one.sentence <= NEAR else "far"


def of_speaker(case: Case, place: PlaceMention) -> Iterator[Sign]:
    """Whether who says it is told to be at a place, there and then or elsewhere in the report."""
    statement = case.page.statements.get(case.claim.statement_id or "")
    if statement is None or statement.source is None:
        return
    there = [one.actor for one in case.page.standing if which(one.place) == which(place)]
    if any(statement.source.overlaps(actor) for actor in there):
        yield f"its speaker stands there, {sort_of(case.claim)}", 1
    speaker = None if statement.speaker is None else statement.speaker.actor_id
    if speaker is not None and any(actor.actor_id == speaker for actor in there):
        yield f"its speaker stood there, {sort_of(case.claim)}", 1
