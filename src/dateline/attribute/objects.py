"""What a verb says of its object: who owns up to a deed, and who gives a number."""

from __future__ import annotations

from dateline.attribute.grammar import Tree
from dateline.attribute.sources import is_passive
from dateline.lexicon.predicates import predicates_for
from dateline.lexicon.reporting import ReportingWord, words_for

NEAR = 4
"""So many words before a verb may say that nobody owns up: "has yet to claim", "did not admit"."""
TO_NUMBER = frozenset({"at", "to", "as", "between"})


def owned(tree: Tree, at: int, word: ReportingWord) -> list[int] | None:
    """The words for a deed that somebody owns up to: "claimed responsibility for the raid", "claimed the attack".

    None where there is no such object, [] where nobody owns up ("no group has claimed responsibility").
    """
    object_ = object_at(tree, at)
    if object_ is None or not names_own(tree, object_, word):
        return None
    if is_disowned(tree, at):
        return []
    deeds = [one for one in tree.all_of(at, {"prep"}) if tree.tokens[one].lemma.lower() == "for" and one > object_]
    members = sorted({n for one in (object_, *deeds) for n in tree.reach(one, {at})})
    said_in = next((n for n in members if n > object_ and is_channel(tree, n)), None)
    return [n for n in members if said_in is None or n < said_in]


def object_at(tree: Tree, at: int) -> int | None:
    """The object of a verb; the subject of a passive, or the noun that a participle stands behind."""
    if not is_passive(tree, at):
        return tree.child(at, {"dobj"})
    subject = tree.child(at, {"nsubjpass"})
    return tree.tokens[at].head if subject is None and tree.tokens[at].relation == "acl" else subject


def names_own(tree: Tree, object_: int, word: ReportingWord) -> bool:
    """Whether an object stands for what somebody did: "responsibility"; "the attack" of a verb for owning up."""
    lemma = tree.tokens[object_].lemma.lower()
    if "owned" in word.frames and lemma in words_for("owned"):
        return True
    return "deed" in word.frames and any(one.type == "ASSAULT" for one in predicates_for(lemma, "noun"))


def is_disowned(tree: Tree, at: int) -> bool:
    """Whether the words before a verb say that nobody does it."""
    before = [token.text.lower() for token in tree.tokens[max(0, at - NEAR) : at]]
    return bool(set(before) & (words_for("no_answer") | words_for("nobody") | words_for("not_yet")))


def is_channel(tree: Tree, at: int) -> bool:
    """Whether a preposition tells where something was said: "in a message", "on its website"."""
    if tree.tokens[at].pos != "ADP":
        return False
    nouns = [tree.tokens[one] for one in tree.all_of(at, {"pobj"})]
    return any(noun.lemma.lower().split()[-1] in words_for("channels") for noun in nouns)


def figure(tree: Tree, at: int, word: ReportingWord) -> list[int]:
    """The words of a number that somebody gives: "put the death toll at 11", "revised the figure to 23"."""
    object_ = tree.child(at, {"dobj"})
    subject = tree.child(at, {"nsubj"})
    if "figure" not in word.frames or object_ is None or tree.tokens[object_].lemma.lower() not in words_for("figures"):
        return []
    if subject is not None and predicates_for(tree.tokens[subject].lemma.lower(), "noun"):
        return []  # "the blast raised the toll to 30"
    prepositions = [*tree.all_of(at, {"prep"}), *tree.all_of(object_, {"prep"})]
    tied = [one for one in prepositions if one > object_ and tree.tokens[one].lemma.lower() in TO_NUMBER]
    return sorted({n for one in (object_, *tied) for n in tree.reach(one)})
