from __future__ import annotations

import json
from datetime import date
from typing import Any

import jsonschema
import pytest

from dateline.recipe import pipeline
from dateline.records.article import Article, Capture, Failure, Rejection
from dateline.records.claim import Claim, When
from dateline.records.codec import (
    PARTS,
    error_line,
    event_line,
    from_builtins,
    read_event,
    read_reading,
    reading_line,
    schema,
    spans_of,
    to_builtins,
)
from dateline.records.event import ClaimKey, Event
from dateline.records.ids import digest
from dateline.records.reading import Reading
from dateline.records.text import Sentence, Span

TEXT = (
    "BEIRUT (Wire) - Russian jets struck Idlib on Monday, killing at least 12 people, a monitoring group said. "
    'Moscow denied it. "Our aircraft hit only terrorists," the defence ministry said. '
    'The "safe" town was empty.'
)


def real() -> Reading:
    [outcome] = pipeline().read([Capture("test", text=TEXT, published="2015-10-13", source="wire.example")])
    assert isinstance(outcome, Reading)
    return outcome


def test_a_real_reading_fits_the_schema_and_comes_back() -> None:
    reading = real()
    line = reading_line(reading)
    found: dict[str, Any] = json.loads(line)
    jsonschema.Draft202012Validator(schema()).validate(found)
    assert found["format"] == "dateline/1"
    assert all(found[name] for name in PARTS if name not in {"relations"}), "the text has something for every part"
    back = read_reading(line)
    assert back is not None
    assert reading_line(back) == line


def test_the_schema_refuses_what_is_not_the_format() -> None:
    found = json.loads(reading_line(real()))
    validator = jsonschema.Draft202012Validator(schema())
    assert not validator.is_valid(found | {"format": "dateline/2"})
    assert not validator.is_valid(found | {"claims": [{"type": "ASSAULT"}]})
    assert not validator.is_valid({key: value for key, value in found.items() if key != "sentences"})


def test_evidence_is_true() -> None:
    reading = real()
    for name in PARTS:
        for record in getattr(reading, name):
            for span in spans_of(record):
                assert 0 <= span.start < span.end <= len(TEXT)
            if getattr(record, "text", None) is not None:
                assert TEXT[record.start : record.end] == record.text


@pytest.mark.parametrize("outcome", [Rejection("a", "a.txt", "not English"), Failure("a", "a.txt", "Step", "boom")])
def test_articles_without_a_reading_have_a_line(outcome: Rejection | Failure) -> None:
    found = json.loads(error_line(outcome))
    jsonschema.Draft202012Validator(schema()).validate(found)
    assert found["article"]["id"] == "a"
    assert found["error"]
    assert read_reading(error_line(outcome)) is None


@pytest.mark.parametrize(
    "line", ["", "x", "[]", "{}", '{"format": "dateline/1"}', '{"format": "dateline/1", "article": 3}']
)
def test_other_lines_are_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_reading(line)


def test_tokens_are_not_written() -> None:
    reading = Reading(Article("a", "Rebels left."), sentences=(Sentence(0, 12, ()),))
    assert json.loads(reading_line(reading))["sentences"] == [{"start": 0, "end": 12}]


def test_events_come_back() -> None:
    event = Event(
        "e",
        "ASSAULT",
        None,
        date(2015, 10, 12),
        None,
        "day",
        None,
        ("a",),
        (),
        "happened",
        (),
        (ClaimKey("a", "c1"),),
        1,
        1,
        0,
        1,
    )
    assert read_event(event_line(event)) == event
    with pytest.raises(ValueError, match=r".+"):
        read_event("{}")


def test_events_of_before_have_what_was_not_told_yet_as_unknown() -> None:
    told = Event(
        "e", "ASSAULT", None, None, None, None, None, (), (), "happened", (), (ClaimKey("a", "c1"),), 1, 1, 0, 1
    )
    new = {"superseded", "withdrawn", "first_report", "last_report", "whose_word", "corrected", "holds"}
    line = {name: value for name, value in json.loads(event_line(told)).items() if name not in new}
    assert read_event(json.dumps(line)) == told
    assert (told.first_report, told.last_report, told.whose_word) == (None, None, None)


def test_claims_go_to_plain_values_and_back() -> None:
    claim = Claim(
        "c1", "ASSAULT", Span(0, 1), Span(0, 2), when=When(None, None, date(2015, 10, 12), None, "day", "published")
    )
    assert from_builtins(to_builtins(claim), Claim) == claim


def test_digests_tell_where_parts_end() -> None:
    assert digest("ab", "c") != digest("a", "bc")
    assert len(digest("a")) == 16
