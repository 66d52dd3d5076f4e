"""Steps in order, checked before anything runs; and the engines that run them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, fields, replace
from typing import Protocol, runtime_checkable

from dateline.errors import BadConfig, Rejected
from dateline.records.article import Capture, Failure, Rejection
from dateline.records.claim import Claim
from dateline.records.ids import article_id
from dateline.records.reading import Reading
from dateline.step import BatchStep, Judge, Judgement, Opener, Step

Outcome = Reading | Rejection | Failure

GIVEN = frozenset({"article", "pairs", "run"})
"""Fields of a reading that are there before the first step."""


@runtime_checkable
class Knowledge(Protocol):
    """What a user adds to what is known. It goes where the pipeline goes, so it must pickle."""

    def in_force(self) -> AbstractContextManager[None]:
        """A block in which it is known, and nothing of the kind that anybody else adds."""
        ...


@dataclass(frozen=True)
class Pipeline:
    """What is done with every article: opened, then read by each step in turn, while `own` is in force.

    Raises `BadConfig` at once when a step reads what no step before it writes.
    """

    opener: Opener
    steps: tuple[Step, ...]
    run: str = ""
    own: Knowledge | None = None

    def __post_init__(self) -> None:
        known, names = set(GIVEN), {field.name for field in fields(Reading)}
        for step in self.steps:
            if step.reads - known:
                missing = sorted(step.reads - known)
                raise BadConfig(f"{name_of(step)} reads {missing}, which no step before it writes")
            if step.writes - names:
                raise BadConfig(f"{name_of(step)} writes {sorted(step.writes - names)}, which no reading has")
            known |= step.writes

    def read(self, captures: Sequence[Capture]) -> list[Outcome]:
        """An outcome for every capture, in order. A batch that breaks is read again one by one."""
        with self._knowing():
            return self._outcomes(captures)

    def read_article(self, reading: Reading) -> Reading:
        """One opened article, read by all steps. Raises what a step raises."""
        with self._knowing():
            return self._steps([reading])[0]

    def _knowing(self) -> AbstractContextManager[None]:
        return nullcontext() if self.own is None else self.own.in_force()

    def _outcomes(self, captures: Sequence[Capture]) -> list[Outcome]:
        opened = [self._open(capture) for capture in captures]
        readings = [outcome for outcome in opened if isinstance(outcome, Reading)]
        origins = [
            capture.origin for capture, outcome in zip(captures, opened, strict=True) if isinstance(outcome, Reading)
        ]
        read = iter(self._read(readings, origins))
        return [next(read) if isinstance(outcome, Reading) else outcome for outcome in opened]

    def _open(self, capture: Capture) -> Outcome:
        try:
            return replace(self.opener(capture), run=self.run)
        except Rejected as reason:
            return Rejection(name_for(capture), capture.origin, str(reason))
        except Exception as error:  # noqa: BLE001 - the one place where any error becomes a record, see `_read`
            return Failure(name_for(capture), capture.origin, name_of(self.opener), described(error))

    def _read(self, readings: list[Reading], origins: list[str]) -> list[Outcome]:
        outcomes: list[Outcome] = list(readings)
        for step in self.steps:
            alive = [n for n, outcome in enumerate(outcomes) if isinstance(outcome, Reading)]
            batch = [outcome for outcome in outcomes if isinstance(outcome, Reading)]
            for n, outcome in zip(alive, attempt(step, batch, [origins[n] for n in alive]), strict=True):
                outcomes[n] = outcome
        return outcomes

    def _steps(self, readings: list[Reading]) -> list[Reading]:
        for step in self.steps:
            readings = apply(step, readings)
        return readings


def attempt(step: Step, readings: list[Reading], origins: list[str]) -> list[Outcome]:
    """What a step makes of some readings; a `Failure` for each that it breaks on."""
    try:
        return list(apply(step, readings))
    except BadConfig:  # a missing model breaks on every article: the run stops
        raise
    except Exception as error:  # noqa: BLE001 - a broken article must not stop a run, whatever broke
        if len(readings) == 1:
            return [Failure(readings[0].article.id, origins[0], name_of(step), described(error))]
        return [attempt(step, [one], [origin])[0] for one, origin in zip(readings, origins, strict=True)]


def apply(step: Step, readings: list[Reading]) -> list[Reading]:
    """What a step makes of some readings, all at once where it can."""
    if isinstance(step, BatchStep):
        return step.batch(readings)
    return [step(reading) for reading in readings]


def name_of(step: object) -> str:
    """The name of a step for people: its class."""
    return type(step).__name__


def name_for(capture: Capture) -> str:
    """The id of a capture that became no article: its own, else one from its content."""
    return capture.id or article_id(capture.text or capture.html or "", capture.url, capture.published)


def described(error: Exception) -> str:
    """An error in one line."""
    return f"{type(error).__name__}: {' '.join(str(error).split())[:300]}"


class Engine(Protocol):
    """Where the work runs."""

    def read(self, pipeline: Pipeline, captures: Iterable[Capture]) -> Iterator[Outcome]:
        """An outcome for every capture, in order."""
        ...

    def compare(
        self, judge: Judge, blocks: Iterable[tuple[str, Sequence[Claim]]]
    ) -> Iterator[tuple[str, int, int, Judgement]]:
        """Within each named block of claims, every pair judged: the block's name, both positions, the judgement."""
        ...
