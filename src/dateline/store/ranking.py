"""In which order claims are worth a look: how unsure the program is, what is at stake, where claims differ."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from dateline.lexicon.ontology import event_types
from dateline.records.claim import NOT_SO

if TYPE_CHECKING:
    from dateline.store.index import Claims, Events, Mask

Floats = NDArray[np.float64]
FORCE = "ASSAULT"
MATERIAL_CONFLICT = 4
HALF = 0.5


def doubt(claims: Claims) -> Floats:
    """How unsure each claim is, 0 to 1. Those that are more likely wrong than right, the doubtful ones, come first."""
    found: Floats = 1 - np.array(claims.score.values, np.float64)[claims.score.codes] / 1000
    return found


def stakes(events: Events, claims: Claims) -> Floats:
    """What hangs on each claim: the order of magnitude of the deaths that it tells, and something for force, for events
    that one source tells, and for those that only parties tell.
    """
    quads = {one.name: one.quad for one in event_types()}
    deaths = np.log10(1 + np.array([max(one or 0, 0) for one in claims.killed.values], np.float64))
    reasons = (
        claims.what.type.where(lambda name: quads.get(name) == MATERIAL_CONFLICT),
        claims.what.type.where(lambda name: name == FORCE),
        of_event(claims, one_source(events)),
        of_event(claims, parties_only(events, claims)),
    )
    found = np.zeros(len(claims.article), np.float64)
    found += deaths[claims.killed.codes]
    for reason in reasons:
        found += HALF * reason
    return found


def differences(events: Events, claims: Claims) -> NDArray[np.int32]:
    """For each claim in how many respects the claims of its event differ: whether it happened, the day, the deaths.

    Who did it to whom is none: of those who met or clashed each claim names two.
    """
    columns = (
        claims.what.status.where(lambda name: name in NOT_SO).astype(np.int32),
        np.where(claims.what.begin > 0, claims.what.begin, -1),
        known(claims.killed.values, claims.killed.codes),
    )
    counted = np.zeros(len(events.ids), np.int32)
    for column in columns:
        counted += varied(claims.event, column, len(counted))
    found: NDArray[np.int32] = np.append(counted, np.int32(0))[claims.event]
    return found


def known(values: Sequence[object], codes: NDArray[np.int32]) -> NDArray[np.int32]:
    """The codes of a column, -1 for what is not known."""
    unknown = np.array([value is None for value in values] or [False])
    found: NDArray[np.int32] = np.where(unknown[codes], -1, codes) if len(codes) else codes
    return found


def varied(events: NDArray[np.int32], values: NDArray[np.int32], many: int) -> Mask:
    """The events whose claims have more than one known value."""
    told = (events >= 0) & (values >= 0)
    span = int(values.max(initial=0)) + 1
    pairs = np.unique(events[told].astype(np.int64) * span + values[told])
    found: Mask = np.bincount(pairs // span, minlength=many) > 1
    return found


def one_source(events: Events) -> Mask:
    """The events that one independent source tells."""
    return events.sources.where(lambda many: many <= 1)


def parties_only(events: Events, claims: Claims) -> Mask:
    """The events of which only parties tell."""
    others = claims.event[(claims.event >= 0) & ~claims.party.where(bool)]
    found: Mask = np.bincount(others, minlength=len(events.ids)) == 0
    return found


def of_event(claims: Claims, mask: Mask) -> Mask:
    """For each claim whether its event is one of some; false where it has none."""
    found: Mask = np.append(mask, False)[claims.event]
    return found
