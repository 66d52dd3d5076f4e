"""Reviewing without scripts, and over REST."""

from __future__ import annotations

import csv
import html
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from databases import KINDS, fresh
from dateline.web.access import Access
from dateline.web.app import web_app
from web_desk import HOME, filled

API = "/api/v1/review"


@pytest.fixture(params=KINDS)
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Any]:
    for database in fresh(request.param, tmp_path):
        yield web_app(filled(database, tmp_path))


@pytest.fixture
def ana(desk: Any) -> Iterator[TestClient]:
    with TestClient(desk, base_url=HOME) as client:
        yield signed_in(client, "Ana")


def signed_in(client: TestClient, name: str) -> TestClient:
    client.post("/reviewer", data={"form": token_of(client.get("/reviewer").text), "name": name})
    return client


def token_of(page: str) -> str:
    found = re.search(r'name="form" value="([^"]+)"', page)
    assert found is not None
    return found[1]


def shown(page: str) -> str:
    """The claim that a page is about."""
    found = re.search(r'data-claim="([^"]+)"', page)
    assert found is not None
    return html.unescape(found[1])


def fields(page: str) -> dict[str, Any]:
    """What a browser would send of the form of a claim, without the button."""
    form = page[page.index('action="/review/decide"') :]
    form = form[: form.index("</form>")]
    sent: dict[str, Any] = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form))
    for name, options in re.findall(r'<select name="(\w+)">(.*?)</select>', form, re.S):
        chosen = re.search(r'value="([^"]*)" selected', options)
        sent[name] = html.unescape(chosen[1]) if chosen else ""
    sent |= dict(re.findall(r'type="date" name="(\w+)" value="([^"]*)"', form))
    return {name: html.unescape(value) for name, value in sent.items()}


def send(client: TestClient, page: str, **said: str) -> str:
    """The page that follows when the form of a claim is sent."""
    answer = client.post("/review/decide", data={**fields(page), **said})
    assert answer.status_code == 200, answer.text
    return answer.text


def test_forms_go_through_a_queue(ana: TestClient) -> None:
    seen, page = [], ana.get("/review/unsure?status=happened").text
    while "Nothing waits here" not in page:
        seen.append(shown(page))
        page = send(ana, page, verdict="accept")
    assert len(seen) == len({*seen}) > 0
    counts = ana.get(f"{API}?status=happened").json()["queues"]
    assert counts["unsure"] == 0
    assert ana.get("/claims.json?reviewed=accepted").json()["fitting"]["claims"] == len(seen)


def test_an_edit_by_form_says_what_it_changes_and_no_more(ana: TestClient) -> None:
    page = ana.get("/review/claims/first/c1").text
    said = {"verdict": "edit", "status": "planned", "recipient_words": "tuesday", "actor": "", "context": "military"}
    send(ana, page, **said)
    own = ana.get(f"{API}/claims/first/c1").json()["item"]["own"]
    before, after = own["shown"], own["answers"]
    assert after["recipient"]["name"] == "tuesday"
    text = ana.get("/api/v1/articles/first").json()["article"]["text"]
    start, end = after["recipient"]["start"], after["recipient"]["end"]
    assert start is None or text[start:end].casefold() == "tuesday"
    expected = {"status": "planned", "recipient": after["recipient"], "actor": None, "context": ["military"]}
    assert after == before | expected
    again = ana.get("/review/claims/first/c1").text
    assert fields(again)["status"] == "planned"
    assert "You said: <b>edited</b>" in again


def test_an_edit_that_changes_nothing_comes_back_as_right(ana: TestClient) -> None:
    send(ana, ana.get("/review/claims/first/c1").text, verdict="edit")
    assert ana.get(f"{API}/claims/first/c1").json()["item"]["own"]["verdict"] == "accept"


def test_undo_leads_back_and_redo_leads_on(ana: TestClient) -> None:
    page = ana.get("/review/unsure").text
    first = shown(page)
    second = shown(send(ana, page, verdict="reject"))
    undone = ana.post("/review/undo", data=fields(page)).text
    assert shown(undone) == first
    assert shown(ana.post("/review/redo", data=fields(undone)).text) == second


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ({"verdict": "maybe"}, 400),
        ({"verdict": ""}, 400),
        ({"verdict": "comment"}, 400),
        ({"verdict": "edit", "begin": "Tuesday"}, 400),
        ({"verdict": "edit", "type": "<script>"}, 400),
        ({"verdict": "edit", "actor": "999-9999"}, 400),
        ({"verdict": "accept", "claim": "first/nosuch"}, 404),
        ({"take": "77"}, 404),
    ],
)
def test_what_a_form_cannot_say_is_told(ana: TestClient, said: dict[str, str], status: int) -> None:
    page = ana.get("/review/claims/first/c1").text
    assert ana.post("/review/decide", data={**fields(page), **said}).status_code == status


def test_whoever_has_no_name_sees_no_forms_and_decides_nothing(desk: Any) -> None:
    with TestClient(desk, base_url=HOME) as client:
        page = client.get("/review/unsure").text
        assert 'action="/review/decide"' not in page
        assert "Say who you are" in page
        sent = {"form": token_of(client.get("/reviewer").text), "claim": "first/c1", "verdict": "accept"}
        assert client.post("/review/decide", data=sent).status_code == 403


def test_verdicts_stand_beside_claims_but_not_for_those_who_have_yet_to_decide(ana: TestClient) -> None:
    event = ana.get(f"{API}/claims/first/c2").json()["item"]["event"]
    send(ana, ana.get("/review/claims/first/c1").text, verdict="reject")
    send(ana, ana.get("/review/claims/first/c2").text, verdict="accept")
    for page in ("/claims", "/articles/first", "/articles/first?claim=c1"):
        assert 'class="badge rejected"' in ana.get(page).text
    assert 'class="badge accepted"' in ana.get(f"/events/{event}").text
    ben = signed_in(ana, "Ben")
    assert 'class="badge accepted"' not in ben.get(f"/events/{event}").text
    for page in ("/claims", "/articles/first"):
        assert 'class="badge rejected"' not in ben.get(page).text
        assert 'class="badge reviewed"' in ben.get(page).text


def test_programs_decide_and_take_back(ana: TestClient) -> None:
    said = {"claim": "first/c1", "verdict": "edit", "by": "bot", "changes": {"status": "planned", "place": None}}
    made = ana.post(f"{API}/decisions", json=said)
    assert made.status_code == 201
    assert made.json()["answers"]["status"] == "planned"
    assert ana.get(f"{API}/claims/first/c1?by=bot").json()["item"]["verdict"] == "edited"
    blind = ana.get(f"{API}/claims/first/c1?by=Eva").json()["item"]
    assert (blind["own"], blind["others"], blind["hidden"], blind["verdict"]) == (None, [], 1, None)
    assert ana.post(f"{API}/undo", json={"by": "bot"}).json()["takes_back"] == made.json()["number"]
    assert ana.post(f"{API}/undo", json={"by": "bot"}).status_code == 404
    assert ana.post(f"{API}/redo", json={"by": "bot"}).status_code == 201
    assert len(ana.get(f"{API}/decisions").text.splitlines()) == 3
    assert ana.get(f"{API}/gold").status_code == 200


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"{", b"\xff", b'{"claim": "first/c1", "verdict": "accept"}', b'{"by": 3}', b'{"more": 1}']
)
def test_what_is_no_decision_is_refused(ana: TestClient, body: bytes) -> None:
    for path in ("decisions", "undo", "redo"):
        assert ana.post(f"{API}/{path}", content=body).status_code == 400


def test_where_others_reach_the_desk_programs_show_the_token(tmp_path: Path) -> None:
    access = Access("0.0.0.0", token="key")
    app = web_app(filled(str(tmp_path / "test.db"), tmp_path), access)
    said = {"claim": "first/c1", "verdict": "accept", "by": "bot"}
    with TestClient(app, base_url="http://192.168.1.7") as client:
        assert client.post(f"{API}/decisions", json=said).status_code == 403
        headers = {"authorization": "Bearer key"}
        assert client.post(f"{API}/decisions", json=said, headers=headers).status_code == 201


def test_a_queue_that_is_not_there_is_told(ana: TestClient) -> None:
    assert ana.get("/review/nosuch").status_code == 400
    assert ana.get(f"{API}/nosuch").status_code == 400
    assert ana.get("/review/unsure.json").json()["queue"] == "unsure"


def test_accuracy_and_agreement_are_tables_to_take_away(ana: TestClient) -> None:
    sampled = ana.get("/review/sample.json").json()["name"]
    for by in ("Ana", "Ben"):
        said = {"claim": sampled, "verdict": "accept", "by": by}
        assert ana.post(f"{API}/decisions", json=said).status_code == 201
    page = ana.get("/review").text
    for path in ("/review", "/review/accuracy", "/review/agreement"):
        assert path == "/review" or f'href="{path}.csv"' in page
        assert ana.get(path).status_code == 200
        answer = ana.get(path, headers={"accept": "text/csv"})
        assert (
            answer.text == ana.get(f"{path}.csv").text == ana.get(f"/api/v1{path}", headers=answer.request.headers).text
        )
    accuracy = [*csv.DictReader(io.StringIO(ana.get("/review/accuracy.csv").text))]
    assert [(one["right"], one["of"], one["share"]) for one in accuracy if one["field"] == "all"] == [("1", "1", "1.0")]
    assert 0 < float(accuracy[0]["low"]) < float(accuracy[0]["high"]) == 1
    rows = [*csv.DictReader(io.StringIO(ana.get("/review/agreement.csv").text))]
    assert [(one["one"], one["other"], one["claims"], one["same"]) for one in rows if one["field"] == "type"] == [
        ("", "", "1", "1.0"), ("Ana", "Ben", "1", ""),
    ]  # fmt: skip
    told = ana.get("/review/agreement.json").json()["agreements"]
    assert told == ana.get(API).json()["agreements"]
