"""Records to rows, and rows to records."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from sqlalchemy import Row

from dateline.records.article import Article, Dateline
from dateline.records.claim import Claim, Count, Relation
from dateline.records.codec import event_line, from_builtins, to_builtins
from dateline.records.event import Event
from dateline.records.mention import ActorMention, PlaceMention
from dateline.records.reading import Reading
from dateline.store.tables import ARTICLES, CLAIMS, RELATIONS
from dateline.store.words import key, key_of, storable

Values = dict[str, Any]
LARGEST = 2**31 - 1
"""The largest number of a column of integers."""

ARTICLE = tuple(column.label(f"article_{column.name}") for column in ARTICLES.c)
TOLD = (*ARTICLE, CLAIMS.c.json)
"""The columns that make an article and a claim of it."""
TOLD_RELATION = (*ARTICLE, RELATIONS.c.json)
"""The columns that make an article and a relation of it."""


def clean(values: Values) -> Values:
    """The values with every text made storable."""
    return {name: storable(value) if isinstance(value, str) else value for name, value in values.items()}


def article_row(article: Article, capture: str, run: str) -> Values:
    """The row of an article."""
    names = ("url", "source", "title", "byline", "language", "published", "published_basis", "text")
    return clean(
        {name: getattr(article, name) for name in names}
        | {"id": key(article.id), "capture": capture, "run": run, "source_key": key_of(article.source)}
        | {"dateline": packed(article.dateline) if article.dateline else None}
    )


def claim_row(article: Article, position: int, claim: Claim) -> Values:
    """The row of a claim: flat columns to search, and the claim itself as JSON."""
    evidence, who = claim.evidence.of(article.text), claim.claimant
    return clean(
        {"article_id": key(article.id), "id": key(claim.id), "position": position}
        | {name: getattr(claim, name) for name in ("type", "mode", "quad", "status", "score")}
        | actor_values("actor", claim.actor)
        | actor_values("recipient", claim.recipient)
        | place_values(claim.place)
        | {"begin": None, "finish": None, "date_precision": None}
        | when_values(claim)
        | {"claimant_kind": who.kind, "claimant_id": who.actor_id, "claimant_name": who.name}
        | {"claimant_key": key_of(who.actor_id, who.name), "party": claim.claimant_is_party}
        | {"evidence": evidence, "evidence_key": key_of(evidence) or " ", "json": packed(claim)}
        | {"killed": most_killed(claim.quantities)}
    )


def most_killed(quantities: Iterable[Count]) -> int | None:
    """How many people were killed, by the highest number of them that fits a column; None where none is told."""
    told = [end for one in quantities if one.kind == "killed" for end in (one.low, one.high) if end is not None]
    return min(int(max(told)), LARGEST) if told else None


def relation_rows(reading: Reading) -> list[Values]:
    """The rows of the relations of a reading."""
    return [relation_row(reading.article, n, relation) for n, relation in enumerate(reading.relations)]


def relation_row(article: Article, position: int, relation: Relation) -> Values:
    """The row of a relation: flat columns to search, and the relation itself as JSON."""
    who = relation.claimant
    return clean(
        {"article_id": key(article.id), "position": position, "kind": relation.kind, "score": relation.score}
        | actor_values("subject", relation.subject)
        | actor_values("object", relation.object)
        | {"published": article.published_day, "evidence": relation.evidence.of(article.text)}
        | {"claimant_kind": who.kind, "claimant_id": who.actor_id, "claimant_name": who.name}
        | {"json": packed(relation)}
    )


def actor_values(role: str, actor: ActorMention | None) -> Values:
    """The columns of an actor mention in a role."""
    if actor is None:
        return dict.fromkeys(f"{role}_{part}" for part in ("id", "name", "words", "country", "key"))
    return {
        f"{role}_id": actor.actor_id,
        f"{role}_name": actor.name,
        f"{role}_words": actor.text,
        f"{role}_country": actor.country,
        f"{role}_key": key_of(actor.actor_id, actor.name, actor.text, actor.country),
    }


def place_values(place: PlaceMention | None) -> Values:
    """The columns of a place."""
    if place is None:
        names = ("place_id", "place_name", "place_country", "place_precision", "place_key", "lat", "lon")
        return dict.fromkeys(names)
    return {
        "place_id": place.place_id,
        "place_name": place.name,
        "place_country": place.country,
        "place_precision": place.precision,
        "place_key": key_of(place.place_id, place.name, place.text),
        "lat": place.lat,
        "lon": place.lon,
    }


def when_values(claim: Claim) -> Values:
    """The columns of a claim's time, as far as it is known."""
    when = claim.when
    return {} if when is None else {"begin": when.begin, "finish": when.finish, "date_precision": when.precision}


def event_row(event: Event) -> Values:
    """The row of an event."""
    counts = ("reports", "independent_sources", "party_claimants", "other_claimants")
    names = ("type", "mode", "status", "begin", "finish", "date_precision", *counts)
    return clean(
        {"id": key(event.id)}
        | {name: getattr(event, name) for name in names}
        | place_values(event.place)
        | {"line": event_line(event).decode()}
    )


def member_rows(event: Event) -> list[Values]:
    """The rows that tie an event to its claims."""
    name = key(event.id)
    return [
        {"event_id": name, "article_id": key(member.article_id), "claim_id": key(member.claim_id)}
        for member in dict.fromkeys(event.claims)
    ]


def told(row: Row[Any]) -> tuple[Article, Claim]:
    """The article and the claim of a row of `TOLD`."""
    claim: Claim = from_builtins(msgspec.json.decode(row._mapping["json"]), Claim)
    return article_of(row), claim


def told_relation(row: Row[Any]) -> tuple[Article, Relation]:
    """The article and the relation of a row of `TOLD_RELATION`."""
    relation: Relation = from_builtins(msgspec.json.decode(row._mapping["json"]), Relation)
    return article_of(row), relation


def article_of(row: Row[Any]) -> Article:
    """The article of a row that holds the columns `ARTICLE`."""
    values = row._mapping
    names = ("id", "text", "url", "source", "title", "byline", "language", "published", "published_basis")
    place = values["article_dateline"]
    return Article(
        **{name: values[f"article_{name}"] for name in names},
        dateline=msgspec.json.decode(place, type=Dateline) if place else None,
    )


def packed(record: object) -> str:
    """A record as JSON text."""
    return msgspec.json.encode(to_builtins(record)).decode()
