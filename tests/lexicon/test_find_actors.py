"""Actors found by their names, and what is told of one."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.lexicon.find_actors import find_actors, sheet


@pytest.mark.parametrize(
    ("words", "known_id", "name"),
    [
        ("Hezbollah", "hezbollah", "Hezbollah"),
        ("the  HEZBOLLAH", "hezbollah", "Hezbollah"),
        ("hizballah", "hezbollah", "Hizballah"),
        ("state-SYR", "state-SYR", "Syria"),
        ("russian", "state-RUS", "Russian"),
        ("kremlin", "state-RUS", "Kremlin"),
    ],
)
def test_who_is_called_so_comes_first(words: str, known_id: str, name: str) -> None:
    first = find_actors(words)[0]
    assert (first.actor.id, first.name, first.score) == (known_id, name, 100)


@pytest.mark.parametrize(
    ("words", "known_id"), [("hezbolla", "hezbollah"), ("Bashar Asad", "bashar-al-assad"), ("Free Syrian Amry", "fsa")]
)
def test_who_is_called_nearly_so_is_found(words: str, known_id: str) -> None:
    first = find_actors(words)[0]
    assert first.actor.id == known_id
    assert 70 <= first.score < 100


def test_all_who_bear_a_name_and_no_more_than_asked() -> None:
    assert {one.actor.id for one in find_actors("Assad", 2)} == {"hafez-al-assad", "bashar-al-assad"}
    assert [one.score for one in find_actors("Islamic State")] == sorted(
        (one.score for one in find_actors("Islamic State")), reverse=True
    )


@pytest.mark.parametrize("words", ["", "  ", "the", "qqqqqqqqqq"])
def test_nobody_is_found(words: str) -> None:
    assert [one for one in find_actors(words) if one.score == 100] == []


def test_what_is_known_of_a_state_on_a_day() -> None:
    one = sheet("state-SYR", date(2015, 3, 1))
    assert one is not None
    held = {held.post.title: held.id for held in one.holders}
    assert (held["president"], held["foreign minister"]) == ("bashar-al-assad", "walid-al-moallem")
    assert "hezbollah" in one.allies
    assert "fsa" in one.enemies
    assert "SYR-military" in one.members
    assert "Syrian" in one.words
    assert len(one.allies) == len(set(one.allies))


def test_a_day_leaves_out_who_was_not_there() -> None:
    ever, then = sheet("state-SYR"), sheet("state-SYR", date(1990, 1, 1))
    assert ever is not None
    assert then is not None
    assert "isis" in ever.enemies
    assert "isis" not in then.enemies
    assert {one.id for one in then.holders if one.post.title == "president"} == {"hafez-al-assad"}
    assert len(ever.holders) > len(then.holders)


def test_nothing_is_known_of_nobody() -> None:
    assert sheet("nobody-at-all") is None
