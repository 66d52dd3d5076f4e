"""What to read, and what to assume of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from pathlib import Path
from typing import BinaryIO, TypeAlias

from dateline.errors import BadConfig
from dateline.ingest.files import captures
from dateline.records.article import Capture, Rejection

Item: TypeAlias = Capture | Rejection
Sources: TypeAlias = "Intake | str | Path | Iterable[str | Path]"


@dataclass(frozen=True)
class Intake:
    """What to read: files, folders, patterns, "-" for standard input; and what to assume where the input does not say.

    `published` is an ISO date, `source` the name of an outlet; `limit` stops after that many inputs.
    Raises `BadConfig` when `published` is no date.
    """

    sources: tuple[str | Path, ...]
    published: str | None = None
    source: str | None = None
    limit: int | None = None
    stdin: BinaryIO | None = None

    def __post_init__(self) -> None:
        if self.published is not None:
            try:
                date.fromisoformat(self.published[:10])
            except ValueError as error:
                raise BadConfig(f"{self.published!r} is no date; give it as 2024-03-31") from error

    @classmethod
    def of(cls, sources: Intake | str | Path | Iterable[str | Path]) -> Intake:
        """An intake of one source or several; an intake stays what it is."""
        if isinstance(sources, Intake):
            return sources
        return cls((sources,) if isinstance(sources, str | Path) else tuple(sources))

    def captures(self) -> Iterator[Item]:
        """The inputs, with the assumptions filled in. Raises `BadInput` at once where a source is missing."""
        return map(self._completed, islice(captures(self.sources, stdin=self.stdin), self.limit))

    def _completed(self, item: Item) -> Item:
        if isinstance(item, Rejection):
            return item
        return replace(item, published=item.published or self.published, source=item.source or self.source)
