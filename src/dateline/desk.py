"""One method for each thing a person can do. The library, the command line and the web service all call it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from dateline.engine.account import ReadSummary, Tally
from dateline.engine.batch import Item
from dateline.engine.local import Local
from dateline.errors import BadConfig
from dateline.export.lines import outcome_line
from dateline.export.outfile import outfile
from dateline.pipeline import Outcome, Pipeline
from dateline.records.article import Rejection

Watch = Callable[[Outcome], object]
"""Told of every outcome as it comes; for progress."""


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
        from dateline.ingest.files import captures

        return map(self._completed, islice(captures(self.sources, stdin=self.stdin), self.limit))

    def _completed(self, item: Item) -> Item:
        if isinstance(item, Rejection):
            return item
        return replace(item, published=item.published or self.published, source=item.source or self.source)


@dataclass(frozen=True)
class Desk:
    """Where the work is done: an optional database (a path or a URL), and settings for the pipeline.

    `pipeline` replaces the one that `settings` describe.
    """

    database: str | Path | None = None
    settings: Mapping[str, object] = field(default_factory=dict)
    pipeline: Pipeline | None = None

    def readings(
        self, sources: Intake | str | Path | Iterable[str | Path], engine: Local | None = None
    ) -> Iterator[Outcome]:
        """An outcome for every input, in order, one after the other."""
        intake = Intake.of(sources).captures()
        return (engine or Local()).read(self._pipeline(), intake)

    def read(
        self,
        sources: Intake | str | Path | Iterable[str | Path],
        to: str | Path,
        *,
        engine: Local | None = None,
        watch: Watch | None = None,
    ) -> ReadSummary:
        """Writes a line of `dateline/1` for every input, in order. The file appears when all is written."""
        tally, outcomes = Tally(), self.readings(sources, engine)
        with outfile(to) as file:
            for outcome in outcomes:
                file.write(outcome_line(tally.count(outcome)))
                if watch is not None:
                    watch(outcome)
        return tally.summary()

    def _pipeline(self) -> Pipeline:
        if self.pipeline is not None:
            return self.pipeline
        from dateline.recipe import pipeline

        return pipeline(self.settings)
