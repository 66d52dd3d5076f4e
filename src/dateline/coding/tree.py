"""Clauses: what the subject and the objects of a verb are, its own or shared with others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dateline.lexicon.files import load
from dateline.records import tree

SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
OBJECTS = frozenset({"dobj", "obj"})
TIMES = frozenset({"DATE", "TIME"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
PRESENT = frozenset({"VBP", "VBZ"})
"""Tags of verbs in the present."""
RELATIVE = frozenset({"who", "which", "that", "whom"})
MISREAD = frozenset({"NOUN", "ADJ", "PROPN"})
NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


@dataclass(frozen=True)
class Tree(tree.Tree):
    """A sentence whose verbs know their subjects and objects."""

    controlled: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    """Verbs whose subject is the object of the word over them: "urged Israel to halt"."""

    def together(self, position: int) -> list[int]:
        """This word and those coordinated with it ("the US and Britain")."""
        found = [position]
        for other in found:
            found.extend(self.kids(other, "conj"))
        return found

    def is_verb(self, position: int) -> bool:
        """Whether the word is a verb, or was taken for an auxiliary though it stands alone."""
        return self.tokens[position].pos in {"VERB", "AUX"} or self.is_misread(position)

    def said_with(self, position: int) -> int | None:
        """The verb that a word is, or that an adjective is said with ("is" of "is not ready"); None for other words."""
        head = self.head(position)
        if self.is_verb(position) or self.tokens[position].relation != "acomp":
            return position if self.is_verb(position) else None
        return head

    def is_misread(self, position: int) -> bool:
        """Whether a word is a verb by its company though not by its tag: "threatened to fine", "will jail"."""
        return self.tokens[position].pos in MISREAD and any(
            self.tokens[n].pos in {"PART", "AUX"} and self.tokens[n].tag in {"TO", "MD"}
            for n in self.kids(position, "aux")
        )

    def is_passive(self, position: int) -> bool:
        """Whether the verb is passive: by its auxiliary or subject, as a participle on a noun ("backed by"), or by the
        passive that it is coordinated with ("three were killed and two others wounded")."""
        token = self.tokens[position]
        if self.kids(position, "nsubjpass", "auxpass", "csubjpass"):
            return True
        if self.kids(position, "dobj") or self._has_auxiliary(position):
            return False
        if self._is_in_passive(position):
            return token.tag == "VBN" or self._is_harm(position)
        is_clause = token.relation in {"acl", "amod", "advcl"} or bool(self.kids(position, "agent"))
        return token.tag == "VBN" and is_clause and not self.kids(position, "nsubj")

    def _is_in_passive(self, position: int) -> bool:
        """Whether a verb is coordinated with a passive one."""
        head = self.head(position)
        return self.tokens[position].relation == "conj" and head is not None and self.is_passive(head)

    def _is_harm(self, position: int) -> bool:
        """Whether a verb tells what somebody meets with, so that it is a participle though it was taken for a past."""
        is_past = self.tokens[position].tag == "VBD"
        return is_past and self.tokens[position].lemma.lower() in load("en/plain_deeds.yaml")["met_with"]

    def _has_auxiliary(self, position: int) -> bool:
        return any(self.tokens[n].lemma in {"have", "do"} for n in self.kids(position, "aux"))

    def subjects(self, position: int, depth: int = 0) -> list[int]:
        """The grammatical subjects of a verb, its own or those it shares with the verb that it hangs on."""
        own = self.kids(position, *SUBJECTS, *PASSIVE_SUBJECTS)
        if own:  # of two, the first is a modifier taken for a subject: "the ruling Socialist Party"
            nouns = [n for n in own if self.tokens[n].pos in NOUNS and n < position]
            return self._antecedents((nouns or own)[-1], position)
        if position in self.controlled:
            return list(self.controlled[position])
        head = self.head(position)
        if head is None or depth > 8:
            return []
        return self._inherited(position, head, depth)

    def _inherited(self, position: int, head: int, depth: int) -> list[int]:
        relation = self.tokens[position].relation
        if relation in {"acl", "relcl"} and not self.is_verb(head):
            maker = self.head(head) if self.tokens[head].lemma.lower() in load("en/documents.yaml") else None
            if maker is not None and self.tokens[head].relation in OBJECTS and relation == "acl":
                return self.subjects(maker, depth + 1)
            return [head]
        if relation in {"conj", "xcomp", "advcl", "dep", "parataxis"} and self.is_verb(head):
            return self.subjects(head, depth + 1)
        if relation in {"xcomp", "ccomp", "advcl"} and self.tokens[head].relation in {"acomp", "attr", "oprd"}:
            over = self.head(head)  # "is ready to send"
            return [] if over is None else self.subjects(over, depth + 1)
        if relation in {"pcomp", "prep"}:
            return self._of_governor(head, depth)
        return []

    def _of_governor(self, position: int, depth: int) -> list[int]:
        """The subject of "after meeting", "by bombing": that of the verb over the preposition."""
        for over in (position, *self.above(position)):
            if self.is_verb(over):
                return self.subjects(over, depth + 1)
            if self.tokens[over].pos not in {"ADP", "SCONJ", "ADV", "ADJ"}:
                return []
        return []

    def _antecedents(self, subject: int, verb: int) -> list[int]:
        """The noun that a relative pronoun stands for; else the subject with those coordinated with it."""
        if self.tokens[subject].lemma.lower() not in RELATIVE or self.tokens[verb].relation != "relcl":
            return self.together(subject)
        head = self.head(verb)
        return [subject] if head is None else [head]

    def objects(self, position: int) -> list[int]:
        """The direct objects of a verb."""
        own = self.kids(position, *OBJECTS)
        found = [n for one in own for n in self.together(one)]
        if own and self.tokens[own[0]].lemma.lower() in RELATIVE and self.tokens[position].relation == "relcl":
            head = self.head(position)
            return found if head is None else [head]
        return found or self._shared_objects(position)

    def _shared_objects(self, position: int) -> list[int]:
        """The object after the last verb ("bombed and shelled the town"), or the noun that a clause is about."""
        last = self.kids(position, "conj")
        if last and self.is_verb(last[0]) and not self.is_passive(position) and not self.kids(last[0], *SUBJECTS):
            return self.kids(last[0], *OBJECTS)
        head = self.head(position)
        if self.tokens[position].relation == "relcl" and head is not None and self.kids(position, "nsubj"):
            pronouns = [n for n in self.kids(position, "nsubj") if self.tokens[n].lemma.lower() in RELATIVE]
            return [] if pronouns or self.kids(position, "prep") else [head]
        return []

    def listed(self, position: int) -> int:
        """The first word of the list that a word stands in."""
        while self.tokens[position].relation == "conj" and (head := self.head(position)) is not None:
            position = head
        return position

    def prepositions(self, position: int) -> list[tuple[str, int]]:
        """The prepositions on a word, each with the word it governs, coordinated ones included."""
        found = []
        for one in self.kids(position, "prep", "agent", "dative", "prt"):
            found += self._governed(one, self.tokens[one].lemma.lower())
        return found

    def _governed(self, preposition: int, name: str) -> list[tuple[str, int]]:
        objects = [one for one in self.kids(preposition, "pobj") if self.tokens[one].entity not in TIMES]
        found = [(name, n) for one in objects for n in self.together(one)]
        for other in self.kids(preposition, "prep", "conj"):
            if self.tokens[other].pos in {"ADP", "SCONJ"}:
                found += self._governed(other, self.tokens[other].lemma.lower())
        return found
