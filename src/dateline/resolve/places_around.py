"""What the words around a name say: what kind of place it names, that it stands where places stand, or names none."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.lexicon.gazetteer import Gazetteer
from dateline.lexicon.predicates import predicates_for
from dateline.records.text import Token
from dateline.resolve.places_words import bearings, place_words, short_form_after

MODIFIERS = frozenset({"compound", "amod", "nmod"})
AREAS = frozenset({"GPE", "LOC"})
LONGEST_ROW = 8
"""Within how many words the noun stands that names in a row share."""
WATERS = frozenset({"SEA", "GULF", "OCN", "BAY", "STRT"})


def is_something_else(text: str, tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether what follows makes a name that of money, a war, a newspaper or a saint's school: "US$", "Gulf War"."""
    if text.startswith("$", tokens[last - 1].end) or is_corner(tokens, last):
        return True
    if last == len(tokens):
        return False
    following = tokens[last].text
    is_saint = tokens[first].text in {"St.", "Saint"} and following in {"'s", "’s"}
    return is_saint or (following[0].isupper() and following.lower() in place_words().papers)


def is_corner(tokens: Sequence[Token], last: int) -> bool:
    """Whether a name is the first in a row of streets: "at Moneda and Bandera streets"."""
    row = [n for n in range(last, len(tokens)) if tokens[n].relation == "conj" and tokens[n].head == last - 1]
    shared = noun_behind(tokens, last)
    nouns = [tokens[n].text.lower() for n in (*row, *([shared] if shared is not None else [])) if n > last]
    return any(noun.endswith("s") and noun in place_words().streets for noun in nouns)


def is_side(tokens: Sequence[Token], last: int) -> bool:
    """Whether a name only says of which side something is: "Gulf troops", "the Red Sea port of Mokha"."""
    words = place_words()
    if last == len(tokens) or tokens[last - 1].relation not in MODIFIERS:
        return False
    return is_before(tokens, last, words.people_of | words.sides) or tokens[last].text.lower() in words.kinds_of


def is_shore(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a name says which coast of a land is meant: "Ghana's Atlantic coast", "the Pacific coast of Peru"."""
    words = place_words()
    if not is_before(tokens, last, words.shores):
        return False
    owned = first > 0 and (tokens[first - 1].tag == "POS" or tokens[first - 1].entity == "NORP")
    return owned or is_before(tokens, last + 1, frozenset({"of"}))


def is_water(known: Gazetteer, name: str) -> bool:
    """Whether a name is first of all that of a sea, a gulf or the like."""
    return any(hit.place.feature in WATERS for hit in known.hits(name)[:1])


def is_own_kind(tokens: Sequence[Token], last: int) -> bool:
    """Whether the word behind a name is the rest of it, and says what it names: "Town" of "Zabqin Town"."""
    if last == len(tokens) or tokens[last - 1].relation != "compound":
        return False
    word = tokens[last].text
    return word.istitle() and (word.lower() in place_words().kinds or word.lower() in place_words().part_of_name)


def kind_beside(tokens: Sequence[Token], first: int, last: int) -> str | None:
    """What the noun after a name, after names in a row, or before "of" and a name says of it."""
    words, noun = place_words(), noun_behind(tokens, last)
    if noun is not None:
        return kind_of(tokens[noun])
    if last - first > 1 and tokens[last - 1].text.lower() in words.kinds:
        return words.kinds[tokens[last - 1].text.lower()]
    if first > 1 and tokens[first - 1].text == "of" and not is_quarter_of(tokens, first):
        return words.units.get(tokens[first - 2].text) or words.kinds_of.get(tokens[first - 2].text.lower())
    return None


def is_quarter_of(tokens: Sequence[Token], first: int) -> bool:
    """Whether what stands before "of" and a name is one of its quarters: "the Karrada district of Baghdad"."""
    noun, name = tokens[first - 2], tokens[max(0, first - 3)]
    return noun.text.lower() in place_words().quarters and name.pos == "PROPN" and name.relation in MODIFIERS


def is_ward(tokens: Sequence[Token], last: int) -> bool:
    """Whether the noun behind a name makes it a part of a town: "the Escalon neighborhood"."""
    noun = noun_behind(tokens, last)
    return noun is not None and tokens[noun].text.lower() in place_words().wards


def noun_behind(tokens: Sequence[Token], last: int) -> int | None:
    """The noun right behind a name, or that behind a row which the name begins: "the Zahra and Rabiya suburbs"."""
    if last < len(tokens) and tokens[last].pos in {"NOUN", "PROPN"}:
        return last
    top, is_row = tokens[last - 1], last < len(tokens) and tokens[last].relation in {"cc", "punct"}
    is_many = is_row and top.relation in MODIFIERS and tokens[top.head].tag == "NNS"
    return top.head if is_many and 0 < top.head - last < LONGEST_ROW else None


def kind_of(noun: Token) -> str | None:
    """What a noun behind a name says of it."""
    words = place_words()
    if noun.text in words.natures:
        return "site"
    return words.units.get(noun.text) or words.kinds.get(noun.text.lower())


def is_locative(text: str, tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a name stands where places stand: after "in" and its like, before "police" or a state's short form."""
    words = place_words()
    if short_form_after().match(text, tokens[last - 1].end) or is_before(tokens, last, words.people_of | words.civic):
        return True
    if is_taken(tokens, last) or is_of_kind(tokens, first) or is_heading(text, tokens, first, last):
        return True
    if is_described(text, tokens, last) or is_own_home(tokens, first, last):
        return True
    before = preposition_before(tokens, first)
    return before is not None and (tokens[before].text.lower() in words.strict or is_home(tokens, before))


def is_own_home(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a name says where somebody's house or office is: "her Jaffna home"."""
    return first > 0 and tokens[first - 1].tag == "PRP$" and is_before(tokens, last, place_words().homes)


def is_heading(text: str, tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a name heads a paragraph as those of round-ups are headed: "Homs: A car bomb went off …"."""
    start, end = tokens[first].start, tokens[last - 1].end
    return text[end : end + 2] == ": " and text[:start].endswith("\n")


def is_described(text: str, tokens: Sequence[Token], last: int) -> bool:
    """Whether it is said behind a name where it lies or what it is: "Minova, west of Goma", "Hibhib, a town in"."""
    return bearings().match(text, tokens[last - 1].end) is not None


def is_beside(text: str, tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a name stands where hardly anything but a place does: after "near" and its like, or a person "in"."""
    if is_described(text, tokens, last):
        return True
    before = preposition_before(tokens, first)
    if before is None:
        return False
    word, words = tokens[before].text.lower(), place_words()
    if word in words.beside:
        return True
    head = tokens[tokens[before].head].lemma.lower()
    is_free = tokens[last - 1].relation == "pobj" or tokens[first].entity == "PERSON"
    if not is_free or tokens[last - 1].relation == "poss" or head in words.belonging:  # "in Brown's hands"
        return False
    if tokens[first - 1].text == "the":  # "in the Bundestag"
        return False
    return word == "in" or (word == "at" and head not in words.aimed)


def preposition_before(tokens: Sequence[Token], first: int) -> int | None:
    """The preposition before a name, articles and directions between them aside."""
    before = first - 1
    while before >= 0 and tokens[before].text.lower() in place_words().directions:
        before -= 1
    return before if before >= 0 and tokens[before].pos == "ADP" else None


def is_taken(tokens: Sequence[Token], last: int) -> bool:
    """Whether a name is the object of a verb that takes places: "besieged Homs", "Homs was overrun"."""
    top, words = tokens[last - 1], place_words()
    verb = tokens[top.head].lemma.lower()
    if top.relation not in {"dobj", "nsubjpass"}:
        return False
    return verb in words.taken or (verb in words.captured and top.entity not in AREAS | {"PERSON"})


def is_hit(tokens: Sequence[Token], last: int) -> bool:
    """Whether a name is of what violence was done to: "attacked Palma", "the raid on Palma"."""
    top = tokens[last - 1]
    top = tokens[top.head] if top.relation == "conj" else top
    over, part = tokens[top.head], "verb"
    if top.relation == "pobj" and over.lemma.lower() in place_words().upon:
        over, part = tokens[over.head], "noun"
    elif top.relation not in {"dobj", "nsubjpass"}:
        return False
    return any(entry.type == "ASSAULT" for entry in predicates_for(over.lemma.lower(), part))


def is_of_kind(tokens: Sequence[Token], first: int) -> bool:
    """Whether a name stands behind what it is: "the city of Homs"."""
    return first > 1 and tokens[first - 1].text == "of" and tokens[first - 2].text.lower() in place_words().kinds_of


def is_before(tokens: Sequence[Token], n: int, words: frozenset[str]) -> bool:
    """Whether the word at a position is one of these."""
    return n < len(tokens) and tokens[n].text.lower() in words


def is_home(tokens: Sequence[Token], n: int) -> bool:
    """Whether the word at a position is the "of" of "north of Dover", "Ann Lee of Dover" or "Ann Lee, 42, of Dover"."""
    if tokens[n].text != "of" or n == 0:
        return False
    if tokens[n - 1].text in place_words().directions:
        return True
    return tokens[n - 1].entity == "PERSON" or (tokens[n - 1].text == "," and n > 1 and tokens[n - 2].text.isdigit())
