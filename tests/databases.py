"""Fresh databases for tests: SQLite always, PostgreSQL where $DATELINE_TEST_POSTGRES holds a URL."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

KINDS = ("sqlite", "postgres")
URL = os.environ.get("DATELINE_TEST_POSTGRES", "")


def fresh(kind: str, folder: Path) -> Iterator[str]:
    """An empty database of a kind, gone afterwards. Skips the test where there is no server."""
    if kind == "sqlite":
        yield str(folder / "test.db")
        return
    if not URL:
        pytest.skip("no $DATELINE_TEST_POSTGRES")
    import psycopg

    name = f"test_{uuid.uuid4().hex}"
    with psycopg.connect(URL, autocommit=True) as server:
        server.execute(f"CREATE SCHEMA {name}".encode())
        try:
            yield f"{URL}{'&' if '?' in URL else '?'}options=-csearch_path%3D{name}"
        finally:
            server.execute(f"DROP SCHEMA {name} CASCADE".encode())
