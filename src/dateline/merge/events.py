"""From readings to events: what the claims of a cluster agree on, and where they do not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from dateline.merge.clusters import Told, clusters
from dateline.merge.copies import sources_of
from dateline.merge.matching import SameHappening, key
from dateline.merge.numbers import counts
from dateline.records.claim import Claim
from dateline.records.event import ClaimKey, Event
from dateline.records.ids import digest
from dateline.records.mention import PlaceMention
from dateline.records.reading import Reading
from dateline.step import Judge

FINENESS = ("point", "settlement", "admin2", "admin1", "region", "country")
ORDER = ("happened", "ongoing", "historical", "planned", "threatened", "possible", "conditional", "did_not_happen")
TOLD = frozenset({"happened", "ongoing", "historical"})
NOT_SO = frozenset({"denied", "did_not_happen"})


def merge(readings: Iterable[Reading], judge: Judge | None = None) -> list[Event]:
    """The events that the claims of some readings tell, in the order of their days, whatever the readings' order."""
    read = sorted({reading.article.id: reading for reading in readings}.items())
    told = [Told(name, claim) for name, reading in read for claim in reading.claims]
    outlets = {name: reading.article.source or name for name, reading in read}
    story = sources_of([reading for _, reading in read])
    found = [event([told[n] for n in members], outlets, story) for members in clusters(told, judge or SameHappening())]
    return sorted(found, key=lambda one: (one.begin or date.max, one.id))


def event(told: Sequence[Told], outlets: Mapping[str, str], story: Mapping[str, str]) -> Event:
    """What a cluster of claims agrees on."""
    claims = [one.claim for one in told]
    begin, finish, precision = interval(claims)
    articles = list(dict.fromkeys(one.article_id for one in told))
    voices = {voice(one, outlets, story): one.claim.claimant_is_party is True for one in told}
    return Event(
        id=digest("event", min(one.key for one in told)),
        type=claims[0].type,
        mode=commonest([claim.mode for claim in claims if claim.mode]),
        begin=begin,
        finish=finish,
        date_precision=precision,
        place=finest([claim.place for claim in claims if claim.place]),
        actors=named([key(claim.actor) for claim in claims]),
        recipients=named([key(claim.recipient) for claim in claims]),
        status=status(claims),
        quantities=counts(told, lambda one: voice(one, outlets, story)),
        claims=tuple(ClaimKey(one.article_id, one.claim.id) for one in told),
        reports=len(articles),
        independent_sources=len({story[name] for name in articles}),
        party_claimants=sum(voices.values()),
        other_claimants=len(voices) - sum(voices.values()),
    )


def voice(told: Told, outlets: Mapping[str, str], story: Mapping[str, str]) -> str:
    """Who says so, as one name across articles. An outlet that carries another's story has no voice of its own."""
    claimant = told.claim.claimant
    if claimant.kind == "outlet":
        return f"outlet {outlets.get(story[told.article_id], told.article_id)}"
    if claimant.actor_id or claimant.name:
        return str(claimant.actor_id or claimant.name)
    return f"unnamed in {story[told.article_id]}"


def interval(claims: Sequence[Claim]) -> tuple[date | None, date | None, str | None]:
    """The days that the best-founded claims tell: stated before relative before the dateline's before publication."""
    ranks = {"stated": 0, "relative": 1, "dateline": 2, "published": 3}
    dated = [claim.when for claim in claims if claim.when is not None and claim.when.begin is not None]
    if not dated:
        return None, None, None
    best = min(
        dated, key=lambda when: (ranks.get(when.basis, 4), span(when.begin, when.finish), when.begin or date.max)
    )
    return best.begin, best.finish, best.precision


def span(begin: date | None, finish: date | None) -> int:
    """Days between two days."""
    return (finish - begin).days if begin and finish else 9999


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
    return next(one for one in ORDER if one in found)
