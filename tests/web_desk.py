"""A desk on a few made-up articles, one of them hostile, for tests of the web service."""

from __future__ import annotations

import json
from pathlib import Path

from dateline.desk import Desk
from dateline.engine.local import Local
from tiny_pipeline import tiny

HOME = "http://127.0.0.1:8765"
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)> Iran ASSAULT Mosul<b> \"' onmouseover=alert(3)"
TEXTS = {
    "first": ("Russia ASSAULT Aleppo on Tuesday. Turkey ACCUSE Russia of it. Iran BACKS Damascus.", "2015-10-06"),
    "second": ("Russia ASSAULT Homs again. Syria THREATEN Turkey with war.", "2015-10-07"),
    "no/day?": ("Turkey CONSULT France about it.", None),
    "evil": (HOSTILE, "2015-10-08"),
}


def filled(database: str, folder: Path) -> Desk:
    """A desk on a database that holds the texts."""
    desk, rows = Desk(database, pipeline=tiny()), folder / "in.jsonl"
    told = {"source": "The <i>Post</i>", "title": HOSTILE[:40]}
    lines = ({"id": name, "text": text, "published": day, **told} for name, (text, day) in TEXTS.items())
    rows.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    desk.add(rows, engine=Local(workers=1))
    return desk
