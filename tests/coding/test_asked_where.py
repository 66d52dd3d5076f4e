"""What the network of places is told and says: where mentions stand, in grades, and how likely each option is."""

from __future__ import annotations

from dataclasses import replace
from math import exp
from pathlib import Path

import pytest

from dateline.coding.asked_where import GRADES, LEAST, Question, chances, graded
from dateline.coding.model import open_placer
from dateline.coding.page import Page
from dateline.errors import BadConfig
from dateline.records.article import Article, Dateline
from dateline.records.mention import PlaceMention
from dateline.records.reading import Reading
from dateline.records.text import Sentence, Span

TEXT = (
    "LIMA, May 3 - Rebels shelled Taiz on Monday.\n\nIn the town of Ibb a market was hit. Nobody died there.\n\n"
    "Police in Sanaa held ten men."
)


def page(text: str = TEXT) -> Page:
    ends = [n + 1 for n, letter in enumerate(text) if letter == "."]
    starts = [0, *(end + len(text[end:]) - len(text[end:].lstrip()) for end in ends[:-1])]
    names = [name for name in ("LIMA", "Taiz", "Ibb", "Sanaa") if name in text]
    places = tuple(place(text, name) for name in names)
    sentences = tuple(Sentence(start, end, ()) for start, end in zip(starts, ends, strict=True))
    line = Dateline(0, 11, "LIMA, May 3", None, None) if "LIMA" in names else None
    return Page(Reading(Article("a", text, dateline=line), sentences=sentences, places=places))


def place(text: str, name: str) -> PlaceMention:
    start = text.index(name)
    return PlaceMention(start, start + len(name), name, None, name, "YEM", precision="settlement")


def spot(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(
    ("trigger", "name", "grades"),
    [
        ("shelled", "Taiz", {"behind 2"}),
        ("shelled", "LIMA", {"dateline"}),
        ("shelled", "Ibb", {"1 ahead"}),
        ("shelled", "Sanaa", {"ahead"}),
        ("hit", "Ibb", {"before 5"}),
        ("hit", "Taiz", {"1 back"}),
        ("died", "Ibb", {"1 back", "in the paragraph"}),
        ("held", "Taiz", {"4 back"}),
    ],
)
def test_where_a_mention_stands_from_an_event(trigger: str, name: str, grades: set[str]) -> None:
    assert set(graded(page(), spot(TEXT, trigger), place(TEXT, name))) == grades <= set(GRADES)


def test_a_sentence_alone_is_told_as_one() -> None:
    text = "Rebels shelled Taiz."
    assert set(graded(page(text), spot(text, "shelled"), place(text, "Taiz"))) == {"one sentence", "behind 2"}


def test_chances_add_up_and_are_the_same_each_time() -> None:
    one = page()
    asked = Question(one, spot(TEXT, "shelled"), one.reading.places)
    told = chances(asked, one.states)
    assert len(told) == 5
    assert all(LEAST <= chance <= 0 for chance in told)
    assert sum(map(exp, told)) == pytest.approx(1, abs=0.01)
    again = page()
    assert chances(Question(again, asked.trigger, again.reading.places), again.states) == told


def test_each_mention_of_a_place_is_asked_about_also_its_dateline() -> None:
    one = page()
    asked = Question(one, spot(TEXT, "shelled"), (place(TEXT, "Ibb"), place(TEXT, "LIMA")))
    assert [(number, mention.text) for number, mention in asked.mentions] == [(1, "Ibb"), (2, "LIMA")]


def test_of_a_place_named_often_the_nearest_mentions_are_asked_about() -> None:
    text = "Rebels shelled Taiz. " * 20
    ends = [n + 1 for n, letter in enumerate(text) if letter == "."]
    places = tuple(replace(place(text, "Taiz"), start=end - 5, end=end - 1) for end in ends)
    sentences = tuple(Sentence(end - 20, end, ()) for end in ends)
    one = Page(Reading(Article("a", text), sentences=sentences, places=places))
    asked = Question(one, Span(ends[9] - 13, ends[9] - 6), (places[0],))
    assert sorted(mention.end + 1 for _, mention in asked.mentions) == ends[5:13]


def test_a_network_that_is_not_there_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(BadConfig, match="install dateline again"):
        open_placer(tmp_path / "where.onnx")
