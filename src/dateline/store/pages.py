"""Lists in pages: each page names the place where the next one begins, so that rows that are added move nothing."""

from __future__ import annotations

import base64
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

import msgspec
from sqlalchemy import Engine, select, tuple_

from dateline.errors import BadConfig
from dateline.records.article import Article
from dateline.records.claim import Claim
from dateline.records.codec import read_event
from dateline.records.event import Event
from dateline.store.fitting import Fitting
from dateline.store.index import Happening, Index, Mask
from dateline.store.queries import rows
from dateline.store.rows import TOLD, told
from dateline.store.tables import ARTICLES, CLAIMS, EVENTS

R = TypeVar("R")
Told = tuple[Article, Claim]


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
    key: tuple[Any, ...]


def page_of_events(engine: Engine, index: Index, fit: Fitting, part: Slice) -> Page[Event]:
    """A page of the events that fit."""
    events = index.events
    mark = mark_of(part.after, (str,))
    behind = None if mark is None else (ordinal(mark.begin), bisect_left(events.ids, mark.key[0]))
    chosen, more = page(fit.events, events.what, part, behind)
    found = events_by_id(engine, [events.ids[n] for n in chosen])
    last = chosen[-1] if more else None
    after = None if last is None else packed(Mark(day_of(events.what.begin[last]), (events.ids[last],)))
    return Page(found, after)


def page_of_claims(engine: Engine, index: Index, fit: Fitting, part: Slice) -> Page[Told]:
    """A page of the claims that fit, each with its article."""
    claims, mark = index.claims, mark_of(part.after, (str, int))
    behind = None
    if mark is not None:
        article = bisect_left(index.articles, mark.key[0])
        start = claims.starts[article] if article < len(index.articles) else len(claims.article)
        behind = (ordinal(mark.begin), min(max(int(start) + mark.key[1], 0), len(claims.article)))
    chosen, more = page(fit.claims, claims.what, part, behind)
    keys = [(index.articles[claims.article[n]], int(claims.position[n])) for n in chosen]
    wanted = select(*TOLD, CLAIMS.c.article_id, CLAIMS.c.position).join(ARTICLES, ARTICLES.c.id == CLAIMS.c.article_id)
    wanted = wanted.where(
        CLAIMS.c.article_id.in_({name for name, _ in keys}), tuple_(CLAIMS.c.article_id, CLAIMS.c.position).in_(keys)
    )
    found = {(row.article_id, row.position): told(row) for row in rows(engine, wanted)}
    last = chosen[-1] if more else None
    after = None if last is None else packed(Mark(day_of(claims.what.begin[last]), keys[-1]))
    return Page(tuple(found[one] for one in keys if one in found), after)


def page(fits: Mask, what: Happening, part: Slice, behind: tuple[int, int] | None) -> tuple[list[int], bool]:
    """The rows of one page, and whether there are more: dated ones first, then by day and by row.

    `behind` is the day and the row where the page before ended; that row need not be there any more.
    """
    order = what.newest_first if part.newest_first else what.oldest_first
    chosen = order[fits[order]]
    if behind is not None:
        (day, row), way, when = behind, -1 if part.newest_first else 1, what.begin[chosen]
        later = (when == day) & (way * chosen > way * row)
        if day:
            later |= (when == 0) | (way * when > way * day) & (when > 0)
        chosen = chosen[later]
    return chosen[: part.size].tolist(), len(chosen) > part.size


def events_by_id(engine: Engine, ids: Sequence[str]) -> tuple[Event, ...]:
    """Some events in that order, without those that are gone."""
    wanted = select(EVENTS.c.id, EVENTS.c.line).where(EVENTS.c.id.in_(ids))
    found = {row.id: row.line for row in rows(engine, wanted)}
    return tuple(read_event(found[one]) for one in ids if one in found)


def ordinal(day: date | None) -> int:
    """A day as the index has it."""
    return day.toordinal() if day else 0


def day_of(number: int) -> date | None:
    """The day of a number of the index."""
    return date.fromordinal(int(number)) if number else None


def packed(mark: Mark) -> str:
    """A mark as it stands in an address."""
    return base64.urlsafe_b64encode(msgspec.json.encode(mark)).decode().rstrip("=")


def mark_of(packed: str | None, kinds: tuple[type, ...]) -> Mark | None:
    """The mark that stands in an address. Raises `BadConfig` where it is none of this list."""
    if packed is None:
        return None
    try:
        mark = msgspec.json.decode(base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4)), type=Mark)
    except (ValueError, msgspec.DecodeError) as error:
        raise BadConfig("the place to go on from (after) is not one that a page gave; start from the first") from error
    if len(mark.key) != len(kinds) or not all(map(isinstance, mark.key, kinds)):
        raise BadConfig("the place to go on from (after) is of another list; start from the first page")
    return mark
