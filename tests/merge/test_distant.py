"""Pairs that lie too far apart are known without a judgement, and no others are."""

from __future__ import annotations

from itertools import product

import numpy as np

from dateline.merge.distant import Lying
from dateline.merge.gist import gist
from dateline.merge.spots import nearness
from tellings import CASES, telling

PLACES = (None, *CASES["places"])


def test_whom_the_arrays_call_far_the_judgement_calls_far_and_the_other_way_round() -> None:
    gists = [gist([telling({"type": "ASSAULT", "place": name})]) for name in PLACES]
    one, other = (np.array(ends) for ends in zip(*product(range(len(gists)), repeat=2), strict=True))
    found = Lying.of(gists).far(one, other).tolist()
    for first, second, far in zip(one.tolist(), other.tolist(), found, strict=True):
        lie = nearness(gists[first].spots, gists[second].spots)
        assert far == (lie is not None and lie[0] == "far"), (PLACES[first], PLACES[second])
    assert 0 < sum(found) < len(found)


def test_two_quarters_of_which_only_the_town_is_known_are_not_one_place() -> None:
    quarter, other = (gist([telling({"type": "ASSAULT", "place": f"Homs/{name}"})]).spots for name in ("Karam", "Waer"))
    town = gist([telling({"type": "ASSAULT", "place": "Homs"})]).spots
    assert nearness(quarter, quarter) == nearness(quarter, town) == ("near", 0.0)
    assert nearness(quarter, other) == ("beside", 0.0)
