"""Nouns that come back to a place named before: "the town", "in the capital", "there"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.coding.sites import is_definite
from dateline.coding.tree import Tree
from dateline.lexicon.files import load
from dateline.records.mention import PlaceMention

CAPITAL, SEAT = "PPLC", "PPLA"
"""GeoNames features of a country's capital, and of the seat of a province, be it of the first or a later level."""
THERE = "there"


@dataclass(frozen=True, slots=True)
class Return:
    """A word of a sentence, by its position, that comes back to a place; None where no such place was named.

    `noun` says what kind of place it is a word for: "town", "province", "country", "capital" or "there".
    """

    at: int
    noun: str
    place: PlaceMention | None


@dataclass(frozen=True)
class Named:
    """What is known of a report: its places by sentence, the place of its dateline, and the countries that it is on."""

    places: Mapping[int, Sequence[PlaceMention]]
    dateline: PlaceMention | None
    countries: Sequence[str]
    aside: Collection[PlaceMention] = ()
    """Places that are named only to say where another lies: what is told to be "there" is in that other."""


def returns_of(trees: Sequence[Tree], named: Named) -> Mapping[int, Sequence[Return]]:
    """The words of each sentence that come back to a place, each with the last of its kind named before it."""
    before: list[PlaceMention] = [] if named.dateline is None else [named.dateline]
    found: dict[int, list[Return]] = {}
    for number, tree in enumerate(trees):
        own = [one for one in named.places.get(number, ()) if one != named.dateline]
        for at, noun in words_of(tree):
            start = tree.tokens[at].start
            before += [one for one in own if one.start < start]
            own = [one for one in own if one.start >= start]
            place = meant(tree, at, noun, before, named)
            found.setdefault(number, []).append(Return(at, noun, place))
            before += [] if place is None else [place]
        before += own
    return found


def words_of(tree: Tree) -> Iterator[tuple[int, str]]:
    """The words of a sentence that come back to a place, with what kind of place each is for."""
    for at, token in enumerate(tree.tokens):
        lemma = token.lemma.lower()
        if lemma == THERE and token.relation == "advmod":
            yield at, THERE
        elif token.pos == "NOUN" and is_definite(tree.tokens, at) and not is_named(tree, at):
            yield from ((at, noun) for noun in nouns_for(lemma))


def nouns_for(lemma: str) -> Iterator[str]:
    """What kind of place a noun is for, if for any."""
    if lemma == "capital":
        yield lemma
        return
    yield from (noun for noun, told in load("en/scenes.yaml")["nouns"].items() if lemma in told["words"])


def is_named(tree: Tree, at: int) -> bool:
    """Whether the name of the place stands beside its noun: "the city of Homs", "the Homs area"."""
    beside = [*tree.kids(at, "compound", "nmod", "poss", "appos", "amod")]
    beside += [n for name, n in tree.prepositions(at) if name == "of"]
    return any(tree.tokens[n].pos == "PROPN" for n in beside)


def meant(tree: Tree, at: int, noun: str, before: Sequence[PlaceMention], named: Named) -> PlaceMention | None:
    """The last place named of the kind that a noun is for; the capital is rather that of a country the report is on."""
    last = before[::-1]
    if noun == THERE:
        return next((one for one in last if not one.is_wide and one not in named.aside), None)
    if noun != "capital":
        of = load("en/scenes.yaml")["nouns"][noun]["of"]
        return next((one for one in last if one.precision in of), None)
    told = {tree.tokens[n].lemma.lower() for n in tree.kids(at, "amod", "compound", "poss")}
    if not told.isdisjoint(load("en/scenes.yaml")["seats"]):
        return next((one for one in last if (one.feature or "").startswith(SEAT)), None)
    capitals = [one for one in last if one.feature == CAPITAL]
    home = [one for one in capitals if one.country in named.countries]
    return next(iter(home or capitals), None)
