"""Which of the times in a sentence belongs to an event: by the clauses that share it, not by what stands nearest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise

from dateline.coding.counting import is_counting
from dateline.coding.tree import PRESENT, Tree
from dateline.lexicon.calendar import table
from dateline.lexicon.files import load
from dateline.lexicon.predicates import predicates_for
from dateline.lexicon.reporting import reporting_word
from dateline.records.mention import TimeMention
from dateline.records.text import Span

SHARED = frozenset(
    {"conj", "xcomp", "advcl", "acl", "nsubj", "nsubjpass", "dobj", "pobj", "prep", "pcomp", "agent", "attr", "dep"}
)
"""Relations of a word to the clause over it whose time it shares."""
TOLD = frozenset({"ccomp", "parataxis"})
"""Relations of a clause to the verb that only tells it: the day of "said" is not the day of what was done."""
SUPERLATIVE = frozenset({"JJS", "RBS"})
NOMINAL = frozenset({"NOUN", "PROPN"})
SHORTLY = 6
"""How many words before a time may say that something is the most of its kind."""
MANY = 10**7
"""More days than any time has."""
DAY = len("2015-10-14")
"""How long the value of a day is."""
BOUND = frozenset({"poss", "compound", "nummod", "amod", "nmod"})
"""Relations of a time that says which thing is meant and not when: "the 1942 protocol", "Sunday's ballot"."""
OWN, SHARED_WITH, TELLING = "own", "shared", "telling"


@dataclass(frozen=True)
class Timed:
    """A time beside an event, and of what: its own clause, one that shares its time, or that in which it is told."""

    time: TimeMention
    kin: str


def time_of(tree: Tree, event: int, times: Sequence[TimeMention], triggers: Set[int]) -> Timed | None:
    """The time of the event at a word; None where its sentence tells none. `triggers` are all words that tell events.

    Words that tell only that it was some time ago are a time without days.
    """
    dated = [one for one in times if one.begin is not None and one.type != "SET"]
    vague = [one for one in times if is_vague(one) and not is_of_most(tree, one)]
    if not dated and not vague:
        return None
    named = next((one for one in dated if is_said_of(tree, event, one)), None)
    held: dict[int | None, list[TimeMention]] = {}
    for one in (*dated, *vague):
        held.setdefault(holder(tree, one, triggers), []).append(one)
    if named is not None and event not in held:
        return Timed(on_the_day(named), OWN)
    for clause, kin in reach(tree, event, triggers):
        if clause in held:
            return Timed(from_to(tree, held[clause]) or narrowest(held[clause]), kin)
    alone = held.get(None, [])
    return Timed(alone[0], SHARED_WITH) if len(alone) == 1 else None


def is_said_of(tree: Tree, event: int, time: TimeMention) -> bool:
    """Whether a day is told by what was done on it: "on 2 October, the same day the judge was murdered"."""
    for at in (event, *tree.above(event)):
        relation, over = tree.tokens[at].relation, tree.head(at)
        if over is None or relation not in SHARED | {"relcl"}:
            return False
        if relation == "relcl":
            days = (over, tree.head(over)) if tree.tokens[over].relation == "appos" else (over,)
            return any(tree.tokens[day].overlaps(time) for day in days if day is not None)
    return False


def on_the_day(time: TimeMention) -> TimeMention:
    """The first day of a time that goes on, for what was done on that day: "vacant since 1 May, when he was shot"."""
    is_open = time.precision == "open" and time.finish is None and len(time.value) == DAY
    return replace(time, finish=time.begin, precision="day") if is_open else time


def is_vague(time: TimeMention) -> bool:
    """Whether words say that something was not now, and not when: "recently", "weeks ago", "in recent months"."""
    if time.begin is not None or " ".join(time.text.lower().split()) in load("en/circumstances.yaml")["same_time"]:
        return False
    return time.value == "PAST_REF" or (time.type == "DURATION" and time.value.startswith("PX"))


def from_to(tree: Tree, times: Sequence[TimeMention]) -> TimeMention | None:
    """The time from one of some times to the next, where the words say so: "between January and March"."""
    for one, other in pairwise(sorted(times, key=lambda time: time.start)):
        first = next((n for n, token in enumerate(tree.tokens) if token.start >= one.start), 0)
        link = next((n for n, token in enumerate(tree.tokens) if token.start >= one.end), 0)
        near = first > 0 and link + 1 < len(tree.tokens) and tree.tokens[link + 1].start == other.start
        behind = load("en/circumstances.yaml")["spans"].get(tree.tokens[first - 1].text.lower(), ())
        if near and tree.tokens[link].text.lower() in behind:
            is_after = one.begin and other.finish and one.begin <= other.finish
            return replace(one, end=other.end, finish=other.finish) if is_after else None
    return None


def is_of_most(tree: Tree, time: TimeMention) -> bool:
    """Whether a time says only since when something is the most of its kind: "its largest operation in years"."""
    words, before = load("en/circumstances.yaml"), [one for one in tree.tokens if one.end <= time.start][-SHORTLY:]
    is_in = bool(before) and before[-1].lemma.lower() in words["most_within"]
    return is_in and any(one.tag in SUPERLATIVE or one.lemma.lower() in words["most"] for one in before)


def narrowest(times: Sequence[TimeMention]) -> TimeMention:
    """Of some times the one with the fewest days, of those a day rather than a part of one ("at dawn on 4 October"),
    and of those the first."""
    days = {one: (one.finish - one.begin).days if one.finish and one.begin else MANY for one in times}
    return min(times, key=lambda one: (days[one], one.type != "DATE", one.start))


def holder(tree: Tree, span: Span, triggers: Set[int]) -> int | None:
    """The event or verb whose time some words tell; None where they hang on no clause.

    What says which thing is meant holds no clause's time, and is held by the thing: "Sunday's ballot".
    """
    top = tree.top(span)
    if top is None or top in triggers:
        return top
    inner = within_subject(tree, span, top)
    if inner is not None:
        return inner
    below = top
    for above in tree.above(top):
        is_of_noun = tree.tokens[above].pos in NOMINAL and is_bound(tree, span, below)
        if is_of_noun or above in triggers or tree.is_verb(above):
            return above
        if tree.tokens[below].pos in NOMINAL and is_called_for(tree, above):
            return below
        below = above
    return None


def within_subject(tree: Tree, span: Span, top: int) -> int | None:
    """The verb of the clause on a subject right behind which a time stands, before the verb on which parsers hang it:
    "those who fired at the crowd yesterday are policemen"."""
    verb = tree.head(top)
    if verb is None or verb < top or not tree.is_verb(verb):
        return None
    first = min([verb, *tree.kids(verb, "aux", "auxpass", "neg")])
    clauses = [n for one in tree.subjects(verb) if one < top for n in tree.kids(one, "relcl") if n < top]
    between = [n for n in range(top + 1, first) if not span.holds(tree.span(n))]
    return clauses[-1] if clauses and not between and first > top else None


def is_bound(tree: Tree, span: Span, at: int) -> bool:
    """Whether a word, or one of a time's beside its article, says which thing is meant: "the 31 August attack"."""
    beside = (
        [n for n in tree.kids(tree.tokens[at].head) if span.holds(tree.span(n))] if span.holds(tree.span(at)) else []
    )
    return any(tree.tokens[n].relation in BOUND for n in (at, *beside))


def is_called_for(tree: Tree, above: int) -> bool:
    """Whether a word is the "for" before what somebody calls for, whose time is none of the call's."""
    over = tree.head(above)
    is_for = tree.tokens[above].lemma.lower() == "for" and over is not None
    return is_for and over is not None and tree.tokens[over].lemma.lower() in table("calls")


def reach(tree: Tree, event: int, triggers: Set[int]) -> Iterator[tuple[int, str]]:
    """The clauses whose time is the event's, the nearest first, and what each is to the event."""
    own = (event, *parts(tree, event), *causes(tree, event, triggers), *retold(tree, event, triggers))
    yield from ((one, OWN) for one in (*own, *meanwhile(tree, event, triggers)))
    kin, below = SHARED_WITH, event
    for above in tree.above(event):
        relation = tree.tokens[below].relation
        if relation not in SHARED | TOLD or is_apart(tree, below, above):
            return
        if relation in TOLD or is_told_by(tree, event, below, above) or is_over(tree, below, above):
            kin = TELLING
        beside = (*causes(tree, above, triggers), *meanwhile(tree, above, triggers))
        yield from ((one, kin) for one in (above, *beside) if one != event)
        below = above


def parts(tree: Tree, event: int) -> list[int]:
    """Words below an event that tell when it was: "an attack carried out", "stormed in and killed them on Monday".

    With a verb that has another without "to" it is one deed: "let them go on Monday"; so it is with one that only says
    whether it was done: "refused to answer last year".
    """
    if not tree.is_verb(event):
        return tree.kids(event, "acl")
    later = [n for n in tree.kids(event, "conj") if tree.is_verb(n) and is_same_clause(tree, n, event)]
    let = [n for n in tree.kids(event, "xcomp", "ccomp") if tree.tokens[n].tag == "VB" and not tree.kids(n, "aux")]
    done = tree.kids(event, "xcomp") if tree.tokens[event].lemma.lower() in table("same_time") else ()
    return [*later, *let, *done]


def is_same_clause(tree: Tree, later: int, event: int) -> bool:
    """Whether a coordinated verb has the subject, or at least the auxiliary, of the first or one like it: "four were
    killed and seven wounded on Saturday", "four were killed and two shops were burned on Saturday"."""
    if not tree.kids(later, "nsubj", "nsubjpass"):
        return True
    helpers = [[tree.tokens[n].tag for n in tree.kids(verb, "aux", "auxpass")] for verb in (event, later)]
    return tree.tokens[later].tag == "VBN" and tree.is_passive(event) and helpers[1] in ([], helpers[0])


def meanwhile(tree: Tree, verb: int, triggers: Set[int]) -> list[int]:
    """Words of clauses below a verb that go on at its time: "as they left on Monday", and what those did who were
    struck or struck them, where that is no deed: "hit lorries carrying flour on Thursday", "killed by men who broke
    into the house on Monday"."""
    if not tree.is_verb(verb):
        return []
    clauses = [n for n in tree.kids(verb, "advcl") if not is_saying(tree, n)]
    found = [n for n in clauses if any(is_while(tree, mark) for mark in tree.kids(n))]
    struck = [n for one in tree.kids(verb, "dobj", "nsubjpass") for n in tree.kids(one, "acl")]
    found += [n for n in struck if tree.tokens[n].tag == "VBG" and n not in triggers]
    doers = [n for by in tree.kids(verb, "agent") for n in tree.kids(by, "pobj")]
    found += [n for one in doers for n in tree.kids(one, "relcl") if tree.tokens[n].tag == "VBD" and n not in triggers]
    return [*found, *(n for one in found for n in tree.kids(one, "xcomp"))]


def retold(tree: Tree, event: int, triggers: Set[int]) -> list[int]:
    """Verbs that tell a noun's deed again, of whom it was done to: "the murder of nuns who were shot on Monday"."""
    if tree.is_verb(event):
        return []
    hit = [n for prep, n in tree.prepositions(event) if prep == "of"]
    return [n for one in hit for n in tree.kids(one, "relcl") if n in triggers and tree.is_passive(n)]


def is_while(tree: Tree, mark: int) -> bool:
    """Whether a word opens a clause of the same time: "when police moved in on Monday"."""
    return tree.tokens[mark].lemma.lower() in {"when", "as", "while"} and tree.tokens[mark].relation in {
        "mark",
        "advmod",
    }


def causes(tree: Tree, verb: int, triggers: Set[int]) -> list[int]:
    """Nouns for the event that a verb tells more of, and what is told of them: "Friday's attack killed", "the attack
    that killed", "killed in Monday's raid", "hurt during raids that shook it on Monday"."""
    near = tree.prepositions(verb)
    within = [n for prep, n in near if prep in {"in", "during"} or n in triggers]
    spells = [n for prep, n in near if prep == "during"]  # "during raids", "during a wave of raids"
    parts = [n for spell in spells for prep, n in tree.prepositions(spell) if prep == "of"]
    spells += [n for n in parts if tree.tokens[n].pos == "NOUN"]
    told = [verb for n in spells for verb in tree.kids(n, "relcl")]
    told += [n for n in tree.subjects(verb) if tree.tokens[verb].relation == "relcl" and is_deed(tree, n)]
    return [*within, *told, *(n for n in tree.kids(verb, "nsubj", "nsubjpass", "dobj") if n in triggers)]


def is_deed(tree: Tree, at: int) -> bool:
    """Whether a word is a noun for what happens."""
    return tree.tokens[at].pos in NOMINAL and bool(predicates_for(tree.tokens[at].lemma.lower(), "noun"))


def is_over(tree: Tree, below: int, above: int) -> bool:
    """Whether a word tells of something over before what stands above it: "men shot by", "sentenced for the murder"."""
    words, told = load("en/circumstances.yaml"), tree.tokens[above]
    if tree.tokens[below].relation in {"pobj", "pcomp"}:
        answer = tree.head(above) if told.lemma.lower() == "to" else None
        is_answer = answer is not None and tree.tokens[answer].lemma.lower() in words["answers"]
        is_deed = not tree.is_verb(below) or tree.tokens[below].relation == "pcomp"
        return is_deed and (told.lemma.lower() in words["over"] or is_answer)
    if tree.tokens[below].relation == "advcl":
        return any(tree.tokens[mark].lemma.lower() in words["earlier"] for mark in tree.kids(below, "mark"))
    if tree.tokens[below].relation != "acl" or tree.tokens[below].tag != "VBN":
        return False
    clause = tree.head(above)
    return clause is None or tree.tokens[clause].lemma.lower() not in words["outcome"]


def is_apart(tree: Tree, below: int, above: int) -> bool:
    """Whether two coordinated clauses have days of their own: somebody else speaks in the second."""
    has_subject = bool(tree.kids(below, "nsubj", "nsubjpass"))
    return tree.tokens[below].relation == "conj" and has_subject and (is_saying(tree, below) or is_saying(tree, above))


def is_told_by(tree: Tree, event: int, below: int, above: int) -> bool:
    """Whether a word above an event only tells it.

    Of what is its subject it is the deed ("the offensive began"), and what goes on now was no other day ("are
    investigating the murder of a judge on Monday").
    """
    relation = tree.tokens[below].relation
    is_now = tree.tokens[above].tag == "VBG" and any(tree.tokens[n].tag in PRESENT for n in tree.kids(above, "aux"))
    is_own = below == event and relation == "nsubj" and not is_counting(tree, above)
    return is_saying(tree, above) and relation != "conj" and not is_now and not is_own


def is_saying(tree: Tree, position: int) -> bool:
    """Whether a word is a verb that reports, or says how a count goes on: "the toll rose to 12 on Monday"."""
    is_reporting = reporting_word(tree.tokens[position].lemma.lower(), "verb") is not None
    return tree.is_verb(position) and (is_reporting or is_counting(tree, position))
