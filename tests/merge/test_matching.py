"""Do two claims tell the same happening? Cases as data, and what holds for any two claims."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from dateline.merge.gist import gist, placed
from dateline.merge.matching import SameHappening, SameInReport
from dateline.records.claim import Claim
from tellings import CASES, claims, telling


@pytest.mark.parametrize("row", CASES["pairs"], ids=lambda row: row["case"])
def test_case(row: dict[str, Any]) -> None:
    inside = row.get("report") == "one"
    one, other = ((placed if inside else gist)([telling(row[side])]) for side in ("one", "other"))
    judge = SameInReport() if inside else SameHappening()
    for judgement in (judge.judge(one, other), judge.judge(other, one)):
        assert judgement.same == row["same"], judgement


@given(claims(), claims())
def test_the_order_of_two_claims_does_not_matter(one: Claim, other: Claim) -> None:
    assert SameHappening()(one, other).same == SameHappening()(other, one).same
    assert SameHappening()(one, other).score == SameHappening()(other, one).score


@given(claims(), claims())
def test_a_judgement_says_why(one: Claim, other: Claim) -> None:
    judgement = SameHappening()(one, other)
    assert 0 <= judgement.score <= 1
    assert all(judgement.reasons)
    assert judgement.reasons or not judgement.same
