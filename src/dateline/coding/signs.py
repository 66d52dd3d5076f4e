"""What speaks for each place where an event may have been, and for its being told nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import log1p

from dateline.coding.options import Case
from dateline.coding.returns import CAPITAL
from dateline.coding.scenes import is_deed, which
from dateline.coding.signs_back import back_nowhere, signs_back
from dateline.coding.signs_ends import ends_nowhere, of_capital, spots_nowhere
from dateline.coding.signs_far import signs_far
from dateline.coding.signs_near import Sign, signs_near
from dateline.records.claim import NOT_SO, Claim
from dateline.records.mention import PlaceMention

SO = frozenset({"happened", "ongoing"})
OLD = "historical"

Signs = Mapping[str, float]


def signs_of(case: Case, place: PlaceMention | None) -> Signs:
    """What speaks for an event having been at a place; None stands for nowhere."""
    return dict(of_nowhere(case) if place is None else of_place(case, place))


def of_place(case: Case, place: PlaceMention) -> Iterator[Sign]:
    """What speaks for a place."""
    own = case.own(place)
    if own and case.at is not None:
        yield "in its sentence", 1
        yield from signs_near(case, case.at, own)
    else:
        yield from signs_far(case, place)
    yield from signs_back(case, place)
    yield from of_rules(case.claim, place)
    yield from of_kind(case, place)
    yield from of_report(case, place)
    yield from of_countries(case, place)
    yield from of_capital(case, place)
    yield from of_neighbours(case, place)


def of_rules(claim: Claim, place: PlaceMention) -> Iterator[Sign]:
    """What the rules say of a place."""
    if claim.place is not None:
        yield ("rules say" if which(claim.place) == which(place) else "rules say another") + f" {claim.place_basis}", 1


def of_kind(case: Case, place: PlaceMention) -> Iterator[Sign]:
    """What kind of place it is, and whether a finer one in it is told."""
    yield f"is a {place.precision or 'place unknown'}", 1
    if place.feature == CAPITAL:
        yield "is a capital", 1
    if any(is_in(one, place) for one in case.options if one is not place):
        yield "a finer one is told", 1


def is_in(place: PlaceMention, wide: PlaceMention) -> bool:
    """Whether a place is told to lie in a country, region, province or town."""
    if place.is_part_of(wide):
        return True
    if place.country is None or place.country != wide.country or place.is_wide:
        return False
    return wide.is_wide or (wide.precision == "admin1" and place.admin1 == wide.name)


def of_report(case: Case, place: PlaceMention) -> Iterator[Sign]:
    """What part a place has in the whole report."""
    page, name = case.page, which(place)
    yield "named often", log1p(len(page.mentions.get(name, ())))
    mine = page.by_id[case.claim.id].place
    others = page.taken.get(name, 0) - (mine is not None and which(mine) == name)
    yield "others are there", others / max(1, page.placed - (mine is not None))
    yield "how many are there", log1p(others)
    if any(f" {' '.join(words.lower().split())} " in page.title for words in {place.text, place.name or place.text}):
        yield "in the headline", 1
    if name in page.lead:
        yield "in the lead", 1
    if page.dateline is not None and which(page.dateline) == name:
        yield "in the dateline", 1
        yield f"in the dateline, {'at home' if place.country in page.countries else 'abroad'}", 1


def of_countries(case: Case, place: PlaceMention) -> Iterator[Sign]:
    """Whether a place is of the countries of those who took part."""
    if place.country is None:
        return
    for name, end in (("actor", case.claim.actor), ("recipient", case.claim.recipient)):
        if end is not None and end.country:
            yield f"the {name} is of {'its' if end.country == place.country else 'another'} country", 1
    if place.country in case.page.countries:
        yield "of a main country", 1


def of_neighbours(case: Case, place: PlaceMention) -> Iterator[Sign]:
    """Where the events are that are told just before and just after."""
    turn, told = case.page.turn[case.claim.trigger], case.page.told
    for name, at in (("before", turn - 1), ("after", turn + 1)):
        if 0 <= at < len(told):
            beside = next((one for one in told[at] if one.place is not None), None)
            is_there = beside is not None and beside.place is not None and which(beside.place) == which(place)
            where = "there" if is_there else "elsewhere" if beside is not None else "nowhere"
            yield f"the one {name} is {where}", 1


def of_nowhere(case: Case) -> Iterator[Sign]:
    """What speaks for an event being told nowhere."""
    claim, page = case.claim, case.page
    yield "nowhere", 1
    yield f"nowhere, {claim.type}", 1
    yield f"nowhere, {claim.mode}", 1
    yield f"nowhere, {told_as(claim)}", 1
    yield f"nowhere, rules say {claim.place_basis or ('nothing of a deed' if is_deed(claim) else 'nothing')}", 1
    yield "nowhere, of so many", log1p(len(case.options))
    facts = {
        "a noun": case.at is not None and case.tree.tokens[case.at].pos == "NOUN",
        "in a mouth": page.is_said(claim.trigger),
        "doubtful": claim.doubtful,
        "no actor": claim.actor is None,
        "no recipient": claim.recipient is None,
        "its sentence names none": all(one.is_wide for one in page.places.get(case.number, ())),
        "first of all": case.number == 0,
        "no scene": not page.scenes,
    }
    yield from ((f"nowhere, {name}", 1) for name, is_so in facts.items() if is_so)
    yield from back_nowhere(case)
    yield from ends_nowhere(case)
    yield from spots_nowhere(case)


def told_as(claim: Claim) -> str:
    """Whether an event is told as what was, what was not, what was long ago, or what may come."""
    if claim.status in SO:
        return "so"
    return "not so" if claim.status in NOT_SO else "old" if claim.status == OLD else "to come"
