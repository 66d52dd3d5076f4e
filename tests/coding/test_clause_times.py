"""Which time of a sentence is an event's, in small trees."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.clause_offsets import Offset, offset_of, shifted
from dateline.coding.clause_times import OWN, SHARED_WITH, TELLING, time_of
from dateline.coding.tree import Tree
from dateline.records.claim import When
from dateline.records.mention import TimeMention
from small_trees import at, tree

RAID = (
    "Jets/jet/NNS/nsubj/2 struck/strike/VBD/root/0 Homs/NNP/dobj/2 on/IN/prep/2 Friday/NNP/pobj/4 "
    "killing/kill/VBG/advcl/2 12/CD/nummod/8 men/man/NNS/dobj/6"
)
SAID = (
    "Rebels/rebel/NNS/nsubj/2 shelled/shell/VBD/ccomp/6 Homs/NNP/dobj/2 the/DT/det/5 army/NN/nsubj/6 "
    "said/say/VBD/root/0 on/IN/prep/6 Friday/NNP/pobj/7"
)
VOTE = (
    "Rebels/rebel/NNS/nsubj/2 shelled/shell/VBD/root/0 halls/hall/NNS/dobj/2 after/IN/prep/2 "
    "Friday/NNP/poss/6 ballot/NN/pobj/4"
)
LATER = (
    "Police/police/NNS/nsubj/2 fired/fire/VBD/root/0 a/DT/det/4 day/NN/npadvmod/7 after/IN/mark/7 "
    "miners/miner/NNS/nsubj/7 marched/march/VBD/advcl/2"
)


def friday(one: Tree) -> TimeMention:
    token, day = one.tokens[at(one, "Friday")], date(2015, 10, 9)
    return TimeMention(token.start, token.end, "Friday", "DATE", "2015-10-09", day, day, "day", "relative")


@pytest.mark.parametrize(
    ("words", "word", "kin"),
    [(RAID, "struck", OWN), (RAID, "killing", SHARED_WITH), (SAID, "shelled", TELLING), (SAID, "said", OWN)],
)
def test_a_time_is_of_the_clause_or_of_those_that_share_it(words: str, word: str, kin: str) -> None:
    one = tree(words)
    found = time_of(one, at(one, word), [friday(one)], frozenset({at(one, word)}))
    assert found is not None
    assert (found.time, found.kin) == (friday(one), kin)


def test_a_time_that_says_which_thing_is_meant_is_not_the_verbs() -> None:
    one = tree(VOTE)
    assert time_of(one, at(one, "shelled"), [friday(one)], frozenset({at(one, "shelled")})) is None


def test_only_the_event_behind_after_is_told_as_an_offset() -> None:
    one = tree(LATER)
    length = TimeMention(one.tokens[2].start, one.tokens[3].end, "a day", "DURATION", "P1D")
    found = offset_of(one, at(one, "marched"), [length])
    assert found is not None
    assert (found.side, found.other[0]) == (-1, at(one, "fired"))
    assert offset_of(one, at(one, "fired"), [length]) is None


@pytest.mark.parametrize(
    ("value", "side", "first", "last"),
    [
        ("P1D", -1, date(2015, 10, 8), date(2015, 10, 8)),
        ("P2D", 1, date(2015, 10, 11), date(2015, 10, 11)),
        ("P2W", -1, date(2015, 9, 22), date(2015, 9, 28)),
        ("PT5H", -1, date(2015, 10, 9), date(2015, 10, 9)),
        ("PXD", -1, date(2015, 10, 3), date(2015, 10, 8)),
        ("P99999999Y", -1, date.min, date.min),
    ],
)
def test_lengths_move_days(value: str, side: int, first: date, last: date) -> None:
    day = date(2015, 10, 9)
    base = When(None, None, day, day, "day", "published")
    found = shifted(base, Offset(side, TimeMention(0, 1, "x", "DURATION", value), (0,)))
    assert found is not None
    assert (found.begin, found.finish, found.basis) == (first, last, "relative")
