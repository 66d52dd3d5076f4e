"""Where an event happened that its own words do not say: at the scene that the report is on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.coding.page import Page
from dateline.coding.returns import THERE
from dateline.coding.scenes import Scene, is_deed, is_same_time, scene_of, which
from dateline.coding.sites import has_site, is_in_region
from dateline.lexicon.files import load
from dateline.records.claim import Claim
from dateline.records.mention import PlaceMention
from dateline.records.reading import Reading

REACH = 8
"""A scene that so many sentences did not return to is over, and no more than so many go on at once."""
AHEAD = 2
"""An opening takes its place from so many sentences behind it."""
PROTEST = "PROTEST"
SEEN = frozenset({"happened", "ongoing"})


def carried(reading: Reading) -> tuple[Claim, ...]:
    """The claims of a reading, with the places that are carried to them."""
    page, scenes, found = Page(reading), list[Scene](), []
    for claim in reading.claims:
        placed = claim if claim.place is not None else with_place(claim, page, scenes)
        scene = scene_of(placed, number_of(claim, page))
        if scene is not None:
            scenes = [*(one for one in scenes if which(one.place) != which(scene.place)), scene][-REACH:]
        found.append(placed)
    return tuple(found)


def is_sited(claim: Claim) -> bool:
    """Whether a claim tells of what may be done at a site, and was done."""
    return claim.mode in load("en/scenes.yaml")["sited"] and claim.status in SEEN


def number_of(claim: Claim, page: Page) -> int:
    """The number of the sentence that tells a claim."""
    return page.sentence(claim.trigger.start)


def with_place(claim: Claim, page: Page, scenes: Sequence[Scene]) -> Claim:
    """A claim that its own words put nowhere, at its scene or where the report was written, if the text says so."""
    if is_here(claim, page):
        return at(claim, page.dateline, "dateline")
    there = told_there(claim, page)
    if there is not None:
        return at(claim, there, "carried")
    if not is_deed(claim):
        return at(claim, page.dateline, "dateline") if is_sited(claim) and is_in_town(claim, page) else claim
    if is_in_region(page.reading.sentences[number_of(claim, page)], claim.trigger):
        return claim
    scene = next((one for one in near(claim, page, scenes) if goes_on(claim, one, page)), None)
    if scene is not None:
        return at(claim, scene.place, "dateline" if scene.place == page.dateline else "carried")
    is_crowd = claim.type == PROTEST and claim.status in SEEN and not page.scenes
    return at(claim, page.dateline, "dateline") if is_crowd or is_in_town(claim, page) else claim


def is_in_town(claim: Claim, page: Page) -> bool:
    """Whether an event was at a site of the town where the report was written: "stormed the palace"."""
    town, number = page.dateline, number_of(claim, page)
    whose = None if claim.recipient is None else claim.recipient.country
    if (
        town is None
        or town.country not in page.countries
        or whose not in {None, town.country}  # "stormed his house", of somebody of another country
        or any(not one.is_wide for one in page.places.get(number, ()) if one != town)
    ):
        return False
    return has_site(page.reading.sentences[number], claim.trigger)


def at(claim: Claim, place: PlaceMention | None, basis: str) -> Claim:
    """A claim with a place, if there is one."""
    return claim if place is None else replace(claim, place=place, place_basis=basis)


def is_here(claim: Claim, page: Page) -> bool:
    """Whether an event was where the report was written: "marched here on Friday", not in anybody's mouth."""
    number = number_of(claim, page)
    if page.is_said(claim.trigger):
        return False
    tokens = page.reading.sentences[number].tokens
    return any(token.lemma.lower() == "here" and tokens[token.head].overlaps(claim.trigger) for token in tokens)


def told_there(claim: Claim, page: Page) -> PlaceMention | None:
    """The place that an event's own "there" comes back to: "fleeing troops had looted shops there"."""
    number = number_of(claim, page)
    back = [one for one in page.returns.get(number, ()) if one.noun == THERE]
    heads = ((page.trees[number].head(one.at), one.place) for one in back)
    tokens = page.reading.sentences[number].tokens
    return next((place for head, place in heads if head is not None and tokens[head].overlaps(claim.trigger)), None)


def near(claim: Claim, page: Page, scenes: Sequence[Scene]) -> Iterator[Scene]:
    """The scenes that may go on in a claim, the likeliest first: of its sentence, the last ones, the next one."""
    number = number_of(claim, page)
    yield from page.scenes.get(number, ())
    yield from (scene for scene in reversed(scenes) if number - scene.sentence <= REACH)
    for ahead in range(number + 1, number + 1 + AHEAD) if not scenes else ():
        yield from page.scenes.get(ahead, ())


def goes_on(claim: Claim, scene: Scene, page: Page) -> bool:
    """Whether a claim may belong to a scene: of the same days, and with no other place told in the same mouth."""
    return is_same_time(claim, scene.claim) and not is_elsewhere(claim, scene, page)


def is_elsewhere(claim: Claim, scene: Scene, page: Page) -> bool:
    """Whether the sentence of a claim names another place in the same mouth, one that is more than an end of it."""
    number = number_of(claim, page)
    said, ends = page.said.get(number, ()), [end for end in (claim.actor, claim.recipient) if end is not None]
    return any(
        not place.is_wide
        and which(place) != which(scene.place)
        and not any(end.overlaps(place) for end in ends)
        and all(part.holds(place) == part.holds(claim.trigger) for part in said)
        for place in page.places.get(number, ())
    )
