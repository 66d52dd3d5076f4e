"""Addresses without the empty fields that a form leaves in them, so that what is shared is short."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, urlencode

from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from dateline.web.answers import API


@dataclass(frozen=True)
class Tidy:
    """Leads from an address with empty fields to the same without them."""

    app: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        tidied = None if scope["type"] != "http" else tidy(scope["path"], scope["query_string"])
        await (self.app if tidied is None else RedirectResponse(tidied, 303))(scope, receive, send)


def tidy(path: str, query: bytes) -> str | None:
    """The address without empty fields; None where it has none, and for programs, who are told of them."""
    if path.startswith((API, "//")) or (b"=&" not in query and not query.endswith(b"=")):
        return None
    given = parse_qsl(query.decode("latin-1"))
    return quote(path) + (f"?{urlencode(given)}" if given else "")
