"""Campaigns: how they are told, and which single acts they hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dateline.desk import Desk
from dateline.lexicon.campaigns import campaign_words, stretch_pattern
from dateline.lexicon.files import load
from dateline.merge.again import merge_again
from dateline.merge.campaigns import is_campaign
from dateline.merge.events import merge
from dateline.records.claim import When
from dateline.sheets import EventSheet
from dateline.store.store import Store, Ticket
from tellings import claim, report

RAID: dict[str, Any] = {
    "type": "ASSAULT",
    "words": "bombed",
    "day": date(2015, 10, 4),
    "place": "Homs",
    "actor": "Russia",
}
WAR: dict[str, Any] = {"type": "ASSAULT", "words": "campaign", "place": "Syria", "actor": "Russia"}


def test_each_word_finds_its_example() -> None:
    for entry in load("en/campaigns.yaml")["words"]:
        assert entry["example"].rpartition(" ")[2] in campaign_words()
    for entry in load("en/campaigns.yaml")["stretches"]:
        before = entry["example"].rpartition(" ")[0] + " "
        assert entry["word"] in entry["example"]
        assert stretch_pattern().search(before) or stretch_pattern().search(before.rpartition(" air ")[0] + " ")


@pytest.mark.parametrize(
    ("kind", "words", "before", "precision", "means"),
    [
        ("ASSAULT", "offensive", "the army began its ", "day", True),
        ("ASSAULT", "shelling", "fled weeks of heavy ", "day", True),
        ("ASSAULT", "shelling", "fled the ", "day", False),
        ("ASSAULT", "bombed", "jets have ", "open", True),
        ("COERCE", "held", "they have ", "open", False),
    ],
)
def test_what_goes_on_is_a_campaign(kind: str, words: str, before: str, precision: str, means: bool) -> None:
    told = replace(claim({**RAID, "type": kind}), when=When(None, None, date(2015, 9, 30), None, precision, "stated"))
    assert is_campaign(told, words, before) is means


@pytest.mark.parametrize(
    ("words", "last", "means"),
    [("bombings", 3, True), ("bombings", 1, False), ("bombing", 3, False), ("killed", 9, True), ("killed", 2, False)],
)
def test_deeds_of_several_days_are_a_campaign(words: str, last: int, means: bool) -> None:
    days = When(None, None, date(2015, 10, 1), date(2015, 10, last), "day", "stated")
    assert is_campaign(replace(claim(RAID), when=days), words, "this week's ") is means


@pytest.mark.parametrize(
    ("before", "after", "means"),
    [
        ("blamed the army for three bombings that ", " 40 people", True),
        ("blood for people ", " in the bombings of this week", True),
        ("the bombing that ", " 40 people", False),
    ],
)
def test_whom_deeds_of_several_days_hit_were_hit_by_a_campaign(before: str, after: str, means: bool) -> None:
    days = When(None, None, date(2015, 10, 1), date(2015, 10, 4), "week", "relative")
    assert is_campaign(replace(claim(RAID), when=days), "killed", before, after) is means


def test_a_database_finds_the_acts_beside_their_campaign(tmp_path: Path) -> None:
    found = report("a", WAR, RAID)
    with Store.open(tmp_path / "a.db", make=True) as store:
        store.write(found, Ticket("run", "a", "test", "a"))
        with store.shelf() as shelf:
            merge_again(shelf)
    sheets = [Desk(tmp_path / "a.db").show(event.id) for event in Desk(tmp_path / "a.db").events()]
    campaign, act = sorted(
        (one for one in sheets if isinstance(one, EventSheet)), key=lambda one: str(one.event.claims)
    )
    assert (campaign.acts, campaign.campaigns) == ((act.event,), ())
    assert (act.acts, act.campaigns) == ((), (campaign.event,))


@pytest.mark.parametrize(
    ("act", "is_held"),
    [
        ({}, True),
        ({"actor": "army"}, False),
        ({"place": "Antakya"}, False),
        ({"type": "PROTEST"}, False),
        ({"day": date(2015, 9, 1)}, False),
    ],
)
def test_a_campaign_holds_the_strikes_told_beside_it(act: dict[str, Any], is_held: bool) -> None:
    found = report("a", WAR, {**RAID, **act})
    since = When(None, None, date(2015, 9, 30), None, "open", "stated")
    events = merge([replace(found, claims=(replace(found.claims[0], when=since), found.claims[1]))])
    assert {event.claims[0].claim_id: [one.claim_id for one in event.holds] for event in events} == {
        "c000": ["c001"] if is_held else [],
        "c001": [],
    }
