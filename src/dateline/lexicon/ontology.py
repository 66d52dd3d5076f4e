"""The code book: PLOVER's event types, modes and contexts, CAMEO's codes, and this project's rulings."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.errors import BadConfig
from dateline.lexicon.files import DATA, load, paths


@dataclass(frozen=True, slots=True)
class Mode:
    """A way in which an event of a type is done. `score` is PLOVER's, None where it prints none."""

    name: str
    definition: str
    score: float | None
    cameo: str
    example: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that tells an event of a type, with the words that name its actor and its recipient."""

    text: str
    actor: str
    recipient: str | None


@dataclass(frozen=True, slots=True)
class EventType:
    """One of PLOVER's 16 types.

    `quad` is 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict; `score` runs from
    -10 to 10; `cameo` is the code to give where nothing more is known.
    """

    name: str
    quad: int
    score: float
    cameo: str
    definition: str
    requires_recipient: bool
    modes: tuple[Mode, ...]
    examples: tuple[Example, ...]
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CameoCode:
    """A CAMEO code with our label and its place in PLOVER; `type` is None for codes that PLOVER dropped."""

    code: str
    label: str
    type: str | None
    mode: str | None
    context: tuple[str, ...]
    goldstein: float | None
    quad: int


@dataclass(frozen=True, slots=True)
class Ruling:
    """How this project settled what the manuals leave open or contradict."""

    name: str
    ruling: str
    reason: str


@cache
def event_types() -> tuple[EventType, ...]:
    """The 16 types, in PLOVER's order of quads. Raises `BadConfig` naming the file that is wrong."""
    found = [_read(path.relative_to(DATA).as_posix()) for path in paths("ontology/plover/*.yaml")]
    return tuple(sorted(found, key=lambda one: (one.quad, one.name)))


def event_type(name: str) -> EventType:
    """The type of that name or older name, in any case of letters. Raises `BadConfig` when there is none."""
    try:
        return _types_by_name()[name.upper()]
    except KeyError:
        raise BadConfig(
            f"no event type {name!r}; the types are {', '.join(sorted(t.name for t in event_types()))}"
        ) from None


def mode(type_name: str, name: str) -> Mode:
    """The mode of that name or older name in a type. Raises `BadConfig` when there is none."""
    kind = event_type(type_name)
    wanted = name.lower().replace("_", "-")
    for one in kind.modes:
        if wanted == one.name or wanted in one.aliases:
            return one
    raise BadConfig(f"{kind.name} has no mode {name!r}; it has {', '.join(m.name for m in kind.modes) or 'none'}")


def quad(name: str) -> int:
    """The quad of a type, 1 to 4."""
    return event_type(name).quad


def intensity(name: str, mode_name: str | None = None, cameo: str | None = None) -> float:
    """PLOVER's score of a mode, else of its type, -10 to 10. Without a mode, that of a CAMEO code counts."""
    kind = event_type(name)
    if mode_name is None and cameo is not None:
        code = from_cameo(cameo)
        mode_name = code.mode if code is not None and code.type == kind.name else None
    score = None if mode_name is None else mode(kind.name, mode_name).score
    return kind.score if score is None else score


def cameo_of(name: str, mode_name: str | None = None) -> str:
    """The CAMEO code to give for a type and mode where nothing more is known."""
    kind = event_type(name)
    return kind.cameo if mode_name is None else mode(kind.name, mode_name).cameo


@cache
def cameo_codes() -> tuple[CameoCode, ...]:
    """Every CAMEO code we know, in the order of the table. Raises `BadConfig` when the table cannot be read."""
    try:
        with (DATA / "ontology" / "cameo.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(line for line in file if not line.startswith("#")))
        return tuple(_cameo_code(row) for row in rows)
    except (OSError, KeyError, ValueError) as error:
        raise BadConfig(f"data file ontology/cameo.csv cannot be read ({error}); install dateline again") from error


def from_cameo(code: str) -> CameoCode | None:
    """What we know of a CAMEO code; an unknown finer code gives its parent; None when there is none."""
    codes = _codes_by_name()
    while len(code) >= 2:
        if code in codes:
            return codes[code]
        code = code[:-1]
    return None


@cache
def context_names() -> tuple[str, ...]:
    """PLOVER's 37 contexts, in its order."""
    return tuple(entry["name"] for entry in load("ontology/contexts.yaml"))


def contexts_for(lemmas: Iterable[str]) -> tuple[str, ...]:
    """The contexts that words (lower-case lemmas) speak of, sorted by name."""
    triggers = _context_triggers()
    return tuple(sorted({name for lemma in lemmas for name in triggers.get(lemma, ())}))


@cache
def rulings() -> tuple[Ruling, ...]:
    """This project's rulings, in order."""
    return tuple(Ruling(entry["name"], entry["ruling"], entry["reason"]) for entry in load("ontology/rulings.yaml"))


@cache
def _folding() -> dict[str, Mapping[str, str]]:
    return {entry["type"]: entry for entry in load("ontology/folding.yaml")}


def folded(name: str, status: str) -> str:
    """The type that PLOVER would give to an act that has not happened: a planned AID is an AGREE."""
    kind = event_type(name).name
    entry = _folding().get(kind, {})
    return entry.get(status, kind)


@cache
def _types_by_name() -> dict[str, EventType]:
    types = event_types()
    return {alias: one for one in types for alias in one.aliases} | {one.name: one for one in types}


@cache
def _codes_by_name() -> dict[str, CameoCode]:
    return {one.code: one for one in cameo_codes()}


@cache
def _context_triggers() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for entry in load("ontology/contexts.yaml"):
        for lemma in entry["triggers"]:
            found.setdefault(lemma, []).append(entry["name"])
    return {lemma: tuple(names) for lemma, names in found.items()}


def _read(name: str) -> EventType:
    entry = load(name)
    try:
        return EventType(
            name=entry["name"],
            quad=entry["quad"],
            score=float(entry["score"]),
            cameo=entry["cameo"],
            definition=entry["definition"],
            requires_recipient=entry["requires_recipient"],
            modes=tuple(_mode_of(one) for one in entry["modes"]),
            examples=tuple(Example(one["text"], one["actor"], one.get("recipient")) for one in entry["examples"]),
            aliases=tuple(entry["aliases"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise BadConfig(f"data file {name}: {error!r}; correct the entry") from error


def _mode_of(entry: Mapping[str, Any]) -> Mode:
    score = entry.get("score")
    return Mode(
        name=entry["name"],
        definition=entry["definition"],
        score=None if score is None else float(score),
        cameo=entry["cameo"],
        example=entry["example"],
        aliases=tuple(entry.get("aliases", ())),
    )


def _cameo_code(row: Mapping[str, str]) -> CameoCode:
    return CameoCode(
        code=row["code"],
        label=row["label"],
        type=row["type"] or None,
        mode=row["mode"] or None,
        context=tuple(row["context"].split(";")) if row["context"] else (),
        goldstein=float(row["goldstein"]) if row["goldstein"] else None,
        quad=int(row["quad"]),
    )
