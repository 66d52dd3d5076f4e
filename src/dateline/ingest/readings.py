"""The readings in a file that `dateline read --to` wrote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import BadInput
from dateline.records.codec import read_reading
from dateline.records.reading import Reading


@dataclass
class Readings:
    """The readings in a file of `dateline/1`, counted as they are read."""

    path: Path
    read: int = 0
    passed_over: int = 0

    def __iter__(self) -> Iterator[Reading]:
        try:
            with self.path.open("rb") as file:
                yield from self._of(file)
        except OSError as error:
            raise BadInput(f"cannot read {self.path}: {error.strerror}; check the path") from error

    def _of(self, lines: Iterable[bytes]) -> Iterator[Reading]:
        for number, line in enumerate(lines, 1):
            try:
                reading = read_reading(line) if line.strip() else None
            except ValueError as error:
                raise BadInput(f"{self.path} line {number}: {error}; make it with `dateline read … --to`") from error
            if reading is None:
                self.passed_over += bool(line.strip())
                continue
            self.read += 1
            yield reading
