"""What every request must pass, and what every answer carries."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dateline.web.access import Access
from dateline.web.writer import token_in

LARGEST_BODY = 1_000_000
LONGEST_QUERY = 8_000
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
SIGN_IN = "/reviewer"
"""Where people show the token, and so cannot have shown it yet."""
PROGRAMS = "/api/"
OWN = ("script-src", "style-src", "img-src", "font-src", "connect-src", "worker-src", "form-action")
NONE = ("default-src", "base-uri", "frame-ancestors")
POLICY = "; ".join([*(f"{name} 'none'" for name in NONE), *(f"{name} 'self'" for name in OWN)])
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # with "no-referrer" a browser says nothing of where our own forms come from
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@dataclass(frozen=True)
class Guard:
    """Refuses what should not come in, and adds the headers that keep a browser from running what an article says."""

    app: ASGIApp
    access: Access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        refused = refusal(scope, self.access)
        if refused is not None:
            await refused(scope, receive, guarded)
            return
        await self.app(scope, bounded(receive), guarded)


def refusal(scope: Scope, access: Access) -> Response | None:
    """The answer to a request that may not come in; None for one that may."""
    headers = Headers(scope=scope)
    if not access.serves(headers.get("host", "")):
        return told(scope, 421, "this desk is not served under that name; use its address")
    if len(scope["query_string"]) > LONGEST_QUERY:
        return told(scope, 414, "the address is too long")
    if int_of(headers.get("content-length")) > LARGEST_BODY:
        return told(scope, 413, "the request is too large")
    why = None if scope["method"] in SAFE else writing_refusal(scope["path"], headers, access)
    return None if why is None else told(scope, 403, why)


def writing_refusal(path: str, headers: Headers, access: Access) -> str | None:
    """Why a request to write may not; None for one that may."""
    if not is_from_here(headers):
        return "a page of another site may not write here"
    if access.read_only:
        return "this desk is read-only"
    if path != SIGN_IN and not access.may_write(token_in(headers)):
        return f"writing needs the token: programs show it (Authorization: Bearer …), people type it at {SIGN_IN}"
    return None


def is_from_here(headers: Headers) -> bool:
    """Whether no page of another site makes the request. Programs send neither header, browsers always one."""
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != headers.get("host"):
        return False
    return site in {None, "same-origin", "none"}


def bounded(receive: Receive) -> Receive:
    """The body of a request, as long as it is not too large."""
    seen = 0

    async def next_part() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > LARGEST_BODY:
            raise HTTPException(413, "the request is too large")
        return message

    return next_part


def int_of(value: str | None) -> int:
    """The number in a header; 0 where there is none, and where it is longer than any server would take."""
    return int(value) if value is not None and value.isdecimal() and len(value) < 20 else 0


def told(scope: Scope, status: int, why: str) -> Response:
    """A refusal in a sentence, for programs as JSON."""
    if scope["path"].startswith(PROGRAMS):
        return JSONResponse({"error": why}, status)
    return PlainTextResponse(f"{why}\n", status)
