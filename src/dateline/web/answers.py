"""One answer in three shapes: a page for people, JSON for programs, CSV for tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from fastapi import Request, Response
from fastapi.responses import HTMLResponse, StreamingResponse

from dateline.errors import BadInput
from dateline.web.rendering import render

API = "/api/v1"
HTML, JSON, CSV = "text/html", "application/json", "text/csv"
R = TypeVar("R")
ENDINGS = {".json": JSON, ".csv": CSV}


@dataclass(frozen=True)
class Answer:
    """What there is to tell: what the template takes, JSON and CSV, each made when it is asked for."""

    template: str
    shown: Callable[[], Mapping[str, object]]
    json: Callable[[], bytes]
    csv: Callable[[], Iterable[bytes]] | None = None
    name: str = "dateline"
    """The name of the file that a browser saves the CSV in, without its ending."""
    headers: Mapping[str, str] = field(default_factory=dict)


def named(find: Callable[[str], R], name: str) -> tuple[R, str | None]:
    """What is called so, and the shape that the ending of its name asks for.

    Ids end as they like: a thing of that very id comes first. Raises `BadInput` where there is neither.
    """
    ending = ending_of(name)
    try:
        return find(name), None
    except BadInput:
        if ending is None:
            raise
    return find(name.rpartition(".")[0]), ending


def respond(request: Request, answer: Answer, kind: str | None = None) -> Response:
    """The answer in a shape: the one given, else what the address or the Accept header asks for."""
    kind = kind or kind_wanted(request)
    if kind == CSV and answer.csv is not None:
        headers = {"Content-Disposition": f'attachment; filename="{answer.name}.csv"', **answer.headers}
        return StreamingResponse(answer.csv(), media_type="text/csv; charset=utf-8", headers=headers)
    if kind == HTML:
        return HTMLResponse(render(request, answer.template, answer.shown()), headers=dict(answer.headers))
    return Response(answer.json(), media_type=JSON, headers=dict(answer.headers))


def kind_wanted(request: Request) -> str:
    """HTML, JSON or CSV: by the ending of the path, else by what the Accept header likes best."""
    route = getattr(request.scope.get("route"), "path", "")
    return ending_of(route) or best_of(request.headers.get("accept", ""), offered(request))


def offered(request: Request) -> tuple[str, ...]:
    """The shapes there are, the one for those who name none first."""
    return (JSON, CSV) if request.url.path.startswith(API) else (HTML, JSON, CSV)


def ending_of(path: str) -> str | None:
    """The kind that the ending of a path names."""
    return next((kind for ending, kind in ENDINGS.items() if path.endswith(ending)), None)


def best_of(accept: str, offered: tuple[str, ...]) -> str:
    """The kind that is liked best; the first of those offered where none is named."""
    liked = {}
    for part in accept.split(","):
        kind, *parameters = (piece.strip().lower() for piece in part.split(";"))
        quality = next((piece.removeprefix("q=") for piece in parameters if piece.startswith("q=")), "1")
        liked[kind] = float(quality) if quality.replace(".", "", 1).isdecimal() else 0.0
    return max(offered, key=lambda kind: (liked.get(kind, 0.0), -offered.index(kind)))
