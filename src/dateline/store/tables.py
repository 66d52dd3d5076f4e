"""The tables, as queries see them. `migrations` makes them; a test holds that both agree.

Columns that end in `_key` are for searching: the words of a text as `words.key_of` gives them, so that every database
compares alike.
Only `runs`, `forwardings` and what people decided hold times, and only `revisions` counts writes: all other content is
the same whenever and however often it was written.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Boolean, Column, Date, Double, ForeignKey, Integer, MetaData, Table, Text

METADATA = MetaData()


def text(name: str, *, key: bool = False, required: bool = False) -> Column[str]:
    """A column of text."""
    return Column(name, Text, primary_key=key, nullable=not (key or required))


def article_key(*, key: bool = False) -> Column[str]:
    """A column that names an article and goes when the article goes."""
    return Column("article_id", Text, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=key, nullable=False)


def actor_columns(role: str) -> list[Column[str]]:
    """What is kept of an actor mention in a role."""
    return [text(f"{role}_{part}") for part in ("id", "name", "words", "country", "key")]


def time_and_place() -> list[Column[Any]]:
    """When and where, as claims and events both have it."""
    return [
        Column("begin", Date),
        Column("finish", Date),
        text("date_precision"),
        *[text(f"place_{part}") for part in ("id", "name", "country", "precision", "key")],
        Column("lat", Double),
        Column("lon", Double),
    ]


MIGRATIONS = Table("migrations", METADATA, Column("number", Integer, primary_key=True), text("name", required=True))

RUNS = Table(
    "runs", METADATA, text("id", key=True), text("version", required=True), text("began", required=True), text("ended")
)

ARTICLES = Table(
    "articles",
    METADATA,
    text("id", key=True),
    text("capture", required=True),
    text("run", required=True),
    text("url"),
    text("source"),
    text("source_key"),
    text("title"),
    text("byline"),
    text("language"),
    text("published"),
    text("published_basis"),
    text("dateline"),
    text("text", required=True),
)

READINGS = Table("readings", METADATA, article_key(key=True), text("line", required=True))

CLAIMS = Table(
    "claims",
    METADATA,
    article_key(key=True),
    text("id", key=True),
    Column("position", Integer, nullable=False),
    text("type", required=True),
    text("mode"),
    Column("quad", Integer),
    text("status", required=True),
    *actor_columns("actor"),
    *actor_columns("recipient"),
    *time_and_place(),
    text("claimant_kind", required=True),
    text("claimant_id"),
    text("claimant_name"),
    text("claimant_key"),
    Column("party", Boolean),
    text("evidence", required=True),
    text("evidence_key", required=True),
    Column("score", Double, nullable=False),
    text("json", required=True),
    Column("killed", Integer),
)
"""`killed` is how many people it tells were killed, the most where it is a range; None where it tells of none."""

RELATIONS = Table(
    "relations",
    METADATA,
    article_key(key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    text("kind", required=True),
    *actor_columns("subject"),
    *actor_columns("object"),
    Column("published", Date),
    text("claimant_kind", required=True),
    text("claimant_id"),
    text("claimant_name"),
    text("evidence", required=True),
    Column("score", Double, nullable=False),
    text("json", required=True),
)

REJECTIONS = Table(
    "rejections",
    METADATA,
    text("id", key=True),
    text("origin", key=True),
    text("capture", required=True),
    text("run", required=True),
    text("reason", required=True),
)

FAILURES = Table(
    "failures",
    METADATA,
    text("id", key=True),
    text("origin", key=True),
    text("run", required=True),
    text("step", required=True),
    text("error", required=True),
)

EVENTS = Table(
    "events",
    METADATA,
    text("id", key=True),
    text("type", required=True),
    text("mode"),
    text("status", required=True),
    *time_and_place(),
    Column("reports", Integer, nullable=False),
    Column("independent_sources", Integer, nullable=False),
    Column("party_claimants", Integer, nullable=False),
    Column("other_claimants", Integer, nullable=False),
    text("line", required=True),
)

EVENT_CLAIMS = Table(
    "event_claims",
    METADATA,
    Column("event_id", Text, ForeignKey("events.id", ondelete="CASCADE"), primary_key=True),
    text("article_id", key=True),
    text("claim_id", key=True),
)

WAITING = Table("waiting", METADATA, text("article_id", key=True))
"""Articles whose claims have yet to be merged, since they are new or changed or people decided something of them."""

MERGED = Table("merged", METADATA, text("made_by", key=True))
"""One row: a digest of the program that merged what stands here."""

STORIES = Table(
    "stories",
    METADATA,
    text("article_id", key=True),
    text("story", required=True),
    text("source", required=True),
    Column("withdrawn", Boolean, nullable=False),
)

MARKS = Table(
    "marks", METADATA, Column("mark", BigInteger, primary_key=True, autoincrement=False), text("article_id", key=True)
)

NODES = Table("nodes", METADATA, text("id", key=True), text("story", required=True), text("line", required=True))

BLOCKS = Table(
    "blocks", METADATA, Column("block", BigInteger, primary_key=True, autoincrement=False), text("node", key=True)
)

EDGES = Table(
    "edges",
    METADATA,
    Column("block", BigInteger, primary_key=True, autoincrement=False),
    text("one", key=True),
    text("other", key=True),
    Column("score", Double, nullable=False),
)

FORWARDINGS = Table("forwardings", METADATA, text("old", key=True), text("new", key=True), text("at"))
"""Where claims of an event stand that is gone or was split, and since when."""

DECISIONS = Table(
    "decisions",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    text("kind", required=True),
    text("ones", required=True),
    text("others", required=True),
    text("by"),
    text("at", required=True),
    text("why", required=True),
    Column("takes_back", Integer),
)
"""`ones` and `others` are JSON lists of what was named."""

REVISIONS = Table("revisions", METADATA, Column("number", Integer, primary_key=True, autoincrement=False))
"""One row: how often anything was written but reviews."""

REVIEWS = Table(
    "reviews",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    text("article_id", required=True),
    text("by", required=True),
    text("json", required=True),
)
"""What people decided of claims, in that order. Rows are added and never changed."""

OPINIONS = Table(
    "opinions",
    METADATA,
    text("article_id", key=True),
    text("claim_id", key=True),
    text("by", key=True),
    Column("position", Integer, nullable=False),
    text("verdict", required=True),
)
"""What follows from `reviews`: each person's last word on each claim that is there now."""

VERDICTS = Table(
    "verdicts",
    METADATA,
    text("article_id", key=True),
    text("claim_id", key=True),
    Column("position", Integer, nullable=False),
    text("verdict", required=True),
)
"""Likewise what all of them together come to."""
