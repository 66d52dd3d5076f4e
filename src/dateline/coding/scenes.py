"""Scenes: places where the events of a report happen, to which later sentences come back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.lexicon.files import load
from dateline.records.claim import Claim
from dateline.records.mention import PlaceMention

DAYS = 3
"""What lies more days apart is another happening."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A place where something happened, with the event that was last told there, and its sentence."""

    claim: Claim
    place: PlaceMention
    sentence: int


def which(place: PlaceMention) -> str:
    """What a place is known by: its id, or its name where nobody knows it."""
    return place.place_id or (place.name or place.text).casefold()


def scene_of(claim: Claim, sentence: int) -> Scene | None:
    """The scene of a claim that has a place."""
    if claim.place is None or not (is_deed(claim) or claim.place_basis == "dateline"):
        return None
    return Scene(claim, claim.place, sentence)


def is_deed(claim: Claim) -> bool:
    """Whether a claim tells of what is done at a place, and was done there or is said or denied to have been."""
    words = load("en/scenes.yaml")
    return claim.type in words["deeds"] and claim.mode not in words["anywhere"] and claim.status in words["told"]


def is_same_time(claim: Claim, other: Claim) -> bool:
    """Whether two events may be of the same days."""
    one, two = days(claim), days(other)
    return one is None or two is None or max((one[0] - two[1]).days, (two[0] - one[1]).days) <= DAYS


def days(claim: Claim) -> tuple[date, date] | None:
    """The first and last day of an event, where its words tell them: that of the report is only a guess."""
    when = claim.when
    if when is None or when.begin is None or when.is_guess:
        return None
    return when.begin, when.finish or when.begin
