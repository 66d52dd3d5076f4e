"""Merging again: articles that are new or changed, or of which people decided something, change only what they touch.

The events are those of merging everything anew: each part is made again as a whole, stories by all texts that are
connected by being alike, clusters by all happenings that are connected by edges.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256
from importlib.resources import files

import numpy as np

from dateline.lexicon.files import DATA
from dateline.merge.clusters import joined, surest_first
from dateline.merge.connected import connected
from dateline.merge.decided import Decided
from dateline.merge.events import event
from dateline.merge.identity import forwardings, with_ids
from dateline.merge.judging import EDGE, outlines
from dateline.merge.linking import linked
from dateline.merge.matching import INSIDE, WEIGHTS, SameHappening
from dateline.merge.nodes import Node, node_in, nodes_of
from dateline.merge.origins import origins
from dateline.merge.shelf import Shelf
from dateline.merge.told import Told, told
from dateline.records.claim import Claim
from dateline.records.decision import Decision, in_force
from dateline.records.event import Event

Nodes = dict[str, Node]


def merge_again(shelf: Shelf, *, anew: bool = False) -> None:
    """Brings the events up to date with the readings and with what people decided; `anew` makes all of them again."""
    if anew or shelf.made_by() != program():
        shelf.forget(program())
    waiting = shelf.waiting()
    if waiting:
        decisions = in_force(list(shelf.decisions()))
        decided = decided_of(shelf, decisions)
        old, new = renewed(shelf, waiting, decisions, decided)
        reached = component(shelf, linked(shelf, old, new), decided)
        replace_events(shelf, reached, [*old.values(), *reached.values()], decided)
        shelf.done()


def program() -> str:
    """A digest of the program that merges: what another version made is made anew."""
    found = sorted((one.name, one.read_bytes()) for one in files("dateline.merge").iterdir() if one.name[-3:] == ".py")
    found += [(name, (DATA / name).read_bytes()) for name in (INSIDE, WEIGHTS)]
    return sha256(b"".join(content for _, content in found)).hexdigest()[:16]


def decided_of(shelf: Shelf, decisions: Sequence[Decision]) -> Decided:
    """What people decided, of the claims as they stand now."""
    claims: dict[str, list[Claim]] = {}
    for article, claim in shelf.told({named.article_id for one in decisions for named in (*one.ones, *one.others)}):
        claims.setdefault(article.id, []).append(claim)
    return Decided.of(decisions, claims)


def renewed(
    shelf: Shelf, waiting: Sequence[str], decisions: Sequence[Decision], decided: Decided
) -> tuple[Nodes, Nodes]:
    """The nodes of the stories that waiting articles touch, as they were and as they are."""
    found = connected(shelf, waiting)
    before, now = shelf.origins(found), origins(found.values(), decisions)
    moved = {name for name in found if before.get(name) != now[name]} | {*waiting}
    touched = {of[name].story for of in (before, now) for name in moved if name in of}
    reports = [one for name, one in found.items() if now[name].story in touched]
    shelf.put_origins({one.article.id: now[one.article.id] for one in reports})
    old = {node.id: node for node in map(node_in, shelf.nodes_of(touched))}
    return old, nodes_of(reports, {name: origin.story for name, origin in now.items()}, decided)


def component(shelf: Shelf, start: Iterable[str], decided: Decided) -> Nodes:
    """The nodes that edges, or people, connect with some."""
    joined_by_people = neighbours(shelf, decided)
    reached: set[str] = set()
    front = {*start}
    while front:
        reached |= front
        ends = {end for one, other, _ in shelf.edges(front) for end in (one, other)}
        front = (ends | {other for one in front for other in joined_by_people.get(one, ())}) - reached
    return {node.id: node for node in map(node_in, shelf.nodes(reached))}


def neighbours(shelf: Shelf, decided: Decided) -> dict[str, set[str]]:
    """For nodes that people joined with others, those others."""
    articles = {key.rpartition("/")[0] for pair in decided.same for key in pair}
    nodes = map(node_in, shelf.nodes_of({origin.story for origin in shelf.origins(articles).values()}))
    holder = {claim: node.id for node in nodes for claim in node.claims}
    found: dict[str, set[str]] = {}
    for one, other in decided.same:
        if one in holder and other in holder:
            found.setdefault(holder[one], set()).add(holder[other])
            found.setdefault(holder[other], set()).add(holder[one])
    return found


def replace_events(shelf: Shelf, reached: Nodes, touched: Iterable[Node], decided: Decided) -> None:
    """Makes the events of whole components anew, in the place of all that held a claim of what was touched."""
    before = shelf.events_with({claim for node in touched for claim in node.claims})
    made = with_ids(events_of(shelf, clustered(shelf, reached, decided)), before, shelf.taken)
    shelf.replace(before, made, forwardings(made, before))


def clustered(shelf: Shelf, nodes: Nodes, decided: Decided) -> list[list[str]]:
    """The claims of some components in clusters."""
    order = sorted(nodes)
    places = {name: n for n, name in enumerate(order)}
    where = {claim: places[name] for name, node in nodes.items() for claim in node.claims}
    found = {(score, places[one], places[other]) for one, other, score in shelf.edges(order)}
    edges = surest_first(np.array([*found, *decided.edges(where)], EDGE))
    gists = outlines(nodes[name].gist for name in order)
    groups = joined(gists, edges, decided.apart(where), SameHappening().excludes)
    return [[claim for n in group for claim in nodes[order[n]].claims] for group in groups]


def events_of(shelf: Shelf, clusters: list[list[str]]) -> list[Event]:
    """The events of some clusters of claims, with the ids that their first claims make."""
    said = list(shelf.told({key.rpartition("/")[0] for claims in clusters for key in claims}))
    published = {article.id: article.published for article, _ in said}
    known = shelf.origins(published)

    tellings = {f"{article.id}/{claim.id}": told(article, claim, known[article.id].story) for article, claim in said}
    beside: dict[str, list[Told]] = {}
    for one in tellings.values():
        beside.setdefault(one.article_id, []).append(one)
    order = {key: n for n, key in enumerate(tellings)}
    return [
        event([tellings[key] for key in sorted(claims, key=order.__getitem__)], known, published, beside)
        for claims in clusters
    ]
