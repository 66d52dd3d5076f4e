from __future__ import annotations

import html
import re
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from starlette.testclient import TestClient

from databases import KINDS, fresh
from dateline.desk import Desk
from dateline.merge.again import merge_again
from dateline.store.store import Store, Ticket
from dateline.web.access import Access
from dateline.web.app import web_app
from dateline.web.wording import day_of
from tellings import report
from web_desk import HOME, filled


@pytest.fixture(params=KINDS)
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    for database in fresh(request.param, tmp_path):
        yield filled(database, tmp_path)


@pytest.fixture
def client(desk: Desk) -> Iterator[TestClient]:
    with TestClient(web_app(desk), base_url=HOME) as opened:
        yield opened


def holding(desk: Desk, article: str, kind: str) -> str:
    """The event of a type that an article tells."""
    return next(one.id for one in desk.events() if one.type == kind and one.claims[0].article_id == article)


def judgement(ones: list[str], others: list[str], **more: object) -> dict[str, object]:
    return {"kind": "same", "ones": ones, "others": others, "why": "one raid", "by": "Ana", **more}


def test_who_asks_for_an_event_that_joined_another_is_led_there_and_told_so(desk: Desk, client: TestClient) -> None:
    talks, threat = holding(desk, "no/day?", "CONSULT"), holding(desk, "second", "THREATEN")
    desk.judge("same", talks, threat, why="the threat was made there", by="Ana")
    [gone] = {talks, threat} - {one.id for one in desk.events()}
    [kept] = {talks, threat} - {gone}
    led = client.get(f"/events/{gone}", follow_redirects=False)
    assert (led.status_code, led.headers["location"]) == (308, f"/events/{kept}?former={gone}")
    assert "no-cache" in led.headers["cache-control"], "the judgement can be taken back"
    led = client.get(f"/api/v1/events/{gone}", follow_redirects=False)
    told = client.get(f"/api/v1/events/{gone}").json()
    assert (told["asked"], told["event"]["id"]) == (gone, kept)
    assert led.json() == {"asked": gone, "now": [kept], "since": told["joined_at"]}
    words = f"You asked for event <code>{gone}</code>, which became part of this one on {day_of(told['joined_at'])}"
    assert words in client.get(f"/events/{gone}").text
    assert client.get(f"/events/{gone}.json").json() == told
    assert client.get(f"/events/{gone}.csv").text.count("\n") == 3
    assert [(one["kind"], one["by"]) for one in told["decisions"]] == [("same", "Ana")]
    desk.judge("different", "no/day?/c1", "second/c2", why="it was not")
    again = client.get(f"/events/{kept}", params={"former": gone}).text
    assert f'is now <a href="/events/{gone}">another event</a>' in again
    assert "You asked for" not in again


def test_who_asks_for_an_event_that_was_split_is_told_its_parts(desk: Desk, client: TestClient) -> None:
    talks, threat = holding(desk, "no/day?", "CONSULT"), holding(desk, "second", "THREATEN")
    with desk.opened() as store, store.shelf() as shelf:
        shelf.replace([], [], [("old/one", talks), ("old/one", threat)])
    page = client.get("/events/old%2Fone")
    assert page.status_code == 410
    assert all(f'href="/events/{part}"' in page.text for part in (talks, threat))
    told = client.get("/api/v1/events/old%2Fone")
    assert (told.status_code, told.json()["asked"]) == (410, "old/one")
    assert {*told.json()["now"]} == {talks, threat}
    assert client.get("/events/old%2Fone.json").json() == told.json()
    assert client.post("/api/v1/judgements", json=judgement(["old/one"], [talks])).status_code == 410


def test_what_counts_no_more_is_folded_and_says_why(desk: Desk, client: TestClient) -> None:
    raid = holding(desk, "first", "ASSAULT")
    assert "count no more" not in client.get(f"/events/{raid}").text
    desk.judge("same", "first/c1", "second/c1", why="one raid")
    desk.withdraw("second", why="the outlet took it back")
    page = client.get(f"/events/{raid}").text
    assert "<dt>Counts no more</dt><dd>1 withdrawn claim</dd>" in page
    assert "<details><summary>1 claim that counts no more</summary>" in page
    assert page.count('title="The story was taken back"') == 2, "of the claim and of the report"
    desk.withdraw("first", why="this one too")
    page = client.get(f"/events/{raid}").text
    assert page.count("<details open><summary>2 claims that count no more</summary>") == 1


def test_a_campaign_leads_to_its_single_acts_and_back(tmp_path: Path) -> None:
    war = {"type": "ASSAULT", "words": "campaign", "place": "Syria", "actor": "Russia"}
    raid = {**war, "words": "bombed", "day": date(2015, 10, 4), "place": "Homs"}
    with Store.open(tmp_path / "war.db", make=True) as store:
        store.write(report("a", war, raid), Ticket("run", "a", "test", "a"))
        with store.shelf() as shelf:
            merge_again(shelf)
    with TestClient(web_app(Desk(tmp_path / "war.db")), base_url=HOME) as client:
        campaign = next(one for one in client.get("/api/v1/events").json()["events"] if one["holds"])
        [act] = client.get(f"/api/v1/events/{campaign['id']}").json()["acts"]
        assert f'href="/events/{act}"' in client.get(f"/events/{campaign['id']}").text.partition("Single acts")[2]
        assert client.get(f"/api/v1/events/{act}").json()["campaigns"] == [campaign["id"]]
        assert (
            f'href="/events/{campaign["id"]}"' in client.get(f"/events/{act}").text.partition("Part of a campaign")[2]
        )


def test_what_would_change_is_what_changes_then(desk: Desk, client: TestClient) -> None:
    raid, threat = holding(desk, "first", "ASSAULT"), holding(desk, "second", "THREATEN")
    joined, parted = judgement([raid], [threat]), {**judgement(["first/c1"], ["second/c2"]), "kind": "different"}
    back = {"kind": "taken_back", "takes_back": 1, "why": "it was not", "by": "Ana"}
    for said in (joined, parted, back, {**back, "takes_back": 3}, {**back, "takes_back": 2}):
        seen = client.post("/api/v1/judgements", json={**said, "keep": False}).json()
        done = client.post("/api/v1/judgements", json=said).json()
        assert {**seen, "kept": True} == done


def test_looking_at_what_would_change_waits_for_nobody(desk: Desk, client: TestClient) -> None:
    raid, threat = holding(desk, "first", "ASSAULT"), holding(desk, "second", "THREATEN")
    with desk.opened() as store, store.shelf() as shelf:
        shelf.done()
        if store.engine.dialect.name == "postgresql":
            shelf.connection.execute(text("LOCK TABLE waiting, events, event_claims, decisions IN EXCLUSIVE MODE"))
        began = time.monotonic()
        seen = client.post("/api/v1/judgements", json={**judgement([raid], [threat]), "keep": False})
        assert seen.json()["kept"] is False
        assert time.monotonic() - began < 15, "a lock is waited for for thirty seconds"


class Reader(TestClient):
    """Somebody with a name, at a desk."""

    def post_form(self, address: str, **changes: str) -> Any:
        """Sends the form of a page, with what is typed in."""
        page = self.get(address)
        assert page.status_code == 200, page.text
        fields = re.findall(
            r'<input type="hidden" name="(\w+)" value="([^"]*)"', page.text.partition('method="post"')[2]
        )
        sent: dict[str, list[str]] = {}
        for name, value in fields:
            sent.setdefault(name, []).append(html.unescape(value))
        action = re.search(r'method="post" action="([^"]*)"', page.text)
        assert action is not None
        return self.post(action[1], data={**sent, **changes}, follow_redirects=False)


@pytest.fixture
def ana(desk: Desk) -> Iterator[Reader]:
    with Reader(web_app(desk), base_url=HOME) as opened:
        assert opened.post_form("/reviewer", name="Ana").status_code == 303
        yield opened


def test_events_are_merged_split_and_put_back(desk: Desk, ana: Reader) -> None:
    raid, threat = holding(desk, "first", "ASSAULT"), holding(desk, "second", "THREATEN")
    before = {event.id: event.claims for event in desk.events()}
    found = ana.get("/judge", params={"event": raid}).text
    assert f"other={threat}" in found
    merging = f"/judge?event={raid}&other={threat}"
    assert "<h2>What would change</h2>" in ana.get(merging).text
    assert {event.id: event.claims for event in desk.events()} == before, "looking changes nothing"
    done = ana.post_form(merging, why="the threat was a raid")
    assert (done.status_code, done.headers["location"]) == (303, f"/events/{threat}")
    page = ana.get(f"/events/{threat}").text
    assert "<b>Same</b>, says Ana" in page
    [merged] = [event for event in desk.events() if len(event.claims) > len(before[raid])]
    splitting = f"/judge?event={merged.id}&do=split&claim=second%2Fc2"
    assert ana.post_form(splitting, why="no").status_code == 303
    assert {event.claims for event in desk.events()} == {*before.values()}
    assert ana.post_form("/judge?undo=2", why="it was one").status_code == 303
    assert ana.post_form("/judge?undo=1", why="it was not").status_code == 303
    assert {event.claims for event in desk.events()} == {*before.values()}
    assert [(one.kind, one.by, one.takes_back) for one in desk.decisions()] == [
        ("same", "Ana", None), ("different", "Ana", None), ("taken_back", "Ana", 2), ("taken_back", "Ana", 1),
    ]  # fmt: skip
    shown = ana.get("/judgements").text
    assert shown.count('class="taken-back"') == 2
    assert ana.get("/judge?undo=1").status_code == 404


def test_a_claim_moves_to_another_event(desk: Desk, ana: Reader) -> None:
    raid, threat = holding(desk, "first", "ASSAULT"), holding(desk, "second", "THREATEN")
    desk.judge("same", "first/c1", "second/c1", why="one raid")
    [held] = [event for event in desk.events() if event.id == raid]
    assert len(held.claims) == 2
    assert (
        ana.post_form(f"/judge?event={raid}&do=move&claim=second%2Fc1&other={threat}", why="it was").status_code == 303
    )
    claims = {event.id: {one.article_id for one in event.claims} for event in desk.events()}
    assert claims[raid] == {"first"}
    assert [one.kind for one in desk.decisions()] == ["same", "different", "same"]


@pytest.mark.parametrize(
    ("asked", "status", "why"),
    [
        ("event=nosuch", 404, "there is no event"),
        ("event=RAID&other=nosuch", 404, "there is no event or claim"),
        ("event=RAID&other=RAID", 400, "two sides that differ"),
        ("event=RAID&do=split", 400, "tick the claims"),
        ("event=RAID&do=split&claim=no%2Fc9", 400, "has not all of these claims any more"),
        ("event=RAID&do=burn", 400, "do:"),
        ("undo=99", 404, "there is no decision 99"),
        ("", 400, "name the event"),
    ],
)
def test_a_wish_that_means_nothing_is_told_plainly(desk: Desk, ana: Reader, asked: str, status: int, why: str) -> None:
    answer = ana.get(f"/judge?{asked.replace('RAID', holding(desk, 'first', 'ASSAULT'))}")
    assert (answer.status_code, why in html.unescape(answer.text).lower()) == (status, True)


def test_a_form_of_nobody_and_a_read_only_desk_change_nothing(desk: Desk, client: TestClient) -> None:
    raid, threat = holding(desk, "first", "ASSAULT"), holding(desk, "second", "THREATEN")
    assert "Say who you are" in client.get(f"/judge?event={raid}&other={threat}").text
    assert client.post("/judge", data={"event": raid, "other": threat, "why": "x"}).status_code == 403
    with TestClient(web_app(desk, Access(read_only=True)), base_url=HOME) as reading:
        assert "Is this one event?" not in reading.get(f"/events/{raid}").text
        assert "read-only" in reading.get(f"/judge?event={raid}&other={threat}").text
        assert reading.post("/api/v1/judgements", json={}).status_code == 403
    assert desk.decisions() == ()


def test_programs_judge_and_see_first_what_would_change(desk: Desk, client: TestClient) -> None:
    raid, threat = holding(desk, "first", "ASSAULT"), holding(desk, "second", "THREATEN")
    said = {"kind": "same", "ones": [raid], "others": [threat], "why": "one", "by": "Ana"}
    seen = client.post("/api/v1/judgements", json={**said, "keep": False})
    assert (seen.status_code, seen.json()["kept"], len(seen.json()["before"]), desk.decisions()) == (200, False, 2, ())
    kept = client.post("/api/v1/judgements", json=said)
    assert (kept.status_code, kept.json()["after"]) == (201, seen.json()["after"])
    listed = client.get("/api/v1/judgements").json()
    assert ([one["by"] for one in listed["judgements"]], listed["standing"]) == (["Ana"], [1])
    back = {"kind": "taken_back", "takes_back": 1, "why": "no", "by": "Ben"}
    assert len(client.post("/api/v1/judgements", json=back).json()["after"]) == 2
    assert client.get("/api/v1/judgements").json()["standing"] == [2]
    for wrong in ({}, {**said, "kind": "alike"}, {**said, "ones": []}, {**said, "more": 1}):
        assert client.post("/api/v1/judgements", json=wrong).status_code == 400
    assert client.post("/api/v1/judgements", json={**said, "ones": ["zz"]}).status_code == 404
