"""What was read: sources, runs, what could not be read; and what can be taken away."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

import msgspec
from fastapi import Query, Request, Response

from dateline.view import View
from dateline.web.answers import Answer, respond
from dateline.web.filters import Filters
from dateline.web.tables import csv_of

LOSSES = 200
OUTLET_COLUMNS = ("name", "reports", "first", "last")
RUN_COLUMNS = ("id", "version", "began", "ended", "reports", "rejected", "failed")
LOSS_COLUMNS = ("id", "origin", "step", "why")


def sources(request: Request) -> Response:
    """Outlets and how many of their reports were read."""
    view: View = request.app.state.view
    found = view.outlets()
    return respond(
        request,
        Answer(
            "sources.html",
            lambda: {"outlets": found},
            lambda: msgspec.json.encode({"counts": "reports", "sources": found}),
            lambda: csv_of(found, OUTLET_COLUMNS),
            "sources",
        ),
    )


def runs(request: Request) -> Response:
    """Runs of the program: which version read how many reports, and how many it could not read."""
    view: View = request.app.state.view
    found = view.runs()
    lost, all_lost = view.losses(LOSSES)

    def shown() -> Mapping[str, object]:
        return {"runs": found, "losses": lost, "all_losses": all_lost}

    return respond(
        request,
        Answer(
            "runs.html", shown, lambda: msgspec.json.encode({"runs": found}), lambda: csv_of(found, RUN_COLUMNS), "runs"
        ),
    )


def losses(request: Request) -> Response:
    """Inputs without a reading, and why: those a step broke on, then those that were refused."""
    view: View = request.app.state.view
    lost, all_lost = view.losses(LOSSES)
    return respond(
        request,
        Answer(
            "runs.html",
            lambda: {"runs": view.runs(), "losses": lost, "all_losses": all_lost},
            lambda: msgspec.json.encode({"losses": lost, "all_losses": all_lost}),
            lambda: csv_of(lost, LOSS_COLUMNS),
            "losses",
        ),
    )


def exports(request: Request, asked: Annotated[Filters, Query()]) -> Response:
    """Every table that can be downloaded, with the filters in force."""
    view: View = request.app.state.view

    def json() -> bytes:
        return msgspec.json.encode({"tables": [name for name, _, _ in TABLES], "filters": asked.filtered()})

    return respond(
        request,
        Answer(
            "exports.html", lambda: {"filters": asked, "tables": TABLES, "fitting": view.numbers(asked.query())}, json
        ),
    )


TABLES = (
    ("/events", "Events", "one row an event: what claims agree on"),
    ("/claims", "Claims", "one row a claim: what each report tells, who says so, and the words"),
    ("/timeline", "Timeline", "events by type over time; as CSV by the day they begin"),
    ("/map", "Places", "events by place; as JSON a GeoJSON layer"),
    ("/network", "Network", "who did what to whom, counted in events"),
    ("/ties", "Ties", "who backs, leads, fights … whom, and which reports tell it"),
    ("/actors", "Actors", "claims by who did it, to whom, and who says so"),
    ("/judgements", "Judgements", "what people decided of events and stories, who, when and why"),
    ("/review", "Queues", "how many claims wait for reviewers in each queue"),
    ("/review/accuracy", "Accuracy", "how often the program is right, by the reviewed random sample"),
    ("/review/agreement", "Agreement", "how far reviewers agree: alpha, and kappa of each two"),
    ("/sources", "Sources", "reports by outlet"),
    ("/runs", "Runs", "what was read when, by which version"),
    ("/losses", "Losses", "inputs that could not be read, and why"),
)
"""Paths of tables, what they are called, and what is in them."""
