"""Numbers of a deed that another sentence gives: "Police put the toll at 11. Two residents said 14 had died"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.attribute.nesting import innermost
from dateline.attribute.record import Record
from dateline.lexicon.predicates import predicates_for
from dateline.lexicon.reporting import words_for
from dateline.records.claim import Claim, Count
from dateline.records.mention import ActorMention, QuantityMention
from dateline.records.statement import Statement
from dateline.records.text import Sentence, Span, Token

CASUALTIES = frozenset({"killed", "wounded"})
ASSAULT, ABDUCT, DESTROY = "ASSAULT", "abduct", "destroy"
TOLD = frozenset({"happened", "ongoing"})
BEFORE, LEAD = 6, 3
"""So many sentences back the deed may be told; else it is that of the first sentences of the report."""
LONG = frozenset({"month", "quarter", "year", "decade", "century", "open"})
"""Precisions of times that tell of more than one deed."""
ONE = frozenset({"a", "an"})
"""Words for one of whom more is told than a number."""
OF_CAUSE = frozenset({"of", "from"})


def tolls(record: Record) -> list[Claim]:
    """The deeds of a reading once more, with the numbers of dead and hurt that other sentences give: a claim for each
    statement that gives some."""
    return [claim for sentence in record.reading.sentences for claim in tolls_in(sentence, record)]


def own_numbers(record: Record) -> list[Claim]:
    """The claims of a reading without numbers that another voice gives in the same sentence."""
    return [
        replace(claim, quantities=tuple(one for one in claim.quantities if not is_others(one, claim, record)))
        for claim in record.reading.claims
    ]


def is_others(number: Count, claim: Claim, record: Record) -> bool:
    """Whether a number is given in a statement without the word of the claim: "; his party puts it at 76"."""
    if number.kind not in CASUALTIES or number.start is None or number.end is None:
        return False
    given = teller_at(Span(number.start, number.end), record)
    around = {one.id for one in record.chain(given)}
    return given is not None and teller_at(claim.trigger, record) not in around


def teller_at(words: Span, record: Record) -> str | None:
    """The innermost statement that words stand in."""
    near = [one for one in record.reading.statements if any(part.holds(words) for part in one.content)]
    return innermost([(one.id, part) for one in near for part in one.content], [("", "", words)]).get("")


def tolls_in(sentence: Sentence, record: Record) -> Iterator[Claim]:
    """The claims that a sentence makes by numbers alone, of a deed that another voice tells in it or before it."""
    given = [one for one in record.reading.quantities if is_given(one, sentence, record)]
    if not given or is_of_other(sentence, record):
        return
    tellers = tellers_of(given, sentence, record)
    here = [one for one in record.reading.claims if sentence.holds(one.trigger) and is_deed(one, given)]
    deed = here[0] if here else deed_before(sentence, record)
    if deed is None or deed.type != ASSAULT or (not here and is_elsewhere(sentence, deed, record)):
        return
    own = {None, *(teller_at(one.trigger, record) for one in here)} if here else set()
    for name in dict.fromkeys(one for one in tellers if one not in own):
        mine = [one for one, teller in zip(given, tellers, strict=True) if teller == name]
        word = word_for(mine[0], words_of(sentence, record.by_id.get(name or "")))
        yield replace(
            whose(deed, mine[0], word, sentence, record),
            trigger=word,
            evidence=Span(sentence.start, sentence.end),
            place=None,
            place_basis=None,
            quantities=tuple(Count(one.kind, one.low, one.high, one.start, one.end) for one in mine),
        )


def whose(deed: Claim, given: QuantityMention, word: Span, sentence: Sentence, record: Record) -> Claim:
    """A deed as done to those whom a number counts: to these where it befell one other person, and by nobody told
    where they were found dead."""
    counted = next((one for one in record.reading.actors if one.overlaps(given) and one.sectors), None)
    if is_found(word, sentence):
        return replace(deed, actor=None, recipient=counted)
    if deed.recipient is not None and not deed.recipient.sectors:
        return replace(deed, recipient=counted)  # who died is no thing that was hit
    return deed if counted is None or not is_one(deed.recipient, record) else replace(deed, recipient=counted)


def is_found(word: Span, sentence: Sentence) -> bool:
    """Whether a word is for the dead as somebody comes upon them: who finds bodies does not say who killed them."""
    bodies = [one for one in sentence.tokens if one.overlaps(word) and one.lemma.lower() in words_for("bodies")]
    over = [sentence.tokens[one.head].lemma.lower() for one in bodies]
    return any(one in words_for("coming_upon") for one in over)


def is_one(end: ActorMention | None, record: Record) -> bool:
    """Whether an end is one person: "his cousin", "a soldier"."""
    head = None if end is None else record.cast.head_of(end)
    if end is None or head is None or head.tag != "NN":
        return False
    return head.lemma.lower() in words_for("one_person") or "CVL" in end.sectors


def is_given(one: QuantityMention, sentence: Sentence, record: Record) -> bool:
    """Whether a number is of dead or hurt, some at least, and not only says who speaks ("a medic who treated 60")."""
    if one.kind not in CASUALTIES or not sentence.holds(one) or one.high == 0 or one.vague:
        return False
    if one.text.split()[0].lower() in ONE:
        return False
    return not any(said.source is not None and said.source.holds(one) for said in record.reading.statements)


def tellers_of(given: Sequence[QuantityMention], sentence: Sentence, record: Record) -> list[str | None]:
    """The statement that each number stands in; one that only "and" parts from the one before stands in the same."""
    holders = [(one.id, span) for one in record.reading.statements for span in one.content]
    inner = innermost(holders, [(str(n), "", one) for n, one in enumerate(given)])
    found: list[str | None] = []
    for n, one in enumerate(given):
        between = Span(given[n - 1].end, one.start) if n else None
        goes_on = between is not None and not any(
            w.pos in {"VERB", "AUX"} and between.holds(w) for w in sentence.tokens
        )
        found.append(inner.get(str(n), found[-1] if goes_on else None))
    return found


def is_of_other(sentence: Sentence, record: Record) -> bool:
    """Whether the numbers of a sentence are of no toll, of a longer time, or of another cause."""
    if any(sentence.holds(one) and one.precision in LONG for one in record.reading.times):
        return True
    words = words_of(sentence, None)
    return not words or any(is_of_cause(w, sentence) or has_day(w, sentence) for w in words) or names_deed(sentence)


def has_day(word: Token, sentence: Sentence) -> bool:
    """Whether a day is told right by a verb for death or wounds: "were killed on New Year's Day"."""
    for one in sentence.tokens:
        over = sentence.tokens[one.head]
        above = over if over.pos != "ADP" else sentence.tokens[over.head]
        if one.entity == "DATE" and above is word and word.pos == "VERB":
            return True
    return False


def names_deed(sentence: Sentence) -> bool:
    """Whether a sentence has a noun for violence that no "the" says was told before: "further clashes killed 16"."""
    for word in sentence.tokens:
        if word.pos != "NOUN" or not any(one.type == ASSAULT for one in predicates_for(word.lemma.lower(), "noun")):
            continue
        below = [one.text.lower() for one in sentence.tokens if sentence.tokens[one.head] is word and one is not word]
        if word.lemma.lower() not in words_for("toll_words") and not set(below) & words_for("definite"):
            return True
    return False


def is_elsewhere(sentence: Sentence, deed: Claim, record: Record) -> bool:
    """Whether a sentence names a place that the deed's does not, other than to say who speaks."""
    text = record.reading.article.text
    sources = [said.source for said in record.reading.statements if said.source is not None]
    named = [one for one in record.reading.places if sentence.holds(one) and not any(s.holds(one) for s in sources)]
    return any(one.of(text) not in deed.evidence.of(text) for one in named)


def is_deed(claim: Claim, given: Sequence[QuantityMention]) -> bool:
    """Whether a claim is of violence, or has one of the numbers."""
    return claim.type == ASSAULT or any(
        (one.start, one.end) in {(n.start, n.end) for n in given} for one in claim.quantities
    )


def is_of_cause(word: Token, sentence: Sentence) -> bool:
    """Whether a word for death tells what of: "died of hunger"; "of the attack" is no other cause."""
    for one in sentence.tokens:
        over = sentence.tokens[one.head] if 0 <= one.head < len(sentence.tokens) else one
        if over is word and word.pos == "VERB" and one.pos == "ADP" and one.lemma.lower() in OF_CAUSE:
            below = [two for two in sentence.tokens if sentence.tokens[two.head] is one]
            return not any(predicates_for(two.lemma.lower(), "noun") for two in below)
    return False


def deed_before(sentence: Sentence, record: Record) -> Claim | None:
    """The violence that the nearest sentence before tells, else that of the first sentences of the report."""
    sentences = record.reading.sentences
    at = bisect_right(record.cast.starts, sentence.start) - 1
    near = [*reversed(sentences[max(0, at - BEFORE) : at]), *sentences[: min(at, LEAD)]]
    told = [claim for claim in record.reading.claims if is_deadly(claim)]
    some = [claim for claim in told if claim.mode != DESTROY and any(one.holds(claim.trigger) for one in near)]
    for one in near:
        here = [claim for claim in (some or told) if one.holds(claim.trigger)]
        deeds = [claim for claim in here if not claim.doubtful and not is_quoted(claim, record)]
        done = [claim for claim in deeds if claim.status in TOLD]
        if deeds:  # where they are denied, the number is of none
            return max(done, key=lambda claim: (has_dead(claim), claim.score, -claim.trigger.start), default=None)
    return None


def is_deadly(claim: Claim) -> bool:
    """Whether a claim is of violence that somebody may have died of."""
    return claim.type == ASSAULT and claim.mode != ABDUCT


def is_quoted(claim: Claim, record: Record) -> bool:
    """Whether a claim stands in quotation marks: what befell a witness is not all that happened."""
    near = (said for said in record.reading.statements if said.form == "direct")
    return any(part.holds(claim.trigger) for said in near for part in said.content)


def has_dead(claim: Claim) -> bool:
    """Whether a claim says how many died."""
    return any(one.kind == "killed" for one in claim.quantities)


def words_of(sentence: Sentence, statement: Statement | None) -> list[Token]:
    """The words of a sentence that say what a number is of; of what a statement says, where one is given."""
    words = [word for word in sentence.tokens if word.lemma.lower() in words_for("toll_words")]
    return words if statement is None else [w for w in words if any(part.holds(w) for part in statement.content)]


def word_for(given: QuantityMention, words: Sequence[Token]) -> Span:
    """The nearest of some words; the number itself where there are none."""
    best = min(words, key=lambda word: (abs(word.start - given.start), word.start), default=None)
    return Span(given.start, given.end) if best is None else Span(best.start, best.end)
