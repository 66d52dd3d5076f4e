"""Where actors and recipients stand around a word."""

from __future__ import annotations

import pytest

from dateline.coding.slots import Frame, by_agent, core, particle
from small_trees import at, forms, tree

FINED = "Spain/NNP/nsubj/2 gave/give/VBD/root/0 Chad/NNP/dative/2 grain/NN/dobj/2 for/IN/prep/4 camps/camp/NNS/pobj/5"
STRIKE = (
    "Iran/NNP/poss/3 's/POS/case/1 strike/NN/root/0 on/IN/prep/3 a/DT/det/6 base/NN/pobj/4 of/IN/prep/6 "
    "rebels/rebel/NNS/pobj/7"
)
KILLING = "killing/NN/root/0 of/IN/prep/1 a/DT/det/4 guard/NN/pobj/2 by/IN/prep/4 rebels/rebel/NNS/pobj/5"
CARRIED = (
    "Iran/NNP/nsubj/2 carried/carry/VBD/root/0 out/RP/prt/2 strikes/strike/NNS/dobj/2 on/IN/prep/2 Erbil/NNP/pobj/5"
)
SUPPLIED = (
    "rebels/rebel/NNS/nsubjpass/3 were/be/VBD/auxpass/3 supplied/supply/VBN/root/0 with/IN/prep/3 guns/gun/NNS/pobj/4 "
    "by/IN/prep/5 Iran/NNP/pobj/6"
)
DEEP = (
    "Oman/NNP/nsubj/2 discussed/discuss/VBD/root/0 calm/NN/dobj/2 in/IN/prep/3 camps/camp/NNS/pobj/4 "
    "with/IN/prep/5 Iran/NNP/pobj/6"
)


@pytest.mark.parametrize(
    ("words", "word", "slot", "found"),
    [
        (FINED, "gave", "subj", ["Spain"]),
        (FINED, "gave", "iobj", ["Chad"]),
        (FINED, "gave", "obj", ["grain"]),
        (FINED, "gave", "obj.for", ["camps"]),
        (STRIKE, "strike", "poss", ["Iran"]),
        (STRIKE, "strike", "on", ["base"]),
        (STRIKE, "strike", "on.of", ["rebels"]),
        (KILLING, "killing", "by", ["rebels"]),
        (KILLING, "killing", "of", ["guard"]),
        (SUPPLIED, "supplied", "subj", ["Iran"]),
        (SUPPLIED, "supplied", "obj", ["rebels"]),
        (DEEP, "discussed", "with", ["Iran"]),
        (DEEP, "discussed", "about", []),
    ],
)
def test_slots(words: str, word: str, slot: str, found: list[str]) -> None:
    one = tree(words)
    position = at(one, word)
    frame = Frame(one, position, one.tokens[position].pos == "NOUN", frozenset())
    assert forms(one, frame.fill(slot)) == found


def test_an_event_noun_shares_the_ends_of_its_light_verb() -> None:
    one = tree(CARRIED)
    frame = Frame(one, at(one, "strikes"), True, frozenset(), at(one, "carried"))
    assert forms(one, frame.fill("by")) == ["Iran"]
    assert forms(one, frame.fill("on")) == ["Erbil"]
    assert particle(one, at(one, "carried")) == "out"


def test_a_sum_gives_way_to_whom_it_is_taken_from() -> None:
    one = tree("Rome/NNP/nsubj/2 fined/fine/VBD/root/0 firms/firm/NNS/dative/2 euros/euro/NNS/dobj/2")
    assert forms(one, Frame(one, 1, False, frozenset()).fill("obj")) == ["euros"]


def test_containers() -> None:
    one = tree("dozens/dozen/NNS/root/0 of/IN/prep/1 protesters/protester/NNS/pobj/2")
    assert core(one, 0) == 2
    assert core(one, 2) == 2


def test_agents() -> None:
    one = tree(SUPPLIED)
    assert forms(one, by_agent(one, at(one, "supplied"))) == ["Iran"]
