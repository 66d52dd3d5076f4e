"""Which of the words that may name a place do: people, streets and numbers have names too."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.lexicon.gazetteer import Gazetteer, Hit
from dateline.lexicon.gazetteer_names import normal
from dateline.records.text import Sentence, Token
from dateline.resolve.places_choose import is_in
from dateline.resolve.places_find import STREET, Toponym, runs
from dateline.resolve.places_names import PLACES, is_large, is_titled
from dateline.resolve.places_words import larger_after, larger_before, place_words

TOWN, VILLAGE = 100_000, 5_000
TOWNS = frozenset({"settlement", "admin2"})
BETWEEN = re.compile(r",\s{1,2}(?:and\s|or\s)?|\s(?:and|or|to)\s")
"""Between two members of a list."""
TAKEN = frozenset({"nsubjpass", "dobj"})
"""How somebody hangs on what is done to them."""
SHORTEST, SHORTEST_SHOUTED = 3, 5
"""Fewer letters make no name; where all is in capitals, fewer may be an abbreviation."""
REACH = 60
AREAS = PLACES - {"FAC"}
NAMED = PLACES | {"", "PERSON", "NORP", "PRODUCT", "LAW", "WORK_OF_ART", "DATE"}
"""Kinds of entity that a name with "village", "district" … beside it may seem to be."""
PERSON_LIKE = frozenset({"PERSON", "NORP"})
UNSURE = PERSON_LIKE | {"", "ORG", "PRODUCT", "FAC", "DATE", "TIME", "EVENT", "LAW", "CARDINAL", "WORK_OF_ART"}
"""Kinds of entity that a place's name may seem to be where it stands behind "near" and its like."""


def accepted(text: str, sentences: Sequence[Sentence], found: Sequence[Toponym], known: Gazetteer) -> list[Toponym]:
    """Those that name a place, each with the larger place it is told to lie in."""
    full_names = surnames(sentences)
    people = full_names | mostly_people(found)
    placed = [with_larger(text, found, n, known) for n in range(len(found))]
    possible = [may_be(toponym, people, known) for toponym in placed]
    sure = [yes and is_sure(toponym, known) for toponym, yes in zip(placed, possible, strict=True)]
    names = {toponym.plain for toponym, yes in zip(placed, sure, strict=True) if yes}
    taken = [
        yes or (fits and is_likely(toponym, names, known))
        for toponym, yes, fits in zip(placed, sure, possible, strict=True)
    ]
    states = countries_of(placed, taken, known)
    for n, toponym in enumerate(placed):
        taken[n] = taken[n] or (toponym.plain not in full_names and is_town_of(toponym, states, known))
    for n in [*range(len(placed)), *reversed(range(len(placed)))]:
        taken[n] = taken[n] or (possible[n] and is_listed(text, placed, taken, n))
    return [
        toponym
        for n, toponym in enumerate(placed)
        if taken[n]
        or (toponym.plain not in full_names and is_new(toponym, people, known))
        or (toponym.kind == STREET and is_in_town(text, placed, n, known))
    ]


def is_in_town(text: str, found: Sequence[Toponym], n: int, known: Gazetteer) -> bool:
    """Whether a name is told to lie in a known town: "on Haifa Street in Baghdad"."""
    larger = (hit.place for one in holders(text, found, n) for hit in known.hits(one.name)[:5])
    return any(place.precision in TOWNS for place in larger)


def is_new(toponym: Toponym, people: frozenset[str], known: Gazetteer) -> bool:
    """Whether words that the gazetteer does not know name a place: by the noun beside them, or where places stand."""
    if (
        toponym.kind == STREET
        or toponym.part
        or known.hits(toponym.name)
        or toponym.name.lower() in place_words().never
    ):
        return False
    least = SHORTEST_SHOUTED if toponym.text.isupper() else SHORTEST
    if toponym.name.isupper() or len(toponym.plain) < least or any(letter.isdigit() for letter in toponym.text):
        return False
    if " " in toponym.name and toponym.name.rpartition(" ")[2].lower() in place_words().wholes:
        return toponym.locative or (toponym.label in PLACES and not toponym.modifier)
    if toponym.kind is not None or is_first(toponym):
        return toponym.label in NAMED or (toponym.label == "ORG" and not is_of_body(toponym))
    if toponym.modifier or toponym.plain in people:
        return False
    return (toponym.label in PLACES and toponym.locative) or (toponym.label in UNSURE and toponym.beside)


def is_first(toponym: Toponym) -> bool:
    """Whether the first word of a name says that it is a place's: "Mount" of "Mount Igman"."""
    first, _, rest = toponym.name.partition(" ")
    word, words = first.lower().rstrip("."), place_words()
    return bool(rest) and (word in words.firsts or (toponym.locative and word in words.saints))


def is_of_body(toponym: Toponym) -> bool:
    """Whether the noun that says what is named is a part of the name, as in those of clubs and colleges."""
    return toponym.name.rpartition(" ")[2].lower() in place_words().kinds


def mostly_people(found: Sequence[Toponym]) -> frozenset[str]:
    """The names that the parser takes for people more often than for places, and that never stand where places do."""
    votes: dict[str, int] = {}
    for toponym in found:
        is_place = toponym.locative or toponym.within or toponym.label in PLACES or toponym.kind == "site"
        vote = 1 if is_place else -1 if toponym.label == "PERSON" and not toponym.part else 0
        votes[toponym.plain] = votes.get(toponym.plain, 0) + vote
    return frozenset(plain for plain, vote in votes.items() if vote < 0)


def surnames(sentences: Sequence[Sentence]) -> frozenset[str]:
    """The first and last words of people's names of two words and more, in plain form."""
    names = set()
    for sentence in sentences:
        for first, last in runs(sentence.tokens):
            words = [token for token in sentence.tokens[first:last] if token.pos == "PROPN"]
            if (
                sentence.tokens[first].entity == "PERSON"
                and len(words) > 1
                and not is_place(sentence.tokens, first, last)
            ):
                names |= {normal(words[0].text), normal(words[-1].text)}
        names |= {normal(token.text) for token in sentence.tokens if is_taken(token, sentence.tokens)}
    return frozenset(names)


def is_taken(token: Token, tokens: Sequence[Token]) -> bool:
    """Whether a name is of whom only people are done so to: "Jackson was arrested"."""
    verb = tokens[token.head]
    return token.pos == "PROPN" and token.relation in TAKEN and verb.lemma.lower() in place_words().taking


def is_place(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the last word of what seems a person's name says that it is a place's: "Kamba Town", not "Kim Park"."""
    if tokens[last - 1].text.lower() in place_words().units:
        return True
    return is_titled(tokens, first, last) and tokens[last - 1].text.lower() not in place_words().surnames


def with_larger(text: str, found: Sequence[Toponym], n: int, known: Gazetteer) -> Toponym:
    """A toponym with the larger place named beside it, if that holds one of the places of its name."""
    toponym = found[n]
    if toponym.within:
        return toponym
    for other in larger_beside(text, found, n):
        if holds(other, toponym, known):
            return replace(toponym, within=other.name)
    return toponym


def larger_beside(text: str, found: Sequence[Toponym], n: int) -> Iterator[Toponym]:
    """The next toponym where it follows after ", " or " in ", and the one before where it owns this one.

    Not one that is a part of what follows: "in Cairo, U.S. diplomats".
    """
    toponym = found[n]
    following, before = found[n + 1 : n + 2], found[max(0, n - 1) : n]
    following = [other for other in following if not other.part and (other.kind or not other.modifier)]
    yield from (other for other in following if joined(larger_after(), text, toponym, other))
    yield from (other for other in before if joined(larger_before(), text, other, toponym))


def holders(text: str, found: Sequence[Toponym], n: int) -> Iterator[Toponym]:
    """Those of them that surely hold it: not one that only a comma stands before, which may be the next of a list."""
    return (one for one in larger_beside(text, found, n) if text[found[n].end : one.start].strip() != ",")


def joined(pattern: re.Pattern[str], text: str, one: Toponym, other: Toponym) -> bool:
    """Whether just what the pattern says stands between two toponyms."""
    return other.start - one.end < REACH and bool(pattern.fullmatch(text[one.end : other.start].lower()))


def holds(larger: Toponym, smaller: Toponym, known: Gazetteer) -> bool:
    """Whether a country, a first-level unit or a county of the one name holds a smaller place of the other."""
    outer = [
        hit.place for hit in known.hits(larger.name) if hit.tie < 2 and hit.place.precision in {"country", "admin1"}
    ]
    inner = [hit.place for hit in known.hits(smaller.name) if hit.tie < 2 and hit.place.precision != "country"]
    return any(is_in(place, unit) for unit in outer[:5] for place in inner)


def may_be(toponym: Toponym, people: frozenset[str], known: Gazetteer) -> bool:
    """Whether the gazetteer knows the name, and nothing speaks against it."""
    hits = known.hits(toponym.name)
    if not hits or toponym.name.lower() in place_words().never or not any(letter.isalpha() for letter in toponym.text):
        return False
    if hits[0].place.feature == "GOVL" and not toponym.locative:  # "the White House said": an actor
        return False
    if toponym.text.isupper() and len(toponym.plain) < 4 and toponym.kind in {None, "site"}:
        return hits[0].place.precision in {"country", "region"}
    return toponym.plain not in people or bool(toponym.within) or is_large(hits)


def is_sure(toponym: Toponym, known: Gazetteer) -> bool:
    """Whether a possible toponym names a place by itself."""
    hits = known.hits(toponym.name)
    if toponym.part:
        return toponym.label not in PERSON_LIKE and is_large(by_main_name(hits))
    if toponym.kind == "site" and toponym.label in NAMED - {"NORP"}:
        return True
    if toponym.kind and any(hit.place.precision == toponym.kind and hit.tie < 2 for hit in hits):
        return True
    return toponym.label in PLACES or toponym.locative or bool(toponym.within)


def by_main_name(hits: Sequence[Hit]) -> Sequence[Hit]:
    """The places of a name whose main name it is."""
    return [hit for hit in hits if hit.tie == 0]


def is_likely(toponym: Toponym, names: set[str], known: Gazetteer) -> bool:
    """Whether the article's other places, or fame, say that a possible toponym is one."""
    if toponym.part and toponym.label in PERSON_LIKE:
        return False
    hits = known.hits(toponym.name)
    is_country = hits[0].tie == 0 and hits[0].place.precision == "country"
    famous = toponym.label not in PERSON_LIKE and is_large(by_main_name(hits))
    is_given = toponym.label == "PERSON" and toponym.plain in place_words().given_names
    return toponym.plain in names or famous or (is_country and not is_given)


def countries_of(placed: Sequence[Toponym], taken: Sequence[bool], known: Gazetteer) -> frozenset[str]:
    """The countries that an article names as such, or that two of its places lie in."""
    first = {
        toponym.plain: known.hits(toponym.name)[0].place for toponym, yes in zip(placed, taken, strict=True) if yes
    }
    held = Counter(place.country for place in first.values())
    named = {place.country for place in first.values() if place.precision == "country"}
    return frozenset(country for country in held if country and (country in named or held[country] > 1))


def is_town_of(toponym: Toponym, states: frozenset[str], known: Gazetteer) -> bool:
    """Whether a name that the parser took for no place's is a known place of a country that the article is on."""
    if toponym.part or toponym.plain in place_words().given_names or toponym.name.lower() in place_words().never:
        return False
    hits = known.hits(toponym.name)
    if not hits or hits[0].tie or hits[0].place.country not in states:
        return False
    is_set = toponym.behind and not toponym.modifier
    if is_set and (toponym.label not in PERSON_LIKE or hits[0].place.precision not in TOWNS):
        return True
    return hits[0].place.population >= (VILLAGE if is_set else TOWN)


def is_listed(text: str, found: Sequence[Toponym], taken: Sequence[bool], n: int) -> bool:
    """Whether a toponym stands in a list with one that is taken."""
    if found[n].part:
        return False
    after = n + 1 < len(found) and taken[n + 1] and BETWEEN.fullmatch(text, found[n].end, found[n + 1].start)
    return bool(after or (n and taken[n - 1] and BETWEEN.fullmatch(text, found[n - 1].end, found[n].start)))
