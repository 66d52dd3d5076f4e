from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date
from pathlib import Path

import networkx as nx
import pytest

from dateline.errors import BadConfig
from dateline.export.graphml import graphml
from dateline.export.shapes import SUFFIXES, export_claims, export_events, export_ties
from dateline.export.ties import TIE_COLUMNS
from dateline.records.claim import OUTLET, Claimant
from dateline.records.codec import from_builtins
from dateline.records.text import Span
from dateline.records.tie import Telling, Tie, TieEnd

IRAN, GROUP = TieEnd("state-IRN", "Iran", "IRN"), TieEnd("group", '=The "Group" & <co>\x1b[2J', None)
FIRST = Telling("a1", "Daily;Wire", date(2024, 3, 1), Span(0, 20), "=Iran backs\nthe Group", OUTLET, 0.8)
SECOND = Telling("a2", None, None, Span(4, 9), "their", Claimant("actor", 0, 3, "mia", "Mia"), 0.4)
BACKS = Tie(
    "backs", IRAN, GROUP, date(2024, 3, 1), date(2024, 3, 1), 2, 1, ("Mia", "outlet"), (FIRST, SECOND)
)  # fmt: skip
FIGHTS = Tie("fights", GROUP, IRAN, None, None, 1, 0, ("unnamed",), (replace(SECOND, claimant=Claimant("unnamed")),))
AGAIN = replace(BACKS, kind="leads")
TIES = [BACKS, FIGHTS, AGAIN]


def test_as_csv(tmp_path: Path) -> None:
    assert export_ties(TIES, tmp_path / "t.csv") == 3
    first, second, _ = csv.DictReader(io.StringIO((tmp_path / "t.csv").read_bytes().decode(), newline=""))
    assert list(first) == [column.name for column in TIE_COLUMNS]
    assert (first["kind"], first["subject_id"], first["subject_country"]) == ("backs", "state-IRN", "IRN")
    assert (first["reports"], first["sources"], first["first"], first["last"]) == ("2", "1", "2024-03-01", "2024-03-01")
    assert (first["claimants"], first["outlets"], first["articles"]) == ("Mia;outlet", "Daily,Wire", "a1;a2")
    assert (first["words"], first["object_name"][:2]) == ("'=Iran backs\nthe Group", "'=")
    assert (second["first"], second["outlets"], second["sources"], second["object_country"]) == ("", "", "0", "IRN")
    assert len({column.name for column in TIE_COLUMNS}) == len(TIE_COLUMNS)
    assert all(column.meaning for column in TIE_COLUMNS)


def test_as_json_lines(tmp_path: Path) -> None:
    assert export_ties(TIES, tmp_path / "t.jsonl") == 3
    lines = [json.loads(line) for line in (tmp_path / "t.jsonl").read_bytes().splitlines()]
    assert {line.pop("format") for line in lines} == {"dateline-tie/1"}
    assert [from_builtins(line, Tie) for line in lines] == TIES


def test_as_graphml(tmp_path: Path) -> None:
    path = tmp_path / "t.graphml"
    assert export_ties(TIES, path) == 3
    graph = nx.read_graphml(path, force_multigraph=True)
    assert graph.is_directed()
    assert graph.is_multigraph()
    assert graph.nodes["state-IRN"] == {"label": "Iran", "name": "Iran", "country": "IRN"}
    assert graph.nodes["group"]["name"] == '=The "Group" & <co>\ufffd[2J'
    assert "country" not in graph.nodes["group"]
    edges = {data["kind"]: (start, end, data) for start, end, data in graph.edges(data=True)}
    assert edges["backs"] == (
        "state-IRN",
        "group",
        {
            "label": "backs",
            "kind": "backs",
            "first": "2024-03-01",
            "last": "2024-03-01",
            "reports": 2,
            "sources": 1,
            "claimants": "Mia;outlet",
        },
    )
    assert edges["fights"][:2] == ("group", "state-IRN")
    assert {"first", "last"}.isdisjoint(edges["fights"][2])
    assert graph.number_of_edges("state-IRN", "group") == 2


def test_graphml_says_what_a_reader_like_gephi_asks_for() -> None:
    root = ET.fromstring(graphml(TIES))
    space = "{http://graphml.graphdrawing.org/xmlns}"
    assert root.tag == f"{space}graphml"
    keys = {
        (one.get("for"), one.get("attr.name")): (one.get("attr.type"), one.get("id"))
        for one in root.iter(f"{space}key")
    }
    assert {name for _, name in keys} >= {"label", "name", "country", "kind", "first", "last", "reports", "claimants"}
    assert keys["edge", "reports"][0] in {"int", "long"}
    assert {kind for (_, name), (kind, _) in keys.items() if name not in {"reports", "sources"}} == {"string"}
    (graph,) = root.iter(f"{space}graph")
    assert graph.get("edgedefault") == "directed"
    assert [one.get("id") for one in root.iter(f"{space}edge")] == ["e1", "e3", "e2"]
    assert len(list(root.iter(f"{space}node"))) == 2
    assert graphml(TIES) == graphml(TIES)


@pytest.mark.parametrize("text", ["\x00", "\ud800", "\ufffe", "\x0b\x1f", "\U0001f600 ok", "]]>"])
def test_any_name_is_good_xml(text: str) -> None:
    tie = replace(BACKS, subject=TieEnd(f"id{text}", text, None), claimants=(text,))
    assert len(list(ET.fromstring(graphml([tie])).iter())) > 5


@pytest.mark.parametrize("suffix", SUFFIXES["relations"])
def test_nothing_is_a_file_too(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"none{suffix}"
    assert export_ties([], path) == 0
    assert path.exists()
    assert suffix != ".graphml" or len(nx.read_graphml(path)) == 0


def test_each_has_its_own_endings(tmp_path: Path) -> None:
    for write in (export_events, export_claims):
        with pytest.raises(BadConfig, match=r"\.graphml is for relations; end its name in \.csv, \.jsonl, \.geojson"):
            write([], tmp_path / "x.graphml")
    with pytest.raises(BadConfig, match=r"\.geojson is for events and claims; .* \.graphml"):
        export_ties([], tmp_path / "x.geojson")
    with pytest.raises(BadConfig, match=r"x\.xlsx: end its name"):
        export_ties([], tmp_path / "x.xlsx")
    assert list(tmp_path.iterdir()) == []
