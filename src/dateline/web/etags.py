"""Answers that a browser has already are not made again: it is told that nothing has changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import uuid4

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dateline.records.ids import digest

KEPT = "private, no-cache"
"""A browser may keep an answer, but has to ask whether it still holds."""

FILES = "/static/"
"""Files have tags of their own, made of what is in them: a new bundle is another whatever the database holds."""


@dataclass(frozen=True)
class Unchanged:
    """Marks each answer with the state of the database it was made from, and answers 304 while that lasts."""

    app: ASGIApp
    state: Callable[[], str]
    born: str = field(default_factory=lambda: uuid4().hex)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"}:
            await self.app(scope, receive, send)
            return
        if scope["path"].startswith(FILES):
            await self.app(scope, receive, adding({"Cache-Control": KEPT}, send))
            return
        tag = self.tag(scope, await run_in_threadpool(self.state))
        headers = {"ETag": tag, "Cache-Control": KEPT, "Vary": "Accept, Cookie"}
        if holds(Headers(scope=scope).get("if-none-match", ""), tag):
            await Response(status_code=304, headers=headers)(scope, receive, send)
            return
        await self.app(scope, receive, adding(headers, send))

    def tag(self, scope: Scope, state: str) -> str:
        """What stands for an answer: another one for another address, shape, state, person, or server."""
        query, headers = scope["query_string"].decode("latin-1"), Headers(scope=scope)
        asked = (scope["path"], query, headers.get("accept", ""), headers.get("cookie", ""))
        return f'W/"{digest(self.born, state, *asked)}"'


def adding(headers: dict[str, str], send: Send) -> Send:
    """What sends an answer with more headers, where it is a whole one."""

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] == 200:
            MutableHeaders(scope=message).update(headers)
        await send(message)

    return sent


def holds(known: str, tag: str) -> bool:
    """Whether a tag is among those that a browser has."""
    return tag in (one.strip() for one in known.split(","))
