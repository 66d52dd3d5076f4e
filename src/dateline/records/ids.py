"""Ids from content: the same content has the same id, on every machine and in every run."""

from __future__ import annotations

import hashlib

LENGTH = 16
NAMED_HERE = "name:"
"""How the ids of those begin whom a report names and no list knows."""


def digest(*parts: str) -> str:
    """16 hex digits of the SHA-256 over the parts; where one part ends and the next begins makes a difference."""
    hasher = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        hasher.update(len(data).to_bytes(8, "big"))
        hasher.update(data)
    return hasher.hexdigest()[:LENGTH]


def under(town: str, name: str) -> str:
    """The id of a quarter or building of which no more is known than its name and the id of the town that it is in."""
    return f"{town}/{name.replace(' ', '-')}"


def is_under(place: str, town: str) -> bool:
    """Whether an id is of such a place in a town."""
    return place.startswith(f"{town}/")


def is_beside(place: str, other: str) -> bool:
    """Whether two ids are of two such places in the same town."""
    town, _, name = place.rpartition("/")
    return bool(town) and bool(name) and place != other and is_under(other, town)


def is_named_here(known_id: str | None) -> bool:
    """Whether an id is of somebody whom a report names and no list knows."""
    return known_id is not None and known_id.startswith(NAMED_HERE)


def article_id(text: str, url: str | None, published: str | None) -> str:
    """The id of an article that came without one."""
    return digest("article", text, url or "", published or "")
