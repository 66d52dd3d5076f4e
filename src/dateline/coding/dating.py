"""When each claim happened: by its own words, by what the text told before, else by the day of the report."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date
from typing import ClassVar

from dateline.coding.arrivals import days_of_arrival
from dateline.coding.clause_offsets import Offset, is_told_earlier, offset_of, offsets_under, shifted
from dateline.coding.clause_times import OWN, TELLING, Timed, time_of
from dateline.coding.impossible import is_ahead, is_that_deed, is_too_late
from dateline.coding.mentioned import is_mentioned, is_told_when
from dateline.coding.sites import is_definite
from dateline.coding.so_far import came_together, days_since
from dateline.coding.told_again import OF_REPORT, Memory
from dateline.coding.told_ahead import UNKNOWN, Deed, days_ahead, days_behind, days_told_last, days_unknown
from dateline.coding.tree import Tree
from dateline.lexicon.files import load
from dateline.records.article import Article
from dateline.records.claim import Claim, When
from dateline.records.ids import is_named_here
from dateline.records.mention import TimeMention
from dateline.records.reading import Reading
from dateline.records.text import Sentence, Span

OF_TODAY = frozenset({"happened", "ongoing", "denied", "did_not_happen"})
"""Statuses of claims that are of the day of the report where no words tell another."""
DENIED = "denied"


@dataclass(frozen=True)
class DateClaims:
    """Gives every claim the days when it happened, and says how they are known.

    The words of its clause come first, then the day of the deed that it tells again ("carried"), then the day when
    somebody told of it, then the dateline's day and that of publication. Plans, threats and history that no words
    date stay undated.
    """

    reads: ClassVar[frozenset[str]] = frozenset({"article", "sentences", "times", "claims"})
    writes: ClassVar[frozenset[str]] = frozenset({"claims"})

    def __call__(self, reading: Reading, /) -> Reading:
        """The reading with the `when` of its claims."""
        return replace(reading, claims=dated(reading))


@dataclass(frozen=True)
class Scene:
    """A sentence with its times and the words in it that tell events; `days` holds those of its events so far."""

    tree: Tree
    times: Sequence[TimeMention]
    triggers: Set[int]
    days: dict[int, When] = field(default_factory=dict)


def dated(reading: Reading) -> tuple[Claim, ...]:
    """The claims of a reading with their days. An answer has those of what it denies or confirms."""
    article, found = reading.article, dict[str, Claim]()
    memory = Memory(day_of_report(article).begin)
    originals = {answer: one.id for one in reading.claims for answer in (*one.denied_by, *one.confirmed_by)}
    deeds: list[Deed] = []
    for scene, claim in told_in_order(reading):
        original = found.get(originals.get(claim.id, ""))
        when = (original.when if original else None) or when_of(claim, scene, article, memory)
        found[claim.id] = to_come(claim, when) if is_to_come(claim, when, memory.today) else replace(claim, when=when)
        deeds.append(deed_of(found[claim.id], scene))
        memory.keep(found[claim.id])
    ahead = days_unknown(deeds) | days_told_last(deeds) | days_behind(deeds) | days_ahead(deeds)
    ahead |= days_of_arrival(reading, [one for one in found.values() if one.id not in ahead])
    return tuple(replace(found[one.id], when=ahead.get(one.id, found[one.id].when)) for one in reading.claims)


def deed_of(claim: Claim, scene: Scene) -> Deed:
    """A claim with the word for whom it hit, or their id, and whether it is spoken of as known.

    It is as a noun said as known ("the murder of the mayor"), as over before ("had shot the mayor"), and as denied.
    """
    tree, whom, at = scene.tree, claim.recipient, position(scene.tree, claim)
    head = None if whom is None else tree.top(whom)
    word = None if head is None else tree.tokens[head].lemma.lower()
    is_named = at is not None and not tree.is_verb(at) and is_definite(tree.tokens, at)
    is_over = at is not None and tree.is_verb(at) and is_retold(claim, tree, at)
    named = whom.actor_id if whom is not None else None
    tells = at is not None and tree.tokens[at].lemma.lower() in load("en/circumstances.yaml")["once"]
    once = tells and whom is not None and (whom.form == "name" or is_named_here(named))
    is_known = is_named or is_over or claim.status == DENIED
    again = at if at is not None and (is_named or tree.tokens[at].relation == "pcomp") else None
    return Deed(
        claim, named or word, is_known, once,
        is_mentioned=again is not None and is_mentioned(tree, again),
        is_told_when=again is not None and is_told_when(tree, again),
    )  # fmt: skip


def is_retold(claim: Claim, tree: Tree, at: int) -> bool:
    """Whether a deed is told in somebody's mouth, or as one that was over before."""
    return claim.statement_id is not None or is_pluperfect(tree, at)


def told_in_order(reading: Reading) -> Iterator[tuple[Scene, Claim]]:
    """The claims in the order of their words, each with the sentence that its words begin in."""
    claims = sorted(reading.claims, key=lambda one: (one.trigger.start, one.trigger.end))
    starts, times = [one.trigger.start for one in claims], [one.start for one in reading.times]
    ends = [*(one.start for one in reading.sentences[1:]), len(reading.article.text) + 1]
    done = 0
    for sentence, end in zip(reading.sentences, ends, strict=False):
        here = claims[done : bisect_left(starts, end)]
        done += len(here)
        if here:
            near = reading.times[bisect_left(times, sentence.start) : bisect_right(times, sentence.end)]
            scene = scene_of(sentence, near, here)
            yield from ((scene, claim) for claim in here)


def scene_of(sentence: Sentence, times: Sequence[TimeMention], claims: Sequence[Claim]) -> Scene:
    """A sentence with what is in it."""
    tree = Tree(sentence)
    return Scene(tree, times, frozenset(at for one in claims if (at := position(tree, one)) is not None))


def position(tree: Tree, claim: Claim) -> int | None:
    """The first word that tells a claim; None outside the words of the sentence."""
    return next(iter(tree.at(claim.trigger)), None)


def when_of(claim: Claim, scene: Scene, article: Article, memory: Memory) -> When:
    """The days of one claim."""
    at = position(scene.tree, claim)
    if at is None:
        return memory.recall(claim, True) or of_report(claim, None, article)
    timed = time_of(scene.tree, at, scene.times, scene.triggers)
    again = memory.recall(claim, is_retold(claim, scene.tree, at), timed is not None and timed.kin == TELLING)
    again = (memory.just_told(claim) if is_that_deed(scene.tree, at) else None) or again
    if is_asked_for(claim, scene.tree, at):
        again = None  # what somebody is only asked to do was never done
    if timed is None and came_together(claim, scene.tree, at):
        again = days_since(scene.tree, at, scene.times) or UNKNOWN  # of no one day
    if again is not None and again.basis == "told" and timed is not None:
        again = None  # that it was told of on another day says less than that it is told of on this one
    if (timed is None or timed.kin == TELLING) and is_told_earlier(scene.tree, at, scene.days):
        return UNKNOWN  # the days of the sentence are those of what came after
    if again is not None and is_too_late(again, timed):
        again = None
    if is_until(claim, timed, scene.tree, memory.today) or is_ahead(timed, scene.tree, at, memory.today):
        timed = None
    counted = counted_from(at, scene, memory) if timed is None or timed.kin == TELLING else None
    found = counted or own_days(at, timed, scene, article, again) or again or joined_to(claim, at, scene)
    found = found or of_report(claim, timed, article)
    when = over_by_now(found, claim, article)
    scene.days.setdefault(at, when)
    return when


def own_days(at: int, timed: Timed | None, scene: Scene, article: Article, again: When | None) -> When | None:
    """The days that the words of an event's sentence tell; None where they tell none, or only when it was told of."""
    if timed is not None and timed.kin == OWN:
        return as_when(timed)
    offset = offset_of(scene.tree, at, scene.times)
    is_known = again is not None and not scene.tree.is_verb(at) and is_definite(scene.tree.tokens, at)
    is_aside = offset is not None and scene.tree.tokens[offset.other[0]].relation in {"relcl", "acl"}
    found = beside(offset, scene, None if is_known or is_aside else article) if offset else None
    return found or (as_when(timed) if timed is not None and timed.kin != TELLING else None)


def beside(offset: Offset, scene: Scene, article: Article | None) -> When | None:
    """The days of an event that is told as some time before or after another; None where those are not known.

    Where nothing tells them, the other is of the day of the report in an article, and unknown without one.
    """
    told = next((scene.days[n] for n in offset.other if n in scene.days), None)
    if told is not None and told.basis in OF_REPORT and article is None:
        return None
    if told is None:
        timed = time_of(scene.tree, offset.other[0], scene.times, scene.triggers)
        told = as_when(timed) if timed else day_of_report(article) if article else UNKNOWN
    return shifted(told, offset)


def counted_from(at: int, scene: Scene, memory: Memory) -> When | None:
    """The days of an event that is told as so long after or before a deed known by now: "four days after the raid".

    They are unknown where that deed's are: what was done two days before the summit was not done today.
    """
    for offset in offsets_under(scene.tree, at, scene.times):
        noun = scene.tree.tokens[offset.other[0]]
        if is_definite(scene.tree.tokens, offset.other[0]):
            told = memory.known(noun.lemma.lower())
            return shifted(told, offset) if told is not None else UNKNOWN if offset.side < 0 else None
    return None


def joined_to(claim: Claim, at: int, scene: Scene) -> When | None:
    """The carried days of the event that one is told with, both with no doer: "78 were wounded and 259 arrested"."""
    head, tree = scene.tree.head(at), scene.tree
    days = None if head is None or tree.tokens[at].relation != "conj" else scene.days.get(head)
    is_told_so = head is not None and bool(tree.kids(head, "nsubjpass")) and claim.actor is None
    return days if is_told_so and days is not None and days.basis == "carried" and claim.status in OF_TODAY else None


def as_when(timed: Timed) -> When:
    """The days of a time that words tell."""
    time = timed.time
    return When(time.start, time.end, time.begin, time.finish, time.precision, time.basis if time.begin else "unknown")


def of_report(claim: Claim, timed: Timed | None, article: Article) -> When:
    """The day when somebody told of what happened, else the day of the report."""
    if claim.status not in OF_TODAY:
        return UNKNOWN
    return replace(as_when(timed), basis="told") if timed else day_of_report(article)


def day_of_report(article: Article) -> When:
    """The dateline's day, else the day of publication."""
    if article.dateline is not None and article.dateline.day is not None:
        return When(None, None, article.dateline.day, article.dateline.day, "day", "dateline")
    if article.published_day is not None:
        return When(None, None, article.published_day, article.published_day, "day", "published")
    return UNKNOWN


def over_by_now(when: When, claim: Claim, article: Article) -> When:
    """The days without those behind the report's, of what happened: "this week" ends today."""
    today = day_of_report(article).begin
    if claim.status not in OF_TODAY or today is None or when.begin is None or when.finish is None:
        return when
    return replace(when, finish=today) if when.begin <= today < when.finish else when


def to_come(claim: Claim, when: When) -> Claim:
    """A claim that is planned, since the day that its words tell is still to come."""
    words = () if when.start is None or when.end is None else (Span(when.start, when.end),)
    return replace(claim, when=when, status="planned", hedges=words)


def is_to_come(claim: Claim, when: When, today: date | None) -> bool:
    """Whether what reads as happening is of days after the report's: "the ministers meet on Saturday"."""
    if claim.status not in {"happened", "ongoing"} or when.begin is None or today is None:
        return False
    return when.begin > today


def is_until(claim: Claim, timed: Timed | None, tree: Tree, today: date | None) -> bool:
    """Whether the time of what happened is its end, still to come: "closed the road until Sunday"."""
    if timed is None or timed.time.begin is None or today is None or claim.status not in OF_TODAY:
        return False
    before = next((n for n in reversed(range(len(tree.tokens))) if tree.tokens[n].end <= timed.time.start), 0)
    return timed.time.begin > today and tree.tokens[before].lemma.lower() in load("en/circumstances.yaml")["up_to"]


def is_asked_for(claim: Claim, tree: Tree, at: int) -> bool:
    """Whether a claim tells what somebody may still do: "asked it to protect them", "may be forced to leave"."""
    helpers = [tree.tokens[n] for n in tree.kids(at, "aux")]
    is_open = tree.tokens[at].tag == "VB" or any(one.tag == "MD" for one in helpers)
    return claim.status == "possible" and is_open and not any(one.lemma == "have" for one in helpers)


def is_pluperfect(tree: Tree, at: int) -> bool:
    """Whether a verb tells what was over before: "had shelled", "had shelled the town and burned it"."""
    helpers = [tree.tokens[n] for n in tree.kids(at, "aux", "auxpass")]
    if any(one.lemma == "have" and one.tag == "VBD" for one in helpers):
        return True
    head = tree.head(at)
    is_shared = tree.tokens[at].relation == "conj" and not helpers and not tree.kids(at, "nsubj", "nsubjpass")
    return is_shared and head is not None and is_pluperfect(tree, head)
