"""What came in: bytes as received, and the report that they hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.records.ids import article_id
from dateline.records.text import Span


@dataclass(frozen=True, slots=True)
class Pair:
    """A question put with an article: which event runs from this actor to this recipient? None: not named."""

    actor: Span | None
    recipient: Span | None


@dataclass(frozen=True, slots=True)
class Capture:
    """One article as received, before anything in it was understood.

    `text` or `html` holds the content, whichever was received. `origin` says where it came from, for messages:
    a path, a path with a line number, "standard input".
    """

    origin: str
    text: str | None = None
    html: str | None = None
    id: str | None = None
    title: str | None = None
    byline: str | None = None
    url: str | None = None
    source: str | None = None
    published: str | None = None
    language: str | None = None
    pairs: tuple[Pair, ...] | None = None


@dataclass(frozen=True, slots=True)
class Dateline(Span):
    """The place, day and agency that open a dispatch: "CAIRO, March 3 (Reuters) -"."""

    place: str | None
    day: date | None
    agency: str | None


@dataclass(frozen=True, slots=True)
class Article:
    """One report as published.

    `published` is the date or date-time as given, ISO 8601; `published_basis` says how we have it
    ("given", "declared" by the page, "guessed" from the page, "printed" in a line at the head of the text; None without
    a date).
    """

    id: str
    text: str
    url: str | None = None
    source: str | None = None
    title: str | None = None
    byline: str | None = None
    language: str | None = None
    published: str | None = None
    published_basis: str | None = None
    dateline: Dateline | None = None

    @classmethod
    def of(
        cls, text: str, *, published: date | str | None = None, source: str | None = None, title: str | None = None
    ) -> Article:
        """An article from its text, with an id from its content."""
        day = published.isoformat() if isinstance(published, date) else published
        basis = None if day is None else "given"
        return cls(article_id(text, None, day), text, source=source, title=title, published=day, published_basis=basis)

    @property
    def published_day(self) -> date | None:
        """The day of `published`; None when it is absent or no ISO date."""
        try:
            return date.fromisoformat((self.published or "")[:10])
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class Rejection:
    """An input that is no article we can read, and why."""

    id: str
    origin: str
    reason: str


@dataclass(frozen=True, slots=True)
class Failure:
    """An article that a step broke on: stored and counted, never fatal."""

    id: str
    origin: str
    step: str
    error: str
