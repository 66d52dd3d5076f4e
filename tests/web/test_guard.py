from __future__ import annotations

import pytest
from fastapi import FastAPI, Request
from starlette.testclient import TestClient

from dateline.web.access import Access
from dateline.web.guard import LARGEST_BODY, Guard

HOME = "http://127.0.0.1:8765"


def door(access: Access | None = None) -> TestClient:
    """A guarded application with something to read and something to write."""
    app = FastAPI()

    @app.get("/")
    def read() -> str:
        return "read"

    @app.post("/")
    async def write(request: Request) -> int:
        return len(await request.body())

    app.add_middleware(Guard, access=access or Access())
    return TestClient(app, base_url=HOME)


def test_every_answer_forbids_what_is_not_ours_to_run() -> None:
    for answer in (door().get("/"), door().get("/nosuch"), door().get("/", headers={"host": "evil.example"})):
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost", "LOCALHOST:1", "[::1]:8765", "192.168.1.7"])
def test_our_names_and_addresses_are_served(host: str) -> None:
    assert door().get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "localhost.evil.example:8765"])
def test_a_foreign_name_that_leads_here_is_not_served(host: str) -> None:
    assert door().get("/", headers={"host": host}).status_code == 421


def test_the_name_it_is_served_under_is_ours() -> None:
    assert door(Access("desk.example")).get("/", headers={"host": "desk.example:80"}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site", "origin": HOME},
    ],
)
def test_pages_of_other_sites_cannot_write(headers: dict[str, str]) -> None:
    assert door().post("/", headers=headers).status_code == 403


@pytest.mark.parametrize("headers", [{}, {"origin": HOME}, {"origin": HOME, "sec-fetch-site": "same-origin"}])
def test_our_pages_and_programs_can_write(headers: dict[str, str]) -> None:
    assert door().post("/", content=b"abc", headers=headers).json() == 3


def test_nobody_writes_when_it_is_read_only() -> None:
    answer = door(Access(read_only=True, token="key")).post("/", headers={"authorization": "Bearer key"})
    assert (answer.status_code, answer.text) == (403, "this desk is read-only\n")


@pytest.mark.parametrize(("shown", "status"), [(None, 403), ("wrong", 403), ("ключ", 403), ("key", 200)])
def test_where_others_can_reach_it_writing_needs_the_token(shown: str | None, status: int) -> None:
    headers = {b"authorization": f"Bearer {shown}".encode()} if shown else {}
    assert door(Access("0.0.0.0", token="key")).post("/", headers=headers).status_code == status


def test_without_a_token_nobody_writes_from_elsewhere() -> None:
    assert door(Access("0.0.0.0")).post("/").status_code == 403


def test_bodies_and_addresses_have_a_size() -> None:
    assert door().post("/", content=b"x" * (LARGEST_BODY + 1)).status_code == 413
    parts = (b"x" * 100_000 for _ in range(LARGEST_BODY // 100_000 + 1))
    assert door().post("/", content=parts).status_code == 413
    assert door().get(f"/?{'x' * 8001}").status_code == 414
