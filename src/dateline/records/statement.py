"""Statements: somebody says something."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.records.text import Span


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, as far as known."""

    actor_id: str | None
    name: str | None


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution: source, cue ("said", "according to") and content, any of the first two possibly absent.

    `form` is direct, indirect or mixed; `stance` is says, denies, confirms, alleges, demands, threatens, promises,
    believes … `content` is one span, or several where the quotation is broken up. `within` is the id of the statement
    that holds this one ("Reuters quoted an official as saying that …").
    """

    id: str
    form: str
    stance: str
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    speaker: Speaker | None = None
    within: str | None = None
