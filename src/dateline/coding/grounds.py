"""Places that words tell by whose they are: "Ecuadorean soil", "a South Korean island", "the Tajik capital"."""

from __future__ import annotations

from dateline.coding.ends import state_of_people
from dateline.coding.tree import Tree
from dateline.lexicon.actors import Country
from dateline.lexicon.files import load
from dateline.lexicon.gazetteer import Place, gazetteer, told_by
from dateline.records.mention import PlaceMention
from dateline.records.text import Span

CAPITAL = "capital"
MODIFIERS = ("amod", "compound", "nmod")


def grounds_of(tree: Tree, text: str) -> list[PlaceMention]:
    """The places of a sentence that are told by a people: of a capital the city, of other ground the country."""
    found = []
    for at, token in enumerate(tree.tokens):
        lemma = token.lemma.lower()
        if lemma != CAPITAL and lemma not in load("en/sites.yaml")["grounds"]:
            continue
        for span, state in owners(tree, at, text):
            place = place_of(state, lemma == CAPITAL)
            if place is not None:
                whole = Span(span.start, token.end)
                found.append(told_by(whole.of(text), whole, place))
    return found


def owners(tree: Tree, at: int, text: str) -> list[tuple[Span, Country]]:
    """The state whose people a noun's modifier names, with that name: "South Korean" before "Korean"."""
    spans = [
        Span(tree.tokens[m].start, tree.tokens[n].end) for n in tree.kids(at, *MODIFIERS) for m in (n - 1, n) if m >= 0
    ]
    return [(span, state) for span in spans if (state := state_of_people(span.of(text))) is not None][:1]


def place_of(state: Country, is_capital: bool) -> Place | None:
    """A state, or its capital, as the gazetteer has it."""
    if not is_capital:
        return first(state.name, "country")
    return None if state.capital is None else first(state.capital, "settlement", state.iso3)


def first(name: str, precision: str, country: str | None = None) -> Place | None:
    """The first place of a name that is of a kind, in a country if one is told."""
    places = (hit.place for hit in gazetteer().hits(name))
    return next((one for one in places if one.precision == precision and country in {None, one.country}), None)
