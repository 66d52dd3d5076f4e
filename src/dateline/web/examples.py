"""One made-up report and all that comes of it: the examples of the description of the REST interface."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

import msgspec

from dateline.export.jsonl import claim_json, event_json, tie_json
from dateline.export.lines import outcome_line
from dateline.records.article import Article
from dateline.records.claim import Claim, Claimant, Count, When
from dateline.records.codec import to_builtins
from dateline.records.event import ClaimKey, CountByClaimant, Event, EventCount
from dateline.records.mention import ActorMention, PlaceMention
from dateline.records.reading import Reading
from dateline.records.text import Sentence, Span
from dateline.records.tie import Telling, Tie, TieEnd
from dateline.review.answers import answers_of
from dateline.store.articles import Loss, RunRecord
from dateline.store.network import Activity, Edge

DAY = date(2015, 10, 6)
TEXT = "Turkey bombed a camp near Homs on Tuesday, killing four people, Syria said."
TURKEY = ActorMention(0, 6, "Turkey", "name", "state-TUR", "Turkey", "TUR", ("GOV",))
HOMS = PlaceMention(
    26, 30, "Homs", "geonames:169577", "Homs", "SYR", lat=34.73, lon=36.72, precision="settlement", radius_km=8.9
)
ARTICLE = Article(
    "83b41ff5d4e23f39",
    TEXT,
    source="Harbour Wire",
    title="Camp bombed",
    published="2015-10-06",
    published_basis="given",
)
CLAIM = Claim(
    "c1", "ASSAULT", Span(7, 13), Span(0, 75), "aerial", ("military",), 4, "195", -10.0, TURKEY, None, HOMS,
    When(34, 41, DAY, DAY, "day", "relative"), "happened", Claimant("actor", 64, 69, "state-SYR", "Syria"), None, "s1",
    (Count("killed", 4, 4, 51, 55),), 0.91, "rules", place_basis="stated",
)  # fmt: skip
KEY = ClaimKey(ARTICLE.id, CLAIM.id)
KILLED = EventCount("killed", 4, 4, 4, (CountByClaimant("state-SYR", 4, 4, (f"{ARTICLE.id}/{CLAIM.id}",)),))
EVENT = Event(
    "1c9e4a7750bb2f63", "ASSAULT", "aerial", DAY, DAY, "day", HOMS, ("state-TUR",), (), "happened", (KILLED,), (KEY,),
    1, 1, 0, 1, first_report=DAY, last_report=DAY, whose_word="others",
)  # fmt: skip
TIE = Tie(
    "opposes", TieEnd("state-SYR", "Syria", "SYR"), TieEnd("state-TUR", "Turkey", "TUR"), DAY, DAY, 1, 1, ("outlet",),
    (Telling(ARTICLE.id, ARTICLE.source, DAY, Span(0, 75), TEXT, Claimant("outlet"), 0.7),),
)  # fmt: skip
EDGE = Edge("state-TUR", "state-SYR", 6, (("ASSAULT", 5), ("ACCUSE", 1)))
FITTING = {"events": 1, "claims": 1, "reports": 1}


def told(line: bytes) -> dict[str, object]:
    """What a line of JSON says."""
    return msgspec.json.decode(line, type=dict[str, object])


@cache
def made() -> Mapping[str, object]:
    """The examples of answers that hold whole records, by path."""
    claim, event, tie = told(claim_json((ARTICLE, CLAIM))), told(event_json(EVENT)), told(tie_json(TIE))
    sentences = (Sentence(0, len(TEXT)),)
    name = f"{ARTICLE.id}/{CLAIM.id}"
    item = {
        "says": to_builtins(answers_of(CLAIM)), "own": None, "others": [], "hidden": 1, "verdict": None,
        "sampled": True, "event": EVENT.id,
    }  # fmt: skip
    run = RunRecord("3f2a", "0.9.0", "2015-10-07T06:00:00+00:00", "2015-10-07T06:04:10+00:00", 39, 1, 0)
    loss = Loss("in.jsonl:7", "in.jsonl", None, "no text is left when menus and captions are taken away")
    ways = {"did": [to_builtins(EDGE)], "done_by": [], "says_of": [], "claimed_by": []}
    actor = to_builtins(Activity("state-TUR", 14, 9, 3))
    examples = {
        "/events": {"events": [event], "fitting": FITTING, "filters": {"country": "SYR"}, "next": None},
        "/claims": {"claims": [claim], "fitting": FITTING, "filters": {"country": "SYR"}, "next": None},
        "/ties": {"ties": [tie], "all_ties": 1, "left_out": 0, "filters": {"actor": "Turkey"}},
        "/runs": {"runs": [to_builtins(run)]},
        "/losses": {"losses": [to_builtins(loss)], "all_losses": 1},
        "/events/{name}": {
            "event": event, "claims": [claim], "asked": None, "joined_at": "", "parts": [], "decisions": [],
            "acts": [], "campaigns": [],
        },
        "/articles/{name}": told(outcome_line(Reading(ARTICLE, "3f2a", (), sentences, claims=(CLAIM,)))),
        "/actors/{name}": {
            "actor": actor, "name": "Turkey", "known": None, "ties": [tie], "all_ties": 1, **ways,
        },
        "/claims/{name}": claim,
        "/review/{name}": {
            "queue": "sample", "waiting": 60, "name": name, "filters": {}, "claim": claim, "item": item,
        },
        "/review/claims/{name}": {"name": name, "claim": claim, "item": item},
    }  # fmt: skip
    return told(msgspec.json.encode(examples))
