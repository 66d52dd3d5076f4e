"""What "said" tells by what is said: "said Iran must stop" asks, "said it would strike unless" threatens."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.candidates import Candidate
from dateline.coding.governed import MODES_BY_COMPLEMENT, event_in
from dateline.coding.tree import Tree
from dateline.lexicon.files import load
from dateline.lexicon.ontology import quad

CONDITIONS = frozenset({"if", "unless", "until"})
OWN = frozenset({"it", "he", "she", "they", "we", "i"})


def said_claims(tree: Tree, told: Sequence[Candidate], named: frozenset[int]) -> list[Candidate]:
    """The requests, threats and accusations that verbs of saying tell, in order."""
    says = set(load("en/said.yaml")["says"])
    found = []
    for position, token in enumerate(tree.tokens):
        if token.lemma.lower() in says and tree.is_verb(position):
            clauses = [n for n in tree.kids(position, "ccomp") if tree.is_verb(n)]
            found += [one for clause in clauses if (one := said(tree, position, clause, told, named)) is not None]
    return found


def said(tree: Tree, verb: int, clause: int, told: Sequence[Candidate], named: frozenset[int]) -> Candidate | None:
    """The claim that a verb of saying tells by one clause; None where it only reports."""
    speakers = [n for n in tree.subjects(verb) if n in named or tree.tokens[n].pos in {"PROPN", "PRON"}]
    others = [n for n in tree.kids(clause, "nsubj", "nsubjpass") if n not in speakers]
    if not speakers or not others:
        return None
    inner = event_in(tree, clause, told)
    own = all(tree.tokens[n].lemma.lower() in OWN for n in others)
    if own:
        return threat(tree, verb, clause, speakers, inner)
    addressed = [n for other in others for n in tree.together(other) if n in named]
    if not addressed:
        return None
    if is_obliging(tree, clause):
        mode = MODES_BY_COMPLEMENT.get(inner.type if inner else "", "change")
        return made(verb, "REQUEST", mode, speakers, addressed)
    return made(verb, "ACCUSE", "allege", speakers, addressed) if is_blaming(tree, clause) else None


def threat(tree: Tree, verb: int, clause: int, speakers: Sequence[int], inner: Candidate | None) -> Candidate | None:
    """A hostile act that the speaker will do under a condition: "said it would strike unless the siege ended"."""
    future = any(tree.tokens[n].lemma.lower() in {"will", "would"} for n in tree.kids(clause, "aux"))
    clauses = tree.kids(clause, "advcl")
    conditional = any(tree.tokens[k].lemma.lower() in CONDITIONS for n in clauses for k in tree.kids(n, "mark"))
    hostile = quad(inner.type) == 4 if inner else tree.tokens[clause].lemma.lower() in load("en/hostile.yaml")
    if not (future and conditional and hostile):
        return None
    aims = inner.recipients if inner else (*tree.objects(clause), *(n for _, n in tree.prepositions(clause)))
    return made(verb, "THREATEN", None, speakers, [n for n in aims if n not in speakers])


def is_obliging(tree: Tree, clause: int) -> bool:
    """Whether a clause says what its subject must do."""
    words = load("en/said.yaml")
    if any(tree.tokens[n].lemma.lower() in words["obliging"] for n in tree.kids(clause, "aux")):
        return True
    is_due = tree.tokens[clause].lemma in words["obliging_to"] and tree.tokens[clause].tag in {"VBZ", "VBP", "VBD"}
    return is_due and any(tree.tokens[n].tag == "VB" for n in tree.kids(clause, "xcomp"))


def is_blaming(tree: Tree, clause: int) -> bool:
    """Whether a clause says that its subject is guilty of something."""
    guilt = load("en/said.yaml")["blaming"]
    negated = bool(tree.kids(clause, "neg"))
    found = [n for n in tree.kids(clause, "acomp", "prep") if tree.tokens[n].lemma.lower() in guilt]
    return tree.tokens[clause].lemma == "be" and not negated and any(tree.kids(n, "prep", "pobj") for n in found)


def made(verb: int, kind: str, mode: str | None, actors: Sequence[int], recipients: Sequence[int]) -> Candidate:
    """The claim of a verb of saying."""
    return Candidate(verb, kind, mode, None, (), tuple(actors), tuple(recipients), rule="said")
