"""`dateline actors find`, `show` and `check`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dateline.cli.app import door
from dateline.desk import Desk
from tiny_pipeline import tiny

OWN = "- {id: lions, name: Lions of the Valley, kind: party, country: SYR, enemies: [fsa]}\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def own(folder: Path, words: str = OWN) -> None:
    (folder / "own.yaml").write_text(words, encoding="utf-8")
    (folder / "dateline.toml").write_text("[actors]\nfile = 'own.yaml'\n", encoding="utf-8")


def dateline(*words: str) -> Result:
    return CliRunner().invoke(door(), ["actors", *words], catch_exceptions=False)


def test_find_lists_who_is_called_so() -> None:
    done = dateline("find", "free", "syrian", "army", "--limit", "2")
    assert done.exit_code == 0
    assert "fsa" in done.stdout
    assert "armed_group" in done.stdout
    assert done.stderr == "2 actors\n"


def test_find_prints_json_and_knows_own_actors(folder: Path) -> None:
    own(folder)
    first = json.loads(dateline("find", "lions of the valley", "--json").stdout.splitlines()[0])
    assert first == {
        "found": "Lions of the Valley",
        "score": 100,
        "id": "lions",
        "name": "Lions of the Valley",
        "kind": "party",
        "country": "SYR",
        "sectors": [],
    }
    (folder / "dateline.toml").unlink()
    assert '"lions"' not in dateline("find", "lions of the valley", "--json").stdout


def test_find_says_where_nobody_is_called_so() -> None:
    done = dateline("find", "qqqqqqqqqqqq")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "another spelling" in done.stderr


def test_show_tells_all_that_is_known(folder: Path) -> None:
    own(folder)
    shown = " ".join(dateline("show", "state-SYR", "--on", "2015-03-01").stdout.split())
    for words in ("Syrian Arab Republic", "Bashar al-Assad [bashar-al-assad]", "Hezbollah [hezbollah]", "president"):
        assert words in shown
    assert "Hafez" not in shown
    assert "Lions of the Valley [lions]" in " ".join(dateline("show", "fsa").stdout.split())
    assert "president, Syria [state-SYR]" not in shown
    assert "Syria [state-SYR]" in dateline("show", "bashar-al-assad").stdout.replace("\n", " ")


def test_show_prints_json() -> None:
    told = json.loads(dateline("show", "state-SYR", "--on", "2015-03-01", "--json").stdout)
    assert told["kind"] == "state"
    assert "hezbollah" in told["allies"]
    assert {held["id"] for held in told["holders"] if held["post"]["title"] == "president"} == {"bashar-al-assad"}


def test_check_names_every_mistake_with_its_line(folder: Path) -> None:
    own(folder, f"{OWN}- {{id: lions, name: Ab, kind: partie}}\n- {{id: a-b, name: FARC, kind: party}}\n")
    done = dateline("check", "own.yaml")
    assert done.exit_code == 1
    lines = done.stdout.splitlines()
    assert [line.split(" (")[0] for line in lines] == ["own.yaml line 2", "own.yaml line 2", "own.yaml line 3"]
    assert "farc bears the name 'FARC' too" in lines[2]
    assert done.stderr == "3 mistakes in own.yaml\n"


def test_check_of_a_file_in_order(folder: Path) -> None:
    own(folder)
    done = dateline("check", "own.yaml")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "own.yaml is in order\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["show", "nobody-at-all"], "find its id with `dateline actors find`"),
        (["show", "fsa", "--on", "spring"], "give it as 2024-03-31"),
        (["check", "missing.yaml"], "cannot be read"),
        (["find", "fsa", "--settings", "missing.toml"], "cannot be read"),
    ],
)
def test_bad_use_is_one_line_with_a_remedy_and_2(words: list[str], told: str) -> None:
    done = dateline(*words)
    assert done.exit_code == 2
    assert done.stderr.startswith("dateline: ")
    assert told in done.stderr
    assert done.stderr.count("\n") == 1


def test_events_name_own_actors(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Desk, "_pipeline", lambda _: tiny())
    (folder / "a.txt").write_text("Lions HITS Syria")
    Desk("events.db").add(folder / "a.txt")
    shown = [CliRunner().invoke(door(), ["events", "--db", "events.db"], catch_exceptions=False).stdout]
    own(folder)
    for command in (["events"], ["show", next(Desk("events.db").events()).id]):
        done = CliRunner().invoke(door(), [*command, "--db", "events.db"], catch_exceptions=False)
        shown.append(" ".join(done.stdout.split()))
    assert ["Valley" in words for words in shown] == [False, True, True]
