"""The page of one event: who says what of it, in which numbers, where they differ, and why this is one event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Annotated
from urllib.parse import urlencode

import msgspec
from fastapi import Query, Request, Response
from fastapi.responses import JSONResponse

from dateline.desk import EventSheet
from dateline.export.columns import CLAIM_TABLE
from dateline.export.csv import csv_lines
from dateline.export.jsonl import claim_json, event_json
from dateline.records.article import Article
from dateline.records.event import EventCount
from dateline.records.reading import Reading
from dateline.view import View
from dateline.web.answers import API, ENDINGS, Answer, named, respond
from dateline.web.drawing import Range, ranges
from dateline.web.etags import KEPT
from dateline.web.filters import at
from dateline.web.lists import verdicts
from dateline.web.voices import differences, voices

MOST = 100
"""Claims of an event that its page tells one by one."""


Former = Annotated[
    str | None, Query(max_length=1000, description="the id that led here", examples=["83b41ff5d4e23f39"])
]


@dataclass(frozen=True, slots=True)
class Story:
    """A report, the source it really is, and the reports that are copies of it."""

    article: Article
    source: str
    withdrawn: bool
    copies: tuple[Article, ...]


def event(request: Request, name: str, former: Former = None) -> Response:
    """One event with all its claims, each with its article; as CSV its claims.

    An id that an event once had leads to that of today.
    """
    view: View = request.app.state.view
    sheet, kind = named(view.event, name)
    if sheet.asked is not None:
        return moved(request, sheet, kind)
    sheet = under(view, sheet, former)

    def json() -> bytes:
        claims = [msgspec.Raw(claim_json(told)) for told in sheet.claims]
        about = {name: getattr(sheet, name) for name in ("asked", "joined_at", "parts", "decisions")}
        about |= {"acts": [one.id for one in sheet.acts], "campaigns": [one.id for one in sheet.campaigns]}
        return msgspec.json.encode({"event": msgspec.Raw(event_json(sheet.event)), "claims": claims, **about})

    def shown() -> dict[str, object]:
        with view.knowing():
            return {**about(view, sheet), "verdicts": verdicts(request, sheet.claims[:MOST])}

    return respond(
        request, Answer("event.html", shown, json, lambda: csv_lines(sheet.claims, CLAIM_TABLE), "event"), kind
    )


def moved(request: Request, sheet: EventSheet, kind: str | None) -> Response:
    """Leads from the id that an event once had to that of today. It may be two again, when that is taken back, so
    nobody is to keep it.
    """
    prefix = API if request.url.path.startswith(API) else ""
    ending = next((one for one, of in ENDINGS.items() if of == kind), "")
    place = f"{prefix}{at('events', sheet.event.id)}{ending}?{urlencode({'former': sheet.asked})}"
    told = {"asked": sheet.asked, "now": [sheet.event.id], "since": sheet.joined_at}
    return JSONResponse(told, 308, {"Location": place, "Cache-Control": KEPT})


def under(view: View, sheet: EventSheet, former: str | None) -> EventSheet:
    """An event with the id under which it was asked for; as it is, where that id never led to it or does no more."""
    since = {} if former is None else view.store.forwarded(former)
    is_its_own = former == sheet.event.id or [*since] != [sheet.event.id]
    return sheet if is_its_own else replace(sheet, asked=former, joined_at=since[sheet.event.id])


def about(view: View, sheet: EventSheet) -> dict[str, object]:
    """What the page of an event shows."""
    told = sheet.claims[:MOST]
    part = replace(sheet, claims=told)
    readings = view.readings(list(dict.fromkeys(article.id for article, _ in told)))
    return {
        "event": view.written(sheet.event)[0],
        "sheet": sheet,
        "campaigns": view.written(*sheet.campaigns),
        "acts": view.written(*sheet.acts),
        "former": Counter(filter(None, (sheet.standing(*told) for told in sheet.claims))),
        "claims": told,
        "left_out": len(sheet.claims) - len(told),
        "voices": voices(part, readings),
        "differences": differences(part.counting()),
        "pictures": [picture(one) for one in sheet.event.quantities],
        "stories": folded(sheet, readings),
        "joins": part.joins(),
        "by_key": {f"{article.id}/{claim.id}": (article, claim) for article, claim in told},
    }


def picture(count: EventCount) -> tuple[EventCount, tuple[Range, ...]]:
    """A number with the ranges that claimants give, to be drawn on one scale."""
    return count, ranges([(one.low, one.high) for one in count.by_claimant])


def folded(sheet: EventSheet, readings: Sequence[Reading]) -> tuple[Story, ...]:
    """The reports by day, copies folded into the one they are copies of."""
    articles = {reading.article.id: reading.article for reading in readings}
    origins = {name: origin for name, origin in sheet.origins.items() if name in articles}
    story = {name: origin.story if origin.story in articles else name for name, origin in origins.items()}
    first = sorted({*story.values()} & articles.keys(), key=lambda one: (articles[one].published or "9", one))
    return tuple(
        Story(
            articles[one],
            origins[one].source,
            origins[one].withdrawn,
            tuple(articles[n] for n, of in story.items() if of == one and n != one),
        )
        for one in first
    )
