from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dateline.cli.app import door
from dateline.cli.ties import counted, summary, tellers
from dateline.desk import Desk
from dateline.records.tie import Graph, Tie, TieEnd
from tiny_pipeline import tiny

TEXTS = ["Iran BACKS Hezbollah", "then Iran BACKS Hezbollah", "Russia FIGHTS Georgia", "Georgia LEADS Georgia"]


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(Desk, "_pipeline", lambda _: tiny())
    monkeypatch.setenv("COLUMNS", "160")
    lines = [
        {"id": f"a{n}", "text": text, "published": f"2024-03-0{n + 1}", "source": "Daily News"}
        for n, text in enumerate(TEXTS)
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, lines)))
    path = str(tmp_path / "events.db")
    assert dateline("add", tmp_path / "a.jsonl", "--db", path).exit_code == 0
    return path


def dateline(*words: object) -> Result:
    return CliRunner().invoke(door(), [str(word) for word in words], catch_exceptions=False)


def test_ties_are_listed_with_what_their_numbers_count(database: str) -> None:
    done = dateline("relations", "--db", database)
    assert done.exit_code == 0
    head, first, *_ = done.stdout.splitlines()
    assert head.split() == ["who", "tie", "whom", "first–last", "told", "by", "who", "says", "so"]
    for words in ("Iran", "backs", "Hezbollah", "2024-03-01", "2 articles, 1 outlet", "outlet"):
        assert words in first
    assert done.stderr == "2 ties; 1 relation left out: not between two known actors\n"


def test_ties_are_filtered(database: str) -> None:
    rows = [json.loads(line) for line in dateline("relations", "--db", database, "--json").stdout.splitlines()]
    assert [(row["kind"], row["reports"]) for row in rows] == [("backs", 2), ("fights", 1)]
    assert rows[0]["tellings"][1]["words"] == "Iran BACKS Hezbollah"
    assert len(dateline("relations", "--db", database, "--json", "--limit", 1).stdout.splitlines()) == 1
    one = dateline("relations", "--db", database, "--limit", 1)
    assert "Russia" not in one.stdout
    assert "the first 1 of 2 ties; see more with --limit" in one.stderr
    for words in (["--actor", "georgia"], ["--kind", "fights"], ["--since", "2024-03-03"]):
        found = dateline("relations", "--db", database, *words)
        assert "Russia" in found.stdout
        assert "Iran" not in found.stdout
    assert dateline("relations", "--db", database, "--until", "2024-02-01").stderr == "0 ties\n"
    assert dateline("relations", "--db", database, "--source", "weekly").stdout == ""


def test_ties_are_exported(database: str, tmp_path: Path) -> None:
    path = tmp_path / "t.graphml"
    done = dateline("export", path, "--db", database, "--of", "relations", "--actor", "Iran", "--kind", "backs")
    assert (done.exit_code, done.stderr) == (0, f"1 ties in {path}\n")
    assert b"<graphml" in path.read_bytes()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["relations", "--kind", "loves"], "there are ally_of"),
        (["relations", "--since", "spring"], "give it as 2024-03-31"),
        (["export", "t.csv", "--of", "relations", "--type", "ASSAULT"], "relations have no type"),
        (["export", "t.graphml"], ".graphml is for relations"),
        (["export", "t.geojson", "--of", "relations"], ".geojson is for events and claims"),
        (["export", "t.csv", "--kind", "backs"], "events have no kind"),
    ],
)
def test_bad_use_is_one_line_with_a_remedy(words: list[str], told: str, database: str) -> None:
    done = dateline(*words, "--db", database)
    assert done.exit_code == 2
    assert told in done.stderr
    assert done.stderr.count("\n") == 1


def test_numbers_say_what_they_count() -> None:
    tie = Tie("leads", TieEnd("a", "A"), TieEnd("b", "B"), None, None, 1, 0, ("outlet",), ())
    assert tellers(tie) == "1 article"
    assert summary(Graph((tie,)), 50) == "1 tie"
    assert counted(0, "tie") == "0 ties"
