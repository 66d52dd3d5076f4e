"""What is wrong with the words, the ties, the posts and the days of an entry of own actors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from dateline.lexicon.entries import day_of
from dateline.lexicon.lines import Path
from dateline.lexicon.own_actors_fields import OF_POSTS, Found, Known, meant, unknown_fields, wrong_forms

DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
A_POST = "{title: president, of: state-SYR, country: SYR, since: 2000}"
A_CODE = "write its ISO 3166-1 code of three letters, such as SYR"
A_DAY = "write a year, a month or a day: 2013, 2013-05, 2013-05-31"


def wrong_words(value: Mapping[str, Any], known: Known, path: Path = ()) -> Iterator[Found]:
    """Kinds, classes, sectors and countries that there are not."""
    for name, words in (("kind", known.kinds), ("class", known.classes), ("country", known.codes)):
        given = value.get(name)
        if given is not None and given not in words:
            remedy = A_CODE if name == "country" else meant(given, words)
            yield (*path, name), f"there is no {name} {given!r}", remedy
    for n, sector in enumerate(value.get("sectors") or ()):
        if sector not in known.sectors:
            yield (*path, "sectors", n), f"there is no sector {sector!r}", meant(sector, known.sectors)


def wrong_ties(value: Mapping[str, Any], known: Known) -> Iterator[Found]:
    """Ids of allies, enemies and parents that there are not, its own, and friends who are foes."""
    for name in ("allies", "enemies", "parents"):
        for n, other in enumerate(value.get(name) or ()):
            yield from unknown_actor(other, (name, n), known)
            if other == value["id"]:
                yield (name, n), f"{other!r} is the actor itself", "leave it out"
    allies = value.get("allies") or ()
    for n, other in enumerate(value.get("enemies") or ()):
        if other in allies:
            yield ("enemies", n), f"{other!r} is among the allies too", "keep it in one of the two"


def unknown_actor(other: str, path: Path, known: Known) -> Iterator[Found]:
    """An id that no actor has."""
    if other not in known.ids:
        state = f"state-{other.upper()}"
        remedy = f"perhaps {state!r} is meant" if state in known.ids else meant(other, known.ids)
        yield path, f"there is no actor {other!r}", remedy


def wrong_posts(value: Mapping[str, Any], known: Known) -> Iterator[Found]:
    """What is wrong with the posts of somebody."""
    posts = value.get("posts") or []
    if not isinstance(posts, list):
        yield (
            ("posts",),
            "posts is no list",
            f"write posts: [{A_POST}]",
        )
        return
    for n, post in enumerate(posts):
        yield from wrong_post(post, ("posts", n), known)


def wrong_post(post: object, path: Path, known: Known) -> Iterator[Found]:
    """What is wrong with one post."""
    if not isinstance(post, dict):
        yield path, "this is no post", f"write {A_POST}"
        return
    yield from unknown_fields(post, OF_POSTS, path)
    forms = list(wrong_forms(post, path))
    yield from forms
    if forms:
        return
    if not post.get("title"):
        yield path, "a post has no title", "give it one in lower case: title: president"
    if not post.get("of") and not post.get("country"):
        yield path, "it is not told whose post this is", "give it of: the id of a state or organisation, or country:"
    if post.get("of"):
        yield from unknown_actor(post["of"], (*path, "of"), known)
    yield from wrong_words(post, known, path)
    yield from wrong_days(post, path)


def wrong_days(
    value: Mapping[str, Any], path: Path, since: date | None = None, until: date | None = None
) -> Iterator[Found]:
    """Dates that are none, and an end before the beginning; `since` and `until` hold where the entry gives none."""
    ends = {"since": since, "until": until}
    for name in ends.keys() & value.keys():
        given = value[name]
        ends[name] = day_or_none(given, first=name == "since") if given is not None else None
        if given is not None and ends[name] is None:
            yield (*path, name), f"{given!r} is no date", A_DAY
    first, last = ends["since"], ends["until"]
    if first and last and last < first:
        name = "until" if "until" in value else "since"
        yield (*path, name), f"it ends on {last}, before it begins on {first}", "exchange or correct since and until"


def day_or_none(words: str, *, first: bool) -> date | None:
    """The day of a year, month or day; None when it is none."""
    if not DATE.fullmatch(words):
        return None
    try:
        return day_of(words, first=first)
    except ValueError:
        return None
