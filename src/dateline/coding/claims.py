"""From a parsed sentence with its mentions to claims: who did what to whom, where, and whether it happened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import ClassVar, TypeVar

from dateline.coding import circumstances as around
from dateline.coding.aims import without_scenes
from dateline.coding.arrests import with_arrests
from dateline.coding.blamed import with_blamed
from dateline.coding.candidates import NO_OWN, Candidate, candidates
from dateline.coding.coordinated import of_each
from dateline.coding.drafts import Draft, Ends, distinct, is_known, pairs
from dateline.coding.ends import ARMED, Cast
from dateline.coding.governed import Bond, bonds, own_claims, status_by_complement, with_control
from dateline.coding.happenings import happenings
from dateline.coding.learned import DOUBTFUL, Asked, weighed
from dateline.coding.losses import with_losers
from dateline.coding.means import mode_of
from dateline.coding.model import open_coder
from dateline.coding.pairs import Coded, answer
from dateline.coding.said import said_claims
from dateline.coding.shared import with_shared
from dateline.coding.status import Setting, hedges_of, status_of
from dateline.coding.told_means import with_means
from dateline.coding.told_places import main_countries, scenes_of, told_places
from dateline.coding.tree import Tree
from dateline.coding.votes import MODEL_ALONE, share, weights
from dateline.coding.where import place_of
from dateline.coding.whole import whole
from dateline.errors import BadConfig
from dateline.lexicon.actors import PEOPLES, actor
from dateline.lexicon.files import load
from dateline.lexicon.ontology import cameo_of, contexts_for, intensity, quad
from dateline.lexicon.own import NOTHING, Own
from dateline.records.claim import Claim, Second
from dateline.records.mention import ActorMention, PlaceMention, QuantityMention, TimeMention
from dateline.records.reading import Reading
from dateline.records.text import Sentence, Span

Mention = TypeVar("Mention", bound=Span)

BY = "rules/1"
USES = ("both", "rules", "model")
UNTOLD = "UNK"
"""The sector of somebody of whom nobody knows one."""
AT_WAR = frozenset({"MIL", "GOV", "REB", "SPY"})
"""Sectors of those who act in other countries than their own."""
GUESS = 0.4
"""The score of somebody whose country is only that of the report."""
PLAIN_MODES = frozenset({None, "beat", "destroy"})
"""Modes of words of violence that are also used of what nobody can strike: "destroyed their hopes"."""


@dataclass(frozen=True)
class CodeClaims:
    """Finds the events that each sentence tells, by the lexicon and the learned coder, and answers pairs.

    `use` is "both", "rules" or "model"; `own` holds words that a user added. With rules alone a claim's score is the
    share of its like that was right.
    """

    use: str = "both"
    own: Own = NO_OWN
    reads: ClassVar[frozenset[str]] = frozenset(
        {"article", "sentences", "actors", "places", "times", "quantities", "pairs"}
    )
    writes: ClassVar[frozenset[str]] = frozenset({"claims", "typed_pairs"})

    def __post_init__(self) -> None:
        if self.use not in USES:
            raise BadConfig(f"claims.use is one of {', '.join(USES)}, not {self.use!r}")

    def __call__(self, reading: Reading, /) -> Reading:
        """The reading with `claims`, all in the outlet's own voice, and with `typed_pairs` where pairs came along."""
        found = [in_sentence(sentence, reading, self) for sentence in reading.sentences if sentence.tokens]
        told = with_means([claim for one in found for claim in one.claims], reading.sentences)
        claims = tuple(replace(claim, id=f"c{n}") for n, claim in enumerate(told, 1))
        if reading.pairs is None:
            return replace(reading, claims=claims)
        return replace(reading, claims=claims, typed_pairs=tuple(answer(pair, found, claims) for pair in reading.pairs))


@dataclass(frozen=True)
class Scene:
    """A sentence with all that was found in it."""

    tree: Tree
    reading: Reading
    actors: Sequence[ActorMention]
    places: Sequence[PlaceMention]
    times: Sequence[TimeMention]
    quantities: Sequence[QuantityMention]

    @cached_property
    def spots(self) -> Sequence[PlaceMention]:
        """The places in it where events may be."""
        text, main = self.reading.article.text, main_countries(self.reading.actors)
        return scenes_of(text, told_places(self.tree, text, self.places, self.actors, main))

    @property
    def grounds(self) -> Sequence[PlaceMention]:
        """Those of them that have no name of their own."""
        return [one for one in self.spots if one not in self.places]


def in_sentence(sentence: Sentence, reading: Reading, coding: CodeClaims) -> Coded:
    """What one sentence tells: its claims, in the order of their triggers, and what they were made from."""
    tree = Tree(sentence)
    found = bonds(tree)
    scene = Scene(
        with_control(tree, found), reading, within(reading.actors, sentence), within(reading.places, sentence),
        within(reading.times, sentence), within(reading.quantities, sentence),
    )  # fmt: skip
    cast = Cast(scene.tree, reading.article.text, scene.actors, scene.places)
    heard = events_of(scene, cast, found, coding.own)
    events = [one for one in heard if one.label != NOTHING]
    forbidden = frozenset(one.trigger for one in heard if one.label == NOTHING)
    triggers = frozenset(one.trigger for one in events)
    setting = Setting(scene.tree, status_by_complement(found), scene.times, triggers, reading.article.published_day)
    rules = [draft for one in events for draft in drafted(one, scene.tree, cast, setting)]
    if coding.use == "rules":
        drafts = [*rules, *happenings(scene.tree, setting, rules)]
        return Coded(sentence, tuple(claims_of(drafts, scene, setting)), (), None)
    asked = Asked(open_coder(), cast, bool(scene.times) and reading.article.published_day is not None)
    votes = tuple(one for one in rules if coding.use == "both" or one.event.forced)
    worth = weights() if coding.use == "both" else MODEL_ALONE
    both = list(of_each(weighed(votes, asked, worth), cast))
    told = with_blamed(
        list(with_arrests(list(with_losers(list(without_scenes(both, cast, scene.grounds)), cast)), cast)), cast
    )
    drafts = [one for one in told if one.event.trigger not in forbidden]
    drafts += (one for one in happenings(scene.tree, setting, drafts) if one.event.trigger not in forbidden)
    return Coded(
        sentence,
        tuple(claims_of(drafts, scene, setting)),
        votes,
        asked if reading.pairs is not None else None,
        forbidden,
    )


def events_of(scene: Scene, cast: Cast, found: Sequence[Bond], own_words: Own) -> list[Candidate]:
    """The events that the rules find in a sentence, in the order of their triggers."""
    told = candidates(scene.tree, cast.named, own_words)
    framed = {
        one.trigger for one in told if one.used or one.forced or one.label
    }  # "ordered the ambassador to leave": the frame says more than the verb
    own = [one for one in own_claims(scene.tree, found, told, cast.named) if one.trigger not in framed]
    spoken = {one.trigger for one in (*own, *told)}
    own += [one for one in said_claims(scene.tree, told, cast.named) if one.trigger not in spoken]
    spoken = {one.trigger for one in own}
    events = sorted([*own, *(one for one in told if one.trigger not in spoken)], key=lambda one: one.trigger)
    return [
        one for one in with_shared(scene.tree, events) if one.forced or one.label or not is_figure(one, scene, cast)
    ]


def drafted(event: Candidate, tree: Tree, cast: Cast, setting: Setting) -> Iterator[Draft]:
    """A draft for each pair of actor and recipient of an event."""
    status, mode = event.status or status_of(event, setting), mode_of(tree, event)
    for ends in pairs(event, cast):
        draft = Draft(event, ends, status, 0.0, f"{BY} {event.rule}", mode=mode)
        yield replace(draft, score=share(draft, tree))


def claims_of(drafts: Sequence[Draft], scene: Scene, setting: Setting) -> Iterator[Claim]:
    """The drafts of a sentence as claims, with their circumstances and hedges, each said once."""
    triggers = frozenset(one.event.trigger for one in drafts)
    for draft in distinct(drafts):
        hedges = hedges_of(draft.event, draft.status, setting)
        yield replace(claim(draft, scene, triggers), hedges=tuple(map(scene.tree.span, hedges)))


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
    where = [place for place in scene.places if not any(place.holds(end) for end in ends)]
    is_deadly = any(tree.tokens[n].lemma.lower() in words["deadly"] for n in tree.under(event.trigger))
    in_sport = not is_deadly and any(token.lemma.lower() in words["sport"] for token in tree.tokens)
    return in_sport or (event.mode in PLAIN_MODES and not hit and not where and not event.used)


def claim(draft: Draft, scene: Scene, triggers: frozenset[int]) -> Claim:
    """One claim, in the outlet's voice, with its circumstances."""
    tree, article = scene.tree, scene.reading.article
    event, ends, status = draft.event, draft.ends, draft.status
    place = place_of(tree, event, scene.spots, triggers, ends)
    mode, trigger = draft.mode, tree.span(event.trigger)
    cast = Cast(tree, article.text, scene.actors, scene.places)
    cameo = event.cameo if event.cameo and mode == event.mode else cameo_of(event.type, mode)
    context = tuple(
        sorted({*event.context, *draft.contexts, *contexts_for(token.lemma.lower() for token in tree.tokens)})
    )
    return Claim(
        id="",
        type=event.label or event.type,
        trigger=trigger,
        evidence=Span(tree.sentence.start, tree.sentence.end),
        mode=mode,
        context=context,
        quad=quad(event.type),
        cameo=cameo,
        intensity=intensity(event.type, mode, cameo),
        actor=whole(local(ends[0], place), trigger, cast),
        recipient=armed(whole(local(unguessed(ends, place), place), trigger, cast), tree),
        place=place,
        place_basis=None if place is None else "stated",
        status=status,
        quantities=around.counts_of(tree, event, scene.quantities, triggers, ends[1]),
        score=draft.score,
        by=draft.by,
        second=None if draft.second is None else Second(*draft.second),
        doubtful=draft.score < DOUBTFUL and not event.forced,
    )


def unguessed(ends: Ends, place: PlaceMention | None) -> ActorMention | None:
    """The recipient, without a country that is only guessed by what a report is about where it is the doer's and the
    place is of another: whom Israel's jets killed in Gaza may be of Gaza."""
    actor, recipient = ends
    if actor is None or recipient is None or recipient.actor_id is not None or recipient.form != "nominal":
        return recipient
    is_abroad = place is not None and place.country not in {None, actor.country}
    is_guess = recipient.score <= GUESS and recipient.country == actor.country
    return replace(recipient, country=None) if is_guess and is_abroad else recipient


def armed(end: ActorMention | None, tree: Tree) -> ActorMention | None:
    """An end that is a thing which only the armed have, as theirs, whoever they are: "enemy positions"."""
    is_open = end is not None and set(end.sectors) <= {UNTOLD} and end.actor_id is None and end.form == "nominal"
    top = tree.top(end) if end is not None and is_open else None
    is_theirs = top is not None and tree.tokens[top].lemma.lower() in load("en/weapons.yaml")["of_the_armed"]
    return replace(end, sectors=(ARMED,)) if end is not None and is_theirs else end


def is_ground(end: ActorMention) -> bool:
    """Whether an end is a town or village by no name, whose country is that of the place, whatever else is told of."""
    is_nameless = end.form == "nominal" and end.actor_id is None
    return is_nameless and end.text.split()[-1].lower() in load("en/circumstances.yaml")["grounds"]


def is_guess(end: ActorMention, place: PlaceMention) -> bool:
    """Whether the country of people by no name is only the report's, where the place of what they did is of another."""
    is_nameless = end.form == "nominal" and end.actor_id is None and not AT_WAR & set(end.sectors)
    return is_nameless and end.score <= GUESS and place.country not in {None, end.country}


def local(end: ActorMention | None, place: PlaceMention | None) -> ActorMention | None:
    """An unnamed actor, or some of a people, are of the country where they act: the police in Cairo are Egypt's."""
    if (
        end is None
        or place is None
        or not end.sectors
        or (end.country and not (is_ground(end) or is_guess(end, place)))
    ):
        return end
    known = actor(end.actor_id or "")
    is_unnamed = end.form == "nominal" and end.actor_id is None
    return replace(end, country=place.country) if is_unnamed or (known and known.kind in PEOPLES) else end
