"""Many pairs judged at once are judged as each alone."""

from __future__ import annotations

from datetime import timedelta
from itertools import product
from random import Random
from typing import Any

import numpy as np

from dateline.merge.gist import Gist, gist
from dateline.merge.judging import Judging
from dateline.merge.likeness import Texts
from dateline.merge.matching import SameHappening
from dateline.merge.terms import terms
from tellings import CASES, FIRST, telling

JUDGE = SameHappening()
ABOUT = ("Kolwezi miners Mukendi", "Kolwezi miners pit Mukendi", "Mukendi Tenke", "")


def drawn(random: Random) -> Gist:
    """What some claim says, in some report."""
    day = random.choice([None, *(FIRST + timedelta(days=n) for n in range(4))])
    said: dict[str, Any] = {
        "type": random.choice(["ASSAULT", "COERCE", "CONSULT"]),
        "quad": random.choice([None, 4]),
        "words": random.choice(["attacked", "seized", "met", ""]),
        "mode": random.choice([None, "drone", "firearms", "arrest"]),
        "day": day,
        "basis": random.choice(["stated", "relative", "published"]),
        "reported": day if random.random() < 0.7 else None,
        "place": random.choice([None, *sorted(CASES["places"])]),
        "actor": random.choice([None, *sorted(CASES["actors"])]),
        "recipient": random.choice([None, *sorted(CASES["actors"])]),
        "status": random.choice(["happened", "happened", "historical", "planned", "denied"]),
        "numbers": random.choice([{}, {"killed": 2}, {"killed": 12}, {"killed": 12, "wounded": 40}]),
        "about": random.choice(ABOUT),
        "sentence": random.choice(ABOUT).casefold(),
        "known": random.random() < 0.2,
        "campaign": random.random() < 0.2,
    }
    return gist([telling(said)])


def test_all_pairs_at_once_are_judged_as_each_alone() -> None:
    random = Random(1)
    gists = [drawn(random) for _ in range(100)]
    every = [*product(range(len(gists)), repeat=2)]
    first, second = (np.array(ends) for ends in zip(*every, strict=True))
    each = [(JUDGE.judge(gists[one], gists[other]), one, other) for one, other in every]
    edges = Judging.of(gists, JUDGE).edges(first, second)
    assert edges.tolist() == [(judged.score, one, other) for judged, one, other in each if judged.same]
    assert 200 < len(edges) < len(every) / 2


def test_no_pairs_have_no_edges() -> None:
    none = np.zeros(0, np.int64)
    assert len(Judging.of([], JUDGE).edges(none, none)) == 0


def test_texts_are_as_like_in_arrays_as_alone() -> None:
    random = Random(1)
    texts = [terms(" ".join(f"word{random.randrange(60)}x" for _ in range(n))) for n in (0, 1, 5, 30, 60, 200)] * 2
    first, second = (np.array(ends) for ends in zip(*product(range(len(texts)), repeat=2), strict=True))
    alone = [texts[one].like(texts[other]) for one, other in zip(first.tolist(), second.tolist(), strict=True)]
    assert Texts.of(texts).like(first, second).tolist() == alone
    assert 0 < min(filter(None, alone)) < 0.5
