"""Merging grows little faster than what is merged: counted in pairs that are compared, not in seconds."""

from __future__ import annotations

from unittest import mock

from benchmarks.merging import readings

from dateline.merge import drawn
from dateline.merge.clusters import happenings
from dateline.merge.events import merge
from dateline.merge.matching import SameInReport
from dateline.merge.origins import origins
from dateline.merge.pairs import many_pairs
from dateline.merge.report import reports

LASTING = 2
"""Days of which the claims are: 6,000 are as dense then as a million of a year, 1,500 as 270,000."""


def compared(claims: int) -> float:
    """How many pairs are compared for each of so many claims."""
    read = reports(readings(claims, lasting=LASTING))
    known = origins(read, [])
    told = [claim for one in read for claim in one.of_story(known[one.article.id].story)]
    gists = [one.gist for one in happenings(told, SameInReport())]
    return sum(len(first) for first, _ in many_pairs(gists)) / len(told)


def test_of_four_times_as_many_claims_a_day_each_is_compared_with_hardly_half_as_many_more() -> None:
    few, many = compared(1500), compared(6000)
    assert few < 13
    assert many < 18
    assert many < 1.5 * few


def test_events_are_the_same_with_several_processes() -> None:
    """Of so many batches this process draws some itself."""
    with mock.patch.object(drawn, "AT_ONCE", 2):
        assert merge(readings(500), workers=2) == merge(readings(500))
