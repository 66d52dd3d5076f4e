from __future__ import annotations

import http.client
import json
import signal
import socket
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dateline.store import bins, counts, network
from dateline.web.app import web_app
from dateline.web.server import warm
from web_desk import HOME, filled

TINY = Path(__file__).parents[1] / "tiny_dateline.py"


def test_the_command_serves_until_it_is_ended(tmp_path: Path) -> None:
    filled(str(tmp_path / "test.db"), tmp_path)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, str(TINY), "serve", "--db", str(tmp_path / "test.db"), "--port", str(port)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert server.stderr is not None
            assert server.stderr.readline() == f"http://127.0.0.1:{port}/  (Ctrl-C ends)\n"
            assert json.loads(fetched(port, "/api/v1/events"))["fitting"]["reports"] == 4
            server.send_signal(signal.SIGINT)
            assert server.wait(30) == 0
            assert server.stderr.read() == ""
        finally:
            server.kill()


def fetched(port: int, path: str) -> bytes:
    """The answer, as soon as the server listens."""
    for _ in range(200):
        with closing(http.client.HTTPConnection("127.0.0.1", port)) as connection:
            try:
                connection.request("GET", path)
                return connection.getresponse().read()
            except ConnectionRefusedError:
                time.sleep(0.1)
    raise TimeoutError(path)


def test_a_database_that_is_not_there_is_told(tmp_path: Path) -> None:
    command = [sys.executable, str(TINY), "serve", "--db", str(tmp_path / "none.db")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "there is no database" in done.stderr


def test_the_first_page_finds_all_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = web_app(filled(str(tmp_path / "test.db"), tmp_path))
    warm(app)

    def refuse(*_: object) -> None:
        raise AssertionError("counted again")

    for module, names in ((counts, ("numbers", "by_kind", "by_claimant", "by_place")), (network, ("network",))):
        for name in names:
            monkeypatch.setattr(module, name, refuse)
    monkeypatch.setattr(bins, "over_time", refuse)
    with TestClient(app, base_url=HOME) as client:
        assert client.get("/overview").status_code == 200


def test_nothing_lists_what_is_served_and_programs_get_it_compressed(tmp_path: Path) -> None:
    with TestClient(web_app(filled(str(tmp_path / "test.db"), tmp_path)), base_url=HOME) as client:
        assert client.get("/static/").status_code == client.get("/static/built/").status_code == 404
        assert client.get("/api/v1/claims").headers["content-encoding"] == "gzip"
        assert "content-encoding" not in client.get("/claims").headers
        assert "content-encoding" not in client.get("/api/v1/claims", headers={"accept-encoding": "identity"}).headers
