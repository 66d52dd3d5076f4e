"""`dateline relations`: the standing ties that a database tells."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.options import Database, Json

if TYPE_CHECKING:
    from dateline.records.tie import Graph, Tie

Actor = Annotated[str | None, typer.Option("--actor", help="Either end: id, words of the name, or country code.")]
Kind = Annotated[str | None, typer.Option("--kind", help="Of ties: ally_of, backs, member_of, leads, fights …")]
Since = Annotated[str | None, typer.Option("--since", metavar="DATE", help="Published on this day or later.")]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help="Published by this day.")]
Outlet = Annotated[str | None, typer.Option("--source", help="Words of the outlet's name.")]
Most = Annotated[int | None, typer.Option("--limit", min=1, help="So many ties at most.")]


def relations(
    *,
    db: Database,
    actor: Actor = None,
    kind: Kind = None,
    since: Since = None,
    until: Until = None,
    source: Outlet = None,
    limit: Most = None,
    as_json: Json = False,
) -> None:
    """List the ties between actors that fit, those that most articles tell first: who backs, leads, fights … whom.

    First and last are days of publication.
    """
    from dateline.cli.filters import day
    from dateline.cli.look import SCREENFUL
    from dateline.desk import Desk
    from dateline.export.jsonl import tie_json
    from dateline.store.relations import RelationQuery

    first, last = (None if one is None else day(one) for one in (since, until))
    query = RelationQuery(actor, kind, first, last, source, limit if as_json else None)
    graph = Desk(db).relations(query)
    if as_json:
        sys.stdout.buffer.writelines(map(tie_json, graph))
        return
    most = limit or SCREENFUL
    tie_table(graph.ties[:most])
    sys.stderr.write(f"{summary(graph, most)}\n")


def tie_table(rows: Sequence[Tie]) -> None:
    """Prints ties, one a row."""
    from dateline.cli.screen import console, plain
    from dateline.cli.tables import empty

    table = empty("who", "tie", "whom", "first–last", "told by", "who says so")
    for tie in rows:
        table.add_row(
            plain(tie.subject.name),
            plain(tie.kind.replace("_", " ")),
            plain(tie.object.name),
            "\n".join(dict.fromkeys(str(one) for one in (tie.first, tie.last) if one is not None)),
            tellers(tie),
            plain(", ".join(tie.claimants)),
        )
    if rows:
        console().print(table)


def tellers(tie: Tie) -> str:
    """How many articles and outlets tell a tie; only articles where no outlet is known."""
    outlets = [counted(tie.sources, "outlet")] if tie.sources else []
    return ", ".join([counted(tie.reports, "article"), *outlets])


def summary(graph: Graph, most: int) -> str:
    """How many ties there are, and how many relations made none."""
    found = counted(len(graph), "tie")
    shown = f"the first {most} of {found}; see more with --limit or `dateline export … --of relations`"
    left = f"; {counted(graph.left_out, 'relation')} left out: not between two known actors" if graph.left_out else ""
    return (shown if len(graph) > most else found) + left


def counted(number: int, what: str) -> str:
    """A number and what it counts: "1 tie", "2 ties"."""
    return f"{number} {what}{'' if number == 1 else 's'}"
