"""What a sentence tells to have happened without anybody who did it or met with it: "Clashes erupted in Hodeidah"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.coding.candidates import Candidate, is_other_thing
from dateline.coding.drafts import Draft
from dateline.coding.means import BOMBED, PLANTED, mode_of
from dateline.coding.mentioned import is_mentioned
from dateline.coding.negated import is_negated
from dateline.coding.slots import particle
from dateline.coding.status import Setting, given, status_of
from dateline.coding.tree import PLACES, TIMES, Tree
from dateline.lexicon.files import load
from dateline.lexicon.predicates import predicates_for
from dateline.records.claim import HAPPENING

NOUNS = frozenset({"NOUN", "PROPN"})


def happenings(tree: Tree, setting: Setting, told: Sequence[Draft]) -> Iterator[Draft]:
    """The happenings of a sentence that no other draft tells by the same word or by the verb that carries it."""
    done = {n for one in told for n in (one.event.trigger, one.event.light)}
    score = float(load("en/score.yaml")["happening"][0])
    verbs = (verb for verb in range(len(tree.tokens)) if tree.is_verb(verb))
    for event in (
        *(one for verb in verbs for one in told_by(tree, verb)),
        *headline(tree),
        *of_a_day(tree),
        *recalled(tree),
        *owned(tree),
    ):
        if done.isdisjoint({event.trigger, event.light} - {None}):
            done.add(event.trigger)
            status = event.status or status_of(event, setting)
            yield Draft(event, (None, None), status, score, HAPPENING, mode=mode_of(tree, event))


def told_by(tree: Tree, verb: int) -> Iterator[Candidate]:
    """What a verb tells to have happened: by its subject, by its object, or by itself of a bomb or the like."""
    for subject in subjects(tree, verb):
        if says_so(tree, verb) and not (tree.is_passive(verb) and is_known(tree, subject)):
            yield from happening(tree, subject, verb)
        elif goes_off(tree, verb) and is_explosive(tree, subject):
            yield Candidate(verb, "ASSAULT", "explosives", None, (), (), (), rule="happening")
    for noun in (*noticed(tree, verb), *there(tree, verb)):
        yield from happening(tree, noun, verb)


def headline(tree: Tree) -> Iterator[Candidate]:
    """What a line without a verb tells: "Clashes in Hebron", "Car bomb in Aden"."""
    top = next((n for n, token in enumerate(tree.tokens) if token.relation == "root"), None)
    if top is None or tree.tokens[top].pos not in NOUNS or any(map(tree.is_verb, range(len(tree.tokens)))):
        return
    if not any(prep in load("en/happenings.yaml")["scene"] for prep, _ in tree.prepositions(top)):
        return
    if tree.tokens[top].lemma.lower() in load("en/weapons.yaml")["devices"]:
        yield Candidate(top, "ASSAULT", "explosives", None, (), (), (), rule="happening")
    yield from happening(tree, top, None)


def of_a_day(tree: Tree) -> Iterator[Candidate]:
    """What a noun tells that is said to be a day's: "those wounded in Tuesday's bombing"."""
    for n, token in enumerate(tree.tokens):
        over = tree.head(n)
        is_days = token.relation == "poss" and token.pos == "PROPN" and token.entity in TIMES
        if is_days and over is not None and tree.tokens[over].pos in NOUNS:
            yield from happening(tree, over, None)


def recalled(tree: Tree) -> Iterator[Candidate]:
    """What a noun tells that is said as known, with where or when: "condemned the bombing in Baghdad"."""
    for n, token in enumerate(tree.tokens):
        if token.pos in NOUNS and is_known(tree, n) and is_mentioned(tree, n) and is_somewhere(tree, n):
            yield from (replace(one, status=told_as(tree, n)) for one in happening(tree, n, None))


def owned(tree: Tree) -> Iterator[Candidate]:
    """What a noun tells to which somebody owns up: "the ambush was claimed by the rebels"."""
    for verb in range(len(tree.tokens)):
        if tree.is_passive(verb) and tree.tokens[verb].lemma.lower() in load("en/happenings.yaml")["owned"]:
            for noun in tree.kids(verb, "nsubjpass"):
                yield from (as_owned(one) for one in happening(tree, noun, None))


def as_owned(event: Candidate) -> Candidate:
    """A deed that somebody owns up to: it happened, and who claims a "bombing" did not fly."""
    return replace(event, status="happened", mode=PLANTED if event.mode == BOMBED else event.mode)


def told_as(tree: Tree, noun: int) -> str:
    """The status of a recalled deed: it happened, unless a word before it says otherwise ("the alleged raid")."""
    signs = (given(tree, n, "adjectives") for n in tree.kids(noun, "amod"))
    return next((one.status for one in signs if one.status != "happened"), "happened")


def is_somewhere(tree: Tree, noun: int) -> bool:
    """Whether the next words tell the place or the day: "the bombing in Baghdad", "the attack on May 8"."""
    after = tree.tokens[noun + 1 : noun + 2]
    if not after or after[0].lemma.lower() not in load("en/happenings.yaml")["scene"]:
        return False
    return any(tree.tokens[n].entity in TIMES | PLACES for n in tree.kids(noun + 1, "pobj"))


def noticed(tree: Tree, verb: int) -> list[int]:
    """The nouns for what somebody noticed, not those for what is known: "reported heavy bombardment"."""
    if tree.tokens[verb].lemma.lower() not in load("en/happenings.yaml")["noticed"] or tree.is_passive(verb):
        return []
    objects = [n for top in tree.kids(verb, "dobj") for n in tree.together(top)]
    return [n for n in objects if tree.tokens[n].pos in NOUNS and not is_known(tree, n)]


def there(tree: Tree, verb: int) -> list[int]:
    """The nouns for what there was, or has been: "there was heavy fighting near Homs"."""
    is_open = any(tree.tokens[n].tag == "MD" for n in tree.kids(verb, "aux")) or is_negated(tree, verb)
    if is_open or not tree.kids(verb, "expl"):
        return []
    nouns = [n for top in tree.kids(verb, "attr") for n in tree.together(top)]
    return [n for n in nouns if tree.tokens[n].pos in NOUNS and not is_known(tree, n) and is_some(tree, n)]


def is_some(tree: Tree, noun: int) -> bool:
    """Whether there is any of what a noun tells: not "no attack"."""
    before = {tree.tokens[n].lemma.lower() for n in tree.kids(noun, "det", "neg")}
    return before.isdisjoint(load("en/status.yaml")["nobody"])


def subjects(tree: Tree, verb: int) -> list[int]:
    """The nouns that are the subject of a verb, also where the parser takes it for a part of the subject."""
    own = tree.kids(verb, "nsubjpass" if tree.is_passive(verb) else "nsubj")
    head = tree.head(verb)
    is_on_noun = not own and head is not None and tree.tokens[verb].relation == "acl"
    if is_on_noun and head is not None and (tree.tokens[head].relation == "root" or goes_off(tree, verb)):
        own = [head]
    return [n for top in own for n in tree.together(top) if tree.tokens[n].pos in NOUNS]


def says_so(tree: Tree, verb: int) -> bool:
    """Whether a verb says of its subject that it happened."""
    words, lemma = load("en/happenings.yaml"), tree.tokens[verb].lemma.lower()
    if tree.is_passive(verb):
        return lemma in words["passive"]
    if lemma in words["shaken"]:
        return bool(tree.kids(verb, "dobj"))
    if lemma in words["particles"]:
        wanted = words["particles"][lemma]
        return particle(tree, verb) == wanted or any(tree.tokens[n].lemma == wanted for n in tree.kids(verb, "dobj"))
    return lemma in words["verbs"] and not tree.kids(verb, "dobj", "xcomp")


def is_known(tree: Tree, noun: int) -> bool:
    """Whether a noun is said as known: "the blast was heard" tells no second one."""
    before = {tree.tokens[n].lemma.lower() for n in tree.kids(noun, "det", "poss")}
    return bool(before) and before.isdisjoint(load("en/sites.yaml")["indefinite"])


def goes_off(tree: Tree, verb: int) -> bool:
    """Whether a verb says of a device that it went off."""
    words, lemma = load("en/happenings.yaml")["going_off"], tree.tokens[verb].lemma.lower()
    behind = {None, particle(tree, verb), *(tree.tokens[n].lemma for n in tree.kids(verb, "prep"))}
    return lemma in words and words[lemma] in behind and not tree.kids(verb, "dobj")


def is_explosive(tree: Tree, noun: int) -> bool:
    """Whether a noun is a device, or a vehicle that is one: "a lorry packed with explosives"."""
    words, lemma = load("en/weapons.yaml"), tree.tokens[noun].lemma.lower()
    if lemma in words["devices"]:
        return True
    under = {part for n in tree.under(noun) for part in tree.tokens[n].lemma.lower().split("-")}
    return lemma in words["carriers"] and not under.isdisjoint(words["charges"])


def happening(tree: Tree, noun: int, verb: int | None) -> Iterator[Candidate]:
    """What a noun tells by itself: the first of its entries that is of a kind that happens."""
    types, lemma = load("en/happenings.yaml")["types"], tree.tokens[noun].lemma.lower()
    entries = [one for one in predicates_for(lemma, "noun") if one.type in types]
    if entries and lemma not in load("en/happenings.yaml")["vague"] and not is_other_thing(tree, noun):
        first = entries[0]
        yield Candidate(noun, first.type, first.mode, None, first.context, (), (), light=verb, rule="happening")
