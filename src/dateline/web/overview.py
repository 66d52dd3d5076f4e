"""The first page: how many fit, when, where, and the newest of them."""

from __future__ import annotations

from typing import Annotated

import msgspec
from fastapi import Query, Request, Response
from fastapi.responses import RedirectResponse

from dateline.view import View
from dateline.web.answers import Answer, respond
from dateline.web.filters import Filters

Asked = Annotated[Filters, Query()]
SHOWN = 12
"""Rows of each table on this page; each says how many more there are."""


def home(request: Request) -> Response:
    """Leads to the first page."""
    query = request.url.query
    return RedirectResponse(f"/overview?{query}" if query else "/overview")


def overview(request: Request, asked: Asked) -> Response:
    """How many events, claims and reports fit, and how they spread over types, statuses and countries."""
    view: View = request.app.state.view
    query = asked.query()
    fitting = view.fitting(query)
    kinds = {name: view.by_kind(query, column) for name, column in COLUMNS.items()}

    def json() -> bytes:
        return msgspec.json.encode({"fitting": fitting, "filters": asked.filtered(), **kinds})

    return respond(request, Answer("overview.html", {"filters": asked, "fitting": fitting, **kinds}, json))


COLUMNS = {"types": "type", "statuses": "status", "countries": "place_country"}
"""What events are counted by, and the column that holds it."""
