"""Why claims were joined."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings

from dateline.merge.events import merge
from dateline.merge.explain import joins, reasons
from dateline.merge.told import told
from dateline.records.reading import Reading
from tellings import readings, report

RAID = {"type": "ASSAULT", "words": "bombed", "day": date(2015, 9, 30), "actor": "Russia", "recipient": "civilians"}


def test_reports_agree_on_day_place_and_actor() -> None:
    about = "barracks granary ferry orchard"
    read = [
        report("a", {**RAID, "place": "Homs"}, text=f"bombed {about}"),
        report("b", {**RAID, "place": "Talbiseh", "words": "raids"}, text=f"raids {about}"),
    ]
    assert len(merge(read)) == 1
    assert reasons((r.article, c) for r in read for c in r.claims) == (
        "a/c000 and b/c000: same day, 12 km, same actor, same recipient, like subject (0.884)",
    )


def test_the_same_verb_is_the_same_happening() -> None:
    read = report("a", {**RAID, "recipient": "army"})
    twice = [told(read.article, read.claims[0]) for _ in range(2)]
    assert [join.judgement.reasons for join in joins(twice)] == [("same words",)]


def test_one_claim_needs_no_reason() -> None:
    assert reasons([]) == ()
    assert reasons([(report("a", RAID).article, report("a", RAID).claims[0])]) == ()


@settings(max_examples=40, deadline=None)
@given(readings())
def test_each_claim_but_the_first_has_its_reason(read: list[Reading]) -> None:
    claims = {(r.article.id, c.id): (r.article, c) for r in read for c in r.claims}
    for event in merge(read):
        lines = reasons(claims[key.article_id, key.claim_id] for key in event.claims)
        assert len(lines) == len(event.claims) - 1
        assert all(": " in line and not line.endswith(": (0)") for line in lines)
