"""The real command line over the tiny pipeline, as a process of its own: `python tests/tiny_dateline.py add …`.

$TINY_PAUSE is how many seconds each article takes.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import dateline.desk
from dateline.cli import main
from dateline.pipeline import Pipeline
from tiny_pipeline import tiny


def slow(_: object) -> Pipeline:
    return tiny(float(os.environ.get("TINY_PAUSE", "0")))


if __name__ == "__main__":
    # shells start what they put into the background deaf to interrupts, and so would this process be
    signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.path.insert(0, str(Path(__file__).parent))
    setattr(dateline.desk.Desk, "_pipeline", slow)  # noqa: B010 - the one thing that tests put in its place
    main()
