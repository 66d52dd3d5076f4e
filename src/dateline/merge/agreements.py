"""What speaks for a same happening, and how much; what speaks against it without ruling it out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dateline.merge.contradictions import (
    ALIKE,
    MUCH_ALIKE,
    NEAR_WORDS,
    SAME_WORDS,
    beside,
    loose,
    same_deed,
    shared_number,
)
from dateline.merge.ends import likeness
from dateline.merge.gist import VICTIMS, Gist
from dateline.merge.spots import gap, nearness

Weighed = tuple[float, str]

WEIGHTS: Mapping[str, float] = {
    "same day": 0.2, "no day": 0.1, "no day, same deed": 0.25, "another weekday": -0.4,
    "same place": 0.3, "5 km": 0.25, "near": 0.2, "within": 0.15, "country": 0.05, "no place in one": -0.05,
    "same name": 0.3, "same state": 0.25, "same noun": 0.1, "like end": 0.2,
    "other noun": -0.2, "other noun, no day": -0.1, "other end": -0.1,
    "same mode": 0.05, "other mode": -0.1, "other weapon": 0.0,
    "same number": 0.2, "far number": -0.2, "same word": 0.15,
    "same subject": 0.2, "same subject, no day": 0.35, "like subject": 0.1, "like subject, no day": 0.25,
    "same sentences": 0.2, "like sentences": 0.1,
}  # fmt: skip
"""How much each agreement of two reports is worth."""

IN_REPORT: Mapping[str, float] = {
    "same report": 0.3, "same sentence": 0.15, "next sentence": 0.1, "same place": 0.15,
    "same end": 0.25, "like end": 0.1, "other end": -0.15, "no end": 0.05, "bare": 0.2,
}  # fmt: skip
"""How much each agreement inside one report is worth."""

WEAPONS = frozenset({"aerial", "drone", "explosives", "firearms", "heavy-weapons"})
"""Modes that name what an attack was made with: reports of one attack often name different ones, or the coder does."""
MANY_TIMES = 4.0
"""A toll that much higher is of something larger, not an update."""
ENDS = {3: "same name", 2: "same state", 1: "same noun", 0.5: "like end"}


def weighed(what: str, reason: str | None = None) -> Weighed:
    """An agreement of two reports with its weight and the words for it."""
    return WEIGHTS[what], reason or what


def undated(one: Gist, other: Gist) -> str:
    """What a weight is called by where one of two reports gives no day: then words count for more."""
    return ", no day" if loose(one) or loose(other) else ""


def day(one: Gist, other: Gist) -> Iterator[Weighed]:
    """What the days of two reports say for a same happening."""
    if loose(one) or loose(other):
        same = same_deed(one, other)
        yield weighed("no day, same deed", "done to the same") if same else weighed("no day", "no day against it")
    if one.days is None or other.days is None:
        return
    apart = gap(one.days, other.days)
    if one.days.loose or other.days.loose:
        yield 0.0, "times that overlap"
    elif apart:
        yield 0.0, "a day apart"
    elif max(one.days.begin, other.days.begin) <= min(one.days.finish, other.days.finish):
        yield weighed("same day", "same day" if one.days.begin == one.days.finish else "same days")
    else:
        yield 0.0, "day before the report"


def weekday(one: Gist, other: Gist) -> Iterator[Weighed]:
    """What speaks against it in the weekdays of two reports without a date."""
    if one.weekdays and other.weekdays and {*one.weekdays}.isdisjoint(other.weekdays):
        yield weighed("another weekday")


def story(one: Gist, other: Gist) -> Iterator[Weighed]:
    """What the rarest words of two reports and of their sentences say; less where days tell one from another."""
    likeness = one.subject.like(other.subject)
    if likeness >= ALIKE:
        how = "same" if likeness >= MUCH_ALIKE else "like"
        yield weighed(f"{how} subject{undated(one, other)}", f"{how} subject")
    near = one.around.like(other.around)
    if near >= NEAR_WORDS:
        yield weighed("same sentences" if near >= SAME_WORDS else "like sentences")


def unplaced(one: Gist, other: Gist) -> Iterator[Weighed]:
    """What speaks against it in two reports where only one gives a place: what befell elsewhere the same day."""
    if bool(one.spots) != bool(other.spots):
        yield weighed("no place in one")


def place(one: Gist, other: Gist) -> Iterator[Weighed]:
    """What the places say for a same happening."""
    lie = nearness(one.spots, other.spots)
    if lie is None:
        return
    kind, km = lie
    if kind == "near":
        yield weighed("same place") if km < 0.5 else weighed("5 km" if km <= 5 else "near", f"{km:.0f} km")
    elif kind == "within":
        yield weighed("within", "a place in the other")
    else:
        yield weighed("country", "same country")


def ends(one: Gist, other: Gist) -> Iterator[Weighed]:
    """What actors and recipients of two reports say for a same happening."""
    for role, first, second in (
        ("actor", one.actors, other.actors),
        ("recipient", one.recipients, other.recipients),
    ):
        alike = likeness(first, second)
        if alike in ENDS:
            yield weighed(ENDS[alike], f"{'same' if alike >= 1 else 'like'} {role}")
        elif first and second:
            nouns = f"other noun{undated(one, other)}" if first[0].weight == second[0].weight == 1 else "other end"
            yield weighed(nouns, f"{role} in other words")


def how(one: Gist, other: Gist) -> Iterator[Weighed]:
    """What the way of acting and the words say for a same happening."""
    if one.modes and other.modes:
        shared = sorted({*one.modes} & {*other.modes})
        told = f"both {shared[0]}" if shared else f"{one.modes[0]} and {other.modes[0]}"
        unlike = "other weapon" if WEAPONS.issuperset((*one.modes, *other.modes)) else "other mode"
        yield weighed("same mode" if shared else unlike, told)
    if {*one.stems} & {*other.stems}:
        yield weighed("same word")


def numbers(one: Gist, other: Gist) -> Iterator[Weighed]:
    """What the numbers of victims say for a same happening."""
    if (number := shared_number(one, other)) is not None:
        yield weighed("same number", number)
    elif any(high >= MANY_TIMES * low for low, high in tolls(one, other)):
        yield weighed("far number", "numbers far apart")


def tolls(one: Gist, other: Gist) -> list[tuple[float, float]]:
    """For each kind of victims that both tell, the highest numbers, the lower first."""
    first, second = dict(one.numbers), dict(other.numbers)  # in order, so that the highest stays
    pairs = [sorted((first[kind], second[kind])) for kind in first if kind in VICTIMS and kind in second]
    return [(low, high) for low, high in pairs]


def together(one: Gist, other: Gist) -> Iterator[Weighed]:
    """What it says for a same happening that one report tells them together: the deed, and whom it struck."""
    if any(kind in VICTIMS for kind, _ in one.numbers + other.numbers) and (near := beside(one, other)):
        yield IN_REPORT[near], near


def same_place(one: Gist, other: Gist) -> Iterator[Weighed]:
    """What the places in one report say for a same happening."""
    if {spot.place_id for spot in one.spots} & {spot.place_id for spot in other.spots}:
        yield IN_REPORT["same place"], "same place"


def roles(one: Gist, other: Gist) -> Iterator[Weighed]:
    """What actors and recipients of one report say for a same happening: there the same word is the same actor."""
    yield IN_REPORT["same report"], "same report"
    for role, first, second in (
        ("actor", one.actors, other.actors),
        ("recipient", one.recipients, other.recipients),
    ):
        alike = likeness(first, second)
        if alike > 0:
            yield IN_REPORT["same end" if alike >= 1 else "like end"], f"{'same' if alike >= 1 else 'like'} {role}"
        elif first and second:
            yield IN_REPORT["other end"], f"{role} in other words"
        elif role not in one.somebody + other.somebody:
            yield IN_REPORT["no end"], f"no {role} in one"
    if one.bare or other.bare:
        yield IN_REPORT["bare"], "named before"
