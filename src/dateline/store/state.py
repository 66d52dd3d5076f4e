"""What a database is like just now, as a short text that changes whenever anybody writes to it."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Engine, PoolProxiedConnection, text


@dataclass(frozen=True)
class StateOf:
    """Tells the state of a database, as long as this object lives: another one tells the same state otherwise.

    SQLite counts changes for each connection, so one is kept open for that alone.
    """

    engine: Engine
    _kept: list[PoolProxiedConnection] = field(default_factory=list, compare=False)
    _lock: Any = field(default_factory=threading.Lock, compare=False)

    def __call__(self) -> str:
        """The state now."""
        if self.engine.dialect.name == "sqlite":
            return self._of_sqlite()
        with self.engine.connect() as connection:
            return str(connection.scalar(text("SELECT pg_current_snapshot()::text")))

    def _of_sqlite(self) -> str:
        with self._lock:
            if not self._kept:
                self._kept.append(self.engine.raw_connection())
            cursor = self._kept[0].cursor()
            cursor.execute("PRAGMA data_version")
            version = cursor.fetchone()
            cursor.close()
            return str(version)

    def close(self) -> None:
        """Gives back the connection."""
        with self._lock:
            while self._kept:
                self._kept.pop().close()
