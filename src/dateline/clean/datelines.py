"""The words that open a dispatch: "CAIRO, March 3 (Reuters) -", "Beirut:", "BOGOTA, 7 FEB 90 (INRAVISION) --"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from dateline.clean.paragraphs import folded, mostly_capitals, words_of
from dateline.clean.published import MONTHS
from dateline.lexicon.files import load
from dateline.records.article import Dateline
from dateline.records.text import Span

LONGEST = 160
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_CAPITAL = "A-ZÀ-ÖØ-Þ"
_WORD = rf"[{_CAPITAL}][\w'’.-]{{0,24}}"
_PLACE = rf"{_WORD}(?:(?: ?/ ?|, ?| de | of | al-| )(?!NO DATE){_WORD}){{0,6}}(?: ?\([{_CAPITAL}][\w .'-]{{1,30}}\))?"
_DATE = rf"(?i:{_MONTH} ?\d{{1,2}}|\d{{1,2}} {_MONTH}|no date)(?:,? (?:\d{{4}}|'?\d\d))?"
_AGENCY = r"\([^()]{2,60}\)|/[A-Z][A-Za-z ]{1,20}/|[A-Z][A-Za-z]{1,9}"
HEAD = re.compile(
    rf"(?P<place>{_PLACE})(?:[,.]?\s{{1,2}}(?P<date>{_DATE}))?(?:[,.]?\s{{0,2}}(?P<agency>{_AGENCY}))?\s?[.,]?"
)
MARK = re.compile(r"\s{0,3}(?P<mark>-{2,3}|[—–]|-(?=\s)|:(?=\s)|(?<=[12]\d{3})\.(?=\s))\s{0,3}|(?<=\)|/)[.,]?(?=\s)")
AGENCY_ONLY = re.compile(r"\((?P<agency>[^()\n]{2,40})\)\s{0,3}(?:-{1,3}|[—–])")
DAY = re.compile(rf"(?i:({_MONTH}) ?(\d{{1,2}})|(\d{{1,2}}) ({_MONTH}))(?:,? '?(\d+))?")
AFTER_HEADLINE = re.compile(rf"[.!?]\s{{1,2}}(?=[{_CAPITAL}]{{3}})")


@dataclass(frozen=True, slots=True)
class Opening:
    """Words that may be a dateline, and what they are made of. `mark` is the dash or colon at their end."""

    end: int
    place: str
    date: str
    agency: str
    mark: str
    following: str


@cache
def listed(name: str) -> frozenset[str]:
    """One of the lists of names in the data."""
    return frozenset(load("en/clean_datelines.yaml")[name])


def dateline_at(text: str, line: Span, published: date | None) -> Dateline | None:
    """The dateline that a line opens with, its span through the dash or colon; None without one."""
    window = text[line.start : min(line.end, line.start + LONGEST)]
    if (only := AGENCY_ONLY.match(window)) and is_agency(only["agency"]):
        return Dateline(line.start, line.start + only.end(), None, None, only["agency"])
    for opening in openings(window):
        if is_dateline(opening, capitals=mostly_capitals(opening.following)):
            end = line.start + len(window[: opening.end].rstrip())
            return Dateline(line.start, end, place_of(opening), day_of(opening.date, published), opening.agency or None)
    return None


def dateline_after_headline(text: str, line: Span, published: date | None) -> Dateline | None:
    """The dateline that stands in the midst of a first line, after a headline that ends with a full stop."""
    for found in AFTER_HEADLINE.finditer(text, line.start, min(line.end, line.start + 200)):
        rest = Span(found.end(), line.end)
        opening = dateline_at(text, rest, published)
        if opening and words_of(text[rest.start : rest.start + 40])[0].isupper() and opening.place is not None:
            return opening
    return None


def openings(window: str) -> Iterator[Opening]:
    """What may be a dateline at the beginning of a line, shortest first."""
    marks = [(found.start(), found.end(), found["mark"] or "") for found in MARK.finditer(window)][:6]
    for start, end, mark in [*marks, (len(window), len(window), "")]:
        found = HEAD.fullmatch(window[:start])
        if found:
            yield split(Opening(end, found["place"], found["date"] or "", bare(found["agency"]), mark, window[end:]))


def split(opening: Opening) -> Opening:
    """The same, with an agency that was taken for a part of the place: "Damascus, SANA -", "ANKARA (AP) -"."""
    place, bracket, last = opening.place.partition(" (")
    if bracket and not opening.agency and (not opening.date or is_agency(last.rstrip(")"))):
        return replace(opening, place=place, agency=bare(last))
    place, comma, last = opening.place.rpartition(",")
    if opening.agency or not comma or not is_agency(last):
        return opening
    return replace(opening, place=place, agency=last.strip())


def bare(agency: str | None) -> str:
    """The name of an agency without the signs around it; "" for a time of day, which stands in the same place."""
    name = (agency or "").strip("()/. ")
    return "" if name[:1].isdigit() else name


def is_agency(name: str) -> bool:
    """Whether a name is a news agency's; of several, one of theirs."""
    return any(folded(part) in listed("agencies") for part in re.split(r"[/,;]| and ", name))


def is_city(place: str) -> bool:
    """Whether every one of the places named is known to open dispatches; a region after a comma is left aside."""
    return all(folded(part.partition(",")[0].partition("(")[0]) in listed("cities") for part in place.split("/"))


def is_dateline(opening: Opening, *, capitals: bool) -> bool:
    """Whether words are a dateline, and not the beginning of a sentence: the more of its parts are there, the surer.

    `capitals`: what follows is in capitals as well, so that a place in capitals means nothing.
    """
    place, known = opening.place, is_city(opening.place)
    if not known and any(folded(part.partition(",")[0]) in listed("not_places") for part in place.split("/")):
        return False
    if not opening.following.strip():
        return bool(opening.date and (opening.agency or known)) or bool(known and is_agency(opening.agency))
    if opening.date and (known or place.isupper() or starts_sentence(opening.following)):
        return bool(opening.mark or opening.agency)
    if not starts_sentence(opening.following):
        return False
    if opening.agency:
        return by_agency(opening, known=known, capitals=capitals)
    return bool(opening.mark) and by_place(opening, known=known, capitals=capitals)


def by_agency(opening: Opening, *, known: bool, capitals: bool) -> bool:
    """The same for a place and an agency without a date."""
    shouted = opening.place.partition(",")[0].isupper() and not capitals
    if is_agency(opening.agency):
        return known or shouted or (bool(opening.mark) and opening.mark != ":")
    return bool(opening.mark) and (shouted or known)


def by_place(opening: Opening, *, known: bool, capitals: bool) -> bool:
    """The same for a place and a dash or colon, nothing else."""
    place, region = opening.place.partition(",")[0], "," in opening.place
    if known:
        return opening.mark == ":" or place.isupper() or region or not names_city(opening.following)
    if opening.mark == ":" or capitals or not place.isupper():
        return False
    words = words_of(place)
    return region or (len(words) <= 3 and len(words[0]) >= 4 and max(map(len, words)) >= 5)


def names_city(following: str) -> bool:
    """Whether a text begins with the name of a city: "Moscow - Washington talks" is no dateline."""
    words = words_of(following[:60])
    return bool(words) and (folded(words[0]) in listed("cities") or folded(" ".join(words[:2])) in listed("cities"))


def starts_sentence(following: str) -> bool:
    """Whether a text goes on as a sentence begins."""
    first = following.lstrip()[:1]
    return first.isupper() or first.isdigit() or (bool(first) and first in "\"'“‘[«(")


def place_of(opening: Opening) -> str | None:
    """The first place named, as names are written; None for "CLANDESTINE"."""
    place = re.split(r"[/,(]", opening.place)[0].strip()
    if folded(place) in listed("nowhere"):
        return None
    return re.sub(r"(?<=['’-])(Au|Of|S)\b", lambda found: found[0].lower(), place.title()) if place.isupper() else place


def day_of(words: str, published: date | None) -> date | None:
    """The day that a dateline tells; without a year the last such day no later than one after publication."""
    found = DAY.search(words)
    if not found:
        return None
    month = MONTHS.index((found[1] or found[4])[:3].casefold()) + 1
    day = int(found[2] or found[3])
    if found[5]:
        return exact(year_of(found[5], published), month, day)
    if published is None:
        return None
    latest = published + timedelta(days=1) if published < date.max else published
    days = (exact(latest.year - back, month, day) for back in range(9))
    return next((one for one in days if one is not None and one <= latest), None)


def year_of(digits: str, published: date | None) -> int:
    """A year of two or four digits; two are the year closest to publication, or else one from 1970 to 2069."""
    year = int(digits)
    if len(digits) != 2:
        return year
    if published is None:
        return year + (1900 if year >= 70 else 2000)
    return min((century + year for century in range(1900, 2200, 100)), key=lambda one: abs(one - published.year))


def exact(year: int, month: int, day: int) -> date | None:
    """The day; None when there is none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
