"""The reports that places are learned from: their marks stand in them, and what speaks for the right place gains."""

from __future__ import annotations

import json

from training.marked_places import REPORTS, spot
from training.where_it_happened import NOWHERE, TRUST, Example, learned

ROWS = [json.loads(line) for line in REPORTS.read_text(encoding="utf-8").splitlines()]


def test_marked_words_and_places_stand_in_their_reports() -> None:
    assert len({row["id"] for row in ROWS}) == len(ROWS) == 315
    for row in ROWS:
        assert len(row["claims"]) >= 4
        for told in row["claims"]:
            assert spot(row["text"], told["words"], told["nth"]).of(row["text"]) == told["words"]
            assert told["place"] is None or told["place"] in row["text"]


def test_what_speaks_for_the_right_place_weighs_more_and_rules_are_trusted_besides() -> None:
    signs = {NOWHERE: 1.0}, {"in its sentence": 1.0}, {"far back": 1.0}
    known = [Example(f"r{n}", signs, 1, "Homs", 0, 1.0, False) for n in range(20)]
    weights = learned(known)
    assert weights["in its sentence"] > weights[NOWHERE] > weights["far back"] - 1e-9
    assert all(weights[name] == more for name, more in TRUST.items())
