"""Where an article comes from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """The first article of the story, the source it really is, and whether the story was withdrawn."""

    story: str
    source: str
    withdrawn: bool
