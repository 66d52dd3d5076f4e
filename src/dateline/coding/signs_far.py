"""What a report says for a place that another sentence names, or its dateline, being that of an event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.coding.carried import AHEAD, REACH, is_here
from dateline.coding.options import Case
from dateline.coding.scenes import Scene, days, is_same_time, which
from dateline.coding.signs_near import Sign, opens
from dateline.coding.sites import has_site, is_definite
from dateline.coding.stands import plain, stand_of
from dateline.records.mention import PlaceMention

LAST = 3
"""How many of the places named last are told apart."""
GRADES = (1, 2, 4, 8)
"""Up to how many sentences back are told apart."""
HEADS = 4
"""Within how many characters of its start a place heads a paragraph."""
COMING = frozenset({"planned", "threatened", "possible"})
NOT_SO = frozenset({"denied", "did_not_happen"})


def signs_far(case: Case, place: PlaceMention) -> Iterator[Sign]:
    """What speaks for a place that the sentence of an event does not name."""
    mention = case.nearest(place)
    yield f"named {distance(case, mention)}", 1
    if mention is not None:
        yield from of_mention(case, mention)
    yield from of_sentence(case, place)
    yield from of_scenes(case, place)
    yield from of_nouns(case)
    yield from of_telling(case)
    if place == case.page.dateline:
        yield from of_dateline(case)


def distance(case: Case, mention: PlaceMention | None) -> str:
    """How far off the sentence is that names a place, in a few grades."""
    if mention is None:
        return "by the dateline alone"
    far = case.page.sentence(mention.start) - case.number
    if far > 0:
        return f"{far} ahead" if far <= AHEAD else "far ahead"
    return next((f"{most} back" for most in GRADES if -far <= most), "far back")


def of_mention(case: Case, mention: PlaceMention) -> Iterator[Sign]:
    """How a place stands where it is named."""
    page, number = case.page, case.page.sentence(mention.start)
    tree = page.trees[number]
    yield f"there by {plain(stand_of(tree, mention).by)}", 1
    if any(actor.overlaps(mention) for actor in page.actors.get(number, ())):
        yield "there somebody", 1
    if opens(tree, mention):
        yield "there it opens the sentence", 1
    paragraph = page.paragraph(mention.start)
    if paragraph == page.paragraph(case.claim.trigger.start):
        yield "in the same paragraph", 1
        if paragraph and mention.start <= page.gaps[paragraph - 1] + HEADS:
            yield "heads the paragraph", 1


def of_sentence(case: Case, place: PlaceMention) -> Iterator[Sign]:
    """Whether the sentence of an event names other places, and which of those before it is named last."""
    page = case.page
    if any(not one.is_wide and one != page.dateline for one in page.places.get(case.number, ())):
        yield "its sentence names another", 1
    before = last_named(case)
    if which(place) in before:
        yield f"named last but {before.index(which(place))}", 1


def last_named(case: Case) -> Sequence[str]:
    """The places, no countries, that are named last before an event."""
    found: list[str] = []
    for number in range(case.number, max(-1, case.number - REACH - 1), -1):
        for one in reversed(case.page.places.get(number, ())):
            is_before = one.start < case.claim.trigger.start and one != case.page.dateline
            if is_before and not one.is_wide and which(one) not in found:
                found.append(which(one))
    return found[:LAST]


def of_scenes(case: Case, place: PlaceMention) -> Iterator[Sign]:
    """What happened at a place before, or is told to have just after."""
    page, number = case.page, case.number
    before = [scene for n in range(max(0, number - REACH), number) for scene in page.scenes.get(n, ())]
    here = [scene for scene in before if which(scene.place) == which(place)]
    if here:
        yield from of_last(case, here[-1], is_last=here[-1] is before[-1])
    elif before:
        yield "others are scenes", 1
    ahead = [scene for n in range(number + 1, number + 1 + AHEAD) for scene in page.scenes.get(n, ())]
    if not before and ahead and which(ahead[0].place) == which(place):
        yield "is the scene ahead", 1


def of_last(case: Case, scene: Scene, *, is_last: bool) -> Iterator[Sign]:
    """What the last event at a place has in common with another."""
    yield "is a scene", 1
    if is_last:
        yield "is the last scene", 1
    if scene.claim.type == case.claim.type:
        yield "is a scene of the type", 1
    if days(case.claim) is None or days(scene.claim) is None:
        yield "days not told", 1
    else:
        yield "same days" if is_same_time(case.claim, scene.claim) else "other days", 1


def of_nouns(case: Case) -> Iterator[Sign]:
    """Whether a noun that tells an event is said as known: "the attack"."""
    if case.at is not None and case.tree.tokens[case.at].pos == "NOUN" and is_definite(case.tree.tokens, case.at):
        yield "told as known", 1


def of_telling(case: Case) -> Iterator[Sign]:
    """How an event is told that its sentence puts nowhere."""
    status = case.claim.status
    if case.page.is_said(case.claim.trigger):
        yield "carried into a mouth", 1
    if status == "historical":
        yield "carried to history", 1
    elif status in COMING:
        yield "carried to what is to come", 1
    elif status in NOT_SO:
        yield "carried to what was not", 1


def of_dateline(case: Case) -> Iterator[Sign]:
    """What says that an event was where the report was written."""
    if is_here(case.claim, case.page):
        yield "here", 1
    if has_site(case.tree.sentence, case.claim.trigger):
        yield "a site of the town", 1
