"""What the description of the REST interface says of each answer: its shape, an example, and what can go wrong."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
from fastapi import FastAPI

from dateline.lexicon.find_actors import Sheet
from dateline.records.claim import Claim
from dateline.records.decision import Decision
from dateline.records.event import Event
from dateline.records.reading import Reading
from dateline.records.tie import Tie
from dateline.store.articles import Loss, Outlet, RunRecord
from dateline.store.bins import Bin
from dateline.store.counts import Numbers, Unplaced
from dateline.store.network import Activity, Edge

Shape = dict[str, Any]

RECORDS = (Activity, Bin, Claim, Decision, Edge, Event, Loss, Numbers, Outlet, Reading, RunRecord, Sheet, Tie, Unplaced)
TEXT: Shape = {"type": "string"}
NUMBER: Shape = {"type": "integer"}
FILTERS: Shape = {"type": "object", "additionalProperties": TEXT}
COUNTS: Shape = {"type": "array", "minItems": 2, "maxItems": 2}
"""What is counted, and how many there are."""
QUADS: Shape = {"type": "object", "additionalProperties": NUMBER}
"""The quad of each type that is counted: 1 and 2 cooperate, 3 and 4 are in conflict, 2 and 4 by deeds; 0: not known."""
OPTIONAL: Shape = {"type": ["string", "null"]}
ERROR: Shape = {"type": "object", "required": ["error"], "properties": {"error": TEXT}}


def of(kind: type) -> Shape:
    """The shape of a record."""
    return {"$ref": f"#/components/schemas/{kind.__name__}"}


def many(kind: type | Shape) -> Shape:
    """The shape of a list."""
    return {"type": "array", "items": kind if isinstance(kind, dict) else of(kind)}


SHAPES: Mapping[str, Shape] = {
    "/overview": {
        "fitting": of(Numbers), "filters": FILTERS, "types": many(COUNTS), "statuses": many(COUNTS),
        "countries": many(COUNTS),
    },
    "/events": {"events": many(Event), "fitting": of(Numbers), "filters": FILTERS, "next": OPTIONAL},
    "/claims": {"claims": many(Claim), "fitting": of(Numbers), "filters": FILTERS, "next": OPTIONAL},
    "/timeline": {
        "counts": TEXT, "filters": FILTERS, "quads": QUADS, "unit": {"enum": ["day", "week", "month", "year"]},
        "bins": many(Bin), "before": NUMBER, "after": NUMBER, "undated": NUMBER,
    },
    "/map": {
        "type": TEXT, "features": many({"type": "object"}), "counts": TEXT, "filters": FILTERS, "places": NUMBER,
        "unplaced": many({"type": "object"}),
    },
    "/network": {
        "counts": TEXT, "kind": TEXT, "all_edges": NUMBER, "nodes": many({"type": "object"}), "edges": many(Edge),
        "filters": FILTERS, "quads": QUADS,
    },
    "/ties": {"ties": many(Tie), "all_ties": NUMBER, "left_out": NUMBER, "filters": FILTERS},
    "/actors": {"counts": TEXT, "actors": many({"type": "object"}), "all_actors": NUMBER},
    "/judgements": {"judgements": many(Decision), "standing": many(NUMBER)},
    "/sources": {"counts": TEXT, "sources": many(Outlet)},
    "/runs": {"runs": many(RunRecord)},
    "/losses": {"losses": many(Loss), "all_losses": NUMBER},
    "/events/{name}": {
        "event": of(Event), "claims": many(Claim), "asked": OPTIONAL, "joined_at": TEXT, "parts": many(TEXT),
        "decisions": many(Decision),
    },
    "/articles/{name}": {"format": TEXT, "run": TEXT, "article": {"type": "object"}, "claims": many(Claim)},
    "/actors/{name}": {
        "actor": of(Activity), "name": TEXT, "known": {"anyOf": [of(Sheet), {"type": "null"}]}, "did": many(Edge),
        "done_by": many(Edge), "says_of": many(Edge), "claimed_by": many(Edge), "ties": many(Tie),
    },
    "/claims/{name}": {"format": TEXT, "article": {"type": "object"}, "id": TEXT, "type": TEXT, "words": TEXT},
}  # fmt: skip
"""The fields of each answer, all of which are always there."""
CHANGED: Shape = {"kept": {"type": "boolean"}, "before": many(Event), "after": many(Event)}
"""The answer to a judgement: whether it was kept, and the events that are other than they were."""
EXAMPLES: Mapping[str, object] = {
    "/overview": {
        "fitting": {"events": 12, "claims": 31, "reports": 9}, "filters": {"country": "SYR"},
        "types": [["ASSAULT", 10], ["RETREAT", 2]], "statuses": [["happened", 12]], "countries": [["SYR", 12]],
    },
    "/timeline": {
        "counts": "events", "filters": {}, "quads": {"ASSAULT": 4, "CONSULT": 1}, "unit": "week",
        "bins": [{"begin": "2015-10-05", "finish": "2015-10-11", "types": [["ASSAULT", 4], ["CONSULT", 1]]}],
        "before": 2, "after": 0, "undated": 3,
    },
    "/map": {
        "type": "FeatureCollection", "counts": "events", "filters": {}, "places": 1,
        "features": [{
            "type": "Feature", "id": "geonames:169577", "geometry": {"type": "Point", "coordinates": [36.72, 34.73]},
            "properties": {
                "name": "Homs", "country": "SYR", "precision": "settlement", "radius_km": 8.9, "events": 4,
                "corroborated": 1, "statuses": {"happened": 3, "denied": 1},
            },
        }],
        "unplaced": [{"country": "YEM", "name": "Yemen", "events": 2}, {"country": None, "name": None, "events": 5}],
    },
    "/network": {
        "counts": "events", "kind": "did", "all_edges": 1, "filters": {}, "quads": {"ACCUSE": 3, "ASSAULT": 4},
        "nodes": [{"id": "isis", "name": "Islamic State"}, {"id": "state-RUS", "name": "Russia"}],
        "edges": [{"source": "state-RUS", "target": "isis", "events": 6, "types": [["ASSAULT", 5], ["ACCUSE", 1]]}],
    },
    "/actors": {
        "counts": "claims", "all_actors": 1,
        "actors": [{"id": "state-TUR", "name": "Turkey", "did": 14, "done_to": 9, "says": 3}],
    },
    "/sources": {
        "counts": "reports",
        "sources": [{"name": "Harbour Wire", "reports": 7, "first": "2015-10-01", "last": "2015-10-20"}],
    },
}  # fmt: skip
WRONG = "a filter that does not exist, or that could not find anything"
NAMED = {"/events/{name}", "/articles/{name}", "/actors/{name}", "/claims/{name}"}


def answers(path: str, csv: bool) -> dict[int | str, Shape]:
    """What the description says of the answers of a path of the API."""
    path = path.replace(":path", "")
    shape = {"type": "object", "required": list(SHAPES[path]), "properties": dict(SHAPES[path])}
    content: Shape = {"application/json": {"schema": shape}}
    if path in EXAMPLES:
        content["application/json"]["example"] = EXAMPLES[path]
    if csv:
        content["text/csv"] = {"schema": TEXT}
    found: dict[int | str, Shape] = {
        200: {"description": "what fits", "content": content},
        304: {"description": "nothing has changed since the answer with that ETag"},
        400: error(WRONG, "'Egypt' is no country code; give three letters, such as EGY"),
    }
    if path in NAMED:
        found[404] = error("nothing has that id", "there is no event 'e1'")
    return found


def written(path: str) -> dict[int | str, Shape]:
    """What the description says of the answers to what is written at a path of the API."""
    shape = {"type": "object", "required": list(CHANGED), "properties": CHANGED}
    content = {"application/json": {"schema": shape}}
    return {
        200: {"description": "what would change; nothing is kept", "content": content},
        201: {"description": "it is kept", "content": content},
        400: error("what was sent says nothing, or not so", "there must be two sides that differ; …"),
        403: error("this desk is read-only, or asks for its token", "this desk is read-only"),
        404: error(f"{path} names what is not there", "there is no event or claim 'e1'; …"),
        413: error("it is too large", "the request is too large"),
    }


def error(when: str, example: str) -> Shape:
    """What the description says of an error."""
    return {"description": when, "content": {"application/json": {"schema": ERROR, "example": {"error": example}}}}


class Described(FastAPI):
    """An application whose description has the shapes of our records, and the errors as we tell them."""

    def openapi(self) -> Shape:
        """The description, OpenAPI 3.1."""
        if self.openapi_schema is None:
            made = super().openapi()
            _, records = msgspec.json.schema_components(RECORDS, ref_template="#/components/schemas/{name}")
            made.setdefault("components", {}).setdefault("schemas", {}).update(records)
            for one in (method for methods in made["paths"].values() for method in methods.values()):
                one["responses"].pop("422", None)
        return self.openapi_schema or {}
