"""What is wrong with a file of own actors, line by line, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.lexicon.actors import actors
from dateline.lexicon.in_force import in_force
from dateline.lexicon.lines import Lined, Path
from dateline.lexicon.names import finder, spellings
from dateline.lexicon.own_actors_fields import (
    FIELDS,
    Found,
    Known,
    missing,
    shipped_words,
    unknown_fields,
    wrong_forms,
    wrong_id,
    wrong_names,
    wrong_removal,
    wrong_state,
)
from dateline.lexicon.own_actors_ties import wrong_days, wrong_posts, wrong_ties, wrong_words

CHECKS = (wrong_id, wrong_state, wrong_removal, missing, wrong_names, wrong_words, wrong_ties, wrong_posts)


@dataclass(frozen=True, slots=True)
class Flaw:
    """A mistake in a file: the line (from 1), the entry, what is wrong with it, and what to do about it."""

    line: int
    entry: str
    wrong: str
    remedy: str

    def __str__(self) -> str:
        return f"line {self.line} ({self.entry}): {self.wrong}; {self.remedy}"


def flaws(entries: Sequence[Lined]) -> Iterator[Flaw]:
    """Every mistake because of which a file cannot be used, entry by entry, by line."""
    known = known_beside(entries)
    for number, entry in enumerate(entries, 1):
        yield from sorted((flaw_of(entry, number, found) for found in flaws_in(entry, known)), key=lambda one: one.line)


def shared_names(entries: Sequence[Lined]) -> Iterator[Flaw]:
    """Every name that another actor bears too: the file can be used, but the name may be taken for either."""
    with in_force(None):
        plain, bearers = finder(), dict[str, tuple[str, ...]]()
        bearers.update((words, one.ids) for words, one in zip(plain.patterns, plain.entries, strict=True))
    gone = {id_of(one) for one in entries if isinstance(one.value, dict) and one.value.get("remove")}
    for number, entry in enumerate(entries, 1):
        for path, name in names_of(entry):
            ways = list(spellings(name.removeprefix("the ").removeprefix("The ")))
            others = {known_id for way in ways for known_id in bearers.get(way, ())} - {id_of(entry)} - gone
            bearers.update((way, (*bearers.get(way, ()), id_of(entry))) for way in ways)
            if others:
                told = ", ".join(sorted(others))
                wrong = f"{told} bears the name {name!r} too"
                yield flaw_of(entry, number, (path, wrong, f"leave it out, or add {{id: {told}, remove: true}}"))


def names_of(entry: Lined) -> Iterator[tuple[Path, str]]:
    """The names that an entry gives."""
    value = entry.value if isinstance(entry.value, dict) else {}
    if isinstance(value.get("name"), str):
        yield ("name",), value["name"]
    aliases = value.get("aliases")
    for n, name in enumerate(aliases if isinstance(aliases, list) else ()):
        if isinstance(name, str):
            yield ("aliases", n), name


def id_of(entry: Lined) -> str:
    """The id that an entry gives; "" for none."""
    return str(entry.value.get("id") or "") if isinstance(entry.value, dict) else ""


def flaw_of(entry: Lined, number: int, found: Found) -> Flaw:
    """A mistake with its line and entry."""
    path, wrong, remedy = found
    return Flaw(entry.line(path), id_of(entry) or f"entry {number}", wrong, remedy)


def known_beside(entries: Sequence[Lined]) -> Known:
    """What entries may name: what ships, and one another."""
    words = shipped_words()
    given = {id_of(one): one.value for one in entries if isinstance(one.value, dict)}
    gone = {known_id for known_id, value in given.items() if value.get("remove")}
    with in_force(None):
        shipped = actors()
    return Known(shipped, frozenset((*shipped, *given)) - gone - {""}, *words)


def flaws_in(entry: Lined, known: Known) -> Iterator[Found]:
    """The mistakes in one entry."""
    value = entry.value
    if not isinstance(value, dict):
        yield (), "this is no entry", "write fields behind the hyphen: - {id: my-group, name: My Group, kind: party}"
        return
    yield from ((path, f"{path[-1]} is there twice", "keep one of the two") for path in entry.twice)
    yield from unknown_fields(value, FIELDS, ())
    forms = list(wrong_forms(value, ()))
    yield from forms
    if forms:
        return
    for check in CHECKS:
        yield from check(value, known)
    shipped = known.actors.get(value.get("id") or "")
    yield from wrong_days(value, (), shipped.since if shipped else None, shipped.until if shipped else None)
    known.seen.add(id_of(entry))
