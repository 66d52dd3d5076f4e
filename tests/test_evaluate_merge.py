"""How events are judged by the storylines."""

from __future__ import annotations

from datetime import date
from typing import Any

from dateline.evaluate_merge import Storyline, b_cubed, judged, span_of
from dateline.merge.events import merge
from tellings import report

RAID: dict[str, Any] = {
    "type": "ASSAULT",
    "words": "bombed",
    "day": date(2015, 9, 30),
    "place": "Homs",
    "actor": "Russia",
    "recipient": "civilians",
}


def mention(article: str) -> dict[str, Any]:
    return {"article": article, "words": "bombed", "around": "bombed", "nth": 1, "field": "text"}


def story(*happenings: list[str]) -> Storyline:
    names = sorted({name for articles in happenings for name in articles})
    articles = [{"id": name, "origin": f"outlet {name}"} for name in names]
    events = [
        {"id": f"e{n}", "type": "ASSAULT", "mentions": [mention(name) for name in articles]}
        for n, articles in enumerate(happenings)
    ]
    return Storyline({"id": "s", "articles": articles, "events": events})


def test_one_event_of_two_reports_is_right() -> None:
    read = [report(name, RAID, source=name) for name in ("a", "b")]
    right = judged([story(["a", "b"])], read, merge(read))
    assert (right["b3_f1"], right["sources"], right["n_tellings"]) == (1, 1, 2)
    wrong = judged([story(["a"], ["b"])], read, merge(read))
    assert (wrong["b3_precision"], wrong["b3_recall"], wrong["sources"]) == (0.5, 1, 0)


def test_a_telling_that_is_quoted_counts_as_of_whom_it_is_quoted_from() -> None:
    read = [report(name, RAID, source=name) for name in ("a", "b")]
    told_by_one = story(["a", "b"])
    told_by_one.row["events"][0]["mentions"][1]["origin"] = "outlet a"
    assert judged([told_by_one], read, merge(read))["sources"] == 0


def test_b_cubed() -> None:
    assert b_cubed([("x", "1"), ("x", "1"), ("y", "1"), ("y", "2")]) == ((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4, 0.75)


def test_words_that_stand_twice_are_told_apart() -> None:
    twice = {"words": "fired", "around": "fired, and they fired back", "nth": 2}
    assert span_of(twice, "They fired, and they fired back.").start == 21
