"""What an actor or recipient is known by."""

from __future__ import annotations

import pytest

from dateline.merge.ends import bare, head, is_nobody


@pytest.mark.parametrize(
    ("name", "known_as"),
    [
        ("at least 27 civilians", "civilians"),
        ("no fighters", "fighters"),
        ("only people", "people"),
        ("some of the kidnappers", "kidnappers"),
        ("dozens of soldiers", "soldiers"),
        ("The Hague", "hague"),
        ("up to 40 more fishermen", "fishermen"),
        ("twelve", "twelve"),
    ],
)
def test_small_words_before_a_name_are_left_out(name: str, known_as: str) -> None:
    assert bare(name) == known_as


@pytest.mark.parametrize("name", ["at least twelve", "Monday", "more than 40"])
def test_a_number_or_a_weekday_names_nobody(name: str) -> None:
    assert is_nobody(name)


def test_a_name_turns_on_the_noun_before_a_preposition() -> None:
    assert head("groups of men") == "group"
