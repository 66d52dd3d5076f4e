"""Records to and from JSON: `dateline/1` (readings) and `dateline-event/1` (events), and their JSON Schema."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import msgspec

from dateline.records.article import Article, Failure, Rejection
from dateline.records.claim import Claim, Relation, TypedPair
from dateline.records.event import Event
from dateline.records.mention import ActorMention, PlaceMention, QuantityMention, TimeMention
from dateline.records.reading import Reading
from dateline.records.statement import Statement
from dateline.records.text import Sentence, Skipped, Span

READING = "dateline/1"
EVENT = "dateline-event/1"
PARTS: dict[str, type] = {
    "skipped": Skipped,
    "sentences": Span,
    "actors": ActorMention,
    "places": PlaceMention,
    "times": TimeMention,
    "quantities": QuantityMention,
    "statements": Statement,
    "scare_quotes": Span,
    "claims": Claim,
    "relations": Relation,
}

_encoder = msgspec.json.Encoder()


def reading_line(reading: Reading) -> bytes:
    """A reading as one line of `dateline/1`, UTF-8, without the newline."""
    line: dict[str, object] = {"format": READING, "run": reading.run, "article": reading.article}
    line |= {name: getattr(reading, name) for name in PARTS}
    line["sentences"] = [Span(sentence.start, sentence.end) for sentence in reading.sentences]
    if reading.typed_pairs is not None:
        line["typed_pairs"] = reading.typed_pairs
    return _encoder.encode(line)


def error_line(outcome: Rejection | Failure) -> bytes:
    """The line that stands for an article without a reading."""
    why = f"rejected: {outcome.reason}" if isinstance(outcome, Rejection) else f"{outcome.step}: {outcome.error}"
    return _encoder.encode({"format": READING, "article": {"id": outcome.id}, "error": why})


def read_reading(line: bytes | str) -> Reading | None:
    """The reading of a line; None for a line that holds an error. Tokens are not in the format and stay empty.

    Raises `ValueError` when the line is not `dateline/1`, naming the field.
    """
    try:
        found = msgspec.json.decode(line)
        if not isinstance(found, dict) or found.get("format") != READING:
            raise ValueError(f"not a line of {READING}")
        if found.get("error"):
            return None
        parts: dict[str, Any] = {name: records(found.get(name), kind) for name, kind in PARTS.items()}
        parts["sentences"] = tuple(Sentence(span.start, span.end) for span in parts["sentences"])
        pairs = found.get("typed_pairs")
        typed = None if pairs is None else msgspec.convert(pairs, tuple[TypedPair, ...])
        article = msgspec.convert(found.get("article"), Article)
        return Reading(article, run=found.get("run") or "", typed_pairs=typed, **parts)
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise ValueError(str(error)) from error


def records(values: object, kind: type) -> Any:
    """A tuple of records of a class from a list of plain values; empty from None."""
    return msgspec.convert(values or [], tuple[kind, ...])  # type: ignore[valid-type]


def event_line(event: Event) -> bytes:
    """An event as one line of `dateline-event/1`, UTF-8, without the newline."""
    return _encoder.encode({"format": EVENT} | {field.name: getattr(event, field.name) for field in fields(event)})


def read_event(line: bytes | str) -> Event:
    """The event of a line. Raises `ValueError` when the line is not `dateline-event/1`."""
    try:
        return msgspec.json.decode(line, type=Event)
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise ValueError(str(error)) from error


def to_builtins(record: object) -> Any:
    """A record as plain dicts, lists, strings and numbers; dates as ISO strings."""
    return msgspec.to_builtins(record)


def from_builtins(value: object, kind: type[Any]) -> Any:
    """A record of a class from plain values. Raises `ValueError` when they do not fit."""
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        raise ValueError(str(error)) from error


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a line of `dateline/1`."""
    kinds = [Article, TypedPair, *PARTS.values()]
    shapes, definitions = msgspec.json.schema_components(kinds, ref_template="#/$defs/{name}")
    of = {kind.__name__: shape for kind, shape in zip(kinds, shapes, strict=True)}
    parts = {name: {"type": "array", "items": of[kind.__name__]} for name, kind in PARTS.items()}
    read = {
        "type": "object",
        "required": ["format", "run", "article", *PARTS],
        "properties": {
            "format": {"const": READING},
            "run": {"type": "string"},
            "article": of["Article"],
            **parts,
            "typed_pairs": {"type": "array", "items": of["TypedPair"]},
        },
    }
    failed = {
        "type": "object",
        "required": ["format", "article", "error"],
        "properties": {
            "format": {"const": READING},
            "article": {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}},
            "error": {"type": "string", "minLength": 1},
        },
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{READING}: what one article says",
        "oneOf": [read, failed],
        "$defs": definitions,
    }


def spans_of(record: object) -> Iterator[Span]:
    """Every span in a record, at any depth."""
    if isinstance(record, Span):
        yield record
    if isinstance(record, tuple | list):
        for part in record:
            yield from spans_of(part)
    elif hasattr(record, "__dataclass_fields__"):
        for field in fields(record):  # type: ignore[arg-type]
            yield from spans_of(getattr(record, field.name))
