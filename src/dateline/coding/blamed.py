"""Who is told to have done a deed by being blamed for it: "blamed the gang for the murder of a priest"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.coding.distance import kind_of
from dateline.coding.drafts import Draft
from dateline.coding.ends import Cast
from dateline.lexicon.files import load
from dateline.records.mention import ActorMention


def with_blamed(drafts: Sequence[Draft], cast: Cast) -> Iterator[Draft]:
    """The drafts, a deed that a noun tells as done by those who are blamed for it, and not by those who blame them."""
    for one in drafts:
        found = blamed(one, cast)
        yield from (replace(one, ends=(end, one.ends[1])) for end in found)
        if not found:
            yield one


def blamed(draft: Draft, cast: Cast) -> list[ActorMention]:
    """Those whom the words over a deed blame for it, if it is one that was done to somebody and a noun tells it."""
    tree, at, words = cast.tree, draft.event.trigger, load("en/blame.yaml")
    is_such = tree.tokens[at].lemma.lower() in load("en/plain_deeds.yaml")["of_somebody"] and not tree.is_verb(at)
    before = tree.head(tree.listed(at)) if is_such else None
    over = None if before is None else tree.head(before)
    if before is None or over is None or tree.tokens[before].lemma.lower() not in words["before"]:
        return []
    ends = [cast.end(n) for n in culprits(over, cast)]
    known = [end for end in ends if end is not None and kind_of(end, cast) in {"somebody", "pronoun"}]
    return [end for end in dict.fromkeys(known) if draft.ends[1] is None or not end.overlaps(draft.ends[1])]


def culprits(at: int, cast: Cast) -> list[int]:
    """Whom a word of blame is said of: the object of "blame", the subject of "was convicted" and "is guilty"."""
    tree, words, lemma = cast.tree, load("en/blame.yaml"), cast.tree.tokens[at].lemma.lower()
    if tree.is_verb(at) and lemma in words["verbs"]:
        return tree.subjects(at) if tree.is_passive(at) else tree.objects(at)
    over = tree.head(at)
    if over is not None and tree.tokens[over].lemma.lower() in words["verbs"] and at in culprits(over, cast):
        return [at]  # "accused [three officers of the murder]", as parsers have it
    if lemma not in words["adjectives"] or over is None:
        return []
    if not tree.is_verb(over):
        return [over] if tree.tokens[at].relation == "amod" else []
    return tree.kids(at, "nsubj") or tree.objects(over) or tree.subjects(over)  # "held the army responsible"
