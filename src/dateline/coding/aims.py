"""Places that only say where violence was and were not its aim: "an attack in Medellin"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.coding.distance import kind_of
from dateline.coding.drafts import Draft
from dateline.coding.ends import Cast
from dateline.coding.tree import Tree
from dateline.lexicon.files import load
from dateline.records.mention import PlaceMention

ON = "on"


def without_scenes(drafts: Sequence[Draft], cast: Cast, grounds: Sequence[PlaceMention] = ()) -> Iterator[Draft]:
    """The drafts, those of an attack on a place where it only was without a recipient; `grounds` are places that are
    told without a name of their own, and nobody where somebody else was hit."""
    on_grounds = [one for one in drafts if is_on_ground(one, cast.tree, grounds)]
    hit = {one.event.trigger for one in drafts if one not in on_grounds and one.ends[1] is not None}
    for one in drafts:
        if one in on_grounds and one.event.trigger in hit:
            continue
        yield replace(one, ends=(one.ends[0], None)) if one in on_grounds or is_scene(one, cast) else one


def is_on_ground(draft: Draft, tree: Tree, grounds: Sequence[PlaceMention]) -> bool:
    """Whether the recipient of an attack is told only as whose border or ground it was on: "on his country's soil"."""
    end = draft.ends[1]
    if end is None or draft.event.type != "ASSAULT":
        return False
    tops = [top for one in grounds if one.overlaps(end) and (top := tree.top(one)) is not None]
    over = [tree.tokens[head].lemma.lower() for top in tops if (head := tree.head(top)) is not None]
    return not {ON, *load("en/circumstances.yaml")["within"]}.isdisjoint(over)


def is_scene(draft: Draft, cast: Cast) -> bool:
    """Whether the recipient of an attack is a place, and no country, that its word has behind "in" or the like."""
    end, tree = draft.ends[1], cast.tree
    top = None if end is None else tree.top(end)
    if end is None or top is None or draft.event.type != "ASSAULT" or kind_of(end, cast) != "place":
        return False
    place = cast.place(top)
    over = None if place is not None and place.precision == "country" else tree.head(tree.listed(top))
    is_within = over is not None and tree.tokens[over].lemma.lower() in load("en/circumstances.yaml")["within"]
    return is_within and over is not None and tree.head(over) in {draft.event.trigger, draft.event.light}
