"""When and how many, in small trees; and what it was done with."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.candidates import Candidate
from dateline.coding.circumstances import counts_of, time_of, when_of
from dateline.coding.means import mode_of
from dateline.coding.tree import Tree
from dateline.records.article import Article, Dateline
from dateline.records.mention import QuantityMention, TimeMention
from small_trees import at, tree

RAID = (
    "Jets/jet/NNS/nsubj/2 struck/strike/VBD/root/0 Homs/NNP/dobj/2 on/IN/prep/2 Friday/NNP/pobj/4 "
    "killing/kill/VBG/advcl/2 12/CD/nummod/8 men/man/NNS/dobj/6"
)


def event(one: Tree, word: str, actors: tuple[int, ...] = ()) -> Candidate:
    return Candidate(at(one, word), "ASSAULT", None, None, (), actors, ())


def test_time_of_the_clause() -> None:
    one = tree(RAID)
    token = one.tokens[at(one, "Friday")]
    friday = TimeMention(
        token.start, token.end, "Friday", "DATE", "2015-10-09", date(2015, 10, 9), date(2015, 10, 9), "day"
    )
    triggers = frozenset({at(one, "struck"), at(one, "killing")})
    assert time_of(one, event(one, "struck"), [friday], triggers) == friday
    assert time_of(one, event(one, "killing"), [friday], triggers) == friday


def test_numbers_of_a_consequence_are_told_of_its_cause() -> None:
    one = tree(RAID)
    start, end = one.tokens[at(one, "12")].start, one.tokens[at(one, "men")].end
    dead = QuantityMention(start, end, "12 men", "killed", 12, 12)
    triggers = frozenset({at(one, "struck"), at(one, "killing")})
    assert [(count.kind, count.low) for count in counts_of(one, event(one, "struck"), [dead], triggers, None)] == [
        ("killed", 12)
    ]


def test_without_words_for_a_time() -> None:
    day = date(2015, 10, 9)
    told = Article("a", "x", published="2015-10-10", dateline=Dateline(0, 1, "Homs", day, None))
    assert (when_of(None, told, "happened").begin, when_of(None, told, "happened").basis) == (day, "dateline")
    assert when_of(None, Article("a", "x", published="2015-10-10"), "ongoing").basis == "published"
    assert when_of(None, told, "planned").begin is None
    assert when_of(None, Article("a", "x"), "happened").basis == "unknown"


@pytest.mark.parametrize(
    ("words", "word", "mode"),
    [
        ("Jets/jet/NNS/nsubj/2 hit/VBD/root/0", "hit", "aerial"),
        ("air/NN/compound/2 strike/NN/root/0", "strike", "aerial"),
        (
            "He/he/PRP/nsubj/2 killed/kill/VBD/root/0 him/he/PRP/dobj/2 with/IN/prep/2 knives/knife/NNS/pobj/4",
            "killed",
            "primitive",
        ),
        ("He/he/PRP/nsubj/2 killed/kill/VBD/root/0 him/he/PRP/dobj/2", "killed", None),
    ],
)
def test_means(words: str, word: str, mode: str | None) -> None:
    one = tree(words)
    assert mode_of(one, event(one, word, (0,))) == mode
