"""What claims say together, as far as it tells happenings apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from dateline.merge.ends import End, end_of, is_unresolved
from dateline.merge.spots import Days, Spot, days_of, spot_of
from dateline.merge.told import Told
from dateline.records.claim import When

OPEN = frozenset({"planned", "threatened", "possible", "conditional"})
DENIED = frozenset({"denied", "did_not_happen"})
CAMPAIGNS = frozenset({"campaign", "war", "conflict", "offensive", "operation", "operations", "siege", "blockade"})
"""Words for what goes on for weeks and holds many single acts."""
ENDINGS = ("ings", "ing", "ed", "es", "s")
BASES = ("stated", "relative", "carried", "told", "dateline", "published")
Known = TypeVar("Known", End, Spot)
VICTIMS = frozenset({"killed", "wounded", "missing", "detained", "abducted", "displaced"})


@dataclass(frozen=True, slots=True)
class Gist:
    """What one or more claims of a report say of a happening; ends and places in the order of their names.

    `open` is whether it has not happened (yet), `reported` the first day of a report, `stems` how its triggers begin,
    `bare` whether no words name an actor or recipient ("the attack"), `somebody` the ends that only "they" stands for.
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

    def turned(self) -> Gist:
        """The same with actors and recipients in each other's place."""
        return replace(self, actors=self.recipients, recipients=self.actors)


def gist(claims: Sequence[Told]) -> Gist:
    """What claims of one happening say together."""
    told = [one.claim for one in claims]
    reported = [one.reported for one in claims if one.reported]
    return Gist(
        type=told[0].type,
        open=all(one.status in OPEN for one in told),
        history=all(one.status == "historical" for one in told),
        days=days_of(best_time(one.when for one in told)),
        reported=min(reported, default=None),
        spots=distinct(spot_of(one.place) for one in told),
        actors=distinct(end_of(one.actor) for one in told),
        recipients=distinct(end_of(one.recipient) for one in told),
        modes=tuple(sorted({one.mode for one in told if one.mode})),
        numbers=tuple(sorted({(n.kind, float(n.low)) for one in told for n in one.quantities if n.low is not None})),
        stems=tuple(sorted({stem(one.words) for one in claims if one.words})),
        denied=all(one.status in DENIED for one in told),
        campaign=any(one.words in CAMPAIGNS for one in claims),
        bare=all(one.actor is None and one.recipient is None for one in told),
        somebody=tuple(end for end in ("actor", "recipient") if any(is_unresolved(getattr(one, end)) for one in told)),
    )


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


def stem(words: str) -> str:
    """The first word without its ending, so that "attacked", "attacking" and "attacks" are alike; "shot" stays."""
    word = words.split(maxsplit=1)[0] if words.split() else ""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    word = word.removesuffix("e") if len(word) > 3 else word
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word
