"""Who looks at a page, and whether they may write from it. There are no accounts: a name is typed once and kept."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, unquote

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection, cookie_parser

from dateline.reviewing import LONGEST_NAME
from dateline.web.access import Access

NAME, TOKEN = "dateline_reviewer", "dateline_token"
"""The cookies that keep a reviewer's name, and the token of a desk that others can reach."""


@dataclass(frozen=True)
class Writer:
    """A person at a page: the name they gave, whether they may write, and whether anybody may."""

    name: str | None
    may: bool
    read_only: bool

    @property
    def writes(self) -> bool:
        """Whether the page has forms for them: they may write, and have said who they are."""
        return self.may and self.name is not None


def writer(request: HTTPConnection) -> Writer:
    """Who sends a request."""
    access: Access = request.app.state.access
    may = access.may_write(token_in(request.headers))
    return Writer(name_of(unquote(request.cookies.get(NAME, ""))), may, access.read_only)


def name_of(words: str) -> str | None:
    """A name as it is kept: on one line, and not too long; None where nothing of it can be seen."""
    return " ".join(part for part in words.split() if part.isprintable())[:LONGEST_NAME].strip() or None


def token_in(headers: Headers) -> str | None:
    """The token that a request shows: a program's in a header, a browser's in a cookie."""
    kind, _, token = headers.get("authorization", "").partition(" ")
    if kind.lower() == "bearer":
        return token.strip()
    kept = cookie_parser(headers.get("cookie", "")).get(TOKEN)
    return None if kept is None else unquote(kept)


def kept(value: str) -> str:
    """A value as a cookie keeps it."""
    return quote(value, safe="")
