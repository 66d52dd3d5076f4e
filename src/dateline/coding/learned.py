"""What the learned coder makes of a sentence beside the rules: drafts kept, retyped, dropped and added."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from math import exp

from dateline.coding.candidates import HARM, Candidate
from dateline.coding.clause_signs import SPEECH_ACTS, is_open, is_past_habit, is_perfect, is_told_of
from dateline.coding.drafts import Draft, Ends
from dateline.coding.echoes import without_echoes
from dateline.coding.ends import Cast
from dateline.coding.instruments import is_by_device, is_event, is_tool, top
from dateline.coding.means import borne, is_aimed_at, is_alight
from dateline.coding.model import NONE, Coder, Told
from dateline.coding.negated import UNDONE, is_taken_back, is_undoing
from dateline.coding.offers import actors_of, inside, targets_of, twos
from dateline.coding.pieces import MOST, Pieces, within
from dateline.coding.plain import DEEDS, of_one_end, with_plain
from dateline.coding.tree import Tree
from dateline.coding.unlikely import without_unlikely
from dateline.coding.votes import Chances, Ranking, as_score, ballot, decide, ranked
from dateline.lexicon.files import load
from dateline.records.claim import ASSERTED
from dateline.records.mention import ActorMention
from dateline.records.text import Span

BY = "en-coder/1"
OWN = "own words"
BUSY = 0.15
"""Who is less likely to do anything at all, or to have anything done to it, is not asked about with everybody else:
half of all pairs need not be asked, and one in a hundred of those that would have become claims is lost."""
LIKELY = 0.5
"""Who is as likely as this to do something, or to have it done to them, is asked about alone if nothing was found."""
LEAST = 0.15
"""A draft of the rules that is less likely than this is none."""
ALONE = 0.25
"""What the model alone finds has to be as likely as this; where no event is likelier, nothing stands beside another."""
DOUBTFUL = 0.5
"""A claim with a lower score is marked: it is likelier wrong than right."""
SURE = 0.6
"""From this chance on the model's status holds against that of the rules."""
ABDUCT = "abduct"
"""The mode of words that say by themselves what was done: "kidnapped at gunpoint" tells no shots."""
TO_COME = frozenset({"planned", "threatened", "possible", "conditional"})
PLAIN = frozenset({"historical", "did_not_happen", "conditional"})
"""What the rules read from a date, a negation or a condition stands."""
MOST_DRAFTS = 60
"""Of a sentence with more drafts (a list, a table) the rest keep what the rules say of them."""
MOST_OFFERED = 120
"""Of a sentence with more pairs beside those of the rules, the rest are not asked about."""
DONE_BY_SOMEBODY = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
EVENT_WORDS = frozenset({"VERB", "NOUN", "ADJ", "AUX", "PROPN"})


@dataclass
class Asked:
    """The coder before one sentence; it is asked each thing once.

    `dated`: the article's day is known and the sentence tells a time, so that arithmetic says what is long past.
    """

    coder: Coder
    cast: Cast
    dated: bool = False
    told: dict[tuple[int, int, int, int], tuple[Told, Told]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.tree: Tree = self.cast.tree
        span = Span(self.tree.sentence.start, self.tree.sentence.end)
        self.pieces: Pieces = self.coder.pieces(span.of(self.cast.text))

    def reaches(self, *ends: Span) -> bool:
        """Whether the ends stand close enough together for the model to read both."""
        bounds = [within(self.pieces.offsets, inside(self.tree, end)) for end in ends]
        told = [bound for bound in bounds if bound is not None]
        return len(told) == len(ends) and max(b[1] for b in told) - min(b[0] for b in told) <= MOST

    def of(self, actor: Span | None, recipient: Span | None) -> Told:
        """What the sentence tells from one to the other; one of the two may be None, which asks for anybody."""
        if actor is None or (recipient is not None and recipient.start < actor.start):
            assert recipient is not None
            return self._both(recipient, actor)[1]
        return self._both(actor, recipient)[0]

    def _both(self, first: Span, second: Span | None) -> tuple[Told, Told]:
        key = (first.start, first.end, second.start if second else -1, second.end if second else -1)
        if key not in self.told:
            near = inside(self.tree, second) if second else None
            self.told[key] = self.coder.judge(self.pieces, inside(self.tree, first), near)
        return self.told[key]


def weighed(drafts: Sequence[Draft], asked: Asked, worth: Mapping[str, float]) -> list[Draft]:
    """The drafts of a sentence as lexicon and model together would have them, in the order of their triggers."""
    found = list(drafts[MOST_DRAFTS:])
    for ends, own, near in considered(drafts[:MOST_DRAFTS], asked):
        chances = decide(asked.of(*ends), ballot(own, near, ends, asked.cast), worth)
        found += (replace(one, score=as_score(one.score, worth)) for one in settled(asked, ends, own, chances))
    found = list(with_plain(found, drafts, asked.cast))
    for ends, own in chain(of_one_end(drafts, found, asked.cast), open_ends(found, asked)):
        chances = decide(asked.of(*ends), ballot(own, (), ends, asked.cast), worth)
        told = {(one.event.trigger, one.event.type) for one in found}
        alone = (replace(one, score=as_score(one.score, worth)) for one in settled(asked, ends, own, chances))
        found += (one for one in alone if stands_alone(one) and (one.event.trigger, one.event.type) not in told)
    found = list(without_unlikely(found, asked.cast))
    return sorted(without_echoes(found, asked.cast), key=lambda one: one.event.trigger)


def considered(drafts: Sequence[Draft], asked: Asked) -> Iterator[tuple[Ends, list[Draft], list[Draft]]]:
    """Every two ends that may have an event between them, with the rules' drafts of them, and those of one of them."""
    by_ends: dict[Ends, list[Draft]] = {}
    for one in drafts:
        by_ends.setdefault(one.ends, []).append(one)
    for ends in islice(offered(drafts, asked), MOST_OFFERED):
        by_ends.setdefault(ends, [])
    for ends, own in by_ends.items():
        if not asked.reaches(*(end for end in ends if end is not None)):
            continue
        near = [one for one in drafts if None not in ends and any(a == b for a, b in zip(one.ends, ends, strict=True))]
        yield ends, own, near


def offered(drafts: Sequence[Draft], asked: Asked) -> Iterator[Ends]:
    """The pairs that the model is asked about beside those of the rules: of everybody who seems to do anything with
    everybody who seems to have something done to them, and with every place and thing."""
    told = [end for one in drafts for end in one.ends if end is not None]
    actors = actors_of(asked.cast, told)
    does = {one: happens(asked.of(one, None)) for one in actors}
    has = {one: happens(asked.of(None, one)) for one in actors}
    for one, other in twos(asked.tree, actors, targets_of(asked.cast, actors)):
        for actor, recipient in ((one, other), (other, one)):
            if does.get(actor, 0.0) >= BUSY and has.get(recipient, 1.0) >= BUSY:
                yield (None if is_tool(actor, asked.tree) else actor), recipient


def stands_alone(one: Draft) -> bool:
    """Whether a draft with one end that the model alone found is worth a claim: a deed, and likelier right than not."""
    return one.event.type in DEEDS and one.score >= DOUBTFUL


def open_ends(found: Sequence[Draft], asked: Asked) -> Iterator[tuple[Ends, list[Draft]]]:
    """Those who by the model do something, or have it done to them, where nothing of the kind was found yet, each with
    nobody at the other end, and without a draft of the rules."""
    acting, hit = ({end for one in found if (end := one.ends[side]) is not None} for side in (0, 1))
    for one in actors_of(asked.cast, ()):
        if happens(asked.of(None, one)) >= LIKELY and not any(one.overlaps(end) for end in hit):
            yield (None, one), []
        is_thing = is_tool(one, asked.tree) or is_event(one, asked.tree)
        if not is_thing and happens(asked.of(one, None)) >= LIKELY and not any(one.overlaps(end) for end in acting):
            yield (one, None), []


def happens(told: Told) -> float:
    """How likely there is an event at all."""
    return 1 - exp(told.types[NONE])


def settled(asked: Asked, ends: Ends, own: Sequence[Draft], chances: Chances) -> Iterator[Draft]:
    """The drafts that stand between two ends: of the likeliest type, and beside it what has not happened."""
    order = ranked(chances)
    best = next(kind for kind, _ in order if kind is not None)
    contexts = asked.of(*ends).contexts
    main = [one for one in own if one.event.forced]
    if chances[best] >= LEAST:
        main += [one for one in own if one.event.type == best and not one.event.forced]
    if not main and chances[best] >= ALONE:
        main = list(by_model(best, asked, ends))
    yield from (scored(read_by(asked, one), chances[best], order, contexts) for one in main)
    for one in (one for one in own if one not in main):
        chance = one.score * (1 - chances[NONE])
        if stands_beside(one, main, chances[NONE], asked.tree) and not is_idle(one, chance, asked.tree):
            yield scored(one, chance, order, contexts)


def is_idle(one: Draft, chance: float, tree: Tree) -> bool:
    """Whether a draft only tells that violence may come, and hardly that: "there may be a social explosion".

    Not what somebody believes is going on: "believed the air force was striking".
    """
    at, is_hardly = one.event.trigger, chance < LEAST and one.event.type == "ASSAULT"
    is_past = tree.is_verb(at) and any(tree.tokens[n].tag in {"VBD", "VBZ", "VBP"} for n in tree.kids(at, "aux"))
    return is_hardly and one.status in TO_COME and not is_past


def stands_beside(one: Draft, main: Sequence[Draft], none: float, tree: Tree) -> bool:
    """Whether a draft of the rules holds beside the main event of its two ends: the model tells only one of a pair.

    It does where it has not happened ("vowed to attack": a threat, and the attack that is threatened), for such acts
    are coded with their status, never dropped; and where its verb is coordinated with the other ("beat and arrested").
    """
    if one.status not in ASSERTED:
        return True
    at = one.event.trigger
    return none < ALONE and any(
        other.event.trigger in tree.kids(at, "conj") or at in tree.kids(other.event.trigger, "conj") for other in main
    )


def scored(draft: Draft, chance: float, order: Ranking, contexts: tuple[str, ...]) -> Draft:
    """A draft with its chance, what else was likely, and who decided. A user's entry keeps the score of its frame."""
    second = next(one for one in order if one[0] != draft.event.type)
    if draft.event.forced:
        return replace(draft, second=second, by=OWN, contexts=contexts)
    by = draft.by if draft.event.rule == "model" else f"{draft.by}, {BY}"
    return replace(draft, score=chance, second=second, by=by, contexts=contexts)


def read_by(asked: Asked, draft: Draft) -> Draft:
    """A draft with the mode and, where it is sure, the status that the model reads; a user's entry as it is.

    On sentences that it did not learn from the model has both right more often than the rules, but negation is grammar,
    and who denies it is found with who says what.
    """
    event = draft.event
    if event.forced:
        return draft
    told = asked.of(*draft.ends)
    means = draft.mode if event.mode is None else None  # by the weapon that the words around name
    status = max(told.statuses, key=told.statuses.__getitem__)
    is_told = (
        (means and is_by_device(event, asked.cast)) or is_alight(asked.tree, event.trigger) or draft.mode == ABDUCT
    )
    mode = draft.mode if is_told else borne(told.modes[event.type], draft.ends[0], asked.tree)
    mode = mode or means
    mode = draft.mode if is_aimed_at(mode, draft.ends[1], asked.tree) else mode
    cameo = event.cameo if mode == event.mode else None
    kept = (
        exp(told.statuses[status]) < SURE
        or status == "denied"
        or draft.status in PLAIN
        or is_ruled_out(status, asked, event)
    )
    return replace(
        draft, event=replace(event, mode=mode, cameo=cameo), mode=mode, status=draft.status if kept else status
    )


def is_ruled_out(status: str, asked: Asked, event: Candidate) -> bool:
    """Whether dates or the form of a word speak against a status."""
    said = status == "planned" and event.type in SPEECH_ACTS and is_perfect(asked.tree, event.trigger)
    return (
        said
        or (status in TO_COME and is_told_of(asked.tree, event.trigger))
        or (status in ASSERTED and is_open(asked.tree, event.trigger))
        or (status == "historical" and asked.dated)
        or (status == "ongoing" and is_past_habit(asked.tree, event.trigger))
        or (status in UNDONE and not is_undoing(asked.tree))
    )


def by_model(kind: str, asked: Asked, ends: Ends) -> Iterator[Draft]:
    """A draft that rests on the model alone; none where it points at no word outside the two ends."""
    told = asked.of(*ends)
    trigger = pointed(told, asked.tree, ends)
    if kind in DONE_BY_SOMEBODY and ends[1] is not None and is_event(ends[0], asked.tree):
        ends = (None, ends[1])  # "the air strike killed": who did it is not told
    if trigger is not None and kind in HARM and ends[0] is not None and is_dying(asked.tree, trigger, ends[0]):
        ends = (None, ends[0])
    if trigger is not None:
        actor, recipient = (top(asked.tree, end) for end in ends)
        mode = borne(told.modes[kind], ends[0], asked.tree)
        mode = None if is_aimed_at(mode, ends[1], asked.tree) else mode
        event = Candidate(trigger, kind, mode, None, (), actor, recipient, rule="model")
        open_to = (name for name in told.statuses if not is_ruled_out(name, asked, event))
        status = max(open_to, key=told.statuses.__getitem__)
        if status not in ASSERTED or not is_taken_back(asked.tree, trigger, kind):
            yield Draft(event, ends, status, 0.0, BY, mode=mode)


def is_dying(tree: Tree, trigger: int, end: ActorMention) -> bool:
    """Whether an end is who died, by the word that tells it: who dies does nothing to anybody."""
    lemma = tree.tokens[trigger].lemma.lower()
    return lemma in load("en/circumstances.yaml")["dying"] and tree.top(end) in tree.subjects(trigger)


def pointed(told: Told, tree: Tree, ends: tuple[Span | None, Span | None]) -> int | None:
    """The word that tells the event, by the model: the likeliest one outside the two ends."""
    found: dict[int, float] = {}
    for begin, end, chance in told.words:
        piece = Span(begin + tree.sentence.start, end + tree.sentence.start)
        for position, token in enumerate(tree.tokens):
            if token.overlaps(piece):
                found[position] = max(chance, found.get(position, 0.0))
    allowed = [
        n
        for n in found
        if tree.tokens[n].pos in EVENT_WORDS
        and not any(end is not None and end.overlaps(tree.tokens[n]) for end in ends)
    ]
    return max(allowed, key=lambda n: (found[n], -n), default=None)
