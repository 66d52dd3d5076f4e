"""Runs the application until somebody ends it."""

from __future__ import annotations

from collections.abc import Callable

import uvicorn
from fastapi import FastAPI

from dateline.desk import Desk
from dateline.store.queries import EventQuery
from dateline.view import View
from dateline.web.access import Access
from dateline.web.app import web_app
from dateline.web.overview import counted
from dateline.web.rendering import compile_all


def served(desk: Desk, access: Access, port: int, ready: Callable[[], object]) -> None:
    """Serves a desk's database until Ctrl-C; calls `ready` once it has read what every page needs.

    Raises `BadConfig` or `BadInput` where the database cannot be opened.
    """
    app = web_app(desk, access)
    warm(app)
    ready()
    uvicorn.run(app, host=access.host, port=port, log_level="warning", server_header=False)


def warm(app: FastAPI) -> None:
    """Reads what every page needs, and counts what the first page tells, so that nobody has to wait for it."""
    view: View = app.state.view
    view.warm()
    counted(view, EventQuery())
    compile_all()
