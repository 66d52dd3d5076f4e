"""The lists of events and of claims."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Generic, TypeVar

import msgspec
from fastapi import Query, Request, Response

from dateline.export.columns import CLAIM_TABLE, EVENT_TABLE, Table
from dateline.export.csv import csv_lines
from dateline.export.jsonl import claim_json, event_json
from dateline.records.event import Event
from dateline.reviewing import Reviewing
from dateline.sheets import Told
from dateline.store.pages import Page, Slice
from dateline.store.queries import EventQuery
from dateline.view import View
from dateline.web.answers import Answer, respond
from dateline.web.filters import Listing, address
from dateline.web.writer import writer

R = TypeVar("R")

Asked = Annotated[Listing, Query()]
AT_A_TIME = 500
"""Rows that are fetched at a time for a whole table."""


@dataclass(frozen=True)
class Sort(Generic[R]):
    """A sort of rows: what they are called, how to find them, and how to write them."""

    name: str
    find: Callable[[View, EventQuery, Slice], Page[R]]
    line: Callable[[R], bytes]
    table: Table[R]
    verdicts: Callable[[Request, Page[R]], object] = lambda *_: {}
    """What people decided of the rows of a page."""
    worded: Callable[[View, Page[R]], Page[R]] = lambda _, page: page
    """The rows of a page as people read them."""


def worded(view: View, page: Page[Event]) -> Page[Event]:
    """A page of events with words as their claims write them."""
    return replace(page, rows=view.written(*page.rows))


EVENTS = Sort("events", View.events, event_json, EVENT_TABLE, worded=worded)
CLAIMS = Sort("claims", View.claims, claim_json, CLAIM_TABLE, lambda request, page: verdicts(request, page.rows))


def events(request: Request, asked: Asked) -> Response:
    """Events that fit, a page at a time; as CSV all of them, unless `limit` is given."""
    return listing(request, asked, EVENTS)


def claims(request: Request, asked: Asked) -> Response:
    """Claims that fit, a page at a time; as CSV all of them, unless `limit` is given."""
    return listing(request, asked, CLAIMS)


def listing(request: Request, asked: Listing, of: Sort[R]) -> Response:
    """A page of a list."""
    view: View = request.app.state.view
    query = asked.query()
    page, fitting = of.find(view, query, asked.slice()), view.numbers(query)
    onward = address(request.url.path, asked, **asked.own(), after=page.after) if page.after else None
    told = {"fitting": fitting, "filters": asked.filtered(), "next": page.after}

    def json() -> bytes:
        return msgspec.json.encode({of.name: [msgspec.Raw(of.line(row)) for row in page.rows], **told})

    def csv() -> Iterator[bytes]:
        rows = page.rows if asked.limit else every(lambda part: of.find(view, query, part), asked.slice(AT_A_TIME))
        return csv_lines(rows, of.table)

    def shown() -> Mapping[str, object]:
        told = {"filters": asked, "page": of.worded(view, page), "fitting": fitting, "onward": onward}
        return told | {"verdicts": of.verdicts(request, page)}

    headers = {"Link": f'<{onward}>; rel="next"'} if onward else {}
    return respond(request, Answer(f"{of.name}.html", shown, json, csv, of.name, headers))


def verdicts(request: Request, told: Sequence[Told]) -> Mapping[tuple[str, str], str]:
    """What people decided of some claims, by article and claim, as far as whoever asks may see it."""
    articles = list(dict.fromkeys(article.id for article, _ in told))
    return Reviewing(request.app.state.view).verdicts(articles, writer(request).name)


def every(find: Callable[[Slice], Page[R]], part: Slice) -> Iterator[R]:
    """Every row of a list from there on, page after page."""
    while True:
        page = find(part)
        yield from page.rows
        if page.after is None:
            return
        part = replace(part, after=page.after)
