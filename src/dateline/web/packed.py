"""Answers to programs, compressed for whoever takes them so: the places of a large database are half a megabyte."""

from __future__ import annotations

from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

from dateline.web.answers import API

SMALLEST = 2_000
"""Bytes below which compressing saves nothing worth the time."""
LEVEL = 5


class Packed:
    """Compresses what is under `/api`. Pages are not: they hold a token, and how well they shrink would tell of it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.packing = GZipMiddleware(app, SMALLEST, LEVEL)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        is_program = scope["type"] == "http" and scope["path"].startswith(f"{API}/")
        await (self.packing if is_program else self.app)(scope, receive, send)
