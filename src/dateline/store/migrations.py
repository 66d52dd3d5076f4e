"""Numbered changes of the database, each made once. Never edit one that was released; add the next."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
from sqlalchemy import Connection, Date, Integer, bindparam, column, inspect, select, table, text

from dateline.errors import BadConfig
from dateline.records.claim import Count
from dateline.records.codec import read_reading
from dateline.store.rows import Values, most_killed, relation_rows
from dateline.store.shelf import batches
from dateline.store.tables import MIGRATIONS

PLACE_AND_TIME = """
    "begin" DATE, finish DATE, date_precision TEXT,
    place_id TEXT, place_name TEXT, place_country TEXT, place_precision TEXT, place_key TEXT,
    lat DOUBLE PRECISION, lon DOUBLE PRECISION"""

FIRST = (
    "CREATE TABLE runs (id {id} PRIMARY KEY, version TEXT NOT NULL, began TEXT NOT NULL, ended TEXT)",
    """CREATE TABLE articles (
    id {id} PRIMARY KEY, capture {id} NOT NULL, run {id} NOT NULL, url TEXT, source TEXT, source_key TEXT, title TEXT,
    byline TEXT, language TEXT, published TEXT, published_basis TEXT, dateline TEXT, text TEXT NOT NULL)""",
    "CREATE INDEX articles_capture ON articles (capture)",
    """CREATE TABLE readings (
    article_id {id} PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE, line TEXT NOT NULL)""",
    f"""CREATE TABLE claims (
    article_id {{id}} NOT NULL REFERENCES articles (id) ON DELETE CASCADE, id {{id}} NOT NULL,
    position INTEGER NOT NULL, type TEXT NOT NULL, mode TEXT, quad INTEGER, status TEXT NOT NULL,
    actor_id TEXT, actor_name TEXT, actor_words TEXT, actor_country TEXT, actor_key TEXT,
    recipient_id TEXT, recipient_name TEXT, recipient_words TEXT, recipient_country TEXT, recipient_key TEXT,
    {PLACE_AND_TIME},
    claimant_kind TEXT NOT NULL, claimant_id TEXT, claimant_name TEXT, claimant_key TEXT, party BOOLEAN,
    evidence TEXT NOT NULL, evidence_key TEXT NOT NULL, score DOUBLE PRECISION NOT NULL, json TEXT NOT NULL,
    PRIMARY KEY (article_id, id))""",
    'CREATE INDEX claims_type_begin ON claims (type, "begin")',
    'CREATE INDEX claims_country_begin ON claims (place_country, "begin")',
    """CREATE TABLE rejections (
    id {id} NOT NULL, origin {id} NOT NULL, capture TEXT NOT NULL, run TEXT NOT NULL, reason TEXT NOT NULL,
    PRIMARY KEY (id, origin))""",
    """CREATE TABLE failures (
    id {id} NOT NULL, origin {id} NOT NULL, run TEXT NOT NULL, step TEXT NOT NULL, error TEXT NOT NULL,
    PRIMARY KEY (id, origin))""",
    f"""CREATE TABLE events (
    id {{id}} PRIMARY KEY, type TEXT NOT NULL, mode TEXT, status TEXT NOT NULL, {PLACE_AND_TIME},
    reports INTEGER NOT NULL, independent_sources INTEGER NOT NULL, party_claimants INTEGER NOT NULL,
    other_claimants INTEGER NOT NULL, line TEXT NOT NULL)""",
    'CREATE INDEX events_type_begin ON events (type, "begin")',
    """CREATE TABLE event_claims (
    event_id {id} NOT NULL REFERENCES events (id) ON DELETE CASCADE, article_id {id} NOT NULL, claim_id {id} NOT NULL,
    PRIMARY KEY (event_id, article_id, claim_id))""",
    "CREATE INDEX event_claims_claim ON event_claims (article_id, claim_id)",
)


def make_tables(connection: Connection) -> None:
    """Everything of the first version. Ids are compared byte by byte, in whatever language a server sorts."""
    for statement in FIRST:
        connection.execute(text(statement.format(id=id_type(connection))))


def id_type(connection: Connection) -> str:
    """The type of a column of ids."""
    return 'TEXT COLLATE "C"' if connection.dialect.name == "postgresql" else "TEXT"


SECOND = (
    """CREATE TABLE relations (
    article_id {id} NOT NULL REFERENCES articles (id) ON DELETE CASCADE, position INTEGER NOT NULL, kind TEXT NOT NULL,
    subject_id TEXT, subject_name TEXT, subject_words TEXT, subject_country TEXT, subject_key TEXT,
    object_id TEXT, object_name TEXT, object_words TEXT, object_country TEXT, object_key TEXT,
    published DATE, claimant_kind TEXT NOT NULL, claimant_id TEXT, claimant_name TEXT,
    evidence TEXT NOT NULL, score DOUBLE PRECISION NOT NULL, json TEXT NOT NULL,
    PRIMARY KEY (article_id, position))""",
    "CREATE INDEX relations_subject ON relations (subject_id, kind)",
    "CREATE INDEX relations_object ON relations (object_id, kind)",
)
RELATIONS_2 = table(
    "relations",
    *map(column, ("article_id", "position", "kind")),
    *(column(f"{role}_{part}") for role in ("subject", "object") for part in ("id", "name", "words", "country", "key")),
    column("published", Date),
    *map(column, ("claimant_kind", "claimant_id", "claimant_name", "evidence", "score", "json")),
)
"""The table as the second change makes it, whatever later ones do to it."""


def make_relations(connection: Connection) -> None:
    """The table of relations, filled from the readings that are there."""
    for statement in SECOND:
        connection.execute(text(statement.format(id=id_type(connection))))
    names = [one.name for one in RELATIONS_2.columns]
    line = text("SELECT line FROM readings WHERE article_id = :name")
    for name in connection.scalars(text("SELECT article_id FROM readings ORDER BY article_id")).all():
        reading = read_reading(connection.execute(line, {"name": name}).scalar_one())
        if reading is not None and reading.relations:
            rows = [{one: row[one] for one in names} for row in relation_rows(reading)]
            connection.execute(RELATIONS_2.insert(), rows)


THIRD = (
    "CREATE TABLE waiting (article_id {id} PRIMARY KEY)",
    "CREATE TABLE merged (made_by TEXT PRIMARY KEY)",
    """CREATE TABLE stories (
    article_id {id} PRIMARY KEY, story {id} NOT NULL, source TEXT NOT NULL, withdrawn BOOLEAN NOT NULL)""",
    "CREATE INDEX stories_story ON stories (story)",
    "CREATE TABLE marks (mark BIGINT NOT NULL, article_id {id} NOT NULL, PRIMARY KEY (mark, article_id))",
    "CREATE INDEX marks_article ON marks (article_id)",
    "CREATE TABLE nodes (id {id} PRIMARY KEY, story {id} NOT NULL, line TEXT NOT NULL)",
    "CREATE INDEX nodes_story ON nodes (story)",
    "CREATE TABLE blocks (block BIGINT NOT NULL, node {id} NOT NULL, PRIMARY KEY (block, node))",
    "CREATE INDEX blocks_node ON blocks (node)",
    """CREATE TABLE edges (
    block BIGINT NOT NULL, one {id} NOT NULL, other {id} NOT NULL, score DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (block, one, other))""",
    "CREATE INDEX edges_one ON edges (one)",
    "CREATE INDEX edges_other ON edges (other)",
    "CREATE TABLE forwardings (old {id} NOT NULL, new {id} NOT NULL, PRIMARY KEY (old, new))",
    """CREATE TABLE decisions (
    number INTEGER PRIMARY KEY, kind TEXT NOT NULL, ones TEXT NOT NULL, others TEXT NOT NULL,
    "by" TEXT, at TEXT NOT NULL, why TEXT NOT NULL)""",
    "INSERT INTO waiting SELECT id FROM articles",
)


def make_shelf(connection: Connection) -> None:
    """What merging keeps so that new articles change only what they touch, and what people decided."""
    for statement in THIRD:
        connection.execute(text(statement.format(id=id_type(connection))))


FOURTH = (
    "CREATE TABLE revisions (number INTEGER PRIMARY KEY)",
    "INSERT INTO revisions VALUES (1)",
    """CREATE TABLE reviews (
    number INTEGER PRIMARY KEY, article_id {id} NOT NULL, "by" {id} NOT NULL, json TEXT NOT NULL)""",
    "CREATE INDEX reviews_article ON reviews (article_id)",
    'CREATE INDEX reviews_by ON reviews ("by")',
    """CREATE TABLE opinions (
    article_id {id} NOT NULL, claim_id {id} NOT NULL, "by" {id} NOT NULL, position INTEGER NOT NULL,
    verdict TEXT NOT NULL, PRIMARY KEY (article_id, claim_id, "by"))""",
    """CREATE TABLE verdicts (
    article_id {id} NOT NULL, claim_id {id} NOT NULL, position INTEGER NOT NULL, verdict TEXT NOT NULL,
    PRIMARY KEY (article_id, claim_id))""",
    "ALTER TABLE claims ADD COLUMN killed INTEGER",
)
CLAIMS_4 = table("claims", column("article_id"), column("id"), column("json"), column("killed", Integer))
"""The columns of that table which the fourth change fills."""


class Deaths(msgspec.Struct):
    """Of a claim in JSON its numbers."""

    quantities: tuple[Count, ...] = ()


def make_reviews(connection: Connection) -> None:
    """Where reviews are kept, and for each claim how many it says were killed."""
    for statement in FOURTH:
        connection.execute(text(statement.format(id=id_type(connection))))
    claims = CLAIMS_4.c
    here = (claims.article_id == bindparam("article")) & (claims.id == bindparam("claim"))
    counted = CLAIMS_4.update().where(here).values(killed=bindparam("most"))
    told = select(claims.article_id, claims.id, claims.json).where(claims.json.like('%"killed"%'))
    for some in batches(connection.scalars(text("SELECT id FROM articles")).all()):
        rows = connection.execute(told.where(claims.article_id.in_(some))).all()
        if rows:
            connection.execute(counted, [deaths_in(row) for row in rows])


def deaths_in(row: Any) -> Values:
    """How many people a claim says were killed, as the fourth change writes it."""
    killed = most_killed(msgspec.json.decode(row.json, type=Deaths).quantities)
    return {"article": row.article_id, "claim": row.id, "most": killed}


def take_back(connection: Connection) -> None:
    """Decisions can be taken back, and it is noted when an event became part of another."""
    connection.execute(text("ALTER TABLE decisions ADD COLUMN takes_back INTEGER"))
    connection.execute(text("ALTER TABLE forwardings ADD COLUMN at TEXT"))


def count_articles(connection: Connection) -> None:
    """The articles of a run are counted without reading their texts."""
    connection.execute(text("CREATE INDEX articles_run ON articles (run)"))


CHANGES: tuple[Callable[[Connection], None], ...] = (
    make_tables,
    make_relations,
    make_shelf,
    make_reviews,
    take_back,
    count_articles,
)


def migrate(connection: Connection, where: str) -> None:
    """Brings a database to this version, in the transaction of the connection.

    Raises `BadConfig` for a database of a newer version, or of another program.
    """
    tables = set(inspect(connection).get_table_names())
    if is_foreign(connection, tables):
        raise BadConfig(f"{where} is a database, but not one of Dateline; choose another")
    if connection.dialect.name == "postgresql":  # two that open a new database at once must not both make it
        connection.execute(text("SELECT pg_advisory_xact_lock(743201)"))
    connection.execute(text("CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL)"))
    done = set(connection.scalars(select(MIGRATIONS.c.number)))
    if done and max(done) > len(CHANGES):
        raise BadConfig(f"{where} was made by a newer Dateline; upgrade this one")
    for number, change in enumerate(CHANGES, 1):
        if number not in done:
            change(connection)
            connection.execute(MIGRATIONS.insert().values(number=number, name=change.__name__))


def is_foreign(connection: Connection, tables: set[str]) -> bool:
    """Whether a database belongs to another program. A server's may be shared, if no table of ours is in the way."""
    ours = {"articles", "claims", "events", "relations", "reviews", "runs"}
    in_the_way = tables if connection.dialect.name == "sqlite" else tables & ours
    return bool(in_the_way) and "migrations" not in tables
