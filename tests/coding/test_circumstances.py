"""The numbers told of an event, in small trees; and what it was done with."""

from __future__ import annotations

import pytest

from dateline.coding.candidates import Candidate
from dateline.coding.circumstances import counts_of
from dateline.coding.means import mode_of
from dateline.coding.tree import Tree
from dateline.records.mention import QuantityMention
from small_trees import at, tree

RAID = (
    "Jets/jet/NNS/nsubj/2 struck/strike/VBD/root/0 Homs/NNP/dobj/2 on/IN/prep/2 Friday/NNP/pobj/4 "
    "killing/kill/VBG/advcl/2 12/CD/nummod/8 men/man/NNS/dobj/6"
)


def event(one: Tree, word: str, actors: tuple[int, ...] = ()) -> Candidate:
    return Candidate(at(one, word), "ASSAULT", None, None, (), actors, ())


def test_numbers_of_a_consequence_are_told_of_its_cause() -> None:
    one = tree(RAID)
    start, end = one.tokens[at(one, "12")].start, one.tokens[at(one, "men")].end
    dead = QuantityMention(start, end, "12 men", "killed", 12, 12)
    triggers = frozenset({at(one, "struck"), at(one, "killing")})
    assert [(count.kind, count.low) for count in counts_of(one, event(one, "struck"), [dead], triggers, None)] == [
        ("killed", 12)
    ]


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
