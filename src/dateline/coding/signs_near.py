"""What a sentence says by its grammar for a place that it names being that of an event that it tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log1p

from dateline.coding.candidates import Candidate
from dateline.coding.options import Case
from dateline.coding.scenes import which
from dateline.coding.stands import plain, stand_of
from dateline.coding.tree import Tree
from dateline.coding.ways import VERBAL, cost
from dateline.lexicon.predicates import predicates_for
from dateline.lexicon.reporting import reporting_word
from dateline.records.claim import Claim
from dateline.records.mention import PlaceMention

Sign = tuple[str, float]
"""What speaks for or against a place, and how much of it there is."""

PROTEST = "PROTEST"
OPENS = 12
"""Within how many characters of its start a place opens a sentence."""


def signs_near(case: Case, at: int, mentions: Sequence[PlaceMention]) -> Iterator[Sign]:
    """What speaks for a place that the sentence of an event names, given the word that tells the event."""
    place = min(mentions, key=lambda one: abs(one.start - case.claim.trigger.start))
    stand = stand_of(case.tree, place)
    hangs = hanging(case.tree, at, stand.on, case.tree.top(place))
    yield f"way {way(case, at, mentions)}", 1
    yield f"stands by {stand.by}", 1
    yield f"stands {stand.kin}", 1
    yield f"stands {stand.kin} by {plain(stand.by)}", 1
    yield f"hangs {hangs}", 1
    yield f"hangs {hangs} by {plain(stand.by)}", 1
    yield "tokens between", log1p(tokens_between(case, place)) / 3
    if place.start < case.claim.trigger.start:
        yield "stands before it", 1
    if stand.by == "in" and opens(case.tree, place):
        yield "opens the sentence", 1
    if case.page.is_said(place) != case.page.is_said(case.claim.trigger):
        yield "in another mouth", 1
    if stand.on is not None and stand.on != at:
        yield f"on a word for {told_by(case.tree, stand.on)}", 1
        yield from of_saying(case, stand.on)
    yield from of_branch(case, at, place)
    yield from of_others(case, place)
    yield from of_ends(case, at, place)
    yield from of_places(case, place)


def of_branch(case: Case, at: int, place: PlaceMention) -> Iterator[Sign]:
    """Below which word or relation of an event a place stands: "against" of "marched against the war in Bosnia"."""
    tree, top = case.tree, case.tree.top(place)
    if top is None:
        return
    way = [top, *tree.above(top)]
    if at not in way[1:]:
        return
    branch = tree.tokens[way[way.index(at) - 1]]
    name = branch.lemma.lower() if branch.pos in {"ADP", "SCONJ"} else branch.relation
    yield f"below {name}", 1
    yield f"below {name} of {case.claim.type if case.claim.type == PROTEST else sort_of(case.claim)}", 1


def of_saying(case: Case, at: int) -> Iterator[Sign]:
    """Whether a place is that of who says an event, or of the saying: "a spokeswoman in Geneva said"."""
    statement = case.page.statements.get(case.claim.statement_id or "")
    said = () if statement is None else (statement.source, statement.cue)
    if any(part is not None and part.overlaps(case.tree.tokens[at]) for part in said):
        yield f"where it is said, {'words' if case.claim.quad in VERBAL else 'deeds'}", 1


def sort_of(claim: Claim) -> str:
    """Whether an event is done by words, by deeds, or is a visit, which is both and always somewhere."""
    if claim.mode == "visit":
        return "visit"
    return "words" if claim.quad in VERBAL else "deeds"


def way(case: Case, at: int, mentions: Sequence[PlaceMention]) -> str:
    """How plain the way from a place to an event is, in three grades, or "none"."""
    event = Candidate(at, case.claim.type, case.claim.mode, None, (), (), ())
    costs = [price for one in mentions if (price := cost(case.tree, one, event)) is not None]
    if not costs:
        return "none"
    return "plain" if min(costs) == 0 else "near" if min(costs) <= 2 else "far"


def hanging(tree: Tree, at: int, on: int | None, top: int | None) -> str:
    """Whether a place, by what it hangs `on` or its `top`, is on an event, its clause, or beside, over or under it."""
    if on == at:
        return "on it"
    mine, theirs = clause(tree, at), clause(tree, on if on is not None else top)
    if mine is None or theirs is None:
        return "elsewhere"
    if mine == theirs:
        return "on its clause"
    if theirs in tree.above(mine):
        return "over it"
    return "under it" if mine in tree.above(theirs) else "beside it"


def clause(tree: Tree, at: int | None) -> int | None:
    """The verb of the clause that a word stands in."""
    return None if at is None else next((n for n in (at, *tree.above(at)) if tree.is_verb(n)), None)


def opens(tree: Tree, place: PlaceMention) -> bool:
    """Whether a place stands at the start of a sentence: "In Homs, ..."."""
    return place.start <= tree.sentence.start + OPENS


def told_by(tree: Tree, at: int) -> str:
    """What kind of thing a word tells: saying, a type of event, or nothing of either."""
    token = tree.tokens[at]
    lemma, pos = token.lemma.lower(), "verb" if tree.is_verb(at) else "noun"
    if reporting_word(lemma, pos) is not None:
        return "saying"
    return next((one.type for one in predicates_for(lemma, pos)), pos)


def of_places(case: Case, place: PlaceMention) -> Iterator[Sign]:
    """Whether a place is told as holding another of its sentence, or as held by one: "Tula, a village in Nenton"."""
    others = [one for one in case.page.places.get(case.number, ()) if which(one) != which(place)]
    mine, top = set(case.tree.at(place)), case.tree.top(place)
    over = set() if top is None else set(case.tree.above(top))
    tops = [n for one in others if (n := case.tree.top(one)) is not None]
    if any(n in over for n in tops):
        yield "said of another place", 1
    if any(mine.intersection(case.tree.above(n)) for n in tops):
        yield "another place is said of it", 1


def tokens_between(case: Case, place: PlaceMention) -> int:
    """How many words stand between a place and an event."""
    low, high = sorted((place.start, case.claim.trigger.start))
    return sum(low <= token.start < high for token in case.tree.tokens)


def of_others(case: Case, place: PlaceMention) -> Iterator[Sign]:
    """What other events of the sentence have of a place."""
    claim = case.claim
    others = [one for one in case.page.claims.get(case.number, ()) if one.trigger != claim.trigger]
    there = [one for one in others if one.place is not None and which(one.place) == which(place)]
    if any(one.place_basis == "stated" for one in there):
        yield "another event is there", 1
    if any(one.place_basis == "stated" and one.type == claim.type for one in there):
        yield "another event of the type is there", 1
    far = abs(claim.trigger.start - place.start)
    if any(abs(one.trigger.start - place.start) < far for one in others):
        yield "another event is nearer", 1


def of_ends(case: Case, at: int, place: PlaceMention) -> Iterator[Sign]:
    """What the actors of a sentence have of a place: whether it is one of them, or said of who acts or is met."""
    if any(actor.overlaps(place) for actor in case.page.actors.get(case.number, ())):
        yield "is somebody", 1
    top = case.tree.top(place)
    over = () if top is None else tuple(case.tree.above(top))
    for name, end in (("actor", case.claim.actor), ("recipient", case.claim.recipient)):
        if end is None:
            continue
        if end.overlaps(place):
            yield f"is the {name}", 1
        elif (head := case.tree.top(end)) is not None and head != at and head in over:
            yield f"is said of the {name}", 1
