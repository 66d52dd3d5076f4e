"""Subjects that the parser took for something else, as the words around them show."""

from __future__ import annotations

from dataclasses import replace

from dateline.records.text import Token

FINITE = frozenset({"VBD", "VBZ", "VBP"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
TIMES = frozenset({"DATE", "TIME"})


def with_named(tokens: list[Token]) -> list[Token]:
    """The words, a name right behind the noun that says what it names as apposed to it where both were taken for
    subjects: "the regional bloc ECOWAS condemned"."""
    for at in range(1, len(tokens)):
        name, noun = tokens[at], tokens[at - 1]
        are_subjects = name.relation in SUBJECTS and noun.relation == name.relation and noun.head == name.head > at
        is_name = name.pos == "PROPN" or (name.text.isupper() and name.text.isalpha())
        if are_subjects and is_name and noun.pos == "NOUN":
            tokens[at] = replace(name, head=at - 1, relation="appos", pos="PROPN", tag="NNP")
    return tokens


def with_second_subject(tokens: list[Token]) -> list[Token]:
    """The words, somebody behind a time and "and" as who does what the next verb tells: "expelled two on Monday and
    Denmark expelled one"."""
    for at in range(2, len(tokens) - 1):
        one, time, verb = tokens[at], tokens[at].head, tokens[at + 1]
        is_listed = one.relation == "conj" and one.pos == "PROPN" and one.entity not in TIMES
        if not is_listed or tokens[time].entity not in TIMES or verb.tag not in FINITE or verb.relation != "conj":
            continue
        if not any(below.head == at + 1 and below.relation in SUBJECTS for below in tokens):
            tokens[at] = replace(one, head=at + 1, relation="nsubj")
    return tokens
