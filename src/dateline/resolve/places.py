"""Places: the words of an article that name one, and which one each names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from dateline.lexicon.files import load
from dateline.lexicon.gazetteer import Gazetteer, Hit, Place, gazetteer, told_by
from dateline.lexicon.gazetteer_names import normal
from dateline.records.article import Article
from dateline.records.ids import under
from dateline.records.mention import Candidate, PlaceMention
from dateline.records.reading import Reading
from dateline.records.text import Span
from dateline.resolve.places_accept import accepted, holders, larger_beside
from dateline.resolve.places_choose import Choice, Home, choose
from dateline.resolve.places_find import Toponym, find
from dateline.resolve.places_names import PLACES, is_large
from dateline.resolve.places_nations import Nations, nations_of
from dateline.resolve.places_words import bearings, short_forms

HOST = re.compile(r"(?:https?://)?[\w.-]{1,200}\.([a-zA-Z]{2})(?=$|[/:])")
LARGER = re.compile(r", ?([A-Z][\w.' ]{1,40}?)(?= ?[,(:—–-])")
"""The country or state after the place of a dateline: "SURUC, Turkey, Oct 3"."""
CAPITAL = "PPLC"
"""A capital often stands for its government, and tells nothing of where the news is."""
TOWN = "settlement"
TOWNS = frozenset({"settlement", "admin2"})
LANDS = frozenset({"admin1", "region"})
SMALL = 200_000
"""A place of fewer people is hardly meant where all else is of other countries, and more than one thing is of one."""
HIT = 1_000_000
"""The same of a place that is said to be attacked, which is where the news is."""
SITE_KM = 10.0
"""An airport or a camp named after a town lies within so many kilometres of it, or within the town's circle."""


@dataclass(frozen=True)
class FindPlaces:
    """Finds the names of places and says which place each means, with the other candidates.

    What nobody lists is in the circle of the town that the text puts it in ("the Sindi hospital in Aleppo"), else of
    no known point.
    """

    reads: ClassVar[frozenset[str]] = frozenset({"sentences", "article"})
    writes: ClassVar[frozenset[str]] = frozenset({"places"})

    def __call__(self, reading: Reading, /) -> Reading:
        """The reading with `places`."""
        return replace(reading, places=places_of(reading, gazetteer()))


def places_of(reading: Reading, known: Gazetteer) -> tuple[PlaceMention, ...]:
    """The places that an article names, in the order of the text."""
    opening = dateline_place(reading.article)
    text, sentences, nations = reading.article.text, reading.sentences, nations_of(reading.article)
    named = [toponym for toponym in find(text, sentences, known) if not is_somebody(toponym, nations, known)]
    found = accepted(text, sentences, named, known)
    if opening and not any(opening.overlaps(other) for other in found):
        found = sorted([opening, *found], key=lambda one: one.start)
    chosen = choose(found, home_of(reading.article, opening), known)
    taken = without_strays(text, found, without_namesakes(found, chosen, nations))
    found = [one for one in found if one.plain in taken or one.plain not in chosen or is_placed(one)]
    country = nations.main(countries_of(found, taken))
    return tuple(mention(text, found, n, taken, country) for n in range(len(found)))


def without_namesakes(found: Sequence[Toponym], chosen: Mapping[str, Choice], nations: Nations) -> dict[str, Choice]:
    """The places without small ones, or cities said to be attacked, of a country that nothing else is of: others of
    their name are meant. Nor parts of a town that are namesakes of towns of a country where nothing else lies."""
    hit, wards = {one.plain for one in found if one.hit}, {one.plain for one in found if one.ward}
    heard = Counter(one.place.country for one in chosen.values() if one.place.country) + Counter(nations.countries)
    abroad = {country for country, times in heard.items() if times == 1 < max(heard.values())}
    within = Counter(one.place.country for one in chosen.values() if one.place.precision != "country")
    alone = {plain for plain in wards & chosen.keys() if 1 == within[chosen[plain].place.country] < len(within)}
    return {
        plain: one
        for plain, one in chosen.items()
        if not (is_small(one.place, HIT if plain in hit else SMALL) and (plain in alone or one.place.country in abroad))
    }


def is_small(place: Place, bound: int = SMALL) -> bool:
    """Whether a place is a town or county of fewer people than a bound, and no capital."""
    return place.precision in TOWNS and place.feature != CAPITAL and place.population < bound


def countries_of(found: Sequence[Toponym], chosen: Mapping[str, Choice]) -> list[str]:
    """The country of each place that an article names, but for capitals that never stand as places."""
    standing = {toponym.plain for toponym in found if toponym.locative}
    named = [one.place for plain, one in chosen.items() if one.place.feature != CAPITAL or plain in standing]
    return [place.country for place in named if place.country]


def is_placed(toponym: Toponym) -> bool:
    """Whether the words around a name say that it is a place's, whoever knows it."""
    return toponym.label in PLACES or toponym.locative or toponym.hit or toponym.kind is not None


def without_strays(text: str, found: Sequence[Toponym], chosen: Mapping[str, Choice]) -> dict[str, Choice]:
    """The places without small ones of another country or unit than the larger place that is told to hold them, or
    than the one by which it is told where they lie."""
    held = {one.plain: (chosen.get(one.plain), around(text, found, n, chosen)) for n, one in enumerate(found)}
    stray = {
        plain
        for plain, (choice, larger) in held.items()
        if choice and larger and is_small(choice.place) and is_beyond(choice.place, larger)
    }
    return {plain: one for plain, one in chosen.items() if plain not in stray}


def is_beyond(place: Place, larger: Place) -> bool:
    """Whether a place lies in another country, or another first-level unit, than the one that is told to hold it."""
    is_unit = larger.precision == "admin1" and place.inside and larger.inside
    return bool(is_unit and place.inside != larger.inside) or larger.country not in {None, place.country}


def holder(text: str, found: Sequence[Toponym], n: int, chosen: Mapping[str, Choice]) -> Place | None:
    """The place that is told to hold another: "London's Docklands", "the Karrada district of Baghdad"."""
    larger = (chosen.get(one.plain) for one in holders(text, found, n))
    return next((choice.place for choice in larger if choice is not None), None)


def around(text: str, found: Sequence[Toponym], n: int, chosen: Mapping[str, Choice]) -> Place | None:
    """The place that is told to hold another, else the one that it is told to lie by: "Minova, west of Goma"."""
    beside = (chosen.get(one.plain) for one in told_from(text, found, n))
    return holder(text, found, n, chosen) or next((one.place for one in beside if one is not None), None)


def owner(text: str, found: Sequence[Toponym], n: int, chosen: Mapping[str, Choice]) -> str | None:
    """The country of the place that holds or is beside a place: "London's Docklands", "Minova, west of Goma"."""
    beside = (chosen.get(other.plain) for other in (*larger_beside(text, found, n), *told_from(text, found, n)))
    return next((one.place.country for one in beside if one is not None and one.place.country), None)


def told_from(text: str, found: Sequence[Toponym], n: int) -> Sequence[Toponym]:
    """The next place where it is told on which side of it one lies."""
    lies = bearings().match(text, found[n].end)
    return [other for other in found[n + 1 : n + 2] if lies and lies.end() == other.start + 1]


def is_somebody(toponym: Toponym, nations: Nations, known: Gazetteer) -> bool:
    """Whether a name is that of a people ("Chadian"), or of a body or person and does not stand as a place."""
    span, hits = (toponym.start, toponym.end), known.hits(toponym.name)
    is_set = toponym.locative and not toponym.modifier  # "in Amnesty", but not "at the UN base"
    if span in nations.bodies and not is_set and not (toponym.kind and hits):
        return not hits or (hits[0].place.precision in TOWNS and not is_large(hits))
    return span in nations.peoples and not is_land(toponym, hits)


def is_land(toponym: Toponym, hits: Sequence[Hit]) -> bool:
    """Whether the name of a people stands for its land: "in Rakhine", "Rakhine State"."""
    is_set = toponym.locative and (toponym.kind is not None or not toponym.modifier)
    return is_set and any(hit.tie == 0 and hit.place.precision in LANDS for hit in hits[:1])


def dateline_place(article: Article) -> Toponym | None:
    """The place of the dateline, where its words stand there in the text."""
    line = article.dateline
    if line is None or not line.place:
        return None
    at = line.of(article.text).lower().find(line.place.lower())
    if at < 0:
        return None
    start = line.start + at
    words = article.text[start : start + len(line.place)]
    end = start + len(words)
    larger = LARGER.match(article.text, end, line.end)
    within = short_forms().get(larger[1], larger[1]) if larger else None
    return Toponym(start, end, words, line.place, normal(line.place), "GPE", within=within, locative=True)


def home_of(article: Article, opening: Toponym | None) -> Home:
    """Where an article comes from, as far as its dateline and the outlet's address tell ("….co.uk")."""
    host = HOST.match(article.source or "") or HOST.match(article.url or "")
    return Home(opening.name if opening else None, load("places/outlets.yaml").get(host[1].lower()) if host else None)


def mention(
    text: str, found: Sequence[Toponym], n: int, chosen: Mapping[str, Choice], country: str | None
) -> PlaceMention:
    """The record of a toponym; `country` is that of the places of which nothing tells another."""
    toponym = found[n]
    choice = chosen.get(toponym.plain)
    if choice is not None:
        return known_as(toponym, choice)
    larger = holder(text, found, n, chosen)
    if larger is not None and larger.precision == TOWN:
        return inside(toponym, larger)
    country = owner(text, found, n, chosen) or country
    admin1 = None if larger is None else larger.admin1
    return PlaceMention(toponym.start, toponym.end, toponym.text, name=toponym.name, country=country, admin1=admin1)


def known_as(toponym: Toponym, choice: Choice) -> PlaceMention:
    """The record of a toponym that the gazetteer knows."""
    place = choice.place
    is_site = toponym.kind == "site" and place.precision in {"settlement", "admin1", "admin2"}
    return replace(
        told_by(toponym.text, Span(toponym.start, toponym.end), place),
        radius_km=max(SITE_KM, place.radius_km) if is_site else place.radius_km,
        candidates=tuple(Candidate(other.place_id, score) for other, score in choice.ranked),
    )


def inside(toponym: Toponym, town: Place) -> PlaceMention:
    """The record of a quarter or building that nobody lists: its town's circle holds it, its id is under the town's."""
    precision = TOWN if toponym.kind == TOWN else "point"
    place = replace(
        town, place_id=under(town.place_id, toponym.plain), name=toponym.name, precision=precision, feature=""
    )
    return told_by(toponym.text, Span(toponym.start, toponym.end), place)
