"""A file that is there whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from dateline.errors import BadConfig


@contextmanager
def outfile(path: str | Path) -> Iterator[IO[bytes]]:
    """A binary file to write, which takes its name only when all is written; until then it is `<name>.part`.

    A pipe or device is written directly. Raises `BadConfig` when the folder is missing or not ours to write in.
    """
    target = Path(path)
    check_target(target)
    if target.exists() and not target.is_file():
        with opened(target) as direct:
            yield direct
        return
    part = target.with_name(target.name + ".part")
    try:
        with opened(part) as file:
            yield file
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def check_target(target: Path) -> None:
    """Raises `BadConfig`, with the remedy, when nothing can be written there."""
    if not target.parent.is_dir():
        raise BadConfig(f"cannot write {target}: the folder {target.parent} does not exist; make it first")
    if target.is_dir():
        raise BadConfig(f"cannot write {target}: it is a folder; name a file in it")


def opened(path: Path) -> IO[bytes]:
    """The file, open for writing. Raises `BadConfig` when it cannot be."""
    try:
        return path.open("wb")
    except OSError as error:
        raise BadConfig(f"cannot write {path}: {error.strerror}; choose another file") from error
