"""The article in a page: its text, and what the page says of itself."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dateline.clean.published import iso
from dateline.errors import Rejected

LARGEST = 10_000_000
"""Characters of a page, without the pictures and such that are written into it."""
MOST = 100_000
"""Elements of a page; time grows with them."""
ATTRIBUTES = 1000
"""Attributes of an element that would be read; more cost time that grows with their square."""
EMBEDDED = re.compile(r"data:[a-z]{1,20}/[^\"'()\s<>]{500,}")
LONG_TAG = re.compile(r"<([A-Za-z]{1,20})([^<>]{5000,})>?")
BETWEEN = re.compile(r"[\s/]+")
DEEPEST = 200
"""Levels of JSON that a page's description of itself may have."""
FULL = 250
"""Characters of text below which a second, more generous look is taken."""
DATES = ("article:published_time", "og:article:published_time", "datepublished", "dc.date.issued", "parsely-pub-date")
MORE_DATES = ("sailthru.date", "dcterms.created", "dc.date", "pubdate", "publish-date", "date")


@dataclass(frozen=True)
class Page:
    """What was found in a page. `published_basis` is "declared" or "guessed"; None without a date."""

    text: str
    title: str | None
    byline: str | None
    source: str | None
    url: str | None
    published: str | None
    published_basis: str | None


def page(html: str, url: str | None = None) -> Page:
    """The article in a page, a paragraph a line. Raises `Rejected` when there is none. Asks nothing of the network.

    Extraction is trafilatura's (Barbaresi 2021); a date is "declared" where the page's own description or meta
    elements tell it, and otherwise htmldate's guess.
    """
    import trafilatura

    tree = trafilatura.load_html(slimmed(html).encode("utf-8", "replace"), 4 * LARGEST)
    if tree is None:
        raise Rejected("no article: it is no HTML")
    found = look(tree, url, favor_precision=True)
    if found is None or len(found.text or "") < FULL:
        found = longer(found, look(tree, url, favor_recall=True))
    if found is None or not (found.text or "").strip():
        raise Rejected("no article: nothing in the page reads like one")
    told = declared(tree)
    guess = None if told else iso(found.date)
    return Page(
        text=found.text.strip(),
        title=found.title or None,
        byline=found.author or None,
        source=found.sitename or found.hostname or None,
        url=url or found.url or None,
        published=told or guess,
        published_basis="declared" if told else "guessed" if guess else None,
    )


def slimmed(html: str) -> str:
    """The page without embedded files and endless rows of attributes. Raises `Rejected` when it is too large."""
    html = EMBEDDED.sub("", html)
    if len(html) > LARGEST:
        raise Rejected(f"too large: a page of {len(html):,} characters")
    if html.count("<") > 2 * MOST:
        raise Rejected(f"too large: a page of more than {MOST:,} elements")
    return LONG_TAG.sub(shortened, html)


def shortened(tag: re.Match[str]) -> str:
    """A tag, without its attributes where they seem to be very many."""
    return tag[0] if sum(1 for _ in BETWEEN.finditer(tag[2])) <= ATTRIBUTES else f"<{tag[1]}>"


def look(tree: Any, url: str | None, **favor: bool) -> Any:
    """What trafilatura finds; None when that is nothing."""
    import trafilatura

    # the latest date is fixed, so that no answer depends on the day it is asked
    dates = {"max_date": "2099-12-31", "original_date": True, "extensive_search": True}
    try:
        return trafilatura.bare_extraction(
            tree, url=url, include_comments=False, with_metadata=True, date_extraction_params=dates, **favor
        )
    except (ValueError, TypeError, AttributeError, KeyError, IndexError, RecursionError, OverflowError):
        return None  # a hostile page; it is a known weakness of extractors, and one page must not end a run


def longer(one: Any, other: Any) -> Any:
    """The finding with the longer text; the first of two equals."""
    return other if other is not None and len(other.text or "") > len(one.text or "" if one else "") else one


def declared(tree: Any) -> str | None:
    """The publication date that a page tells of itself, ISO 8601."""
    return next((day for value in [*described(tree), *meta(tree)] if (day := iso(value))), None)


def described(tree: Any) -> Iterator[str]:
    """The publication dates in the JSON-LD of a page, in its order."""
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            yield from published_in(json.loads(script.text or "", strict=False))
        except (ValueError, RecursionError):
            continue


def published_in(value: object, depth: int = 0) -> Iterator[str]:
    """The values of "datePublished" in JSON, outermost first."""
    if depth > DEEPEST:
        return
    if isinstance(value, dict):
        told = value.get("datePublished")
        if isinstance(told, str):
            yield told
        yield from (
            day for inner in value.values() if isinstance(inner, dict | list) for day in published_in(inner, depth + 1)
        )
    elif isinstance(value, list):
        yield from (day for inner in value for day in published_in(inner, depth + 1))


def meta(tree: Any) -> Iterator[str]:
    """The publication dates in the meta elements of a page, the most telling first."""
    told: dict[str, str] = {}
    for one in tree.iterfind(".//meta"):
        name = one.get("property") or one.get("name") or one.get("itemprop") or ""
        told.setdefault(name.strip().casefold(), one.get("content") or "")
    yield from (told[name] for name in (*DATES, *MORE_DATES) if told.get(name))
