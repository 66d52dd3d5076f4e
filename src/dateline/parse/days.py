"""Times that the parser tied to other words than they belong to, or that took words from a verb."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.parse.subjects import DESCRIBING, FINITE, SUBJECTS, TIMES, is_year
from dateline.records.text import Token

HELPERS = frozenset({"aux", "auxpass"})
BEFORE = frozenset({"ADP", "SCONJ"})
"""Parts of speech of what may stand before a time: "on Monday", "since Monday"."""


def with_time(tokens: list[Token]) -> list[Token]:
    """The words, a time behind its preposition as the object of that, where it was taken for a part of the subject: "On
    Monday rebels attacked the town", "On 3 May gunmen killed nine", "On Saturday night planes struck"."""
    for at in range(1, len(tokens)):
        is_long = at + 1 < len(tokens) and {tokens[at].entity, tokens[at + 1].entity} <= TIMES
        last = at + 1 if is_long and tokens[at].head in {at + 1, tokens[at + 1].head} else at
        time, before = tokens[last], tokens[at - 1]
        is_time = time.entity == "DATE" or last > at
        if not is_time or time.relation not in DESCRIBING or before.pos not in BEFORE or time.head <= last:
            continue
        noun = described(tokens, last)
        if tokens[noun].relation == "pobj" and tokens[noun].head == at - 1:
            tokens = with_clause(tokens, at - 1, noun)
        if tokens[noun].relation in SUBJECTS:
            tokens[at - 1] = replace(tokens[at - 1], pos="ADP", relation="prep", head=tokens[noun].head)
            tokens[last] = replace(time, relation="pobj", head=at - 1)
            tokens[at] = tokens[at] if last == at else replace(tokens[at], head=last)
    return tokens


def described(tokens: Sequence[Token], at: int) -> int:
    """The noun that a word describes, itself or by another: "February" before "Judge Ana Torres"."""
    while tokens[at].relation in DESCRIBING and tokens[at].head > at:
        at = tokens[at].head
    return at


def with_clause(tokens: list[Token], top: int, noun: int) -> list[Token]:
    """The words, a noun that a preposition was said to govern as the subject of the next verb: of one that has none, or
    of a participle on the noun where the preposition was taken for the main word."""
    over = tokens[top].head
    near = {one.relation for one in tokens if one.head == over}
    if over > noun and (tokens[over].tag in FINITE or near & HELPERS) and near.isdisjoint(SUBJECTS):
        relation = "nsubjpass" if "auxpass" in near else "nsubj"
        tokens[noun] = replace(tokens[noun], relation=relation, head=over)
        return tokens
    if over != top:
        return tokens
    verb = next((n for n, one in enumerate(tokens) if one.head == noun < n and one.relation == "acl"), None)
    if verb is None or tokens[verb].tag not in {"VBN", "VBD"}:
        return tokens
    tokens = [replace(one, head=verb) if one.head == top and n != top else one for n, one in enumerate(tokens)]
    tokens[noun] = replace(tokens[noun], relation="nsubj", head=verb)
    tokens[verb] = replace(tokens[verb], relation="root", head=verb, tag="VBD")
    return tokens


def with_year(tokens: list[Token]) -> list[Token]:
    """The words, a year behind its month as a part of that where it was taken for a number of the subject: "In May 2013
    rebels kidnapped"."""
    for at in range(2, len(tokens)):
        year, month = tokens[at], tokens[at - 1]
        is_counted = year.relation == "nummod" and year.head > at and tokens[year.head].relation in SUBJECTS
        if is_counted and is_year(year) and month.entity in TIMES and month.relation == "pobj":
            tokens[at] = replace(year, head=at - 1)
    return tokens


def with_tried(tokens: list[Token]) -> list[Token]:
    """The words, "of" behind a day as the verb's: "was found guilty on Wednesday of murder"."""
    for at in range(2, len(tokens)):
        of, day = tokens[at], tokens[tokens[at].head]
        is_of = of.lemma == "of" and of.head == at - 1 and day.entity in TIMES and day.pos == "PROPN"
        over = tokens[day.head].head
        if not is_of or day.relation != "pobj" or tokens[over].tag != "VBN":
            continue
        if not any(one.head == at and one.entity in TIMES for one in tokens):
            tokens[at] = replace(of, head=over)
    return tokens
