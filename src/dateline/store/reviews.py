"""What people decided of claims, appended to what was decided before, and what follows from it for the claims now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import msgspec
from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Engine,
    Select,
    Table,
    delete,
    exists,
    func,
    insert,
    select,
    text,
)

from dateline.errors import BadConfig
from dateline.records.article import Article
from dateline.records.claim import Claim
from dateline.records.codec import from_builtins
from dateline.records.review import ACCEPTED, CODING, EDITED, REJECTED, UNSETTLED, Review
from dateline.review.again import found
from dateline.review.answers import answers_of
from dateline.review.standing import in_force, opinions, verdict
from dateline.store.rows import TOLD, packed, told
from dateline.store.shelf import batches
from dateline.store.tables import ARTICLES, CLAIMS, OPINIONS, REVIEWS, VERDICTS, WAITING
from dateline.store.words import key, storable

YES, NO = "yes", "no"
REVIEWED = (YES, NO, ACCEPTED, REJECTED, EDITED, UNSETTLED)
"""What the filter `reviewed` can be."""
APPENDING_LOCK = text("SELECT pg_advisory_xact_lock(743203)")

Condition = ColumnElement[bool]


def append(connection: Connection, review: Review) -> Review:
    """Keeps a decision, as the last one, and what follows from it."""
    if connection.dialect.name == "postgresql":
        connection.execute(APPENDING_LOCK)
    last = connection.scalar(select(func.max(REVIEWS.c.number))) or 0
    kept, name = replace(review, number=last + 1), key(review.about.article_id)
    row = {"number": kept.number, "article_id": name, "by": key(kept.by), "json": storable(packed(kept))}
    connection.execute(insert(REVIEWS), row)
    rejected = rejected_in(connection, name)
    follow(connection, name)
    if rejected_in(connection, name) != rejected:
        wait(connection, name)
    return kept


def follow(connection: Connection, article_id: str) -> None:
    """Makes anew what follows from the decisions on the claims of an article, as it reads now."""
    for table in (OPINIONS, VERDICTS):
        connection.execute(delete(table).where(table.c.article_id == article_id))
    decided = [review_of(row) for row in connection.execute(of_article(article_id))]
    if not decided:
        return
    wanted = select(*TOLD).join(ARTICLES, ARTICLES.c.id == CLAIMS.c.article_id)
    ordered = wanted.where(CLAIMS.c.article_id == article_id).order_by(CLAIMS.c.position)
    claims = [told(row) for row in connection.execute(ordered)]
    for position, (claim, reviews) in gathered(claims, in_force(decided)).items():
        there = {"article_id": article_id, "claim_id": key(claim.id), "position": position}
        said = [{**there, "by": key(by), "verdict": one.verdict} for by, one in opinions(reviews).items()]
        if said:
            connection.execute(insert(OPINIONS), said)
        if (final := verdict(reviews, answers_of(claim))) is not None:
            connection.execute(insert(VERDICTS), {**there, "verdict": final})


def standing(engine: Engine) -> Iterator[tuple[Article, Claim, tuple[Review, ...]]]:
    """Every claim of the articles that somebody reviewed, with the decisions in force on it."""
    by_article: dict[str, list[Review]] = {}
    for one in reviews(engine):
        by_article.setdefault(key(one.about.article_id), []).append(one)
    for names in batches(sorted(by_article)):
        for article_id, claims in claims_in(engine, names).items():
            made = gathered(claims, in_force(by_article[article_id]))
            for n, (article, claim) in enumerate(claims):
                yield article, claim, tuple(made[n][1]) if n in made else ()


def claims_in(engine: Engine, names: Sequence[str]) -> dict[str, list[tuple[Article, Claim]]]:
    """The claims of some articles, by article, in their order."""
    wanted = select(*TOLD).join(ARTICLES, ARTICLES.c.id == CLAIMS.c.article_id).where(CLAIMS.c.article_id.in_(names))
    found: dict[str, list[tuple[Article, Claim]]] = {}
    with engine.connect() as connection:
        for row in connection.execute(wanted.order_by(CLAIMS.c.article_id, CLAIMS.c.position)):
            article, claim = told(row)
            found.setdefault(article.id, []).append((article, claim))
    return found


def gathered(
    claims: Sequence[tuple[Article, Claim]], decided: Iterable[Review]
) -> dict[int, tuple[Claim, list[Review]]]:
    """The decisions on the claims of an article, by the position of the claim; those on what is gone are left out."""
    if not claims:
        return {}
    article, own = claims[0][0], [claim for _, claim in claims]
    places = {claim.id: n for n, claim in enumerate(own)}
    made: dict[int, tuple[Claim, list[Review]]] = {}
    for one in decided:
        claim = found(one, article.text, own)
        if claim is not None:
            made.setdefault(places[claim.id], (claim, []))[1].append(one)
    return made


def rejected_in(connection: Connection, article_id: str) -> frozenset[str]:
    """The claims of an article that are rejected."""
    wanted = select(VERDICTS.c.claim_id).where(VERDICTS.c.article_id == article_id, VERDICTS.c.verdict == REJECTED)
    return frozenset(connection.scalars(wanted))


def wait(connection: Connection, article_id: str) -> None:
    """Has an article wait to be merged again."""
    there = select(ARTICLES.c.id).where(ARTICLES.c.id == article_id)
    waits = select(WAITING.c.article_id).where(WAITING.c.article_id == article_id)
    if connection.scalar(there) is not None and connection.scalar(waits) is None:
        connection.execute(insert(WAITING), {"article_id": article_id})


def reviews(engine: Engine, after: int = 0) -> list[Review]:
    """All decisions in their order, or those after some number."""
    return listed(engine, select(REVIEWS).where(REVIEWS.c.number > after).order_by(REVIEWS.c.number))


def reviews_by(engine: Engine, by: str) -> list[Review]:
    """One person's decisions, in their order."""
    return listed(engine, select(REVIEWS).where(REVIEWS.c.by == key(by)).order_by(REVIEWS.c.number))


def reviews_in(engine: Engine, article_id: str) -> list[Review]:
    """The decisions on claims of an article, in their order."""
    return listed(engine, of_article(key(article_id)))


def verdicts_in(engine: Engine, articles: Sequence[str]) -> dict[tuple[str, str], str]:
    """The verdicts on claims of some articles, by article and claim."""
    columns = (VERDICTS.c.article_id, VERDICTS.c.claim_id, VERDICTS.c.verdict)
    wanted = select(*columns).where(VERDICTS.c.article_id.in_([*map(key, articles)]))
    with engine.connect() as connection:
        return {(row.article_id, row.claim_id): row.verdict for row in connection.execute(wanted)}


def decided_by(engine: Engine, articles: Sequence[str], by: str) -> set[tuple[str, str]]:
    """The claims of some articles on which somebody decided what they should be, by article and claim."""
    wanted = select(OPINIONS.c.article_id, OPINIONS.c.claim_id).where(
        OPINIONS.c.article_id.in_([*map(key, articles)]), OPINIONS.c.by == key(by), OPINIONS.c.verdict.in_(CODING)
    )
    with engine.connect() as connection:
        return {(row.article_id, row.claim_id) for row in connection.execute(wanted)}


def decided_since(engine: Engine, number: int) -> tuple[int, set[str]]:
    """The number of the last decision, and the articles on whose claims somebody decided after the one of a number."""
    wanted = select(REVIEWS.c.number, REVIEWS.c.article_id).where(REVIEWS.c.number > number)
    with engine.connect() as connection:
        found = connection.execute(wanted).all()
    return max((row.number for row in found), default=number), {row.article_id for row in found}


def opinions_kept(engine: Engine, articles: Iterable[str]) -> list[tuple[str, int, str, str]]:
    """Each person's last word on claims of some articles that are there: article, position, person, decision."""
    columns = (OPINIONS.c.article_id, OPINIONS.c.position, OPINIONS.c.by, OPINIONS.c.verdict)
    return kept_of(engine, articles, OPINIONS, columns)


def verdicts_kept(engine: Engine, articles: Iterable[str]) -> list[tuple[str, int, str]]:
    """The verdicts on claims of some articles that are there: article, position, verdict."""
    return kept_of(engine, articles, VERDICTS, (VERDICTS.c.article_id, VERDICTS.c.position, VERDICTS.c.verdict))


def kept_of(engine: Engine, articles: Iterable[str], table: Table, columns: Sequence[Column[Any]]) -> list[Any]:
    """Some columns of the rows about some articles."""
    with engine.connect() as connection:
        return [
            tuple(row)
            for some in batches(articles)
            for row in connection.execute(select(*columns).where(table.c.article_id.in_(some)))
        ]


def check_reviewed(wanted: str | None) -> None:
    """Raises `BadConfig` for a filter `reviewed` that there is not."""
    if wanted is not None and wanted not in REVIEWED:
        raise BadConfig(f"claims cannot be reviewed {wanted!r}; give one of {', '.join(REVIEWED)}")


def has_verdict(wanted: str) -> Condition:
    """Whether a claim is reviewed as a filter wants it."""
    there = exists().where(VERDICTS.c.article_id == CLAIMS.c.article_id, VERDICTS.c.claim_id == CLAIMS.c.id)
    if wanted in {YES, NO}:
        return there if wanted == YES else ~there
    return there.where(VERDICTS.c.verdict == wanted)


def of_article(article_id: str) -> Select[Any]:
    """The decisions on claims of an article."""
    return select(REVIEWS).where(REVIEWS.c.article_id == article_id).order_by(REVIEWS.c.number)


def listed(engine: Engine, wanted: Select[Any]) -> list[Review]:
    """The decisions in some rows."""
    with engine.connect() as connection:
        return list(map(review_of, connection.execute(wanted)))


def review_of(row: Any) -> Review:
    """The decision in a row."""
    made: Review = from_builtins(msgspec.json.decode(row.json), Review)
    return made
