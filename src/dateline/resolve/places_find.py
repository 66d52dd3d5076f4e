"""Which words of an article name a place: spans and what the words around them say, before anybody asks where it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.lexicon.gazetteer import Gazetteer
from dateline.lexicon.gazetteer_names import normal
from dateline.records.text import Sentence, Span, Token
from dateline.resolve.places_words import alone, place_words, short_form_after, short_forms

PLACES = frozenset({"GPE", "LOC", "FAC"})
"""Kinds of entity that are places."""
LONGEST_RUN = 8


@dataclass(frozen=True, slots=True)
class Toponym(Span):
    """Words that may name a place.

    `name` is looked up; `kind` is what a noun beside it says ("admin1", "site" …); `within` names the larger place it
    is said to lie in ("Illinois" in "Springfield, Illinois"); `label` is the kind of entity the parser saw there;
    `locative` says that it stands where places stand; `part` that it is only a part of the parser's entity.
    """

    text: str
    name: str
    plain: str
    label: str = ""
    kind: str | None = None
    within: str | None = None
    locative: bool = False
    part: bool = False


def find(text: str, sentences: Sequence[Sentence], known: Gazetteer) -> list[Toponym]:
    """All words that may name a place, in order, none overlapping."""
    found = (toponym for sentence in sentences for toponym in in_sentence(text, sentence.tokens, known))
    return without_overlaps(sorted(found, key=lambda one: (one.start, -one.end)))


def without_overlaps(toponyms: Sequence[Toponym]) -> list[Toponym]:
    """Those that begin after the one before has ended."""
    kept: list[Toponym] = []
    for toponym in toponyms:
        if not kept or toponym.start >= kept[-1].end:
            kept.append(toponym)
    return kept


def in_sentence(text: str, tokens: Sequence[Token], known: Gazetteer) -> Iterator[Toponym]:
    """The toponyms of one sentence, and the short forms of states that follow them."""
    for first, last in runs(tokens):
        toponym = of_run(text, tokens, first, last, known)
        if toponym:
            yield from with_short_form(text, toponym)


def runs(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Stretches of words, as positions, that are one entity or, outside entities, a row of proper nouns."""
    n = 0
    while n < len(tokens):
        label = tokens[n].entity
        end = n + 1
        while end < len(tokens) and tokens[end].entity == label and (label or tokens[end].pos == "PROPN"):
            end += 1
        if label or tokens[n].pos == "PROPN":
            yield n, end
        n = end


def of_run(text: str, tokens: Sequence[Token], first: int, last: int, known: Gazetteer) -> Toponym | None:
    """The toponym that a run of words is or holds; None when it can be none."""
    label = tokens[first].entity
    first, last = trimmed(tokens, first, last)
    if first >= last or last - first > LONGEST_RUN:
        return None
    short = text[tokens[first].start : tokens[last - 1].end]
    if short in alone():
        name = short_forms()[short]
        return Toponym(
            tokens[first].start, tokens[last - 1].end, short, name, normal(name), label, "admin1", locative=True
        )
    begin, end, kind = name_part(text, tokens, first, last, known)
    shown = text[tokens[begin].start : tokens[end - 1].end]
    if begin >= end or not shown[0].isupper():
        return None
    if tokens[last - 1].text.lower() in place_words().streets and not known.hits(shown):
        return None
    part = (begin, end) != (first, last) and kind is None
    return Toponym(
        tokens[begin].start,
        tokens[end - 1].end,
        shown,
        " ".join(shown.split()),
        normal(shown),
        label,
        kind or kind_beside(tokens, begin, end),
        locative=is_locative(text, tokens, begin, tokens[end - 1].end),
        part=part,
    )


def trimmed(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """A run without articles, possessive endings, punctuation and lower-case directions at its ends."""
    words = place_words()
    while first < last and (
        tokens[first].text.lower() in {"the", "a", "an"}
        or tokens[first].text in words.directions
        or not tokens[first].text[0].isalnum()
    ):
        first += 1
    while first < last and (
        tokens[last - 1].pos in {"PART", "ADP"}
        or (tokens[last - 1].pos == "PUNCT" and not tokens[last - 1].text[0].isalnum())
        or not tokens[last - 1].text[0].isalnum()
    ):
        last -= 1
    return first, last


def name_part(
    text: str, tokens: Sequence[Token], first: int, last: int, known: Gazetteer
) -> tuple[int, int, str | None]:
    """What part of a run is the name, and the kind that its last word tells: "Idlib", admin1 of "Idlib province"."""
    kind = place_words().kinds.get(tokens[last - 1].text.lower()) if last - first > 1 else None

    def knows(begin: int, end: int) -> bool:
        return bool(known.hits(text[tokens[begin].start : tokens[end - 1].end]))

    if kind and not tokens[last - 1].text.islower() and knows(first, last):
        return first, last, kind
    if kind and knows(first, last - 1):
        return first, last - 1, kind
    if knows(first, last):
        return first, last, None
    for begin, end in parts(tokens, first, last):
        if knows(begin, end):
            return begin, end, None
    return first, last - bool(kind), kind


def parts(tokens: Sequence[Token], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Parts of an unknown name that may be a place: without a direction, before an institution, after "city of"."""
    words = place_words()
    if last - first > 1 and tokens[first].text.lower() in words.directions:
        yield first + 1, last
    for end in range(last - 1, first, -1):
        if tokens[end].text.lower() in words.institutions or tokens[end].text in {"'s", "’s", "-", "–"}:
            yield first, end
            if tokens[first].text.lower() in words.directions and end > first + 1:
                yield first + 1, end
    for n in range(first + 1, last - 1):
        if tokens[n].text == "of" and tokens[n - 1].text.lower() in words.bodies_of:
            yield from ((n + 1, end) for end in range(last, n + 1, -1))


def kind_beside(tokens: Sequence[Token], first: int, last: int) -> str | None:
    """What the noun after a name or before "of" and a name says of it."""
    words = place_words()
    if last < len(tokens) and tokens[last].pos in {"NOUN", "PROPN"}:
        return words.kinds.get(tokens[last].text.lower())
    if first > 1 and tokens[first - 1].text == "of":
        return words.kinds_of.get(tokens[first - 2].text.lower())
    return None


def is_locative(text: str, tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether a name stands where places stand: after "in" and its like, or before the short form of a state."""
    if short_form_after().match(text, end):
        return True
    before = first - 1
    while before >= 0 and tokens[before].text.lower() in place_words().directions:
        before -= 1
    return before >= 0 and tokens[before].pos == "ADP" and tokens[before].text.lower() in place_words().strict


def with_short_form(text: str, toponym: Toponym) -> Iterator[Toponym]:
    """A toponym, and the short form of a state after it, of which it then is a part."""
    larger = short_form_after().match(text, toponym.end)
    if larger is None:
        yield toponym
        return
    short = larger[1] or larger[2]
    name = short_forms()[short]
    yield replace(toponym, within=name)
    start = larger.end() - len(short)
    yield Toponym(start, larger.end(), short, name, normal(name), "GPE", "admin1", locative=True)
