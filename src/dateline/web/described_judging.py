"""What the description of the REST interface says of judgements on events."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.records.decision import Decision
from dateline.records.event import Event
from dateline.web.shapes import NUMBER, Shape, error, many

RECORDS = (Decision,)
CHANGED: Shape = {"kept": {"type": "boolean"}, "before": many(Event), "after": many(Event)}
"""The answer to a judgement: whether it was kept, and the events that are other than they were."""
SHAPES: Mapping[str, Shape] = {"/judgements": {"judgements": many(Decision), "standing": many(NUMBER)}}
EXAMPLES: Mapping[str, object] = {
    "/judgements": {
        "judgements": [
            {
                "kind": "same",
                "ones": [{"article_id": "a1", "claim_id": "c1", "type": "ASSAULT", "start": 20, "end": 27}],
                "others": [{"article_id": "a2", "claim_id": "c3", "type": "ASSAULT", "start": 4, "end": 11}],
                "by": "Ana",
                "at": "2015-10-20T08:30:00+00:00",
                "why": "one raid, told twice",
                "takes_back": None,
                "number": 1,
            }
        ],
        "standing": [1],
    }
}


def judged() -> dict[int | str, Shape]:
    """What the description says of the answers to a judgement."""
    content = {"application/json": {"schema": {"type": "object", "required": [*CHANGED], "properties": CHANGED}}}
    return {
        200: {"description": "what would change; nothing is kept", "content": content},
        201: {"description": "it is kept", "content": content},
        400: error("what was sent says nothing", "there must be two sides that differ; name claims or events on each"),
        403: error("this desk is read-only, or asks for its token", "this desk is read-only"),
        404: error("no claim, event or judgement is called so", "there is no event or claim 'e1'"),
        413: error("what was sent is too large", "the request is too large"),
    }
