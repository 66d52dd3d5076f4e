"""Lists of those who do or meet with something, which the parser tore apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.parse.subjects import SUBJECTS
from dateline.records.text import Token

COUNTING = frozenset({"a", "an", "one", "another"})
"""Words before a noun of which another that stands so behind a comma is no second name."""


def with_list_of_subjects(tokens: list[Token]) -> list[Token]:
    """The words, the last of a list as joined to the first where both were taken for subjects, and those between too:
    "A colonel, a judge, and Senator Luis Mora were murdered"."""
    for at in range(2, len(tokens)):
        last = tokens[at]
        first = next((n for n in range(at) if is_twin(tokens, n, at)), None) if last.relation in SUBJECTS else None
        joint = None if first is None else opening(tokens, at) - 1
        if first is None or joint is None or tokens[joint].relation != "cc" or tokens[joint].head != first:
            continue
        tokens[at] = replace(last, head=first, relation="conj")
        for n in range(first + 1, joint):
            is_more = tokens[n].head == first and tokens[n].relation == "appos"
            if is_more and is_counted(tokens, first) and is_counted(tokens, n):
                tokens[n] = replace(tokens[n], relation="conj")
    return tokens


def with_named_list(tokens: list[Token]) -> list[Token]:
    """The words, the names right behind a plural noun as those of whom it says what they are, where they were hung on
    another noun: "a lieutenant and soldiers Nelson Diaz and Luis Mora were killed"."""
    for at in range(1, len(tokens)):
        name = tokens[at]
        noun = opening(tokens, at) - 1
        if name.pos != "PROPN" or noun < 0 or noun == name.head or tokens[noun].tag != "NNS":
            continue
        told = {"appos": SUBJECTS | {"conj", "dobj"}} | dict.fromkeys(SUBJECTS, frozenset({"conj"}))
        if tokens[noun].relation not in told.get(name.relation, ()):
            continue
        if any(one.head == at and one.relation == "conj" for one in tokens):
            tokens[at] = replace(name, relation=tokens[noun].relation, head=tokens[noun].head)
            tokens[noun] = replace(tokens[noun], relation="compound", head=at)
    return tokens


def is_twin(tokens: Sequence[Token], one: int, other: int) -> bool:
    """Whether two words were both taken for the same subject of one verb behind them."""
    first, second = tokens[one], tokens[other]
    return first.relation == second.relation and first.head == second.head > other


def opening(tokens: Sequence[Token], noun: int) -> int:
    """Where the words before a noun that hang on it begin."""
    return min([noun, *(n for n in range(noun) if tokens[n].head == noun)])


def is_counted(tokens: Sequence[Token], noun: int) -> bool:
    """Whether a noun is said as one more of some: "a judge", "two guards"."""
    before = tokens[opening(tokens, noun)]
    return before.pos == "NUM" or before.text.lower() in COUNTING
