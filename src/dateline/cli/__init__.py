"""The command line."""

from __future__ import annotations

import sys


def main() -> None:
    """Runs a command and exits: 0 done, 1 with `--strict` where an article was lost, 2 bad use, 130 interrupted."""
    from dateline.cli.app import door

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal that cannot show a letter must not end the work
    door()(prog_name="dateline")
