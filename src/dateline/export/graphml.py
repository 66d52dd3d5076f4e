"""Ties as GraphML: a directed graph with several edges between two nodes. Opens in Gephi."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable

from dateline.export.columns import day, listed
from dateline.records.tie import Tie, TieEnd

Data = dict[str, str | int]

_unfit = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def graphml(ties: Iterable[Tie]) -> bytes:
    """The file: a node for each actor (id, name, country), an edge for each tie, from its subject to its object.

    Edges have kind, first, last, reports, sources and claimants; what is not known has no entry. `label`, on both, is
    what Gephi shows.
    """
    import networkx as nx

    graph, file = nx.MultiDiGraph(), io.BytesIO()
    for number, tie in enumerate(ties, 1):
        for end in (tie.subject, tie.object):
            graph.add_node(fit(end.id), **node(end))
        graph.add_edge(fit(tie.subject.id), fit(tie.object.id), key=f"e{number}", **edge(tie))
    nx.write_graphml_xml(graph, file, prettyprint=True)
    return file.getvalue()


def node(end: TieEnd) -> Data:
    """The data of a node."""
    return known(label=end.name, name=end.name, country=end.country)


def edge(tie: Tie) -> Data:
    """The data of an edge."""
    days = {"first": day(tie.first), "last": day(tie.last)}
    counts = {"reports": tie.reports, "sources": tie.sources}
    label = tie.kind.replace("_", " ")
    return known(label=label, kind=tie.kind, **days, **counts, claimants=listed(tie.claimants))


def known(**data: str | int | None) -> Data:
    """The data without what is not known."""
    return {name: fit(one) if isinstance(one, str) else one for name, one in data.items() if one is not None}


def fit(text: str) -> str:
    """The text with U+FFFD for what XML cannot hold, such as escapes."""
    return _unfit.sub("\ufffd", text)
