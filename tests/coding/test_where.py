"""Where an event was, in small trees: how plainly the way from a place leads to it, and whose place it shares."""

from __future__ import annotations

import pytest

from dateline.coding.candidates import Candidate
from dateline.coding.tree import Tree
from dateline.coding.ways import cost
from dateline.coding.where import place_of
from dateline.records.mention import PlaceMention
from small_trees import at, tree

PLACES = {"Homs", "Erbil", "Syria", "Idlib"}
RAID = (
    "Jets/jet/NNS/nsubj/2 struck/strike/VBD/root/0 Homs/NNP/dobj/2 on/IN/prep/2 Friday/NNP/pobj/4 "
    "killing/kill/VBG/advcl/2 12/CD/nummod/8 men/man/NNS/dobj/6"
)
TWO = (
    "Rebels/rebel/NNS/nsubj/2 shelled/shell/VBD/root/0 posts/post/NNS/dobj/2 in/IN/prep/2 Homs/NNP/pobj/4 "
    "after/IN/mark/8 Iran/NNP/nsubj/8 bombed/bomb/VBD/advcl/2 camps/camp/NNS/dobj/8 in/IN/prep/8 Erbil/NNP/pobj/10"
)
CITY = "Jets/jet/NNS/nsubj/2 hit/hit/VBD/root/0 in/IN/prep/2 the/DT/det/5 city/NN/pobj/3 of/IN/prep/5 Homs/NNP/pobj/6"
SOUTH = "Jets/jet/NNS/nsubj/2 struck/strike/VBD/root/0 south/RB/advmod/2 of/IN/prep/3 Homs/NNP/pobj/4"
ORIGIN = "Jets/jet/NNS/nsubj/2 killed/kill/VBD/root/0 a/DT/det/4 man/NN/dobj/2 from/IN/prep/4 Homs/NNP/pobj/5"
STOOD = (
    "Rebels/rebel/NNS/nsubj/2 shot/shoot/VBD/root/0 him/PRP/dobj/2 as/IN/mark/6 he/PRP/nsubj/6 "
    "stood/stand/VBD/advcl/2 in/IN/prep/6 Homs/NNP/pobj/7"
)
FINER = (
    "In/IN/prep/4 Syria/NNP/pobj/1 jets/jet/NNS/nsubj/4 struck/strike/VBD/root/0 posts/post/NNS/dobj/4 "
    "in/IN/prep/4 Idlib/NNP/pobj/6"
)
HERE = "Crowds/crowd/NNS/nsubj/2 marched/march/VBD/root/0 here/RB/advmod/2 over/IN/prep/2 Homs/NNP/pobj/4"


def event(one: Tree, word: str) -> Candidate:
    return Candidate(at(one, word), "ASSAULT", None, None, (), (), ())


def place(one: Tree, word: str) -> PlaceMention:
    token = one.tokens[at(one, word)]
    precision = "country" if word == "Syria" else "settlement"
    return PlaceMention(token.start, token.end, word, None, word, "SYR", precision=precision)


@pytest.mark.parametrize(
    ("words", "word", "name"),
    [
        (RAID, "struck", "Homs"),
        (RAID, "killing", "Homs"),
        (TWO, "shelled", "Homs"),
        (TWO, "bombed", "Erbil"),
        (STOOD, "shot", "Homs"),
        (FINER, "struck", "Idlib"),
        (ORIGIN, "killed", None),
        (HERE, "marched", None),
    ],
)
def test_a_place_belongs_to_the_event_over_it_or_to_its_kin(words: str, word: str, name: str | None) -> None:
    one = tree(words)
    places = [place(one, token.text) for token in one.tokens if token.text in PLACES]
    triggers = frozenset(n for n, token in enumerate(one.tokens) if token.tag in {"VBD", "VBG"})
    found = place_of(one, event(one, word), places, triggers, (None, None))
    assert (found.text if found else None) == name


@pytest.mark.parametrize(("words", "word", "price"), [(CITY, "hit", 0), (SOUTH, "struck", 3), (ORIGIN, "killed", None)])
def test_what_a_way_costs(words: str, word: str, price: int | None) -> None:
    one = tree(words)
    assert cost(one, place(one, "Homs"), event(one, word)) == price
