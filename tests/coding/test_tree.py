"""Subjects and objects of verbs, own and shared, in small trees."""

from __future__ import annotations

import pytest

from small_trees import at, forms, tree

ACTIVE = "Rebels/rebel/NNS/nsubj/2 shelled/shell/VBD/root/0 Aleppo/NNP/dobj/2"
PASSIVE = "Aleppo/NNP/nsubjpass/3 was/be/VBD/auxpass/3 shelled/shell/VBN/root/0 by/IN/agent/3 rebels/rebel/NNS/pobj/4"
BOTH = (
    "Iran/NNP/nsubj/4 and/CC/cc/1 Iraq/NNP/conj/1 met/meet/VBD/root/0 envoys/envoy/NNS/dobj/4 "
    "and/CC/cc/5 aides/aide/NNS/conj/5"
)
RELATIVE = "Rebels/rebel/NNS/nsubj/5 who/WP/nsubj/3 shot/shoot/VBD/relcl/1 guards/guard/NNS/dobj/3 fled/flee/VBD/root/0"
ABOUT = "Rebels/rebel/NNS/nsubj/5 whom/WP/dobj/4 police/NNS/nsubj/4 shot/shoot/VBD/relcl/1 fled/flee/VBD/root/0"
CONTROL = (
    "Iran/NNP/nsubj/2 tried/try/VBD/root/0 to/TO/aux/4 bomb/VB/xcomp/2 Erbil/NNP/dobj/4 "
    "killing/kill/VBG/advcl/4 men/man/NNS/dobj/6"
)
COORDINATED = "Police/NNS/nsubj/2 beat/VBD/root/0 and/CC/cc/2 held/hold/VBD/conj/2 women/woman/NNS/dobj/4"
READY = "Iran/NNP/nsubj/2 is/be/VBZ/root/0 ready/JJ/acomp/2 to/TO/aux/5 talk/VB/xcomp/3"
PARTY = "ruling/rule/VBG/nsubj/3 Congress/NNP/nsubj/3 expelled/expel/VBD/root/0 him/he/PRP/dobj/3"


@pytest.mark.parametrize(
    ("words", "verb", "subjects", "objects"),
    [
        (ACTIVE, "shelled", ["Rebels"], ["Aleppo"]),
        (BOTH, "met", ["Iran", "Iraq"], ["envoys", "aides"]),
        (RELATIVE, "shot", ["Rebels"], ["guards"]),
        (ABOUT, "shot", ["police"], ["Rebels"]),
        (CONTROL, "bomb", ["Iran"], ["Erbil"]),
        (CONTROL, "killing", ["Iran"], ["men"]),
        (COORDINATED, "held", ["Police"], ["women"]),
        (COORDINATED, "beat", ["Police"], ["women"]),
        (READY, "talk", ["Iran"], []),
        (PARTY, "expelled", ["Congress"], ["him"]),
    ],
)
def test_ends_of_verbs(words: str, verb: str, subjects: list[str], objects: list[str]) -> None:
    one = tree(words)
    assert forms(one, one.subjects(at(one, verb))) == subjects
    assert forms(one, one.objects(at(one, verb))) == objects


def test_passive() -> None:
    one = tree(PASSIVE)
    assert one.is_passive(at(one, "shelled"))
    assert not tree(ACTIVE).is_passive(1)
    backed = tree("groups/group/NNS/root/0 backed/back/VBN/acl/1 by/IN/agent/2 Iran/NNP/pobj/3")
    assert backed.is_passive(1)


def test_a_loop_of_shared_subjects_ends() -> None:
    words = " ".join(f"go/go/VB/{'root' if n == 0 else 'xcomp'}/{n}" for n in range(30))
    assert tree(words).subjects(29) == []


def test_prepositions_within_prepositions() -> None:
    one = tree(
        "Jets/jet/NNS/nsubj/2 flew/fly/VBD/root/0 over/IN/prep/2 Iraq/NNP/pobj/3 and/CC/cc/3 into/IN/conj/3 "
        "Syria/NNP/pobj/6"
    )
    assert [(prep, one.tokens[n].text) for prep, n in one.prepositions(1)] == [("over", "Iraq"), ("into", "Syria")]


@pytest.mark.parametrize(
    ("words", "is_verb"),
    [
        ("Rome/NNP/nsubj/2 threatened/threaten/VBD/root/0 to/TO/aux/4 fine/JJ/xcomp/2", True),
        ("courts/court/NNS/nsubj/3 will/MD/aux/3 jail/NN/root/0", True),
        ("a/DT/det/3 long/JJ/amod/3 fine/NN/root/0", False),
    ],
)
def test_verbs_that_were_read_as_nouns(words: str, is_verb: bool) -> None:
    one = tree(words)
    assert one.is_verb(len(one.tokens) - 1) is is_verb
