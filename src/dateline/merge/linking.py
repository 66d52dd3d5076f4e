"""Edges between happenings, found again in the blocks that a change touches and nowhere else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from dateline.merge.blocks import Kind
from dateline.merge.gist import Gist
from dateline.merge.grouped import Numbers, each_once
from dateline.merge.judging import Judging
from dateline.merge.matching import SameHappening
from dateline.merge.nodes import Node, node_in
from dateline.merge.pairs import LARGE, Orders, Wanted, met
from dateline.merge.shelf import Shelf

Nodes = Mapping[str, Node]


def linked(shelf: Shelf, old: Nodes, new: Nodes) -> set[str]:
    """Puts new nodes in the place of old ones, with their edges; gives all whose edges or claims may have changed."""
    before, after = ({name: node.line for name, node in nodes.items()} for nodes in (old, new))
    changed = {name for name in before | after if before.get(name) != after.get(name)}
    gone, come = ([nodes[name] for name in sorted(changed & nodes.keys())] for nodes in (old, new))
    lost = {end for one, other, _ in shelf.edges(node.id for node in gone) for end in (one, other)}
    shelf.drop_nodes(node.id for node in gone)
    shelf.put_nodes((node.id, node.story, node.line, node.blocks) for node in come)
    touched = Touched.by(shelf, gone, come)
    shelf.drop_edges(touched.large)
    shelf.put_edges(touched.edges(changed))
    crowd = {name for block in touched.large for name in touched.members.get(block, ())}
    return {*new, *crowd, *(lost - {node.id for node in gone})}


@dataclass(frozen=True)
class Touched:
    """The blocks that a change touches, with all their nodes.

    `kinds` says of each block what kind it is. In a `large` block, one that holds or held more nodes than are all
    compared, each node has other neighbours than before.
    """

    kinds: Mapping[int, Kind]
    members: Mapping[int, list[str]]
    nodes: Nodes
    large: frozenset[int]

    @classmethod
    def by(cls, shelf: Shelf, gone: Iterable[Node], come: Iterable[Node]) -> Touched:
        """The blocks of nodes that are gone or have come."""
        kinds: dict[int, Kind] = {}
        left: Counter[int] = Counter()
        for node in gone:
            kinds |= node.blocks
            left.update(node.blocks.keys())
        for node in come:
            kinds |= node.blocks
        members: dict[int, list[str]] = {}
        for block, name in shelf.members(kinds):
            members.setdefault(block, []).append(name)
        nodes = map(node_in, shelf.nodes({name for names in members.values() for name in names}))
        large = frozenset(block for block in kinds if len(members.get(block, ())) + left[block] > LARGE)
        return cls(kinds, members, {node.id: node for node in nodes}, large)

    @cached_property
    def order(self) -> list[str]:
        """The ids of the nodes, in order."""
        return sorted(self.nodes)

    @cached_property
    def gists(self) -> list[Gist]:
        """The gists of the nodes, in the order of their ids."""
        return [self.nodes[name].gist for name in self.order]

    def edges(self, changed: set[str]) -> Iterator[tuple[int, str, str, float]]:
        """The edges of the blocks: of a large one all, else those of what changed, since the others stay."""
        wanted = dict(self._wanted(changed))
        codes = each_once(np.concatenate([np.zeros(0, np.int64), *wanted.values()]))
        found = Judging.of(self.gists, SameHappening()).edges(*np.divmod(codes, len(self.order)))
        same = dict(
            zip((found["one"] * len(self.order) + found["other"]).tolist(), found["score"].tolist(), strict=True)
        )
        for block, pairs in wanted.items():
            for code in pairs.tolist():
                if code in same:
                    one, other = divmod(code, len(self.order))
                    yield block, self.order[one], self.order[other], same[code]

    def _wanted(self, changed: set[str]) -> Iterator[tuple[int, Numbers]]:
        """For each block of several nodes the pairs to judge, a number for each: the one times all, and the other."""
        places = {name: n for n, name in enumerate(self.order)}
        fresh = np.array([name in changed for name in self.order], bool)
        wanted = Wanted(self.gists)
        story = np.array([self.nodes[name].story for name in self.order])
        orders = Orders(self.gists)
        for block, names in self.members.items():
            if len(names) > 1:
                kind = self.kinds[block]
                first, second = met(np.array([sorted(places[name] for name in names)]), orders, rare=kind.rare)
                kept = np.ones(len(first), bool) if block in self.large else fresh[first] | fresh[second]
                kept &= story[first] != story[second]
                kept &= wanted.together(kind, first, second)
                yield block, each_once(first[kept] * len(self.order) + second[kept])
