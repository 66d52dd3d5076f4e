"""Whether a time lies before or after the day of writing, from the words and the grammar around it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from dateline.lexicon.calendar import table
from dateline.records.text import Sentence, Token

PAST, FUTURE = -1, 1
VERBS = {"VERB", "AUX"}
HOURS = frozenset({"noon", "midnight"})


def token_at(sentence: Sentence, offset: int) -> int | None:
    """The position of the word at an offset of the article; None between words."""
    position = bisect_right(sentence.tokens, offset, key=lambda token: token.start) - 1
    return position if position >= 0 and sentence.tokens[position].end > offset else None


def direction(sentence: Sentence, start: int) -> int | None:
    """-1 when the time that begins at an offset lies in the past, 1 when in the future; None when nothing tells."""
    at = token_at(sentence, start)
    if at is None:
        return None
    before = [token.text.lower() for token in sentence.tokens[max(0, at - 2) : at]]
    if before[-1:] == ["before"] and is_hour(sentence.tokens[at]):
        return of_governors(sentence.tokens, at)
    if any(word in table("future_before") for word in before):
        return of_governors(sentence.tokens, at) if is_lasting(sentence.tokens, at) else FUTURE
    if any(word in table("past_before") for word in before):
        return PAST
    return of_governors(sentence.tokens, at)


def is_lasting(tokens: Sequence[Token], at: int) -> bool:
    """Whether a time is the end of what a verb in the past says went on for a while: "held the town until Sunday"."""
    until = tokens[tokens[at].head]
    verb = tokens[until.head]
    return until.relation == "prep" and verb.tag == "VBD" and verb.lemma.lower() in table("lasting")


def is_hour(word: Token) -> bool:
    """Whether a time begins with an hour, which "before" may stand by whatever day it is: "before dawn on Sunday"."""
    return word.text.lower() in table("dayparts") or word.text.lower() in HOURS


def is_since(sentence: Sentence, start: int) -> bool:
    """Whether the time that begins at an offset is the first of a stretch: "since Sept. 30"."""
    at = token_at(sentence, start)
    before = [token.text.lower() for token in sentence.tokens[max(0, at - 2) : at]] if at else []
    return before[-1:] == ["since"] or before == ["since", "the"]


def of_governors(tokens: Sequence[Token], at: int) -> int | None:
    """What the nearest words above say: a word that points somewhere, or a verb's tense."""
    for _ in range(12):
        word = tokens[at]
        told = of_word(tokens, at)
        if told is not None or word.head == at:
            return told
        at = word.head
    return None


def of_word(tokens: Sequence[Token], at: int) -> int | None:
    """What one word says; None for one that is no verb and no cue."""
    word = tokens[at]
    if word.lemma.lower() in table("future_cues") or is_called_for(tokens, at):
        return FUTURE
    if word.lemma.lower() in table("past_cues"):
        return PAST
    return of_verb(tokens, at) if word.pos in VERBS else None


def is_called_for(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is the "for" before what somebody calls for: "called for a strike on Monday"."""
    return tokens[at].lemma.lower() == "for" and tokens[tokens[at].head].lemma.lower() in table("calls")


def of_verb(tokens: Sequence[Token], at: int) -> int | None:
    """What a verb's tense says; None where the verb above it has to."""
    helpers = [one for one in near(tokens, at) if one.head == at and one.relation in {"aux", "auxpass"}]
    lemmas = {one.lemma.lower() for one in helpers}
    if not lemmas.isdisjoint(table("future_auxiliaries")) and "have" not in lemmas:
        return FUTURE
    if lemmas & {"have", "do", "did"} or tokens[at].tag == "VBD" or any(one.tag == "VBD" for one in helpers):
        return PAST
    if tokens[at].tag in {"VBZ", "VBP"}:
        return FUTURE if is_timetable(tokens, at) else None  # the present of headlines and habits tells nothing
    if "to" in lemmas:
        return None if is_done_with(tokens, at) else FUTURE
    return PAST if tokens[at].tag == "VBN" else None


def is_timetable(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb in the present tells what is fixed for a day to come: "the talks open on Saturday."."""
    return tokens[at].lemma.lower() in table("timetable") and tokens[-1].text in {".", '"', "”"}


def is_done_with(tokens: Sequence[Token], at: int) -> bool:
    """Whether an infinitive has the time of the verb over it: "refused to answer on Saturday"."""
    word = tokens[at]
    return word.relation == "xcomp" and tokens[word.head].lemma.lower() in table("same_time")


def near(tokens: Sequence[Token], at: int) -> Sequence[Token]:
    """The words around a verb among which its helpers are."""
    return tokens[max(0, at - 10) : at + 3]
