"""Ends of drafts that the learned coder alone found and that stand elsewhere in the sentence than who did it or whom it
befell: who only knows of it, whose deed it is, where it was, a part of somebody's body."""

from __future__ import annotations

from dataclasses import replace

from dateline.coding.candidates import HARM
from dateline.coding.distance import kind_of
from dateline.coding.drafts import Draft
from dateline.coding.ends import Cast
from dateline.coding.tree import NOUNS, Tree
from dateline.lexicon.files import load
from dateline.lexicon.predicates import predicates_for
from dateline.lexicon.reporting import reporting_word
from dateline.records.claim import ASSERTED
from dateline.records.ids import is_named_here
from dateline.records.mention import ActorMention


def is_stray(one: Draft, cast: Cast) -> bool:
    """Whether an end of a draft of harm is nobody who did it or met with it."""
    ends = [end for end in one.ends if end is not None]
    if one.event.type not in HARM:
        return False
    is_spot_alone = one.ends[0] is None and is_spot(one, cast)
    if is_flames(one.event.trigger, cast.tree):
        return True
    return any(is_stray_end(end, one, cast) for end in ends) or is_owner(one, cast) or is_spot_alone


def is_flames(at: int, tree: Tree) -> bool:
    """Whether a word is the "fire" of "set the mill on fire"."""
    over, flames = tree.head(at), load("en/weapons.yaml")["flames"]
    return over is not None and tree.tokens[at].lemma.lower() in flames.get(tree.tokens[over].lemma.lower(), ())


def without_spot(one: Draft, cast: Cast) -> Draft:
    """A draft of harm without a recipient that only says where it was done."""
    return replace(one, ends=(one.ends[0], None)) if one.event.type in HARM and is_spot(one, cast) else one


def is_stray_end(end: ActorMention, one: Draft, cast: Cast) -> bool:
    """Whether an end is a part of somebody's body, or only knows or reports what is told."""
    top, tree = cast.tree.top(end), cast.tree
    if top is None:
        return False
    return is_part_of_body(top, tree) or is_knower(end, top, one, cast) or is_beside(top, one.event.trigger, tree)


def is_part_of_body(top: int, tree: Tree) -> bool:
    """Whether a word is for a part of somebody's body, or for whose it is: "her chest", not "the head of the river"."""
    noun = tree.tokens[top].head if tree.tokens[top].relation == "poss" else top
    return bool(tree.kids(noun, "poss")) and tree.tokens[noun].lemma.lower() in load("en/unlikely.yaml")["body"]


def is_knower(end: ActorMention, top: int, one: Draft, cast: Cast) -> bool:
    """Whether an end stands outside the clause that is said or known in which a deed is told, and nobody in it stands
    for them: "we know that seven were murdered by rebels"."""
    tree = cast.tree
    way = [one.event.trigger, *tree.above(one.event.trigger)]
    clause = next((n for n in way if tree.tokens[n].relation == "ccomp" and top not in tree.under(n)), None)
    verb = None if clause is None else tree.head(clause)
    if clause is None or verb is None or reporting_word(tree.tokens[verb].lemma.lower(), "verb") is None:
        return False
    if not tree.subjects(clause):
        return False
    words = tree.stretch(clause)
    near = {each.text.lower() for each in cast.actors if words.holds(each) and each.form == "pronoun"}
    own = end.text.lower() if end.form == "pronoun" else None
    return own not in near if own is not None else not near  # of "they" it may be anybody's


def is_beside(top: int, trigger: int, tree: Tree) -> bool:
    """Whether an end stands outside the clause of a verb whose subject is the deed: who feared it, in "the fear felt by
    them since fighting broke out between rebels and soldiers"."""
    if not tree.is_verb(trigger):
        return False
    lemma, words = tree.tokens[trigger].lemma.lower(), load("en/happenings.yaml")
    deeds = [n for n in tree.kids(trigger, "nsubj") if predicates_for(tree.tokens[n].lemma.lower(), "noun")]
    return bool(deeds) and lemma in {*words["verbs"], *words["particles"]} and top not in tree.under(trigger)


def is_owner(one: Draft, cast: Cast) -> bool:
    """Whether the recipient is the pronoun before a noun for the deed that its owner does: "launched their attack"."""
    end, tree = one.ends[1], cast.tree
    top = None if end is None or end.form != "pronoun" else tree.top(end)
    noun = None if top is None or tree.tokens[top].relation != "poss" else tree.head(top)
    if noun is None or one.ends[0] is None:
        return False
    is_deed = any(entry.type == one.event.type for entry in predicates_for(tree.tokens[noun].lemma.lower(), "noun"))
    return is_deed and one.event.trigger in {noun, tree.head(noun)}


def is_spot(one: Draft, cast: Cast) -> bool:
    """Whether the recipient is a ground, or a name of nobody, behind a preposition that says where, and the deed has
    its object or its other side elsewhere, or took place there: "blew up a bus in a suburb", "clashes between A and B
    in the suburb", "the attack took place in the village of X"."""
    end, tree, at = one.ends[1], cast.tree, one.event.trigger
    top = None if end is None else tree.top(end)
    ground = None if top is None else ground_of(top, tree)
    over = None if ground is None else tree.head(ground)
    if end is None or top is None or ground is None or over is None:
        return False
    if not (is_unknown(end) or any(place.overlaps(end) for place in cast.places)):
        return False
    kinds = {*load("en/circumstances.yaml")["kinds"], *load("en/unlikely.yaml")["parts"]}
    is_name = end.form == "name" and (not end.sectors or kind_of(end, cast) == "place")
    if tree.tokens[over].lemma.lower() not in load("en/unlikely.yaml")["where"]:
        return False
    is_full = bool(tree.objects(at)) or (tree.is_passive(at) and bool(tree.subjects(at)))
    aims = load("en/unlikely.yaml")["aims"]
    is_mutual = any(prep in aims for prep, _ in tree.prepositions(at))
    verb = tree.head(over)
    is_there = not tree.is_verb(at) and verb is not None and at in tree.kids(verb, "nsubj")
    is_place = is_name or tree.tokens[ground].lemma.lower() in kinds
    return is_place and (is_full or is_mutual or is_there)


def ground_of(top: int, tree: Tree) -> int | None:
    """The word of a ground that stands behind a preposition: itself, or that before "of" ("the towns of A and B")."""
    top = tree.listed(top)
    over = tree.head(top)
    noun = None if over is None or tree.tokens[over].lemma != "of" else tree.head(over)
    if noun is not None and tree.tokens[noun].lemma.lower() in load("en/circumstances.yaml")["kinds"]:
        return noun
    return top if over is not None and tree.tokens[over].pos == "ADP" else None


def is_unknown(end: ActorMention) -> bool:
    """Whether no list knows who an end is."""
    return end.actor_id is None or is_named_here(end.actor_id)


def purpose(one: Draft, tree: Tree) -> Draft:
    """A draft of harm to somebody whom only the purpose of its word names, as planned: "sent troops in order to kill
    them"."""
    top = None if one.ends[1] is None or one.event.type not in HARM else tree.top(one.ends[1])
    way = [] if top is None else list(tree.above(top))
    below = way[: way.index(one.event.trigger)] if one.event.trigger in way else []
    is_aim = any(
        tree.tokens[n].tag == "VB" and tree.tokens[n].relation in {"advcl", "acl"} and tree.kids(n, "aux")
        for n in below
    )
    return replace(one, status="planned") if is_aim and one.status in ASSERTED else one


def background(one: Draft, tree: Tree) -> Draft:
    """A draft of harm that a noun tells as what was before the rest, without the subject of the rest as its doer: "the
    government declared war following the assassination of a senator"."""
    actor, at = one.ends[0], one.event.trigger
    top = None if actor is None or one.event.type not in HARM or tree.is_verb(at) else tree.top(actor)
    before = None if top is None or tree.tokens[at].pos not in NOUNS else tree.head(tree.listed(at))
    if (
        top is None
        or before is None
        or tree.tokens[before].lemma.lower() not in load("en/circumstances.yaml")["follows"]
    ):
        return one
    verb = next((n for n in tree.above(before) if tree.is_verb(n)), None)
    is_subject = verb is not None and tree.listed(top) in {tree.listed(n) for n in tree.subjects(verb)}
    return replace(one, ends=(None, one.ends[1])) if is_subject and one.ends[1] is not None else one


def met_with(one: Draft, cast: Cast) -> Draft:
    """A draft of harm told in the passive whose doer is its subject, as one that befell that: "troops of the brigade
    were attacked"."""
    actor, recipient, tree = *one.ends, cast.tree
    at = one.event.trigger
    top = None if actor is None or one.event.type not in HARM else tree.top(actor)
    if actor is None or top is None or not (tree.is_verb(at) and tree.is_passive(at)):
        return one
    hit = set(tree.subjects(at))
    if top not in hit:
        return one
    other = None if recipient is None else tree.top(recipient)
    return replace(one, ends=(None, recipient if other in hit else actor))
