"""How far reviewers agree who decided without sight of one another, field by field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from dateline.records.review import Review
from dateline.review.answers import EVENT, FIELDS, value

Unit = Mapping[str, str]
"""What each person said of one thing."""


@dataclass(frozen=True, slots=True)
class Kappa:
    """Cohen's kappa of two people, on the claims that both decided; None where chance alone would have them agree."""

    one: str
    other: str
    claims: int
    kappa: float | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of a field: on how many claims several people said something, the share of pairs that say the same, and
    Krippendorff's alpha; None where there is nothing to compare, or only one value.
    """

    field: str
    claims: int
    same: float | None
    alpha: float | None
    kappas: tuple[Kappa, ...]


def agreements(decided: Iterable[Mapping[str, Review]]) -> tuple[Agreement, ...]:
    """For whether there is such an event, and for each field of those where there is; of each claim the decision of
    each person.
    """
    claims = list(decided)
    real = [{by: one for by, one in claim.items() if one.answers is not None} for claim in claims]
    found = [agreement(EVENT, [{by: str(one.answers is not None) for by, one in claim.items()} for claim in claims])]
    for field in FIELDS:
        units = [
            {by: value(one.answers, field) for by, one in claim.items() if one.answers is not None} for claim in real
        ]
        found.append(agreement(field, units))
    return tuple(found)


def agreement(field: str, units: Sequence[Unit]) -> Agreement:
    """How far people agree on some units."""
    paired = [unit for unit in units if len(unit) > 1]
    pairs = [one == other for unit in paired for one, other in combinations(unit.values(), 2)]
    people = sorted({pair for unit in paired for pair in combinations(sorted(unit), 2)})
    kappas = tuple(kappa_of(*pair, paired) for pair in people)
    return Agreement(
        field,
        len(paired),
        sum(pairs) / len(pairs) if pairs else None,
        alpha([[*one.values()] for one in paired]),
        kappas,
    )


def alpha(units: Iterable[Sequence[str]]) -> float | None:
    """Krippendorff's alpha for nominal data, any number of people, some of whom may have said nothing (Krippendorff
    2011, "Computing Krippendorff's Alpha-Reliability", part D); None without pairs, or with one value alone.
    """
    observed, totals = 0.0, Counter[str]()
    for unit in units:
        counts, many = Counter(unit), len(unit)
        if many < 2:
            continue
        totals.update(counts)
        observed += sum(count * (many - count) for count in counts.values()) / (many - 1)
    whole = totals.total()
    expected = sum(count * (whole - count) for count in totals.values())
    return 1 - (whole - 1) * observed / expected if expected else None


def kappa_of(one: str, other: str, units: Iterable[Unit]) -> Kappa:
    """Cohen's kappa of two people."""
    pairs = [(unit[one], unit[other]) for unit in units if one in unit and other in unit]
    return Kappa(one, other, len(pairs), kappa(pairs))


def kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Cohen's kappa (Cohen 1960, "A coefficient of agreement for nominal scales", Educ. Psychol. Meas. 20); None
    without pairs, or where both gave one value alone.
    """
    many = len(pairs)
    if many == 0:
        return None
    firsts, seconds = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    by_chance = sum(firsts[name] * seconds[name] for name in firsts) / many**2
    same = sum(one == other for one, other in pairs) / many
    return None if by_chance == 1 else (same - by_chance) / (1 - by_chance)
