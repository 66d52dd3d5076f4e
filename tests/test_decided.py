"""What people decide wins and lasts; events keep their ids, and a former id still leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from databases import KINDS, fresh
from dateline.changes import Snapshot, changes
from dateline.desk import Desk, EventSheet
from dateline.errors import BadConfig, BadInput
from dateline.merge.again import merge_again
from dateline.merge.events import merge
from dateline.records.decision import DIFFERENT, SAME, Decision, Named, in_force
from dateline.records.event import Event
from dateline.records.reading import Reading
from dateline.store.store import Store, Ticket
from tellings import FIRST, readings, report

RAID = {"type": "ASSAULT", "words": "bombed", "day": FIRST, "place": "Homs", "actor": "Russia"}
MARCH = {"type": "PROTEST", "words": "marched", "day": FIRST, "place": "Cairo", "actor": "protesters"}


@pytest.fixture(params=KINDS)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    yield from fresh(request.param, tmp_path)


def keep(database: str, *read: Reading) -> None:
    with Store.open(database, make=True) as store:
        for one in read:
            store.write(one, Ticket("run", repr(one), "test", one.article.id))
        with store.shelf() as shelf:
            merge_again(shelf)


def clusters(desk: Desk) -> set[frozenset[str]]:
    return {held(event) for event in desk.events()}


def held(event: Event) -> frozenset[str]:
    return frozenset(one.article_id for one in event.claims)


def ids(desk: Desk) -> dict[frozenset[str], str]:
    return {held(event): event.id for event in desk.events()}


def test_people_join_and_part(database: str) -> None:
    keep(database, report("a", RAID), report("b", RAID), report("c", MARCH))
    desk = Desk(database)
    assert clusters(desk) == {frozenset("ab"), frozenset("c")}
    desk.judge("different", "a/c000", "b/c000", why="two raids an hour apart", by="Ana")
    assert clusters(desk) == {frozenset("a"), frozenset("b"), frozenset("c")}
    desk.judge("same", ids(desk)[frozenset("a")], ids(desk)[frozenset("c")], why="the march was bombed")
    assert clusters(desk) == {frozenset("ac"), frozenset("b")}
    desk.rebuild()
    keep(database, report("d", RAID), replace(report("a", RAID), run="later"))
    assert frozenset("b") not in {group & frozenset("ab") for group in clusters(desk)} - {frozenset("b")}
    assert not [group for group in clusters(desk) if group >= frozenset("ab")]
    assert [group for group in clusters(desk) if group >= frozenset("ac")]
    assert [one.by for one in desk.decisions()] == ["Ana", None]
    desk.judge("same", "a/c000", "b/c000", why="I was wrong", by="Ana")
    assert [group for group in clusters(desk) if group >= frozenset("abc")]


def test_what_is_taken_back_holds_no_more_and_what_was_before_holds_again(database: str) -> None:
    keep(database, report("a", RAID), report("b", RAID), report("c", MARCH))
    desk = Desk(database)
    desk.judge("different", "a/c000", "b/c000", why="two raids")
    desk.judge("same", "a/c000", "b/c000", why="one raid")
    assert frozenset("ab") in clusters(desk)
    desk.take_back(2, why="two after all", by="Ana")
    assert clusters(desk) == {frozenset("a"), frozenset("b"), frozenset("c")}
    desk.take_back(3, why="no, one")
    assert frozenset("ab") in clusters(desk)
    desk.rebuild()
    assert frozenset("ab") in clusters(desk)
    assert [one.number for one in in_force(desk.decisions())] == [1, 2]
    with pytest.raises(BadInput, match="decision 3 was taken back already"):
        desk.take_back(3, why="again")
    with pytest.raises(BadInput, match="there is no decision 9"):
        desk.take_back(9, why="which?")


def test_a_story_stands_again_when_its_withdrawal_is_taken_back(database: str) -> None:
    keep(database, report("a", RAID))
    desk = Desk(database)
    desk.withdraw("a", why="the agency took it back")
    desk.take_back(1, why="it did not")
    assert [event.status for event in desk.events()] == ["happened"]


def test_a_decision_follows_its_words_when_claims_are_numbered_otherwise(database: str) -> None:
    one = report("a", MARCH, RAID)
    keep(database, one, report("b", RAID))
    desk = Desk(database)
    desk.judge("different", "a/c001", "b/c000", why="another raid")
    assert frozenset("ab") not in clusters(desk)
    keep(database, replace(one, claims=(replace(one.claims[1], id="c000"),)))
    assert clusters(desk) == {frozenset("a"), frozenset("b")}


def test_claims_of_one_verb_can_be_parted(database: str) -> None:
    twice = report("a", RAID)
    other = replace(
        twice.claims[0], id="c001", recipient=report("x", {**RAID, "recipient": "army"}).claims[0].recipient
    )
    keep(database, replace(twice, claims=(*twice.claims, other)))
    desk = Desk(database)
    assert len(list(desk.events())) == 1
    with Store.open(database) as store:
        store.decide(
            Decision(DIFFERENT, (Named("a", "c000", "ASSAULT", 0, 6),), (Named("z", "c1"),), None, "2024", "x")
        )
        with store.shelf() as shelf:
            merge_again(shelf)
    assert len(list(desk.events())) == 1, "a decision about a claim that is not there rests"


def test_a_merged_event_leads_to_the_one_it_is_part_of(database: str) -> None:
    keep(database, report("b", RAID), report("c", MARCH))
    desk = Desk(database)
    before = ids(desk)
    desk.judge("same", "b/c000", "c/c000", why="the march was bombed")
    [after] = ids(desk).values()
    assert after in before.values()
    [gone] = {*before.values()} - {after}
    sheet = desk.show(gone)
    assert isinstance(sheet, EventSheet)
    assert (sheet.event.id, sheet.asked) == (after, gone)
    assert sheet.reasons()[0].startswith("same: b/c000 and c/c000, says somebody")
    desk.judge("different", "b/c000", "c/c000", why="no, it was not")
    again = desk.show(gone)
    assert isinstance(again, EventSheet)
    assert (again.event.id, again.asked) == (gone, None)
    kept = desk.show(after)
    assert isinstance(kept, EventSheet)
    assert kept.parts == (gone,)


def test_an_event_keeps_its_id_whatever_joins(database: str) -> None:
    keep(database, report("m", RAID))
    desk = Desk(database)
    [name] = ids(desk).values()
    keep(database, report("a", RAID), report("z", RAID))
    assert ids(desk) == {frozenset("amz"): name}
    desk.rebuild()
    assert ids(desk) == {frozenset("amz"): name}


def test_a_withdrawn_story_counts_no_more_until_it_stands_again(database: str) -> None:
    text = "Bombed " + " ".join(f"word{n}" for n in range(60))
    keep(database, report("a", RAID, text=text, source="Coast"), report("b", RAID, text=text, source="Hill"))
    desk = Desk(database)
    desk.withdraw("b", why="the agency took it back")
    [event] = desk.events()
    assert (event.status, event.reports, len(event.withdrawn)) == ("withdrawn", 0, 2)
    sheet = desk.show(event.id)
    assert isinstance(sheet, EventSheet)
    assert {side.standing for side in sheet.sides()} == {"withdrawn"}
    desk.withdraw("a", why="it was another story", undo=True)
    [event] = desk.events()
    assert (event.status, event.reports, event.withdrawn) == ("happened", 2, ())


def test_bad_decisions_say_what_to_do(database: str) -> None:
    keep(database, report("a", RAID))
    with pytest.raises(BadInput, match="list ids"):
        Desk(database).judge("same", "a/c000", "zz", why="x")
    with pytest.raises(BadConfig, match="same or different"):
        Desk(database).judge("alike", "a/c000", "a/c000", why="x")
    with pytest.raises(BadInput, match="no article"):
        Desk(database).withdraw("zz", why="x")


def test_sides_mark_what_most_others_tell_otherwise(database: str) -> None:
    keep(
        database,
        report("a", {**RAID, "numbers": {"killed": 12}}, source="Coast"),
        report("b", {**RAID, "numbers": {"killed": 12}}, source="Hill"),
        report("c", {**RAID, "numbers": {"killed": 15}, "place": "Talbiseh"}, source="Vale"),
    )
    [event] = Desk(database).events()
    sheet = Desk(database).show(event.id)
    assert isinstance(sheet, EventSheet)
    told = {side.claimant: (side.told["killed"], side.differs) for side in sheet.sides()}
    assert told["Coast"] == ("12", frozenset())
    assert told["Vale"] == ("15", frozenset({"killed", "where"}))


@settings(max_examples=25, deadline=None)
@given(readings(), st.data())
def test_decisions_hold_in_whatever_is_read(read: list[Reading], data: st.DataObject) -> None:
    claims = [Named(r.article.id, c.id, c.type, c.trigger.start, c.trigger.end) for r in read for c in r.claims]
    if len(claims) < 2:
        return
    decisions = [
        Decision(kind, (data.draw(st.sampled_from(claims)),), (data.draw(st.sampled_from(claims)),), None, "", "")
        for kind in data.draw(st.lists(st.sampled_from([SAME, DIFFERENT]), max_size=4))
    ]
    events = merge(read, decisions)
    with Store.open(":memory:", make=True) as store:
        for one in read:
            store.write(one, Ticket("run", repr(one), "test", one.article.id))
            with store.shelf() as shelf:
                merge_again(shelf)
        for decision in decisions:
            store.decide(decision)
            with store.shelf() as shelf:
                merge_again(shelf)
        assert {event.claims for event in store.events()} == {event.claims for event in events}


def test_changes_say_what_and_why() -> None:
    one, other = report("a", RAID), report("b", {**RAID, "numbers": {"killed": 3}})
    before = Snapshot(tuple(merge([one])), {"a": "r1"})
    after = Snapshot(tuple(merge([one, other, report("c", MARCH)])), {"a": "r2", "b": "r2", "c": "r2"})
    found = {change.kind: change for change in changes(before, after)}
    assert set(found) == {"changed", "new"}
    assert "killed: - → 3 / 3 / 3" in found["changed"].what
    assert "claims: 1 more, 0 less" in found["changed"].what
    assert found["changed"].why == ("article b is new", "article a was read again: run r1 → r2")
    assert {change.kind for change in changes(after, before)} == {"changed", "gone"}
    assert changes(after, after) == ()
    parted = Decision(
        DIFFERENT, (Named("a", "c000", "ASSAULT", 0, 6),), (Named("b", "c000", "ASSAULT", 0, 6),), None, "2024", "two"
    )
    split = Snapshot(tuple(merge([one, other], [parted])), {}, (parted,))
    [change] = changes(Snapshot(tuple(merge([one, other]))), split)
    assert (change.kind, change.why) == ("split", ("different: a/c000 and b/c000, says somebody (2024): two",))
