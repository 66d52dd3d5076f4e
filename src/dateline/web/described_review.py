"""What the description of the REST interface says of reviewing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dateline.records.review import Answers, Review
from dateline.review.agreement import Agreement
from dateline.review.estimate import Estimate
from dateline.store.queues import QUEUES
from dateline.web.shapes import NUMBER, STRINGS, TEXT, Shape, error, many, of, or_none

RECORDS = (Agreement, Answers, Estimate, Review)
ITEM: Shape = {
    "type": "object",
    "properties": {
        "says": of(Answers), "own": or_none(of(Review)), "others": many(Review), "hidden": NUMBER,
        "verdict": or_none(TEXT), "sampled": {"type": "boolean"}, "event": or_none(TEXT),
    },
}  # fmt: skip
"""What the program says, what the person who asks decided, what others did where that may be seen, else how many."""
SHAPES: Mapping[str, Shape] = {
    "/review": {
        "queues": {"type": "object", "additionalProperties": NUMBER}, "by": or_none(TEXT), "filters": STRINGS,
        "reviewed": NUMBER, "sampled": NUMBER, "unsettled": NUMBER, "gone": NUMBER, "estimates": many(Estimate),
        "agreements": many(Agreement),
    },
    "/review/accuracy": {"sampled": NUMBER, "estimates": many(Estimate)},
    "/review/agreement": {"agreements": many(Agreement)},
    "/review/{name}": {
        "queue": {"enum": list(QUEUES)}, "waiting": NUMBER, "name": or_none(TEXT), "filters": STRINGS,
        "claim": or_none({"type": "object"}), "item": or_none(ITEM),
    },
    "/review/claims/{name}": {"name": TEXT, "claim": {"type": "object"}, "item": ITEM},
}  # fmt: skip
ESTIMATES = [{"field": "type", "right": 4, "of": 5, "share": 0.8, "low": 0.38, "high": 0.96}]
AGREEMENTS = [{
    "field": "type", "claims": 3, "same": 0.67, "alpha": 0.55,
    "kappas": [{"one": "Ana", "other": "Ben", "claims": 3, "kappa": 0.5}],
}]  # fmt: skip
EXAMPLES: Mapping[str, object] = {
    "/review": {
        "queues": {"sample": 60, "unsure": 540, "second": 4, "settle": 1}, "by": "Ana", "filters": {}, "reviewed": 7,
        "sampled": 5, "unsettled": 1, "gone": 0, "estimates": ESTIMATES, "agreements": AGREEMENTS,
    },
    "/review/accuracy": {"sampled": 5, "estimates": ESTIMATES},
    "/review/agreement": {"agreements": AGREEMENTS},
}  # fmt: skip
LINES: Mapping[str, str] = {
    "/review/decisions": "All decisions in their order, a line of JSON each",
    "/review/gold": "Sentences all of whose claims are decided, a line of JSON each, as `dateline evaluate` reads them",
}
"""Answers that are files."""
DECISION: Shape = {
    "type": "object",
    "required": ["claim", "verdict", "by"],
    "additionalProperties": False,
    "properties": {
        "claim": TEXT, "verdict": {"enum": ["accept", "reject", "edit", "skip", "comment"]}, "by": TEXT,
        "comment": TEXT, "settles": {"type": "boolean"}, "changes": or_none({"type": "object"}),
    },
}  # fmt: skip
"""`changes` are the fields of `Answers` that an edit gives otherwise."""
PERSON: Shape = {
    "type": "object", "required": ["by"], "additionalProperties": False, "properties": {"by": TEXT},
}  # fmt: skip
BODIES: Mapping[str, tuple[Shape, object]] = {
    "/review/decisions": (
        DECISION,
        {
            "claim": "83b41ff5d4e23f39/c2",
            "verdict": "edit",
            "by": "Ana",
            "changes": {"status": "planned", "place": None},
        },
    ),
    "/review/undo": (PERSON, {"by": "Ana"}),
    "/review/redo": (PERSON, {"by": "Ana"}),
}


def lines_of(path: str) -> dict[int | str, Shape]:
    """What the description says of an answer that is a file."""
    return {200: {"description": LINES[path], "content": {"application/jsonl": {"schema": TEXT}}}}


def sent(path: str) -> dict[str, Any]:
    """What the description says of the body of a request that writes."""
    schema, _ = BODIES[path]
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}}


def done(path: str) -> dict[int | str, Shape]:
    """What the description says of the answers to a request that writes."""
    nothing = "there is no claim a1/c9" if path == "/review/decisions" else "nothing is there to be taken back"
    return {
        201: {"description": "the decision as it is kept", "content": {"application/json": {"schema": of(Review)}}},
        400: error("a body that is not what is described", "a claim is not decided by 'maybe'"),
        403: error("a desk that is read-only, or a token that is missing", "this desk is read-only"),
        404: error("nothing has that id, or nothing is there to be done", nothing),
    }
