"""`dateline claims`, `events`, `show` and `export`: what a database holds."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from dateline.cli.options import Database, Json, SettingsFile, own_actors_of
from dateline.cli.ties import Kind
from dateline.errors import BadConfig

if TYPE_CHECKING:
    from dateline.store.queries import EventQuery

SCREENFUL = 50
"""So many rows are shown to people, unless they ask for another number."""


def claims(query: EventQuery, *, db: Database, as_json: Json = False) -> None:
    """List the claims in a database that fit."""
    from dateline.cli.tables import claim_table
    from dateline.desk import Desk
    from dateline.export.jsonl import claim_json

    if as_json:
        for told in Desk(db).claims(query):
            sys.stdout.buffer.write(claim_json(told))
        return
    rows, more = screenful(query)
    found = list(Desk(db).claims(rows))
    claim_table(found[:more])
    tell(len(found), more, "claims")


def events(query: EventQuery, *, db: Database, settings: SettingsFile = None, as_json: Json = False) -> None:
    """List the events in a database that fit. Told by: articles (independent sources)."""
    from dateline.cli.tables import event_table
    from dateline.desk import Desk
    from dateline.export.jsonl import event_json

    if as_json:
        for event in Desk(db).events(query):
            sys.stdout.buffer.write(event_json(event))
        return
    rows, more = screenful(query)
    desk = Desk(db, own_actors_of(settings))
    found = list(desk.events(rows))
    with desk.knowing():
        event_table(found[:more])
    tell(len(found), more, "events")


def show(
    name: Annotated[str, typer.Argument(metavar="ID", help="Of an event, of an article, or article/claim.")],
    *,
    db: Database,
    why: Annotated[bool, typer.Option("--why", help="Tell what decided each type, and what came second.")] = False,
    settings: SettingsFile = None,
    as_json: Json = False,
) -> None:
    """Show an event with all its claims, an article, or one claim, with the words.

    Of an article, the whole text first, with speakers, cues and what is said in colours.
    """
    from dateline.cli.read import show_reading
    from dateline.cli.screen import console
    from dateline.cli.tables import show_claims, show_event
    from dateline.cli.voices import voices
    from dateline.desk import Desk, EventSheet
    from dateline.records.reading import Reading

    desk = Desk(db, own_actors_of(settings))
    found = desk.show(name)
    if as_json:
        print_json(found)
    elif isinstance(found, EventSheet):
        with desk.knowing():
            show_event(found, why)
    elif isinstance(found, Reading):
        console().print(voices(found))
        show_reading(found, why)
    else:
        show_claims([found], why)


def print_json(found: object) -> None:
    """Prints what was found as JSON lines: an event and then its claims, a reading, or a claim."""
    from dateline.desk import EventSheet
    from dateline.export.jsonl import claim_json, event_json
    from dateline.export.lines import outcome_line
    from dateline.records.reading import Reading

    if isinstance(found, EventSheet):
        lines = [event_json(found.event), *map(claim_json, found.claims)]
    elif isinstance(found, Reading):
        lines = [outcome_line(found)]
    else:
        lines = [claim_json(found)]  # type: ignore[arg-type]
    sys.stdout.buffer.writelines(lines)


def export(
    query: EventQuery,
    path: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="Its ending decides the shape: .csv, .jsonl; .geojson for events and claims, .graphml for relations.",
        ),
    ],
    *,
    db: Database,
    of: Annotated[Literal["events", "claims", "relations"], typer.Option(help="What to write.")] = "events",
    kind: Kind = None,
) -> None:
    """Write the events, claims or ties ("relations") in a database that fit to a file.

    Relations are filtered by --actor (either end), --kind, --since, --until (days of publication), --source, --limit.
    """
    from dateline.desk import Desk
    from dateline.store.relations import RelationQuery

    if kind is not None and of != "relations":
        raise BadConfig(f"{of} have no kind; --kind is for --of relations, --type for events and claims")
    wanted = RelationQuery.of(query, kind) if of == "relations" else query
    what = "ties" if of == "relations" else of
    sys.stderr.write(f"{Desk(db).export(path, wanted, of)} {what} in {path}\n")


def screenful(query: EventQuery) -> tuple[EventQuery, int]:
    """The query for what people are shown and one row more, which tells that there is more."""
    from dataclasses import replace

    most = query.limit or SCREENFUL
    return replace(query, limit=most + 1), most


def tell(found: int, most: int, what: str) -> None:
    """Says on standard error how many rows there were."""
    more = f"the first {most} {what}; see more with --limit, --offset or `dateline export`"
    sys.stderr.write(f"{more if found > most else f'{found} {what}'}\n")
