"""What claims say together, as far as it tells happenings apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from dateline.lexicon.calendar import numbered
from dateline.lexicon.stems import stem
from dateline.merge.ends import End, doer, end_of, is_unresolved
from dateline.merge.spots import Days, Spot, days_of, spot_of
from dateline.merge.terms import NOTHING, Terms, terms
from dateline.merge.told import Told
from dateline.records.claim import HAPPENING, NOT_SO, Claim, When
from dateline.records.ids import is_named_here

DEEDS = frozenset({"ASSAULT", "COERCE", "SANCTION", "AID"})
"""Types of what is done to somebody, and not to the same one every day; statements are made every day."""
OPEN = frozenset({"planned", "threatened", "conditional"})
BASES = ("stated", "relative", "carried", "told", "dateline", "published")
Line = tuple[str, int, int]
"""A sentence that tells something: the article, and where it starts and ends."""
LONG_WORD = re.compile(r"[a-z]{6,}")
Known = TypeVar("Known", End, Spot)
SEIZING = frozenset({"abduct", "arrest"})
"""Modes of taking somebody: one report says captured, another arrested."""
SEIZURE = "seizure"
"""What gists of somebody taken share, whichever type they have."""
SEIZURES = frozenset({"ASSAULT", "COERCE"})
"""The types that have such a mode."""
VICTIMS = frozenset({"killed", "wounded", "missing", "detained", "abducted", "displaced"})


@dataclass(frozen=True, slots=True)
class Gist:
    """What one or more claims of a report say of a happening; ends and places in the order of their names.

    `open` is whether it has not happened (yet), `reported` the first day of a report, `stems` how its triggers begin,
    `bare` whether no words name an actor or recipient ("the attack"), `somebody` the ends that only "they" stands for;
    `weekdays`, from 1, are those in the words of what has no date, `kinds` see `kinds_of`; `people` are those to whom
    it was done, where all are told by their own names, `senders` those who impose a sanction, `unknown_places` the
    names of places that no gazetteer knows; `lines` say where in its report it stands, while only claims of one report
    are compared; `subject` is what the report is about, `around` what the sentences are.
    """

    type: str
    open: bool
    history: bool
    days: Days | None
    reported: date | None
    spots: tuple[Spot, ...]
    actors: tuple[End, ...]
    recipients: tuple[End, ...]
    modes: tuple[str, ...]
    numbers: tuple[tuple[str, float], ...]
    stems: tuple[str, ...]
    denied: bool
    campaign: bool
    bare: bool
    somebody: tuple[str, ...]
    weekdays: tuple[int, ...] = ()
    kinds: tuple[str, ...] = ()
    people: tuple[End, ...] = ()
    senders: tuple[End, ...] = ()
    unknown_places: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()
    subject: Terms = field(default=NOTHING, compare=False)
    around: Terms = field(default=NOTHING, compare=False)

    def turned(self) -> Gist:
        """The same with actors and recipients in each other's place."""
        return replace(self, actors=self.recipients, recipients=self.actors)


def gist(claims: Sequence[Told], lines: tuple[Line, ...] = ()) -> Gist:
    """What claims of one happening say together; `lines` are where, as far as that counts."""
    told = [one.claim for one in claims]
    reported = [one.reported for one in claims if one.reported]
    known = told[0].type in DEEDS and all(one.is_known for one in claims)
    days = days_of(best_time(one.when for one in told))
    days = None if known and days and days.unsure else days
    return Gist(
        type=told[0].type,
        open=not known and all(one.status in OPEN for one in told),
        history=all(one.status == "historical" for one in told),
        days=days,
        reported=min(reported, default=None),
        spots=spots_of(told),
        actors=distinct(doer(one.actor) for one in told),
        recipients=distinct(end_of(one.recipient) for one in told),
        modes=tuple(sorted({one.mode for one in told if one.mode})),
        numbers=tuple(sorted({(n.kind, float(n.low)) for one in told for n in one.quantities if n.low is not None})),
        stems=tuple(sorted({stem(one.words.split()[0]) for one in claims if one.words})),
        denied=all(one.status in NOT_SO for one in told),
        campaign=any(one.is_campaign for one in claims),
        bare=all(is_bare(one, known=known) for one in told),
        somebody=tuple(end for end in ("actor", "recipient") if any(is_unresolved(getattr(one, end)) for one in told)),
        weekdays=() if days else tuple(sorted({day for one in claims for day in weekdays(one.sentence)})),
        kinds=kinds_of(claims),
        people=people(told),
        senders=distinct(doer(one.actor) for one in told) if told[0].type == "SANCTION" else (),
        unknown_places=unknown_places(told),
        lines=lines,
        subject=claims[0].subject,
        around=terms(" ".join(sorted({one.sentence for one in claims}))),
    )


def spots_of(claims: Sequence[Claim]) -> tuple[Spot, ...]:
    """The places of some claims; those that only other sentences tell, where their own tell none."""
    found = distinct(spot_of(one.place, one.place_basis) for one in claims)
    return tuple(one for one in found if not one.carried) or found


def is_bare(claim: Claim, *, known: bool) -> bool:
    """Whether a claim names nobody and tells no happening of its own: "the attack", not "clashes erupted"."""
    return claim.actor is None and claim.recipient is None and (known or claim.by != HAPPENING)


def kinds_of(claims: Sequence[Told]) -> tuple[str, ...]:
    """What two gists of a happening share one of: the type; that somebody is taken; a word of as much force.

    The last because a coder now and then takes a word for another type: "suspended" is a sanction or a coercion.
    """
    told = [one.claim for one in claims]
    taken = any(one.type in SEIZURES and one.mode in SEIZING for one in told)
    words = {f"{one.claim.quad} {stem(one.words.split()[0])}" for one in claims if one.words and one.claim.quad}
    return (told[0].type, *((SEIZURE,) if taken else ()), *sorted(words))


def unknown_places(claims: Iterable[Claim]) -> tuple[str, ...]:
    """The names of places that no gazetteer knows, in lower case."""
    places = (one.place for one in claims)
    return tuple(sorted({one.text.casefold() for one in places if one is not None and one.place_id is None}))


def people(claims: Sequence[Claim]) -> tuple[End, ...]:
    """To whom something was done, where nobody but those whom their own names tell is said to have suffered it."""
    if claims[0].type not in DEEDS:
        return ()
    whom = [one.recipient for one in claims if one.recipient]
    is_named = all(is_named_here(one.actor_id) for one in whom)
    return distinct(end_of(one) for one in whom) if is_named else ()


def placed(claims: Sequence[Told]) -> Gist:
    """What claims of one report say together, with where in it they say it."""
    lines = {(one.article_id, one.claim.evidence.start, one.claim.evidence.end) for one in claims}
    return gist(claims, tuple(sorted(lines)))


def weekdays(sentence: str) -> list[int]:
    """The weekdays that a sentence in lower case names, from 1."""
    return [numbered("weekdays")[word] for word in LONG_WORD.findall(sentence) if word in numbered("weekdays")]


def distinct(found: Iterable[Known | None]) -> tuple[Known, ...]:
    """What is known of some things, each once, in order."""
    return tuple(sorted({one for one in found if one is not None}))


def best_time(times: Iterable[When | None]) -> When | None:
    """The best-founded time: days before longer times, then stated before relative before the report's own day."""
    known = [when for when in times if when is not None and when.begin is not None]
    return min(known, key=soundness, default=None)


def soundness(when: When) -> tuple[bool, int, int, date, date]:
    """How well founded a time is, the best first."""
    begin = when.begin or date.max
    finish = when.finish or begin
    rank = BASES.index(when.basis) if when.basis in BASES else len(BASES)
    return ((finish - begin).days > 7, rank, (finish - begin).days, begin, finish)
