from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.clean.furniture import notices
from dateline.clean.structure import FindSkipped, skipped
from dateline.lexicon.files import load
from dateline.records.article import Article, Pair
from dateline.records.reading import Reading
from dateline.records.text import Span

CASES = yaml.safe_load((Path(__file__).parent.parent / "cases" / "clean.yaml").read_text(encoding="utf-8"))
PIECES = [
    *(case["text"] for case in CASES),
    *(
        "\n",
        "\n\n",
        " ",
        "CAIRO, March 3 (Reuters) -",
        "By ",
        "© 2024 ",
        "[TEXT]",
        ": ",
        " - ",
        "\u2028",
        "\x00",
        "(",
        "REUTERS/",
    ),
]


def found(text: str, published: str | None = None) -> Reading:
    return FindSkipped()(Reading(Article("x", text, published=published)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:50])
def test_case(case: dict[str, Any]) -> None:
    reading = found(case["text"], case.get("published"))
    assert [[span.of(case["text"]), span.reason] for span in reading.skipped] == case.get("skipped", [])
    printed = reading.article.published if reading.article.published_basis == "printed" else None
    assert printed == case.get("printed")
    opening, expected = reading.article.dateline, case.get("dateline")
    assert (opening is None) == (expected is None)
    if opening is not None and expected is not None:
        assert opening.place == expected.get("place")
        assert opening.agency == expected.get("agency")
        if case.get("published") or "day" in expected:
            assert str(opening.day) == expected.get("day")


@pytest.mark.parametrize("entry", load("en/clean_lines.yaml"), ids=lambda entry: entry["example"][:40])
def test_examples_of_the_data_are_skipped_and_for_their_reason(entry: dict[str, Any]) -> None:
    text = f"The army left the town.\n{entry['example']}\nIt may return."
    assert {span.reason for span in found(text).skipped} == {entry["reason"]}
    assert "army" not in "".join(span.of(text) for span in found(text).skipped)


def test_notices_are_in_small_letters() -> None:
    entries = load("en/clean_lines.yaml")
    words = [one for entry in entries for field in ("whole", "start", "has") for one in entry.get(field, [])]
    assert words == [one.casefold() for one in words]
    assert notices().anywhere


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=40)), max_size=12).map("".join))
@settings(max_examples=200, deadline=None)
def test_spans_are_in_order_apart_and_inside_and_the_text_stays(text: str) -> None:
    reading = found(text, "2024-03-04")
    assert reading.article.text == text
    end = 0
    for span in reading.skipped:
        assert end <= span.start < span.end <= len(text)
        assert span.reason
        end = span.end
    opening = reading.article.dateline
    assert opening is None or 0 <= opening.start < opening.end <= len(text)
    assert found(text, "2024-03-04") == reading


def test_an_article_that_is_its_title_is_read() -> None:
    assert FindSkipped()(Reading(Article("a", "Army opens front", title="Army opens front"))).skipped == ()


def test_words_that_a_pair_names_stay() -> None:
    text = "MOSCOW - Russia struck."
    reading = FindSkipped()(Reading(Article("x", text), pairs=(Pair(Span(0, 6), None),)))
    assert reading.skipped == ()
    assert reading.article.dateline is not None


@pytest.mark.parametrize(
    "text",
    [
        "The army left the town on Monday. " * 30_000,
        "The army left the town on Monday.\n" * 30_000,
        "A" * 2_000_000,
        "CAIRO " * 300_000,
        "CAIRO, March 3 (" * 100_000,
        "[" * 2_000_000,
        "By By By " * 200_000,
        ". A" * 100_000,
        " \n" * 300_000,
        " " * 2_000_000,
        "- " * 1_000_000,
        "(((" * 500_000,
    ],
    ids=range(12),
)
def test_long_texts_take_little_time(text: str) -> None:
    began = time.process_time()
    skipped(Article("x", text))
    assert time.process_time() - began < 10
