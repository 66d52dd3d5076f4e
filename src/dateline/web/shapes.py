"""The shapes of which the description of the REST interface is made."""

from __future__ import annotations

from typing import Any

Shape = dict[str, Any]

TEXT: Shape = {"type": "string"}
NUMBER: Shape = {"type": "integer"}
STRINGS: Shape = {"type": "object", "additionalProperties": TEXT}
COUNTS: Shape = {"type": "array", "minItems": 2, "maxItems": 2}
"""What is counted, and how many there are."""
QUADS: Shape = {"type": "object", "additionalProperties": NUMBER}
"""The quad of each type that is counted: 1 and 2 cooperate, 3 and 4 are in conflict, 2 and 4 by deeds; 0: not known."""


def of(kind: type) -> Shape:
    """The shape of a record."""
    return {"$ref": f"#/components/schemas/{kind.__name__}"}


def many(kind: type | Shape) -> Shape:
    """The shape of a list."""
    return {"type": "array", "items": kind if isinstance(kind, dict) else of(kind)}


def or_none(shape: Shape) -> Shape:
    """The shape of what may not be there."""
    return {"anyOf": [shape, {"type": "null"}]}


def error(when: str, example: str) -> Shape:
    """What the description says of an error."""
    return answer(when, {"error": TEXT}, {"error": example})


def answer(when: str, fields: Shape, example: object) -> Shape:
    """What the description says of an answer: when it is given, its fields, all of which are there, and an example."""
    schema = {"type": "object", "required": [*fields], "properties": fields}
    return {"description": when, "content": {"application/json": {"schema": schema, "example": example}}}
