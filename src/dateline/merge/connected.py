"""The texts that may be of one story with some that changed, on whatever day they were read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dateline.merge.copies import COMPARED, CONTAINED, Text
from dateline.merge.report import Report, reports
from dateline.merge.shelf import Shelf
from dateline.merge.sketches import contained

Read = dict[str, Report]


def connected(shelf: Shelf, changed: Sequence[str]) -> Read:
    """The reports of changed articles, and of all that are connected with them by being alike, now or before."""
    found: Read = {}
    seen: Read = {}
    front = {*changed, *shelf.of_stories({one.story for one in shelf.origins(changed).values()})}
    while front:
        fresh = fetched(shelf, front, seen)
        found |= fresh
        shelf.put_marks({name: marks(one.text) for name, one in fresh.items() if name in changed})
        front = alike(shelf, fresh, seen) - found.keys()
    return found


def fetched(shelf: Shelf, names: Iterable[str], seen: Read) -> Read:
    """The reports of some articles; what was seen is not read again."""
    wanted = sorted(names)
    for one in reports(shelf.readings(name for name in wanted if name not in seen)):
        seen[one.article.id] = one
    return {name: seen[name] for name in wanted if name in seen}


def marks(text: Text) -> list[int]:
    """The marks by which a text is found: of all its words, its bands, its headline and those that it takes back."""
    words = [text.whole] if text.whole else []
    titles = [] if text.title is None else [text.title]
    return list(dict.fromkeys([*words, *text.bands.tolist(), *titles, *sorted(text.takes_back)]))


def alike(shelf: Shelf, fresh: Read, seen: Read) -> set[str]:
    """What some texts are alike; of a mark that very many bear, all."""
    bearers: dict[int, list[str]] = {}
    for mark, name in shelf.bearing({mark for one in fresh.values() for mark in marks(one.text)}):
        bearers.setdefault(mark, []).append(name)
    found = {name for names in bearers.values() if len(names) > 2 * COMPARED for name in names}
    near = {name: met(one.text, bearers) for name, one in fresh.items()}
    others = fetched(shelf, {other for met in near.values() for other in met} - fresh.keys(), seen)
    for name, met_by in near.items():
        found |= {other for other in met_by & others.keys() if are_alike(fresh[name].text, others[other].text)}
    return found


def met(text: Text, bearers: Mapping[int, Sequence[str]]) -> set[str]:
    """What shares a mark with a text."""
    return {name for mark in marks(text) for name in bearers.get(mark, ())}


def are_alike(one: Text, other: Text) -> bool:
    """Whether one text holds most of the other, or takes it back."""
    if one.title in other.takes_back or other.title in one.takes_back:
        return True
    return (one.whole == other.whole != 0) or contained(one.runs, other.runs) >= CONTAINED
