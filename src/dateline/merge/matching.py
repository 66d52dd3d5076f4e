"""Do two claims tell the same happening? A judgement with a score and reasons."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.records.claim import Claim
from dateline.records.mention import ActorMention, PlaceMention
from dateline.step import Judgement

OPEN = frozenset({"planned", "threatened", "possible", "conditional"})
HISTORY = frozenset({"historical"})
ANONYMOUS = frozenset({"UAF", "CVL", "UNK"})
EARTH_KM = 6371.0


@dataclass(frozen=True)
class SameHappening:
    """Compares what two claims say: type, days, place, actors and numbers.

    `days` is how far apart the days may be told, `km` how far the places; from a score of `least` on they are the same.
    """

    days: int = 1
    km: float = 60.0
    least: float = 0.6

    def __call__(self, one: Claim, other: Claim, /) -> Judgement:
        """Whether they tell the same happening; the score is 0 where something rules it out."""
        against = next(self._against(one, other), None)
        if against is not None:
            return Judgement(False, 0.0, (against,))
        weighed = list(self._for(one, other))
        score = round(min(1.0, sum(weight for weight, _ in weighed)), 3)
        return Judgement(score >= self.least, score, tuple(reason for _, reason in weighed))

    def _against(self, one: Claim, other: Claim) -> Iterator[str]:
        if one.type != other.type:
            yield f"{one.type} is not {other.type}"
        if any((one.status in kind) != (other.status in kind) for kind in (OPEN, HISTORY)):
            yield f"{one.status} is not {other.status}"
        if (apart := days_apart(one, other)) is not None and apart > self.days:
            yield f"{apart} days apart"
        if (km := km_apart(one.place, other.place)) is not None and km > self.km + reach(one.place) + reach(
            other.place
        ):
            yield f"{km:.0f} km apart"
        for role, pair in (("actor", (one.actor, other.actor)), ("recipient", (one.recipient, other.recipient))):
            if is_other(*pair):
                yield f"another {role}"

    def _for(self, one: Claim, other: Claim) -> Iterator[tuple[float, str]]:
        if (apart := days_apart(one, other)) is not None:
            yield (0.25, "same day") if apart == 0 else (0.1, "a day apart")
        km = km_apart(one.place, other.place)
        if km is not None and "country" not in {precision(one.place), precision(other.place)}:
            yield (0.3, f"{km:.0f} km")
        elif one.place is not None and other.place is not None and one.place.country == other.place.country:
            yield (0.1, "same country")
        for role, pair, weight in (
            ("actor", (one.actor, other.actor), 0.25),
            ("recipient", (one.recipient, other.recipient), 0.3),
        ):
            if is_same(*pair):
                yield (weight, f"same {role}")
            elif is_like(*pair):
                yield (weight / 2, f"like {role}")
        if one.mode is not None and one.mode == other.mode:
            yield (0.05, f"both {one.mode}")
        if (shared := same_number(one, other)) is not None:
            yield (0.2, f"both {shared}")


def days_apart(one: Claim, other: Claim) -> int | None:
    """Days between the nearest days of two claims, 0 where they overlap; None where one has no days."""
    first, second = days(one), days(other)
    if first is None or second is None:
        return None
    gap = max(first[0], second[0]) - min(first[1], second[1])
    return max(0, gap.days)


def days(claim: Claim) -> tuple[date, date] | None:
    """The first and last day of a claim. A day that is only that of the report may be the day before it."""
    when = claim.when
    if when is None or when.begin is None:
        return None
    slack = timedelta(days=1 if when.basis in {"published", "dateline"} else 0)
    return when.begin - slack, when.finish or when.begin


def km_apart(one: PlaceMention | None, other: PlaceMention | None) -> float | None:
    """Kilometres between two places (great circle); None where one has no point."""
    if one is None or other is None or None in {one.lat, one.lon, other.lat, other.lon}:
        return None
    a, b = (
        (math.radians(one.lat or 0), math.radians(one.lon or 0)),
        (math.radians(other.lat or 0), math.radians(other.lon or 0)),
    )
    chord = math.sin((a[0] - b[0]) / 2) ** 2 + math.cos(a[0]) * math.cos(b[0]) * math.sin((a[1] - b[1]) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(chord)))


def reach(place: PlaceMention | None) -> float:
    """How far from its point a place may lie; a settlement's own size does not count."""
    if place is None or place.precision in {"point", "settlement"}:
        return 0.0
    return place.radius_km or 0.0


def precision(place: PlaceMention | None) -> str | None:
    """What kind of thing a place is."""
    return place.precision if place else None


def key(end: ActorMention | None) -> str | None:
    """What an actor or recipient is known by: its id, else its words, lower case."""
    return None if end is None else end.actor_id or end.text.lower()


def is_same(one: ActorMention | None, other: ActorMention | None) -> bool:
    """Whether two ends are the same actor, as far as ids and words tell."""
    return one is not None and other is not None and key(one) == key(other)


def is_like(one: ActorMention | None, other: ActorMention | None) -> bool:
    """Whether two ends may well be the same: of one country, or of one kind where either is without a name."""
    if one is None or other is None:
        return False
    if one.country and one.country == other.country:
        return True
    shared = set(one.sectors) & set(other.sectors)
    return bool(shared) and "nominal" in {one.form, other.form} and not (one.country and other.country)


def is_other(one: ActorMention | None, other: ActorMention | None) -> bool:
    """Whether two ends cannot be the same: two known actors with different ids or countries."""
    if one is None or other is None or is_same(one, other):
        return False
    if one.country and other.country:
        return one.country != other.country
    known = one.form == other.form == "name" and one.actor_id and other.actor_id
    return bool(known) and not (ANONYMOUS & {*one.sectors, *other.sectors})


def same_number(one: Claim, other: Claim) -> str | None:
    """A number that both tell: "killed 12"."""
    numbers = {(count.kind, count.low) for count in one.quantities if count.low is not None}
    shared = sorted(numbers & {(count.kind, count.low) for count in other.quantities})
    return f"{shared[0][0]} {shared[0][1]:g}" if shared else None
