"""Clauses and objects that stand behind a semicolon, a time or a perfect, as what they are."""

from __future__ import annotations

from dataclasses import replace

from dateline.lexicon.predicates import predicates_for
from dateline.lexicon.reporting import reporting_word
from dateline.parse.subjects import FINITE, SUBJECTS, TIMES, is_year, kid
from dateline.records.text import Token


def with_semicolon(tokens: list[Token]) -> list[Token]:
    """The words, what stands behind a semicolon as joined to what stands before, where that was taken for what it
    reports: "a lorry hit a mine; the driver was killed", "they blamed him for the raid; his party denies it"."""
    for at, one in enumerate(tokens):
        over = one.head
        if one.relation != "ccomp" or over <= at or tokens[over].pos != "VERB":
            continue
        is_apart = any(tokens[n].text == ";" and tokens[n].head == over for n in range(at, over))
        is_answer = kid(tokens, over, "dobj") is not None and not is_said(tokens, at, over)
        is_told = says(tokens, over) and not is_answer
        both = all(any(n.head == verb and n.relation in SUBJECTS for n in tokens) for verb in (at, over))
        if is_apart and both and not is_told:
            top = at if tokens[over].head == over else tokens[over].head
            tokens[at] = replace(one, relation=tokens[over].relation, head=top)
            tokens[over] = replace(tokens[over], relation="conj", head=at)
    return tokens


def with_finite(tokens: list[Token]) -> list[Token]:
    """The words, a verb in the past behind an infinitive and "and" as joined to the verb over that: "vowed to hit back
    and shelled the town"."""
    for at, one in enumerate(tokens):
        verb = one.head
        is_past = one.relation == "conj" and one.tag == "VBD" and not is_helped(tokens, at)
        if not is_past or verb >= at or tokens[verb].tag != "VB" or tokens[verb].relation != "xcomp":
            continue
        over = tokens[verb].head
        if tokens[over].tag in FINITE and over < verb:
            tokens[at] = replace(one, head=over)
            tokens = [
                replace(n, head=over) if n.head == verb and n.relation == "cc" and verb < i < at else n
                for i, n in enumerate(tokens)
            ]
    return tokens


def is_helped(tokens: list[Token], verb: int) -> bool:
    """Whether a verb has an auxiliary or a subject of its own."""
    return any(one.head == verb and one.relation in SUBJECTS | {"aux", "auxpass"} for one in tokens)


def says(tokens: list[Token], at: int) -> bool:
    """Whether a word is a verb of saying."""
    return tokens[at].pos == "VERB" and reporting_word(tokens[at].lemma.lower(), "verb") is not None


def is_said(tokens: list[Token], first: int, last: int) -> bool:
    """Whether a verb of saying stands between two, joined to neither: "the army shelled it, a nurse said; …"."""
    return any(says(tokens, n) and tokens[n].relation != "conj" for n in range(first + 1, last))


def with_number(tokens: list[Token]) -> list[Token]:
    """The words, a number with "of" as the object of a verb where a time or the like stands between: "released, on 14
    February, two of the eight envoys"."""
    for at, one in enumerate(tokens[:-1]):
        is_loose = one.relation == "npadvmod" and one.pos == "NUM" and one.entity not in TIMES and one.head < at
        if is_loose and tokens[at + 1].lemma == "of" and tokens[at + 1].head == at:
            verb = tokens[one.head]
            if verb.pos == "VERB" and kid(tokens, one.head, "dobj") is None:
                tokens[at] = replace(one, relation="dobj")
    return tokens


def with_perfect(tokens: list[Token]) -> list[Token]:
    """The words, a year behind a verb in the present perfect, which has no such time, as of the deed that stands before
    it: "has sentenced a soldier for his role in the massacre of 171 people in 1982"."""
    for at in range(2, len(tokens) - 1):
        of, year = tokens[at], tokens[at + 1]
        verb = of.head
        is_time = is_year(year) and year.relation == "pobj" and year.head == at
        if of.relation != "prep" or not is_time or verb >= at or tokens[verb].tag != "VBN":
            continue
        if any(one.head == verb and one.relation == "aux" and one.tag in {"VBZ", "VBP"} for one in tokens):
            deeds = [n for n in range(verb + 1, at) if tokens[n].pos == "NOUN" and is_violent(tokens[n])]
            tokens[at] = replace(of, head=deeds[-1]) if deeds else of
    return tokens


def is_violent(noun: Token) -> bool:
    """Whether a noun is for violence."""
    return any(one.type == "ASSAULT" for one in predicates_for(noun.lemma.lower(), "noun"))
