"""Lists in pages: each page names the place where the next one begins, so that rows that are added move nothing."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

import msgspec
from sqlalchemy import Column, Engine, Select, select, tuple_

from dateline.errors import BadConfig
from dateline.records.article import Article
from dateline.records.claim import Claim
from dateline.records.codec import read_event
from dateline.records.event import Event
from dateline.store.queries import EventQuery, about_claims, about_events
from dateline.store.rows import TOLD, told
from dateline.store.tables import ARTICLES, CLAIMS, EVENTS

R = TypeVar("R")
Told = tuple[Article, Claim]
Keys = tuple[Column[Any], ...]
"""The columns that order a list: the day first, then those that make a row the only one of its kind."""


@dataclass(frozen=True)
class Page(Generic[R]):
    """Some rows of a list, and where the next page begins; None where there is none."""

    rows: tuple[R, ...]
    after: str | None


@dataclass(frozen=True)
class Slice:
    """Which part of a list: `size` rows behind the place that a page before gave; by time, undated rows last."""

    size: int
    after: str | None = None
    newest_first: bool = True


class Mark(msgspec.Struct, array_like=True, frozen=True):
    """Where a page ended: the day and the key of its last row."""

    begin: date | None
    key: tuple[str | int, ...]


def page_of_events(engine: Engine, query: EventQuery, part: Slice) -> Page[Event]:
    """A page of the events that fit."""
    wanted = select(EVENTS.c.line, EVENTS.c.begin, EVENTS.c.id).where(*about_events(query))
    rows, after = page(engine, wanted, (EVENTS.c.begin, EVENTS.c.id), part)
    return Page(tuple(read_event(row.line) for row in rows), after)


def page_of_claims(engine: Engine, query: EventQuery, part: Slice) -> Page[Told]:
    """A page of the claims that fit, each with its article."""
    by = (CLAIMS.c.begin, CLAIMS.c.article_id, CLAIMS.c.position)
    wanted = select(*TOLD, *by).join(ARTICLES, ARTICLES.c.id == CLAIMS.c.article_id)
    rows, after = page(engine, wanted.where(*about_claims(query)), by, part)
    return Page(tuple(map(told, rows)), after)


def page(engine: Engine, wanted: Select[Any], by: Keys, part: Slice) -> tuple[list[Any], str | None]:
    """The rows of one page, and where the next begins.

    Dated and undated rows are asked for apart, since an index gives each in order.
    """
    mark, found = mark_of(part.after, by), list[Any]()
    stretches = [(False, mark)] if mark and mark.begin is None else [(True, mark), (False, None)]
    with engine.connect() as connection:
        for dated, behind in stretches:
            if (missing := part.size + 1 - len(found)) > 0:
                asked = stretch(wanted, by, part.newest_first, dated, behind)
                found += connection.execute(asked.limit(missing)).all()
    if len(found) <= part.size:
        return found, None
    last = found[part.size - 1]
    return found[: part.size], packed(Mark(last.begin, tuple(getattr(last, one.name) for one in by[1:])))


def stretch(wanted: Select[Any], by: Keys, newest_first: bool, dated: bool, behind: Mark | None) -> Select[Any]:
    """The dated or the undated rows, in order, those behind a mark."""
    begin, *key = by
    order = [one.desc() for one in by] if newest_first else list(by)
    if not dated:
        wanted, order = wanted.where(begin.is_(None)), order[1:]
    else:
        wanted = wanted.where(begin.is_not(None))
    if behind is not None:
        row, place = (tuple_(*by), (behind.begin, *behind.key)) if dated else (tuple_(*key), behind.key)
        wanted = wanted.where(row < place if newest_first else row > place)
    return wanted.order_by(*order)


def packed(mark: Mark) -> str:
    """A mark as it stands in an address."""
    return base64.urlsafe_b64encode(msgspec.json.encode(mark)).decode().rstrip("=")


def mark_of(packed: str | None, by: Keys) -> Mark | None:
    """The mark that stands in an address. Raises `BadConfig` where it is none of this list."""
    if packed is None:
        return None
    try:
        mark = msgspec.json.decode(base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4)), type=Mark)
    except (ValueError, msgspec.DecodeError) as error:
        raise BadConfig("the place to go on from (after) is not one that a page gave; start from the first") from error
    kinds = [one.type.python_type for one in by[1:]]
    if len(mark.key) != len(kinds) or not all(map(isinstance, mark.key, kinds)):
        raise BadConfig("the place to go on from (after) is of another list; start from the first page")
    return mark
