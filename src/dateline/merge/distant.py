"""Which of very many pairs lie too far apart to be the same: what each judgement would say of them, for all at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.merge.gist import Gist
from dateline.merge.grouped import Numbers
from dateline.merge.spots import EARTH_KM, NEAR_KM, Spot

Truths = NDArray[np.bool_]
ROUNDING_KM = 0.01
"""Pairs that lie so little beyond a limit are left to the judgement, which rounds in other ways."""
NOWHERE = Spot("", "", 0.0, 0.0, False, 0.0)


@dataclass(frozen=True)
class Lying:
    """Where gists lie that name one place in their own sentences, in arrays; of others nothing is said.

    Names and countries are numbers.
    """

    known: Truths
    fine: Truths
    reach: NDArray[np.float64]
    point: NDArray[np.float64]
    name: Numbers
    country: Numbers

    @classmethod
    def of(cls, gists: Sequence[Gist]) -> Lying:
        """Where some gists lie."""
        alone = (one.spots[0] if len(one.spots) == 1 else NOWHERE for one in gists)
        spots = [NOWHERE if spot.carried else spot for spot in alone]
        return cls(
            np.array([spot is not NOWHERE for spot in spots], bool),
            np.array([spot.fine for spot in spots], bool),
            np.array([spot.reach for spot in spots], float),
            np.radians(np.array([(spot.lat, spot.lon) for spot in spots], float).reshape(-1, 2)),
            numbered([spot.place_id for spot in spots]),
            numbered([spot.country for spot in spots]),
        )

    def far(self, first: Numbers, second: Numbers) -> Truths:
        """Whether the places of each pair rule out that it is the same, as `spots.placed` says it."""
        both_fine = self.fine[first] & self.fine[second]
        limit = np.where(both_fine, 0.0, self.reach[first] + self.reach[second]) + NEAR_KM + ROUNDING_KM
        one, other = self.country[first], self.country[second]
        abroad = ~both_fine & (one != other) & (one > 0) & (other > 0)
        apart = (self.name[first] != self.name[second]) & (self._km(first, second) > limit)
        found: Truths = self.known[first] & self.known[second] & (abroad | apart)
        return found

    def _km(self, first: Numbers, second: Numbers) -> NDArray[np.float64]:
        rise, turn = (self.point[first] - self.point[second]).T
        level = np.cos(self.point[first, 0]) * np.cos(self.point[second, 0])
        chord = np.sin(rise / 2) ** 2 + level * np.sin(turn / 2) ** 2
        found: NDArray[np.float64] = 2 * EARTH_KM * np.arcsin(np.sqrt(np.minimum(1.0, chord)))
        return found


def numbered(names: Sequence[str]) -> Numbers:
    """A number for each different name; 0 for none."""
    numbers = {"": 0}
    return np.array([numbers.setdefault(name, len(numbers)) for name in names], np.int64)
