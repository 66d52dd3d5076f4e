"""The house as a whole: its public names, its steps, its determinism."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

import dateline as dl
from dateline.errors import BadConfig
from dateline.recipe import STEPS, pipeline
from dateline.records.article import Capture
from dateline.records.codec import reading_line
from dateline.records.reading import Reading

NAMES = """
    Article BadConfig BadInput Capture Claim DatelineError Desk Event Failure Local Reader Reading Rejected Rejection
    Relation Statement captures reader
"""
DISPATCH = (
    "CAIRO, March 3 - Police fired tear gas at protesters in Tahrir Square on Sunday, "
    'witnesses said. "No gas was used," the interior ministry said.'
)


def test_public_names_are_these() -> None:
    assert dl.__all__ == NAMES.split()
    assert all(getattr(dl, name) is not None for name in NAMES.split())


def test_public_names_hold_after_the_modules_were_imported() -> None:
    code = "import dateline as dl; from dateline.recipe import pipeline; dl.Desk; assert callable(dl.reader), dl.reader"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_help_needs_no_parser() -> None:
    heavy = "spacy", "sqlalchemy", "trafilatura"
    code = f"import sys, dateline.cli; sys.exit(any(name in sys.modules for name in {heavy}))"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_reader_reads() -> None:
    reading = dl.reader("en").read(dl.Article.of(DISPATCH, published=date(2024, 3, 4), source="example.org"))
    assert [(claim.type, claim.status, str(claim.when)) for claim in reading.claims][:1] == [
        ("ASSAULT", "happened", "2024-03-03 (relative)")
    ]


def test_reader_of_an_unknown_language_says_so() -> None:
    with pytest.raises(BadConfig, match="'xx'"):
        dl.reader("xx")


def test_unknown_settings_are_refused() -> None:
    with pytest.raises(BadConfig, match="nosuch"):
        pipeline({"nosuch": {}})
    with pytest.raises(BadConfig, match="colour"):
        pipeline({"parse": {"colour": "red"}})


def test_every_step_is_sound_in_order() -> None:
    assert len(pipeline().steps) == len(STEPS)


def test_same_input_same_bytes() -> None:
    lines = []
    for _ in range(2):
        [reading] = pipeline().read([Capture("test", text=DISPATCH, published="2024-03-04")])
        assert isinstance(reading, Reading)
        lines.append(reading_line(reading))
    assert lines[0] == lines[1]


def test_a_batch_reads_like_one_by_one() -> None:
    captures = [Capture("test", text=text, id=str(n)) for n, text in enumerate([DISPATCH, "Rebels shelled Goma.", "x"])]
    together = pipeline().read(captures)
    alone = [pipeline().read([capture])[0] for capture in captures]
    assert together == alone
