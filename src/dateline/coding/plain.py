"""Deeds told in words so plain that they stand whatever the learned coder says: "two men were abducted"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.coding.candidates import HARM
from dateline.coding.distance import kind_of
from dateline.coding.drafts import Draft, Ends
from dateline.coding.ends import Cast
from dateline.coding.shared import dead_by, dead_in
from dateline.coding.tree import Tree
from dateline.lexicon.files import load
from dateline.records.claim import ASSERTED
from dateline.records.mention import ActorMention

ARMED = frozenset({"MIL", "COP", "PRM", "REB", "UAF", "IGO"})
DEEDS = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST"})
BY_ONE = frozenset({"ASSAULT", "PROTEST"})
"""Deeds that say something without their other end."""
OUT = frozenset({"RETREAT", "CONCEDE"})
"""Types of what sets somebody free."""
MANY = frozenset({"NNS", "NNPS"})
SOMEBODY = frozenset({"somebody", "pronoun"})
NOMINAL = frozenset({"amod", "compound", "dobj", "oprd", "pobj", "xcomp"})
"""Relations of a participle that is told of what stands before or behind it: "treated 120 wounded"."""


def with_plain(told: Sequence[Draft], drafts: Sequence[Draft], cast: Cast) -> Iterator[Draft]:
    """The drafts told so far, those in plain words made sure, and those of the rules in plain words that are not told.

    The coder learned from sentences in which somebody does something to somebody, and is least sure where one of the
    two is not told.
    """
    done = {one.event.trigger for one in told}
    score = float(load("en/score.yaml")["plain"][0])
    for one in told:
        is_plain = one.event.rule != "model" and one.score < score and ends_of(one, cast) == one.ends
        yield replace(one, score=score) if is_plain else one
    for one in drafts:
        ends = None if one.event.trigger in done else ends_of(one, cast)
        if ends is not None:
            yield replace(one, ends=ends, score=score)


def of_one_end(drafts: Sequence[Draft], told: Sequence[Draft], cast: Cast) -> Iterator[tuple[Ends, list[Draft]]]:
    """The deeds of the rules between two ends that no claim tells by the same word, each of its doer alone: it may be
    the other end that is wrong, as in "marched on bicycles"."""
    done = {one.event.trigger for one in told}
    for one in drafts:
        actor, recipient = one.ends
        is_deed = one.event.type in BY_ONE and one.status in ASSERTED and one.event.trigger not in done
        if is_deed and actor is not None and recipient is not None and kind_of(actor, cast) in SOMEBODY:
            yield (actor, None), [replace(one, ends=(actor, None))]


def ends_of(draft: Draft, cast: Cast) -> Ends | None:
    """The ends between which a draft is plainly told; None where it is not."""
    words, lemma = load("en/plain_deeds.yaml"), cast.tree.tokens[draft.event.trigger].lemma.lower()
    actor, recipient = draft.ends
    if draft.status not in ASSERTED or draft.event.forced:
        return None
    if cast.tree.is_verb(draft.event.trigger) and actor is not None:
        is_crowd = lemma in words["crowds"] and is_many(actor, cast)
        if is_crowd or (lemma in words["guards"] and ARMED & set(actor.sectors)):
            return actor, None
    if lemma in words["gatherings"] and actor is not None and is_gathering(draft, actor, cast):
        return actor, None
    is_told = actor is None or is_by(draft, actor, cast)
    is_such = draft.event.type in HARM or lemma in words["menaced"]
    if is_told and recipient is not None and is_such and is_met_with(draft, recipient, cast):
        return actor, recipient
    is_free = (
        is_told and lemma in words["freed"] and draft.event.type in OUT and cast.tree.is_passive(draft.event.trigger)
    )
    return (actor, recipient) if is_free and recipient is not None and is_person(recipient, cast) else None


def is_gathering(draft: Draft, actor: ActorMention, cast: Cast) -> bool:
    """Whether a noun tells what many did in protest: "a rally of 300 people", "a march by students"."""
    at, tree = draft.event.trigger, cast.tree
    if draft.event.type != "PROTEST" or tree.is_verb(at) or not is_many(actor, cast) or is_coming(tree, at):
        return False
    return tree.top(actor) in [n for prep, n in tree.prepositions(at) if prep in {"of", "by"}]


def is_by(draft: Draft, actor: ActorMention, cast: Cast) -> bool:
    """Whether "by" tells who did it: "the murder of a priest by two men", "was shot dead by two men"."""
    return cast.tree.top(actor) in [n for prep, n in cast.tree.prepositions(draft.event.trigger) if prep == "by"]


def is_many(end: ActorMention, cast: Cast) -> bool:
    """Whether an end is people, and none of those who keep order."""
    top = cast.tree.top(end)
    is_people = kind_of(end, cast) == "somebody" and not ARMED & set(end.sectors)
    return is_people and top is not None and cast.tree.tokens[top].tag in MANY


def is_person(end: ActorMention, cast: Cast) -> bool:
    """Whether an end is somebody, also where the name stands behind it: "the baseball pitcher Ramon Diaz"."""
    top, counts = cast.tree.top(end), load("en/plain_deeds.yaml")["counts"]
    if top is None or cast.tree.tokens[top].lemma.lower() in counts:
        return False
    return kind_of(end, cast) in SOMEBODY or any(n in cast.named for n in cast.tree.kids(top, "appos"))


def is_met_with(draft: Draft, recipient: ActorMention, cast: Cast) -> bool:
    """Whether a word plainly tells what its recipient met with."""
    tree, words, trigger = cast.tree, load("en/plain_deeds.yaml"), draft.event.trigger
    lemma = tree.tokens[trigger].lemma.lower()
    if not tree.is_verb(trigger):
        is_such = lemma in words["of_somebody"] or is_dead_of(recipient, tree, trigger)
        return is_such and is_person(recipient, cast) and not is_coming(tree, trigger)
    if tree.tokens[trigger].relation in NOMINAL or is_something_else(tree, trigger):
        return False
    kinds = {kind for kind in ("met_with", "menaced", "suffered", "struck", "undergone") if lemma in words[kind]}
    if not (kinds == {"undergone"} or is_done_to(draft, recipient, tree)):
        return False
    return (
        "suffered" in kinds
        or ("struck" in kinds and is_struck(recipient, tree))
        or (bool(kinds) and is_person(recipient, cast))
    )


def is_done_to(draft: Draft, recipient: ActorMention, tree: Tree) -> bool:
    """Whether a verb is passive, or one as headlines write it: its subject met with it."""
    return tree.is_passive(draft.event.trigger) or tree.top(recipient) in tree.kids(draft.event.trigger, "nsubj")


def is_struck(end: ActorMention, tree: Tree) -> bool:
    """Whether an end is a thing that can be attacked with arms: "a clinic", not "the proposal"."""
    top = tree.top(end)
    return top is not None and tree.tokens[top].lemma.lower() in load("en/quantities.yaml")["things"]


def is_dead_of(end: ActorMention, tree: Tree, noun: int) -> bool:
    """Whether an end is told to have died of what a noun tells: "four died in the raid"."""
    over = tree.head(noun)
    if over is None or tree.tokens[noun].lemma.lower() in load("en/plain_deeds.yaml")["mishaps"]:
        return False
    return tree.top(end) in (*dead_by(tree, over), *dead_in(tree, noun))


def is_coming(tree: Tree, noun: int) -> bool:
    """Whether a noun is for what somebody only means to do: "a warrant for his arrest"."""
    over = [n for n, _ in zip(tree.above(noun), range(2), strict=False)]
    return any(tree.tokens[n].lemma.lower() in load("en/plain_deeds.yaml")["coming"] for n in over)


def is_something_else(tree: Tree, verb: int) -> bool:
    """Whether the words around a verb make it an accident, a picture, or a reproach."""
    words, lemma = load("en/plain_deeds.yaml"), tree.tokens[verb].lemma.lower()
    if lemma in words["harm"] and any(one.lemma.lower() in words["accidents"] for one in tree.tokens):
        return True
    near = tree.prepositions(verb)
    behind = [*near, *(one for _, n in near for one in tree.prepositions(n))]
    in_words = lemma in words["in_words"] and any(prep in words["reasons"] for prep, _ in behind)
    return in_words or any(tree.tokens[n].lemma.lower() in words["pictures"] for _, n in behind)
