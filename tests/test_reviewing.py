"""What people decide of claims is kept, wins, can be taken back, and lasts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import update

from databases import KINDS, fresh
from dateline.errors import BadConfig, BadInput
from dateline.records.review import Thing
from dateline.reviewing import HIDDEN
from dateline.store.connect import writing
from dateline.store.queries import EventQuery
from dateline.store.queues import DIFFER, QUEUES, SAMPLE, SECOND, SETTLE, SKIPPED, STAKES, UNSURE
from dateline.store.tables import MERGED
from review_desk import MARCH, RAID, REPORTS, reviewing, said, say, write
from tellings import report

ALL = EventQuery()


@pytest.fixture(params=KINDS)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    for one in fresh(request.param, tmp_path):
        write(one, *REPORTS)
        yield one


def found(database: str, wanted: str) -> set[str]:
    """The claims that are reviewed so, which the database and its index find alike."""
    query = EventQuery(reviewed=wanted)
    with reviewing(database) as desk:
        by_sql = {f"{article.id}/{claim.id}" for article, claim in desk.view.desk.claims(query)}
        assert desk.view.numbers(query).claims == len(by_sql)
        assert desk.view.numbers(query).events == len(list(desk.view.desk.events(query)))
    return by_sql


def test_decisions_are_told_by_the_filter(database: str) -> None:
    with reviewing(database) as desk:
        say(desk, "a1/c000", "accept")
        say(desk, "a1/c001", "reject")
        say(desk, "a3/c001", "edit", answers=replace(said(desk, "a3/c001"), status="planned"))
        say(desk, "a2/c000", "skip")
    assert found(database, "accepted") == {"a1/c000"}
    assert found(database, "rejected") == {"a1/c001"}
    assert found(database, "edited") == {"a3/c001"}
    assert found(database, "yes") == {"a1/c000", "a1/c001", "a3/c001"}
    assert found(database, "no") == {"a2/c000", "a3/c000"}


def test_a_rejected_claim_leaves_its_event_and_comes_back(database: str) -> None:
    with reviewing(database) as desk:
        before = desk.item("a1/c001", None)
        assert before.event_id is not None
        assert {f"{article.id}/{claim.id}" for article, claim in before.siblings} == {"a3/c001"}
        say(desk, "a1/c001", "reject")
        assert desk.item("a1/c001", None).event_id is None
        assert desk.undo("Ana") is not None
        assert desk.item("a1/c001", None).event_id == before.event_id


def test_events_of_another_version_are_not_made_anew_at_a_key(database: str) -> None:
    with reviewing(database) as desk:
        event = desk.item("a1/c001", None).event_id
        with writing(desk.view.store.engine) as connection:
            connection.execute(update(MERGED).values(made_by="another version"))
        say(desk, "a1/c001", "reject")
        assert desk.item("a1/c001", None).event_id == event
    write(database)
    with reviewing(database) as desk:
        assert desk.item("a1/c001", None).event_id is None


def test_undo_and_redo_go_through_what_one_person_did(database: str) -> None:
    with reviewing(database) as desk:
        assert desk.undo("Ana") is desk.redo("Ana") is None
        say(desk, "a1/c000", "accept")
        say(desk, "a1/c000", "reject", by="Ben")
        say(desk, "a1/c001", "skip")
        undone = [desk.undo("Ana"), desk.undo("Ana")]
        assert [str(one.about) for one in undone if one] == ["a1/c001", "a1/c000"]
        assert desk.undo("Ana") is None
        assert desk.item("a1/c000", None).verdict == "rejected"
        assert desk.redo("Ana") is not None
        assert desk.item("a1/c000", None).verdict == "unsettled"
        say(desk, "a2/c000", "accept")
        assert desk.redo("Ana") is None
        log = desk.view.store.reviews()
        assert [one.number for one in log] == list(range(1, len(log) + 1))
        assert [one.verdict for one in log] == ["accept", "reject", "skip", "undo", "undo", "redo", "accept"]


def test_taking_back_twice_at_once_is_taking_back(database: str) -> None:
    with reviewing(database) as desk:
        say(desk, "a1/c000", "accept")
        last = say(desk, "a1/c001", "accept")
        for _ in range(2):
            desk.view.store.review(replace(last, verdict="undo", answers=None, takes_back=last.number))
        assert desk.item("a1/c001", None).verdict is None
        undone = desk.undo("Ana")
        assert undone is not None
        assert str(undone.about) == "a1/c000"
        redone = desk.redo("Ana")
        assert redone is not None
        assert str(redone.about) == "a1/c000"


def test_an_edit_that_changes_nothing_is_an_accept(database: str) -> None:
    with reviewing(database) as desk:
        assert say(desk, "a1/c000", "edit", answers=said(desk, "a1/c000")).verdict == "accept"


@pytest.mark.parametrize(
    ("verdict", "more", "why"),
    [
        ("undo", {}, "not decided by"),
        ("accept", {"by": " "}, "under a name"),
        ("accept", {"by": "x" * 61}, "under a name"),
        ("comment", {}, "comment is empty"),
        ("comment", {"comment": "x" * 3000}, "at most"),
        ("edit", {}, "what the claim should say"),
        ("skip", {"settles": True}, "settled by"),
        ("accept", {"settles": True}, "differ on"),
    ],
)
def test_what_cannot_be_said_is_refused(database: str, verdict: str, more: dict[str, str], why: str) -> None:
    with reviewing(database) as desk:
        with pytest.raises(BadConfig, match=why):
            say(desk, "a1/c000", verdict, **more)
        with pytest.raises(BadInput, match="no claim"):
            say(desk, "a1/nosuch", "accept")


def test_two_are_blind_until_both_have_decided_and_a_third_settles(database: str) -> None:
    name, at = "a1/c000", ("a1", "c000")
    with reviewing(database) as desk:
        say(desk, name, "accept", comment="plain")
        blind = desk.item(name, "Ben")
        assert (blind.others, blind.hidden, blind.verdict, blind.comments) == ((), 1, None, ())
        assert desk.verdicts(["a1"], "Ben") == {at: HIDDEN}
        assert desk.next(SECOND, ALL, "Ben") == name
        assert desk.next(SECOND, ALL, "Ana") is None
        other = replace(said(desk, name), actor=Thing("The rebels"))
        say(desk, name, "edit", by="Ben", answers=other)
        seeing = desk.item(name, "Ben")
        assert [(one.by, one.verdict) for one in seeing.others] == [("Ana", "accept")]
        assert [one.comment for one in seeing.comments] == ["plain"]
        assert desk.item(name, "Eva").others == ()
        assert desk.next(SETTLE, ALL, "Eva") == name
        assert [one.by for one in desk.item(name, "Eva", settling=True).others] == ["Ana", "Ben"]
        say(desk, name, "edit", by="Eva", answers=other, settles=True)
        assert desk.item(name, "Ana").verdict == "edited"
        assert desk.next(SETTLE, ALL, "Eva") is None
        with pytest.raises(BadConfig, match="differ on"):
            say(desk, name, "accept", by="Ana", settles=True)


def test_the_sample_is_in_no_other_queue(database: str) -> None:
    with reviewing(database) as desk:
        queues = desk._queues()
        reviewed = desk.view.reviewed(queues.index)
        waiting = {name: queues.waiting(name, reviewed, "Ana") for name in QUEUES}
        assert (waiting[SAMPLE] == queues.index.orders.sample).all()
        assert not any((waiting[name] & queues.index.orders.sample).any() for name in QUEUES if name != SAMPLE)
        assert (waiting[SAMPLE] | waiting[UNSURE]).all()


def test_queues_begin_with_what_is_most_worth_a_look(tmp_path: Path) -> None:
    database = str(tmp_path / "test.db")
    some = [report(f"b{n}", {**MARCH, "numbers": {}}, published="2015-10-06") for n in range(40)]
    unsure = replace(some[7], claims=tuple(replace(one, score=0.1) for one in some[7].claims))
    bloody = report("b8", {**RAID, "numbers": {"killed": 400}}, published="2015-10-06")
    write(database, *some[:7], unsure, bloody, *some[9:])
    with reviewing(database) as desk:
        sampled = {n for n, one in enumerate(desk._queues().index.orders.sample.tolist()) if one}
        names = desk.view.index().articles
        assert names.index("b7") not in sampled
        assert names.index("b8") not in sampled
        assert desk.next(UNSURE, ALL, "Ana") == "b7/c000"
        assert desk.next(STAKES, ALL, "Ana") == "b8/c000"
        say(desk, "b7/c000", "skip")
        assert desk.next(UNSURE, ALL, "Ana") != "b7/c000"
        assert desk.next(SKIPPED, ALL, "Ana") == "b7/c000"
        assert desk.next(UNSURE, ALL, "Ben") == "b7/c000"
        assert desk.next(UNSURE, EventQuery(type="ASSAULT"), "Ana") == "b8/c000"
        assert desk.next(DIFFER, ALL, "Ana") is None
        with pytest.raises(BadConfig, match="no queue"):
            desk.next("nosuch", ALL, "Ana")


def test_what_differs_in_an_event_is_a_queue(database: str) -> None:
    with reviewing(database) as desk:
        differ = desk._queues().index.orders.differ.tolist()
        index = desk.view.index()
        told = {f"{index.articles[index.claims.article[n]]}/{index.claims.position[n]}" for n in range(5) if differ[n]}
        assert told == {"a1/0", "a2/0"}


def test_a_queue_goes_on_behind_a_claim(database: str) -> None:
    with reviewing(database) as desk:
        for one in ("a1/c000", "a2/c000", "a3/c000"):
            say(desk, one, "skip")
        first = desk.next(SKIPPED, ALL, "Ana")
        seen, place = [first], first
        for _ in range(3):
            place = desk.next(SKIPPED, ALL, "Ana", place)
            seen.append(place)
        assert seen[3] == first
        assert len(set(seen)) == 3


def test_counts_are_of_what_fits(database: str) -> None:
    with reviewing(database) as desk:
        counts = desk.counts(ALL, "Ana")
        assert counts[SAMPLE] + counts[UNSURE] == 5
        some = desk.counts(EventQuery(type="PROTEST"), "Ana")
        assert some[SAMPLE] + some[UNSURE] == 2
        say(desk, "a1/c000", "accept")
        assert desk.counts(ALL, "Ben")[SECOND] == 1
