"""Which words of an article name a place: spans and what the words around them say, before anybody asks where it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.lexicon.gazetteer import Gazetteer
from dateline.lexicon.gazetteer_names import normal
from dateline.lexicon.names import is_currency, is_shouted
from dateline.records.text import Sentence, Span, Token
from dateline.resolve.places_around import (
    MODIFIERS,
    is_before,
    is_beside,
    is_hit,
    is_locative,
    is_shore,
    is_side,
    is_something_else,
    is_ward,
    is_water,
    kind_beside,
    preposition_before,
)
from dateline.resolve.places_names import is_capital, is_large, name_part, shown, trimmed, widened
from dateline.resolve.places_words import alone, place_words, short_form_after, short_forms

TIMES = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "QUANTITY", "LANGUAGE"})
"""Kinds of entity that are no names: what is called one may hold a name, "Wau last year"."""
BODIES = frozenset({"ORG", "FAC"})
"""Kinds of entity whose names begin with that of a town: "Bowling Green State University"."""
NAME, STREET = "PROPN", "street"
LONGEST_RUN = 8
MEMBER = re.compile(r"\b(?:R|D|I|DFL)-([A-Z][\w.]{1,30}(?: [A-Z][a-z]{2,30})?)(?=[,;) ])")


@dataclass(frozen=True, slots=True)
class Toponym(Span):
    """Words that may name a place.

    `name` is looked up; `kind` is what a noun beside it says ("admin1", "site", "street" …); `within` names the larger
    place it is said to lie in ("Illinois" in "Springfield, Illinois"); `label` is the kind of entity the parser saw
    there; `locative` says that it stands where places stand; `beside` that hardly anything but a place stands there;
    `part` that it is only a part of the parser's entity; `modifier` that it belongs to a noun behind it; `behind` that
    a preposition stands before it; `hit` that violence was done to it; `ward` that it is told to be a part of a town.
    """

    text: str
    name: str
    plain: str
    label: str = ""
    kind: str | None = None
    within: str | None = None
    locative: bool = False
    beside: bool = False
    part: bool = False
    modifier: bool = False
    behind: bool = False
    hit: bool = False
    ward: bool = False


def find(text: str, sentences: Sequence[Sentence], known: Gazetteer) -> list[Toponym]:
    """All words that may name a place, in order, none overlapping."""
    if is_shouted(text):
        words = (as_plain(sentence.tokens) for sentence in sentences)
        found = [replace(one, name=one.name.title()) for plain in words for one in in_sentence(text, plain, known)]
    else:
        found = [one for sentence in sentences for one in in_sentence(text, sentence.tokens, known)]
    return without_overlaps(sorted(found, key=lambda one: (one.start, -one.end)))


def as_plain(tokens: Sequence[Token]) -> Sequence[Token]:
    """Words of a text in capitals as plain text has them: names with a capital, all others without.

    Nor what says of a name what it names: "La Tiendita canton".
    """
    nouns, found = {*place_words().units, *place_words().natures}, list[Token]()
    for n, one in enumerate(tokens):
        is_noun = one.text.lower() in nouns and n > 0 and tokens[n - 1].pos == NAME
        plain = one.text.title() if one.pos == NAME and not is_noun else one.text.lower()
        found.append(replace(one, text=plain, pos="NOUN" if is_noun else one.pos))
    return found


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
        if toponym and not is_currency(text, toponym.end):
            yield from with_short_form(text, toponym)
    if tokens:
        yield from of_members(text, tokens[0].start, tokens[-1].end)


def of_members(text: str, start: int, end: int) -> Iterator[Toponym]:
    """Where members of a parliament are from: "R-Marshall", "D-S.C."."""
    for found in MEMBER.finditer(text, start, end):
        shown = found[1].rstrip(".") if found[1] not in short_forms() else found[1]
        name = short_forms().get(shown, shown)
        yield Toponym(found.start(1), found.start(1) + len(shown), shown, name, normal(name), "GPE", locative=True)


def runs(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Stretches of words, as positions, that are one entity or, outside entities, a row of proper nouns."""
    n = 0
    while n < len(tokens):
        label, end = tokens[n].entity, n + 1
        is_whole = bool(label) and label not in TIMES
        if is_whole or tokens[n].pos == NAME:
            while end < len(tokens) and tokens[end].entity == label and (is_whole or is_run_on(tokens, end)):
                if tokens[end].text in place_words().between:
                    break
                end += 1
            yield n, end
        n = end + (end < len(tokens) and tokens[end].text in place_words().between)


def is_run_on(tokens: Sequence[Token], n: int) -> bool:
    """Whether a row of proper nouns goes on with a word: another one, or the hyphen behind an article ("al-Hamra")."""
    is_article = tokens[n].text == "-" and tokens[n - 1].text.lower() in place_words().articles
    return tokens[n].pos == NAME or (is_article and n + 1 < len(tokens) and tokens[n + 1].pos == NAME)


def of_run(text: str, tokens: Sequence[Token], first: int, last: int, known: Gazetteer) -> Toponym | None:
    """The toponym that a run of words is or holds; None when it can be none."""
    label = tokens[first].entity
    begin, end = trimmed(tokens, first, last)
    if begin >= end or end - begin > LONGEST_RUN:
        return None
    if tokens[begin].text in alone() and (end == begin + 1 or label != "PERSON"):
        short, name = tokens[begin], short_forms()[tokens[begin].text]
        return Toponym(short.start, short.end, short.text, name, normal(name), "GPE", "admin1", locative=True)
    if end == begin + 1 and (owner := owner_of(tokens[begin], known)):
        return owner
    if tokens[end - 1].text.lower() in place_words().streets and not known.hits(shown(text, tokens, begin, end)):
        return of_street(text, tokens, begin, end)
    inner, stop, kind = whole_or_part(text, tokens, begin, end, known)
    part = (inner, stop) != (begin, end) and kind is None and not is_before(tokens, stop, place_words().civic)
    inner, stop = (inner, stop) if part else widened(text, tokens, inner, stop, known)
    name = shown(text, tokens, inner, stop)
    if not is_capital(name) or "$" in name or is_something_else(text, tokens, inner, stop):
        return None
    if (is_side(tokens, stop) or is_shore(tokens, inner, stop)) and is_water(known, name):
        return None
    if tokens[stop - 1].pos == "ADJ" and label == "NORP" and not known.hits(name):  # "Jewish settlements"
        return None
    return Toponym(
        tokens[inner].start,
        tokens[stop - 1].end,
        name,
        " ".join(name.split()),
        normal(name),
        label,
        kind or kind_beside(tokens, inner, stop),
        locative=is_locative(text, tokens, inner, stop),
        beside=is_beside(text, tokens, inner, stop),
        part=part,
        modifier=tokens[stop - 1].relation in MODIFIERS,
        behind=preposition_before(tokens, inner) is not None,
        hit=is_hit(tokens, stop),
        ward=is_ward(tokens, stop),
    )


def whole_or_part(
    text: str, tokens: Sequence[Token], first: int, last: int, known: Gazetteer
) -> tuple[int, int, str | None]:
    """What part of a run is the name, and its kind: the whole where only a small place is known by its first words.

    "In Stoke Newington", not "at Springfield High School".
    """
    begin, end, kind = name_part(text, tokens, first, last, known)
    if kind is not None or begin != first or tokens[first].entity in BODIES or not is_set(text, tokens, first, last):
        return begin, end, kind
    return begin, end if is_large(known.hits(shown(text, tokens, begin, end))) else last, None


def is_set(text: str, tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the whole of a name stands where places stand, and not before what belongs to it."""
    is_first = tokens[last - 1].relation not in MODIFIERS
    return is_first and (is_locative(text, tokens, first, last) or is_beside(text, tokens, first, last))


def of_street(text: str, tokens: Sequence[Token], first: int, last: int) -> Toponym | None:
    """A street where something may be: "on Haifa Street"; None for all else that ends in such a word."""
    name, preposition = shown(text, tokens, first, last), preposition_before(tokens, first)
    if tokens[last - 1].text.lower() not in place_words().roads or preposition is None or not name[0].isupper():
        return None
    plain = " ".join(name.split())
    return Toponym(
        tokens[first].start, tokens[last - 1].end, name, plain, normal(name), tokens[first].entity, STREET, behind=True
    )


def owner_of(token: Token, known: Gazetteer) -> Toponym | None:
    """The country that a joined name begins with: "U.S." of "U.S. Army"."""
    words = token.text.split(" ")
    if len(words) == 1 or known.hits(token.text):
        return None
    names = (" ".join(words[:n]) for n in range(len(words) - 1, 0, -1))
    name = next((name for name in names if is_country(known, name)), None)
    if name is None or not token.text.startswith(name):
        return None
    return Toponym(token.start, token.start + len(name), name, name, normal(name), "ORG", part=True)


def is_country(known: Gazetteer, name: str) -> bool:
    """Whether a name is first of all a country's."""
    return any(hit.tie == 0 and hit.place.precision == "country" for hit in known.hits(name)[:1])


def with_short_form(text: str, toponym: Toponym) -> Iterator[Toponym]:
    """A toponym, and the short form of a state after it, of which it then is a part."""
    larger = short_form_after().match(text, toponym.end)
    if larger is None or is_shouted(text):  # in capitals "LA" begins a name as well
        yield toponym
        return
    short = larger[1] or larger[2]
    name = short_forms()[short]
    yield replace(toponym, within=name)
    start = larger.end() - len(short)
    yield Toponym(start, larger.end(), short, name, normal(name), "GPE", "admin1", locative=True)
