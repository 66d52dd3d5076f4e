"""Who does what to whom, who says what of whom, and the ties between actors."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

import msgspec
from fastapi import Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from dateline.export.csv import csv_lines
from dateline.export.jsonl import tie_json
from dateline.export.ties import TIE_TABLE
from dateline.lexicon.labels import label
from dateline.records.tie import KINDS
from dateline.store.network import Network
from dateline.store.relations import RelationQuery
from dateline.ties import Ties
from dateline.view import View
from dateline.web.answers import Answer, respond
from dateline.web.filters import Filters, words
from dateline.web.tables import csv_of
from dateline.web.wording import quad

EDGES = 500
"""Edges that are told at most, unless another number is asked for."""
TIES, TELLINGS = 200, 5
"""Ties that are told at most, unless another number is asked for, and of each the reports that tell it."""
LISTED = 200
"""Edges that the page lists; the picture beside it has all that are told."""
EDGE_COLUMNS = ("source", "target", "events")


class AskedEdges(Filters):
    """Filters, and which edges."""

    edges: Literal["did", "said", "against"] | None = Field(
        default=None,
        description="did: who did it to whom (the default); said: who says it of whom; against: parties alone",
    )
    limit: int | None = Field(default=None, ge=1, le=5000, description=f"so many edges at most; {EDGES} by default")


class AskedTies(BaseModel):
    """Filters for ties."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    actor: str | None = words("either end: id, words of the name, or a country's code", "Turkey")
    kind: str | None = words(", ".join(KINDS), "backs")
    since: date | None = Field(default=None, description="published on this day or later")
    until: date | None = Field(default=None, description="published by this day")
    source: str | None = words("words of the outlet's name", "Harbour Wire")
    limit: int | None = Field(default=None, ge=1, le=5000, description=f"so many at most; {TIES} by default")

    def query(self) -> RelationQuery:
        """The filters as the desk takes them. Raises `BadConfig` for one that could not find anything."""
        return RelationQuery(self.actor, self.kind, self.since, self.until, self.source, None)

    def given(self) -> dict[str, str]:
        """What is given, as text, by name."""
        return {name: str(value) for name, value in self if value is not None}


def network(request: Request, asked: Annotated[AskedEdges, Query()]) -> Response:
    """Edges between actors, counted in events; those with most events first, of how many it says."""
    view: View = request.app.state.view
    kind, query = asked.edges or "did", asked.query()
    found = view.network(query, kind, asked.limit or EDGES)

    def shown() -> dict[str, object]:
        return {"filters": asked, "edges": found, "listed": LISTED, "kind_of_edges": kind}

    return respond(
        request,
        Answer(
            "network.html",
            shown,
            lambda: msgspec.json.encode(graph(view, found, kind) | {"filters": asked.filtered()}),
            lambda: csv_of(found.edges, EDGE_COLUMNS),
            "network",
        ),
    )


def graph(view: View, found: Network, kind: str) -> dict[str, object]:
    """Nodes with their names, and edges from source to target."""
    with view.knowing():
        ids = sorted({end for edge in found.edges for end in (edge.source, edge.target)})
        nodes = [{"id": one, "name": label(one)} for one in ids]
    quads = {name: quad(name) for edge in found.edges for name, _ in edge.types}
    about = {"counts": "events", "kind": kind, "all_edges": found.all_edges, "quads": quads}
    return about | {"nodes": nodes, "edges": found.edges}


def ties(request: Request, asked: Annotated[AskedTies, Query()]) -> Response:
    """Standing ties that reports tell (who backs, leads, fights … whom), those that most tell first, with a few."""
    view: View = request.app.state.view

    def found(tellings: int) -> Ties:
        with view.knowing():
            return view.ties(asked.query(), asked.limit or TIES, tellings)

    def json() -> bytes:
        told = found(TELLINGS)
        rows = [msgspec.Raw(tie_json(tie)) for tie in told.ties]
        about = {"all_ties": told.all_ties, "left_out": told.left_out, "filters": asked.given()}
        return msgspec.json.encode({"ties": rows, **about})

    return respond(
        request,
        Answer(
            "ties.html",
            lambda: {"asked": asked, "found": found(1), "tie_kinds": KINDS},
            json,
            lambda: csv_lines(found(TELLINGS).ties, TIE_TABLE),
            "ties",
        ),
    )
