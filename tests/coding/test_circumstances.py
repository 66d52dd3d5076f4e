"""Where and how many, in small trees; and what it was done with."""

from __future__ import annotations

import pytest

from dateline.coding.candidates import Candidate
from dateline.coding.circumstances import counts_of, place_of
from dateline.coding.means import mode_of
from dateline.coding.tree import Tree
from dateline.records.mention import PlaceMention, QuantityMention
from small_trees import at, tree

RAID = (
    "Jets/jet/NNS/nsubj/2 struck/strike/VBD/root/0 Homs/NNP/dobj/2 on/IN/prep/2 Friday/NNP/pobj/4 "
    "killing/kill/VBG/advcl/2 12/CD/nummod/8 men/man/NNS/dobj/6"
)
TWO = (
    "Rebels/rebel/NNS/nsubj/2 shelled/shell/VBD/root/0 posts/post/NNS/dobj/2 in/IN/prep/2 Homs/NNP/pobj/4 "
    "after/IN/mark/8 Iran/NNP/nsubj/8 bombed/bomb/VBD/advcl/2 camps/camp/NNS/dobj/8 in/IN/prep/8 Erbil/NNP/pobj/10"
)


def event(one: Tree, word: str, actors: tuple[int, ...] = ()) -> Candidate:
    return Candidate(at(one, word), "ASSAULT", None, None, (), actors, ())


def place(one: Tree, word: str) -> PlaceMention:
    token = one.tokens[at(one, word)]
    return PlaceMention(token.start, token.end, word, None, word, "SYR", precision="settlement")


@pytest.mark.parametrize(
    ("words", "word", "name"), [(RAID, "struck", "Homs"), (TWO, "shelled", "Homs"), (TWO, "bombed", "Erbil")]
)
def test_a_place_belongs_to_the_event_over_it(words: str, word: str, name: str) -> None:
    one = tree(words)
    places = [place(one, token.text) for token in one.tokens if token.text in {"Homs", "Erbil"}]
    triggers = frozenset(n for n, token in enumerate(one.tokens) if token.tag == "VBD")
    found = place_of(one, event(one, word), places, triggers, (None, None))
    assert found is not None
    assert found.text == name


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
