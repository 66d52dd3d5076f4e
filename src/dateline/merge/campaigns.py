"""Campaigns: what goes on for weeks, and which single acts of it the same reports tell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from dateline.lexicon.campaigns import campaign_words, small_words, stretch_pattern
from dateline.lexicon.predicates import predicates_for
from dateline.merge.ends import End, doer, end_of, likeness
from dateline.merge.spots import days_of, gap, placed, spot_of
from dateline.records.claim import Claim, When

if TYPE_CHECKING:
    from dateline.merge.told import Told

GOING_ON = frozenset({"ASSAULT", "PROTEST"})
"""Types of which one that goes on since a day is many; somebody who is held since a day is held once."""
FROM_TO = 2
"""Days between the first and the last from which on somebody who is killed is killed on one of them, and others too."""
MATERIAL = 4
"""The quad of material conflict: a campaign of assaults holds arrests and blockades too."""


def is_campaign(claim: Claim, words: str, before: str, after: str = "") -> bool:
    """Whether a claim tells what goes on for long, from its trigger and the text before and after it.

    That is "the offensive", "weeks of shelling", what has been done "since 30 September" or "between 3 and 9 March", or
    "this week's bombings".
    """
    when = claim.when if claim.type in GOING_ON else None
    going_on = when is not None and (
        when.precision == "open"
        or (is_of_days(when) and (is_of_many(words, before, after) or from_day_to_day(when, words)))
    )
    return words in campaign_words() or going_on or bool(stretch_pattern().search(before))


def is_of_many(words: str, before: str, after: str) -> bool:
    """Whether words tell several deeds, or what they did: "bombings that killed 40", "wounded in the raids"."""
    doers = [word for word in before.casefold().split() if word not in small_words()]
    causes = [word for word in after.casefold().split() if word not in small_words()]
    return any(is_plural(one.strip(".,")) for one in (words, *doers[-1:], *causes[:1]))


def is_plural(words: str) -> bool:
    """Whether a noun tells several deeds: "bombings"."""
    return words.endswith("s") and bool(predicates_for(words.removesuffix("s"), "noun"))


def is_of_days(when: When) -> bool:
    """Whether words tell several days."""
    return when.begin is not None and when.finish is not None and when.begin < when.finish and not when.is_guess


def from_day_to_day(when: When, words: str) -> bool:
    """Whether words tell a first and a last day, with others between: "killed between 3 and 9 May"."""
    days = (when.finish - when.begin).days if when.begin and when.finish else 0
    return when.precision == "day" and days >= FROM_TO and not predicates_for(words, "noun")


def held(campaign: Sequence[Told], beside: Iterable[Told]) -> list[Told]:
    """The claims of single acts that belong to a campaign, among those of the reports that tell it."""
    tells = [one for one in campaign if one.is_campaign]
    if not tells:
        return []
    own = {one.key for one in campaign}
    acts = [one for one in beside if not one.is_campaign and one.key not in own]
    return [
        act for act in acts if any(one.article_id == act.article_id and holds(one.claim, act.claim) for one in tells)
    ]


def holds(campaign: Claim, act: Claim) -> bool:
    """Whether a single act is one of a campaign: of its kind and time, by a like doer or against a like recipient."""
    if act.type != campaign.type and {act.quad, campaign.quad} != {MATERIAL}:
        return False
    ways = [likeness(of(campaign), of(act)) for of in (doers, struck)]
    return min(ways) >= 0 and max(ways) > 0 and within(campaign, act) and not far(campaign, act)


def doers(claim: Claim) -> tuple[End, ...]:
    """Who did it, if that is told."""
    return (end,) if (end := doer(claim.actor)) else ()


def struck(claim: Claim) -> tuple[End, ...]:
    """To whom, if that is told."""
    return (end,) if (end := end_of(claim.recipient)) else ()


def far(campaign: Claim, act: Claim) -> bool:
    """Whether an act lies outside of where a campaign was."""
    here, there = spot_of(campaign.place), spot_of(act.place)
    return here is not None and there is not None and placed(here, there)[0] == "far"


def within(campaign: Claim, act: Claim) -> bool:
    """Whether the day of an act lies in the time of a campaign, as far as both are known."""
    days, day = days_of(campaign.when), days_of(act.when)
    if days is None or day is None or campaign.when is None or campaign.when.is_guess:
        return True
    return day.finish >= days.begin if campaign.when.precision == "open" else gap(days, day) == 0
