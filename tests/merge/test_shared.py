"""What many claims hold is kept once, and nothing is lost that merging asks for."""

from __future__ import annotations

from dataclasses import replace

from dateline.merge.gist import gist
from dateline.merge.shared import Shared
from dateline.merge.told import Told
from dateline.records.claim import Claimant
from tellings import FIRST, claim

SAID = {
    "type": "ASSAULT",
    "place": "Homs",
    "actor": "Russia",
    "recipient": "Syrian rebels",
    "day": FIRST,
    "basis": "stated",
}


def test_what_two_claims_hold_is_kept_once() -> None:
    shared = Shared()
    first = replace(claim(SAID), claimant=Claimant("actor", 0, 4, None, "Omar"))
    second = replace(first, claimant=Claimant("actor", 30, 34, None, "Omar"))
    one, other = map(shared.claim, (first, second))
    assert one.actor is other.actor
    assert one.when is other.when
    assert one.claimant is other.claimant


def test_what_is_kept_says_the_same_of_a_happening() -> None:
    full = claim({**SAID, "numbers": {"killed": 12}})
    assert gist([Told("a", Shared().claim(full))]) == gist([Told("a", full)])


def test_the_place_keeps_where_its_words_stand() -> None:
    full = claim(SAID)
    assert Shared().claim(full).place == full.place
