"""Armed groups and the other side: whom "the rebels", "the enemy" and "the two countries" mean by the whole article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from dateline.lexicon.actors import STATE, actor, state_of
from dateline.lexicon.labels import label
from dateline.records.mention import ActorMention
from dateline.resolve.antecedents import SUBJECTS, Spot, words
from dateline.resolve.first_person import speaker
from dateline.resolve.story import Story, side
from dateline.resolve.who import Who, as_of

OFFICIAL = frozenset({("GOV",), ("MIL",), ("COP",), ("SPY",), ("PRE",)})
"""First sectors of those by whom a state is told of as a side."""


def armed_groups(actors: Iterable[ActorMention]) -> tuple[ActorMention, ...]:
    """The first mention by name of each armed group that an article names."""
    named: dict[str, ActorMention] = {}
    for one in actors:
        if one.form == "name" and one.actor_id is not None and is_armed(one):
            named.setdefault(one.actor_id, one)
    return tuple(named.values())


def is_armed(one: ActorMention) -> bool:
    """Whether a name is that of an armed group, and of no person."""
    known = actor(one.actor_id or "")
    if known is not None:
        return known.kind == "armed_group" or (known.kind == "party" and "REB" in known.sectors)
    return one.sectors[:1] == ("REB",) and one.name == one.text.removeprefix("the ")


def told_most(story: Story) -> tuple[Who, ...]:
    """The states and armed groups of an article, those told most often first, a state for its bodies too."""
    return tuple(who for who, _ in Counter(fighting(story)).most_common())


def fighting(story: Story) -> Iterator[Who]:
    """The armed group of each mention, else the state that it is of."""
    for one in story.spots:
        if is_armed(one.mention):
            yield group_of(one.mention)
        elif one.mention.sectors[:1] in OFFICIAL and (state := state_of(one.mention.country)) is not None:
            yield as_of(state, story.day)


def group_of(one: ActorMention) -> Who:
    """Who an armed group is, by a mention of it."""
    return Who(one.actor_id, one.name, one.country, one.sectors, "group")


def enemy_of(story: Story, here: Spot, told: Sequence[Who]) -> Who | None:
    """The state or armed group that whoever speaks calls the enemy: the one armed group of his country, else of those
    `told` the first that is not his side."""
    one = speaker(story, here)
    mine = None if one is None else side(story, one)
    if mine is None or not (is_state(mine) or is_armed_side(mine)):
        return None
    if story.only_armed is not None and is_state(mine) and story.only_armed.country in {mine.country, None}:
        return group_of(story.only_armed)
    return next((who for who in told if who.actor_id != mine.actor_id and not is_of(who, mine)), None)


def is_unlikely(story: Story, here: Spot) -> bool:
    """Whether "they" in a quotation can hardly be whom it was taken for: one thing, or the speaker's own side."""
    meant = story.meant.get(here.index)
    if meant is not None and not meant.plural and meant.mention.actor_id is None:
        return here.relation in SUBJECTS
    one = speaker(story, here)
    mine = None if one is None else side(story, one)
    if mine is None:
        return False
    if is_state(mine):
        return here.mention.country == mine.country and not is_armed(here.mention)
    return here.mention.actor_id == mine.actor_id


def is_state(mine: Who) -> bool:
    """Whether somebody's side is a state or a body of one."""
    return mine.country is not None and (mine.actor_id or "").startswith((STATE, f"{mine.country}-"))


def is_armed_side(mine: Who) -> bool:
    """Whether somebody's side is an armed group."""
    known = actor(mine.actor_id or "")
    return mine.sectors[:1] == ("REB",) if known is None else known.kind == "armed_group"


def is_of(who: Who, mine: Who) -> bool:
    """Whether a state is the one that somebody's side is of."""
    return is_state(who) and is_state(mine) and who.country == mine.country


def both(story: Story, here: Spot, told: Sequence[Who]) -> Who | None:
    """The two states that "the two countries" are, the two states or armed groups that "both sides" are: the first of
    those `told`."""
    said = here.mention.text.lower().split()
    lemma = story.phrases[here.sentence].tokens[here.head].lemma.lower()
    if not {"two", "both"} & set(said[:-1]) or lemma not in words("twos"):
        return None
    fit = [who for who in told if is_state(who) or lemma in words("sides")]
    if len(fit) < 2:
        return None
    names = [label(who.actor_id or "") if is_state(who) else who.name or "" for who in fit[:2]]
    return Who(None, " and ".join(names), None, here.mention.sectors, "people")
