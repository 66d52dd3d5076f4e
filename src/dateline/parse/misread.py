"""Verbs that the parser took for something else, as the words around them show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce

from dateline.lexicon.reporting import reporting_word
from dateline.parse.days import with_time, with_tried, with_year
from dateline.parse.joined import with_finite, with_number, with_perfect, with_semicolon
from dateline.parse.lists import with_list_of_subjects, with_named_list
from dateline.parse.subjects import DESCRIBING, FINITE, SUBJECTS, TIMES, with_believed, with_named, with_second_subject
from dateline.records.text import Token

PEOPLES = frozenset({"NORP", "GPE"})
NOUNS = frozenset({"NOUN", "PROPN"})
OPENING = frozenset({"det", "poss", "advmod"})
LOOSE = frozenset({"npadvmod", "appos", "dep"})
"""Relations by which a parser hangs a noun of a list on something else than the list."""


def with_verbs(tokens: Sequence[Token]) -> list[Token]:
    """The words of a sentence with participles, reporting verbs, lists, a place or time before the subject and the
    deeds of a people as what they are."""
    mends = (
        with_participle,
        with_list,
        with_named,
        with_second_subject,
        with_believed,
        with_list_of_subjects,
        with_named_list,
        with_teller,
        with_opening,
        with_deed,
        with_gerund,
        with_time,
        with_year,
        with_tried,
        with_finite,
        with_semicolon,
        with_number,
        with_perfect,
        with_joined,
        with_called,
        with_aim,
    )
    return reduce(lambda words, mend: mend(words), mends, list(tokens))


def with_joined(tokens: list[Token]) -> list[Token]:
    """The words, a reporting verb behind "and" as joined to the one before what that reports: "denied that soldiers had
    beaten anyone and accused the paper", "said they left because it rained, and warned others"."""
    for at, one in enumerate(tokens):
        word = reporting_word(one.lemma.lower(), "verb") if one.relation == "conj" and one.tag == "VBD" else None
        if word is None or any(below.head == at and below.relation in SUBJECTS | {"aux", "neg"} for below in tokens):
            continue
        over = one.head
        joint = next(
            (n for n in range(at - 1, over, -1) if tokens[n].relation == "cc" and tokens[n].head == over), None
        )
        helpers = {below.lemma for below in tokens if below.head == over and below.relation == "aux"}
        is_other = "have" in helpers or (joint is not None and tokens[joint - 1].text == "," and over != one.head)
        is_other = is_other or (
            joint is not None and tokens[joint - 1].text == "," and tokens[over].relation == "advcl"
        )
        teller = teller_over(tokens, over) if is_other else None
        if teller is not None and joint is not None:
            tokens[at], tokens[joint] = replace(one, head=teller), replace(tokens[joint], head=teller)
    return tokens


def teller_over(tokens: Sequence[Token], at: int) -> int | None:
    """The reporting verb in the past that reports the clause of a verb; None where there is none."""
    for _ in range(6):
        one, over = tokens[at], tokens[at].head
        if over == at or one.relation not in {"ccomp", "advcl", "conj"}:
            return None
        if one.relation == "ccomp":
            is_teller = tokens[over].tag == "VBD" and reporting_word(tokens[over].lemma.lower(), "verb") is not None
            return over if is_teller and over < at else None
        at = over
    return None


def with_called(tokens: list[Token]) -> list[Token]:
    """The words, a noun before quoted words as the object of "called" where it was taken for a part of these: "called
    the charge "propaganda\""."""
    for at, one in enumerate(tokens):
        name = one.head
        verb = tokens[name].head
        is_split = at + 1 < name and tokens[at + 1].tag == "``" and one.relation in DESCRIBING
        if is_split and tokens[name].relation == "dobj" and tokens[verb].lemma == "call" and one.pos == "NOUN":
            tokens[at] = replace(one, head=verb, relation="dobj")
            tokens[name] = replace(tokens[name], relation="oprd")
            tokens = [replace(n, head=at) if n.head == name and i < at else n for i, n in enumerate(tokens)]
    return tokens


def with_aim(tokens: list[Token]) -> list[Token]:
    """The words, an infinitive as what a verb reports where it was taken for its purpose because a time stands between:
    "threatened on Monday to close the strait"."""
    for at, one in enumerate(tokens):
        verb = one.head
        word = reporting_word(tokens[verb].lemma.lower(), "verb") if one.relation == "advcl" and verb < at else None
        if word is None or "to" not in word.frames or any(n.head == verb and n.relation == "dobj" for n in tokens):
            continue
        if one.tag == "VB" and any(n.head == at and n.tag == "TO" for n in tokens[:at]):
            tokens[at] = replace(one, relation="xcomp")
    return tokens


def with_gerund(tokens: list[Token]) -> list[Token]:
    """The words, a noun for a deed that was taken for a participle as the subject of the verb right behind its phrase:
    "Shelling on Monday killed four children"."""
    first = tokens[0] if tokens else None
    if first is None or first.tag != "VBG" or first.relation != "advcl" or first.head <= 0:
        return tokens
    verb = first.head
    is_open = tokens[verb].tag in FINITE and not any(
        one.text == "," or (one.head == verb and n > 0) for n, one in enumerate(tokens[:verb])
    )
    if is_open and not any(one.head == 0 and one.relation in {"dobj", "xcomp", "ccomp"} for one in tokens):
        tokens[0] = replace(first, lemma=first.text.lower(), pos="NOUN", tag="NN", relation="nsubj")
    return tokens


def with_list(tokens: list[Token]) -> list[Token]:
    """The words, a noun with which a list goes on behind a comma as coordinated with the one before it, whatever it was
    hung on: "kidnapped two mayors, some officials and a farmer"."""
    for at in range(2, len(tokens)):
        one = tokens[at]
        if one.relation not in LOOSE or one.pos not in NOUNS or one.entity in TIMES:
            continue
        comma = min(n for n in (at, *below(tokens, at)) if n <= at) - 1
        before = noun_before(tokens, comma)
        goes_on = any(two.head == at and two.relation == "conj" and two.pos in NOUNS for two in tokens[at + 1 :])
        if before is not None and goes_on and one.head != before:
            tokens[at] = replace(one, relation="conj", head=before)
    return tokens


def below(tokens: Sequence[Token], at: int) -> list[int]:
    """The words before a noun that describe it."""
    return [
        n for n in range(at) if tokens[n].head == at and tokens[n].relation in DESCRIBING | {"det", "poss", "advmod"}
    ]


def noun_before(tokens: Sequence[Token], comma: int) -> int | None:
    """The object of a verb, or its subject in the passive, that ends right before a comma."""
    if comma < 1 or tokens[comma].text != "," or tokens[comma - 1].pos not in NOUNS:
        return None
    return comma - 1 if tokens[comma - 1].relation in {"dobj", "nsubjpass", "conj"} else None


def with_deed(tokens: list[Token]) -> list[Token]:
    """The words, a noun for a deed as what a preposition governs where it was taken for a verb behind a people: "four
    died in Ukrainian shelling of the village"."""
    for at in range(1, len(tokens)):
        one, people = tokens[at], tokens[at - 1]
        is_of = any(below.head == at and below.relation == "prep" and below.text == "of" for below in tokens[at:])
        if one.tag == "VBG" and is_of and people.relation == "pobj" and people.entity in PEOPLES:
            lemma = one.text.lower()
            tokens[at] = replace(one, lemma=lemma, pos="NOUN", tag="NN", relation="pobj", head=people.head)
            tokens[at - 1] = replace(people, relation="amod", head=at)
    return tokens


def with_opening(tokens: list[Token]) -> list[Token]:
    """The words, a name behind the opening preposition as its object where it was taken for the subject.

    "In Addis Ababa, the union's chairman called for a ceasefire": the chairman called.
    """
    if (
        len(tokens) < 3
        or tokens[0].relation != "prep"
        or any(one.relation == "pobj" and one.head == 0 for one in tokens)
    ):
        return tokens
    comma = next((n for n, one in enumerate(tokens) if one.text == ","), 0)
    name, verb = comma - 1, tokens[0].head
    if name < 1 or tokens[name].head != verb or tokens[name].relation not in SUBJECTS:
        return tokens
    subject = next((n for n in range(comma, verb) if tokens[n].head == name and tokens[n].relation == "appos"), None)
    if subject is None or not all(tokens[n].pos == "PROPN" for n in range(1, comma)):
        return tokens
    tokens[subject] = replace(tokens[subject], head=verb, relation=tokens[name].relation)
    tokens[name] = replace(tokens[name], head=0, relation="pobj")
    return tokens


def with_participle(tokens: list[Token]) -> list[Token]:
    """The words, a verb with "by" and an agent as a participle where the next verb lacks a subject: "bombs dropped by
    helicopters killed seven"."""
    for by, token in enumerate(tokens):
        at = token.head
        subject = subject_of(tokens, at) if token.relation == "agent" and tokens[at].tag == "VBD" and at < by else None
        verb = verb_behind(tokens, by) if subject is not None else None
        if subject is None or verb is None or tokens[verb].head not in {tokens[at].head, at}:
            continue
        over = tokens[at]
        tokens[verb] = replace(tokens[verb], head=verb if over.head == at else over.head, relation=over.relation)
        tokens[subject] = replace(tokens[subject], head=verb)
        tokens[at] = replace(over, head=subject, relation="acl", tag="VBN")
    return tokens


def subject_of(tokens: Sequence[Token], verb: int) -> int | None:
    """The subject before a verb."""
    return next((n for n in range(verb) if tokens[n].head == verb and tokens[n].relation == "nsubj"), None)


def verb_behind(tokens: Sequence[Token], by: int) -> int | None:
    """The finite verb right behind the phrase of an agent, where it has no subject of its own."""
    agent = next((n for n in range(by + 1, len(tokens)) if tokens[n].head == by and tokens[n].relation == "pobj"), None)
    verb = None if agent is None else agent + 1
    if verb is None or verb >= len(tokens) or tokens[verb].tag not in FINITE or tokens[verb].pos != "VERB":
        return None
    has_own = any(one.head == verb and one.relation in {"nsubj", "nsubjpass", "aux", "auxpass"} for one in tokens)
    return None if has_own else verb


def with_teller(tokens: list[Token]) -> list[Token]:
    """The words, a noun before "that" as a reporting verb where a name stands before it: "Kyiv suspects that …"."""
    at = next((n for n, token in enumerate(tokens) if token.relation == "root"), 0)
    that = tokens[at + 1] if at + 1 < len(tokens) else None
    if at == 0 or that is None or that.text.lower() != "that" or tokens[at].tag != "NNS":
        return tokens
    lemma = tokens[at].text.lower().removesuffix("s")
    word = reporting_word(lemma, "verb")
    if word is None or "that" not in word.frames or tokens[at - 1].head != at or not tokens[at - 1].text[:1].isupper():
        return tokens
    tokens[at - 1] = replace(tokens[at - 1], relation="nsubj", pos="PROPN", tag="NNP", lemma=tokens[at - 1].text)
    tokens[at] = replace(tokens[at], pos="VERB", tag="VBZ", lemma=lemma)
    if that.relation == "mark" and tokens[that.head].head == at:
        tokens[that.head] = replace(tokens[that.head], relation="ccomp")
    return tokens
