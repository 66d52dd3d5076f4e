"""Many articles in one file: JSON, JSON Lines, and tables."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO

from dateline.ingest.content import BROKEN, LARGEST, Unreadable, mended, read_whole, text_stream
from dateline.ingest.rows import fields, plain, row
from dateline.records.article import Capture, Rejection
from dateline.records.ids import article_id

Read = Iterator[Capture | Rejection]
TOO_LONG = "too large: more than 50 MB in one line"


def json_lines(stream: BinaryIO, origin: str) -> Read:
    """An outcome for every line that is not blank; any number of lines, one in memory at a time."""
    for number, line in numbered(text_stream(stream, newline=None)):
        where = f"{origin}, line {number}"
        if line is None:
            yield refused(where, where, TOO_LONG)
        elif line.strip():
            yield json_line(line, where)


def json_line(line: str, where: str) -> Capture | Rejection:
    """The outcome of one line."""
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        return refused(line, where, f"broken JSON: {error}"[:200])
    return from_json(found, where, line)


def from_json(found: object, where: str, raw: str) -> Capture | Rejection:
    """The outcome of one JSON value."""
    if not isinstance(found, dict):
        return refused(raw, where, "wrong shape: no JSON object")
    return row(found, where, raw)


def json_file(stream: BinaryIO, origin: str) -> Read:
    """The outcomes of a JSON file: of its one object, or of every one in its list. JSON Lines are taken as such."""
    whole = read_whole(stream)
    try:
        found = json.loads(whole.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        if is_json_line(whole.lstrip().partition("\n")[0]):
            yield from json_lines(io.BytesIO(whole.encode("utf-8", "surrogatepass")), origin)
            return
        raise Unreadable(f"broken JSON: {error}"[:200]) from error
    if not isinstance(found, list):
        yield from_json(found, origin, whole)
        return
    for number, one in enumerate(found, 1):
        where = f"{origin}, item {number}"
        yield from_json(one, where, json.dumps(one, sort_keys=True))


def is_json_line(line: str) -> bool:
    """Whether a line is a JSON object by itself."""
    try:
        return line.lstrip("\ufeff \t\r\n").startswith("{") and isinstance(json.loads(line.lstrip("\ufeff")), dict)
    except (ValueError, RecursionError):
        return False


def numbered(stream: io.TextIOWrapper) -> Iterator[tuple[int, str | None]]:
    """The lines with their numbers, from 1; None for one too long. Raises `Unreadable` where the file is damaged."""
    number = 0
    try:
        while line := stream.readline(LARGEST + 1):
            number += 1
            too_long = len(line) > LARGEST and not line.endswith("\n")
            while too_long and line and not line.endswith("\n"):
                line = stream.readline(LARGEST)
            yield number, None if too_long else mended(line, stream.encoding)
    except (*BROKEN, UnicodeError) as error:
        raise Unreadable(f"damaged: after line {number}, {error}") from error


def table(stream: BinaryIO, origin: str, delimiter: str) -> Read:
    """An outcome for every row under the row that names the columns. Raises `Unreadable` without a column of text."""
    csv.field_size_limit(max(csv.field_size_limit(), LARGEST))
    lost: list[str] = []
    lines = kept(numbered(text_stream(stream, newline="")), origin, lost)
    first = next(lines, "")
    delimiter = max((delimiter, ",", ";", "\t"), key=lambda mark: len(columns_of(first, mark)))
    rows = csv.reader(chain([first], lines), delimiter=delimiter)
    names = next(rows, [])
    if not columns_of(first, delimiter) & {"text", "html"}:
        raise Unreadable(f"wrong shape: no column is called text, body or content (but {', '.join(names)[:200]})")
    while True:
        where = f"{origin}, line {rows.line_num + 1}"
        try:
            cells = next(rows, None)
        except csv.Error as error:
            yield refused(where, where, f"broken row: {error}")
            continue
        yield from (refused(place, place, TOO_LONG) for place in lost)
        lost.clear()
        if cells is None:
            return
        if any(cells):
            yield row(dict(zip(names, cells, strict=False)) | {"pairs": None}, where, delimiter.join(cells))


def kept(lines: Iterator[tuple[int, str | None]], origin: str, lost: list[str]) -> Iterator[str]:
    """The lines that are not too long; the places of the others go to `lost`."""
    for number, line in lines:
        if line is None:
            lost.append(f"{origin}, line {number}")
        else:
            yield line


def columns_of(first: str, delimiter: str) -> set[str]:
    """The fields that the first line of a table names, were it delimited so."""
    return {fields().get(plain(name), "") for name in next(csv.reader([first], delimiter=delimiter), [])} - {""}


def refused(raw: str, where: str, reason: str) -> Rejection:
    """A rejection whose id comes from the content."""
    return Rejection(article_id(raw, None, None), where, reason)
