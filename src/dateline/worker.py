"""What a process does that works beside another one."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading


def start() -> None:
    """Readies this process: Ctrl-C ends it without a word, and it does not outlive the one that started it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=follow_parent, daemon=True).start()


def follow_parent() -> None:
    """Ends this process as soon as its parent is gone, however the parent ended."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
