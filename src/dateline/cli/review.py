"""`dateline review`: what people decided of single claims, and what it comes to. Deciding is done in the browser."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.options import Database, Json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.store.tallied import Outcome


def export(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="Where the lines are written.")], *, db: Database
) -> None:
    """Write labelled sentences from what is decided, which `dateline evaluate` reads."""
    from dateline.desk import Desk
    from dateline.export.outfile import outfile
    from dateline.reviewing import Reviewing
    from dateline.view import View

    with View.of(Desk(db)) as view:
        found = Reviewing(view).gold()
    with outfile(path) as file:
        file.writelines(found.lines())
    sys.stderr.write(f"{len(found.sentences)} sentences in {path}\n")
    for reason, number in sorted(found.left_out.items()):
        sys.stderr.write(f"left out {number}: {reason}\n")


def agreement(*, db: Database, as_json: Json = False) -> None:
    """Show how far reviewers agree, field by field: alpha of Krippendorff, kappa of Cohen."""
    from dateline.cli.screen import console
    from dateline.cli.tables import empty

    found = outcome(db).agreements
    if as_json:
        print_lines(found)
        return
    table = empty("field", "claims", "the same", "alpha", "kappa")
    for one in found:
        kappas = ", ".join(f"{two.one} and {two.other} {figure(two.kappa)}" for two in one.kappas)
        table.add_row(one.field, str(one.claims), share(one.same), figure(one.alpha), kappas)
    console().print(table)


def accuracy(*, db: Database, as_json: Json = False) -> None:
    """Show how often the program is right, by the reviewed claims of the random sample, with 95 % intervals."""
    from dateline.cli.screen import console
    from dateline.cli.tables import empty

    found = outcome(db)
    if as_json:
        print_lines(found.estimates)
        return
    table = empty("field", "right", "of", "share", "from", "to")
    for one in found.estimates:
        table.add_row(one.field, str(one.right), str(one.of), share(one.share), share(one.low), share(one.high))
    console().print(table)
    sys.stderr.write(f"{found.sampled} claims of the random sample are reviewed\n")


def decisions(*, db: Database, as_json: Json = False) -> None:
    """List what people decided, in that order."""
    from dateline.cli.screen import plain
    from dateline.desk import Desk

    with Desk(db).opened() as store:
        found = store.reviews()
    if as_json:
        print_lines(found)
        return
    for one in found:
        words = f": {one.comment}" if one.comment else ""
        sys.stdout.write(f"{plain(f'{one.at[:10]} {one.by} {one.verdict} {one.about}{words}')}\n")


def outcome(db: str) -> Outcome:
    """What reviewing has come to."""
    from dateline.desk import Desk
    from dateline.reviewing import Reviewing
    from dateline.view import View

    with View.of(Desk(db)) as view:
        return Reviewing(view).outcome()


def print_lines(records: Iterable[object]) -> None:
    """Prints records as lines of JSON."""
    import json

    from dateline.records.codec import to_builtins

    for one in records:
        sys.stdout.write(json.dumps(to_builtins(one), ensure_ascii=False) + "\n")


def share(value: float | None) -> str:
    """A share in hundredths."""
    return "-" if value is None else f"{value:.0%}"


def figure(value: float | None) -> str:
    """A figure with two places."""
    return "-" if value is None else f"{value:.2f}"
