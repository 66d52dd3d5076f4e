"""Ties between states: entries of the right form, and what holds from day to day."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.lexicon.actors import allied, countries, opposed
from dateline.lexicon.entries import day_of
from dateline.lexicon.files import load
from dateline.lexicon.ties import Tie, tied


def test_ties_of_states() -> None:
    seen = set()
    for entry in load("actors/ties.yaml"):
        assert set(entry) <= {"a", "kind", "b", "since", "until"}
        assert entry["kind"] in {"ally", "enemy"}
        assert entry["a"] in countries()
        assert entry["b"] in countries()
        since, until = day_of(entry.get("since"), first=True), day_of(entry.get("until"), first=False)
        assert since is None or until is None or since <= until, entry
        pair = (entry["kind"], frozenset((entry["a"], entry["b"])))
        assert len(pair[1]) == 2
        assert pair not in seen, entry
        seen.add(pair)


@pytest.mark.parametrize(
    ("one", "other", "day", "together"),
    [
        ("state-RUS", "state-UKR", date(2015, 10, 13), False),
        ("RUS-military", "UKR-police", date(2023, 1, 1), False),
        ("state-USA", "state-UKR", date(2015, 10, 13), True),
        ("state-USA", "state-UKR", date(2010, 1, 1), None),
        ("state-USA", "state-AFG", date(2010, 1, 1), True),
        ("state-USA", "state-AFG", date(2022, 1, 1), None),
        ("state-RUS", "state-SYR", date(2015, 10, 13), True),
    ],
)
def test_ties_hold_from_day_to_day(one: str, other: str, day: date, together: bool | None) -> None:
    assert allied(one, other, day) is allied(other, one, day) is (together is True)
    assert opposed(one, other, day) is opposed(other, one, day) is (together is False)


def test_a_tie_without_a_day_is_one_that_holds_still() -> None:
    assert Tie("ally").held_on(None)
    assert not Tie("ally", until=date(2020, 1, 1)).held_on(None)
    assert tied("enemy", "state-UKR", "state-RUS", None)
    assert not tied("ally", "state-UKR", "state-RUS", None)
