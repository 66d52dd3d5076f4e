"""Options that several commands share."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

Sources = Annotated[
    list[str],
    typer.Argument(metavar="SOURCES", help="Files, folders or patterns; - is standard input.", show_default=False),
]
Database = Annotated[
    str, typer.Option("--db", metavar="FILE|URL", help="The database: a file, or postgresql://…", show_default=False)
]
Workers = Annotated[
    int, typer.Option(min=1, max=256, help="Processes that read. The answers are the same with any number.")
]
Published = Annotated[
    str | None, typer.Option(metavar="DATE", help="Publication date of articles that come without one.")
]
Source = Annotated[str | None, typer.Option(metavar="NAME", help="Outlet of articles that come without one.")]
Limit = Annotated[int | None, typer.Option(min=1, help="Stop after so many articles.")]
Strict = Annotated[bool, typer.Option("--strict", help="Exit with 1 if any article was rejected or failed.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON lines, for programs.")]
To = Annotated[
    Path | None, typer.Option("--to", metavar="FILE", help="Write JSON lines here instead of showing claims.")
]
SettingsFile = Annotated[
    Path | None,
    typer.Option(
        "--settings", metavar="FILE", help="Settings; otherwise dateline.toml in this folder, if there is one."
    ),
]
HERE = Path("dateline.toml")


def settings_of(path: Path | None) -> Mapping[str, Mapping[str, object]]:
    """The settings of a file, of `dateline.toml` in this folder, or none. Raises `BadConfig` where they are wrong."""
    found = path or (HERE if HERE.is_file() else None)
    if found is None:
        return {}
    from dateline.recipe import settings_in

    sys.stderr.write(f"settings: {found}\n")
    return settings_in(found)


def own_actors_of(path: Path | None) -> Mapping[str, Mapping[str, object]]:
    """Of the settings those alone that tell who is known: a reader and its model are not opened for them."""
    from dateline.lexicon.own_actors import named_in

    found = path or (HERE if HERE.is_file() else None)
    return {} if found is None else {"actors": {"own": named_in(found)}}
