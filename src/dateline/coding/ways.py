"""The way from the name of a place up to an event, and how plainly it says that the event was there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.coding.candidates import Candidate
from dateline.coding.tree import NOUNS, TIMES, Tree
from dateline.lexicon.files import load
from dateline.lexicon.ontology import quad
from dateline.lexicon.predicates import predicates_for
from dateline.lexicon.roles import roles
from dateline.records.mention import PlaceMention

FARTHEST = 6
"""A way that costs more leads nowhere. What a step costs is set by reason, not by counting."""
NEAREST = 1
"""The same for what is done by words."""
NEAREST_MARCH = 2
"""The same for protests, whose cause may be elsewhere: "marched in solidarity with refugees in Jordan"."""
VERBAL = frozenset({1, 3})
"""Quads of what is done by words."""
OBJECTS = frozenset({"dobj", "obj", "nsubjpass", "attr", "dative", "oprd"})
BESIDE = frozenset({"appos", "conj", "npadvmod"})
BEFORE = {"compound": 2, "nmod": 2, "amod": 2, "poss": 3}
"""What it costs to go from a name to the noun that it describes: "a Kirkuk market", "Kirkuk's market"."""
CARRIED_ON = frozenset({"acl", "xcomp", "amod"})
"""Relations of verbs that belong to the clause over them: "an attack carried out in Kabul"."""
NEARBY = 40
"""Miles or kilometres from a place beyond which an event is not told to be at it."""
DOER, GOAL, DISTANT, HIDING = 5, 4, 3, 2
"""What it costs that a place is that of who did it, a goal or a source, far off ("south of Homs"), or that of somebody
who was there."""


@dataclass(frozen=True)
class Way:
    """A place, and the event that it may be the place of."""

    tree: Tree
    place: PlaceMention
    event: Candidate

    @property
    def is_country(self) -> bool:
        """Whether the place is a whole country."""
        return self.place.precision == "country"

    def is_own(self, position: int) -> bool:
        """Whether a word tells the event."""
        return position in {self.event.trigger, self.event.light}


def cost(tree: Tree, place: PlaceMention, event: Candidate) -> int | None:
    """What the way from a place to an event costs, 0 where it is as plain as can be; None where there is none."""
    way, at = Way(tree, place, event), tree.top(place)
    if at is None:
        return None
    total, bare = 0, True
    for head in tree.above(at):
        step = step_cost(way, at, head, bare)
        if step is None or total + step > farthest(event):
            return None
        total, bare = total + step, bare and is_still_bare(way, at, head)
        if way.is_own(head):
            return total
        at = head
    return None


def farthest(event: Candidate) -> int:
    """What a way to an event may cost: little where its words name much besides where it was."""
    return NEAREST if is_verbal(event) else NEAREST_MARCH if event.type == "PROTEST" else FARTHEST


def is_verbal(event: Candidate) -> bool:
    """Whether an event is done by words, which tell of many places: "accused it of crimes in Darfur"."""
    return quad(event.type) in VERBAL and event.mode != "visit"


def is_still_bare(way: Way, at: int, head: int) -> bool:
    """Whether no noun but those that say what the place is has been passed: "the city of Homs"."""
    token, is_beside = way.tree.tokens[head], way.tree.tokens[at].relation in BESIDE
    return token.pos not in NOUNS or is_beside or token.overlaps(way.place) or is_kind(way, at, head)


def is_kind(way: Way, at: int, head: int) -> bool:
    """Whether a noun only says what a place is or where around it, going up to it from a name or an "of"."""
    words, lemma = load("en/circumstances.yaml"), way.tree.tokens[head].lemma.lower()
    is_tied = way.tree.tokens[at].relation in BEFORE or way.tree.tokens[at].lemma.lower() in words["tying"]
    return is_tied and (lemma in words["kinds"] or lemma in words["directions"])


def step_cost(way: Way, at: int, head: int, bare: bool) -> int | None:
    """What it costs to go from a word to the one it hangs on."""
    token = way.tree.tokens[at]
    if token.relation in {"pobj", "pcomp"} or (token.relation == "advmod" and token.pos != "VERB"):
        return 0
    if token.pos in {"ADP", "SCONJ"} and token.relation != "mark":
        return from_name(way, at, head) if bare else from_noun(way, at)
    if token.pos == "VERB":
        return from_verb(way, at, head)
    if token.relation in BEFORE:
        return describing(way, at, head)
    if token.relation in OBJECTS:
        return None if bare and is_verbal(way.event) and not is_filled(way.tree, head) else 1
    if token.relation in BESIDE:
        return 1
    return of_doer(way) if token.relation == "nsubj" and way.is_own(head) and not bare else None


def is_filled(tree: Tree, verb: int) -> bool:
    """Whether a verb tells that a crowd came together in its object: "filled Beirut to thank the army"."""
    return tree.tokens[verb].lemma.lower() in load("en/circumstances.yaml")["filled"]


def of_doer(way: Way) -> int | None:
    """What it costs that a place is that of who did it: little for a crowd, that is where it comes together."""
    return NEAREST_MARCH if way.event.type == "PROTEST" else DOER


def from_verb(way: Way, at: int, head: int) -> int | None:
    """What it costs to leave a verb: nothing in "a raid carried out in Kirkuk", something in "men hiding in Kirkuk"."""
    token, words = way.tree.tokens[at], load("en/circumstances.yaml")
    if token.relation not in CARRIED_ON or token.lemma.lower() in words["stationed"]:
        return None
    if token.relation == "xcomp" and way.event.type in words["aimed"]:  # "called on them to come to talks in Tunis"
        return None
    return 0 if token.relation == "xcomp" or way.is_own(head) else HIDING


def from_noun(way: Way, preposition: int) -> int | None:
    """What it costs to leave a noun that holds the place: "in an attack on [a market in Kirkuk]"."""
    words, lemma = load("en/circumstances.yaml"), way.tree.tokens[preposition].lemma.lower()
    if lemma in words["doer"]:
        return 1 if is_count(way.tree, preposition) else DOER
    if lemma in words["content"] and way.event.type in words["aimed"]:
        return None
    if lemma in words["at_target"] and way.event.type != "ASSAULT" and lemma not in words["locative"]:
        return None
    if lemma in words["follows"]:
        return HIDING if way.event.type == "ASSAULT" and not way.tree.kids(preposition, "npadvmod") else None
    return 1 if lemma in words["inner"] else None


def is_count(tree: Tree, preposition: int) -> bool:
    """Whether a "by" tells how many there were: "marched by the thousands"."""
    crowds = load("en/circumstances.yaml")["crowds"]
    return any(tree.tokens[n].lemma.lower() in crowds for n in tree.kids(preposition, "pobj"))


def from_name(way: Way, preposition: int, head: int) -> int | None:
    """What it costs to leave the place itself by its preposition."""
    words, lemma = load("en/circumstances.yaml"), way.tree.tokens[preposition].lemma.lower()
    if lemma == "of" or is_kind(way, preposition, head):
        return of_name(way, head)
    if is_of_object(way, preposition, head):
        return None
    if way.is_own(head) and (lemma in words["ways"].get(way.event.type, ()) or way.event.mode == "visit"):
        return 1
    if lemma in words["at_target"] and way.event.type != "ASSAULT" and way.is_country:
        return None
    if lemma in words["locative"] or (lemma in words["at_target"] and way.event.type == "ASSAULT"):
        return 0
    return doubtful(way, lemma, head, words)


def is_of_object(way: Way, preposition: int, head: int) -> bool:
    """Whether a place belongs to whom words are aimed at: "accused politicians in Abuja", "urged rebels in Aden"."""
    tree, before = way.tree, way.tree.tokens[preposition - 1]
    is_somebody = before.pos == "PROPN" or before.lemma.lower() in roles()  # not "sought refuge in Aden"
    if preposition - 1 <= head or not is_somebody or before.entity in TIMES or not tree.is_verb(head):
        return False
    aimed = set(load("en/circumstances.yaml")["aimed"])
    types = {one.type for one in predicates_for(tree.tokens[head].lemma.lower(), "verb")}
    return way.event.type in aimed or (bool(types) and types <= aimed)


def doubtful(way: Way, lemma: str, head: int, words: Mapping[str, Sequence[str]]) -> int | None:
    """What it costs to leave a source or a goal; "an officer from Kirkuk" leads nowhere."""
    if way.is_country or lemma not in words["doubtful"]:
        return None
    is_noun = way.tree.tokens[head].pos in NOUNS and not way.is_own(head)
    return None if is_noun and lemma != "between" else GOAL


def of_name(way: Way, head: int) -> int | None:
    """What it costs to leave the place by "of": nothing in "the city of Homs", much in "the mayor of Homs"."""
    words, lemma = load("en/circumstances.yaml"), way.tree.tokens[head].lemma.lower()
    if way.place.is_wide and lemma in words["missions"]:
        return None
    if lemma in words["directions"]:
        return None if is_far(way.tree, head) else DISTANT
    if way.tree.tokens[head].pos in {"ADP", "ADV"}:  # "out of Homs"
        return 0
    if lemma in words["kinds"]:
        is_named = any(way.tree.tokens[n].pos == "PROPN" for n in way.tree.kids(head, "compound", "nmod"))
        return 2 if is_named else 0
    if way.is_own(head):
        return 1
    is_somebody = way.tree.tokens[head].entity == "PERSON" or way.tree.tokens[head].pos == "NUM"
    return None if way.is_country or is_somebody else GOAL


def is_far(tree: Tree, direction: int) -> bool:
    """Whether a direction is told with so many miles or kilometres that the place is another: "900 km south of X"."""
    near = [direction, *tree.kids(direction), *(n for kid in tree.kids(direction) for n in tree.kids(kid))]
    over = tree.head(direction)
    near += [] if over is None else [over, *tree.kids(over, "nummod")]
    told = [tree.tokens[n].text.replace(",", "") for n in near if tree.tokens[n].pos == "NUM"]
    return any(number.isdigit() and int(number) > NEARBY for number in told)


def describing(way: Way, at: int, head: int) -> int | None:
    """What it costs to go from a name to the noun that it describes; a country must stand where places stand."""
    tree = way.tree
    price, token = BEFORE[tree.tokens[at].relation], tree.tokens[head]
    is_mission = way.place.is_wide and token.lemma.lower() in load("en/circumstances.yaml")["missions"]
    if token.entity == "PERSON" or is_mission:
        return None
    if is_kind(way, at, head) or token.entity in {"GPE", "LOC", "FAC"}:
        is_named = token.pos == "PROPN" or any(tree.tokens[n].lemma == "of" for n in tree.kids(head, "prep"))
        return price if is_named else price - BEFORE["compound"]
    over = tree.head(head)
    is_placed = over is not None and tree.tokens[over].lemma.lower() in load("en/circumstances.yaml")["locative"]
    return None if way.is_country and not is_placed else price
