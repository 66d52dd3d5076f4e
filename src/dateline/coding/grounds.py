"""Places that words tell by whose they are: "Ecuadorean soil", "the Tajik capital", "its territory"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.ends import state_of_people
from dateline.coding.tree import Tree
from dateline.lexicon.actors import STATE, Country, countries
from dateline.lexicon.files import load
from dateline.lexicon.gazetteer import Place, gazetteer, told_by
from dateline.records.mention import ActorMention, PlaceMention
from dateline.records.text import Span

CAPITAL, COUNTRY = "capital", "country"
OWN = "PRP$"
REBEL = frozenset({"REB", "SEP"})
MODIFIERS = ("amod", "compound", "nmod")


def grounds_of(tree: Tree, text: str, actors: Sequence[ActorMention] = ()) -> list[PlaceMention]:
    """The places of a sentence that are told by a people, or by words that point at its state or those who serve it: of
    a capital the city, of other ground the country."""
    found = []
    for at, token in enumerate(tree.tokens):
        lemma = token.lemma.lower()
        if token.relation == "poss" or is_named(tree, at):
            continue
        for span, state in [*peopled(tree, at, text), *pointed(tree, at, actors)][:1]:
            place = place_of(state, lemma == CAPITAL)
            if place is not None:
                whole = Span(span.start, token.end)
                found.append(told_by(whole.of(text), whole, place))
    return found


def is_named(tree: Tree, at: int) -> bool:
    """Whether the ground has a name of its own: "the Chadian town of Adre"."""
    return any(name == "of" and tree.tokens[n].pos == "PROPN" for name, n in tree.prepositions(at))


def peopled(tree: Tree, at: int, text: str) -> list[tuple[Span, Country]]:
    """The state whose ground, or capital, a noun is by the people named before it."""
    lemma = tree.tokens[at].lemma.lower()
    is_ground = lemma == CAPITAL or lemma in load("en/sites.yaml")["grounds"]
    return owners(tree, at, text) if is_ground else []


def pointed(tree: Tree, at: int, actors: Sequence[ActorMention]) -> list[tuple[Span, Country]]:
    """The state whose ground a noun is by what points at it: "its territory", "our waters", "his country's soil"."""
    if tree.tokens[at].lemma.lower() not in load("en/sites.yaml")["own_grounds"]:
        return []
    known = countries()
    found = [(one, known.get(f"{STATE}{one.country}")) for one in pointing(tree, at, actors)]
    return [(Span(one.start, one.end), state) for one, state in found if state is not None]


def pointing(tree: Tree, at: int, actors: Sequence[ActorMention]) -> list[ActorMention]:
    """The words before a noun that point at a state, or at who serves one: "its", "our", "his" of "his country's"."""
    owned = [tree.tokens[n] for n in tree.kids(at, "poss")]
    nouns = [n for n in tree.kids(at, "poss") if tree.tokens[n].lemma.lower() == COUNTRY]
    owned += [tree.tokens[n] for noun in nouns for n in tree.kids(noun, "poss")]
    pronouns = [one for one in owned if one.tag == OWN]
    return [one for one in actors if one.country and serves(one) and any(one.overlaps(word) for word in pronouns)]


def serves(actor: ActorMention) -> bool:
    """Whether somebody is a state, or serves one: a rebel's land may be another's."""
    return not REBEL.intersection(actor.sectors)


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
