"""Dateline reads news reports and writes down who did what to whom, when and where, and who says so."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.desk import Desk
    from dateline.engine.local import Local
    from dateline.errors import BadConfig, BadInput, DatelineError, Rejected
    from dateline.ingest.files import captures
    from dateline.recipe import Reader, reader
    from dateline.records.article import Article, Capture, Failure, Rejection
    from dateline.records.claim import Claim, Relation
    from dateline.records.event import Event
    from dateline.records.reading import Reading
    from dateline.records.statement import Statement

__version__ = "0.1.0"

__all__ = [
    "Article",
    "BadConfig",
    "BadInput",
    "Capture",
    "Claim",
    "DatelineError",
    "Desk",
    "Event",
    "Failure",
    "Local",
    "Reader",
    "Reading",
    "Rejected",
    "Rejection",
    "Relation",
    "Statement",
    "captures",
    "reader",
]

_HOMES = {
    "dateline.desk": ("Desk",),
    "dateline.engine.local": ("Local",),
    "dateline.errors": ("BadConfig", "BadInput", "DatelineError", "Rejected"),
    "dateline.ingest.files": ("captures",),
    "dateline.recipe": ("Reader", "reader"),
    "dateline.records.article": ("Article", "Capture", "Failure", "Rejection"),
    "dateline.records.claim": ("Claim", "Relation"),
    "dateline.records.event": ("Event",),
    "dateline.records.reading": ("Reading",),
    "dateline.records.statement": ("Statement",),
}


def __getattr__(name: str) -> Any:
    """A public name, imported when it is first asked for: `dateline --help` must not wait for a parser (PEP 562)."""
    for home, names in _HOMES.items():
        if name in names:
            globals()[name] = getattr(importlib.import_module(home), name)
            return globals()[name]
    raise AttributeError(f"module 'dateline' has no attribute {name!r}")


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
