"""`dateline steps`, `schema` and `doctor`: what the program is and whether it is well."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.options import Json, SettingsFile

UNWELL = 1


def steps(*, as_json: Json = False) -> None:
    """List the steps that every article goes through, and what each reads and writes."""
    import json

    from dateline.cli.screen import console
    from dateline.cli.tables import empty
    from dateline.recipe import STEPS

    rows = [
        (name, kind.__name__, sorted(kind.reads), sorted(kind.writes), first_line(kind)) for name, kind in STEPS.items()
    ]
    if as_json:
        names = ("name", "step", "reads", "writes", "does")
        sys.stdout.write("".join(f"{json.dumps(dict(zip(names, row, strict=True)))}\n" for row in rows))
        return
    table = empty("step", "reads", "writes", "does")
    for name, _, reads, writes, does in rows:
        table.add_row(name, ", ".join(reads), ", ".join(writes), does)
    console().print(table)


def first_line(kind: type) -> str:
    """The first sentence of a step's description."""
    return (kind.__doc__ or "").strip().partition("\n")[0]


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Labelled sentences, such as `review export` writes.")],
    *,
    settings: SettingsFile = None,
) -> None:
    """Read labelled sentences, and print as JSON how often what is found in them is right."""
    import json

    from dateline.cli.options import settings_of
    from dateline.errors import BadInput
    from dateline.evaluate import figures
    from dateline.recipe import pipeline

    if not gold.is_file():
        raise BadInput(f"there is no file {gold}")
    sys.stdout.write(json.dumps(figures(gold, pipeline(settings_of(settings))), indent=2) + "\n")


def schema() -> None:
    """Print the JSON Schema of dateline/1."""
    import json

    from dateline.records import codec

    sys.stdout.write(json.dumps(codec.schema(), indent=2) + "\n")


def doctor(
    *,
    db: Annotated[str | None, typer.Option("--db", metavar="FILE|URL", help="Look into this database too.")] = None,
    as_json: Json = False,
) -> None:
    """Check that everything is there and in order; exit with 1 if something is not."""
    import json
    from dataclasses import asdict

    from dateline.cli.screen import plain
    from dateline.desk import Desk

    checks = Desk(db).doctor()
    for check in checks:
        mark = "ok " if check.fine else "BAD"
        line = json.dumps(asdict(check)) if as_json else f"{mark} {check.name}: {plain(check.found)}"
        sys.stdout.write(f"{line}\n")
    if not all(check.fine for check in checks):
        raise typer.Exit(UNWELL)
