from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dateline.web.access import Access
from dateline.web.app import web_app
from dateline.web.forms import own_path
from dateline.web.guard import LARGEST_BODY
from dateline.web.writer import name_of
from web_desk import HOME, filled

ELSEWHERE = "http://192.168.1.7"


def opened(tmp_path: Path, access: Access | None = None, home: str = HOME) -> TestClient:
    """A browser that follows no redirects by itself, at a desk that is served like this."""
    app = web_app(filled(str(tmp_path / "test.db"), tmp_path), access)
    return TestClient(app, base_url=home, follow_redirects=False)


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[TestClient]:
    with opened(tmp_path) as client:
        yield client


def token_of(client: TestClient, page: str = "/reviewer") -> str:
    found = re.search(r'name="form" value="([^"]+)"', client.get(page).text)
    assert found is not None
    return found[1]


def test_a_name_is_typed_once(browser: TestClient) -> None:
    assert "You are" not in browser.get("/overview").text
    sent = {"form": token_of(browser), "name": " Ana  María ", "back": "/events?type=ASSAULT"}
    answer = browser.post("/reviewer", data=sent)
    assert (answer.status_code, answer.headers["location"]) == (303, "/events?type=ASSAULT")
    [cookie] = answer.headers.get_list("set-cookie")
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert "You are Ana María" in browser.get("/overview").text


@pytest.mark.parametrize("token", [None, "", "wrong", "ключ"])
def test_a_form_that_no_page_of_ours_made_is_refused(browser: TestClient, token: str | None) -> None:
    sent = {"name": "Ana"} if token is None else {"name": "Ana", "form": token}
    answer = browser.post("/reviewer", data=sent)
    assert answer.status_code == 403
    assert "load it again" in answer.text
    assert "set-cookie" not in answer.headers


def test_pages_of_other_sites_send_no_forms(browser: TestClient) -> None:
    sent = {"form": token_of(browser), "name": "Ana"}
    assert browser.post("/reviewer", data=sent, headers={"origin": "https://evil.example"}).status_code == 403


def test_only_forms_are_taken(browser: TestClient) -> None:
    assert browser.post("/reviewer", json={"form": token_of(browser), "name": "Ana"}).status_code == 415
    assert browser.post("/reviewer", data={"form": token_of(browser), "name": " "}).status_code == 400
    many = {f"x{n}": "" for n in range(500)}
    assert browser.post("/reviewer", data={"form": token_of(browser), **many}).status_code == 400
    assert browser.post("/reviewer", data={"name": "x" * LARGEST_BODY}).status_code == 413


def test_a_read_only_desk_has_no_forms(tmp_path: Path) -> None:
    with opened(tmp_path, Access(read_only=True)) as client:
        page = client.get("/reviewer").text
        assert "read-only" in page
        assert 'method="post"' not in page
        answer = client.post("/reviewer", data={"name": "Ana"})
        assert (answer.status_code, answer.text) == (403, "this desk is read-only\n")


def test_where_others_reach_the_desk_the_token_is_typed_once(tmp_path: Path) -> None:
    with opened(tmp_path, Access("0.0.0.0", token="open sesame"), ELSEWHERE) as client:
        assert 'name="token"' in client.get("/reviewer").text
        sent = {"form": token_of(client), "name": "Ana", "token": "wrong"}
        assert client.post("/reviewer", data=sent).status_code == 403
        assert client.post("/reviewer", data={**sent, "token": "open sesame"}).status_code == 303
        assert "You are Ana" in client.get("/overview").text
        assert 'name="token"' not in client.get("/reviewer").text
    with opened(tmp_path, Access("0.0.0.0"), ELSEWHERE) as client:
        assert client.post("/reviewer", data={"form": token_of(client), "name": "Ana"}).status_code == 403


def test_a_page_is_kept_for_the_person_it_was_made_for(browser: TestClient) -> None:
    first = browser.get("/overview")
    browser.post("/reviewer", data={"form": token_of(browser), "name": "Ana"})
    second = browser.get("/overview", headers={"if-none-match": first.headers["etag"]})
    assert second.status_code == 200
    assert browser.get("/overview", headers={"if-none-match": second.headers["etag"]}).status_code == 304


@pytest.mark.parametrize("address", [None, "", "events", "//evil.example", "/\\evil.example", "https://evil", "/a\nb"])
def test_nobody_is_led_elsewhere(address: str | None) -> None:
    assert own_path(address) == "/overview"


@pytest.mark.parametrize(("typed", "name"), [("", None), ("\x07", None), ("  A\n B ", "A B"), ("x" * 99, "x" * 60)])
def test_a_name_is_one_line(typed: str, name: str | None) -> None:
    assert name_of(typed) == name


def test_programs_are_refused_in_their_own_words(tmp_path: Path) -> None:
    with opened(tmp_path, Access(read_only=True)) as client:
        assert client.post("/api/v1/events").json() == {"error": "this desk is read-only"}
