"""Whose word an event is, and on which days it was reported."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dateline.merge.events import merge
from dateline.merge.voices import whose_word
from dateline.records.claim import Claimant
from dateline.records.decision import Decision, Named
from tellings import claim, report

RAID: dict[str, Any] = {
    "type": "ASSAULT",
    "words": "bombed",
    "day": date(2015, 9, 30),
    "place": "Homs",
    "actor": "Russia",
    "recipient": "Syrian rebels",
}
OUTLET = {"party": False}
WITNESSES = {"by": "witnesses", "party": None}
MOSCOW = {"by": "Moscow", "party": True, "reason": "actor"}
MINSK = {"by": "Minsk", "party": True, "reason": "ally of the actor"}
REBELS = {"by": "rebels", "party": True, "reason": "recipient"}
ACCUSER = {"by": "Ankara", "party": True, "reason": "accuser"}
HOST = {"by": "Damascus", "party": True, "reason": "soil"}


@pytest.mark.parametrize(
    ("said", "means"),
    [
        ([OUTLET], "others"),
        ([MOSCOW, REBELS, OUTLET], "others"),
        ([OUTLET, WITNESSES], "others"),
        ([WITNESSES], None),
        ([MOSCOW, WITNESSES], None),
        ([MOSCOW], "one_side"),
        ([HOST], "one_side"),
        ([MOSCOW, MINSK], "one_side"),
        ([REBELS, ACCUSER], "one_side"),
        ([MOSCOW, REBELS], "both_sides"),
        ([MINSK, ACCUSER], "both_sides"),
        ([MOSCOW, REBELS, HOST], "both_sides"),
        ([MOSCOW, HOST], None),
        ([OUTLET, MOSCOW | {"status": "denied"}], "disputed"),
        ([OUTLET | {"status": "did_not_happen"}, REBELS], "disputed"),
        ([REBELS | {"status": "possible"}, MOSCOW | {"status": "denied"}], "disputed"),
        ([MOSCOW | {"status": "denied"}], "denied"),
        ([MOSCOW | {"status": "denied"}, OUTLET | {"status": "did_not_happen"}], "denied"),
        ([MOSCOW | {"status": "did_not_happen"}], "one_side"),
        ([REBELS | {"status": "planned"}, OUTLET | {"status": "did_not_happen"}], "one_side"),
        ([MOSCOW | {"status": "threatened"}], "one_side"),
    ],
)
def test_whose_word(said: list[dict[str, Any]], means: str | None) -> None:
    claims = [claim(RAID | one) for one in said]
    voices = [one.get("by", "outlet") for one in said]
    assert whose_word(claims, voices) == means
    assert whose_word(claims[::-1], voices[::-1]) == means


def test_who_stands_at_either_end_of_what_two_did_together_is_one_side() -> None:
    there = claim(RAID | {"type": "CONSULT", "recipient": "ISIS", "party": True, "reason": "actor"})
    back = claim(
        RAID | {"type": "CONSULT", "actor": "ISIS", "recipient": "Russia", "party": True, "reason": "recipient"}
    )
    assert whose_word([there, back], ["Moscow", "Moscow"]) == "one_side"
    assert whose_word([there, back], ["Moscow", "the foreign ministry"]) == "one_side"


def test_a_voice_that_is_a_party_in_one_report_is_no_other_in_the_next() -> None:
    claims = [claim(RAID | MOSCOW), claim(RAID | {"party": False})]
    assert whose_word(claims, ["Moscow", "Moscow"]) == "one_side"


def test_a_single_source_is_kept_and_said_to_be_one_side() -> None:
    moscow = Claimant("actor", actor_id="state-RUS")
    [event] = merge([report("a", {**RAID, **MOSCOW, "claimant": moscow}, published="2015-10-01")])
    assert (event.reports, event.whose_word) == (1, "one_side")
    assert event.first_report == event.last_report == date(2015, 10, 1)


def test_first_and_last_report_are_those_of_the_articles_that_count() -> None:
    read = [
        report("a", RAID, source="one", published="2015-10-02T08:00:00Z"),
        report("b", RAID, source="two", published="2015-10-01"),
        report("c", RAID, source="three"),
        report("d", RAID, source="four", published="2015-10-03"),
    ]
    [event] = merge(read)
    assert (event.first_report, event.last_report) == (date(2015, 10, 1), date(2015, 10, 3))
    gone = Decision("withdrawn", (Named("d"),), (), "Ana", "2015-10-05", "taken back")
    [event] = merge(read, [gone])
    assert (event.first_report, event.last_report) == (date(2015, 10, 1), date(2015, 10, 2))


def test_without_a_day_of_publication_no_report_is_first() -> None:
    [event] = merge([report("a", RAID)])
    assert (event.first_report, event.last_report) == (None, None)


def test_of_what_was_withdrawn_it_is_nobodys_word() -> None:
    gone = Decision("withdrawn", (Named("a"),), (), "Ana", "2015-10-05", "taken back")
    [event] = merge([report("a", RAID | OUTLET, published="2015-10-01")], [gone])
    assert (event.status, event.whose_word, event.first_report) == ("withdrawn", None, None)
