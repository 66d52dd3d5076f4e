"""Decisions last: whatever a later version finds in an article, what is still told keeps its verdict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from databases import KINDS, fresh
from dateline.records.claim import Claim
from dateline.records.reading import Reading
from dateline.records.text import Span
from dateline.store.draws import is_sampled, lots
from dateline.store.indexing import load
from dateline.store.queries import EventQuery
from dateline.store.store import Store
from review_desk import MARCH, RAID, REPORTS, TALKS, reviewing, said, say, write
from tellings import report


@pytest.fixture(params=KINDS)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    for one in fresh(request.param, tmp_path):
        write(one, *REPORTS)
        yield one


def moved(reading: Reading, by: int) -> Reading:
    """The same report with other words before all of it."""
    claims = tuple(replace(one, trigger=on(one.trigger, by), evidence=on(one.evidence, by)) for one in reading.claims)
    return replace(reading, article=replace(reading.article, text="x" * by + reading.article.text), claims=claims)


def on(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def verdicts(database: str) -> dict[str, str | None]:
    """The verdict on each claim of the first report, by its words."""
    with reviewing(database) as desk:
        reading = desk.view.article("a1")
        return {one.trigger.of(reading.article.text): desk.item(f"a1/{one.id}", None).verdict for one in reading.claims}


def test_verdicts_last_through_other_numbers_of_claims_and_a_text_that_moved(database: str) -> None:
    with reviewing(database) as desk:
        say(desk, "a1/c000", "accept")
        say(desk, "a1/c001", "reject")
        events = len(list(desk.view.desk.events()))
    again = moved(REPORTS[0], 17)
    first, second = again.claims
    write(database, replace(again, claims=(replace(second, id="c1"), replace(first, id="c2"))), run="later")
    assert verdicts(database) == {"bombed": "accepted", "marched": "rejected"}
    with reviewing(database) as desk:
        assert len(list(desk.view.desk.events())) == events
        assert len(list(desk.view.desk.claims(EventQuery(reviewed="rejected")))) == 1


def test_what_a_later_version_says_otherwise_is_no_longer_what_was_accepted(database: str) -> None:
    with reviewing(database) as desk:
        say(desk, "a1/c000", "accept")
        right = replace(said(desk, "a1/c001"), status="planned")
        say(desk, "a1/c001", "edit", answers=right)
    first, second = REPORTS[0].claims
    later = (replace(first, type="COERCE"), replace(second, status="planned"))
    write(database, replace(REPORTS[0], claims=later), run="later")
    assert verdicts(database) == {"bombed": "edited", "marched": "accepted"}


def test_decisions_on_what_is_told_no_more_are_kept_and_counted(database: str) -> None:
    with reviewing(database) as desk:
        say(desk, "a1/c001", "reject")
    write(database, replace(REPORTS[0], claims=REPORTS[0].claims[:1]), run="later")
    with reviewing(database) as desk:
        assert (desk.outcome().reviewed, desk.outcome().gone) == (0, 1)
    write(database, REPORTS[0], run="latest")
    assert verdicts(database) == {"bombed": None, "marched": "rejected"}


@given(
    kept=st.permutations(range(3)).flatmap(lambda order: st.integers(0, 3).map(lambda n: order[:n])),
    by=st.integers(0, 9),
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True)
def test_any_claims_that_are_left_keep_their_verdicts(tmp_path: Path, kept: list[int], by: int) -> None:
    database = str(tmp_path / f"{''.join(map(str, kept))}-{by}.db")
    reading = report("a1", RAID, MARCH, TALKS)
    write(database, reading)
    with reviewing(database) as desk:
        say(desk, "a1/c000", "accept")
        say(desk, "a1/c001", "reject")
    again = moved(reading, by)
    claims: list[Claim] = [replace(again.claims[n], id=f"n{place}") for place, n in enumerate(kept)]
    write(database, replace(again, claims=tuple(claims)), run="later")
    told = {"bombed": "accepted", "marched": "rejected", "met": None}
    words = [("bombed", "marched", "met")[n] for n in kept]
    assert verdicts(database) == {one: told[one] for one in words}


def test_lots_stay_as_they_are_when_claims_are_added(database: str) -> None:
    def drawn() -> dict[tuple[str, int], int]:
        with Store.open(database) as store:
            index = load(store.engine, "1")
        places = zip(
            index.claims.article.tolist(),
            index.claims.position.tolist(),
            lots(index.articles, index.claims).tolist(),
            strict=True,
        )
        return {(index.articles[article], position): lot for article, position, lot in places}

    before = drawn()
    write(database, report("a0", MARCH, TALKS), report("a9", RAID))
    after = drawn()
    assert {name: after[name] for name in before} == before
    assert len(after) == len({*after.values()}) == len(before) + 3


def test_one_claim_in_ten_is_of_the_sample() -> None:
    many = sum(is_sampled(f"article {n}", n % 7) for n in range(5000))
    assert 420 < many < 580
