"""Borders as places: which words tell one, and between which states it is."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from dateline.coding.borders import borders_of
from dateline.records.mention import ActorMention
from small_trees import tree

ACROSS = (
    "Mali/Mali/NNP/nsubj/2 moved/move/VBD/root/0 tanks/tank/NNS/dobj/2 to/IN/prep/2 its/its/PRP$/poss/6 "
    "border/NN/pobj/4 with/IN/prep/6 Algeria/NNP/pobj/7"
)
PEOPLE = "Men/man/NNS/nsubj/2 fought/fight/VBD/root/0 on/IN/prep/2 the/DT/det/6 Thai/JJ/amod/6 frontier/NN/pobj/3"
KNOWN = "Men/man/NNS/nsubj/2 crossed/cross/VBD/root/0 the/DT/det/4 border/NN/dobj/2"
SOME = "Men/man/NNS/nsubj/2 crossed/cross/VBD/root/0 a/DT/det/4 border/NN/dobj/2"
GUARDS = "Thai/JJ/amod/3 border/NN/compound/3 guards/guard/NNS/nsubj/4 fired/fire/VBD/root/0"
CLOSED = "Mali/Mali/NNP/nsubj/2 closed/close/VBD/root/0 its/its/PRP$/poss/4 borders/border/NNS/dobj/2"


@pytest.mark.parametrize(
    ("words", "main", "told"),
    [
        (ACROSS, [], [("border with Algeria", "Algeria-Mali border", "MLI")]),
        (PEOPLE, [], [("Thai frontier", "border of Thailand", None)]),
        (PEOPLE, ["MMR", "CHN"], [("Thai frontier", "Myanmar-Thailand border", None)]),
        (KNOWN, ["COD", "RWA"], [("border", "Democratic Republic of the Congo-Rwanda border", None)]),
        (KNOWN, ["USA", "RWA"], []),
        (SOME, ["COD", "RWA"], []),
        (GUARDS, ["MMR", "THA"], []),
        (CLOSED, ["MLI", "NER"], [("borders", "border of Mali", "MLI")]),
    ],
)
def test_a_border_is_told_by_its_states(
    words: str, main: Sequence[str], told: Sequence[tuple[str, str, str | None]]
) -> None:
    one = tree(words)
    text = " ".join(token.text for token in one.tokens)
    pointing = [
        ActorMention(token.start, token.end, token.text, "pronoun", "state-MLI", "Mali", "MLI")
        for token in one.tokens
        if token.text == "its"
    ]
    assert [(one.text, one.name, one.country) for one in borders_of(one, text, pointing, main)] == told
