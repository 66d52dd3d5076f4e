"""Opens databases: SQLite by path, PostgreSQL by URL."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from dateline.errors import BadConfig, BadInput
from dateline.store.migrations import migrate

PRAGMAS = ("busy_timeout = 30000", "foreign_keys = ON", "synchronous = NORMAL", "journal_mode = WAL")

_secret = re.compile(r"://[^@/\s]*@")


def connect(database: str | Path, *, make: bool) -> Engine:
    """An engine for a database of this version. `make` allows that it is new.

    Raises `BadInput` when it is not there, or is no database; `BadConfig` when it cannot be opened or used.
    """
    url = url_of(database)
    shown = url.render_as_string(hide_password=True) if url.host else str(url.database)
    if url.drivername == "sqlite":
        check_file(str(url.database or ""), make)
    try:
        engine = create_engine(url)
    except (ModuleNotFoundError, NoSuchModuleError) as error:
        raise BadConfig(f"cannot open {shown}: {error}; PostgreSQL needs `pip install dateline[postgres]`") from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", ready_sqlite)
        event.listen(engine, "begin", begin_sqlite)
    try:
        with writing(engine) as connection:
            migrate(connection, shown)
    except DBAPIError as error:
        engine.dispose()
        raise unusable(shown, error) from error
    except BaseException:
        engine.dispose()
        raise
    return engine


def url_of(database: str | Path) -> URL:
    """The URL of a database that was given as a path or as a URL. Raises `BadConfig` where it is neither."""
    if "://" not in str(database):
        return URL.create("sqlite", database=str(database))
    try:
        url = make_url(str(database))
    except ArgumentError as error:
        raise BadConfig(f"{str(database)[:40]!r} is no database URL; give postgresql://user@host/name") from error
    if url.drivername in {"postgresql", "postgres"}:
        return url.set(drivername="postgresql+psycopg")
    if url.drivername in {"sqlite", "postgresql+psycopg"}:
        return url
    raise BadConfig(f"no database of the kind {url.drivername!r}; give a file, or postgresql://user@host/name")


def check_file(name: str, make: bool) -> None:
    """Raises `BadInput` or `BadConfig`, with the remedy, when there is no such file or no place to make one."""
    if name in {"", ":memory:"}:
        return
    path = Path(name)
    if path.is_dir():
        raise BadConfig(f"{name} is a folder; name a file in it")
    if not path.parent.is_dir():
        raise BadConfig(f"cannot open {name}: the folder {path.parent} does not exist; make it first")
    if not make and not path.exists():
        raise BadInput(f"there is no database {name}; make one with `dateline add … --db {name}`")


def ready_sqlite(connection: sqlite3.Connection, _: Any) -> None:
    """Settings of a fresh connection. Transactions are begun by `begin_sqlite` and by nothing else."""
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def begin_sqlite(connection: Connection) -> None:
    """Begins a transaction; one that writes takes its place in the queue at once, so that it need not fail later."""
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A connection in a transaction that writes: all of it is kept, or nothing."""
    with engine.execution_options(writes=True).begin() as connection:
        yield connection


@contextmanager
def snapshot(engine: Engine) -> Iterator[Connection]:
    """A connection whose queries all see the database in one state, whoever writes meanwhile; SQLite's always do."""
    with engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            connection.execution_options(isolation_level="REPEATABLE READ")
        yield connection


def unusable(shown: str, error: DBAPIError) -> BadConfig | BadInput:
    """What to tell of a database that does not answer as it should, without passwords."""
    why = _secret.sub("://…@", " ".join(str(error.orig).split()))
    if "not a database" in why:
        return BadInput(f"{shown} is not a database; choose another file")
    return BadConfig(f"cannot use the database {shown}: {why}; check that it is there and that you may write to it")
