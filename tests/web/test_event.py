from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from databases import KINDS, fresh
from dateline.desk import Desk
from dateline.web.app import web_app
from dateline.web.wording import day_of
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


def test_who_asks_for_an_event_that_joined_another_is_told_so(desk: Desk, client: TestClient) -> None:
    talks, threat = holding(desk, "no/day?", "CONSULT"), holding(desk, "second", "THREATEN")
    joined = desk.judge("same", talks, threat, why="the threat was made there", by="Ana")
    [gone] = {talks, threat} - {one.id for one in desk.events()}
    page = client.get(f"/events/{gone}").text
    assert f"You asked for event <code>{gone}</code>, which became part of this one on {day_of(joined.at)}" in page
    told = client.get(f"/api/v1/events/{gone}").json()
    assert (told["asked"], {told["event"]["id"], gone}) == (gone, {talks, threat})
    assert [(one["kind"], one["by"]) for one in told["decisions"]] == [("same", "Ana")]
    desk.judge("different", "no/day?/c1", "second/c2", why="it was not")
    kept = client.get(f"/events/{told['event']['id']}").text
    assert f'is now <a href="/events/{gone}">another event</a>' in kept
    assert "You asked for" not in kept


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
