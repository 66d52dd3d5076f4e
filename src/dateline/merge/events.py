"""From readings to events: what the claims of a cluster agree on, and where they do not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import chain

from dateline.merge.campaigns import held
from dateline.merge.clusters import clusters
from dateline.merge.decided import Decided
from dateline.merge.ends import end_of, key
from dateline.merge.gist import best_time
from dateline.merge.matching import SameHappening, SameInReport
from dateline.merge.numbers import counts
from dateline.merge.origins import origins
from dateline.merge.outlets import quoted, relayed
from dateline.merge.places import agreed
from dateline.merge.report import reports
from dateline.merge.told import Told
from dateline.merge.versions import current, uncorrected
from dateline.merge.voices import status, voice, whose_word
from dateline.records.decision import Decision, in_force
from dateline.records.event import ClaimKey, Event
from dateline.records.ids import digest
from dateline.records.mention import ActorMention
from dateline.records.origin import Origin
from dateline.records.reading import Reading


def merge(readings: Iterable[Reading], decisions: Iterable[Decision] = (), workers: int = 1) -> list[Event]:
    """The events that the claims of some readings tell, in the order of their days, whatever the readings' order.

    Every claim stands in one event. What people decided wins over what the program finds. With several `workers` texts
    are read by processes beside this one; the events are the same.
    """
    read = reports(readings, workers)
    decisions = in_force(list(decisions))
    known = origins(read, decisions)
    published = {one.article.id: one.article.published for one in read}
    all_told = [told for one in read for told in one.of_story(known[one.article.id].story)]
    del read  # sketches of texts and marks of headlines are as much again as what is told
    beside: dict[str, list[Told]] = {}
    for one in all_told:
        beside.setdefault(one.article_id, []).append(one)
    claims = {name: [one.claim for one in told] for name, told in beside.items()} if decisions else {}
    decided = Decided.of(decisions, claims)
    found = [
        event([all_told[n] for n in members], known, published, beside)
        for members in clusters(all_told, SameHappening(), SameInReport(), decided)
    ]
    return sorted(found, key=lambda one: (one.begin or date.max, one.id))


def event(
    told: Sequence[Told],
    known: Mapping[str, Origin],
    published: Mapping[str, str | None],
    beside: Mapping[str, Sequence[Told]],
) -> Event:
    """What a cluster of claims agrees on.

    Of each article `known` has the origin, `published` when it came out, and `beside` all its claims.

    What was withdrawn is kept and does not count, unless nothing else is left; of versions of a story the last counts.
    """
    source = {name: known[name].source for name in {one.article_id for one in told}}
    gone = [one for one in told if known[one.article_id].withdrawn]
    stand = [one for one in told if not known[one.article_id].withdrawn]
    seen = stand or gone
    voices = [voice(one, source) for one in seen]
    right = uncorrected(seen, published, voices, source)
    latest = current(right, published, voices)
    claims = [one.claim for one in seen]
    when = best_time(claim.when for claim in claims)
    parties = {voice(one, source) for one in stand if one.claim.claimant_is_party}
    origin = {name: relayed([one.claim for one in beside[name]]) or of for name, of in source.items()}
    came = [one.reported for one in stand if one.reported]
    return Event(
        id=digest("event", min(one.key for one in told)),
        type=commonest([claim.type for claim in claims]) or claims[0].type,
        mode=commonest([claim.mode for claim in claims if claim.mode]),
        begin=when.begin if when else None,
        finish=when.finish if when else None,
        date_precision=when.precision if when else None,
        place=agreed(claims),
        actors=named([known_as(claim.actor) for claim in claims]),
        recipients=named([known_as(claim.recipient) for claim in claims]),
        status=status(claims) if stand else "withdrawn",
        quantities=counts(latest, lambda one: voice(one, source)),
        claims=keys(told),
        reports=len({one.article_id for one in stand}),
        independent_sources=len({quoted(one.claim) or origin[one.article_id] for one in stand}),
        party_claimants=len(parties),
        other_claimants=len({voice(one, source) for one in stand} - parties),
        superseded=keys([one for one, new in zip(right, latest, strict=True) if one is not new]),
        withdrawn=keys(gone),
        first_report=min(came, default=None),
        last_report=max(came, default=None),
        whose_word=whose_word(claims, voices) if stand else None,
        corrected=keys([one for one, new in zip(seen, right, strict=True) if one is not new]),
        holds=keys(held(told, chain.from_iterable(beside[name] for name in sorted(source)))),
    )


def keys(told: Iterable[Told]) -> tuple[ClaimKey, ...]:
    """Which claims of which articles."""
    return tuple(ClaimKey(one.article_id, one.claim.id) for one in told)


def known_as(end: ActorMention | None) -> str | None:
    """The id of an actor or recipient, else its words; None for a pronoun that nobody resolved."""
    return None if end_of(end) is None else key(end)


def named(keys: Sequence[str | None]) -> tuple[str, ...]:
    """The distinct keys, those that most claims name first."""
    counted = Counter(one for one in keys if one)
    return tuple(sorted(counted, key=lambda one: (-counted[one], one)))


def commonest(words: Sequence[str]) -> str | None:
    """The word that stands most often; the first in the alphabet of several."""
    counted = Counter(words)
    return min(counted, key=lambda word: (-counted[word], word)) if counted else None
