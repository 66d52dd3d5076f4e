"""Words that take a clause ("vowed to attack", "accused X of bombing"): who acts in it, and what the word tells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.coding.candidates import MUTUAL, POS, Candidate, at_last
from dateline.coding.slots import Frame, noun_slot, particle
from dateline.coding.tree import Tree
from dateline.lexicon.files import load
from dateline.lexicon.ontology import quad
from dateline.lexicon.predicates import Governor, governors_for

FINITE = frozenset({"VBD", "VBZ", "VBP"})
OF_CLAUSES = {"of-ing": "of", "from-ing": "from", "for-ing": "for"}
MODES_BY_COMPLEMENT = {
    "CONSULT": "meet",
    "AID": "assist",
    "COOPERATE": "assist",
    "SUPPORT": "assist",
    "RETREAT": "yield",
    "CONCEDE": "yield",
}


@dataclass(frozen=True)
class Bond:
    """A governing word and the verb of the clause it takes."""

    governor: int
    entry: Governor
    complement: int


def bonds(tree: Tree) -> list[Bond]:
    """Every governing word of a sentence with each clause it takes, in order."""
    found = []
    for position, token in enumerate(tree.tokens):
        pos = POS.get(token.pos)
        if pos is None:
            continue
        for entry in governors_for(token.lemma.lower(), pos):
            if entry.particle is not None and particle(tree, position) != entry.particle:
                continue
            clauses = clauses_of(tree, position, entry)
            if clauses:
                found += [Bond(position, entry, clause) for clause in clauses]
                break
    return found


def clauses_of(tree: Tree, position: int, entry: Governor) -> list[int]:
    """The verbs of the clauses that a word takes in one of the forms its entry allows, coordinated ones included."""
    found: list[int] = []
    for form in entry.complements:
        if form in OF_CLAUSES:
            found += gerunds(tree, position, OF_CLAUSES[form])
        else:
            found += [
                n for n in tree.kids(position, "xcomp", "ccomp", "acl", "advcl") if has_form(tree, n, form, entry)
            ]
    return list(dict.fromkeys(other for one in found for other in tree.together(one) if tree.is_verb(other)))


def gerunds(tree: Tree, position: int, preposition: str) -> list[int]:
    """The verbs after a preposition: "of bombing", "and of seeking"."""
    todo = list(tree.kids(position, "prep"))
    todo += [n for one in tree.kids(position, "dobj", "nsubjpass") for n in tree.kids(one, "prep")]
    found = []
    for one in todo:
        todo += tree.kids(one, "conj")
        if tree.tokens[one].lemma == preposition:
            found += tree.kids(one, "pcomp")
    return found


def has_form(tree: Tree, verb: int, form: str, entry: Governor) -> bool:
    """Whether a clause is an infinitive ("to"), a gerund ("ing"), or finite ("that")."""
    token = tree.tokens[verb]
    infinitive = any(tree.tokens[n].lemma == "to" for n in tree.kids(verb, "aux"))
    if form == "to":
        purpose = token.relation == "advcl" and entry.controller != "obj"
        return (infinitive and not purpose) or (token.tag == "VB" and token.relation in {"ccomp", "xcomp"})
    if form == "ing":
        return token.tag == "VBG" and token.relation == "xcomp"
    finite = token.relation == "acl" and entry.pos == "noun" and token.tag in FINITE
    return (token.relation == "ccomp" or finite) and not infinitive


def with_control(tree: Tree, found: Sequence[Bond]) -> Tree:
    """The tree that also knows whose act a clause is where an object acts in it ("urged Israel to halt")."""
    controlled = {}
    for bond in found:
        if bond.entry.controller == "obj" and not tree.kids(bond.complement, "nsubj", "nsubjpass"):
            holders = objects(tree, bond)
            if holders:
                controlled[bond.complement] = tuple(holders)
        elif tree.tokens[bond.governor].pos == "NOUN" and not tree.kids(bond.complement, "nsubj", "nsubjpass"):
            controlled[bond.complement] = tuple(holders_of_noun(tree, bond.governor))
    return replace(tree, controlled=controlled) if controlled else tree


def objects(tree: Tree, bond: Bond) -> list[int]:
    """Whom the governing verb addresses: its object, a passive's subject, or what "on", "to", "for" governs."""
    at = bond.governor
    direct = tree.subjects(at) if tree.is_passive(at) else tree.objects(at)
    return direct or [n for prep, n in tree.prepositions(at) if prep in {"on", "to", "for", "against"}]


def holders_of_noun(tree: Tree, noun: int) -> list[int]:
    """Whose threat, plan or refusal it is: the owner, else the subject of the verb that carries the noun."""
    owners = noun_slot(tree, noun, "poss", frozenset()) or [n for prep, n in tree.prepositions(noun) if prep == "by"]
    head = tree.head(noun)
    if not owners and head is not None and tree.is_verb(head):
        owners = [n for n in tree.subjects(head) if n != noun]
    return owners


def own_claims(tree: Tree, found: Sequence[Bond], told: Sequence[Candidate], named: frozenset[int]) -> list[Candidate]:
    """The events that governing words themselves tell: "vowed to attack" is a threat."""
    claims: list[Candidate] = []
    done: set[int] = set()
    for bond in sorted(found, key=lambda one: -len(list(tree.above(one.governor)))):  # the innermost tell the others'
        if bond.governor in done:
            continue
        inner = event_in(tree, bond.complement, (*told, *claims))
        hostile = quad(inner.type) >= 3 if inner else tree.tokens[bond.complement].lemma in load("en/hostile.yaml")
        kind = bond.entry.type_conflict if hostile else bond.entry.type
        deed = load("en/let_go.yaml").get(tree.tokens[bond.governor].lemma, {}).get(tree.tokens[bond.complement].lemma)
        if kind is None or (deed and any(prep == "of" for prep, _ in tree.prepositions(bond.complement))):
            continue
        done.add(bond.governor)
        own = own_claim(tree, bond, kind, inner, named)
        claims.append(replace(own, type=deed[0], mode=deed[1], cameo=deed[2]) if deed else own)
    return claims


def event_in(tree: Tree, verb: int, told: Sequence[Candidate]) -> Candidate | None:
    """The event told by a clause: by its verb, else by the verb's object or a clause below it."""
    at = {one.trigger: one for one in told} | {one.light: one for one in told if one.light is not None}
    if verb in at:
        return at[verb]
    inside = [
        n
        for n in tree.under(verb)
        if n in at and (tree.head(n) == verb or tree.tokens[n].relation in {"xcomp", "pobj"})
    ]
    return at[inside[0]] if inside else None


def own_claim(tree: Tree, bond: Bond, kind: str, inner: Candidate | None, named: frozenset[int]) -> Candidate:
    """The claim of a governing word, with its recipient from its own slots or from the event in its clause."""
    entry, at = bond.entry, bond.governor
    is_noun = tree.tokens[at].pos == "NOUN"
    frame = Frame(tree, at, is_noun, named)
    if is_noun:
        actors = holders_of_noun(tree, at) or frame.first(("mod", "from"))
    elif tree.tokens[at].pos == "ADJ":
        head = tree.head(at)
        actors = tree.subjects(head) if head is not None else []
    else:
        actors = frame.fill("subj")
    recipients = next((n for slot in entry.recipient if (n := recipient_slot(frame, slot, bond, inner))), [])
    if not recipients and kind == entry.type_conflict:
        recipients = tree.objects(bond.complement)
    if kind in MUTUAL and len(actors) > 1 and not recipients:
        recipients = list(actors)
    recipients = (
        recipients or at_last(frame, kind, actors) or at_last(replace(frame, position=bond.complement), kind, actors)
    )
    mode = (
        MODES_BY_COMPLEMENT.get(inner.type if inner else "", "change") if entry.mode == "by_complement" else entry.mode
    )
    others = tuple(n for n in recipients if n not in actors)
    return Candidate(
        trigger=at,
        type=kind,
        mode=mode if kind == entry.type else None,
        cameo=None,
        context=(),
        actors=tuple(actors),
        recipients=tuple(actors) if recipients == actors else others,
        rule="governor",
    )


def recipient_slot(frame: Frame, slot: str, bond: Bond, inner: Candidate | None) -> list[int]:
    """The words in a recipient slot of a governing word, those inside its clause included."""
    if slot == "comp.subj":
        return list(frame.tree.subjects(bond.complement))
    if slot == "comp.obj":
        return list(frame.tree.objects(bond.complement))
    if slot == "comp.recipient":
        return list(inner.recipients) if inner else []
    return frame.fill(slot)


def status_by_complement(found: Sequence[Bond]) -> Mapping[int, Bond]:
    """For the verb of each governed clause the bond that governs it."""
    return {bond.complement: bond for bond in found}


def is_over(tree: Tree, bond: Bond) -> bool:
    """Whether a clause with a subject tells what was over: "agreed that troops had shot", not "agreed to shoot"."""
    clause = tree.tokens[bond.complement]
    helpers = [tree.tokens[n] for n in tree.kids(bond.complement, "aux", "auxpass")]
    is_past = clause.tag == "VBD" or any(one.tag == "VBD" for one in helpers)
    return clause.relation == "ccomp" and is_past and not any(one.tag == "MD" for one in helpers)
