"""Places: the words of an article that name one, and which one each names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from dateline.lexicon.actors import STATE
from dateline.lexicon.files import load
from dateline.lexicon.gazetteer import Gazetteer, gazetteer
from dateline.lexicon.gazetteer_names import normal
from dateline.lexicon.names import names_in
from dateline.records.article import Article
from dateline.records.mention import Candidate, PlaceMention
from dateline.records.reading import Reading
from dateline.resolve.places_accept import accepted
from dateline.resolve.places_choose import Choice, Home, choose
from dateline.resolve.places_find import Toponym, find
from dateline.resolve.places_words import short_forms

HOST = re.compile(r"(?:https?://)?[\w.-]{1,200}\.([a-zA-Z]{2})(?=$|[/:])")
LARGER = re.compile(r", ?([A-Z][\w.' ]{1,40}?)(?= ?[,(:—–-])")
"""The country or state after the place of a dateline: "SURUC, Turkey, Oct 3"."""
CLEAR = 2
"""How often one country must be named for once another is, to be the one that unknown places lie in."""
SITE_KM = 10.0
"""An airport or a camp named after a town lies within so many kilometres of it, or within the town's circle."""


@dataclass(frozen=True)
class FindPlaces:
    """Finds the names of places and says which place each means, with the other candidates."""

    reads: ClassVar[frozenset[str]] = frozenset({"sentences", "article"})
    writes: ClassVar[frozenset[str]] = frozenset({"places"})

    def __call__(self, reading: Reading, /) -> Reading:
        """The reading with `places`."""
        return replace(reading, places=places_of(reading, gazetteer()))


def places_of(reading: Reading, known: Gazetteer) -> tuple[PlaceMention, ...]:
    """The places that an article names, in the order of the text."""
    opening = dateline_place(reading.article)
    text, sentences = reading.article.text, reading.sentences
    found = accepted(text, sentences, find(text, sentences, known), known)
    if opening and not any(opening.overlaps(other) for other in found):
        found = sorted([opening, *found], key=lambda one: one.start)
    chosen = choose(found, home_of(reading.article, opening), known)
    country = setting(chosen, reading.article)
    return tuple(mention(toponym, chosen, country) for toponym in found)


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


def setting(chosen: Mapping[str, Choice], article: Article) -> str | None:
    """The country that most of an article's places and peoples ("Malian soldiers") are of; None without a clear one."""
    places = Counter(choice.place.country for choice in chosen.values() if choice.place.country)
    peoples = Counter(
        match.ids[0].removeprefix(STATE)
        for match in names_in(f"{article.title or ''}\n{article.text}")
        if match.what in {"demonym", "people"} and len(match.ids) == 1 and match.ids[0].startswith(STATE)
    )
    found = (places + peoples).most_common(2)
    return found[0][0] if found and (len(found) == 1 or found[0][1] >= CLEAR * found[1][1]) else None


def mention(toponym: Toponym, chosen: Mapping[str, Choice], country: str | None) -> PlaceMention:
    """The record of a toponym; where the gazetteer does not know it, its words and the country that it must be in."""
    choice = chosen.get(toponym.plain)
    if choice is None:
        return PlaceMention(toponym.start, toponym.end, toponym.text, name=toponym.name, country=country)
    place = choice.place
    is_site = toponym.kind == "site" and place.precision in {"settlement", "admin1", "admin2"}
    return PlaceMention(
        toponym.start,
        toponym.end,
        toponym.text,
        place.place_id,
        place.name,
        place.country,
        place.admin1,
        place.admin2,
        place.lat,
        place.lon,
        place.feature,
        place.precision,
        max(SITE_KM, place.radius_km) if is_site else place.radius_km,
        tuple(Candidate(other.place_id, score) for other, score in choice.ranked),
    )
