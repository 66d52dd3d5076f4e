"""What a database is like just now, as a short text: another one whenever something was written to it."""

from __future__ import annotations

from sqlalchemy import Connection, Engine, func, select, update

from dateline.store.tables import REVIEWS, REVISIONS


def revised(connection: Connection) -> None:
    """Notes that something is written. To be done last, since whoever else writes on a server waits from here on."""
    connection.execute(update(REVISIONS).values(number=REVISIONS.c.number + 1))


def revision(engine: Engine) -> str:
    """The state of all that is read, coded and merged. Reviews leave it as it is: they are many and change little."""
    with engine.connect() as connection:
        return str(connection.scalar(select(REVISIONS.c.number)))


def decided(engine: Engine) -> int:
    """The state of the reviews: how many there are."""
    with engine.connect() as connection:
        return connection.scalar(select(func.max(REVIEWS.c.number))) or 0
