"""One row of a table or one JSON object: a capture, or why it is none."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from dateline.ingest.content import LARGEST, Unreadable, sound
from dateline.lexicon.files import load
from dateline.records.article import Capture, Pair, Rejection
from dateline.records.ids import article_id
from dateline.records.text import Span

PLAIN = ("title", "byline", "url", "source", "published", "language")


@cache
def columns() -> dict[str, tuple[str, ...]]:
    """The names that each field of a capture goes by, best first."""
    return {field: tuple(names) for field, names in load("en/clean_columns.yaml").items()}


@cache
def fields() -> dict[str, str]:
    """The field of a capture that each name stands for."""
    return {name: field for field, names in reversed(columns().items()) for name in names}


def plain(name: str) -> str:
    """A name of a column as the table of names has it."""
    return name.strip().strip("\ufeff\"'").casefold().replace(" ", "_").replace("-", "_")


def row(found: Mapping[str, object], origin: str, raw: str) -> Capture | Rejection:
    """The capture that a row holds; a `Rejection` with the row's id, else one from `raw`, when its shape is wrong."""
    values = named(found)
    own = worded(values.get("id"))
    try:
        return captured(values, own, origin)
    except Unreadable as reason:
        return Rejection(own or article_id(raw, None, None), origin, str(reason))


def named(found: Mapping[str, object]) -> dict[str, object]:
    """The values of a row by field: of several columns for one field the best that holds something."""
    by_name = {plain(name): value for name, value in found.items() if isinstance(name, str)}
    values = {}
    for field, names in columns().items():
        held = [by_name[name] for name in names if by_name.get(name) not in (None, "")]
        values[field] = held[0] if held else None
    values["pairs"] = found.get("pairs")
    return values


def captured(values: Mapping[str, object], own: str | None, origin: str) -> Capture:
    """The capture. Raises `Unreadable` when a field has the wrong shape."""
    text, html = content(values, "text"), content(values, "html")
    if html is not None and not (text or "").strip():
        text = None
    else:
        html = None
    words = {name: worded(values.get(name)) for name in PLAIN}
    return Capture(origin, text=text, html=html, id=own, pairs=pairs(values.get("pairs")), **words)


def content(values: Mapping[str, object], field: str) -> str | None:
    """The text in a field. Raises `Unreadable` when it is something else, or too large."""
    value = values.get(field)
    if value is not None and not isinstance(value, str):
        raise Unreadable(f"wrong shape: {field} is no string")
    if value is not None and len(value) > LARGEST:
        raise Unreadable("too large: more than 50 MB")
    return None if value is None else sound(value)


def worded(value: object) -> str | None:
    """A value as words: numbers written out, lists joined by commas, of an object its name; None for anything else."""
    if isinstance(value, str):
        return sound(value).strip() or None
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, list):
        return ", ".join(part for part in map(worded, value[:50]) if part) or None
    if isinstance(value, Mapping):
        name = value.get("name")
        return worded(name) if isinstance(name, str) else None
    return None


def pairs(value: object) -> tuple[Pair, ...] | None:
    """The pairs asked about; None when none are. Raises `Unreadable` when they have another shape."""
    if value is None:
        return None
    if not isinstance(value, list):
        raise Unreadable("wrong shape: pairs is no list")
    return tuple(pair(one, n) for n, one in enumerate(value))


def pair(value: object, n: int) -> Pair:
    """One pair."""
    if not isinstance(value, Mapping):
        raise Unreadable(f"wrong shape: pairs[{n}] is no object")
    return Pair(span(value.get("actor"), f"pairs[{n}].actor"), span(value.get("recipient"), f"pairs[{n}].recipient"))


def span(value: object, where: str) -> Span | None:
    """A span of a pair."""
    if value is None:
        return None
    start, end = (value.get("start"), value.get("end")) if isinstance(value, Mapping) else (None, None)
    if type(start) is not int or type(end) is not int or not 0 <= start < end:
        raise Unreadable(f"wrong shape: {where} has no start before its end")
    return Span(start, end)
