"""What the description of the REST interface says of each answer: its shape, an example, and what can go wrong."""

from __future__ import annotations

from collections.abc import Mapping

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
from dateline.web import described_judging as judging
from dateline.web import described_review as review
from dateline.web import examples
from dateline.web.answers import API, JSON
from dateline.web.shapes import COUNTS, NUMBER, QUADS, STRINGS, TEXT, Shape, answer, error, many, of, or_none

RECORDS = (
    Activity,
    Bin,
    Claim,
    Decision,
    Edge,
    Event,
    Loss,
    Numbers,
    Outlet,
    Reading,
    RunRecord,
    Sheet,
    Tie,
    Unplaced,
    *judging.RECORDS,
    *review.RECORDS,
)
OPTIONAL = or_none(TEXT)
SHAPES: Mapping[str, Shape] = {
    "/overview": {
        "fitting": of(Numbers), "filters": STRINGS, "types": many(COUNTS), "statuses": many(COUNTS),
        "countries": many(COUNTS),
    },
    "/events": {"events": many(Event), "fitting": of(Numbers), "filters": STRINGS, "next": OPTIONAL},
    "/claims": {"claims": many(Claim), "fitting": of(Numbers), "filters": STRINGS, "next": OPTIONAL},
    "/timeline": {
        "counts": TEXT, "filters": STRINGS, "quads": QUADS, "unit": {"enum": ["day", "week", "month", "year"]},
        "bins": many(Bin), "before": NUMBER, "after": NUMBER, "undated": NUMBER,
    },
    "/map": {
        "type": TEXT, "features": many({"type": "object"}), "counts": TEXT, "filters": STRINGS, "places": NUMBER,
        "unplaced": many({"type": "object"}), "countries": STRINGS,
    },
    "/network": {
        "counts": TEXT, "kind": TEXT, "all_edges": NUMBER, "nodes": many({"type": "object"}), "edges": many(Edge),
        "filters": STRINGS, "quads": QUADS,
    },
    "/ties": {"ties": many(Tie), "all_ties": NUMBER, "left_out": NUMBER, "filters": STRINGS},
    "/actors": {"counts": TEXT, "actors": many({"type": "object"}), "all_actors": NUMBER},
    "/sources": {"counts": TEXT, "sources": many(Outlet)},
    "/runs": {"runs": many(RunRecord)},
    "/losses": {"losses": many(Loss), "all_losses": NUMBER},
    "/events/{name}": {
        "event": of(Event), "claims": many(Claim), "asked": OPTIONAL, "joined_at": TEXT, "parts": many(TEXT),
        "decisions": many(Decision), "acts": many(TEXT), "campaigns": many(TEXT),
    },
    "/articles/{name}": {"format": TEXT, "run": TEXT, "article": {"type": "object"}, "claims": many(Claim)},
    "/actors/{name}": {
        "actor": of(Activity), "name": TEXT, "known": {"anyOf": [of(Sheet), {"type": "null"}]}, "did": many(Edge),
        "done_by": many(Edge), "says_of": many(Edge), "claimed_by": many(Edge), "ties": many(Tie),
        "all_ties": NUMBER,
    },
    "/claims/{name}": {"format": TEXT, "article": {"type": "object"}, "id": TEXT, "type": TEXT, "words": TEXT},
    **judging.SHAPES,
    **review.SHAPES,
}  # fmt: skip
"""The fields of each answer, all of which are always there."""
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
        "countries": {"SYR": "Syria"},
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
    **judging.EXAMPLES,
    **review.EXAMPLES,
}  # fmt: skip
LED_ON: Mapping[int | str, Shape] = {
    308: answer(
        "it became part of another event, which `now` names and the answer leads to",
        {"asked": TEXT, "now": many(TEXT), "since": TEXT},
        {"asked": "1c9e4a7750bb2f63", "now": ["83b41ff5d4e23f39"], "since": "2015-10-20T08:30:00+00:00"},
    ),
    410: answer(
        "it was split; `now` names the events that hold its claims",
        {"error": TEXT, "asked": TEXT, "now": many(TEXT)},
        {
            "error": "event e1 was split; its claims are in e2, e3: name one of these",
            "asked": "e1",
            "now": ["e2", "e3"],
        },
    ),
}
"""The answers to an id that an event once had."""
WRONG = "a filter that does not exist, or that could not find anything"
NAMED = {
    "/events/{name}",
    "/articles/{name}",
    "/actors/{name}",
    "/claims/{name}",
    "/review/{name}",
    "/review/claims/{name}",
}


def answers(path: str, csv: bool) -> dict[int | str, Shape]:
    """What the description says of the answers of a path of the API."""
    path = path.replace(":path", "")
    shape = {"type": "object", "required": list(SHAPES[path]), "properties": dict(SHAPES[path])}
    content: Shape = {"application/json": {"schema": shape}}
    if csv:
        content["text/csv"] = {"schema": TEXT}
    found: dict[int | str, Shape] = {
        200: {"description": "what fits", "content": content},
        304: {"description": "nothing has changed since the answer with that ETag"},
        400: error(WRONG, "'Egypt' is no country code; give three letters, such as EGY"),
    }
    if path in NAMED:
        found[404] = error("nothing has that id", "there is no event 'e1'")
    if path == "/events/{name}":
        found |= LED_ON
    return found


class Described(FastAPI):
    """An application whose description has the shapes of our records, and the errors as we tell them."""

    def openapi(self) -> Shape:
        """The description, OpenAPI 3.1."""
        if self.openapi_schema is None:
            made = super().openapi()
            _, records = msgspec.json.schema_components(RECORDS, ref_template="#/components/schemas/{name}")
            made.setdefault("components", {}).setdefault("schemas", {}).update(records)
            for one in made["paths"].values():
                for called in one.values():
                    called["responses"].pop("422", None)
            add_examples(made["paths"])
        return self.openapi_schema or {}


def add_examples(paths: Shape) -> None:
    """Puts the examples into a description that is made: what makes it leaves out whatever is null in one."""
    for path, example in {**EXAMPLES, **examples.made()}.items():
        paths[f"{API}{path}"]["get"]["responses"]["200"]["content"][JSON]["example"] = example
    for path, (_, example) in review.BODIES.items():
        paths[f"{API}{path}"]["post"]["requestBody"]["content"][JSON]["example"] = example
