"""What people decided: appended to what others decided before, never overwritten."""

from __future__ import annotations

from dataclasses import dataclass

SAME, DIFFERENT, WITHDRAWN, STANDS = "same", "different", "withdrawn", "stands"


@dataclass(frozen=True, slots=True)
class Decision:
    """Somebody's word on claims or on an article.

    `kind` is "same" or "different" of two claims or events, "withdrawn" or "stands" of an article. `ones` and `others`
    are claims ("article/claim"); of an article, `ones` is its id alone. `by` is who decided, `at` when (UTC, ISO 8601).
    """

    kind: str
    ones: tuple[str, ...]
    others: tuple[str, ...]
    by: str | None
    at: str
    why: str
