"""Where the actor and the recipient of an event stand around the word that tells it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.coding.tree import Tree
from dateline.lexicon.files import load
from dateline.lexicon.predicates import light_verb

FAR = frozenset({"by", "against", "on", "with", "to"})
"""Prepositions that a parser often hangs on the noun before: "the killing of a reporter by police"."""
PREMODIFIERS = ("amod", "compound", "nmod")
SETTING = frozenset({"in", "at"})
"""Prepositions that set the scene at the start of a sentence: "In Geneva, the envoy called for a truce"."""


@dataclass(frozen=True)
class Frame:
    """The surroundings of one word that may tell an event.

    `named` are the positions of words that some actor mention has as its top word. `light` is the verb that carries
    an event noun ("carried out strikes"), if there is one.
    """

    tree: Tree
    position: int
    is_noun: bool
    named: frozenset[int]
    light: int | None = None

    def fill(self, slot: str) -> list[int]:
        """The words in a slot (see `lexicon.predicates`), none when it is empty."""
        if "." in slot:
            owner, inner = slot.split(".", 1)
            owners = self.objects() if owner == "obj" else self.fill(owner)
            return [n for one in owners for n in noun_slot(self.tree, one, inner, self.named)]
        if self.is_noun:
            return self._noun_slot(slot)
        return self._verb_slot(slot)

    def first(self, slots: Iterable[str]) -> list[int]:
        """The words in the first of some slots that is filled."""
        return next((found for slot in slots if (found := self.fill(slot))), [])

    def objects(self) -> list[int]:
        """The direct objects; a passive's subjects."""
        tree = self.tree
        found = tree.subjects(self.position) if tree.is_passive(self.position) else tree.objects(self.position)
        return [core(tree, n) for n in found]

    def _verb_slot(self, slot: str) -> list[int]:
        tree, at = self.tree, self.position
        passive = tree.is_passive(at)
        if slot == "subj":
            return by_agent(tree, at) if passive else tree.subjects(at)
        if slot == "obj":
            return tree.subjects(at) if passive else self._given_to() or tree.objects(at)
        if slot == "iobj":
            return [n for one in tree.kids(at, "dative") for n in whole_dative(tree, one)]
        return self._preposition(slot)

    def _given_to(self) -> list[int]:
        """Whom a verb has besides a sum as its object: "fined the company 35 million euros"."""
        tree = self.tree
        to = [n for n in tree.kids(self.position, "dative") if tree.tokens[n].pos != "ADP"]
        sums = [n for n in tree.objects(self.position) if tree.tokens[n].entity == "MONEY"]
        return [n for one in to if sums for n in whole_dative(tree, one)]

    def _preposition(self, name: str) -> list[int]:
        """What a preposition governs: on the verb, else on its objects or particles, which attract it."""
        tree, at = self.tree, self.position
        places = [[at], self.objects(), tree.kids(at, "prt", "advmod", "acomp", "oprd", "npadvmod")]
        for words in places:
            found = [n for word in words for prep, n in tree.prepositions(word) if prep == name]
            found = [n for n in found if not (name in SETTING and is_opening(tree, n, at))]
            if found:
                return found
        return self._behind_others(name) if name in FAR else []

    def _behind_others(self, name: str) -> list[int]:
        """What a preposition governs that hangs on a noun behind another: "discussed calm in the south with envoys"."""
        tree = self.tree
        inner = [n for one in (self.position, *self.objects()) for _, n in tree.prepositions(one)]
        return next((found for n in inner if (found := [m for prep, m in tree.prepositions(n) if prep == name])), [])

    def _noun_slot(self, slot: str) -> list[int]:
        if self.light is not None and slot in {"subj", "poss", "by"}:
            own = noun_slot(self.tree, self.position, slot, self.named)
            return own or self._subject_of_light(self.light)
        found = noun_slot(self.tree, self.position, slot, self.named)
        if found or self.light is None:
            return found
        return [n for prep, n in self.tree.prepositions(self.light) if prep == slot]

    def _subject_of_light(self, light: int) -> list[int]:
        tree = self.tree
        if tree.is_passive(light) or tree.tokens[self.position].relation == "nsubjpass":
            return by_agent(tree, light)
        return [n for n in tree.subjects(light) if n != self.position]


def by_agent(tree: Tree, position: int) -> list[int]:
    """The agents of a passive: "by the police", also where they hang on its object ("supplied with rifles by Iran")."""
    found = [n for one in tree.kids(position, "agent") for n in _governed(tree, one)]
    found = found or [n for prep, n in tree.prepositions(position) if prep == "by"]
    if found:
        return found
    inner = [*tree.kids(position, "dobj", "oprd"), *(n for _, n in tree.prepositions(position))]
    return [n for one in inner for prep, n in tree.prepositions(one) if prep == "by"]


def _governed(tree: Tree, preposition: int) -> list[int]:
    return [n for one in tree.kids(preposition, "pobj") for n in tree.together(one)]


def whole_dative(tree: Tree, position: int) -> list[int]:
    """An indirect object, with or without "to"."""
    if tree.tokens[position].pos == "ADP":
        return _governed(tree, position)
    return tree.together(position)


def noun_slot(tree: Tree, noun: int, slot: str, named: frozenset[int]) -> list[int]:
    """The words in a slot of a noun: its owner, an actor among its modifiers, or what a preposition on it governs."""
    if slot in {"poss", "subj"}:
        return [n for one in tree.kids(noun, "poss") for n in tree.together(one)]
    if slot == "mod":
        return [n for one in tree.kids(noun, *PREMODIFIERS) for n in modifiers(tree, one) if n in named]
    if slot == "by" and (agents := of_participles(tree, noun)):
        return agents
    governed = tree.prepositions(noun)
    found = [n for prep, n in governed if prep == slot]
    if found or slot not in FAR:
        return found
    return [n for _, inner in governed for prep, n in tree.prepositions(inner) if prep == slot]


def modifiers(tree: Tree, position: int) -> list[int]:
    """A word before a noun with the words that hang on it: "US and British", "Russian air" (strikes)."""
    return [*tree.together(position), *(n for one in tree.kids(position, *PREMODIFIERS) for n in modifiers(tree, one))]


def of_participles(tree: Tree, noun: int) -> list[int]:
    """The agent of a participle after a noun: "strikes carried out by Russia"."""
    verbs = [n for n in tree.kids(noun, "acl") if light_verb(tree.tokens[n].lemma, particle(tree, n))]
    return [n for verb in verbs for n in by_agent(tree, verb)]


def particle(tree: Tree, verb: int) -> str | None:
    """The particle of a phrasal verb: "out" in "carried out"."""
    found = [tree.tokens[n].lemma.lower() for n in tree.kids(verb, "prt")]
    return found[0] if found else None


def core(tree: Tree, noun: int) -> int:
    """The noun that counts in "a series of strikes", "dozens of protesters"."""
    seen = {noun}
    while tree.tokens[noun].lemma.lower() in load("en/containers.yaml"):
        inner = [n for prep, n in tree.prepositions(noun) if prep == "of"]
        if not inner or inner[0] in seen:
            break
        noun = inner[0]
        seen.add(noun)
    return noun


def lemmas(tree: Tree, positions: Sequence[int]) -> set[str]:
    """The lemmas of some words and of the nouns inside their containers, lower case."""
    return {tree.tokens[n].lemma.lower() for one in positions for n in (one, core(tree, one))}


def is_opening(tree: Tree, position: int, verb: int) -> bool:
    """Whether a word stands in the phrase that a sentence opens with, before the subject of a verb."""
    subject = min(tree.kids(verb, "nsubj", "nsubjpass"), default=0)
    return position < subject and tree.head(position) == 0
