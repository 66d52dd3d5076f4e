"""What went wrong, told as a page or as JSON, with what to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse
from starlette.exceptions import HTTPException

from dateline.errors import BadConfig, BadInput, Split
from dateline.view import View
from dateline.web.answers import HTML, ending_of, kind_wanted
from dateline.web.filters import Listing
from dateline.web.rendering import render


def add_to(app: FastAPI) -> None:
    """Has the application tell every error of ours as what it is."""
    app.add_exception_handler(BadConfig, bad_filter)
    app.add_exception_handler(BadInput, not_there)
    app.add_exception_handler(Split, split)
    app.add_exception_handler(RequestValidationError, bad_request)
    app.add_exception_handler(HTTPException, refused)


def bad_filter(request: Request, error: Exception) -> Response:
    """The answer to a filter that could not find anything."""
    return told(request, 400, str(error))


def not_there(request: Request, error: Exception) -> Response:
    """The answer where nothing has that id."""
    return told(request, 404, str(error))


def split(request: Request, error: Exception) -> Response:
    """The answer where an event is several now: which these are. It may be one again, when that is taken back."""
    assert isinstance(error, Split)
    if shape(request) != HTML:
        return JSONResponse({"error": str(error), "asked": error.name, "now": error.parts}, 410)
    view: View = request.app.state.view
    shown = {"asked": error.name, "parts": view.events_named(error.parts)}
    return HTMLResponse(render(request, "split.html", shown), 410)


def bad_request(request: Request, error: Exception) -> Response:
    """The answer to a filter of the wrong kind."""
    flaws: Sequence[Any] = error.errors() if isinstance(error, RequestValidationError) else ()
    return told(request, 400, "; ".join(dict.fromkeys(map(flaw, flaws))))


def refused(request: Request, error: Exception) -> Response:
    """The answer where there is no such page, no such method, or where a page refuses."""
    status, why = (error.status_code, error.detail) if isinstance(error, HTTPException) else (500, "")
    phrase = HTTPStatus(status).phrase
    return told(
        request, status, "there is no such page" if status == 404 else phrase.lower() if why in {"", phrase} else why
    )


def flaw(one: dict[str, Any]) -> str:
    """What is wrong with one filter."""
    name = str(one["loc"][-1])
    if one["type"] == "extra_forbidden" and one["loc"][0] == "query":
        return f"there is no filter {name!r}; there are {', '.join(Listing.model_fields)}"
    return f"{name}: {one['msg'].lower()}"


def shape(request: Request) -> str:
    """The shape of an error: that of what was asked for, of which the address tells even where there is nothing."""
    return ending_of(request.url.path) or kind_wanted(request)


def told(request: Request, status: int, why: str) -> Response:
    """The error in the shape that was asked for."""
    if shape(request) != HTML:
        return JSONResponse({"error": why}, status)
    return HTMLResponse(render(request, "error.html", {"status": status, "why": why}), status)
