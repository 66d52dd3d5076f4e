"""The whole of an end of a claim: "Iranian boats", where the mention is "Iranian"."""

from __future__ import annotations

from dataclasses import replace

from dateline.coding.ends import Cast, phrase
from dateline.lexicon.files import load
from dateline.lexicon.predicates import predicates_for
from dateline.records.mention import ActorMention
from dateline.records.text import Span

BEFORE = frozenset({"amod", "compound", "nmod", "poss", "nummod"})
"""How a word that says whose or of what kind a thing is hangs on the thing."""


def whole(end: ActorMention | None, trigger: Span, cast: Cast) -> ActorMention | None:
    """An end with the words of the thing that it owns or describes: "its positions", "a NATO helicopter".

    Who it is stays as it was. Not where the thing is an event ("Russian strikes"), the word that tells the event, or
    somebody by itself ("Syria's army").
    """
    top = None if end is None else cast.tree.top(end)
    if end is None or top is None or cast.tree.tokens[top].relation not in BEFORE:
        return end
    thing = cast.tree.head(top)
    if thing is None or not is_thing(thing, end, trigger, cast):
        return end
    span = phrase(cast.tree, thing)
    if not span.holds(end) or span.overlaps(trigger):
        return end
    return replace(end, start=span.start, end=span.end, text=span.of(cast.text), form="nominal")


def is_thing(position: int, end: ActorMention, trigger: Span, cast: Cast) -> bool:
    """Whether a word is a noun that is no event and nobody else."""
    token = cast.tree.tokens[position]
    if token.pos not in {"NOUN", "PROPN"} or token.overlaps(trigger) or predicates_for(token.lemma.lower(), "noun"):
        return False
    return not any(one.overlaps(token) and not end.overlaps(one) for one in cast.actors)


def members(end: ActorMention | None, cast: Cast) -> ActorMention | None:
    """An end that tells whose those are who stand for it, with the words for them: "three members of the party"."""
    top = None if end is None else cast.tree.top(end)
    of = None if top is None or cast.tree.tokens[top].relation != "pobj" else cast.tree.head(top)
    noun = None if of is None or cast.tree.tokens[of].lemma != "of" else cast.tree.head(of)
    if end is None or noun is None or cast.tree.tokens[noun].lemma.lower() not in load("en/ends.yaml")["members"]:
        return end
    outer = next((one for one in cast.actors if one.holds(end) and cast.tree.top(one) == noun), None)
    if outer is None:
        return end
    return replace(end, start=outer.start, end=outer.end, text=outer.text, form="nominal")
