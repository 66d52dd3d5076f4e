"""What any step must pass, ours or a plug-in's."""

from __future__ import annotations

import copy
import pickle
from dataclasses import fields, is_dataclass

from dateline.records.article import Article
from dateline.records.codec import spans_of
from dateline.records.reading import Reading
from dateline.step import BatchStep, Step


def check_step(step: Step, reading: Reading) -> Reading:
    """What the step makes of a reading, after checking that it keeps its promises.

    A step is a frozen dataclass that pickles; it gives the same twice, changes nothing but what it writes, leaves its
    input alone, reads an empty article, and every span it writes lies in the text. Raises `AssertionError` saying what
    is wrong.
    """
    name = type(step).__name__
    assert is_dataclass(step), f"{name} is no dataclass"
    assert type(step).__dataclass_params__.frozen, f"{name} is not frozen"
    before = copy.deepcopy(reading)
    after = step(reading)
    assert reading == before, f"{name} changed its input"
    assert step(reading) == after, f"{name} gives something else the second time"
    assert pickle.loads(pickle.dumps(step))(reading) == after, f"{name} gives something else once pickled"  # noqa: S301
    if isinstance(step, BatchStep):
        assert step.batch([reading, reading]) == [after, after], f"{name} gives something else in a batch"
    check_fields(step, reading, after)
    step(Reading(Article("empty", "")))
    return after


def check_fields(step: Step, before: Reading, after: Reading) -> None:
    """Raises `AssertionError` when a step changed what it does not write, or wrote a span outside the text."""
    name = type(step).__name__
    for field in fields(Reading):
        if field.name not in step.writes:
            unchanged = getattr(after, field.name) == getattr(before, field.name)
            assert unchanged, f"{name} changed {field.name}, which it does not write"
    length = len(after.article.text)
    for written in sorted(step.writes):
        for span in spans_of(getattr(after, written)):
            assert 0 <= span.start < span.end <= length, f"{name} wrote {span} in {written}: no span of the text"
