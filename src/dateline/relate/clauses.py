"""Ties told by a verb with its subject and object."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from dateline.records.mention import ActorMention
from dateline.records.text import Token
from dateline.relate.cast import Cast
from dateline.relate.frames import Tie, Verb, table, verbs

BESIDE = frozenset({"conj", "nsubj", "nsubjpass", "advcl"})
"""Relations of what is no part of that which a verb denies."""
RELATIVE = frozenset({"which", "that", "who", "whom"})
STANDING = frozenset({"VBZ", "VBP", "VBG", "VBN", "VB", "VBD"})
CLIMB = 4
FAR = 60
"""So many words over a cue are asked whether they deny it."""


def told_by_verbs(cast: Cast) -> Iterator[Tie]:
    """Kind, subject, object and where the verb starts, for each verb that tells a tie."""
    tokens = cast.sentence.tokens
    for at, word in enumerate(tokens):
        if word.pos != "VERB" or word.tag not in STANDING:
            continue
        for frame in verbs():
            if word.lemma in frame.lemmas and stands(tokens, at, frame):
                yield from told_by(cast, at, frame)


def told_by(cast: Cast, at: int, frame: Verb) -> Iterator[Tie]:
    """The ties of one verb: every subject with every object."""
    tokens = cast.sentence.tokens
    passive = any(one.relation == "nsubjpass" for _, one in below(tokens, at))
    subjects = agents(tokens, at) if passive else subjects_of(tokens, governor(tokens, at, frame))
    objects = with_relation(tokens, at, {"nsubjpass"}) if passive else objects_of(tokens, at, frame)
    for subject in actors(cast, subjects):
        for object_ in actors(cast, objects):
            yield frame.kind, subject, object_, tokens[at].start


def stands(tokens: Sequence[Token], at: int, frame: Verb) -> bool:
    """Whether a verb tells what is so: not what will be, may be, or is not; governed as its frame asks."""
    helpers = [one for _, one in below(tokens, at) if one.relation in {"aux", "auxpass", "neg"}]
    if any(one.relation == "neg" or one.tag == "MD" or one.lemma in {"do", "did"} for one in helpers):
        return False
    if frame.under:
        return governor(tokens, at, frame) != at
    infinitive = tokens[at].tag == "VB" or any(one.tag == "TO" for one in helpers)
    simple_past = (tokens[at].tag == "VBN" and not helpers) or (tokens[at].tag == "VBD" and not frame.past)
    return not infinitive and not simple_past


def governor(tokens: Sequence[Token], at: int, frame: Verb) -> int:
    """The verb above that the frame asks for; the verb itself where it asks for none or there is none."""
    above = at
    for _ in range(CLIMB if frame.under else 0):
        above = tokens[above].head
        if tokens[above].lemma in frame.under and tokens[above].pos in {"VERB", "ADJ"} and above != at:
            return above
    return at


def below(tokens: Sequence[Token], at: int) -> list[tuple[int, Token]]:
    """The words that hang on one, with their positions."""
    first = max(0, at - 30)
    return [(n, one) for n, one in enumerate(tokens[first : at + 30], first) if one.head == at and n != at]


def with_relation(tokens: Sequence[Token], at: int, relations: set[str]) -> list[int]:
    """The words that hang on one in some relation, and those coordinated with them."""
    found = [n for n, one in below(tokens, at) if one.relation in relations]
    return [*found, *(n for one in found for n, word in below(tokens, one) if word.relation == "conj")]


def subjects_of(tokens: Sequence[Token], at: int) -> list[int]:
    """The subject of a verb, its own or that of the verbs above; the noun that a clause hangs on."""
    for _ in range(CLIMB):
        word = tokens[at]
        own = with_relation(tokens, at, {"nsubj", "nsubjpass"})
        if own:
            return [word.head] if tokens[own[0]].text.lower() in RELATIVE else own
        if word.relation == "acl":
            return [word.head]
        if word.relation == "pcomp":  # "accused Iran of arming"
            return with_relation(tokens, tokens[word.head].head, {"dobj"})
        if word.relation not in {"xcomp", "conj", "advcl", "relcl", "acomp"} or word.head == at:
            return []
        at = word.head
    return []


def agents(tokens: Sequence[Token], at: int) -> list[int]:
    """Those by whom something is done."""
    return [n for by in with_relation(tokens, at, {"agent"}) for n in with_relation(tokens, by, {"pobj"})]


def objects_of(tokens: Sequence[Token], at: int, frame: Verb) -> list[int]:
    """The objects of a verb, those behind its prepositions too; only those behind its noun where the frame has one."""
    direct = [
        n if tokens[n].text.lower() not in RELATIVE else tokens[at].head for n in with_relation(tokens, at, {"dobj"})
    ]
    nouns = [n for n in direct if tokens[n].lemma.lower() in frame.through]
    if frame.through and not nouns:
        return []
    behind = [n for over in (at, *nouns) for n in behind_of(tokens, over, frame)]
    return [*([] if nouns else direct), *(found for n in behind for found in with_relation(tokens, n, {"pobj"}))]


def behind_of(tokens: Sequence[Token], at: int, frame: Verb) -> list[int]:
    """The prepositions of a frame that hang on a word."""
    behind = ((n, one) for n, one in below(tokens, at) if one.relation in {"prep", "dative"})
    return [n for n, one in behind if one.lemma.lower() in frame.prepositions]


def actors(cast: Cast, positions: Sequence[int]) -> list[ActorMention]:
    """The actors at some words."""
    found = (cast.at_word(cast.sentence.tokens[at]) for at in positions)
    return [one for one in found if one is not None]


def is_denied(tokens: Sequence[Token], start: int) -> bool:
    """Whether a verb over a word at an offset denies what it tells, or a word right before it negates it."""
    position = bisect_left(tokens, start, key=lambda word: word.start)
    if position < len(tokens) and any(word.lemma.lower() in table("denials") for word in over(tokens, position)):
        return True
    return any(word.text.lower() in table("negations") for word in tokens[max(0, position - 3) : position])


def over(tokens: Sequence[Token], at: int) -> Iterator[Token]:
    """The words over one that it is part of the content of; not in "denied the loss and said that …"."""
    for _ in range(FAR):
        head = tokens[at].head
        if head == at:
            return
        if tokens[at].relation not in BESIDE:
            yield tokens[head]
        at = head
