"""When an event happened, and the numbers told of it: the words that belong to it, not the nearest ones."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.candidates import Candidate
from dateline.coding.tree import Tree
from dateline.coding.ways import CARRIED_ON
from dateline.records.article import Article
from dateline.records.claim import Count, When
from dateline.records.mention import ActorMention, QuantityMention, TimeMention
from dateline.records.text import Span

TOLD_AS_DONE = frozenset({"happened", "ongoing"})
CASUALTIES = frozenset({"killed", "wounded", "missing"})


def events_over(tree: Tree, position: int, triggers: frozenset[int]) -> int | None:
    """The nearest word over this one that tells an event; None when another clause lies between, or there is none."""
    for above in (position, *tree.above(position)):
        if above in triggers:
            return above
        if tree.tokens[above].pos == "VERB" and tree.tokens[above].relation not in CARRIED_ON:
            return None
    return None


def owner(tree: Tree, span: Span, triggers: frozenset[int]) -> int | None:
    """The event that some words belong to: the nearest one over them."""
    top = tree.top(span)
    return None if top is None else events_over(tree, top, triggers)


def time_of(tree: Tree, event: Candidate, times: Sequence[TimeMention], triggers: frozenset[int]) -> TimeMention | None:
    """The time of an event: of those in its clause, else of its sentence where that is a single one."""
    dated = [one for one in times if one.begin is not None and one.type in {"DATE", "TIME"}]
    mine = {event.trigger, event.light}
    own = triggers | {n for n in mine if n is not None}
    inside = [one for one in dated if owner(tree, one, own) in mine]
    if inside:
        return min(
            inside, key=lambda one: ((one.finish - one.begin).days if one.finish and one.begin else 999, one.start)
        )
    above = verbs_over(tree, event)
    carried = [one for one in dated if owner(tree, one, own) in above]
    return carried[0] if carried else dated[0] if len(dated) == 1 and owner(tree, dated[0], own) is None else None


def verbs_over(tree: Tree, event: Candidate) -> set[int]:
    """Events whose clause holds this one by coordination or as its subject: they share their time."""
    found, position = set(), event.trigger
    for above in tree.above(position):
        if tree.tokens[position].relation not in {"conj", "nsubj", "nsubjpass", "dobj", "pobj", "prep", "advcl", "acl"}:
            break
        found.add(above)
        position = above
    return found


def when_of(time: TimeMention | None, article: Article, status: str) -> When:
    """The time of an event; without words for it, the dateline's day or the day of publication for what happened."""
    if time is not None:
        return When(time.start, time.end, time.begin, time.finish, time.precision, time.basis)
    if status in TOLD_AS_DONE:
        if article.dateline is not None and article.dateline.day is not None:
            return When(None, None, article.dateline.day, article.dateline.day, "day", "dateline")
        if article.published_day is not None:
            return When(None, None, article.published_day, article.published_day, "day", "published")
    return When(None, None, None, None, None, "unknown")


def counts_of(
    tree: Tree,
    event: Candidate,
    quantities: Sequence[QuantityMention],
    triggers: frozenset[int],
    recipient: ActorMention | None,
) -> tuple[Count, ...]:
    """The numbers told of an event: those that hang on its words, and those of its consequences in the same clause."""
    mine = {event.trigger, event.light}
    own = triggers | {n for n in mine if n is not None}
    found = [one for one in quantities if belongs(tree, event, one, owner(tree, one, own), recipient)]
    return tuple(Count(one.kind, one.low, one.high, one.start, one.end) for one in found)


def belongs(
    tree: Tree, event: Candidate, one: QuantityMention, there: int | None, recipient: ActorMention | None
) -> bool:
    """Whether a number is told of an event, given the event that its words hang on."""
    if recipient is not None and one.overlaps(recipient) and one.kind != "money":
        return True
    if recipient is not None and one.kind in CASUALTIES and any(one.overlaps(tree.span(n)) for n in event.recipients):
        return False  # it counts another recipient: "killed 300 fighters and two commanders"
    if there is not None and there in {event.trigger, event.light}:
        return True
    if one.kind not in CASUALTIES or event.type != "ASSAULT":
        return False
    return is_cause(tree, event, there) if there is not None else not is_elsewhere(tree, event, one)


def is_elsewhere(tree: Tree, event: Candidate, one: QuantityMention) -> bool:
    """Whether a number is told of another clause: the verb over it does not stand over the event."""
    top = tree.top(one)
    verb = None if top is None else next((above for above in tree.above(top) if tree.is_verb(above)), None)
    return verb is not None and verb not in {event.trigger, *tree.above(event.trigger)}


def is_cause(tree: Tree, event: Candidate, effect: int) -> bool:
    """Whether an event did another: "the attack killed 30", "bombed it, killing 30", "killed in the attack"."""
    subjects = tree.subjects(effect)
    if event.trigger in subjects:
        return True
    if tree.tokens[effect].relation == "advcl" and tree.head(effect) in {event.trigger, event.light}:
        return True
    head = tree.head(event.trigger)
    return head is not None and tree.tokens[head].lemma in {"in", "by", "during"} and tree.head(head) == effect
