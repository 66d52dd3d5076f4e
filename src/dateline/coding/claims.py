"""From a parsed sentence with its mentions to claims: who did what to whom, when, where, and whether it happened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, TypeVar

from dateline.coding import circumstances as around
from dateline.coding.candidates import Candidate, candidates
from dateline.coding.ends import Cast
from dateline.coding.governed import bonds, own_claims, status_by_complement, with_control
from dateline.coding.means import mode_of
from dateline.coding.said import said_claims
from dateline.coding.shared import with_shared
from dateline.coding.status import Setting, status_of
from dateline.coding.tree import Tree
from dateline.lexicon.files import load
from dateline.lexicon.ontology import cameo_of, contexts_for, intensity, quad
from dateline.records.claim import Claim
from dateline.records.mention import ActorMention, PlaceMention, QuantityMention, TimeMention
from dateline.records.reading import Reading
from dateline.records.text import Sentence, Span

Mention = TypeVar("Mention", bound=Span)

BY = "rules/1"
MOST_PARTIES = 3
MOST_PAIRS = 12
"""Of an event with more pairs of actor and recipient, the first are kept: lists of names are no dyads."""


@dataclass(frozen=True)
class CodeClaims:
    """Finds the events that each sentence tells, by the rules of the lexicon."""

    reads: ClassVar[frozenset[str]] = frozenset({"article", "sentences", "actors", "places", "times", "quantities"})
    writes: ClassVar[frozenset[str]] = frozenset({"claims"})

    def __call__(self, reading: Reading, /) -> Reading:
        """The reading with `claims`, every one in the outlet's own voice."""
        found = [claim for sentence in reading.sentences for claim in claims_in(sentence, reading)]
        return replace(reading, claims=tuple(replace(claim, id=f"c{n}") for n, claim in enumerate(found, 1)))


@dataclass(frozen=True)
class Scene:
    """A sentence with all that was found in it."""

    tree: Tree
    reading: Reading
    actors: Sequence[ActorMention]
    places: Sequence[PlaceMention]
    times: Sequence[TimeMention]
    quantities: Sequence[QuantityMention]


def claims_in(sentence: Sentence, reading: Reading) -> list[Claim]:
    """The claims of one sentence, in the order of their triggers."""
    if not sentence.tokens:
        return []
    tree = Tree(sentence)
    found = bonds(tree)
    scene = Scene(
        with_control(tree, found), reading, within(reading.actors, sentence), within(reading.places, sentence),
        within(reading.times, sentence), within(reading.quantities, sentence),
    )  # fmt: skip
    cast = Cast(scene.tree, reading.article.text, scene.actors, scene.places)
    told = candidates(scene.tree, cast.named)
    framed = {
        one.trigger for one in told if one.used
    }  # "ordered the ambassador to leave": the frame says more than the verb
    own = [one for one in own_claims(scene.tree, found, told, cast.named) if one.trigger not in framed]
    spoken = {one.trigger for one in (*own, *told)}
    own += [one for one in said_claims(scene.tree, told, cast.named) if one.trigger not in spoken]
    spoken = {one.trigger for one in own}
    events = sorted([*own, *(one for one in told if one.trigger not in spoken)], key=lambda one: one.trigger)
    events = [one for one in with_shared(scene.tree, events) if not is_figure(one, scene, cast)]
    triggers = frozenset(one.trigger for one in events)
    setting = Setting(scene.tree, status_by_complement(found), scene.times, triggers, reading.article.published_day)
    return distinct([claim for one in events for claim in coded(one, scene, cast, setting, triggers)])


def within(mentions: Sequence[Mention], sentence: Sentence) -> list[Mention]:
    """The mentions that lie in a sentence."""
    return [one for one in mentions if sentence.start <= one.start and one.end <= sentence.end]


def is_figure(event: Candidate, scene: Scene, cast: Cast) -> bool:
    """Whether words of violence or war tell of a game, a market or a time: "beat the champions", "since the war"."""
    tree, words = scene.tree, load("en/not_events.yaml")
    lemma = tree.tokens[event.trigger].lemma.lower()
    ends = [end for n in (*event.actors, *event.recipients) if (end := cast.end(n)) is not None]
    if lemma in words["background"] and not tree.is_verb(event.trigger):
        return not any(is_known(end) for end in ends)
    if lemma not in words["figurative"] or any(one.kind in around.CASUALTIES for one in scene.quantities):
        return False
    hit = [one for n in event.recipients for one in cast.somebody(n, violent=True)]
    where = [place for place in scene.places if not any(place.overlaps(end) for end in ends)]
    in_sport = any(token.lemma.lower() in words["sport"] for token in tree.tokens)
    return in_sport or (event.mode in {None, "beat"} and not hit and not where and not event.used)


def coded(event: Candidate, scene: Scene, cast: Cast, setting: Setting, triggers: frozenset[int]) -> Iterator[Claim]:
    """A claim for each pair of actor and recipient of an event."""
    status = event.status or status_of(event, setting)
    for actor, recipient in pairs(event, cast):
        yield claim(event, (actor, recipient), status, scene, triggers)


Ends = tuple[ActorMention | None, ActorMention | None]


def pairs(event: Candidate, cast: Cast) -> list[Ends]:
    """Who did it to whom, each pair once; none when nobody at all is told, or a thing would be the doer of violence."""
    if event.type in {"ASSAULT", "COERCE"} and event.actors and not any(cast.is_somebody(n) for n in event.actors):
        return []
    actors: list[ActorMention | None] = [end for n in event.actors if (end := cast.end(n)) is not None]
    own = cast.by_top.get(event.trigger)
    if not actors and own is not None and own.country:  # "Russian shelling": the words name who does it
        actors = [own]
    to = [one for n in event.recipients for one in cast.somebody(n, event.type == "ASSAULT")]
    recipients: list[ActorMention | None] = [end for n in to if (end := cast.end(n)) is not None]
    if (not actors and not recipients) or (event.type == "CONSULT" and are_things(recipients)):
        return []
    found = [
        (actor, recipient) for actor in actors or [None] for recipient in recipients or [None] if actor != recipient
    ]
    if event.reciprocal or event.actors == event.recipients:
        found = of_many(found)
    if event.reciprocal:
        found += [(two, one) for one, two in found if one and two and is_known(one) and is_known(two)]
    return list(dict.fromkeys(found))[:MOST_PAIRS]


def of_many(found: Sequence[Ends]) -> list[Ends]:
    """Mutual acts of many: each of the others with the first, not everybody with everybody."""
    ends = {end for ends in found for end in ends if end is not None}
    if len(ends) <= MOST_PARTIES:
        return list(found)
    first = found[0]
    return [one for one in found if one[0] == first[0] or one[1] == first[1]]


def are_things(ends: Sequence[ActorMention | None]) -> bool:
    """Whether ends are told and none is somebody: "called the move illegal" is no call."""
    return bool(ends) and not any(end and (is_known(end) or end.form != "nominal") for end in ends)


def is_known(end: ActorMention) -> bool:
    """Whether an end is somebody rather than a thing: things do not act in turn."""
    return bool(end.actor_id or end.country or end.sectors)


def claim(
    event: Candidate,
    ends: tuple[ActorMention | None, ActorMention | None],
    status: str,
    scene: Scene,
    triggers: frozenset[int],
) -> Claim:
    """One claim, in the outlet's voice, with its circumstances."""
    tree, article = scene.tree, scene.reading.article
    place = around.place_of(tree, event, scene.places, triggers, ends)
    for kin in around.kin_of(tree, event, triggers) if place is None else ():
        place = place or around.place_of(tree, replace(event, trigger=kin, light=None), scene.places, triggers, ends)
    time = around.time_of(tree, event, scene.times, triggers)
    mode = mode_of(tree, event)
    cameo = event.cameo if event.cameo and mode == event.mode else cameo_of(event.type, mode)
    context = tuple(sorted({*event.context, *contexts_for(token.lemma.lower() for token in tree.tokens)}))
    return Claim(
        id="",
        type=event.type,
        trigger=tree.span(event.trigger),
        evidence=Span(tree.sentence.start, tree.sentence.end),
        mode=mode,
        context=context,
        quad=quad(event.type),
        cameo=cameo,
        intensity=intensity(event.type, mode, cameo),
        actor=local(ends[0], place),
        recipient=local(ends[1], place),
        place=place,
        when=around.when_of(time, article, status),
        status=status,
        quantities=around.counts_of(tree, event, scene.quantities, triggers, ends[1]),
        score=score(event, ends, tree.is_verb(event.trigger)),
        by=f"{BY} {event.rule}",
    )


def local(end: ActorMention | None, place: PlaceMention | None) -> ActorMention | None:
    """An unnamed actor is of the country where it acts: the police in Cairo are Egypt's."""
    if end is None or place is None or end.country or end.form != "nominal" or not end.sectors:
        return end
    return replace(end, country=place.country)


def score(event: Candidate, ends: Ends, is_verb: bool) -> float:
    """How sure a coding is: the share of its like that was right, see `en/score.yaml`."""
    kind = event.rule if event.rule != "predicate" else "noun" if not is_verb else "framed" if event.used else "bare"
    one, both = load("en/score.yaml")[kind]
    return float(both if None not in ends else one)


def distinct(found: Sequence[Claim]) -> list[Claim]:
    """The claims without those that say the same again: same type, ends and status."""
    seen, kept = set(), []
    for one in found:
        key = (one.type, one.actor and one.actor.start, one.recipient and one.recipient.start, one.status)
        if key not in seen:
            seen.add(key)
            kept.append(one)
    return kept
