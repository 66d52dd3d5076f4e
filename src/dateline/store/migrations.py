"""Numbered changes of the database, each made once. Never edit one that was released; add the next."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, inspect, select, text

from dateline.errors import BadConfig
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
    id_type = 'TEXT COLLATE "C"' if connection.dialect.name == "postgresql" else "TEXT"
    for statement in FIRST:
        connection.execute(text(statement.format(id=id_type)))


CHANGES: tuple[Callable[[Connection], None], ...] = (make_tables,)


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
    in_the_way = tables if connection.dialect.name == "sqlite" else tables & {"articles", "claims", "events", "runs"}
    return bool(in_the_way) and "migrations" not in tables
