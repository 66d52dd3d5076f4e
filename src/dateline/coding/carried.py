"""Where an event happened that its own words do not say: at the scene that the report is on."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import ClassVar

from dateline.coding.sites import has_site, is_in_region
from dateline.lexicon.files import load
from dateline.records.claim import Claim
from dateline.records.mention import PlaceMention
from dateline.records.reading import Reading
from dateline.records.text import Span

REACH = 8
"""A scene that so many sentences did not return to is over, and no more than so many go on at once."""
AHEAD = 2
"""An opening takes its place from so many sentences behind it."""
DAYS = 3
"""What lies more days apart is another happening."""
WIDE = frozenset({"country", "region"})
PROTEST = "PROTEST"
SEEN = frozenset({"happened", "ongoing"})


@dataclass(frozen=True)
class CarryPlaces:
    """Gives events that their own words put nowhere the place of the scene that they belong to, and says so."""

    reads: ClassVar[frozenset[str]] = frozenset({"article", "sentences", "actors", "places", "statements", "claims"})
    writes: ClassVar[frozenset[str]] = frozenset({"claims"})

    def __call__(self, reading: Reading, /) -> Reading:
        """The reading with the places of its claims, as far as the text carries them."""
        return replace(reading, claims=carried(reading))


@dataclass(frozen=True, slots=True)
class Scene:
    """A place where something happened, with the event that was last told there, and its sentence."""

    claim: Claim
    place: PlaceMention
    sentence: int


@dataclass(frozen=True)
class Page:
    """A reading, to be asked in which sentence its words stand and what else stands there."""

    reading: Reading

    @cached_property
    def starts(self) -> Sequence[int]:
        """Where each sentence starts."""
        return [sentence.start for sentence in self.reading.sentences]

    def sentence(self, at: int) -> int:
        """The number of the sentence that an offset lies in."""
        return max(0, bisect_right(self.starts, at) - 1)

    @cached_property
    def places(self) -> Mapping[int, Sequence[PlaceMention]]:
        """The places that each sentence names."""
        found: dict[int, list[PlaceMention]] = {}
        for place in self.reading.places:
            found.setdefault(self.sentence(place.start), []).append(place)
        return found

    @cached_property
    def said(self) -> Mapping[int, Sequence[Span]]:
        """What somebody says in each sentence."""
        found: dict[int, list[Span]] = {}
        for part in (part for statement in self.reading.statements for part in statement.content):
            for number in range(self.sentence(part.start), self.sentence(max(part.start, part.end - 1)) + 1):
                found.setdefault(number, []).append(part)
        return found

    @cached_property
    def scenes(self) -> Mapping[int, Sequence[Scene]]:
        """The scenes that the events of each sentence open by their own words."""
        found: dict[int, list[Scene]] = {}
        for scene in (scene_of(claim, self) for claim in self.reading.claims):
            if scene is not None:
                found.setdefault(scene.sentence, []).append(scene)
        return found

    @cached_property
    def countries(self) -> Sequence[str]:
        """The two countries that most of those who are known are of."""
        named = Counter(one.country for one in self.reading.actors if one.country and one.actor_id)
        return [country for country, _ in named.most_common(2)]

    @cached_property
    def dateline(self) -> PlaceMention | None:
        """The place of the dateline."""
        line = self.reading.article.dateline
        return next((place for place in self.reading.places if line is not None and line.holds(place)), None)


def carried(reading: Reading) -> tuple[Claim, ...]:
    """The claims of a reading, with the places that are carried to them."""
    page, scenes, found = Page(reading), list[Scene](), []
    for claim in reading.claims:
        placed = claim if claim.place is not None else with_place(claim, page, scenes)
        scene = scene_of(placed, page)
        if scene is not None:
            scenes = [*(one for one in scenes if not is_same(one.place, scene.place)), scene][-REACH:]
        found.append(placed)
    return tuple(found)


def is_same(one: PlaceMention, other: PlaceMention) -> bool:
    """Whether two mentions are of the same place, by their names where nobody knows it."""
    return (one.place_id or one.name) == (other.place_id or other.name)


def scene_of(claim: Claim, page: Page) -> Scene | None:
    """The scene of a claim that has a place."""
    if claim.place is None or not (is_deed(claim) or claim.place_basis == "dateline"):
        return None
    return Scene(claim, claim.place, number_of(claim, page))


def is_deed(claim: Claim) -> bool:
    """Whether a claim tells of what is done at a place, and was done there or is said or denied to have been."""
    words = load("en/scenes.yaml")
    return claim.type in words["deeds"] and claim.mode not in words["anywhere"] and claim.status in words["told"]


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
    if (
        town is None
        or town.country not in page.countries
        or any(one.precision not in WIDE for one in page.places.get(number, ()) if one != town)
    ):
        return False
    return has_site(page.reading.sentences[number], claim.trigger)


def at(claim: Claim, place: PlaceMention | None, basis: str) -> Claim:
    """A claim with a place, if there is one."""
    return claim if place is None else replace(claim, place=place, place_basis=basis)


def is_here(claim: Claim, page: Page) -> bool:
    """Whether an event was where the report was written: "marched here on Friday", not in anybody's mouth."""
    number = number_of(claim, page)
    if any(part.holds(claim.trigger) for part in page.said.get(number, ())):
        return False
    tokens = page.reading.sentences[number].tokens
    return any(token.lemma.lower() == "here" and tokens[token.head].overlaps(claim.trigger) for token in tokens)


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


def is_elsewhere(claim: Claim, scene: Scene, page: Page) -> bool:
    """Whether the sentence of a claim names another place in the same mouth, one that is more than an end of it."""
    number = number_of(claim, page)
    said, ends = page.said.get(number, ()), [end for end in (claim.actor, claim.recipient) if end is not None]
    return any(
        place.precision not in WIDE
        and not is_same(place, scene.place)
        and not any(end.overlaps(place) for end in ends)
        and all(part.holds(place) == part.holds(claim.trigger) for part in said)
        for place in page.places.get(number, ())
    )
