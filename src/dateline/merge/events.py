"""From readings to events: what the claims of a cluster agree on, and where they do not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from dateline.merge.clusters import clusters
from dateline.merge.copies import sources, stories
from dateline.merge.decided import Decided
from dateline.merge.ends import end_of, key
from dateline.merge.gist import best_time
from dateline.merge.matching import SameHappening, SameInReport
from dateline.merge.numbers import counts
from dateline.merge.report import reports
from dateline.merge.told import Told
from dateline.records.claim import Claim
from dateline.records.decision import Decision
from dateline.records.event import ClaimKey, Event
from dateline.records.ids import digest
from dateline.records.mention import ActorMention, PlaceMention
from dateline.records.reading import Reading

FINENESS = ("point", "settlement", "admin2", "admin1", "region", "country")
ORDER = ("happened", "ongoing", "historical", "planned", "threatened", "possible", "conditional", "did_not_happen")
TOLD = frozenset({"happened", "ongoing", "historical"})
NOT_SO = frozenset({"denied", "did_not_happen"})


def merge(readings: Iterable[Reading], decisions: Iterable[Decision] = ()) -> list[Event]:
    """The events that the claims of some readings tell, in the order of their days, whatever the readings' order.

    Every claim stands in one event. What people decided wins over what the program finds.
    """
    read = reports(readings)
    story = stories(one.text for one in read)
    source = sources((one.article for one in read), story)
    all_told = [told for one in read for told in one.of_story(story[one.article.id])]
    found = [
        event([all_told[n] for n in members], source)
        for members in clusters(all_told, SameHappening(), SameInReport(), Decided.of(decisions))
    ]
    return sorted(found, key=lambda one: (one.begin or date.max, one.id))


def event(told: Sequence[Told], source: Mapping[str, str]) -> Event:
    """What a cluster of claims agrees on; `source` is that of each article, see `sources`."""
    claims = [one.claim for one in told]
    when = best_time(claim.when for claim in claims)
    articles = list(dict.fromkeys(one.article_id for one in told))
    parties = {voice(one, source) for one in told if one.claim.claimant_is_party}
    others = {voice(one, source) for one in told} - parties
    return Event(
        id=digest("event", min(one.key for one in told)),
        type=claims[0].type,
        mode=commonest([claim.mode for claim in claims if claim.mode]),
        begin=when.begin if when else None,
        finish=when.finish if when else None,
        date_precision=when.precision if when else None,
        place=finest([claim.place for claim in claims if claim.place]),
        actors=named([known_as(claim.actor) for claim in claims]),
        recipients=named([known_as(claim.recipient) for claim in claims]),
        status=status(claims),
        quantities=counts(told, lambda one: voice(one, source)),
        claims=tuple(ClaimKey(one.article_id, one.claim.id) for one in told),
        reports=len(articles),
        independent_sources=len({source[name] for name in articles}),
        party_claimants=len(parties),
        other_claimants=len(others),
    )


def known_as(end: ActorMention | None) -> str | None:
    """The id of an actor or recipient, else its words; None for a pronoun that nobody resolved."""
    return None if end_of(end) is None else key(end)


def voice(told: Told, source: Mapping[str, str]) -> str:
    """Who says so, as one name across articles. An outlet that carries another's story has no voice of its own."""
    claimant = told.claim.claimant
    if claimant.kind == "outlet":
        return f"outlet {source[told.article_id]}"
    if claimant.kind == "actor" and (claimant.actor_id or claimant.name):
        return str(claimant.actor_id or claimant.name)
    return f"unnamed in {source[told.article_id]}"


def finest(places: Sequence[PlaceMention]) -> PlaceMention | None:
    """The finest place that claims name; of several as fine, the one most claims name."""
    if not places:
        return None
    grade = {place.place_id: FINENESS.index(place.precision) if place.precision in FINENESS else 9 for place in places}
    counted = Counter(place.place_id for place in places)
    return min(places, key=lambda one: (grade[one.place_id], -counted[one.place_id], one.place_id or ""))


def named(keys: Sequence[str | None]) -> tuple[str, ...]:
    """The distinct keys, those that most claims name first."""
    counted = Counter(one for one in keys if one)
    return tuple(sorted(counted, key=lambda one: (-counted[one], one)))


def commonest(words: Sequence[str]) -> str | None:
    """The word that stands most often; the first in the alphabet of several."""
    counted = Counter(words)
    return min(counted, key=lambda word: (-counted[word], word)) if counted else None


def status(claims: Sequence[Claim]) -> str:
    """The status from all voices: "disputed" where some tell it as a fact and some deny it."""
    found = {claim.status for claim in claims}
    if found & TOLD and found & NOT_SO:
        return "disputed"
    if found & NOT_SO and not found - NOT_SO:
        return "denied" if "denied" in found else "did_not_happen"
    return next((one for one in ORDER if one in found), min(found))
