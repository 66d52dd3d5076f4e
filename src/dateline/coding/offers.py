"""Which two ends of a sentence the learned coder is asked about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from dateline.coding.drafts import MOST_PARTIES
from dateline.coding.ends import RELATIVE, Cast, is_phrase, phrase
from dateline.coding.tree import Tree
from dateline.lexicon.predicates import predicates_for
from dateline.records.mention import ActorMention
from dateline.records.text import Span

MOST_ENDS = 12
"""Of more, the first of the sentence are asked about: a list of names is no web of events."""
AIMS = frozenset({"dobj", "nsubjpass", "pobj", "dative"})
TIMES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL"})
BELONGING = frozenset({"of", "from", "in", "at"})
"""Prepositions by which a name only says more of the somebody before it: "lawmakers from the opposition"."""


def actors_of(cast: Cast, told: Iterable[ActorMention]) -> list[ActorMention]:
    """Everybody in a sentence who may do something: the ends that the rules found and the outermost mentions, but for
    those that only say more of another; in order, none inside another. "Who" is whom it stands behind."""
    found: list[ActorMention] = []
    named = (one for one in cast.actors if one.text.lower() not in RELATIVE)
    for one in (*told, *sorted(named, key=lambda one: one.start - one.end)):
        if not any(one.overlaps(other) for other in found):
            found.append(one)
    tops = {top for one in found if (top := cast.tree.top(one)) is not None}
    ends = set(told)
    kept = [one for one in found if one in ends or not is_belonging(cast.tree, one, tops)]
    return sorted(kept, key=start)[:MOST_ENDS]


def is_belonging(tree: Tree, mention: Span, tops: set[int]) -> bool:
    """Whether a mention hangs on another by a preposition that says where or whose that one is."""
    top = tree.top(mention)
    prep = None if top is None else tree.head(top)
    if prep is None or tree.tokens[prep].lemma.lower() not in BELONGING:
        return False
    return tree.head(prep) in tops


def targets_of(cast: Cast, actors: Sequence[ActorMention]) -> list[ActorMention]:
    """What something may be done to or about beside the actors: places, mentions that belong to others, and things that
    are objects, such as "a draft resolution"."""
    tree = cast.tree
    found: list[ActorMention] = []
    places = [ActorMention(one.start, one.end, one.text, "name", None, one.name, one.country) for one in cast.places]
    things = (thing(cast, n) for n, token in enumerate(tree.tokens) if token.relation in AIMS and is_thing(tree, n))
    named = (one for one in cast.actors if one.text.lower() not in RELATIVE)
    for one in (*sorted(named, key=lambda one: one.start - one.end), *places, *things):
        if not any(one.overlaps(other) for other in (*actors, *found)):
            found.append(one)
    return sorted(found, key=start)[:MOST_ENDS]


def is_thing(tree: Tree, position: int) -> bool:
    """Whether a word is a noun that something may be done to: a verb's own, no time or amount, and no event itself."""
    token, head = tree.tokens[position], tree.head(position)
    over = tree.head(head) if head is not None and tree.tokens[head].pos == "ADP" else head
    is_noun = token.pos in {"NOUN", "PROPN"} and token.entity not in TIMES and not is_phrase(tree, position)
    return is_noun and over is not None and tree.is_verb(over) and not predicates_for(token.lemma.lower(), "noun")


def thing(cast: Cast, position: int) -> ActorMention:
    """A noun with what belongs to it, as an end."""
    span = phrase(cast.tree, position)
    return ActorMention(span.start, span.end, span.of(cast.text), "nominal")


Two = tuple[ActorMention, ActorMention]


def twos(tree: Tree, actors: Sequence[ActorMention], targets: Sequence[ActorMention]) -> list[Two]:
    """Every two of the actors, and each actor with each target; the first of a two stands first in the sentence.

    Not two of one long list: "Germany, France, Italy and Spain signed" is no web of dyads.
    """
    found = [
        (one, other)
        for one, other in combinations(actors, 2)
        if not is_one(one, other) and not are_listed(tree, one, other)
    ]
    return found + [(min(a, b, key=start), max(a, b, key=start)) for a in actors for b in targets if not is_one(a, b)]


def are_listed(tree: Tree, one: Span, other: Span) -> bool:
    """Whether two stand in one list of more than `MOST_PARTIES`."""
    lists = [tree.listed(top) for span in (one, other) if (top := tree.top(span)) is not None]
    return len(lists) == 2 and lists[0] == lists[1] and len(tree.together(lists[0])) > MOST_PARTIES


def is_one(one: ActorMention, other: ActorMention) -> bool:
    """Whether two mentions are of the same actor."""
    return one.actor_id is not None and one.actor_id == other.actor_id


def start(span: Span) -> int:
    """Where a span begins."""
    return span.start


def inside(tree: Tree, span: Span) -> Span:
    """A span as it counts from the first character of its sentence."""
    return Span(span.start - tree.sentence.start, span.end - tree.sentence.start)
