"""The first page: how many fit, when, where, between whom, and the newest of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

import msgspec
from fastapi import Query, Request, Response
from fastapi.responses import RedirectResponse

from dateline.store.bins import Bins
from dateline.store.counts import MapCount
from dateline.store.pages import Slice
from dateline.store.queries import EventQuery
from dateline.view import View
from dateline.web.answers import Answer, respond
from dateline.web.drawing import Timeline, timeline
from dateline.web.filters import Filters
from dateline.web.lists import worded
from dateline.web.tables import csv_of
from dateline.web.wording import country, quad

Asked = Annotated[Filters, Query()]
SHOWN = 10
"""Rows of each table on this page; each says of how many."""
PLACES, LISTED = 2_000, 200
"""Places that a map is given, and those that its page lists."""
KINDS = {"types": "type", "statuses": "status", "countries": "country"}
"""What events are counted by."""
BIN_FIELDS = ("unit", "bins", "before", "after", "undated")
DAY_COLUMNS = ("day", "type", "events")
PLACE_COLUMNS = ("place_id", "name", "country", "precision", "lat", "lon", "radius_km", "events", "corroborated")


def home(request: Request) -> Response:
    """Leads to the first page."""
    query = request.url.query
    return RedirectResponse(f"/overview?{query}" if query else "/overview")


def overview(request: Request, asked: Asked) -> Response:
    """How many events, claims and reports fit, and how they spread over types, statuses and countries."""
    view: View = request.app.state.view
    query = asked.query()
    kinds, fitting = by_kinds(view, query), view.numbers(query)

    def shown() -> Mapping[str, object]:
        page = worded(view, view.events(query, Slice(SHOWN)))
        return {"filters": asked, "page": page, "shown": SHOWN, **counted(view, query)}

    def json() -> bytes:
        return msgspec.json.encode({"fitting": fitting, "filters": asked.filtered(), **kinds})

    return respond(request, Answer("overview.html", shown, json))


def counted(view: View, query: EventQuery) -> dict[str, object]:
    """All that is counted on the first page."""
    return {
        "fitting": view.numbers(query),
        "timeline": drawn(view, query),
        "places": view.by_place(query, SHOWN),
        "edges": view.network(query, "did", SHOWN),
        "claimants": view.claimants(query, SHOWN),
        **by_kinds(view, query),
    }


def by_kinds(view: View, query: EventQuery) -> dict[str, tuple[tuple[str | None, int], ...]]:
    """Events by type, status and country."""
    return {name: view.by_kind(query, kind) for name, kind in KINDS.items()}


def drawn(view: View, query: EventQuery) -> Timeline:
    """The timeline of what fits, as bars."""
    counts = view.over_time(query)
    return timeline(counts, quads_of(counts))


def quads_of(counts: Bins) -> dict[str, int]:
    """The quad of each type that is counted."""
    return {name: quad(name) for name in sorted({name for one in counts.bins for name, _ in one.types})}


def days(request: Request, asked: Asked) -> Response:
    """Events that fit by day, week, month or year and by type; as CSV by the very day, none where nobody says when."""
    view: View = request.app.state.view
    query = asked.query()

    def json() -> bytes:
        counts = view.over_time(query)
        told = {name: getattr(counts, name) for name in BIN_FIELDS}
        about = {"counts": "events", "filters": asked.filtered(), "quads": quads_of(counts)}
        return msgspec.json.encode(about | told)

    return respond(
        request,
        Answer(
            "timeline.html",
            lambda: {"filters": asked, "timeline": drawn(view, query)},
            json,
            lambda: csv_of(view.by_day(query), DAY_COLUMNS),
            "timeline",
        ),
    )


def places(request: Request, asked: Asked) -> Response:
    """Events that fit by place, as GeoJSON; beside it those of which only the country is known, or not even that."""
    view: View = request.app.state.view
    found = view.by_place(asked.query(), PLACES)
    return respond(
        request,
        Answer(
            "map.html",
            lambda: {"filters": asked, "places": found, "listed": LISTED},
            lambda: geojson(view, found, asked),
            lambda: csv_of(found.places, PLACE_COLUMNS),
            "places",
        ),
    )


def geojson(view: View, found: MapCount, asked: Filters) -> bytes:
    """The places as a FeatureCollection, with what it leaves out."""
    features = [
        {
            "type": "Feature",
            "id": one.place_id,
            "geometry": {"type": "Point", "coordinates": [one.lon, one.lat]},
            "properties": {
                "name": one.name,
                "country": one.country,
                "precision": one.precision,
                "radius_km": one.radius_km,
                "events": one.events,
                "corroborated": one.corroborated,
                "statuses": dict(one.statuses),
            },
        }
        for one in found.places
    ]
    with view.knowing():
        unplaced = [
            {"country": one.country, "name": one.country and country(one.country), "events": one.events}
            for one in found.unplaced
        ]
        countries = {code: country(code) for code in sorted({one.country for one in found.places if one.country})}
    about = {"counts": "events", "filters": asked.filtered(), "places": found.all_places, "unplaced": unplaced}
    about |= {"countries": countries}
    return msgspec.json.encode({"type": "FeatureCollection", "features": features, **about})
