from __future__ import annotations

import codecs
import gzip
import io
import json
from pathlib import Path
from typing import BinaryIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import BadInput
from dateline.ingest import content, lines
from dateline.ingest.files import captures
from dateline.records.article import Capture, Pair, Rejection
from dateline.records.text import Span

TEXT = "Beirut: The group vowed to fight on."


def put(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def read(*sources: str | Path, stdin: BinaryIO | None = None) -> list[Capture | Rejection]:
    return list(captures(sources, stdin=stdin))


def one(*sources: str | Path, stdin: BinaryIO | None = None) -> Capture:
    (outcome,) = read(*sources, stdin=stdin)
    assert isinstance(outcome, Capture), outcome
    return outcome


def refused(*sources: str | Path, stdin: BinaryIO | None = None) -> Rejection:
    (outcome,) = read(*sources, stdin=stdin)
    assert isinstance(outcome, Rejection), outcome
    return outcome


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", TEXT),
        ("a.TXT", TEXT),
        ("a.md", TEXT),
        ("a.json", json.dumps({"text": TEXT})),
        ("a.json", json.dumps([{"body": TEXT}])),
        ("a.json", json.dumps({"text": TEXT}, indent=2)),
        ("a.jsonl", json.dumps({"text": TEXT}) + "\n\n  \n"),
        ("a.ndjson", json.dumps({"Content": TEXT})),
        ("a.csv", f'Title,Body\nVow,"{TEXT}"\n'),
        ("a.csv", f"title;text\nVow;{TEXT}\n"),
        ("a.tsv", f"article\tdate\n{TEXT}\t2024-03-04\n"),
        ("a.txt.gz", gzip.compress(TEXT.encode())),
        ("a.jsonl.gz", gzip.compress(json.dumps({"text": TEXT}).encode())),
        ("a.txt", gzip.compress(TEXT.encode())),
        ("a.log", TEXT),
        ("a", json.dumps({"text": TEXT})),
    ],
    ids=range(16),
)
def test_every_kind_of_file(tmp_path: Path, name: str, content: str | bytes) -> None:
    assert one(put(tmp_path, name, content)).text == TEXT


def test_pages_are_not_looked_into(tmp_path: Path) -> None:
    html = "<!doctype html><html><body><p>Words</p></body></html>"
    assert one(put(tmp_path, "a.htm", html)).html == html
    assert one("-", stdin=io.BytesIO(html.encode())).html == html


def test_all_fields_of_a_line(tmp_path: Path) -> None:
    line = {
        "id": 7, "text": TEXT, "title": "Vow", "published": "2024-03-04", "source": {"id": None, "name": "The Example"},
        "url": "https://example.org/1", "language": "en", "authors": ["Jane Doe", "John Smith"],
        "pairs": [{"actor": {"start": 8, "end": 17}, "recipient": None}],
    }  # fmt: skip
    path = put(tmp_path, "a.jsonl", json.dumps(line))
    assert one(path) == Capture(
        f"{path}, line 1", text=TEXT, id="7", title="Vow", byline="Jane Doe, John Smith", url="https://example.org/1",
        source="The Example", published="2024-03-04", language="en", pairs=(Pair(Span(8, 17), None),),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("line", "name", "reason"),
    [
        ('{"id": "a", "text": 5}', "a", "wrong shape: text is no string"),
        ('{"id": "a", "text": "x", "pairs": {}}', "a", "wrong shape: pairs is no list"),
        ('{"id": "a", "text": "x", "pairs": [5]}', "a", "wrong shape: pairs[0] is no object"),
        ('{"id": "a", "text": "x", "pairs": [{"actor": {"start": 3, "end": 1}}]}', "a", "wrong shape: pairs[0].actor"),
        (
            '{"id": "a", "text": "x", "pairs": [{"actor": {"start": true, "end": 2}}]}',
            "a",
            "wrong shape: pairs[0].actor",
        ),
        ("[1]", None, "wrong shape: no JSON object"),
        ("5", None, "wrong shape: no JSON object"),
        ("{", None, "broken JSON"),
        ("[" * 100_000, None, "broken JSON"),
        ("nothing like it", None, "broken JSON"),
    ],
)
def test_every_line_has_one_outcome_in_order(tmp_path: Path, line: str, name: str | None, reason: str) -> None:
    good = json.dumps({"id": "good", "text": TEXT})
    path = put(tmp_path, "a.jsonl", f"{good}\n{line}\n\n{good}\n")
    first, bad, last = read(path)
    assert isinstance(bad, Rejection)
    assert bad.origin == f"{path}, line 2"
    assert bad.reason.startswith(reason)
    assert bad.id == name if name else len(bad.id) == 16
    assert (first.id, last.id, last.origin) == ("good", "good", f"{path}, line 4")


def test_a_line_without_text_is_for_the_opener_to_reject(tmp_path: Path) -> None:
    assert one(put(tmp_path, "a.jsonl", '{"id": "a"}')) == Capture(f"{tmp_path / 'a.jsonl'}, line 1", id="a")


def test_half_a_surrogate_pair_costs_one_character(tmp_path: Path) -> None:
    assert one(put(tmp_path, "a.jsonl", r'{"text": "a\ud800b \ud83d\ude00"}')).text == "a\ufffdb 😀"


def test_bytes_that_are_no_utf8_spoil_only_their_line(tmp_path: Path) -> None:
    good = json.dumps({"text": "Café"}, ensure_ascii=False).encode()
    outcomes = read(
        put(tmp_path, "a.jsonl", good * 1 + b"\n" + (good + b"\n") * 20_000 + '{"text": "Café’s"}'.encode("cp1252"))
    )
    assert len(outcomes) == 20_002
    assert {outcome.text for outcome in outcomes if isinstance(outcome, Capture)} == {"Café", "Café’s"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings_are_found(tmp_path: Path, encoding: str) -> None:
    text = "“We left,” said the mayor of a café in Orléans – nobody else did. " * 3
    data = text.encode(encoding)
    assert one(put(tmp_path, "a.txt", data)).text == text
    rows = f'title,text\r\nVow,"{text}"\r\n'.encode(encoding)
    assert one(put(tmp_path, "a.csv", rows)).text == text


def test_other_scripts_are_guessed(tmp_path: Path) -> None:
    text = "Правительство сообщило в понедельник, что переговоры будут продолжены на следующей неделе. " * 3
    assert one(put(tmp_path, "a.txt", text.encode("cp1251"))).text == text
    page = f'<html><head><meta charset="windows-1251"></head><body>{text}</body></html>'
    assert one(put(tmp_path, "a.html", page.encode("cp1251"))).html == page


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.jsonl", b"\n \n", "empty"),
        ("a.txt", b"%PDF-1.7 ...", "binary"),
        ("a.txt", b"PK\x03\x04 ...", "binary"),
        ("a.csv", bytes(range(256)) * 9, "binary"),
        ("a.txt.gz", b"\x1f\x8b no gzip at all", "damaged"),
        ("a.jsonl.gz", gzip.compress(b'{"text": "x"}', mtime=0)[:-9], "damaged"),
        ("a.json", b'{"text": ', "broken JSON"),
        ("a.csv", b"name,age\nJane,33\n", "wrong shape"),
        ("a.csv", b"\n\n", "empty"),
    ],
)
def test_files_that_cannot_be_read_are_rejected(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    path = put(tmp_path, name, data)
    good = put(tmp_path, "z.txt", TEXT)
    *bad, last = read(path, good)
    assert [outcome.reason.partition(":")[0] for outcome in bad if isinstance(outcome, Rejection)] == [reason]
    assert isinstance(last, Capture)


def test_a_kind_of_file_that_is_not_known_is_named(tmp_path: Path) -> None:
    put(tmp_path, "style.css", "p {}")
    assert refused(tmp_path).reason == "unknown kind of file: .css"


def test_what_was_read_before_the_damage_is_kept(tmp_path: Path) -> None:
    whole = gzip.compress(
        "".join(json.dumps({"text": f"{TEXT} {n} {n * 7919 % 104729}"}) + "\n" for n in range(100_000)).encode()
    )
    *before, last = read(put(tmp_path, "a.jsonl.gz", whole[: len(whole) // 2]))
    assert len(before) > 1000
    assert isinstance(last, Rejection)
    assert last.reason.startswith("damaged: after line")


def test_what_is_too_large_is_rejected_and_never_unpacked_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bomb = put(tmp_path, "a.txt.gz", gzip.compress(b"a" * 60_000_000, 1))
    assert refused(bomb).reason.startswith("too large")
    monkeypatch.setattr(content, "LARGEST", 1000)
    monkeypatch.setattr(lines, "LARGEST", 1000)
    good, long = json.dumps({"text": TEXT}), json.dumps({"text": "a" * 5000})
    reasons = [
        getattr(outcome, "reason", None) for outcome in read(put(tmp_path, "a.jsonl", f"{good}\n{long}\n{good}\n"))
    ]
    assert reasons == [None, lines.TOO_LONG, None]
    rows = read(put(tmp_path, "a.csv", f"text\n{TEXT}\n{'a' * 5000}\n{TEXT}\n"))
    assert sorted(type(outcome).__name__ for outcome in rows) == ["Capture", "Capture", "Rejection"]


def test_folders_are_walked_in_order_without_hidden_and_lock_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.txt", "a/1.txt", ".hidden.txt", ".git/x.txt", "~$b.txt", "c.md"):
        put(tmp_path, name, TEXT)
    origins = [Path(outcome.origin).relative_to(tmp_path).as_posix() for outcome in read(tmp_path)]
    assert origins == ["b.txt", "c.md", "a/1.txt", "a/2.txt"]
    assert [outcome.origin for outcome in read(str(tmp_path / "**" / "*.txt"))] == sorted(
        str(tmp_path / name) for name in ("a/1.txt", "a/2.txt", "b.txt")
    )


def test_a_source_that_is_not_there_stops_before_anything_is_read(tmp_path: Path) -> None:
    for missing in ("none.txt", "*.none"):
        with pytest.raises(BadInput, match="none"):
            captures([put(tmp_path, "a.txt", TEXT), tmp_path / missing])


def test_a_name_with_brackets_is_a_name_first(tmp_path: Path) -> None:
    assert one(put(tmp_path, "report [1].txt", TEXT)).text == TEXT


@pytest.mark.parametrize(
    ("given", "texts"),
    [
        (TEXT, [TEXT]),
        ("[TEXT] THE ARMY SAID", ["[TEXT] THE ARMY SAID"]),
        ("{not json", ["{not json"]),
        ('\n{"text": "a"}\n{"text": "b"}\n', ["a", "b"]),
        ('[{"text": "a"}, {"text": "b"}]', ["a", "b"]),
        ('{\n"text": "a"\n}', ["a"]),
        ("Title: Vow\n\nThe group vowed.", ["The group vowed."]),
    ],
)
def test_standard_input(given: str, texts: list[str]) -> None:
    outcomes = read("-", stdin=io.BytesIO(codecs.BOM_UTF8 + given.encode()))
    assert [getattr(outcome, "text", None) for outcome in outcomes] == texts
    assert all(outcome.origin.startswith("standard input") for outcome in outcomes)


def test_no_standard_input_is_a_rejection() -> None:
    assert refused("-", stdin=io.BytesIO()).reason == "empty"


@given(
    st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode)),
    st.sampled_from(["txt", "jsonl", "json", "csv", "md", "html", "x", "txt.gz"]),
)
@settings(max_examples=200, deadline=None)
def test_any_bytes_give_outcomes_and_never_an_error(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, ending: str
) -> None:
    path = put(tmp_path_factory.mktemp("any"), f"a.{ending}", data)
    outcomes = read(path)
    assert outcomes == read(path)
    for outcome in outcomes:
        assert isinstance(outcome, Capture | Rejection)
        (getattr(outcome, "text", None) or "").encode("utf-8")
