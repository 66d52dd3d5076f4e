"""`dateline read`: what articles say, on the screen or in a file."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from dateline.cli.options import Json, Limit, Published, SettingsFile, Source, Sources, Strict, To, Workers, settings_of

if TYPE_CHECKING:
    from dateline.engine.account import ReadSummary
    from dateline.ingest.intake import Intake
    from dateline.pipeline import Outcome

NAMED = 20
LOST = 1


def read(
    sources: Sources,
    *,
    to: To = None,
    published: Published = None,
    source: Source = None,
    workers: Workers = 1,
    limit: Limit = None,
    strict: Strict = False,
    settings: SettingsFile = None,
    as_json: Json = False,
) -> None:
    """Read articles: claims on the screen, or with --to (or --json) every reading as a line of dateline/1."""
    from dateline.cli.progress import Progress, build
    from dateline.desk import Desk
    from dateline.engine.local import Local
    from dateline.ingest.intake import Intake

    intake, desk, engine = (
        Intake(tuple(sources), published, source, limit),
        Desk(settings=settings_of(settings)),
        Local(workers),
    )
    desk.prepare(build)
    if to is not None:
        with Progress(lambda: counted(intake)) as progress:
            summary = desk.read(intake, to, engine=engine, watch=progress.step)
    else:
        summary = show(desk.readings(intake, engine), as_json)
    account(summary, strict)


def show(outcomes: Iterator[Outcome], as_json: bool) -> ReadSummary:
    """What came of the outcomes, once each is printed: its claims for people, its line for programs."""
    from dateline.engine.account import Tally
    from dateline.export.lines import outcome_line

    tally = Tally()
    for outcome in outcomes:
        tally.count(outcome)
        if as_json:
            sys.stdout.buffer.write(outcome_line(outcome))
        else:
            show_reading(outcome)
    return tally.summary()


def show_reading(outcome: Outcome, why: bool = False) -> None:
    """Prints the claims of an article. Prints nothing for one that gave no reading: the account names it."""
    from dateline.cli.screen import claim_block, console, headline
    from dateline.records.reading import Reading

    if not isinstance(outcome, Reading):
        return
    out = console()
    out.print(headline(outcome.article))
    for claim in outcome.claims:
        out.print()
        out.print(claim_block(outcome.article, claim, why))
    if not outcome.claims:
        out.print("no claims")
    out.print()


def account(summary: ReadSummary, strict: bool, words: str | None = None) -> None:
    """Tells on standard error what was read (in other `words`, if given) and names what was not.

    Raises `typer.Exit` where `strict` asks for it.
    """
    from dateline.cli.screen import plain

    lines = [plain(name) for name in summary.lost[:NAMED]]
    if summary.lost_count > len(lines):
        lines.append(f"… and {summary.lost_count - len(lines)} more")
    sys.stderr.write("".join(f"{line}\n" for line in [*lines, words or str(summary)]))
    if strict and summary.lost_count:
        raise typer.Exit(LOST)


def counted(intake: Intake) -> int | None:
    """The number of inputs; None where counting would use them up (pipes, standard input) or fails."""
    from dateline.errors import DatelineError

    if not all(Path(source).is_file() or Path(source).is_dir() for source in intake.sources):
        return None
    try:
        return sum(1 for _ in intake.captures())
    except (DatelineError, OSError):
        return None
