from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

import pytest

from dateline.errors import BadConfig, Rejected
from dateline.pipeline import Pipeline
from dateline.records.article import Article, Capture, Failure, Rejection
from dateline.records.reading import Reading
from dateline.records.text import Sentence
from dateline.testing import check_step


@dataclass(frozen=True)
class Open:
    def __call__(self, capture: Capture, /) -> Reading:
        if capture.text is None:
            raise Rejected("no text")
        return Reading(Article(capture.id or "", capture.text))


@dataclass(frozen=True)
class Split:
    reads: ClassVar[frozenset[str]] = frozenset({"article"})
    writes: ClassVar[frozenset[str]] = frozenset({"sentences"})

    def __call__(self, reading: Reading, /) -> Reading:
        text = reading.article.text
        return replace(reading, sentences=(Sentence(0, len(text)),) if text else ())


@dataclass(frozen=True)
class Break:
    """Breaks on articles with "!"; faster in batches, which break as a whole."""

    reads: ClassVar[frozenset[str]] = frozenset({"sentences"})
    writes: ClassVar[frozenset[str]] = frozenset()

    def __call__(self, reading: Reading, /) -> Reading:
        return self.batch([reading])[0]

    def batch(self, readings: Sequence[Reading], /) -> list[Reading]:
        if any("!" in reading.article.text for reading in readings):
            raise RuntimeError("an exclamation mark")
        return list(readings)


@dataclass(frozen=True)
class Lie:
    """Writes what it does not say."""

    reads: ClassVar[frozenset[str]] = frozenset({"article"})
    writes: ClassVar[frozenset[str]] = frozenset()

    def __call__(self, reading: Reading, /) -> Reading:
        return replace(reading, sentences=(Sentence(0, 1),)) if reading.article.text else reading


def test_a_wrong_order_is_refused_before_anything_runs() -> None:
    with pytest.raises(BadConfig, match=r"Break reads \['sentences'\], which no step before it writes"):
        Pipeline(Open(), (Break(), Split()))


def test_one_broken_article_loses_nothing_else() -> None:
    pipeline = Pipeline(Open(), (Split(), Break()), run="r")
    outcomes = pipeline.read(
        [Capture("f:1", "fine", id="a"), Capture("f:2", "bad!", id="b"), Capture("f:3", None, id="c")]
    )
    good, failed, rejected = outcomes
    assert isinstance(good, Reading)
    assert good.run == "r"
    assert failed == Failure("b", "f:2", "Break", "RuntimeError: an exclamation mark")
    assert rejected == Rejection("c", "f:3", "no text")


def test_check_step_passes_an_honest_step() -> None:
    assert check_step(Split(), Reading(Article("a", "text"))).sentences


def test_check_step_finds_a_lie() -> None:
    with pytest.raises(AssertionError, match="changed sentences, which it does not write"):
        check_step(Lie(), Reading(Article("a", "text")))
