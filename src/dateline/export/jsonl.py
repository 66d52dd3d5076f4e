"""Claims, events and ties as JSON Lines."""

from __future__ import annotations

import msgspec

from dateline.export.columns import Told
from dateline.records.codec import event_line, to_builtins
from dateline.records.event import Event
from dateline.records.tie import Tie

CLAIM = "dateline-claim/1"
TIE = "dateline-tie/1"


def claim_json(told: Told) -> bytes:
    """A claim as in `dateline/1`, with its article (but not the text) and the words of its evidence."""
    article, claim = told
    about = {name: getattr(article, name) for name in ("id", "url", "source", "title", "published")}
    words = claim.evidence.of(article.text)
    return msgspec.json.encode({"format": CLAIM, "article": about, **to_builtins(claim), "words": words}) + b"\n"


def event_json(event: Event) -> bytes:
    """An event as a line of `dateline-event/1`."""
    return event_line(event) + b"\n"


def tie_json(tie: Tie) -> bytes:
    """A tie with all its tellings."""
    return msgspec.json.encode({"format": TIE, **to_builtins(tie)}) + b"\n"
