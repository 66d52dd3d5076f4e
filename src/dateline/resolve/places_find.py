"""Which words of an article name a place: spans and what the words around them say, before anybody asks where it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.lexicon.gazetteer import Gazetteer, Hit
from dateline.lexicon.gazetteer_names import normal
from dateline.lexicon.names import is_shouted
from dateline.records.text import Sentence, Span, Token
from dateline.resolve.places_around import (
    MODIFIERS,
    is_before,
    is_beside,
    is_locative,
    is_own_kind,
    is_side,
    is_something_else,
    is_water,
    kind_beside,
    preposition_before,
)
from dateline.resolve.places_words import alone, place_words, short_form_after, short_forms

PLACES = frozenset({"GPE", "LOC", "FAC"})
"""Kinds of entity that are places."""
TIMES = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "QUANTITY", "LANGUAGE"})
"""Kinds of entity that are no names: what is called one may hold a name, "Wau last year"."""
LONGEST_RUN = 8
LARGE = 400_000
"""A settlement or unit of so many people is a place even where the parser saw something else."""
MEMBER = re.compile(r"\b(?:R|D|I|DFL)-([A-Z][\w.]{1,30}(?: [A-Z][a-z]{2,30})?)(?=[,;) ])")
JOINTS = frozenset({"of", "the", "and"})


@dataclass(frozen=True, slots=True)
class Toponym(Span):
    """Words that may name a place.

    `name` is looked up; `kind` is what a noun beside it says ("admin1", "site" …); `within` names the larger place it
    is said to lie in ("Illinois" in "Springfield, Illinois"); `label` is the kind of entity the parser saw there;
    `locative` says that it stands where places stand; `beside`
    that hardly anything but a place stands there; `part` that it is only a part of the parser's entity; `modifier`
    that it belongs to a noun behind it; `behind` that a preposition stands before it.
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
        if is_whole or tokens[n].pos == "PROPN":
            while end < len(tokens) and tokens[end].entity == label and (is_whole or tokens[end].pos == "PROPN"):
                end += 1
            yield n, end
        n = end


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
        return None
    inner, stop, kind = name_part(text, tokens, begin, end, known)
    part = (inner, stop) != (begin, end) and kind is None and not is_before(tokens, stop, place_words().civic)
    inner, stop = (inner, stop) if part else widened(text, tokens, inner, stop, known)
    name = shown(text, tokens, inner, stop)
    if not name[:1].isupper() or "$" in name or is_something_else(text, tokens, inner, stop):
        return None
    if is_side(tokens, stop) and is_water(known, name):
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
    )


def is_our_own(known: Gazetteer, name: str) -> bool:
    """Whether a name is one of our own list: "Zaatari refugee camp"."""
    return any(hit.place.place_id.startswith("dateline:") for hit in known.hits(name)[:1])


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


def shown(text: str, tokens: Sequence[Token], first: int, last: int) -> str:
    """The text of some tokens."""
    return text[tokens[first].start : tokens[last - 1].end] if first < last else ""


def widened(text: str, tokens: Sequence[Token], first: int, last: int, known: Gazetteer) -> tuple[int, int]:
    """A name grown over words that the parser cut off: "Republic of the Congo", "Guinea-Bissau", "Rafah crossing"."""
    for end in range(min(len(tokens), last + 3), last, -1):
        if all(token.text.islower() for token in tokens[last:end]) and is_our_own(
            known, shown(text, tokens, first, end)
        ):
            return first, end
    if is_own_kind(tokens, last) and not known.hits(shown(text, tokens, first, last)):
        return first, last + 1
    if last + 1 < len(tokens) and tokens[last].text == "-" and known.hits(shown(text, tokens, first, last + 2)):
        return first, last + 2
    if first > 1 and tokens[first - 1].text in JOINTS:
        for begin in range(max(0, first - 5), first - 1):
            if tokens[begin].text[0].isupper() and known.hits(shown(text, tokens, begin, last)):
                return begin, last
    return first, last


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
        return bool(known.hits(shown(text, tokens, begin, end)))

    if kind and not tokens[last - 1].text.islower() and knows(first, last):
        return first, last, kind
    if kind and knows(first, last - 1):
        return first, last - 1, kind
    if knows(first, last) or is_joined(tokens, first, last):
        return first, last, None
    is_whole = (
        last - first > 1 and tokens[last - 1].text.istitle() and tokens[last - 1].text.lower() in place_words().wholes
    )
    for begin, end in parts(tokens, first, last):
        if knows(begin, end) and not (is_whole and not is_large(known.hits(shown(text, tokens, begin, end)))):
            return begin, end, place_words().kinds.get(tokens[end - 1].text.lower()) if end > begin + 1 else None
    return first, last - bool(kind and tokens[last - 1].text.islower()), "site" if is_whole else kind


def is_joined(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether words are one name though a part of them is another's: "Base Norte", "San Pedro de Bocay"."""
    words, opening = place_words(), tokens[first].text.lower()
    if opening in words.firsts:
        return last - first == 2
    return opening in words.saints and any(token.text.lower() in words.links for token in tokens[first + 1 : last - 1])


def is_large(hits: Sequence[Hit]) -> bool:
    """Whether a name is known for a country, a region or a large city."""
    return any(hit.tie < 2 and (hit.place.precision == "country" or hit.place.population >= LARGE) for hit in hits[:5])


def parts(tokens: Sequence[Token], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Parts of an unknown name that may be a place: without a direction, its first words, what follows "city of"."""
    words = place_words()
    if last - first > 1 and tokens[first].text.lower() in words.directions:
        yield first + 1, last
    for end in range(last - 1, first, -1):
        bare = all(token.text.lower() in words.particles or token.pos == "PUNCT" for token in tokens[first:end])
        if tokens[end].text.lower() not in words.papers and not bare:
            yield first, end
    for n in range(first + 1, last - 1):
        if tokens[n].text == "of" and tokens[n - 1].text.lower() in words.bodies_of:
            yield from ((n + 1, end) for end in range(last, n + 1, -1))


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
