"""Subjects that the parser took for something else, as the words around them show."""

from __future__ import annotations

from dataclasses import replace

from dateline.lexicon.reporting import reporting_word
from dateline.records.text import Token

DESCRIBING = frozenset({"compound", "nummod", "nmod", "amod"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
TIMES = frozenset({"DATE", "TIME"})
YEAR = 4
"""So many digits a year has."""
DOUBTED = frozenset({"believes", "suspects", "says", "alleges"})
"""Stances of the participles by which somebody is only taken for what they are: "gunmen believed to be rebels"."""


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


def with_believed(tokens: list[Token]) -> list[Token]:
    """The words, a noun as the subject of the last verb where it was taken for who believes: "gunmen believed to be
    deserters killed two"."""
    for at in range(1, len(tokens)):
        word = reporting_word(tokens[at].lemma.lower(), "verb") if tokens[at].tag in {"VBD", "VBN"} else None
        if word is None or word.stance not in DOUBTED or at + 2 >= len(tokens):
            continue
        noun, being, verb = kid(tokens, at, "nsubj"), at + 2, kid(tokens, at, "ccomp")
        if noun is None or verb is None or tokens[at + 1].tag != "TO" or tokens[being].lemma != "be":
            continue
        taken = kid(tokens, verb, "nsubj")
        if noun > at or tokens[verb].tag not in FINITE or taken is None or not being < taken < verb:
            continue
        over, top = tokens[at], verb if tokens[at].head == at else tokens[at].head
        tokens = [replace(n, head=verb) if n.head == at and n.relation == "punct" else n for n in tokens]
        tokens[verb] = replace(tokens[verb], relation=over.relation, head=top)
        tokens[noun] = replace(tokens[noun], head=verb)
        tokens[at] = replace(over, relation="acl", head=noun, tag="VBN")
        tokens[taken] = replace(tokens[taken], relation="attr", head=being)
    return tokens


def is_year(token: Token) -> bool:
    """Whether a word is a year, in figures."""
    return len(token.text) == YEAR and token.text.isdigit()


def kid(tokens: list[Token], over: int, relation: str) -> int | None:
    """The first word that hangs on another by a relation."""
    return next((n for n, one in enumerate(tokens) if one.head == over != n and one.relation == relation), None)
