"""Pronouns that stand before whom they stand for: "In his speech, the president said"."""

from __future__ import annotations

from dateline.resolve.antecedents import SUBJECTS, Pronoun, Spot, agrees, is_clausal
from dateline.resolve.phrases import Phrases
from dateline.resolve.story import Story, taken


def ahead(story: Story, here: Spot, asked: Pronoun) -> Spot | None:
    """A pronoun as the subject behind it."""
    one = subject_ahead(story, here, asked)
    return taken(here, one) if one is not None and one is not here else None


def subject_ahead(story: Story, here: Spot, asked: Pronoun) -> Spot | None:
    """The subject of the sentence, where a pronoun that agrees stands in a phrase or clause put before it."""
    if asked.person != 3 or asked.kind not in {"personal", "possessive"}:
        return None
    phrases = story.phrases[here.sentence]
    subject = next((one for one in story.spots_in(here.sentence) if is_main(phrases, one)), None)
    if subject is None or subject.head <= here.head or not agrees(asked, subject):
        return None
    root = phrases.tokens[subject.head].head
    fronted = [n for n in (here.head, *phrases.above(here.head)) if phrases.tokens[n].head == root]
    relation = phrases.tokens[fronted[0]].relation if fronted else ""
    return subject if relation in {"prep", "advcl"} and not is_clausal(phrases, here.head) else None


def is_main(phrases: Phrases, one: Spot) -> bool:
    """Whether a mention is the subject of its sentence's main verb."""
    return one.relation in SUBJECTS and phrases.tokens[phrases.tokens[one.head].head].relation == "root"
