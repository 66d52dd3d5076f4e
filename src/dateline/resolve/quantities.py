"""Numbers of people and things that an article tells: killed, wounded, arrested, and so on."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from dateline.lexicon.reporting import reporting_word
from dateline.records.mention import QuantityMention, TimeMention
from dateline.records.reading import Reading
from dateline.records.text import Sentence, Span
from dateline.resolve.quantities_cues import WINDOW, cues, nobody, part_after, part_before, plain
from dateline.resolve.quantities_kinds import (
    Counted,
    by_noun,
    by_preceding,
    by_role,
    counted,
    is_moved_or_hit,
    is_person,
    is_same_toll,
    is_thing,
    kind_of,
    singular,
)
from dateline.resolve.quantities_numbers import Amount, amounts, table

ONE = frozenset({"a", "an", "another"})
BEFALLS = frozenset({"killed", "wounded", "missing", "detained", "abducted"})
OF_PEOPLE = BEFALLS | {"displaced"}
OF_WHOLE = re.compile(r"\sof\s(?:the\s|its\s|their\s|his\s|her\s|these\s|those\s|some\s|about\s)?")
"""Between a part and its whole, both told in numbers."""
OLDEST = 120
GROUNDS = frozenset({"GPE", "LOC", "FAC"})
LINKS = frozenset({"and", "or", ",", "&", ", and", "as well as", "plus"})


@dataclass(frozen=True)
class FindQuantities:
    """Finds how many were killed, wounded, missing, detained, abducted or displaced, took part or were hit; money.

    What is counted otherwise is "other" where it is people, vehicles, weapons, buildings or settlements and a verb
    of harm or movement governs it ("sent 4,000 troops", "destroyed a dozen tanks"); the rest ("two countries") is
    no quantity.
    """

    reads: ClassVar[frozenset[str]] = frozenset({"article", "sentences", "times"})
    writes: ClassVar[frozenset[str]] = frozenset({"quantities"})

    def __call__(self, reading: Reading, /) -> Reading:
        """The reading with `quantities`."""
        return replace(reading, quantities=find_quantities(reading))


def find_quantities(reading: Reading) -> tuple[QuantityMention, ...]:
    """The quantities of an article in the order of the text; numbers of times are none."""
    starts = [time.start for time in reading.times]
    return tuple(
        mention
        for sentence in reading.sentences
        for mention in quantities_of(sentence, reading.article.text, times_in(sentence, reading.times, starts))
    )


def times_in(sentence: Sentence, times: Sequence[TimeMention], starts: list[int]) -> Sequence[TimeMention]:
    """The times within a sentence."""
    return times[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]


def quantities_of(sentence: Sentence, text: str, times: Sequence[Span]) -> Iterator[QuantityMention]:
    """The quantities of one sentence."""
    phrases = phrases_of(sentence, sentence.of(text), times)
    kinds = same_tolls(phrases, spread(phrases, [kind_of(phrase) for phrase in phrases]))
    for phrase, kind in zip(phrases, kinds, strict=True):
        told = final_kind(phrase) if kind in {None, "other"} or (kind in OF_PEOPLE and is_thing(phrase)) else kind
        if told is not None and (told in BEFALLS or not is_one(phrase)) and is_somebody(phrase):
            yield mention_of(phrase, told, text)
    yield from zeros(sentence, sentence.of(text))


def same_tolls(phrases: Sequence[Counted], kinds: Sequence[str | None]) -> Iterator[str | None]:
    """The kinds, with that of the number before for another number of the same total."""
    last: str | None = None
    for phrase, kind in zip(phrases, kinds, strict=True):
        told = last if kind is None and is_same_toll(phrase) else kind
        last = told if told in BEFALLS else last
        yield told


def mention_of(phrase: Counted, kind: str, text: str) -> QuantityMention:
    """The record of a counted phrase."""
    amount, base = phrase.amount, phrase.sentence.start
    start, end = base + amount.start, base + phrase.end
    return QuantityMention(start, end, text[start:end], kind, amount.low, amount.high, amount.vague)


def phrases_of(sentence: Sentence, content: str, times: Sequence[Span]) -> list[Counted]:
    """The amounts of a sentence with their noun phrases, without those that are parts of a total or no quantities."""
    starts = [token.start - sentence.start for token in sentence.tokens]
    found = [amount for amount in amounts(content) if not in_times(amount, sentence.start, times)]
    found = sorted([*found, *ones(sentence, found)], key=lambda amount: amount.start)
    found = with_wholes(found, content)
    regions = parts_of(sentence, content)
    phrases = []
    for amount in found:
        number = bisect_right(starts, amount.end - 1) - 1
        phrase = counted(amount, sentence, content, number)
        if number >= 0 and not is_part(phrase, regions) and not is_label(phrase) and not is_denied(phrase):
            phrases.append(phrase)
    return phrases


def with_wholes(found: Sequence[Amount], content: str) -> list[Amount]:
    """The amounts, where one is a part of the next with both their words: "12 of the 30 hostages" are 12 hostages."""
    kept: list[Amount] = []
    for amount in found:
        if kept and OF_WHOLE.fullmatch(content, kept[-1].end, amount.start) and not is_article(kept[-1], content):
            kept[-1] = replace(kept[-1], end=amount.end)
        else:
            kept.append(amount)
    return kept


def is_article(amount: Amount, content: str) -> bool:
    """Whether an amount is no number but "a" or "another"."""
    return plain(content[amount.start : amount.end]) in ONE


def in_times(amount: Amount, base: int, times: Sequence[Span]) -> bool:
    """Whether an amount lies in a time."""
    span = Span(base + amount.figure, base + amount.end)
    return any(time.overlaps(span) for time in times)


def ones(sentence: Sentence, found: Sequence[Amount]) -> Iterator[Amount]:
    """The articles that may count one person: "a soldier was killed"."""
    taken = {position for amount in found for position in range(amount.start, amount.end)}
    for token in sentence.tokens:
        start, end = token.start - sentence.start, token.end - sentence.start
        if token.text.lower() in ONE and start not in taken:
            yield Amount(start, start, end, 1, 1)


def parts_of(sentence: Sentence, content: str) -> list[Span]:
    """Stretches that tell parts of a total: from "including" to the next stop or verb."""
    stops = [
        token.start - sentence.start
        for token in sentence.tokens
        if token.pos in {"VERB", "AUX"} or token.text in ",;:)—"
    ]
    regions = []
    for found in part_before().finditer(content):
        at = bisect_right(stops, found.end() - 1)
        regions.append(Span(found.end(), stops[at] if at < len(stops) else len(content)))
    return regions


def is_part(phrase: Counted, regions: Sequence[Span]) -> bool:
    """Whether a number tells a part of a total."""
    if any(region.start <= phrase.amount.start < region.end for region in regions):
        return True
    is_of_more = part_after().match(phrase.content, phrase.amount.end, phrase.amount.end + WINDOW) is not None
    return is_of_more and by_preceding(phrase) is None  # "killed three of them" is no part of a number told


def is_denied(phrase: Counted) -> bool:
    """Whether a number is told as not being so: "not a single soldier", "not ten but twelve"."""
    return plain(phrase.content[max(0, phrase.amount.start - 8) : phrase.amount.start]).split(" ")[-1] == "not"


def is_label(phrase: Counted) -> bool:
    """Whether a number is a name's, an age, or counts a unit of measure."""
    words = [token.text.lower() for token in phrase.tokens[phrase.number + 1 : phrase.number + 2]]
    first = phrase.tokens[phrase.number + 1 : phrase.number + 2]
    if any(word in table("units") for word in [*words, *map(singular, first), phrase.lemma]):
        return True
    lead = plain(phrase.content[max(0, phrase.amount.start - 20) : phrase.amount.start]).split(" ")
    is_named = phrase.noun is None and (lead[-1] in table("labels") or is_age(phrase))
    return is_named or " ".join(lead[-2:]) in table("labels")


def is_age(phrase: Counted) -> bool:
    """Whether a bare number between commas behind somebody's name is how old they are: "Ana Diaz, 41, was hurt"."""
    tokens, at = phrase.tokens, phrase.number
    if at < 2 or not tokens[at].text.isdigit() or int(tokens[at].text) > OLDEST or tokens[at - 1].text != ",":
        return False
    behind = tokens[at + 1].text if at + 1 < len(tokens) else "."
    return tokens[at - 2].pos == "PROPN" and tokens[at - 2].entity not in GROUNDS and behind in {",", ".", ";", ")"}


def spread(phrases: Sequence[Counted], kinds: Sequence[str | None]) -> list[str | None]:
    """The kinds, carried over to numbers that stand beside one that has it: "12 soldiers, three rebels killed"."""
    told = list(kinds)
    for at in range(1, len(told)):
        if told[at] is None and is_linked(phrases[at - 1], phrases[at]):
            told[at] = told[at - 1]
    for at in range(len(told) - 2, -1, -1):
        if told[at] is None and is_linked(phrases[at], phrases[at + 1]):
            told[at] = told[at + 1]
    return told


def is_linked(one: Counted, other: Counted) -> bool:
    """Whether nothing but a comma or "and" stands between two phrases, and the second is not who says so behind them:
    "killing four children, a nurse said"."""
    head = other.tokens[other.head]
    verb = other.tokens[head.head]
    if head.relation == "nsubj" and reporting_word(verb.lemma.lower(), "verb") is not None:
        return False
    return plain(one.content[one.end : max(one.end, other.amount.start)]) in LINKS


def is_one(phrase: Counted) -> bool:
    """Whether a number is an article."""
    return is_article(phrase.amount, phrase.content)


def is_somebody(phrase: Counted) -> bool:
    """False for an article before a noun for no person: "a bomb killed"; true for any real number."""
    return not is_one(phrase) or (is_person(phrase) if phrase.noun is not None else "another" in phrase.content)


def final_kind(phrase: Counted) -> str | None:
    """The kind of a number that no cue tells of: by the counted noun; None when it counts nothing."""
    if phrase.amount.money or phrase.lemma in table("currencies")["words"]:
        return "money"
    if phrase.noun is None or phrase.amount.low == phrase.amount.high == 1:
        return None
    if by_noun(phrase) == "other":
        return "other"
    return by_role(phrase) or ("other" if is_of_interest(phrase) else None)


def is_of_interest(phrase: Counted) -> bool:
    """Whether people or things are counted that are sent, moved, used or hit."""
    return (is_person(phrase) or is_thing(phrase)) and is_moved_or_hit(phrase)


def zeros(sentence: Sentence, content: str) -> Iterator[QuantityMention]:
    """Nobody was killed; no deaths or injuries; not a single soldier was hurt. "No reports of deaths" tells nothing."""
    starts = [token.start - sentence.start for token in sentence.tokens]
    for found in nobody().finditer(content):
        span = (found.start(), found.end("noun") if found["noun"] else found.end())
        amount = Amount(span[0], *span, 0, 0)
        phrase = counted(amount, sentence, content, max(0, bisect_right(starts, span[1] - 1) - 1))
        kind = cues().noun[found["noun"].lower()] if found["noun"] else kind_of(replace(phrase, noun=None))
        if kind is not None:
            yield zero(sentence, content, span, kind)
        if found["other"]:
            yield zero(sentence, content, found.span("other"), cues().noun[found["other"].lower()])


def zero(sentence: Sentence, content: str, span: tuple[int, int], kind: str) -> QuantityMention:
    """The record of nobody; "no casualties" are no dead."""
    start, end = span
    words, told = content[start:end], "killed" if kind == "other" else kind
    return QuantityMention(sentence.start + start, sentence.start + end, words, told, 0, 0)
