"""The actors of a database, and the page of one: what it did, what was done to it, what is said and known of it."""

from __future__ import annotations

from typing import Annotated

import msgspec
from fastapi import Query, Request, Response

from dateline.errors import BadInput
from dateline.export.jsonl import tie_json
from dateline.lexicon.labels import label
from dateline.store.network import Activity, Edge
from dateline.store.pages import Slice
from dateline.store.queries import EventQuery
from dateline.store.relations import RelationQuery
from dateline.view import View
from dateline.web.answers import Answer, named, respond
from dateline.web.filters import Filters
from dateline.web.lists import worded
from dateline.web.networks import TELLINGS, TIES
from dateline.web.overview import drawn
from dateline.web.tables import csv_of

MOST, SHOWN = 200, 12
LISTED = 30
"""Ties on the page of an actor."""
COLUMNS = ("id", "did", "done_to", "says")
Words = Annotated[str | None, Query(max_length=500, description="letters of the name or the id", examples=["Turk"])]


def actors(request: Request, name: Words = None) -> Response:
    """Actors of whom claims tell, those with most claims first."""
    view: View = request.app.state.view
    with view.knowing():
        found = [one for one in view.activities() if is_called(one, name)]
        rows = [
            {"id": one.id, "name": label(one.id), "did": one.did, "done_to": one.done_to, "says": one.says}
            for one in found[:MOST]
        ]
    return respond(
        request,
        Answer(
            "actors.html",
            lambda: {"rows": rows, "all_actors": len(found), "name": name or ""},
            lambda: msgspec.json.encode({"counts": "claims", "actors": rows, "all_actors": len(found)}),
            lambda: csv_of(found, COLUMNS),
            "actors",
        ),
    )


def is_called(one: Activity, name: str | None) -> bool:
    """Whether an actor's name or id has these letters, in any case."""
    return not name or name.casefold() in label(one.id).casefold() or name.casefold() in one.id.casefold()


def actor(request: Request, name: str) -> Response:
    """One actor: what it did and to whom, what was done to it and by whom, what is said of it, and its ties."""
    view: View = request.app.state.view

    def find(known_id: str) -> Activity:
        found = next((one for one in view.activities() if one.id == known_id), None)
        if found is None and view.sheet(known_id) is None:
            raise BadInput(f"there is no actor {known_id!r} in this database; look for it by its name")
        return found or Activity(known_id, 0, 0, 0)

    with view.knowing():
        found, kind = named(find, name)
    edges = edges_of(view, found.id)

    def shown() -> dict[str, object]:
        did = EventQuery(actor=found.id)
        with view.knowing():
            return {
                "actor": found,
                "sheet": view.sheet(found.id),
                "timeline": drawn(view, did),
                "filters": Filters(),
                "own": Filters(actor=found.id),
                "edges": edges,
                "shown": SHOWN,
                "found": view.ties(RelationQuery(actor=found.id), LISTED, 1),
                "page": worded(view, view.events(did, Slice(SHOWN))),
            }

    def json() -> bytes:
        with view.knowing():
            known = view.ties(RelationQuery(actor=found.id), TIES, TELLINGS)
            ties = [msgspec.Raw(tie_json(tie)) for tie in known.ties]
            about = {"actor": found, "name": label(found.id), "known": view.sheet(found.id)}
        return msgspec.json.encode({**about, **edges, "ties": ties, "all_ties": known.all_ties})

    return respond(request, Answer("actor.html", shown, json), kind)


def edges_of(view: View, known_id: str) -> dict[str, tuple[Edge, ...]]:
    """The edges that lead from an actor and to it."""
    ways = {
        "did": ("did", EventQuery(actor=known_id), "source"),
        "done_by": ("did", EventQuery(recipient=known_id), "target"),
        "says_of": ("said", EventQuery(claimant=known_id), "source"),
        "claimed_by": ("against", EventQuery(actor=known_id), "target"),
    }
    return {
        name: tuple(one for one in view.network(query, kind, 5000).edges if getattr(one, end) == known_id)
        for name, (kind, query, end) in ways.items()
    }
