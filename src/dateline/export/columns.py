"""The columns of claims and events as flat tables: name, meaning, value. The list is the documentation."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from dateline.export.wording import sentence
from dateline.records.article import Article
from dateline.records.claim import Claim
from dateline.records.event import Event
from dateline.records.mention import ActorMention, PlaceMention

Told = tuple[Article, Claim]
Cell = str | float | bool | None
R_contra = TypeVar("R_contra", contravariant=True)

KINDS = ("killed", "wounded", "missing", "detained", "abducted", "displaced", "participants")


@dataclass(frozen=True)
class Column(Generic[R_contra]):
    """A column: its name, what it means, and the value it takes from a record. None is an empty cell: unknown."""

    name: str
    meaning: str
    value: Callable[[R_contra], Cell]


@dataclass(frozen=True)
class Table(Generic[R_contra]):
    """What an export needs to know of a kind of record: its columns, its name within the export, its place."""

    columns: tuple[Column[R_contra], ...]
    name: Callable[[R_contra], str]
    place: Callable[[R_contra], PlaceMention | None]


def listed(values: Iterable[str]) -> str | None:
    """Several values in one cell, with semicolons between; a semicolon within becomes a comma. None for none."""
    return ";".join(value.replace(";", ",") for value in values) or None


def day(value: object) -> str | None:
    """A date as YYYY-MM-DD."""
    return None if value is None else str(value)


def actor_columns(role: str, of: Callable[[Claim], ActorMention | None]) -> tuple[Column[Told], ...]:
    """The columns of an actor in a role."""

    def part(name: str) -> Callable[[Told], Cell]:
        return lambda told: getattr(of(told[1]), name, None)

    return (
        Column(f"{role}_id", f"id of the {role}, one for all mentions", part("actor_id")),
        Column(f"{role}_name", f"name of the {role}", part("name")),
        Column(f"{role}_words", f"the words that name the {role}", part("text")),
        Column(f"{role}_country", "ISO 3166-1 alpha-3", part("country")),
        Column(f"{role}_sectors", "PLOVER sectors", lambda told: listed(getattr(of(told[1]), "sectors", ()))),
    )


def place_columns(of: Callable[[R_contra], PlaceMention | None]) -> tuple[Column[R_contra], ...]:
    """The columns of a place."""

    def part(name: str) -> Callable[[R_contra], Cell]:
        return lambda record: getattr(of(record), name, None)

    return (
        Column("place_id", "id of the place", part("place_id")),
        Column("place_name", "name of the place", part("name")),
        Column("country", "where it happened, ISO 3166-1 alpha-3", part("country")),
        Column("admin1", "first-order division", part("admin1")),
        Column("lat", "degrees north, WGS 84", part("lat")),
        Column("lon", "degrees east, WGS 84", part("lon")),
        Column("place_precision", "point, settlement, admin2, admin1, country or region", part("precision")),
        Column("radius_km", "a circle of this radius holds the place", part("radius_km")),
    )


def when_part(name: str) -> Callable[[Told], Cell]:
    """A part of a claim's time; days as YYYY-MM-DD."""

    def value(told: Told) -> Cell:
        found = getattr(told[1].when, name, None)
        return None if found is None else str(found)

    return value


def place_told(told: Told) -> PlaceMention | None:
    """Where a claim happened."""
    return told[1].place


def place_of(event: Event) -> PlaceMention | None:
    """Where an event happened."""
    return event.place


def members(event: Event) -> Cell:
    """The claims of an event."""
    return listed(f"{one.article_id}/{one.claim_id}" for one in event.claims)


def acts(event: Event) -> Cell:
    """The claims of single acts that a campaign holds."""
    return listed(f"{one.article_id}/{one.claim_id}" for one in event.holds)


def count_columns(kind: str) -> tuple[Column[Event], ...]:
    """The columns of a number told of an event."""

    def part(name: str) -> Callable[[Event], Cell]:
        return lambda event: next((getattr(one, name) for one in event.quantities if one.kind == kind), None)

    return (
        Column(f"{kind}_low", f"lowest number {kind} that a claimant gives", part("low")),
        Column(f"{kind}_best", f"best guess of the number {kind}", part("best")),
        Column(f"{kind}_high", f"highest number {kind} that a claimant gives", part("high")),
    )


def numbers(claim: Claim) -> str | None:
    """The numbers of a claim in one cell: "killed 12-12;wounded 30-"."""
    return listed(f"{one.kind} {shown(one.low)}-{shown(one.high)}" for one in claim.quantities)


def shown(number: float | None) -> str:
    """A number, or nothing."""
    return "" if number is None else str(number)


CLAIM_COLUMNS: tuple[Column[Told], ...] = (
    Column("article_id", "id of the article", lambda told: told[0].id),
    Column("claim_id", "id of the claim within the article", lambda told: told[1].id),
    Column("published", "publication date as given", lambda told: told[0].published),
    Column("source", "outlet", lambda told: told[0].source),
    Column("title", "title of the article", lambda told: told[0].title),
    Column("url", "address of the article", lambda told: told[0].url),
    Column("type", "PLOVER type", lambda told: told[1].type),
    Column("mode", "PLOVER mode", lambda told: told[1].mode),
    Column("context", "PLOVER contexts", lambda told: listed(told[1].context)),
    Column("quad", "1, 2 verbal, material cooperation; 3, 4 verbal, material conflict", lambda told: told[1].quad),
    Column("cameo", "CAMEO code", lambda told: told[1].cameo),
    Column("intensity", "-10 conflict to 10 cooperation", lambda told: told[1].intensity),
    Column("status", "happened, ongoing, planned, threatened, possible …", lambda told: told[1].status),
    *actor_columns("actor", lambda claim: claim.actor),
    *actor_columns("recipient", lambda claim: claim.recipient),
    Column("begin", "first day", when_part("begin")),
    Column("finish", "last day", when_part("finish")),
    Column("date_precision", "day, week, month …", when_part("precision")),
    Column(
        "date_basis",
        "stated, relative, dateline, published or unknown",
        when_part("basis"),
    ),
    *place_columns(place_told),
    Column("place_basis", "stated, carried from another sentence, or dateline", lambda told: told[1].place_basis),
    Column("claimant_kind", "who says so: outlet, actor or unnamed", lambda told: told[1].claimant.kind),
    Column("claimant_id", "id of the claimant", lambda told: told[1].claimant.actor_id),
    Column("claimant_name", "name of the claimant", lambda told: told[1].claimant.name),
    Column("claimant_is_party", "whether the claimant is a party to it", lambda told: told[1].claimant_is_party),
    Column("party_reason", "why it is, or is not", lambda told: told[1].party_reason),
    Column(
        "passed_on_by",
        "who passes the claim on, from the claimant outward",
        lambda told: listed(one.name or one.kind for one in told[1].via),
    ),
    Column("denied_by", "claims of the article that deny it", lambda told: listed(told[1].denied_by)),
    Column("confirmed_by", "claims of the article that confirm it", lambda told: listed(told[1].confirmed_by)),
    Column("numbers", "numbers told, low-high", lambda told: numbers(told[1])),
    Column("score", "chance that type, actor and recipient are right", lambda told: told[1].score),
    Column("doubtful", "whether that is below a half", lambda told: told[1].doubtful),
    Column("sentence", "the claim in words", lambda told: sentence(*told)),
    Column("evidence_start", "offset of the evidence in the text, in code points", lambda told: told[1].evidence.start),
    Column("evidence_end", "end of the evidence, exclusive", lambda told: told[1].evidence.end),
    Column("evidence", "the words it rests on", lambda told: told[1].evidence.of(told[0].text)),
    Column(
        "hedges",
        "the words that make it less than a fact",
        lambda told: listed(one.of(told[0].text) for one in told[1].hedges),
    ),
)

EVENT_COLUMNS: tuple[Column[Event], ...] = (
    Column("id", "id of the event", lambda event: event.id),
    Column("type", "PLOVER type", lambda event: event.type),
    Column("mode", "PLOVER mode", lambda event: event.mode),
    Column("status", "happened, disputed, denied, threatened, planned …", lambda event: event.status),
    Column("begin", "first day", lambda event: day(event.begin)),
    Column("finish", "last day", lambda event: day(event.finish)),
    Column("date_precision", "day, week, month …", lambda event: event.date_precision),
    *place_columns(place_of),
    Column("actors", "ids, or words where nobody knows the actor", lambda event: listed(event.actors)),
    Column("recipients", "ids, or words where nobody knows the recipient", lambda event: listed(event.recipients)),
    *(column for kind in KINDS for column in count_columns(kind)),
    Column("reports", "articles that tell it", lambda event: event.reports),
    Column(
        "independent_sources",
        "the same, copies counted once",
        lambda event: event.independent_sources,
    ),
    Column("party_claimants", "claimants that are a party to it", lambda event: event.party_claimants),
    Column("other_claimants", "claimants that are not", lambda event: event.other_claimants),
    Column(
        "claims",
        "article/claim of each",
        members,
    ),
    Column("first_report", "day on which the first article came out", lambda event: day(event.first_report)),
    Column("last_report", "day on which the last article came out", lambda event: day(event.last_report)),
    Column("whose_word", "others, one_side, both_sides, disputed or denied", lambda event: event.whose_word),
    Column("superseded", "claims that a later version of their story replaced", lambda event: len(event.superseded)),
    Column("withdrawn", "claims of stories that were taken back", lambda event: len(event.withdrawn)),
    Column("holds", "of a campaign: article/claim of each single act that its reports tell", acts),
)

CLAIM_TABLE: Table[Told] = Table(CLAIM_COLUMNS, lambda told: f"{told[0].id}/{told[1].id}", place_told)
EVENT_TABLE: Table[Event] = Table(EVENT_COLUMNS, lambda event: event.id, place_of)
