"""Whether it happened, in small trees."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.candidates import Candidate
from dateline.coding.clause_signs import Sign
from dateline.coding.governed import bonds, status_by_complement
from dateline.coding.status import STRENGTH, Setting, hedges_of, status_of, strongest
from dateline.records.mention import TimeMention
from small_trees import at, tree

CASES = [
    ("Iran/NNP/nsubj/2 attacked/attack/VBD/root/0", "attacked", "ASSAULT", "happened", ""),
    ("Iran/NNP/nsubj/3 is/be/VBZ/aux/3 attacking/attack/VBG/root/0", "attacking", "ASSAULT", "ongoing", ""),
    ("Iran/NNP/nsubj/3 will/MD/aux/3 attack/VB/root/0", "attack", "ASSAULT", "planned", "will"),
    ("Iran/NNP/nsubj/3 may/MD/aux/3 attack/VB/root/0", "attack", "ASSAULT", "possible", "may"),
    ("Iran/NNP/nsubj/4 did/do/VBD/aux/4 not/RB/neg/4 attack/VB/root/0", "attack", "ASSAULT", "did_not_happen", "not"),
    ("No/DT/det/2 rebels/rebel/NNS/nsubj/3 attacked/attack/VBD/root/0", "attacked", "ASSAULT", "did_not_happen", "No"),
    ("If/IN/mark/3 Iran/NNP/nsubj/3 attacks/attack/VBZ/advcl/5 oil/NN/nsubj/5 rises/rise/VBZ/root/0",
     "attacks", "ASSAULT", "conditional", "If"),
    ("Iran/NNP/nsubj/2 are/be/VBP/root/0 to/TO/aux/4 meet/VB/xcomp/2", "meet", "CONSULT", "planned", "are"),
    ("Iran/NNP/nsubj/2 is/be/VBZ/root/0 due/JJ/acomp/2 to/TO/aux/5 meet/VB/xcomp/3",
     "meet", "CONSULT", "planned", "due"),
    ("Iran/NNP/nsubj/2 said/say/VBD/root/0 it/PRP/nsubj/5 would/MD/aux/5 leave/VB/ccomp/2",
     "leave", "RETREAT", "planned", "would"),
    ("Iran/NNP/nsubj/2 vowed/vow/VBD/root/0 to/TO/aux/4 attack/VB/xcomp/2", "attack", "ASSAULT", "threatened", "vowed"),
    ("Iran/NNP/nsubj/2 denied/deny/VBD/root/0 attacking/attack/VBG/xcomp/2",
     "attacking", "ASSAULT", "denied", "denied"),
    (("Iran/NNP/nsubj/2 denied/deny/VBD/root/0 reports/report/NNS/dobj/2 that/IN/mark/6 it/PRP/nsubj/6 "
     "attacked/attack/VBD/acl/3"), "attacked", "ASSAULT", "denied", "denied"),
    ("Iran/NNP/nsubj/2 planned/plan/VBD/root/0 attacks/attack/NNS/dobj/2", "attacks", "ASSAULT", "planned", "planned"),
    ("fear/NN/root/0 of/IN/prep/1 attacks/attack/NNS/pobj/2", "attacks", "ASSAULT", "possible", "fear"),
    ("foiled/JJ/amod/2 attack/NN/root/0", "attack", "ASSAULT", "did_not_happen", "foiled"),
    (("Iran/NNP/nsubj/2 threatened/threaten/VBD/root/0 strikes/strike/NNS/dobj/2 if/IN/mark/6 Iraq/NNP/nsubj/6 "
     "talked/talk/VBD/advcl/2"), "threatened", "THREATEN", "happened", ""),
]  # fmt: skip


@pytest.mark.parametrize(("words", "word", "kind", "status", "hedges"), CASES)
def test_status(words: str, word: str, kind: str, status: str, hedges: str) -> None:
    one = tree(words)
    event = Candidate(at(one, word), kind, None, None, (), (), ())
    setting = Setting(one, status_by_complement(bonds(one)), (), frozenset({event.trigger}), None)
    assert status_of(event, setting) == status
    assert [one.tokens[n].text for n in hedges_of(event, status, setting)] == hedges.split()


def test_where_no_word_speaks_for_a_status_those_that_hedge_otherwise_are_kept() -> None:
    one = tree("Iran/NNP/nsubj/3 may/MD/aux/3 attack/VB/root/0")
    setting = Setting(one, {}, (), frozenset({2}), None)
    assert hedges_of(Candidate(2, "ASSAULT", None, None, (), (), ()), "planned", setting) == (1,)


@pytest.mark.parametrize(("today", "status"), [(date(2015, 1, 1), "historical"), (date(1990, 6, 1), "happened")])
def test_history_is_long_before_the_article(today: date, status: str) -> None:
    one = tree("Iraq/NNP/nsubj/2 attacked/attack/VBD/root/0 in/IN/prep/2 1990/CD/pobj/3")
    token = one.tokens[3]
    year = TimeMention(token.start, token.end, "1990", "DATE", "1990", date(1990, 1, 1), date(1990, 12, 31), "year")
    event = Candidate(1, "ASSAULT", None, None, (), (0,), ())
    assert status_of(event, Setting(one, {}, (year,), frozenset({1}), today)) == status


def test_the_strongest_word_wins() -> None:
    assert strongest([]).status == "happened"
    assert strongest([Sign("planned"), Sign("did_not_happen", (3,)), Sign("ongoing")]) == ("did_not_happen", (3,))
    assert len(set(STRENGTH)) == len(STRENGTH)
