"""What is wrong with the form, the id and the names of an entry of own actors."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from typing import Any

from rapidfuzz import fuzz, process

from dateline.lexicon.actors import BODY_ID, Actor, Post, actors, countries
from dateline.lexicon.in_force import in_force
from dateline.lexicon.lines import Path
from dateline.lexicon.roles import Family, Role, families, roles

LISTS = ("aliases", "sectors", "allies", "enemies", "parents")
FIELDS = ("id", "name", "kind", "class", "country", *LISTS, "posts", "since", "until", "wikidata", "remove")
OF_STATES = ("id", "name", "aliases", "sectors", "allies", "enemies", "parents", "posts", "since", "until")
OF_POSTS = ("title", "of", "country", "sectors", "since", "until")
WORDS = ("name", "kind", "class", "country", "since", "until", "wikidata", "title", "of")
PLAIN_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
ALIKE = 70
"""A word this much like a known one (0 to 100) is taken for a slip of it."""

MANY = 40
"""Words of which a message does not list all."""

Found = tuple[Path, str, str]
"""A part of an entry, what is wrong with it, and the remedy."""


@dataclass(frozen=True)
class Known:
    """What an entry may name: shipped actors, the ids of all, and the words for kinds, sectors, classes, countries."""

    actors: Mapping[str, Actor]
    ids: frozenset[str]
    kinds: frozenset[str]
    sectors: frozenset[str]
    classes: frozenset[str]
    codes: frozenset[str]
    seen: set[str] = field(default_factory=set)
    """Ids of the entries that were looked at."""


@cache
def shipped_words() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    """The kinds, sectors, classes and country codes that the data know."""
    with in_force(None):
        known = actors().values()
        codes = frozenset(one.iso3 for one in countries().values())
    kinds = frozenset(one.kind for one in known) - {"state"} | {"person"}
    posts = (post for one in known for post in one.posts)
    bearers: Iterable[Actor | Post | Role | Family] = chain(known, posts, roles().values(), families().values())
    sectors = frozenset(sector for one in bearers for sector in one.sectors)
    return kinds, sectors, frozenset(one.class_ for one in known if one.class_), codes


def unknown_fields(value: Mapping[str, Any], fields: Sequence[str], path: Path) -> Iterator[Found]:
    """Fields that there are not."""
    for name in value:
        if name not in fields:
            yield (*path, name), f"there is no field {name!r}", meant(name, fields)


def wrong_forms(value: Mapping[str, Any], path: Path) -> Iterator[Found]:
    """Lists where words are wanted, and words where lists are."""
    for name, given in value.items():
        if name in LISTS and given is not None and not is_words(given):
            yield (*path, name), f"{name} is no list of words", f"write {name}: [{plain(given) or '…'}]"
        if name in WORDS and given is not None and not (isinstance(given, str) and given.strip()):
            yield (*path, name), f"{name} is no word", "write it in quotation marks behind the colon, or leave it out"
    if not path and not isinstance(value.get("id"), str):
        yield ("id",), "there is no id", "give it one in lower case with hyphens: id: my-group"


def is_words(given: object) -> bool:
    """Whether something is a list of words."""
    return isinstance(given, list) and all(isinstance(one, str) and one.strip() for one in given)


def plain(given: object) -> str:
    """A word as it is; "" for anything else."""
    return given if isinstance(given, str) else ""


def wrong_id(value: Mapping[str, Any], known: Known) -> Iterator[Found]:
    """An id that is there twice, or that no new actor can have."""
    one = value["id"]
    if one in known.seen:
        yield ("id",), f"an entry above has the id {one!r} too", "join the two, or give this one another id"
    if one in known.actors or PLAIN_ID.fullmatch(one):
        return
    body = BODY_ID.fullmatch(one)
    if body is None:
        yield ("id",), f"{one!r} is no id that is known, and none for a new actor", "use lower case, digits and hyphens"
    elif body[1] not in known.codes or body[2] not in {family.id for family in families().values()}:
        yield ("id",), f"{one!r} is no body that states have", "use lower case, digits and hyphens"


def wrong_state(value: Mapping[str, Any], known: Known) -> Iterator[Found]:
    """What cannot be changed of a state."""
    shipped = known.actors.get(value["id"])
    for name in value if shipped and shipped.kind == "state" else ():
        if name in FIELDS and name not in OF_STATES:
            wrong = "a state cannot be taken away" if name == "remove" else f"the {name} of a state cannot be changed"
            yield (name,), wrong, f"leave it out; what can be changed: {', '.join(OF_STATES[1:])}"


def wrong_removal(value: Mapping[str, Any], known: Known) -> Iterator[Found]:
    """An actor taken away that there is not, or taken away and changed."""
    if "remove" not in value:
        return
    if value["remove"] is not True:
        yield ("remove",), f"remove is {value['remove']!r}", "write remove: true, or leave it out"
    if value["id"] not in known.actors:
        yield ("id",), f"no actor {value['id']!r} ships that could be taken away", meant(value["id"], known.actors)
    for name in value:
        if name in FIELDS and name not in {"id", "remove"}:
            yield (name,), f"an actor that is taken away has no {name}", f"leave out {name} or remove"


def missing(value: Mapping[str, Any], known: Known) -> Iterator[Found]:
    """What a new actor must have."""
    if value["id"] in known.actors or "remove" in value:
        return
    if not value.get("name"):
        remedy = f"give it one, or an id that is known: {meant(value['id'], known.actors)}"
        yield ("id",), "a new actor has no name", remedy
    if not value.get("kind") and not value.get("posts"):
        yield ("id",), "a new actor has no kind", f"give it one of {', '.join(sorted(known.kinds))}"


def wrong_names(value: Mapping[str, Any], _: Known) -> Iterator[Found]:
    """Names that cannot be found in a text, and such as are there twice."""
    for name in ("name", "kind"):
        if name in value and value[name] is None:
            yield (name,), f"{name} is empty", f"write it, or leave {name} out"
    names = value.get("aliases") or []
    told = [(("name",), value.get("name") or "—"), *((("aliases", n), name) for n, name in enumerate(names))]
    counts = Counter[str]()
    for path, name in told:
        counts[name] += 1
        if counts[name] > 1:
            yield path, f"the name {name!r} is there twice", "leave one out"
        elif name != " ".join(name.split()):
            yield path, f"the name {name!r} has spaces too many", f"write {' '.join(name.split())!r}"
        elif (len(name) < 2 and name != "—") or name.isdigit():
            yield path, f"{name!r} would be found everywhere", "write a longer name"


def meant(word: str, known: Iterable[str]) -> str:
    """What to write instead of a word: the known one most like it, else any of the known ones where these are few."""
    words = sorted(known)
    near = process.extractOne(word, words, scorer=fuzz.ratio, processor=str.lower, score_cutoff=ALIKE)
    if near is not None:
        return f"perhaps {near[0]!r} is meant"
    return f"there are {', '.join(words)}" if len(words) < MANY else "find it with `dateline actors find`"
