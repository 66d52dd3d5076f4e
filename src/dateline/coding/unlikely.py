"""Drafts that the learned coder alone found and that the grammar speaks against.

Who stands beside the doer, who is only told of in a clause on it, and for whom a pronoun stands is hit by nothing more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.coding.candidates import HARM
from dateline.coding.drafts import Draft
from dateline.coding.echoes import word
from dateline.coding.ends import Cast
from dateline.coding.shared import dead_of
from dateline.coding.stray import background, is_stray, met_with, purpose, without_spot
from dateline.coding.tree import Tree
from dateline.lexicon.files import load
from dateline.lexicon.ontology import quad
from dateline.lexicon.predicates import predicates_for
from dateline.lexicon.reporting import reporting_word
from dateline.records.mention import ActorMention

THREAT = "THREATEN"
AGAINST = 3
"""From this quad on what is done is done to others, and not to one another."""


def without_unlikely(found: Sequence[Draft], cast: Cast) -> Iterator[Draft]:
    """The drafts without what the grammar speaks against; the order stays."""
    for one in found:
        if one.event.rule != "model":
            if one.event.forced or not says_nothing(cast.tree, one.event.trigger, one.event.type):
                yield one
        elif not is_unlikely(one, found, cast) and not is_stray(one, cast):
            mended = losing(meanwhile(by_others(one), cast.tree), cast)
            mended = purpose(background(mended, cast.tree), cast.tree)
            yield without_spot(met_with(mended, cast), cast)


def is_unlikely(one: Draft, found: Sequence[Draft], cast: Cast) -> bool:
    """Whether the grammar speaks against a draft."""
    actor, recipient = one.ends
    tree = cast.tree
    if says_nothing(tree, one.event.trigger, one.event.type) or is_no_threat(one, tree) or is_gone(one, tree):
        return True
    if any(is_part_of_list(one.ends[side], tree) or is_told_beside(side, one, found) for side in (0, 1)):
        return True
    if recipient is None or is_getter(recipient, one, cast) or is_of_clause_beside(recipient, one, tree):
        return recipient is not None
    if is_site_of(recipient, one, found, tree) or is_one_of(recipient, one, found, tree):
        return True
    if actor is None:
        return False
    is_outside = is_outside_subject(actor, one, found, tree)
    return is_outside or are_joined(actor, recipient, one, tree) or is_within(recipient, actor, one, tree)


def is_of_clause_beside(end: ActorMention, one: Draft, tree: Tree) -> bool:
    """Whether a recipient is of a clause that is joined to the deed's, which has another object, each with its own
    subject: "France recalled its envoy, and Germany expelled a diplomat"."""
    at, top = one.event.trigger, tree.top(end)
    if top is None or not tree.is_verb(at) or not tree.kids(at, "dobj") or top in tree.under(at):
        return False
    verb = next((n for n in tree.above(top) if tree.is_verb(n)), None)
    if verb is None or verb == at or not (tree.kids(verb, "nsubj") and tree.kids(at, "nsubj")):
        return False
    joined = {at: tree.head(at), verb: tree.head(verb)}
    return any(tree.tokens[n].relation == "conj" and joined[n] in joined for n in joined)


def is_outside_subject(end: ActorMention, one: Draft, found: Sequence[Draft], tree: Tree) -> bool:
    """Whether a doer stands outside the clause of a verb whose own subject is told to have done it: the gunmen in
    "after gunmen looted it, and warned that a gunship had struck its pharmacy"."""
    at, top = one.event.trigger, tree.top(end)
    own = tree.kids(at, "nsubj")
    if top is None or not tree.is_verb(at) or not own or top in tree.under(at) or at in tree.under(top):
        return False
    others = (each.ends[0] for each in found if each.event.trigger == at and each.ends[0] is not None)
    return any(tree.top(other) in own for other in others if other != end)


def says_nothing(tree: Tree, trigger: int, kind: str) -> bool:
    """Whether a word tells nothing of a type: "barbed" of "barbed wire", "fired" before "on" of a dismissal."""
    lemma = tree.tokens[trigger].lemma.lower()
    words = load("en/unlikely.yaml")
    beside = {tree.tokens[n].lemma.lower() for n in tree.kids(trigger, "prep", "prt")}
    is_idle = lemma in words["nothing"] or (lemma in words["nouns"] and not tree.is_verb(trigger))
    return is_idle or bool(beside & set(words["not_with"].get(kind, {}).get(lemma, ())))


def is_no_threat(one: Draft, tree: Tree) -> bool:
    """Whether the word of a threat is neither one for it, nor one of saying, nor that of the future: "imagine"."""
    token = tree.tokens[one.event.trigger]
    lemma = token.lemma.lower()
    if one.event.type != THREAT or token.tag == "MD" or reporting_word(lemma, "verb") is not None:
        return False
    return not any(entry.type == THREAT for pos in ("verb", "noun", "adj") for entry in predicates_for(lemma, pos))


def is_gone(one: Draft, tree: Tree) -> bool:
    """Whether a deed of one is told by how he came or went: "the gunmen escaped into a field"."""
    is_alone = one.event.type == "ASSAULT" and one.ends[1] is None
    return is_alone and tree.tokens[one.event.trigger].lemma.lower() in load("en/unlikely.yaml")["gone"]


def is_part_of_list(end: ActorMention | None, tree: Tree) -> bool:
    """Whether an end is the pronoun of "among them", which only says that more belong to it."""
    top = None if end is None or end.form != "pronoun" else tree.top(end)
    over = None if top is None else tree.head(top)
    return over is not None and tree.tokens[over].lemma.lower() in load("en/unlikely.yaml")["listing"]


def is_told_beside(side: int, one: Draft, found: Sequence[Draft]) -> bool:
    """Whether an end is a pronoun for somebody of whom the same is told by its noun, with the same at the other end."""
    end, other = one.ends[side], one.ends[1 - side]
    if end is None or end.form != "pronoun" or not end.name:
        return False
    like = (each for each in found if word(each) == word(one) and each.score >= one.score)
    same = (each.ends[side] for each in like if each.ends[1 - side] == other)
    return any(noun is not None and noun.form != "pronoun" and end.name in {noun.text, noun.name} for noun in same)


def is_one_of(end: ActorMention, one: Draft, found: Sequence[Draft], tree: Tree) -> bool:
    """Whether an end is in apposition to another to whom the same is done: "six priests -- five Spaniards and
    a Salvadoran -- were murdered"."""
    top = None if one.event.type not in HARM else tree.top(end)
    first = None if top is None else tree.listed(top)
    over = None if first is None or tree.tokens[first].relation != "appos" else tree.head(first)
    tops = [tree.top(each.ends[1]) for each in found if word(each) == word(one) and each.ends[1] is not None]
    return over is not None and over in tops


def is_site_of(end: ActorMention, one: Draft, found: Sequence[Draft], tree: Tree) -> bool:
    """Whether an end is a site behind a preposition, where the same word tells whom it hit: "took guards hostage in a
    jail", "kidnapped teachers from a school"."""
    top = tree.top(end)
    over = None if top is None or end.form == "name" else tree.head(top)
    if top is None or over is None or tree.tokens[top].lemma.lower() not in load("en/unlikely.yaml")["sites"]:
        return False
    is_where = one.event.type in HARM and tree.tokens[over].lemma.lower() in load("en/unlikely.yaml")["site_of"]
    return is_where and any(
        each is not one and each.event.trigger == one.event.trigger and each.ends[1] not in {None, end}
        for each in found
    )


def is_getter(end: ActorMention, one: Draft, cast: Cast) -> bool:
    """Whether an end only gets somebody whom another lets go: "handed over twelve soldiers to elders"."""
    tree, at = cast.tree, one.event.trigger
    is_to = any(prep == "to" and tree.top(end) == n for prep, n in tree.prepositions(at))
    given = tree.subjects(at) if tree.is_passive(at) else tree.objects(at)
    return one.event.type == "RETREAT" and is_to and any(cast.is_somebody(n) for n in given)


def are_joined(actor: ActorMention, recipient: ActorMention, one: Draft, tree: Tree) -> bool:
    """Whether both ends are of one list, and the verb has another to be done to: "the United States and Britain have
    imposed sanctions on him"."""
    a, b = tree.top(actor), tree.top(recipient)
    if a is None or b is None or quad(one.event.type) < AGAINST or not {a, b} <= set(tree.together(tree.listed(a))):
        return False
    at = one.event.trigger
    verb = at if tree.is_verb(at) else next((n for n in tree.above(at) if tree.is_verb(n)), at)
    return bool(tree.kids(verb, "dobj", "prep"))


def is_within(recipient: ActorMention, actor: ActorMention, one: Draft, tree: Tree) -> bool:
    """Whether a recipient is only told of in a clause on the doer: "France, which keeps soldiers there, offered"."""
    doer = tree.top(actor)
    if doer is None or recipient.form == "pronoun":
        return False
    clauses = [set(tree.under(n)) | {n} for n in tree.kids(doer, "relcl")]
    top = tree.top(recipient)
    return any(top in clause and one.event.trigger not in clause for clause in clauses)


def by_others(one: Draft) -> Draft:
    """A draft of harm without a doer who stands for those whom it befell: "killed when their lorry hit a mine"."""
    actor, recipient = one.ends
    if actor is None or recipient is None or one.event.type not in HARM:
        return one
    owned = load("en/unlikely.yaml")["owned"]
    is_by_own = actor.form == "pronoun" or actor.text.split()[0].lower() in owned
    is_noun = (
        recipient.form != "pronoun" and recipient.text.split()[0].lower() not in owned
    )  # not "seized their phones"
    is_same = actor.name is not None and actor.name in {recipient.text, recipient.name}
    return replace(one, ends=(None, recipient)) if is_by_own and is_noun and is_same else one


def meanwhile(one: Draft, tree: Tree) -> Draft:
    """A draft of harm told in the passive without the pronoun of a clause under it as the doer: it stands for whom
    it befell: "were arrested as they tried to leave"."""
    actor, trigger = one.ends[0], one.event.trigger
    top = None if actor is None or actor.form != "pronoun" or one.event.type not in HARM else tree.top(actor)
    clause = None if top is None else tree.head(top)
    is_under = clause is not None and tree.tokens[clause].relation == "advcl" and tree.head(clause) == trigger
    return replace(one, ends=(None, one.ends[1])) if is_under and tree.is_passive(trigger) else one


def losing(one: Draft, cast: Cast) -> Draft:
    """A draft of harm without a doer who lost somebody by it, or died of it: "it had lost two men"."""
    actor, trigger = one.ends[0], one.event.trigger
    is_lost = cast.tree.tokens[trigger].lemma.lower() in load("en/unlikely.yaml")["losing"]
    is_subject = actor is not None and cast.tree.top(actor) in cast.tree.subjects(trigger)
    is_hit = (is_lost and is_subject) or (actor is not None and died_of(actor, trigger, cast.tree))
    return replace(one, ends=(None, one.ends[1])) if is_hit and one.event.type in HARM else one


def died_of(actor: ActorMention, trigger: int, tree: Tree) -> bool:
    """Whether somebody died in what a noun tells: "nine people died in the raid on the village"."""
    return tree.top(actor) in dead_of(tree, trigger)
