"""Words that deny or confirm something told before: "denied it", "called that absurd", "there was no such raid"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.attribute.cast import Cast
from dateline.lexicon.predicates import predicates_for
from dateline.lexicon.reporting import words_for
from dateline.records.statement import Statement
from dateline.records.text import Span, Token

ANSWERS = {"denies": "denied", "confirms": "confirmed", "admits": "confirmed"}
ADMITTING = frozenset({"says", "alleges"})
"""Stances of those who may say that they did what was told."""
JUDGING = frozenset({"says", "calls"})
"""Stances of those who may say that something told is not so."""
PLAIN = frozenset({"DET", "ADJ", "NOUN", "PRON", "PUNCT"})
PRONOUNS = frozenset({"PRON", "DET", "SCONJ"})
"""What a parser takes a pronoun that stands for a deed for."""
SHORT = 9
"""So many words may say that something is untrue; a longer sentence says more."""
STANDING = frozenset({"dobj", "nsubjpass", "nsubj"})
"""Relations of a pronoun that may stand for a deed."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The words of an answer that stand for what was told before, and how it answers: "denied" or "confirmed".

    `telling`: the words name the telling, such as "the report", or say outright that it is untrue; `shares`: they speak
    of one's own part in it; `admits`: one owns up to it.
    """

    words: Span
    how: str
    telling: bool
    shares: bool = False
    admits: bool = False


def answer_in(statement: Statement, cast: Cast) -> Answer | None:
    """The answer that a statement gives; None where it gives none, or says itself what it answers."""
    if statement.cue is None or statement.source is None or len(statement.content) != 1:
        return None
    words = cast.words_in(statement.content[0])
    if statement.stance in ANSWERS:
        how, span = ANSWERS[statement.stance], answered_words(statement, cast)
        if span is None:
            part = None if is_withheld(statement.cue, cast) else taking_part(words)
            dead = None if how != "denied" else any_dead(words)
            span = part or dead
            return None if span is None else Answer(span, how, telling=False, shares=part is not None)
        lemmas = {word.lemma.lower() for word in cast.words_in(span)}
        admits = statement.stance == "admits"
        if admits:
            span = Span(span.start, (last_noun(before_place(words)) or words[-1]).end)
        shares = admits or bool(lemmas & words_for("shares"))
        is_telling = bool(lemmas & words_for("denied")) or is_untrue(words)
        return Answer(span, how, is_telling and not shares, shares, admits)
    if statement.stance in ADMITTING and (own := owning_up(words)) is not None:
        return Answer(own, "confirmed", telling=False, shares=True, admits=True)
    if statement.stance in ADMITTING and (part := no_part(words)) is not None:
        return Answer(part, "denied", telling=False, shares=True)
    untrue = (called_untrue(words) or none_such(words)) if statement.stance in JUDGING else None
    return None if untrue is None else Answer(untrue, "denied", telling=True)


def taking_part(words: Sequence[Token]) -> Span | None:
    """The words of a clause that tell of one's own part in what was told: "had taken part in the attack"."""
    at = phrase_at(words, words_for("taking_part"))
    if at is None or len(words) > 2 * SHORT:
        return None
    behind = [word for word in words[at:] if word.pos in {"NOUN", "PROPN", "PRON"} or word is words[at]]
    return Span(words[at].start, max(behind[-1].end, words[at].end))


def any_dead(words: Sequence[Token]) -> Span | None:
    """The words of a clause that says whether anybody died at all: "that any soldier had died"."""
    first = next((word for word in words[:3] if word.text.lower() == "any"), None)
    dead = [word for word in words if word.pos == "VERB" and word.lemma.lower() in words_for("toll_words")]
    return None if first is None or not dead or len(words) > SHORT else Span(first.start, dead[-1].end)


def owning_up(words: Sequence[Token]) -> Span | None:
    """The words of a clause that says one did what was told before: "it was behind the bombing", "its men had carried
    out the raid". None where it is negated, speaks of others, or tells more than the deed's name."""
    at = phrase_at(words, words_for("owning_up"))
    words = words if at is None else words[: at + next_clause(words[at:])]
    if at is None or words[0].text.lower() not in words_for("own_side") | {"that"}:
        return None
    is_own = any(word.text.lower() in words_for("own_side") for word in words[:2])
    rest = [word for word in words[at:] if word.text.lower() in words_for("definite")]
    noun = definite_event(words[words.index(rest[0]) :]) if rest else None
    if not is_own or noun is None or is_negated(words[:at]) or noun is not last_noun(words):
        return None
    return Span(rest[0].start, noun.end)


def next_clause(words: Sequence[Token]) -> int:
    """Where a further clause begins: "had carried out the attack and that it had lost two men"; else the end."""
    return next((n for n, (a, b) in enumerate(pairwise(words)) if a.pos == "CCONJ" and b.text == "that"), len(words))


def no_part(words: Sequence[Token]) -> Span | None:
    """The words of a clause that says one had no part in what was told: "it had nothing to do with the fire"."""
    if not any(word.text.lower() in words_for("own_side") for word in words[:2]):
        return None
    is_none = is_negated(words) or any(word.text.lower() in words_for("nothing") for word in words)
    return taking_part(words) if is_none else None


def last_noun(words: Sequence[Token]) -> Token | None:
    """The last noun that is no time."""
    nouns = [word for word in words if word.pos in {"NOUN", "PROPN"} and word.entity not in {"DATE", "TIME"}]
    return nouns[-1] if nouns else None


def is_negated(words: Sequence[Token]) -> bool:
    """Whether words say that something was not."""
    return any(word.text.lower() in words_for("negators") | words_for("no_answer") for word in words)


def phrase_at(words: Sequence[Token], phrases: frozenset[str]) -> int | None:
    """Where one of some phrases begins; None where there is none."""
    said = f" {' '.join(word.text.lower() for word in words)} "
    found = min((at for phrase in phrases if (at := said.find(f" {phrase} ")) >= 0), default=None)
    return None if found is None else said[:found].count(" ")


def called_untrue(words: Sequence[Token]) -> Span | None:
    """The words for what is called untrue: "that" of "that is a lie", "the charge" of "the charge absurd"."""
    told = next((word for word in words[:3] if is_told(word)), None)
    if told is None or len(words) > SHORT:
        return None
    behind = {form for word in words if word.start > told.start for form in (word.lemma.lower(), word.text.lower())}
    is_negated = bool(behind & words_for("negators"))
    if behind & words_for("true" if is_negated else "untrue"):
        return Span(words[0].start, told.end)
    return None


def is_told(word: Token) -> bool:
    """Whether a word stands for something told, whatever it is in its clause."""
    lemma = word.lemma.lower()
    return lemma in words_for("denied") or (word.pos in {"PRON", "DET"} and lemma in words_for("denied_pronouns"))


def none_such(words: Sequence[Token]) -> Span | None:
    """The words that say that nothing of the kind was: "no such raid", "nothing of the kind", "none at all"."""
    at = phrase_at(words, words_for("none_such"))
    if at is None or len(words) > 2 * SHORT:
        return None
    noun = next((word for word in words[at:] if word.pos in {"NOUN", "ADJ"} and word.text.lower() != "such"), words[at])
    return Span(words[at].start, noun.end)


def answered_words(statement: Statement, cast: Cast) -> Span | None:
    """The words of an answer that stand for something told before; None where it says itself what it answers."""
    if statement.cue is None or is_withheld(statement.cue, cast):
        return None
    said = cast.words_in(statement.content[0])
    words = before_place(before_as(said))
    if any(word.relation == "mark" or word.tag == "MD" for word in said[len(words) :]):
        return None  # "denied reports in the press that it had …"
    noun = next((word for word in words if stands_for_deed(word)), None) or definite_event(words)
    if noun is None or not all(is_plain(word, noun) for word in words):
        return None
    return Span(words[0].start, noun.end)


def is_untrue(words: Sequence[Token]) -> bool:
    """Whether words say that something told is untrue: "that as a lie"."""
    behind = {word.lemma.lower() for word in words[len(before_as(words)) :]}
    return bool(behind & words_for("untrue"))


def before_as(words: Sequence[Token]) -> Sequence[Token]:
    """The words before "as": "dismissed the report as a fantasy"."""
    cut = next((n for n, word in enumerate(words) if n and word.text.lower() == "as"), len(words))
    return words[:cut]


def before_place(words: Sequence[Token]) -> Sequence[Token]:
    """The words before those that tell where something was said: "the findings on Twitter"."""
    told = next((n for n, word in enumerate(words) if word.lemma.lower() in words_for("denied")), len(words))
    cut = next(
        (n for n, word in enumerate(words) if n > told and word.text.lower() in words_for("circumstances")), len(words)
    )
    return words[:cut]


def is_withheld(cue: Span, cast: Cast) -> bool:
    """Whether the words before a cue say that nobody answered: "would neither confirm nor deny the report"."""
    sentence = cast.sentence_at(cue.start)
    before = [word.text.lower() for word in sentence.tokens if word.start < cue.end][-6:-1] if sentence else []
    return bool(set(before) & words_for("no_answer"))


def stands_for_deed(word: Token) -> bool:
    """Whether a word can stand for a deed or for the telling of it."""
    lemma = word.lemma.lower()
    return lemma in words_for("denied_pronouns" if word.pos in PRONOUNS and word.relation in STANDING else "denied")


def definite_event(words: Sequence[Token]) -> Token | None:
    """The noun of "the attack", "these killings": an event that was told before; None for other words."""
    if not words or words[0].text.lower() not in words_for("definite"):
        return None
    return next((word for word in words if predicates_for(word.lemma.lower(), "noun")), None)


def is_plain(word: Token, noun: Token) -> bool:
    """Whether a word adds nothing to a noun; "responsibility for the attack", "any part in it" say no more."""
    if word.start <= noun.start:
        return word is noun or word.pos in PLAIN
    if word.entity in {"DATE", "TIME"} or (word.pos == "ADP" and noun.pos in {"PRON", "DET"}):
        return True
    return word.pos in PLAIN | {"ADP"} and noun.lemma.lower() in words_for("shares")
