"""What an entry of the predicate lexicon says, and the check that it says it right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.lexicon import ontology
from dateline.lexicon.files import load

BY_COMPLEMENT = "by_complement"
PARTS_OF_SPEECH = ("verb", "noun", "adj")


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word that tells an event, the frame it must stand in, and where its actor and recipient stand.

    `objects` and the lemmas in `preps` are alternatives; a preposition without lemmas takes any object. `actor` and
    `recipient` are slots in order: the first that is filled wins. `gives` holds the actor's and the recipient's words
    in the example, None where it has none.
    """

    lemma: str
    pos: str
    type: str
    mode: str | None
    example: str
    gives: tuple[str | None, str | None]
    particle: str | None = None
    objects: tuple[str, ...] = ()
    preps: tuple[tuple[str, tuple[str, ...]], ...] = ()
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    reciprocal: bool = False
    cameo: str | None = None
    context: tuple[str, ...] = ()
    status: str | None = None
    decides: bool = False
    """Whether the entry alone decides, whatever the learned coder says."""
    label: str | None = None
    """The name of a user's own type that the event is of, beside `type`, PLOVER's nearest; NONE: no event at all."""

    @property
    def constraints(self) -> int:
        """How many things beside the word must be there."""
        return (self.particle is not None) + bool(self.objects) + len(self.preps)


@dataclass(frozen=True, slots=True)
class Governor:
    """A word that takes a clause, the claim it tells itself, and the status it gives to what the clause tells.

    `type` is None where the word tells no event of its own; the `_conflict` fields hold where the clause tells
    conflict (quad 3 or 4). A `mode` of "by_complement" depends on the type of what the clause tells.
    """

    lemma: str
    pos: str
    complements: tuple[str, ...]
    controller: str
    embeds: str
    embeds_conflict: str
    type: str | None
    type_conflict: str | None
    mode: str | None
    recipient: tuple[str, ...]
    example: str
    gives: str
    particle: str | None = None


@dataclass(frozen=True, slots=True)
class LightVerb:
    """A verb that adds nothing to its object: "carry out a raid". `swap`: its subject is the recipient."""

    lemma: str
    particle: str | None = None
    swap: bool = False


@cache
def terms(name: str) -> tuple[str, ...]:
    """A list of words that the entries may use: "statuses", "complements", "prepositions" or fields of an entry."""
    return tuple(load("en/frames.yaml")[name])


@cache
def slots() -> frozenset[str]:
    """The names of all slots: "obj", "on", "obj.of", "for.in" …"""
    prepositions = terms("prepositions")
    owned = ("poss", "mod", *prepositions)
    nested = {f"{owner}.{slot}" for owner in ("obj", *prepositions) for slot in owned}
    return frozenset({*terms("slots"), *owned, *nested})


def predicate_of(entry: Mapping[str, Any]) -> Predicate:
    """The predicate that an entry of the data describes. Raises `ValueError` or `KeyError` where it is wrong."""
    _known(entry, terms("predicate"))
    pos = _one_of(entry.get("pos", "verb"), PARTS_OF_SPEECH)
    kind = ontology.event_type(entry["type"])
    return Predicate(
        lemma=_lower(entry["lemma"]),
        pos=pos,
        type=kind.name,
        mode=_mode(kind.name, entry.get("mode")),
        example=entry["example"],
        gives=_gives(entry["gives"]),
        particle=entry.get("particle"),
        objects=tuple(_lower(word) for word in entry.get("object", ())),
        preps=tuple(
            (_one_of(prep, terms("prepositions")), tuple(words)) for prep, words in entry.get("preps", {}).items()
        ),
        actor=_slots(entry.get("actor", terms(f"{pos}_actor"))),
        recipient=_slots(entry.get("recipient", terms(f"{pos}_recipient"))),
        reciprocal=entry.get("reciprocal", False),
        cameo=_cameo(entry.get("cameo")),
        context=tuple(_one_of(name, ontology.context_names()) for name in entry.get("context", ())),
        status=_status(entry.get("status")),
        decides=bool(entry.get("decides", False)),
    )


def governor_of(entry: Mapping[str, Any]) -> Governor:
    """The governor that an entry of the data describes. Raises `ValueError` or `KeyError` where it is wrong."""
    _known(entry, terms("governor"))
    kind, conflict = _type(entry["type"]), _type(entry.get("type_conflict", entry["type"]))
    mode = entry.get("mode")
    return Governor(
        lemma=_lower(entry["lemma"]),
        pos=_one_of(entry["pos"], PARTS_OF_SPEECH),
        complements=tuple(_one_of(one, terms("complements")) for one in entry["complements"]),
        controller=_one_of(entry["controller"], ("subj", "obj")),
        embeds=_one_of(entry["embeds"], terms("statuses")),
        embeds_conflict=_one_of(entry.get("embeds_conflict", entry["embeds"]), terms("statuses")),
        type=kind,
        type_conflict=conflict,
        mode=mode if mode == BY_COMPLEMENT or kind is None else _mode(kind, mode),
        recipient=_slots(entry.get("recipient", ())),
        example=entry["example"],
        gives=entry["gives"],
        particle=entry.get("particle"),
    )


def light_verb_of(entry: Mapping[str, Any]) -> LightVerb:
    """The light verb that an entry of the data describes. Raises `ValueError` or `KeyError` where it is wrong."""
    _known(entry, terms("light"))
    return LightVerb(_lower(entry["lemma"]), entry.get("particle"), entry.get("swap", False))


def _known(entry: Mapping[str, Any], fields: Iterable[str]) -> None:
    if strange := sorted(set(entry) - set(fields)):
        raise ValueError(f"unknown field {strange[0]!r}")


def _one_of(value: Any, allowed: Iterable[str]) -> str:
    if not isinstance(value, str) or value not in allowed:
        raise ValueError(f"{value!r} is none of those allowed")
    return value


def _lower(word: Any) -> str:
    if not isinstance(word, str) or word != word.lower() or not word:
        raise ValueError(f"{word!r} is no lower-case word")
    return word


def _preposition(name: Any, words: Iterable[str]) -> tuple[str, tuple[str, ...]]:
    return _one_of(name, terms("prepositions")), tuple(_lower(word) for word in words)


def _slots(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(_one_of(name, slots()) for name in names)


def _type(name: Any) -> str | None:
    return None if name is None else ontology.event_type(name).name


def _mode(kind: str, name: Any) -> str | None:
    return None if name is None else ontology.mode(kind, name).name


def _cameo(code: Any) -> str | None:
    if code is not None and ontology.from_cameo(code) is None:
        raise ValueError(f"no CAMEO code {code!r}")
    return code if code is None else str(code)


def _status(name: Any) -> str | None:
    return None if name is None else _one_of(name, terms("statuses"))


def _gives(words: str) -> tuple[str | None, str | None]:
    actor, recipient = (part.strip() for part in words.split(" > "))
    return (None if actor == "-" else actor, None if recipient == "-" else recipient)
