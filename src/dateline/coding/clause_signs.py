"""What a clause says of whether its event happened: conditions, open questions, and what somebody was kept from."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import NamedTuple

from dateline.coding.tree import PRESENT, Tree
from dateline.lexicon.files import load

SPEECH_ACTS = frozenset({"AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"})
PAST = frozenset({"VBD", "VBN"})


class Sign(NamedTuple):
    """A status, and the words that speak for it by their positions; none where its form alone does."""

    status: str
    words: tuple[int, ...] = ()


HAPPENED = Sign("happened")
QUESTION = "?"
QUESTION_WORDS = frozenset({"WDT", "WP", "WP$", "WRB"})
"""Tags of the words that questions with more answers than yes and no begin with."""


def is_speech_act(tree: Tree, verb: int, kind: str) -> bool:
    """Whether a verb tells of something said or agreed that is over or going on, not of something to come."""
    has_modal = any(tree.tokens[n].tag == "MD" for n in tree.kids(verb, "aux"))
    return kind in SPEECH_ACTS and not has_modal


def conditioned(tree: Tree, verb: int, kind: str = "") -> Sign:
    """Whether the verb stands in a condition, or has one on it."""
    marks = set(load("en/status.yaml")["conditionals"])
    for one in (verb, *clause_heads(tree, verb)):
        if found := marked(tree, one, marks) or until_then(tree, one):
            return Sign("conditional", found)
        if found := marked(tree, one, set(load("en/status.yaml")["questions"])):
            return Sign("possible", found)
    if is_speech_act(tree, verb, kind):  # "threatened to strike if": the condition is of what is threatened
        return HAPPENED
    found = tuple(n for clause in tree.kids(verb, "advcl") for n in marked(tree, clause, {"if", "unless"}, ("mark",)))
    return Sign("conditional", found) if found else HAPPENED


def until_then(tree: Tree, verb: int) -> tuple[int, ...]:
    """The words that tell when somebody will do something, on which it hangs: "will stop when Israel ends the war"."""
    over = tree.head(verb)
    if over is None or tree.tokens[verb].relation != "advcl" or tree.tokens[verb].tag not in PRESENT:
        return ()
    is_to_come = any(tree.tokens[n].tag == "MD" for n in tree.kids(over, "aux"))
    return marked(tree, verb, set(load("en/status.yaml")["until_then"])) if is_to_come else ()


def marked(tree: Tree, verb: int, lemmas: Set[str], by: Sequence[str] = ("mark", "advmod")) -> tuple[int, ...]:
    """The words of some on a verb in such a relation."""
    return tuple(n for n in tree.kids(verb, *by) if tree.tokens[n].lemma.lower() in lemmas)


def kept(tree: Tree, verb: int) -> Sign:
    """What is said of a verb from which somebody was kept: "prevented them from marching to the palace"."""
    before = tree.head(verb)
    over = None if before is None or tree.tokens[before].lemma.lower() != "from" else tree.head(before)
    is_kept = over is not None and tree.tokens[over].lemma.lower() in load("en/status.yaml")["kept_from"]
    return (
        Sign("did_not_happen", (over,)) if is_kept and over is not None and tree.tokens[verb].tag == "VBG" else HAPPENED
    )


def asked(tree: Tree, verb: int) -> Sign:
    """What is only asked of a verb: "Did the army kill them?"; what "why" and the like ask of is taken to be so."""
    if tree.tokens[-1].text != QUESTION:
        return HAPPENED
    over = tree.head(verb) if tree.tokens[verb].relation == "acl" else None  # "Was [the mayor killed]?", to parsers
    heads = (verb, *clause_heads(tree, verb), *(() if over is None else tree.above(over)))
    top = next((n for n in heads if tree.tokens[n].relation == "root"), None)
    first = None if top is None else next(iter(tree.kids(top, "aux", "auxpass")), top)
    subject = None if top is None else next(iter(tree.kids(top, "nsubj", "nsubjpass")), None)
    if top is None or first is None or subject is None or first > subject or tree.tokens[first].pos != "AUX":
        return HAPPENED
    is_of_word = any(token.tag in QUESTION_WORDS for token in tree.tokens[:first])
    return HAPPENED if is_of_word else Sign("possible", (first,))


def aimed_at(tree: Tree, verb: int) -> Sign:
    """What a noun before "of" says of a participle behind it: "with the aim of killing the envoy"."""
    of = tree.head(verb) if tree.tokens[verb].relation == "pcomp" else None
    noun = None if of is None or tree.tokens[of].lemma != "of" else tree.head(of)
    if noun is None or tree.is_verb(noun):
        return HAPPENED
    lemma, words = tree.tokens[noun].lemma.lower(), load("en/status.yaml")["prepositional"]
    return next((Sign(status, (noun,)) for status, lemmas in words.items() if lemma in lemmas), HAPPENED)


def clause_heads(tree: Tree, position: int) -> list[int]:
    """The verbs whose clause this one continues: over coordination, infinitives and gerunds."""
    found = []
    for above in tree.above(position):
        if tree.tokens[position].relation not in {"conj", "xcomp", "pcomp", "prep", "ccomp"}:
            break
        if (
            tree.tokens[position].relation == "conj"
            and tree.is_verb(above)
            and tree.kids(position, "nsubj", "nsubjpass")
        ):
            break
        found.append(above)
        position = above
    return found


def is_perfect(tree: Tree, verb: int) -> bool:
    """Whether a verb tells what somebody has done: "has ordered"."""
    helpers = [tree.tokens[n] for n in tree.kids(verb, "aux")]
    return any(one.lemma == "have" for one in helpers) and not any(one.tag == "MD" for one in helpers)


def is_past_habit(tree: Tree, verb: int) -> bool:
    """Whether a verb tells what was done again and again before: "often shelled", not "are routinely tortured"."""
    is_now = any(tree.tokens[n].tag in PRESENT for n in tree.kids(verb, "aux", "auxpass"))
    beside = {verb - 1, *tree.kids(verb, "advmod")} - {-1}
    is_habit = any(tree.tokens[n].lemma.lower() in load("en/status.yaml")["habit"] for n in beside)
    return tree.tokens[verb].tag in PAST and not is_now and is_habit


def is_told_of(tree: Tree, noun: int) -> bool:
    """Whether a noun for a deed is the object of a verb for what is done about one that is over: "investigate it"."""
    over = tree.head(noun)
    is_object = over is not None and tree.tokens[noun].relation in {"dobj", "nsubjpass"}
    return is_object and over is not None and tree.tokens[over].lemma.lower() in load("en/status.yaml")["told_of"]


def is_open(tree: Tree, position: int) -> bool:
    """Whether a verb's event is only asked about or aimed at."""
    return tree.is_verb(position) and {asked(tree, position), aimed_at(tree, position)} != {HAPPENED}
