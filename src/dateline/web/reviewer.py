"""The page on which people say who they are, and show the token where the desk asks for one."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Request, Response
from fastapi.responses import HTMLResponse
from starlette.exceptions import HTTPException

from dateline.errors import BadConfig
from dateline.web.access import Access
from dateline.web.forms import Sent, own_path
from dateline.web.rendering import render
from dateline.web.writer import NAME, TOKEN, kept, name_of, writer

A_YEAR = 365 * 24 * 60 * 60

Back = Annotated[str | None, Query(max_length=2000, description="the page to go back to")]


def page(request: Request, back: Back = None) -> Response:
    """The form for a name, and for the token where it has not been shown."""
    shown = {"back": own_path(back), "asks_token": not writer(request).may and not writer(request).read_only}
    return HTMLResponse(render(request, "reviewer.html", shown))


def named(request: Request, sent: Sent) -> Response:
    """Keeps the name, and the token if it is the right one, in cookies that no script can read."""
    access: Access = request.app.state.access
    name, token = name_of(sent.words("name") or ""), sent.words("token")
    if name is None:
        raise BadConfig("type a name; what you decide is kept under it")
    if not (writer(request).may or access.may_write(token)):
        raise HTTPException(403, "that is not the token that this desk was started with")
    onward = sent.onward()
    for cookie, value in ((NAME, name), (TOKEN, token)):
        if value is not None:
            onward.set_cookie(cookie, kept(value), max_age=A_YEAR, httponly=True, samesite="strict")
    return onward
