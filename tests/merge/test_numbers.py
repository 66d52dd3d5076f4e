"""Numbers of an event: whose dead they count."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dateline.merge.numbers import counts
from dateline.merge.told import told
from dateline.records.article import Article
from tellings import claim

RAID = {"type": "ASSAULT", "day": date(2015, 9, 30), "place": "Homs"}


@pytest.mark.parametrize(
    ("ends", "given"),
    [
        ([("Syrian rebels", "police", 9), (None, "Syrian rebels", 30)], [(None, 9, 9), ("actors", 30, 30)]),
        ([("Nusra", "police", 9), ("army", "Nusra", 30)], [(None, 9, 9), ("actors", 30, 30)]),
        ([("Nusra", "protesters", 9), ("army", "Syrian rebels", 30)], [(None, 9, 9), ("actors", 30, 30)]),
        ([("army", "Syrian rebels", 30)], [(None, 30, 30)]),
        ([("Nusra", "Syrian rebels", 9), (None, "Syrian rebels", 12)], [(None, 9, 12)]),
        ([(None, "police", 9), (None, "protesters", 12)], [(None, 9, 12)]),
    ],
)
def test_the_dead_of_those_who_struck_are_counted_apart(ends: list[Any], given: list[Any]) -> None:
    claims = [
        claim({**RAID, "words": "raid", "actor": actor, "recipient": whom, "numbers": {"killed": n}}, f"c{n}")
        for actor, whom, n in ends
    ]
    found = counts([told(Article("a", ""), one) for one in claims], lambda one: one.article_id)
    assert [(one.of, one.low, one.high) for one in found] == given
