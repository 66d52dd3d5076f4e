"""Who is told to be where: "in Geneva, a spokesman said", "the crowd on the bridge"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.coding.returns import THERE, Return
from dateline.coding.stands import Stand, carrier, held_by, stand_of
from dateline.coding.tree import Tree
from dateline.records.mention import ActorMention, PlaceMention


@dataclass(frozen=True, slots=True)
class Standing:
    """Somebody whom a sentence tells to be at a place."""

    sentence: int
    actor: ActorMention
    place: PlaceMention


def standing_in(
    number: int, tree: Tree, actors: Sequence[ActorMention], spots: Sequence[tuple[PlaceMention, Stand]]
) -> Iterator[Standing]:
    """Whom a sentence tells to be at places that stand in it: who does what is done there, and whom it is said of."""
    for place, stand in spots:
        if stand.by != "locative" or stand.on is None:
            continue
        there = {stand.on}
        verb = next((n for n in (stand.on, *tree.above(stand.on)) if tree.is_verb(n)), None)
        there.update(() if verb is None else tree.subjects(verb))
        yield from (Standing(number, actor, place) for actor in actors if tree.top(actor) in there)


def spots_of(tree: Tree, places: Sequence[PlaceMention], returns: Sequence[Return]) -> list[tuple[PlaceMention, Stand]]:
    """The places of a sentence with how each stands in it, those included that a noun comes back to."""
    found = [(place, stand_of(tree, place)) for place in places]
    return found + [(one.place, return_stand(tree, one)) for one in returns if one.place is not None]


def return_stand(tree: Tree, one: Return) -> Stand:
    """How a word that comes back to a place stands in its sentence; "there" is as good as "in it"."""
    if one.noun == THERE:
        return Stand("locative", tree.head(one.at))
    return Stand(held_by(tree, one.at), carrier(tree, one.at))


def who(actor: ActorMention | None) -> str | None:
    """What somebody is known by in one report; None for nobody, and for a pronoun that nobody knows."""
    if actor is None:
        return None
    return actor.actor_id or actor.name or (None if actor.form == "pronoun" else actor.text.lower())


def by_who(found: Sequence[Standing]) -> Mapping[str, Sequence[Standing]]:
    """Where each is told to be, in the order of the text."""
    known: dict[str, list[Standing]] = {}
    for one in found:
        name = who(one.actor)
        if name is not None:
            known.setdefault(name, []).append(one)
    return known
