"""Events: every claim in one, whatever the order; no chains; numbers, voices and sources counted."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.merge.clusters import clusters
from dateline.merge.events import merge
from dateline.merge.gist import Gist, gist
from dateline.merge.matching import SameHappening, SameInReport
from dateline.merge.places import agreed as where
from dateline.merge.told import told
from dateline.merge.voices import status, whose_word
from dateline.records.claim import Claimant
from dateline.records.reading import Reading
from tellings import FIRST, claim, readings, report

RAID: dict[str, Any] = {
    "type": "ASSAULT",
    "words": "bombed",
    "day": date(2015, 9, 30),
    "place": "Homs",
    "actor": "Russia",
    "recipient": "civilians",
}


@settings(max_examples=60, deadline=None)
@given(readings(), st.randoms(use_true_random=False))
def test_the_order_of_readings_does_not_matter(read: list[Reading], random: Random) -> None:
    shuffled = read + read[:2]
    random.shuffle(shuffled)
    assert merge(shuffled) == merge(read) == merge(read)


@settings(max_examples=60, deadline=None)
@given(readings())
def test_every_claim_is_in_one_event(read: list[Reading]) -> None:
    events = merge(read)
    found = sorted((key.article_id, key.claim_id) for event in events for key in event.claims)
    assert found == sorted((reading.article.id, claim.id) for reading in read for claim in reading.claims)
    assert len({event.id for event in events}) == len(events)


@settings(max_examples=60, deadline=None)
@given(readings())
def test_no_two_reports_of_an_event_rule_one_another_out(read: list[Reading]) -> None:
    one_each = [Reading(r.article, claims=r.claims[:1]) for r in read if r.claims]
    tellings = [told(reading.article, claim) for reading in one_each for claim in reading.claims]
    for members in clusters(tellings, SameHappening(), SameInReport()):
        gists: list[Gist] = [gist([tellings[n]]) for n in members]
        assert not any(SameHappening().excludes(one, other) for one, other in combinations(gists, 2))


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from(["stated", "relative", "dateline", "published"]), min_size=5, max_size=25), st.booleans()
)
def test_days_of_protests_are_never_chained(bases: list[str], by_police: bool) -> None:
    read = [
        report(
            f"a{n:02}",
            {
                "type": "PROTEST",
                "words": "marched",
                "day": FIRST + timedelta(days=n % 5),
                "basis": basis,
                "place": "Cairo",
                "actor": "protesters",
                "recipient": "police" if by_police else None,
                "numbers": {"participants": 10000},
            },
        )
        for n, basis in enumerate(bases)
    ]
    events = merge(read)
    assert all((one.finish or FIRST) == one.begin for one in events)
    days = {(reading.article.id): reading.claims[0].when for reading in read}
    for event in events:
        begins = [when.begin for key in event.claims if (when := days[key.article_id]) is not None and when.begin]
        assert (max(begins) - min(begins)).days <= 1
    if set(bases) <= {"stated", "relative"} or set(bases) <= {"published", "dateline"}:
        assert len(events) == 5


def test_two_towns_on_one_day_stay_apart_though_a_province_fits_both() -> None:
    read = [report(name, {**RAID, "place": name}) for name in ("Homs", "Rastan", "Homs province")]
    assert [len(event.claims) for event in merge(read)] in ([1, 2], [2, 1])


def test_lead_detail_and_the_attack_are_one_event() -> None:
    [event] = merge([
        report(
            "a",
            {"type": "ASSAULT", "words": "stormed", "day": FIRST, "actor": "ISIS", "recipient": "army"},
            {"type": "ASSAULT", "words": "attack", "day": FIRST, "basis": "dateline", "numbers": {"killed": 12}},
            {"type": "ASSAULT", "words": "stormed", "actor": "ISIS"},
        )
    ])  # fmt: skip
    assert (event.reports, len(event.claims), event.actors, event.recipients) == (1, 3, ("isis",), ("SYR-military",))


def test_the_attack_joins_no_two_attacks() -> None:
    events = merge([
        report(
            "a",
            {"type": "ASSAULT", "words": "stormed", "day": FIRST, "place": "Homs", "actor": "ISIS"},
            {"type": "ASSAULT", "words": "shelled", "day": FIRST, "place": "Rastan", "actor": "army"},
            {"type": "ASSAULT", "words": "attack"},
        )
    ])  # fmt: skip
    assert sorted(len(event.claims) for event in events) == [1, 2]
    assert {key.claim_id for event in events if len(event.claims) == 2 for key in event.claims} == {"c001", "c002"}


def test_numbers_by_claimant() -> None:
    doctors, ministry = Claimant("actor", name="doctors"), Claimant("actor", actor_id="RUS-defence-ministry")
    read = [
        report("a", {**RAID, "numbers": {"killed": 27}, "claimant": doctors}, source="one"),
        report("b", {**RAID, "numbers": {"killed": 27}}, source="two"),
        report("c", {**RAID, "numbers": {"killed": 36}, "claimant": Claimant("actor", name="mayor")}, source="three"),
        report("d", {**RAID, "numbers": {"killed": 4}, "claimant": ministry, "party": True}, source="four"),
    ]
    [event] = merge(read)
    [count] = event.quantities
    assert (count.kind, count.low, count.best, count.high) == ("killed", 4, 27, 36)
    said = [(one.claimant, one.low, one.claim_ids) for one in count.by_claimant]
    assert ("RUS-defence-ministry", 4, ("d/c000",)) in said
    assert (event.reports, event.independent_sources, event.party_claimants, event.other_claimants) == (4, 4, 1, 3)


def test_the_best_number_of_several_is_the_lowest() -> None:
    read = [report(f"a{n}", {**RAID, "numbers": {"killed": n}}, source=f"s{n}") for n in (9, 5, 7)]
    [event] = merge(read)
    assert event.quantities[0].best == 5


def test_two_reports_of_one_outlet_are_one_source() -> None:
    [event] = merge([report("a", RAID, source="Coast News"), report("b", RAID, source="Coast News")])
    assert (event.reports, event.independent_sources, event.other_claimants) == (2, 1, 1)


def test_denied_by_one_side_is_disputed() -> None:
    [event] = merge([report("a", RAID), report("b", {**RAID, "status": "denied", "party": True})])
    assert event.status == "disputed"


@pytest.mark.parametrize(
    ("said", "means"),
    [
        (["happened"], "happened"),
        (["possible", "planned"], "planned"),
        (["denied"], "denied"),
        (["did_not_happen"], "did_not_happen"),
        (["ongoing", "denied"], "disputed"),
        (["rumoured"], "rumoured"),
    ],
)
def test_status(said: list[str], means: str) -> None:
    assert status([report("a", {**RAID, "status": one}).claims[0] for one in said]) == means


def test_an_event_keeps_its_id_when_a_later_report_joins() -> None:
    [alone] = merge([report("a", RAID)])
    [joined] = merge([report("b", RAID), report("a", RAID)])
    assert alone.id == joined.id


def test_of_two_readings_with_one_id_the_same_stands_in_any_order() -> None:
    one, other = report("a", RAID), report("a", {**RAID, "type": "PROTEST"})
    assert merge([one, other]) == merge([other, one])


def test_thousands_of_claims_on_few_days() -> None:
    random, places, actors = Random(7), ("Homs", "Rastan", "Aleppo", "Cairo", "Syria"), ("Russia", "ISIS", "army")
    read = [
        report(
            f"a{n:05}",
            {
                "type": "ASSAULT",
                "words": random.choice(["attacked", "killed", "bombed"]),
                "day": FIRST + timedelta(days=random.randrange(60)),
                "place": random.choice(places),
                "actor": random.choice(actors),
                "recipient": random.choice(["civilians", "Syrian rebels", None]),
                "numbers": {"killed": random.randrange(40)},
            },
        )
        for n in range(4_000)
    ]
    begin = time.process_time()
    events = merge(read)
    assert time.process_time() - begin < 20, "a second or two is usual"
    assert 60 < len(events) < 2500


@pytest.mark.parametrize(
    ("places", "agreed"),
    [
        (["Homs province", "Homs", "Syria"], "Homs"),
        (["Homs", "Rastan", "Rastan", "Homs province"], "Homs province"),
        (["Homs", "Talbiseh", "Talbiseh"], "Talbiseh"),
        (["Homs", "Rastan", "Rastan"], "Rastan"),
        ([None, "Syria"], "Syria"),
        ([None], None),
    ],
)
def test_an_event_is_at_the_finest_place_that_no_claim_contradicts(
    places: list[str | None], agreed: str | None
) -> None:
    claims = [claim({**RAID, "place": name}) for name in places]
    assert getattr(where(claims), "name", None) == agreed


def test_a_place_of_the_dateline_counts_where_no_claim_has_another() -> None:
    filed = replace(claim({**RAID, "place": "Cairo"}), place_basis="dateline")
    assert where([filed, claim({**RAID, "place": "Syria"})]) == claim({**RAID, "place": "Syria"}).place
    assert where([filed]) == filed.place


def test_a_denial_that_stands_elsewhere_makes_what_it_denies_disputed() -> None:
    told = replace(claim(RAID), denied_by=("c7",))
    assert (status([told]), whose_word([told], ["outlet"])) == ("disputed", "disputed")
