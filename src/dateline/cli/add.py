"""`dateline add` and `dateline merge`: what is kept, and what claims agree on."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.options import Database, Limit, Published, SettingsFile, Source, Sources, Strict, Workers, settings_of


def add(
    sources: Sources,
    *,
    db: Database,
    published: Published = None,
    source: Source = None,
    workers: Workers = 1,
    limit: Limit = None,
    strict: Strict = False,
    settings: SettingsFile = None,
) -> None:
    """Read articles into a database and merge what they claim. Done again, or after a crash, nothing doubles."""
    from dateline.cli.progress import Progress, build
    from dateline.cli.read import account, counted
    from dateline.desk import Desk
    from dateline.engine.local import Local
    from dateline.ingest.intake import Intake

    intake, desk = Intake(tuple(sources), published, source, limit), Desk(db, settings_of(settings))
    desk.prepare(build)
    with Progress(lambda: counted(intake)) as progress:
        summary = desk.add(intake, engine=Local(workers), watch=progress.step)
    account(summary.read, strict, str(summary))


def merge(
    readings: Annotated[Path, typer.Argument(metavar="READINGS", help="A file that `dateline read --to` wrote.")],
    *,
    to: Annotated[Path, typer.Option("--to", metavar="EVENTS", help="The file to write, one event a line.")],
    workers: Workers = 1,
) -> None:
    """Merge the claims of a file of readings into events, as lines of dateline-event/1."""
    from dateline.desk import Desk

    sys.stderr.write(f"{Desk().merge(readings, to, workers)}\n")
