"""The labelled sentences: every line is sound, gold is apart from what is learned, and there is enough of each kind."""

from __future__ import annotations

import json
from collections import Counter
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from training.coder.sentences import MARK, NONE, trigger_in, twos, unmarked

from dateline.lexicon.frames import terms
from dateline.lexicon.ontology import context_names, event_types

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "training" / "sentences").glob("*.jsonl")) + sorted(
    (ROOT / "evaluation" / "gold").glob("sent*.jsonl")
)
MODES = {kind.name: {mode.name for mode in kind.modes} for kind in event_types()}


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


LEARNED = [row for path in FILES if path.parent.name == "sentences" for row in rows(path)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_line_is_sound(path: Path) -> None:
    for number, row in enumerate(rows(path), 1):
        where = f"{path.name}:{number}"
        assert set(row) == {"marked", "pairs", "contexts"}, where
        text, spans = unmarked(row["marked"])
        assert len(spans) == len(MARK.findall(row["marked"])), f"{where}: a number twice"
        assert not set("[]") & set(text), where
        assert set(row["contexts"]) <= set(context_names()), where
        for pair in row["pairs"]:
            check_pair(pair, text, spans, where)
        ends = [(pair["actor"], pair["recipient"]) for pair in row["pairs"]]
        assert len(ends) == len(set(ends)), f"{where}: a pair twice"


def check_pair(pair: dict[str, Any], text: str, spans: dict[int, Any], where: str) -> None:
    assert set(pair) == {"actor", "recipient", "type", "mode", "status", "trigger"}, where
    assert {pair["actor"], pair["recipient"]} - {0} <= set(spans), where
    assert pair["actor"] != pair["recipient"], where
    assert pair["mode"] is None or pair["mode"] in MODES[pair["type"]], where
    assert pair["type"] in MODES, where
    assert pair["status"] in terms("statuses"), where
    trigger = trigger_in(text, pair["trigger"], [])
    assert trigger is not None, f"{where}: trigger {pair['trigger']!r}"
    assert trigger.of(text) == pair["trigger"], where


def test_no_sentence_twice_and_gold_apart() -> None:
    texts = Counter(unmarked(row["marked"])[0].casefold() for path in FILES for row in rows(path))
    assert [text for text, count in texts.items() if count > 1] == []


def test_there_is_enough_of_every_kind() -> None:
    told = Counter((pair["type"], pair["mode"]) for row in LEARNED for pair in row["pairs"])
    types, statuses = Counter[str](), Counter(pair["status"] for row in LEARNED for pair in row["pairs"])
    for (kind, _), count in told.items():
        types[kind] += count
    silent = sum(len(list(permutations(unmarked(row["marked"])[1], 2))) for row in LEARNED) - sum(types.values())
    assert sum(types.values()) >= 6000
    assert silent >= sum(types.values()) / 2, "a third and more without an event"
    assert all(types[kind] >= 250 for kind in MODES)
    assert all(told[kind, mode] >= 10 for kind, modes in MODES.items() for mode in modes)
    assert all(statuses[status] >= 20 for status in terms("statuses"))


def test_what_a_line_says_of_each_two() -> None:
    row = {
        "marked": "[1 Rebels] shelled [2 the town], [3 the army] said.",
        "pairs": [
            {"actor": 1, "recipient": 2, "type": "ASSAULT", "mode": None, "status": "happened", "trigger": "shelled"}
        ],
        "contexts": [],
    }  # fmt: skip
    found = {(two.first.start, two.second and two.second.start): two for two in twos(row | {"id": "x"})}
    told = found[0, 15]
    assert told.there is not None
    assert told.back is not None
    assert (told.there.type, told.back.type) == ("ASSAULT", NONE)
    assert told.there.trigger is not None
    assert told.there.trigger.of(told.text) == "shelled"
    alone = found[25, None]
    assert alone.there is not None
    assert alone.there.type == NONE
