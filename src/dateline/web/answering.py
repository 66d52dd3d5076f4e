"""The answers that a claim gives, field by field, as words and as choices of a form."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.lexicon.ontology import context_names, event_types
from dateline.records.review import CODING, Answers, Review, Thing
from dateline.review.answers import FIELDS, value
from dateline.review.edits import Named
from dateline.reviewing import Item
from dateline.web.wording import LABELS, STATUSES, days, kind, spoken

MOST_OPTIONS = 60


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose: its value in the form, how it is called, and whether it is what stands there."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen for each field of a claim."""

    types: tuple[Option, ...]
    modes: tuple[tuple[str, tuple[Option, ...]], ...]
    """By type."""
    statuses: tuple[Option, ...]
    contexts: tuple[Option, ...]
    actors: tuple[Option, ...]
    recipients: tuple[Option, ...]
    places: tuple[Option, ...]
    begin: str
    finish: str
    span: bool


@dataclass(frozen=True, slots=True)
class Version:
    """What one person, or the program, says of each field in words; `differs` are those not all say alike."""

    by: str
    review: Review | None
    told: tuple[tuple[str, str, bool], ...]
    """The label of a field, the answer, and whether it is not the same for all."""


def facts(said: Answers) -> tuple[tuple[str, str], ...]:
    """The fields by their labels, in words."""
    return tuple((LABELS[field], words(said, field)) for field in FIELDS if field != "span")


def words(said: Answers, field: str) -> str:
    """An answer in words."""
    if field == "type":
        return kind(said.type)
    if field == "day":
        return days(said.begin, said.finish) if said.begin or said.finish else "not known"
    if field == "span":
        return "the marked words tell it" if said.span else "other words tell it"
    if field == "context":
        return ", ".join(map(spoken, said.context)) or "none"
    if field in {"mode", "status"}:
        return spoken(getattr(said, field)) or "not told"
    thing: Thing | None = getattr(said, field)
    return "not told" if thing is None else " ".join(thing.name.split())


def versions(item: Item) -> tuple[Version, ...]:
    """What the program and each person say, side by side; nothing where nobody's word may be seen."""
    people = [one for one in (item.own, *item.others) if one is not None and one.verdict in CODING]
    if not people:
        return ()
    said = [item.said, *(one.answers for one in people)]
    known = [one for one in said if one is not None]
    varied = {field for field in FIELDS if len({value(one, field) for one in known}) > 1}
    names = ["The program", *(f"{one.by}{', settling it' if one.settles else ''}" for one in people)]
    return tuple(
        Version(name, review, told(answers, varied))
        for name, review, answers in zip(names, [None, *people], said, strict=True)
    )


def told(said: Answers | None, varied: set[str]) -> tuple[tuple[str, str, bool], ...]:
    """Each field in words; nothing where somebody says that there is no such event."""
    return () if said is None else tuple((LABELS[one], words(said, one), one in varied) for one in FIELDS)


def choices(item: Item) -> Choices:
    """What can be chosen for a claim; what is chosen is what its reviewer said last, else what the program says."""
    said = item.own.answers if item.own is not None and item.own.answers is not None else item.said
    return Choices(
        tuple(Option(name, kind(name), name == said.type) for name in names_of_types(said.type)),
        modes(said),
        tuple(Option(name, spoken(name), name == said.status) for name in dict.fromkeys((*STATUSES, said.status))),
        tuple(
            Option(name, spoken(name), name in said.context)
            for name in dict.fromkeys((*context_names(), *said.context))
        ),
        options(said.actor, Named.actors(item.said.actor, item.claim, item.reading)),
        options(said.recipient, Named.actors(item.said.recipient, item.claim, item.reading)),
        options(said.place, Named.places(item.said.place, item.claim, item.reading)),
        str(said.begin or ""),
        str(said.finish or ""),
        said.span,
    )


def names_of_types(own: str) -> tuple[str, ...]:
    """All types that are known, and the one that stands there."""
    return tuple(dict.fromkeys((*(one.name for one in event_types()), own)))


def modes(said: Answers) -> tuple[tuple[str, tuple[Option, ...]], ...]:
    """The modes of each type that has any."""
    found = {one.name: tuple(mode.name for mode in one.modes) for one in event_types()}
    if said.mode is not None and said.mode not in found.get(said.type, ()):
        found[said.type] = (*found.get(said.type, ()), said.mode)
    return tuple(
        (kind(name), tuple(Option(f"{name}/{one}", spoken(one), (name, one) == (said.type, said.mode)) for one in own))
        for name, own in found.items()
        if own
    )


def options(chosen: Thing | None, named: Named) -> tuple[Option, ...]:
    """Each thing once, by who it is where that is known, else by its words; what is chosen is always there."""
    seen: dict[str, Option] = {}
    for one in ([chosen] if chosen else []) + [*named.things]:
        name = one.id or one.name.casefold()
        if name not in seen:
            seen[name] = Option(at(one), label_of(one, named.text), one is chosen)
    return (Option("", "not told", chosen is None), *tuple(seen.values())[:MOST_OPTIONS])


def at(thing: Thing) -> str:
    """Where something stands, as a form has it; what stands nowhere is kept by its name."""
    return f"{thing.start}-{thing.end}" if thing.start is not None else f"={thing.name}"


def label_of(thing: Thing, text: str) -> str:
    """What something is called, with its words where these are others."""
    name = " ".join(thing.name.split())
    if thing.start is None or thing.end is None:
        return name
    there = " ".join(text[thing.start : thing.end].split())
    return name if there == name else f"{name} (“{there}”)"
