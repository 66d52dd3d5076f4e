"""Who says so at the end of a sentence, where the parser took them for part of what is told.

"…, burning huts and barns, a chief and two teachers said": the chief is no barn, and "said" is the main verb.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.lexicon.reporting import reporting_word, words_for
from dateline.records.text import Token

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "TO"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
SOURCES = NOMINAL | {"DET", "ADJ", "NUM", "CCONJ", "ADP", "PART", "ADV"}
"""Parts of speech of the words that name who speaks."""
RELATIVE = frozenset({"WP", "WDT", "WP$", "WRB"})
COMPARING = frozenset({"than", "as", "like", "unlike"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
PLAIN = frozenset({"say", "tell", "write"})
"""Verbs whose past tense is no participle behind a noun, as "reported" may be."""
LONGEST = 12
"""So many words may follow the verb: to whom it was said, when, where."""


def with_tellers(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The words of a sentence; those of a trailing ", X and Y said" as its main clause."""
    verb = next((n for n in range(len(tokens) - 1, 0, -1) if is_teller(tokens, n)), None)
    if verb is not None:
        tokens = with_clause(tokens, verb)
    told = None if verb is None else clause_before(tokens, verb)
    if verb is None or told is None:
        return tuple(tokens)
    names = names_before(tokens, told, verb)
    subject = subject_in(tokens, names, verb)
    if subject is None or not is_free(tokens, names, verb):
        return tuple(tokens)
    mended = dict(rehung(tokens, names, told, verb)) | {subject: (verb, "nsubj")}
    mended |= {told: (verb, "ccomp"), verb: (verb, "root"), names.start - 1: (verb, "punct")}
    return tuple(
        replace(token, head=mended[n][0], relation=mended[n][1]) if n in mended else token
        for n, token in enumerate(tokens)
    )


def is_teller(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is a verb that brings what was said before it: no clause follows."""
    rest = tokens[at + 1 :]
    if tokens[at].pos != "VERB" or tokens[at].tag not in FINITE or len(rest) > LONGEST:
        return False
    word = reporting_word(tokens[at].lemma.lower(), "verb")
    return word is not None and "quote" in word.frames and not any(one.tag in FINITE | RELATIVE for one in rest)


def with_clause(tokens: Sequence[Token], verb: int) -> Sequence[Token]:
    """The words, a participle as the verb of its own clause where the noun that it hangs on is one of two subjects of a
    reporting verb: "A bomb killed 12 people, police said"."""
    subjects = [n for n in range(verb) if tokens[n].head == verb and tokens[n].relation in SUBJECTS]
    if len(subjects) != 2:
        return tokens
    first, last = subjects
    inner = [n for n in range(first, last) if tokens[n].head == first and tokens[n].relation == "acl"]
    if len(inner) != 1 or tokens[inner[0]].tag not in {"VBN", "VBD"}:
        return tokens
    mended = list(tokens)
    mended[first] = replace(tokens[first], head=inner[0], relation="nsubj")
    mended[inner[0]] = replace(tokens[inner[0]], head=verb, relation="ccomp", tag="VBD")
    return mended


def clause_before(tokens: Sequence[Token], verb: int) -> int | None:
    """The verb of the clause that a reporting verb brings: hung on it, or the sentence's root that it was hung on."""
    below = [n for n in range(verb) if tokens[n].head == verb and tokens[n].relation == "ccomp"]
    above = next((n for n in range(verb) if tokens[n].relation == "root" and tokens[n].tag in FINITE | {"VBN"}), None)
    return below[0] if len(below) == 1 else above


def names_before(tokens: Sequence[Token], told: int, verb: int) -> range:
    """The words between a comma and a verb that name who speaks; none where no such words stand there.

    They start behind the last comma; where that ends an apposition ("the mayor, Ali Sow, said") or parts speakers
    ("police, a chief and two teachers said"), behind one before it.
    """
    commas = [n for n in range(told + 1, verb) if tokens[n].text == ","]
    if commas[-1:] == [verb - 1]:
        commas = commas[:-2]
    while len(commas) > 1 and are_speakers(tokens, range(commas[-2] + 1, commas[-1])):
        commas.pop()
    names = range(commas[-1] + 1, verb) if commas else range(0)
    return names if are_sources(tokens, names) else range(0)


def are_sources(tokens: Sequence[Token], names: range) -> bool:
    """Whether words may name who speaks."""
    if not names or "CCONJ" in {tokens[names[0]].pos, tokens[names[-1]].pos}:
        return False
    return all(
        (tokens[n].pos in SOURCES or tokens[n].text == ",")
        and tokens[n].tag not in RELATIVE
        and tokens[n].text.lower() not in COMPARING
        for n in names
    )


def are_speakers(tokens: Sequence[Token], names: range) -> bool:
    """Whether words are nothing but a noun for those who speak, the first of a list: "police", "two witnesses"."""
    if not names or tokens[names[-1] + 1].text != "," or any(tokens[n].pos == "CCONJ" for n in names):
        return False
    speak = words_for("one_person") | words_for("unnamed") | words_for("headline_sources") | words_for("stricken")
    return tokens[names[-1]].lemma.lower() in speak and all(tokens[n].pos in SOURCES - {"ADP"} for n in names)


def subject_in(tokens: Sequence[Token], names: range, verb: int) -> int | None:
    """The word among names that is the subject of a verb, or that they hang on others by."""
    own = next((n for n in names if tokens[n].head == verb and tokens[n].relation in SUBJECTS), None)
    return own if own is not None else next((n for n in names if is_outside(tokens, n, names)), None)


def is_outside(tokens: Sequence[Token], at: int, names: range) -> bool:
    """Whether a noun among names hangs on another word than them."""
    return tokens[at].pos in NOMINAL and tokens[at].head not in names


def is_free(tokens: Sequence[Token], names: range, verb: int) -> bool:
    """Whether the names can be the subject of a verb, and are not as yet: it has none, it was hung on what is told, or
    its subject was taken out of a list that "and" has closed before them."""
    subject = next((n for n in range(verb) if tokens[n].head == verb and tokens[n].relation in SUBJECTS), None)
    if tokens[verb].relation == "relcl" and tokens[verb].head in names:
        return False  # "a charge the government denies"
    if subject is None:
        return tokens[verb].lemma.lower() in PLAIN or tokens[verb].relation == "root"
    if subject in names:
        return tokens[verb].relation != "root" or any(tokens[n].head in names for n in range(names.start - 1))
    return any(tokens[n].pos == "CCONJ" for n in range(subject + 1, names.start))


def rehung(tokens: Sequence[Token], names: range, told: int, verb: int) -> Iterator[tuple[int, tuple[int, str]]]:
    """The words that hang across the comma, each with the word and relation by which they hang on their own side."""
    subject = subject_in(tokens, names, verb)
    for n, token in enumerate(tokens):
        if n < names.start - 1 and token.head >= names.start - 1:
            yield n, listed(tokens, n, told) if token.pos in NOMINAL else (told, token.relation)
        elif n in names and token.head not in names and subject is not None:
            yield n, (subject, "conj" if token.pos in NOMINAL else token.relation)
        elif n > verb and token.head < verb:
            yield n, (verb, token.relation)


def listed(tokens: Sequence[Token], at: int, told: int) -> tuple[int, str]:
    """Where a noun of what is told hangs: it is the object of the verb, or stands in a list with its object."""
    given = next((n for n in range(told, at) if tokens[n].head == told and tokens[n].relation == "dobj"), None)
    return (told, "dobj") if given is None else (given, "conj")
