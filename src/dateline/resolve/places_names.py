"""Which of the words that the parser takes for one name are the name of a place: "Idlib" of "Idlib province"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.lexicon.gazetteer import Gazetteer, Hit
from dateline.records.text import Token
from dateline.resolve.places_around import is_own_kind, kind_of, noun_behind
from dateline.resolve.places_words import place_words

PLACES = frozenset({"GPE", "LOC", "FAC"})
"""Kinds of entity that are places."""
LARGE = 400_000
"""A settlement or unit of so many people is a place even where the parser saw something else."""
MISTAKEN = frozenset({"LAW", "PRODUCT", "WORK_OF_ART"})
"""Kinds of entity that the parser sees where a number follows a name: "the village of Sabr 20 kilometers north of"."""
JOINTS = frozenset({"of", "the", "and"})


def shown(text: str, tokens: Sequence[Token], first: int, last: int) -> str:
    """The text of some tokens."""
    return text[tokens[first].start : tokens[last - 1].end] if first < last else ""


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
        or (tokens[last - 1].text.isdigit() and tokens[first].entity in MISTAKEN)
        or not tokens[last - 1].text[0].isalnum()
    ):
        last -= 1
    return first, last


def widened(text: str, tokens: Sequence[Token], first: int, last: int, known: Gazetteer) -> tuple[int, int]:
    """A name grown over words that the parser cut off: "Republic of the Congo", "Guinea-Bissau", "Rafah crossing"."""
    for end in range(min(len(tokens), last + 3), last, -1):
        if all(token.text.islower() for token in tokens[last:end]) and is_our_own(
            known, shown(text, tokens, first, end)
        ):
            return first, end
    if is_own_kind(tokens, last) and not known.hits(shown(text, tokens, first, last)):
        return first, last + 1
    for end in reversed(hyphened(tokens, last)):
        if known.hits(shown(text, tokens, first, end)):
            return first, end
    return opened(text, tokens, first, last, known), last


def hyphened(tokens: Sequence[Token], last: int) -> list[int]:
    """Where a name may end that goes on behind hyphens: "Guinea-Bissau", "Croix-des-Bouquets"."""
    found = []
    while last + 1 < len(tokens) and tokens[last].text == "-":
        last += 2
        found.append(last)
    return found


def opened(text: str, tokens: Sequence[Token], first: int, last: int, known: Gazetteer) -> int:
    """Where a name begins whose first words the parser cut off: "Republic of the Congo", "Deir ez-Zor"."""
    is_cut = first > 0 and tokens[first].text in place_words().articles and tokens[first - 1].text[0].isupper()
    if is_cut and known.hits(shown(text, tokens, first - 1, last)):
        return first - 1
    if first > 1 and tokens[first - 1].text in JOINTS:
        for begin in range(max(0, first - 5), first - 1):
            if tokens[begin].text[0].isupper() and known.hits(shown(text, tokens, begin, last)):
                return begin
    return first


def is_our_own(known: Gazetteer, name: str) -> bool:
    """Whether a name is one of our own list: "Zaatari refugee camp"."""
    return any(hit.place.place_id.startswith("dateline:") for hit in known.hits(name)[:1])


def is_capital(name: str) -> bool:
    """Whether a name begins with a capital, an article such as "al-" aside."""
    article, hyphen, rest = name.partition("-")
    return (rest if hyphen and article in place_words().articles else name)[:1].isupper()


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
    is_whole = is_titled(tokens, first, last)
    is_told = (noun := noun_behind(tokens, last)) is not None and kind_of(tokens[noun]) is not None
    for begin, end in parts(tokens, first, last):
        own = place_words().kinds.get(tokens[end - 1].text.lower()) if end > begin + 1 else None
        is_apart = own is not None or not (is_whole or is_told)
        if knows(begin, end) and (is_apart or is_large(known.hits(shown(text, tokens, begin, end)))):
            return begin, end, own
    return first, last - bool(kind and tokens[last - 1].text.islower()), "site" if is_whole else kind


def is_titled(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the last word of a name, with a capital, says that it is a place's: "Kindi Hospital"."""
    word = tokens[last - 1].text
    return last - first > 1 and word.istitle() and word.lower() in place_words().wholes


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
        bare = all(is_bare(token) for token in tokens[first:end])
        if tokens[end].text.lower() not in words.papers and not bare:
            yield first, end
    for n in range(first + 1, last - 1):
        if tokens[n].text == "of" and tokens[n - 1].text.lower() in words.bodies_of:
            yield from ((n + 1, end) for end in range(last, n + 1, -1))


def is_bare(token: Token) -> bool:
    """Whether a word at the start of a name is none by itself: "Abu", "Eastern"."""
    word = token.text.lower()
    return word in place_words().particles or word in place_words().directions or not token.text[0].isalnum()
