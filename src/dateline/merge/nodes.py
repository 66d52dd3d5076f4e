"""What is kept of a merged report: its happenings, each with its gist and the blocks in which it is compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import msgspec

from dateline.merge.blocks import Kind, blocks_of
from dateline.merge.clusters import happenings
from dateline.merge.decided import Decided
from dateline.merge.gist import Gist
from dateline.merge.matching import SameInReport
from dateline.merge.report import Report


@dataclass(frozen=True, slots=True)
class Node:
    """One happening as a report and its copies tell it: its claims ("article/claim") and what they say together."""

    story: str
    claims: tuple[str, ...]
    gist: Gist

    @property
    def id(self) -> str:
        """The key of its first claim."""
        return self.claims[0]

    @property
    def line(self) -> str:
        """The node as JSON."""
        return msgspec.json.encode(self).decode()

    @property
    def blocks(self) -> dict[int, Kind]:
        """The blocks that it stands in, each with its kind."""
        return blocks_of(self.gist)


def node_in(line: str) -> Node:
    """The node in a line of JSON."""
    return msgspec.json.decode(line, type=Node)


def nodes_of(reports: Iterable[Report], story: Mapping[str, str], decided: Decided) -> dict[str, Node]:
    """The nodes of whole stories, by id; `story` says of which each report is."""
    told = [
        one
        for report in sorted(reports, key=lambda report: report.article.id)
        for one in report.of_story(story[report.article.id])
    ]
    found: dict[str, Node] = {}
    for one in happenings(told, SameInReport(), decided):
        claims = tuple(sorted(told[n].key for n in one.members))
        found[claims[0]] = Node(told[one.members[0]].story, claims, one.gist)
    return found
