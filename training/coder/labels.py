"""What the heads say: the names of their outputs, in order."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.lexicon.ontology import context_names, event_types
from training.coder.sentences import NONE

STATUSES = (
    "happened", "ongoing", "planned", "threatened", "possible", "conditional", "denied", "did_not_happen", "historical",
)  # fmt: skip


def labels() -> Mapping[str, tuple[str, ...]]:
    """By head: the 16 types and NONE; each type alone and with each of its modes; statuses; contexts."""
    kinds = event_types()
    modes = [name for kind in kinds for name in (kind.name, *(f"{kind.name}/{mode.name}" for mode in kind.modes))]
    return {
        "type": (NONE, *(kind.name for kind in kinds)),
        "mode": tuple(modes),
        "status": STATUSES,
        "context": context_names(),
    }
