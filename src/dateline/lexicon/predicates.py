"""The words that tell events, and the words that govern them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from dateline.errors import BadConfig
from dateline.lexicon import ontology
from dateline.lexicon.files import DATA, load, paths

PARTS_OF_SPEECH = ("verb", "noun", "adj")
STATUSES = frozenset(
    "happened ongoing planned threatened possible conditional denied did_not_happen historical".split()
)
COMPLEMENTS = frozenset("to that ing of-ing from-ing for-ing".split())
PREPOSITIONS = frozenset(
    "on upon against with alongside to from of off for at in inside within between among over into onto toward towards "
    "about by under through across along around near outside behind before after as".split()
)
OWNED = frozenset({"poss", "mod"} | PREPOSITIONS)
SLOTS = frozenset(
    {"subj", "obj", "iobj", "comp.subj", "comp.obj", "comp.recipient"}
    | OWNED
    | {f"{owner}.{slot}" for owner in ("obj", *PREPOSITIONS) for slot in OWNED}
)
Record = TypeVar("Record")
BY_COMPLEMENT = "by_complement"
ACTORS = {"verb": ("subj",), "adj": ("subj",), "noun": ("by", "poss", "mod", "from")}
RECIPIENTS = {"verb": ("obj",), "adj": ("of", "to"), "noun": ("on", "against", "of", "at")}


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


def predicates_for(lemma: str, pos: str) -> tuple[Predicate, ...]:
    """The entries of a lemma (lower case) as "verb", "noun" or "adj", those with the most constraints first."""
    return _predicates().get((lemma, pos), ())


def governors_for(lemma: str, pos: str) -> tuple[Governor, ...]:
    """The entries of a lemma (lower case) that takes a clause, as "verb", "noun" or "adj", in the order of the file."""
    return _governors().get((lemma, pos), ())


def light_verb(lemma: str, particle: str | None = None) -> LightVerb | None:
    """The light verb of that lemma and particle; None when it is none."""
    return _light_verbs().get((lemma, particle))


@cache
def all_predicates() -> tuple[Predicate, ...]:
    """Every entry, in the order of the files. Raises `BadConfig` naming the file and the entry that is wrong."""
    names = [path.relative_to(DATA).as_posix() for path in paths("en/predicates/*.yaml")]
    return tuple(
        _read(name, number, entry, predicate_of) for name in names for number, entry in enumerate(load(name), 1)
    )


@cache
def all_governors() -> tuple[Governor, ...]:
    """Every word that takes a clause, in the order of the file. Raises `BadConfig` naming the entry that is wrong."""
    entries = load("en/governors.yaml")["complement"]
    return tuple(_read("en/governors.yaml", number, entry, governor_of) for number, entry in enumerate(entries, 1))


@cache
def all_light_verbs() -> tuple[LightVerb, ...]:
    """Every light verb, in the order of the file."""
    entries = load("en/governors.yaml")["light"]
    return tuple(_read("en/governors.yaml", number, entry, light_verb_of) for number, entry in enumerate(entries, 1))


@cache
def _predicates() -> dict[tuple[str, str], tuple[Predicate, ...]]:
    found: dict[tuple[str, str], list[Predicate]] = {}
    for one in all_predicates():
        found.setdefault((one.lemma, one.pos), []).append(one)
    return {key: tuple(sorted(ones, key=lambda one: -one.constraints)) for key, ones in found.items()}


@cache
def _governors() -> dict[tuple[str, str], tuple[Governor, ...]]:
    found: dict[tuple[str, str], tuple[Governor, ...]] = {}
    for one in all_governors():
        found[one.lemma, one.pos] = (*found.get((one.lemma, one.pos), ()), one)
    return found


@cache
def _light_verbs() -> dict[tuple[str, str | None], LightVerb]:
    return {(one.lemma, one.particle): one for one in all_light_verbs()}


def predicate_of(entry: Mapping[str, Any]) -> Predicate:
    """The predicate that an entry of the data describes. Raises `ValueError` or `KeyError` where it is wrong."""
    _known(entry, _PREDICATE_FIELDS)
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
        preps=tuple((_one_of(prep, PREPOSITIONS), tuple(words)) for prep, words in entry.get("preps", {}).items()),
        actor=_slots(entry.get("actor", ACTORS[pos])),
        recipient=_slots(entry.get("recipient", RECIPIENTS[pos])),
        reciprocal=entry.get("reciprocal", False),
        cameo=_cameo(entry.get("cameo")),
        context=tuple(_one_of(name, ontology.context_names()) for name in entry.get("context", ())),
        status=_status(entry.get("status")),
    )


def governor_of(entry: Mapping[str, Any]) -> Governor:
    """The governor that an entry of the data describes. Raises `ValueError` or `KeyError` where it is wrong."""
    _known(entry, _GOVERNOR_FIELDS)
    kind, conflict = _type(entry["type"]), _type(entry.get("type_conflict", entry["type"]))
    mode = entry.get("mode")
    return Governor(
        lemma=_lower(entry["lemma"]),
        pos=_one_of(entry["pos"], PARTS_OF_SPEECH),
        complements=tuple(_one_of(one, COMPLEMENTS) for one in entry["complements"]),
        controller=_one_of(entry["controller"], ("subj", "obj")),
        embeds=_one_of(entry["embeds"], STATUSES),
        embeds_conflict=_one_of(entry.get("embeds_conflict", entry["embeds"]), STATUSES),
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
    _known(entry, ("lemma", "particle", "swap"))
    return LightVerb(_lower(entry["lemma"]), entry.get("particle"), entry.get("swap", False))


_PREDICATE_FIELDS = (
    "lemma pos particle object preps actor recipient reciprocal type mode cameo context status example gives".split()
)
_GOVERNOR_FIELDS = "lemma pos particle complements controller embeds embeds_conflict type type_conflict mode recipient example gives".split()


def _read(name: str, number: int, entry: Any, make: Callable[[Mapping[str, Any]], Record]) -> Record:
    try:
        return make(entry)
    except (BadConfig, ValueError, KeyError, TypeError, AttributeError) as error:
        word = entry.get("lemma") if isinstance(entry, dict) else entry
        raise BadConfig(f"data file {name}, entry {number} ({word}): {error}; correct the entry") from error


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


def _slots(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(_one_of(name, SLOTS) for name in names)


def _type(name: Any) -> str | None:
    return None if name is None else ontology.event_type(name).name


def _mode(kind: str, name: Any) -> str | None:
    return None if name is None else ontology.mode(kind, name).name


def _cameo(code: Any) -> str | None:
    if code is not None and ontology.from_cameo(code) is None:
        raise ValueError(f"no CAMEO code {code!r}")
    return code if code is None else str(code)


def _status(name: Any) -> str | None:
    return None if name is None else _one_of(name, STATUSES)


def _gives(words: str) -> tuple[str | None, str | None]:
    actor, recipient = (part.strip() for part in words.split(" > "))
    return (None if actor == "-" else actor, None if recipient == "-" else recipient)
