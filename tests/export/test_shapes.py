from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dateline.errors import BadConfig
from dateline.export.columns import CLAIM_COLUMNS, EVENT_COLUMNS, listed
from dateline.export.csv import cell
from dateline.export.outfile import outfile
from dateline.export.shapes import export_claims, export_events
from dateline.records.article import Article
from dateline.records.claim import Claim, Claimant, Count, When
from dateline.records.codec import from_builtins, read_event
from dateline.records.event import ClaimKey, CountByClaimant, Event, EventCount
from dateline.records.mention import ActorMention, PlaceMention
from dateline.records.text import Span

TEXT = '=HYPERLINK("x") struck,\nsaid the "ministry"'
ARTICLE = Article("a1", TEXT, source="+Daily", published="2024-03-04", title="\x00Odd")
CLAIM = Claim(
    "c1",
    "ASSAULT",
    Span(16, 22),
    Span(0, len(TEXT)),
    context=("military", "terrorism"),
    intensity=-9.5,
    actor=ActorMention(0, 5, "the army", "nominal", "army", None, "SYR", ("MIL",)),
    place=PlaceMention(0, 1, "Homs", "geonames:1", "Homs", "SYR", lat=34.7, lon=36.7, precision="settlement"),
    when=When(None, None, date(2024, 3, 3), date(2024, 3, 4), "day", "stated"),
    claimant=Claimant("actor", name="-Ministry"),
    claimant_is_party=True,
    quantities=(Count("killed", 12, None, None, None),),
)
COUNT = EventCount("killed", 12, 14, 20, (CountByClaimant("army", 12, 12, ("a1/c1",)),))
EVENT = Event(
    "e1", "ASSAULT", None, date(2024, 3, 3), None, "day", CLAIM.place, ("army", "a;b"), (), "happened",
    (COUNT,), (ClaimKey("a1", "c1"),), 1, 1, 1, 0,
    first_report=date(2024, 3, 4), last_report=date(2024, 3, 6), whose_word="one_side",
)  # fmt: skip


def table(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode(), newline="")))


def test_claims_as_csv(tmp_path: Path) -> None:
    assert export_claims([(ARTICLE, CLAIM), (ARTICLE, replace(CLAIM, id="c2"))], tmp_path / "claims.csv") == 2
    assert (tmp_path / "claims.csv").read_bytes().count(b"\r\n") == 3
    row = table(tmp_path / "claims.csv")[0]
    assert list(row) == [column.name for column in CLAIM_COLUMNS]
    assert row["evidence"] == "'" + TEXT
    assert row["source"] == "'+Daily"
    assert row["claimant_name"] == "'-Ministry"
    assert row["title"] == "\ufffdOdd"
    assert (row["intensity"], row["lat"], row["claimant_is_party"]) == ("-9.5", "34.7", "true")
    assert (row["recipient_id"], row["actor_name"], row["mode"]) == ("", "", "")
    assert (row["context"], row["actor_sectors"], row["numbers"]) == ("military;terrorism", "MIL", "killed 12-")
    assert (row["begin"], row["finish"], row["date_basis"]) == ("2024-03-03", "2024-03-04", "stated")


def test_events_as_csv(tmp_path: Path) -> None:
    assert export_events([EVENT], tmp_path / "events.csv") == 1
    row = table(tmp_path / "events.csv")[0]
    assert list(row) == [column.name for column in EVENT_COLUMNS]
    assert (row["killed_low"], row["killed_best"], row["killed_high"], row["wounded_low"]) == ("12", "14", "20", "")
    assert (row["actors"], row["recipients"], row["claims"]) == ("army;a,b", "", "a1/c1")
    assert (row["first_report"], row["last_report"], row["whose_word"]) == ("2024-03-04", "2024-03-06", "one_side")
    assert (row["superseded"], row["withdrawn"]) == ("0", "0")
    export_events([replace(EVENT, withdrawn=EVENT.claims)], tmp_path / "withdrawn.csv")
    assert table(tmp_path / "withdrawn.csv")[0]["withdrawn"] == "1"


def test_as_json_lines(tmp_path: Path) -> None:
    export_events([EVENT], tmp_path / "events.jsonl")
    assert read_event((tmp_path / "events.jsonl").read_bytes()) == EVENT
    export_claims([(ARTICLE, CLAIM)], tmp_path / "claims.jsonl")
    line = json.loads((tmp_path / "claims.jsonl").read_bytes())
    assert line.pop("format") == "dateline-claim/1"
    assert line.pop("words") == TEXT
    assert line.pop("article")["id"] == "a1"
    assert from_builtins(line, Claim) == CLAIM


@pytest.mark.parametrize(
    ("precision", "has_point"),
    [("settlement", True), ("point", True), ("admin1", True), ("country", False), ("region", False), (None, False)],
)
def test_a_map_shows_no_point_for_a_country(tmp_path: Path, precision: str | None, has_point: bool) -> None:
    assert CLAIM.place is not None
    place = replace(CLAIM.place, precision=precision)
    export_events([replace(EVENT, place=place), replace(EVENT, place=None)], tmp_path / "events.geojson")
    found: dict[str, Any] = json.loads((tmp_path / "events.geojson").read_text())
    assert found["type"] == "FeatureCollection"
    assert found["features"][0]["geometry"] == ({"type": "Point", "coordinates": [36.7, 34.7]} if has_point else None)
    assert found["features"][1]["geometry"] is None
    assert found["features"][0]["properties"]["country"] == "SYR"
    export_claims([(ARTICLE, CLAIM)], tmp_path / "claims.geojson")
    assert json.loads((tmp_path / "claims.geojson").read_text())["features"][0]["id"] == "a1/c1"


@pytest.mark.parametrize("suffix", [".csv", ".jsonl", ".geojson"])
def test_nothing_is_a_file_too(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"none{suffix}"
    assert export_events([], path) == 0
    assert export_claims([], path) == 0
    if suffix == ".geojson":
        assert json.loads(path.read_text())["features"] == []


def test_an_unknown_ending_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(BadConfig, match="ending decides the shape"):
        export_events([EVENT], tmp_path / "events.xlsx")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, ""),
        (True, "true"),
        (-3, "-3"),
        (-1.5, "-1.5"),
        ("=1+1", "'=1+1"),
        ("@x", "'@x"),
        ("\tx", "'\tx"),
        ("-3", "'-3"),
        ("a=b", "a=b"),
        ("", ""),
    ],
)
def test_cells_run_nothing(value: str | float | bool | None, written: str) -> None:
    assert cell(value) == written


def test_no_value_is_an_empty_cell() -> None:
    assert listed([]) is None


def test_every_column_has_its_own_name_and_a_meaning() -> None:
    for columns in (CLAIM_COLUMNS, EVENT_COLUMNS):
        names = [column.name for column in columns]
        assert len(set(names)) == len(names)
        assert all(column.meaning for column in columns)


def test_a_file_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_text("old")

    def broken() -> None:
        with outfile(path) as file:
            file.write(b"half")
            assert path.read_text() == "old"
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken()
    assert path.read_text() == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["old.txt"]
    with outfile("/dev/null") as file:
        file.write(b"x")
    with pytest.raises(BadConfig, match="it is a folder"), outfile(tmp_path):
        pass
