from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner, Result

from dateline.cli.app import door
from dateline.desk import Desk
from dateline.records.codec import read_event
from tiny_pipeline import tiny

PROGRAM = [sys.executable, str(Path(__file__).parent.parent / "tiny_dateline.py")]


@pytest.fixture(autouse=True)
def tiny_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Desk, "_pipeline", lambda _: tiny())


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    texts = ["Russia HITS Syria", "", "this #break s", "Iran MET Oman and Iran LEFT Oman"]
    lines = [
        {"id": f"a{n}", "text": text, "published": "2024-03-04", "source": "Daily News"} for n, text in enumerate(texts)
    ]
    path = tmp_path / "articles.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return path


@pytest.fixture
def database(articles: Path, tmp_path: Path) -> str:
    path = str(tmp_path / "events.db")
    assert dateline("add", articles, "--db", path).exit_code == 0
    return path


def dateline(*words: object, text: str | None = None) -> Result:
    return CliRunner().invoke(door(), [str(word) for word in words], input=text, catch_exceptions=False)


def test_read_writes_a_line_for_every_input_in_order(articles: Path, tmp_path: Path) -> None:
    to = tmp_path / "readings.jsonl"
    done = dateline("read", articles, "--to", to)
    lines = [json.loads(line) for line in to.read_text().splitlines()]
    assert [line["article"]["id"] for line in lines] == ["a0", "a1", "a2", "a3"]
    assert ["error" in line for line in lines] == [False, True, True, False]
    assert done.exit_code == 0
    assert done.stdout == ""
    assert "2 read, 1 rejected (too short), 1 failed (CodeCapitals)" in done.stderr
    assert "a1" in done.stderr
    assert "this text breaks me" in done.stderr
    assert not list(tmp_path.glob("*.part"))


def test_read_shows_claims_with_their_words(articles: Path) -> None:
    shown = dateline("read", articles).stdout
    for words in (
        "Daily News",
        "HITS  happened",
        "Russia [RUS GOV]",
        "2024-03-04 (published)",
        '"Russia [HITS] Syria"',
    ):
        assert words in shown


def test_strict_leaves_with_1_where_an_article_is_lost(articles: Path, tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text("Russia HITS Syria")
    assert dateline("read", articles, "--strict").exit_code == 1
    assert dateline("read", good, "--strict").exit_code == 0
    assert dateline("add", articles, "--strict", "--db", tmp_path / "x.db").exit_code == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["read", "/nowhere/at/all.txt"], "check the path"),
        (["read", "GOOD", "--published", "soon"], "give it as 2024-03-31"),
        (["read", "GOOD", "--to", "/nowhere/at/all.jsonl"], "does not exist; make it first"),
        (["merge", "/nowhere/at/all.jsonl", "--to", "FOLDER/e.jsonl"], "check the path"),
        (["merge", "GOOD", "--to", "FOLDER/e.jsonl"], "line 1"),
        (["claims", "--db", "FOLDER/none.db"], "dateline add"),
        (["claims", "--db", "GOOD"], "not a database"),
        (["claims", "--db", "FOLDER/none.db", "--country", "Egypt"], "three letters"),
        (["claims", "--db", "FOLDER/none.db", "--box", "1,2,3"], "west,south,east,north"),
        (["events", "--db", "FOLDER/none.db", "--since", "spring"], "give it as 2024-03-31"),
        (["export", "FOLDER/x.pdf", "--db", "FOLDER/none.db"], "the ending decides the shape"),
    ],
)
def test_bad_use_is_one_line_with_a_remedy_and_2(words: list[str], told: str, tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text(
        "Russia HITS Syria and some more words, so that it is as long as a page of a database would be " * 9
    )
    done = dateline(*[word.replace("GOOD", str(good)).replace("FOLDER", str(tmp_path)) for word in words])
    assert done.exit_code == 2
    assert done.stderr.startswith("dateline: ")
    assert told in done.stderr
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""


@pytest.mark.parametrize(
    "words", [["read"], ["read", "x", "--bad"], ["nonsense"], ["export", "x.csv"], ["read", "x", "--limit", "0"]]
)
def test_unknown_words_are_bad_use(words: list[str]) -> None:
    assert dateline(*words).exit_code == 2


def test_merge_writes_events(articles: Path, tmp_path: Path) -> None:
    dateline("read", articles, "--to", tmp_path / "r.jsonl")
    done = dateline("merge", tmp_path / "r.jsonl", "--to", tmp_path / "e.jsonl")
    assert done.exit_code == 0
    assert "3 events of 2 readings, 2 lines without a reading passed over" in done.stderr
    assert {read_event(line).type for line in (tmp_path / "e.jsonl").read_bytes().splitlines()} == {
        "HITS",
        "MET",
        "LEFT",
    }


def test_what_is_in_the_database_is_listed_and_filtered(database: str) -> None:
    assert "Russia" in dateline("claims", "--db", database).stdout
    rows = [
        json.loads(line)
        for line in dateline("claims", "--db", database, "--actor", "iran", "--json").stdout.splitlines()
    ]
    assert [row["type"] for row in rows] == ["MET", "LEFT"]
    assert rows[0]["words"] == "Iran MET Oman"
    events = dateline("events", "--db", database, "--json", "--type", "hits").stdout.splitlines()
    assert [read_event(line).actors for line in events] == [("russia",)]
    assert "the first 1 events" in dateline("events", "--db", database, "--limit", 1).stderr
    assert "0 claims" in dateline("claims", "--db", database, "--since", "2024-03-05").stderr


def test_people_decide_and_see_what_it_changed(database: str, tmp_path: Path) -> None:
    dateline("export", tmp_path / "before.jsonl", "--db", database)
    done = dateline("judge", "same", "a3/c1", "a3/c2", "--why", "one visit", "--by", "Ana", "--db", database)
    assert "same: a3/c1 and a3/c2, says Ana" in done.stdout
    merged = dateline("diff", tmp_path / "before.jsonl", database)
    assert merged.stdout.startswith("merged\n  - ")
    assert "because same: a3/c1 and a3/c2" in merged.stdout
    assert merged.stderr == "1 merged\n"
    [change] = map(json.loads, dateline("diff", database, tmp_path / "before.jsonl", "--json").stdout.splitlines())
    assert (change["change"], len(change["before"]), len(change["after"])) == ("split", 1, 2)
    [gone] = {*change["after"]} - {*change["before"]}
    assert f"{gone} is now part of {change['before'][0]}" in dateline("show", gone, "--db", database).stdout
    assert dateline("judge", "withdrawn", "a0", "--why", "taken back", "--db", database).exit_code == 0
    assert "withdrawn" in dateline("events", "--db", database, "--type", "HITS").stdout
    assert dateline("judge", "withdrawn", "a0", "--undo", "--why", "no", "--db", database).exit_code == 0
    said = [
        json.loads(line)["kind"] for line in dateline("judge", "list", "--db", database, "--json").stdout.splitlines()
    ]
    assert said == ["same", "withdrawn", "stands"]
    assert len(dateline("judge", "list", "--db", database).stdout.splitlines()) == 3
    taken = dateline("judge", "back", "1", "--why", "two visits", "--by", "Ana", "--db", database)
    assert "taken back: a3/c1 and a3/c2, says Ana" in taken.stdout
    assert dateline("judge", "back", "1", "--why", "again", "--db", database).exit_code == 2
    assert dateline("judge", "same", "a3/c1", "zz", "--why", "x", "--db", database).exit_code == 2


def test_two_files_are_compared(articles: Path, tmp_path: Path) -> None:
    dateline("read", articles, "--to", tmp_path / "r.jsonl")
    dateline("merge", tmp_path / "r.jsonl", "--to", tmp_path / "e.jsonl")
    assert dateline("diff", tmp_path / "r.jsonl", tmp_path / "e.jsonl").stderr == "nothing is other\n"
    assert dateline("diff", articles, tmp_path / "e.jsonl").exit_code == 2


def test_show_finds_events_articles_and_claims(database: str) -> None:
    event = json.loads(dateline("events", "--db", database, "--json", "--type", "MET").stdout)["id"]
    for name in (event, "a3", "a3/c1"):
        assert "Iran [MET] Oman" in dateline("show", name, "--db", database).stdout
        assert json.loads(dateline("show", name, "--db", database, "--json").stdout.splitlines()[0])
    assert dateline("show", "zz", "--db", database).exit_code == 2


def test_show_tells_when_an_event_was_reported_and_whose_word_it_is(database: str) -> None:
    event = json.loads(dateline("events", "--db", database, "--json", "--type", "MET").stdout)
    assert (event["first_report"], event["last_report"], event["whose_word"]) == ("2024-03-04", "2024-03-04", "others")
    shown = dateline("show", event["id"], "--db", database).stdout
    assert "reported 2024-03-04\ntold by others than the parties\n\n" in shown


def test_export_writes_what_fits(database: str, tmp_path: Path) -> None:
    done = dateline("export", tmp_path / "c.csv", "--db", database, "--of", "claims", "--actor", "Iran")
    assert done.stderr == f"2 claims in {tmp_path / 'c.csv'}\n"
    assert len((tmp_path / "c.csv").read_text().splitlines()) == 3
    assert dateline("export", tmp_path / "e.geojson", "--db", database).exit_code == 0
    assert len(json.loads((tmp_path / "e.geojson").read_text())["features"]) == 3


def test_the_schema_holds_what_read_writes(articles: Path) -> None:
    schema = json.loads(dateline("schema").stdout)
    for line in dateline("read", articles, "--json").stdout_bytes.splitlines():
        jsonschema.validate(json.loads(line), schema)


def process(*words: object, text: bytes = b"", **changes: str) -> subprocess.CompletedProcess[bytes]:
    env = os.environ | changes
    return subprocess.run(
        [*PROGRAM, *map(str, words)], input=text, capture_output=True, env=env, check=False, timeout=60
    )


def test_escapes_in_an_article_do_not_reach_the_terminal() -> None:
    text = "\x1b]0;owned\x07 Russia HITS Syria \x1b[31m\u202e and \u009b5m Iran MET Oman"
    line = json.dumps({"id": "\x1b[2J", "title": "\x1b[1mBig", "source": "\x07", "text": text}).encode()
    for words in (["-"], ["-", "--strict"]):
        done = process("read", *words, text=line + b"\n" + line.replace(b"HITS", b"#break"))
        assert b"HITS" in done.stdout
        assert b"failed in" in done.stderr
        assert not set("\x1b\x07\x9b\u202e") & set((done.stdout + done.stderr).decode())


def test_added_again_nothing_doubles(articles: Path, database: str) -> None:
    before = [dateline(what, "--db", database, "--json").stdout for what in ("claims", "events")]
    done = dateline("add", articles, "--db", database)
    assert "0 new, 0 changed, 2 unchanged; 1 rejected (too short), 1 failed" in done.stderr
    assert [dateline(what, "--db", database, "--json").stdout for what in ("claims", "events")] == before


@pytest.mark.parametrize("columns", ["1", "12", "300"])
def test_narrow_terminals_and_poor_encodings_only_make_it_ugly(columns: str) -> None:
    text = "Rußland HITS Сирия \U0001f600 and Iran MET Oman".encode()
    done = process("read", "-", text=text, COLUMNS=columns, PYTHONIOENCODING="ascii", LC_ALL="C")
    assert done.returncode == 0, done.stderr


def test_json_is_utf8_whatever_the_terminal_is() -> None:
    done = process("read", "-", "--json", text="Rußland HITS Сирия".encode(), PYTHONIOENCODING="latin-1")
    assert json.loads(done.stdout)["claims"][0]["recipient"]["text"] == "Сирия"


def test_nobody_is_told_when_the_reader_of_the_output_leaves(tmp_path: Path) -> None:
    many = tmp_path / "many.jsonl"
    many.write_text("".join(json.dumps({"id": str(n), "text": f"Iran MET Oman {n}"}) + "\n" for n in range(3000)))
    with subprocess.Popen(
        [*PROGRAM, "read", str(many), "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        told = running.stderr.read()
    assert running.returncode == 0
    assert told == b""


def test_help_comes_at_once_and_loads_nothing_heavy() -> None:
    begun = seconds_of_children()
    script = (
        "import sys; sys.argv = ['dateline', '--help']\n"
        "from dateline.cli import main\n"
        "try: main()\n"
        "except SystemExit: print(sorted({'spacy', 'sqlalchemy', 'trafilatura', 'rich', 'numpy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
    assert seconds_of_children() - begun < 2, "half a second is usual"


def seconds_of_children() -> float:
    """What ended child processes have had of the processor."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def test_every_command_has_help() -> None:
    listed = dateline("--help").stdout
    for name in (
        "read",
        "merge",
        "add",
        "claims",
        "events",
        "relations",
        "show",
        "export",
        "steps",
        "schema",
        "doctor",
    ):
        assert name in listed
        assert "Usage" in dateline(name, "--help").stdout
    assert dateline("--version").stdout.startswith("dateline ")
