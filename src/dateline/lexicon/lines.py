"""A list of entries in YAML that remembers the line of everything in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from dateline.lexicon.files import Loader

Path = tuple[str | int, ...]
DEEPEST = 6
"""More levels has no entry of ours; stops aliases that hold themselves."""


@dataclass
class Lined:
    """An entry: its value, the line (from 1) of each of its parts, and the keys that are there twice.

    Scalars are words, but for null, true and false: `since: 2013` is "2013".
    """

    value: Any = None
    lines: dict[Path, int] = field(default_factory=dict)
    twice: list[Path] = field(default_factory=list)

    def line(self, path: Path = ()) -> int:
        """The line of a part, of the nearest that holds it where it has none."""
        while path not in self.lines:
            path = path[:-1]
        return self.lines[path]


def lined(content: bytes) -> list[Lined]:
    """The entries of a YAML list. Raises `ValueError` naming the line when it is no YAML or no list."""
    try:
        root = yaml.compose(content, Loader=Loader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ValueError(" ".join(str(error).split())) from error
    if root is None:
        return []
    if not isinstance(root, yaml.SequenceNode):
        raise ValueError(f"line {root.start_mark.line + 1}: a list of entries is wanted, each behind a hyphen")
    return [entry_of(node) for node in root.value]


def entry_of(node: yaml.Node) -> Lined:
    """The entry of a node."""
    made = Lined()
    made.value = value_of(node, (), made)
    return made


def value_of(node: yaml.Node, path: Path, entry: Lined) -> Any:
    """The value of a node; the lines of its parts go to the entry. Raises `ValueError` where it is too deep."""
    entry.lines[path] = node.start_mark.line + 1
    if len(path) > DEEPEST:
        raise ValueError(f"line {entry.lines[path]}: lists within lists within lists; no entry goes so deep")
    if isinstance(node, yaml.SequenceNode):
        return [value_of(child, (*path, n), entry) for n, child in enumerate(node.value)]
    if isinstance(node, yaml.MappingNode):
        return mapping_of(node, path, entry)
    kind = node.tag.rpartition(":")[2]
    return {"null": None, "bool": str(node.value).lower() == "true"}.get(kind, node.value)


def mapping_of(node: yaml.MappingNode, path: Path, entry: Lined) -> dict[str, Any]:
    """The value of a mapping; a part has the line of its key."""
    found: dict[str, Any] = {}
    for key, value in node.value:
        name = str(key.value)
        if name in found:
            entry.twice.append((*path, name))
        found[name] = value_of(value, (*path, name), entry)
        entry.lines[(*path, name)] = key.start_mark.line + 1
    return found
