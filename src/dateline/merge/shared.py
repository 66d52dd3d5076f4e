"""Claims without what merging does not ask, with what is the same in many kept once: a million must fit in memory."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from dateline.records.claim import Claim, Claimant, When
from dateline.records.mention import ActorMention, PlaceMention

Value = TypeVar("Value")


class Shared:
    """What many claims hold, each kept once."""

    def __init__(self) -> None:
        self._ends: dict[object, ActorMention] = {}
        self._times: dict[object, When] = {}
        self._claimants: dict[object, Claimant] = {}
        self._words: dict[object, object] = {}

    def claim(self, claim: Claim) -> Claim:
        """A claim as far as merging asks for it: not where its ends, its time and its claimant are told."""
        return replace(
            claim,
            context=(),
            cameo=None,
            intensity=None,
            actor=claim.actor and self._end(claim.actor),
            recipient=claim.recipient and self._end(claim.recipient),
            place=claim.place and self._place(claim.place),
            when=claim.when and self._time(claim.when),
            claimant=self._claimant(claim.claimant),
            statement_id=None,
            second=None,
            via=tuple(map(self._claimant, claim.via)),
            confirmed_by=(),
            hedges=(),
        )

    def _end(self, end: ActorMention) -> ActorMention:
        key = end.text, end.form, end.actor_id, end.name, end.country, end.sectors
        return self._ends.get(key) or self._ends.setdefault(key, replace(end, start=0, end=0, score=1.0))

    def _time(self, when: When) -> When:
        key = when.begin, when.finish, when.precision, when.basis
        return self._times.get(key) or self._times.setdefault(key, replace(when, start=None, end=None))

    def _claimant(self, claimant: Claimant) -> Claimant:
        key = claimant.kind, claimant.actor_id, claimant.name
        return self._claimants.get(key) or self._claimants.setdefault(key, replace(claimant, start=None, end=None))

    def _place(self, place: PlaceMention) -> PlaceMention:
        """The place; an event tells where its words stand, so that only these are kept once."""
        return PlaceMention(
            place.start,
            place.end,
            self._once(place.text),
            self._once(place.place_id),
            self._once(place.name),
            self._once(place.country),
            self._once(place.admin1),
            self._once(place.admin2),
            place.lat,
            place.lon,
            self._once(place.feature),
            self._once(place.precision),
            place.radius_km,
            place.candidates,
        )

    def _once(self, value: Value) -> Value:
        return self._words.setdefault(value, value)  # type: ignore[return-value]
