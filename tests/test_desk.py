from __future__ import annotations

import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from databases import KINDS, fresh
from dateline.desk import Desk, EventSheet
from dateline.engine.account import Tally, kind_of
from dateline.engine.local import Local
from dateline.errors import BadConfig, BadInput
from dateline.ingest.intake import Intake
from dateline.pipeline import Outcome
from dateline.records.article import Failure, Rejection
from dateline.records.reading import Reading
from dateline.store.queries import EventQuery
from dateline.store.relations import RelationQuery
from tiny_pipeline import tiny


@pytest.fixture(params=KINDS)
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    for database in fresh(request.param, tmp_path):
        yield Desk(database, pipeline=tiny())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    (made / "a.txt").write_text("Russia HITS Syria")
    (made / "b.txt").write_text("Iran MET Oman and Iran LEFT Oman")
    (made / "c.bin").write_bytes(b"\x00\x01")
    return made


def test_a_day_at_the_desk(desk: Desk, folder: Path, tmp_path: Path) -> None:
    seen: list[Outcome] = []
    intake = Intake((folder,), published="2024-03-04", source="Daily")
    summary = desk.add(intake, engine=Local(batch=1), watch=seen.append)
    assert (summary.new, summary.changed, summary.unchanged, summary.repeated) == (2, 0, 0, 0)
    assert (summary.articles, summary.claims, summary.events) == (2, 3, 3)
    assert summary.read.lost_count == 1
    assert len(seen) == 3
    told = list(desk.claims(EventQuery(source="daily", actor="Iran")))
    assert [claim.type for _, claim in told] == ["MET", "LEFT"]
    event = next(desk.events(EventQuery(type="HITS")))
    sheet = desk.show(event.id)
    assert isinstance(sheet, EventSheet)
    assert sheet.event == event
    assert [claim.type for _, claim in sheet.claims] == ["HITS"]
    article = sheet.claims[0][0]
    reading = desk.show(article.id)
    assert isinstance(reading, Reading)
    assert reading.article == article
    assert desk.show(f"{article.id}/c1") == sheet.claims[0]
    assert desk.export(tmp_path / "e.csv", EventQuery(actor="iran")) == 2
    assert desk.export(tmp_path / "c.jsonl", of="claims") == 3
    assert desk.rebuild() == 3
    assert desk.add(intake).unchanged == 2


def test_file_to_file_gives_the_events_that_the_database_gives(desk: Desk, folder: Path, tmp_path: Path) -> None:
    summary = desk.read(folder, tmp_path / "r.jsonl")
    assert str(summary).startswith("2 read, 1 rejected (")
    merged = desk.merge(tmp_path / "r.jsonl", tmp_path / "e.jsonl")
    assert (merged.readings, merged.passed_over, merged.events) == (2, 1, 3)
    desk.add(folder)
    desk.export(tmp_path / "d.jsonl")
    assert sorted((tmp_path / "d.jsonl").read_bytes().splitlines()) == sorted(
        (tmp_path / "e.jsonl").read_bytes().splitlines()
    )


def test_bytes_are_the_same_with_any_number_of_workers(folder: Path, tmp_path: Path) -> None:
    desk = Desk(pipeline=tiny())
    for workers in (1, 2):
        desk.read(folder, tmp_path / f"{workers}.jsonl", engine=Local(workers, 1))
    assert (tmp_path / "1.jsonl").read_bytes() == (tmp_path / "2.jsonl").read_bytes()


def test_an_intake_fills_gaps_and_only_gaps() -> None:
    lines = [
        {"text": "one text", "published": "2020-01-01"},
        {"text": "another text", "source": "X"},
        {"text": "a third"},
    ]
    stdin = io.BytesIO("\n".join(map(json.dumps, lines)).encode())
    found = list(Intake(("-",), "2024-03-04", "Daily", 2, stdin).captures())
    assert [(one.published, one.source) for one in found if not isinstance(one, Rejection)] == [
        ("2020-01-01", "Daily"),
        ("2024-03-04", "X"),
    ]
    assert Intake.of("a.txt").sources == ("a.txt",)
    assert Intake.of([Path("a"), "b"]).sources == (Path("a"), "b")


def test_nothing_is_written_where_a_source_is_missing(tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        Desk(tmp_path / "x.db", pipeline=tiny()).add(tmp_path / "none.txt")
    with pytest.raises(BadInput):
        Desk(pipeline=tiny()).read(tmp_path / "none.txt", tmp_path / "r.jsonl")
    assert list(tmp_path.iterdir()) == []


def test_what_needs_a_database_says_so(tmp_path: Path) -> None:
    with pytest.raises(BadConfig, match="no database was named"):
        list(Desk().claims())
    with pytest.raises(BadConfig, match="there are events, claims and relations"):
        Desk(tmp_path / "x.db").export(tmp_path / "x.csv", of="stars")


def test_what_is_lost_is_counted_by_kind_and_the_first_are_named() -> None:
    tally = Tally()
    for n in range(150):
        tally.count(Rejection(f"r{n}", "x", f"too short ({n} words)"))
    tally.count(Rejection("z", "x", "unknown kind of file: .exe"))
    tally.count(Failure("f", "y", "ParseText", "ValueError: odd"))
    summary = tally.summary()
    assert str(summary) == "0 read, 151 rejected (150 too short, 1 unknown kind of file), 1 failed (ParseText)"
    assert summary.lost_count == 152
    assert len(summary.lost) == 100
    assert kind_of("(odd)") == "(odd)"


def test_ties_of_a_database(desk: Desk, tmp_path: Path) -> None:
    lines = [
        {"text": "Iran BACKS Hezbollah and Iran LEFT Oman", "published": "2024-03-01", "source": "Wire"},
        {"text": "today Iran BACKS Hezbollah", "published": "2024-03-09", "source": "Wire"},
        {"text": "Russia FIGHTS Georgia and Georgia BACKS Georgia", "source": "Daily"},
        {"text": "Georgia FIGHTS Russia"},
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, lines)))
    desk.add(tmp_path / "a.jsonl")
    found = desk.relations()
    assert [(one.kind, one.subject.name, one.object.name, one.reports, one.sources) for one in found] == [
        ("backs", "Iran", "Hezbollah", 2, 1),
        ("fights", "Georgia", "Russia", 2, 1),
    ]
    assert found.left_out == 1
    (backs,) = desk.relations(RelationQuery(actor="hezbollah"))
    assert (backs.first, backs.last) == (date(2024, 3, 1), date(2024, 3, 9))
    assert len(desk.relations(RelationQuery(limit=1))) == 1
    assert len(desk.relations(RelationQuery(until=date(2024, 2, 1)))) == 0
    assert desk.export(tmp_path / "t.graphml", RelationQuery(kind="backs"), of="relations") == 1
    assert desk.export(tmp_path / "t.csv", EventQuery(actor="Russia"), of="relations") == 1
    assert desk.export(tmp_path / "t.jsonl", of="relations") == 2
    with pytest.raises(BadConfig, match="give an EventQuery"):
        desk.export(tmp_path / "e.csv", RelationQuery())
    with pytest.raises(BadConfig, match="relations have no type"):
        desk.export(tmp_path / "e.csv", EventQuery(type="ASSAULT"), of="relations")
    with pytest.raises(BadConfig, match=r"\.graphml is for relations"):
        desk.export(tmp_path / "e.graphml")
