"""`dateline serve`: the desk in the browser."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from dateline.cli.options import Database, SettingsFile, own_actors_of


def serve(
    *,
    db: Database,
    host: Annotated[str, typer.Option(help="The address to serve on; this machine alone can reach 127.0.0.1.")] = (
        "127.0.0.1"
    ),
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port.")] = 8765,
    read_only: Annotated[bool, typer.Option("--read-only", help="Nobody may write.")] = False,
    token: Annotated[
        str | None,
        typer.Option(envvar="DATELINE_TOKEN", help="What whoever writes must show, where others can reach the desk."),
    ] = None,
    settings: SettingsFile = None,
) -> None:
    """Open a database in the browser, and over REST under /api/v1. End with Ctrl-C."""
    from dateline.desk import Desk
    from dateline.web.access import Access
    from dateline.web.server import served

    access = Access(host, read_only, token)
    if not access.is_loopback:
        sys.stderr.write("whoever can reach this address can read all that the database holds\n")
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
    served(Desk(db, own_actors_of(settings)), access, port, lambda: sys.stderr.write(f"{address}  (Ctrl-C ends)\n"))
