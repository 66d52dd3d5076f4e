"""Which of the drafts that tell one event of one doer are worth a claim each.

The model, asked about every two ends, finds an attack on the rebels also in the town where they were, and also done by
"he" where "the president" stands beside it. Of such echoes one draft stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.coding.candidates import HARM
from dateline.coding.distance import kind_of
from dateline.coding.drafts import Draft
from dateline.coding.ends import Cast
from dateline.coding.tree import NOUNS
from dateline.lexicon.files import load
from dateline.records.claim import ASSERTED
from dateline.records.mention import ActorMention

FAINT = 0.3
"""A draft of the rules that is less likely than this is an echo of what the model finds, by the same word, to be done
to somebody else: "its treasurer" where the rules take "its" for the union."""
BEFORE = frozenset({"compound", "nmod", "amod", "poss"})
"""Relations of a name to the noun that it describes."""
RANKS = {"somebody": 3, "pronoun": 2, "place": 1, "thing": 0}


def without_echoes(found: Sequence[Draft], cast: Cast) -> Iterator[Draft]:
    """The drafts without those that the model alone found and that echo another; the order stays."""
    ranked = sorted(found, key=lambda one: rank(one, cast), reverse=True)
    kept: list[Draft] = []
    framed = doers(found)
    for one in ranked:
        is_of_frame = identity(one.ends[0]) in framed.get(word(one), {identity(one.ends[0])})
        is_fresh = is_of_frame and not is_where(one, cast)
        if is_firm(one) or (is_fresh and not any(is_echo(one, other, cast) for other in kept)):
            kept.append(one)
    wanted = {id(one) for one in kept if not is_open_echo(one, kept)}
    return (one for one in found if id(one) in wanted)


def doers(found: Sequence[Draft]) -> dict[tuple[int, str], set[object]]:
    """Who does it by the frames that give a word of the sentence both its ends: where they do, nobody else does.

    Of "after the president telephoned their commander" the model, asked about all who stand in the sentence, would
    have others on the telephone too.
    """
    told: dict[tuple[int, str], set[object]] = {}
    for one in found:
        if is_firm(one) and None not in one.ends:
            told.setdefault(word(one), set()).add(identity(one.ends[0]))
    return told


def word(draft: Draft) -> tuple[int, str]:
    """The word that tells a draft, and the type that it tells."""
    return draft.event.trigger, draft.event.type


def rank(draft: Draft, cast: Cast) -> tuple[bool, bool, int, float, int]:
    """What makes one draft the voice and another the echo: a rule found it and it is not faint, or at least it is no
    faint one; its target is somebody; its score."""
    return is_firm(draft), draft.event.rule == "model", RANKS[target(draft, cast)], draft.score, -draft.event.trigger


def is_firm(draft: Draft) -> bool:
    """Whether a draft is no echo, whatever else is told: a rule found it, and it is not faint."""
    return draft.event.rule != "model" and (draft.event.forced or draft.score >= FAINT or draft.status not in ASSERTED)


def is_where(draft: Draft, cast: Cast) -> bool:
    """Whether the model takes for whom a deed was done to what only says where: "seized arms in a suburb of Hebron"."""
    end, tree, verb = draft.ends[1], cast.tree, draft.event.trigger
    top = None if end is None or draft.event.rule != "model" else tree.top(end)
    is_deed = draft.event.type in HARM and bool(tree.kids(verb, "dobj"))
    if end is None or top is None or not is_deed or kind_of(end, cast) != "place":
        return False
    way = [top, *tree.above(top)]
    between = way[: way.index(verb)] if verb in way else []
    within = load("en/circumstances.yaml")["within"]
    return any(tree.tokens[n].pos == "ADP" and tree.tokens[n].lemma.lower() in within for n in between)


def target(draft: Draft, cast: Cast) -> str:
    """What kind of end a draft's recipient is; "thing" where it has none."""
    return "thing" if draft.ends[1] is None else kind_of(draft.ends[1], cast)


def is_spot(end: ActorMention | None, cast: Cast) -> bool:
    """Whether an end is a place, or owns or names a ground, behind a preposition that says where: "in the country's
    northern Lac province"."""
    top = None if end is None else cast.tree.top(end)
    if end is None or top is None or not any(end.overlaps(one) for one in cast.places):
        return False
    words, over = load("en/circumstances.yaml"), cast.tree.head(top)
    is_ground = cast.tree.tokens[top].lemma.lower() in words["kinds"]
    if over is not None and cast.tree.tokens[top].relation in BEFORE and cast.tree.tokens[over].pos in NOUNS:
        is_ground, over = cast.tree.tokens[over].lemma.lower() in words["kinds"], cast.tree.head(over)
    is_named = any(end.start == one.start and end.end == one.end for one in cast.places)
    is_where = over is not None and cast.tree.tokens[over].lemma.lower() in words["spots"]
    return is_where and (is_named or is_ground)


def is_echo(one: Draft, other: Draft, cast: Cast) -> bool:
    """Whether a draft tells again what another tells: the same doer and the same target by another word, or beside
    somebody a mere place or thing, or anything by a word that the user's lexicon has decided on."""
    is_same_event = one.event.trigger == other.event.trigger
    if is_same_event and other.event.forced:
        return True
    if identity(one.ends[0]) != identity(other.ends[0]):
        return False
    is_same_type = one.event.type == other.event.type
    if is_same_type and identity(one.ends[1]) == identity(other.ends[1]):
        return True
    if one.event.rule != "model":
        return is_same_event and target(other, cast) in {"somebody", "pronoun"} and other.score > one.score
    if is_same_event and is_firm(other) and other.ends[1] is not None and is_spot(one.ends[1], cast):
        return True
    is_beside = is_same_event or (is_same_type and target(other, cast) in {"somebody", "pronoun"})
    return is_beside and target(one, cast) in {"place", "thing"} and other.ends[1] is not None


def is_open_echo(one: Draft, kept: Sequence[Draft]) -> bool:
    """Whether a draft with one end only is told in full by another."""
    if None not in one.ends:
        return False
    return any(
        other is not one
        and None not in other.ends
        and (one.event.type, one.event.trigger, one.status) == (other.event.type, other.event.trigger, other.status)
        and any(
            end is not None and identity(end) == identity(full) for end, full in zip(one.ends, other.ends, strict=True)
        )
        for other in kept
    )


def identity(end: ActorMention | None) -> object:
    """What makes two mentions the same somebody."""
    if end is not None and end.form == "pronoun" and end.actor_id is None and end.name:
        return end.name
    return None if end is None else end.actor_id or (end.start, end.end)
