"""What merging asks of the place where it keeps its work."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Protocol

from dateline.records.article import Article
from dateline.records.claim import Claim
from dateline.records.decision import Decision
from dateline.records.event import Event
from dateline.records.origin import Origin
from dateline.records.reading import Reading


class Shelf(Protocol):
    """Readings, and what merging made of them; nodes come and go as lines that only merging understands.

    All happens in one transaction: what was put is there for what is asked next.
    """

    def made_by(self) -> str | None:
        """A digest of the program that merged what stands here; None where nothing is merged."""

    def forget(self, made_by: str) -> None:
        """Takes away all that merging made but the events, has every article wait, and notes the program's digest."""

    def waiting(self) -> list[str]:
        """The articles that have yet to be merged."""

    def done(self) -> None:
        """Notes that no article waits."""

    def decisions(self) -> Iterable[Decision]:
        """What people decided, in that order."""

    def readings(self, articles: Iterable[str]) -> Iterable[Reading]:
        """The readings of some articles, those that are there, without the claims that people rejected."""

    def told(self, articles: Iterable[str]) -> Iterable[tuple[Article, Claim]]:
        """The claims of some articles, by article and place in it."""

    def origins(self, articles: Iterable[str]) -> dict[str, Origin]:
        """Where some articles come from, without those that were never merged."""

    def of_stories(self, stories: Iterable[str]) -> list[str]:
        """The articles of some stories."""

    def put_origins(self, origins: Mapping[str, Origin]) -> None:
        """Notes where some articles come from."""

    def put_marks(self, marks: Mapping[str, list[int]]) -> None:
        """Puts the marks of the texts of some articles in the place of their former ones."""

    def bearing(self, marks: Iterable[int]) -> Iterable[tuple[int, str]]:
        """The articles that bear some marks: mark and article."""

    def nodes(self, ids: Iterable[str]) -> Iterable[str]:
        """The lines of some nodes."""

    def nodes_of(self, stories: Iterable[str]) -> Iterable[str]:
        """The lines of the nodes of some stories."""

    def drop_nodes(self, ids: Iterable[str]) -> None:
        """Takes nodes away, out of their blocks and with their edges."""

    def put_nodes(self, nodes: Iterable[tuple[str, str, str, Collection[int]]]) -> None:
        """Puts nodes: id, story, line, blocks."""

    def members(self, blocks: Iterable[int]) -> Iterable[tuple[int, str]]:
        """The nodes of some blocks: block and id."""

    def drop_edges(self, blocks: Iterable[int]) -> None:
        """Takes the edges away that were found in some blocks."""

    def put_edges(self, edges: Iterable[tuple[int, str, str, float]]) -> None:
        """Puts edges: block, the two nodes, the lower first, and score."""

    def edges(self, nodes: Iterable[str]) -> Iterable[tuple[str, str, float]]:
        """The edges at some nodes, each perhaps several times."""

    def events_with(self, claims: Iterable[str]) -> dict[str, set[str]]:
        """The events that hold some claims, by id, with all their claims."""

    def taken(self, event_id: str) -> bool:
        """Whether an event has this id."""

    def replace(self, gone: Iterable[str], events: Iterable[Event], forwardings: Iterable[tuple[str, str]]) -> None:
        """Puts events in the place of others and notes where the claims of events that are gone or split stand now."""
