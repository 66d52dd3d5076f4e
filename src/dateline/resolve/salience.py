"""How likely a pronoun stands for a mention.

Salience after Lappin and Leass, "An algorithm for pronominal anaphora resolution" (1994), much simplified.
"""

from __future__ import annotations

from dateline.lexicon.actors import actors
from dateline.resolve.antecedents import OBJECTS, SUBJECTS, Pronoun, Spot, verb_of, words
from dateline.resolve.phrases import Phrases

DISTANCE = (100, 70, 40, 20)
"""Points for an antecedent in the same sentence, the one before, and so on."""
MANY = 25
"""Points for many as whom "they" stands for, and against a body of states."""
ONE_BODY = frozenset({"igo", "alliance", "court", "parliament"})
"""Kinds of bodies that are one and not their people."""


def salience(asked: Pronoun, asking: Spot, one: Spot, newest: int = 0) -> int:
    """How likely it is that a pronoun stands for what this earlier mention does, in points.

    A subject leads, but for a pronoun that is itself an object; a pronoun for the same person goes on with it until a
    name is brought in as a subject, at `newest`.
    """
    is_object = asking.relation in OBJECTS | {"pobj"}
    points = DISTANCE[asking.sentence - one.sentence]
    points += (15 if is_object else 30) if one.relation in SUBJECTS else 12 if one.relation in OBJECTS else 0
    points += 8 if one.relation == asking.relation else 0
    points += 12 if one.mention.actor_id else 0
    goes_on = one.mention.form == "pronoun" and one.gender is not None and one.gender == asked.gender
    points += 35 if goes_on and one.mention.start > newest else 0
    if asked.gender == "any":
        points += MANY if one.plural or is_of_many(one) else -MANY if is_one_body(one) else 0
    return points


def is_captive(asking: Phrases, here: Spot, telling: Phrases, one: Spot) -> bool:
    """Whether a pronoun is who was freed and a mention who was taken before: "they were freed" after "kidnapped eleven
    teachers"."""
    verb, other = verb_of(asking, here.head), verb_of(telling, one.head)
    if verb is None or other is None or here.relation != "nsubjpass" or one.relation not in OBJECTS | {"nsubjpass"}:
        return False
    return asking.tokens[verb].lemma in words("freed") and telling.tokens[other].lemma in words("taken")


def is_of_many(one: Spot) -> bool:
    """Whether a name is that of many: "the Houthis"."""
    text = one.mention.text.lower()
    return one.kind == "group" and text.startswith("the ") and text.endswith("s") and not is_one_body(one)


def is_one_body(one: Spot) -> bool:
    """Whether a mention is of a body that stands above states, whatever its name: "the United Nations"."""
    known = actors().get(one.mention.actor_id or "")
    return known is not None and known.kind in ONE_BODY
