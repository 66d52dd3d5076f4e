"""Runs the application until somebody ends it."""

from __future__ import annotations

import uvicorn

from dateline.desk import Desk
from dateline.web.access import Access
from dateline.web.app import web_app


def served(desk: Desk, access: Access, port: int) -> None:
    """Serves a desk's database until Ctrl-C. Raises `BadConfig` or `BadInput` where that cannot be opened."""
    uvicorn.run(web_app(desk, access), host=access.host, port=port, log_level="warning", server_header=False)
