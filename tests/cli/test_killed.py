from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

PROGRAM = [sys.executable, str(Path(__file__).parent.parent / "tiny_dateline.py")]
TABLES = ("migrations", "articles", "readings", "claims", "rejections", "failures", "events", "event_claims")


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    lines = [{"id": f"a{n}", "text": f"Russia{n % 5} HITS Syria and Iran MET Oman{n}"} for n in range(90)]
    lines[7]["text"] = ""
    lines[40]["text"] = "this one will #break"
    lines[41]["id"] = "a3"
    path = tmp_path / "articles.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return path


def add(articles: Path, database: Path, *, pause: float = 0, workers: int = 1) -> subprocess.Popen[str]:
    command = [*PROGRAM, "add", str(articles), "--db", str(database), "--published", "2024-03-04"]
    return subprocess.Popen(
        [*command, "--workers", str(workers)],
        env=os.environ | {"TINY_PAUSE": str(pause)},
        stderr=subprocess.PIPE,
        text=True,
    )


def finished(process: subprocess.Popen[str]) -> str:
    _, told = process.communicate(timeout=60)
    assert process.returncode == 0, told
    return told


def rows(database: Path, table: str) -> list[Any]:
    with closing(sqlite3.connect(database)) as base:
        return sorted(base.execute(f"SELECT * FROM {table}").fetchall(), key=repr)


def held(database: Path) -> int:
    try:
        return len(rows(database, "articles"))
    except sqlite3.Error:
        return 0


@pytest.mark.parametrize("workers", [1, 2])
def test_killed_half_way_and_run_again_it_ends_as_if_undisturbed(articles: Path, tmp_path: Path, workers: int) -> None:
    whole, killed = tmp_path / "whole.db", tmp_path / "killed.db"
    told = finished(add(articles, whole))
    assert "87 new" in told
    process = add(articles, killed, pause=0.01, workers=workers)
    end = time.monotonic() + 30
    while held(killed) < 20 and time.monotonic() < end:
        time.sleep(0.005)
    os.kill(process.pid, signal.SIGKILL)
    process.communicate(timeout=30)  # returns only when the workers, too, have let go of standard error
    assert 20 <= held(killed) < 87
    assert rows(killed, "events") == []
    finished(add(articles, killed, workers=workers))
    for table in TABLES:
        assert rows(killed, table) == rows(whole, table), table


def test_interrupted_it_says_so_and_leaves_with_130(articles: Path, tmp_path: Path) -> None:
    process = add(articles, tmp_path / "events.db", pause=0.05)
    while held(tmp_path / "events.db") < 1:
        assert process.poll() is None
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=30)
    assert process.returncode == 130
    assert told.strip() == "dateline: interrupted; run the same command again to go on"
