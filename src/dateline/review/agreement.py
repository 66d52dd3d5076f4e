"""How far reviewers agree who decided without sight of one another. All is kept as sums, so that one claim more or less
changes a few numbers, however many claims there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

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


@dataclass(slots=True)
class Pairs:
    """What two people said of the same things."""

    many: int = 0
    same: int = 0
    products: int = 0
    """Over all values, how often one gave it times how often the other did."""
    firsts: Counter[str] = field(default_factory=Counter)
    seconds: Counter[str] = field(default_factory=Counter)

    def add(self, one: str, other: str, times: int = 1) -> None:
        """Takes in a pair so many times; -1 takes it out again."""
        self.many += times
        self.same += times * (one == other)
        self.products += times * self.seconds[one]
        self.firsts[one] += times
        self.products += times * self.firsts[other]
        self.seconds[other] += times

    def kappa(self) -> float | None:
        """Cohen's kappa (Cohen 1960, "A coefficient of agreement for nominal scales", Educ. Psychol. Meas. 20); None
        without pairs, or where both gave one value alone.
        """
        by_chance = self.products
        if by_chance == self.many**2:
            return None
        return (self.same * self.many - by_chance) / (self.many**2 - by_chance)


@dataclass(slots=True)
class Units:
    """What several people said of the same things; of what one alone said something there is nothing to compare."""

    many: int = 0
    pairs: int = 0
    same: int = 0
    differing: Counter[int] = field(default_factory=Counter)
    """Pairs that differ, by how many people said something of the same thing."""
    totals: Counter[str] = field(default_factory=Counter)
    squares: int = 0
    """The sum of the squares of `totals`."""
    people: dict[tuple[str, str], Pairs] = field(default_factory=dict)

    def add(self, unit: Unit, times: int = 1) -> None:
        """Takes in a unit so many times; -1 takes it out again."""
        if (many := len(unit)) < 2:
            return
        counts = Counter(unit.values())
        pairs, same = many * (many - 1) // 2, sum(count * (count - 1) // 2 for count in counts.values())
        self.many += times
        self.pairs += times * pairs
        self.same += times * same
        self.differing[many] += times * (pairs - same)
        for one in unit.values():
            self.squares += times * (2 * self.totals[one] + times)
            self.totals[one] += times
        for one, other in combinations(sorted(unit), 2):
            self.people.setdefault((one, other), Pairs()).add(unit[one], unit[other], times)

    def alpha(self) -> float | None:
        """Krippendorff's alpha for nominal data, any number of people, some of whom may have said nothing (Krippendorff
        2011, "Computing Krippendorff's Alpha-Reliability", part D); None without pairs, or with one value alone.
        """
        whole = self.totals.total()
        observed = sum(2 * pairs / (many - 1) for many, pairs in sorted(self.differing.items()))
        expected = whole**2 - self.squares
        return 1 - (whole - 1) * observed / expected if expected else None

    def agreement(self, name: str) -> Agreement:
        """How far people agree on a field, of which these are the answers."""
        kappas = (Kappa(*pair, said.many, said.kappa()) for pair, said in sorted(self.people.items()) if said.many)
        return Agreement(name, self.many, self.same / self.pairs if self.pairs else None, self.alpha(), tuple(kappas))


def agreement(name: str, units: Iterable[Unit]) -> Agreement:
    """How far people agree on some units."""
    made = Units()
    for one in units:
        made.add(one)
    return made.agreement(name)


def kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Cohen's kappa of two people on some things."""
    made = Pairs()
    for one, other in pairs:
        made.add(one, other)
    return made.kappa()
