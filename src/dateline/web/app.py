"""The web application: one table of routes, put together when it is asked for."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass

from fastapi import APIRouter, FastAPI, Response
from starlette.middleware.gzip import GZipMiddleware
from starlette.staticfiles import StaticFiles

from dateline import __version__
from dateline.desk import Desk
from dateline.view import View
from dateline.web import (
    actors,
    article,
    deciding,
    errors,
    event,
    judging,
    lists,
    networks,
    overview,
    records,
    review,
    reviewer,
)
from dateline.web.access import Access
from dateline.web.answers import API
from dateline.web.described import Described, answers
from dateline.web.described_judging import judged
from dateline.web.described_review import done, lines_of, sent
from dateline.web.etags import Unchanged
from dateline.web.forms import new_token
from dateline.web.guard import Guard
from dateline.web.packed import Packed
from dateline.web.rendering import STATIC
from dateline.web.tidy import Tidy

Handler = Callable[..., Response]


@dataclass(frozen=True)
class Door:
    """A thing to look at: where its page is, who answers, whether it is also a table, and whether the API has it."""

    path: str
    handler: Handler
    csv: bool = True
    api: bool = True


@dataclass(frozen=True)
class Deed:
    """A thing to do: where its form is sent, and who does it and leads on to a page."""

    path: str
    handler: Handler


DOORS = (
    Door("/overview", overview.overview, csv=False),
    Door("/events", lists.events),
    Door("/claims", lists.claims),
    Door("/timeline", overview.days),
    Door("/map", overview.places),
    Door("/network", networks.network),
    Door("/ties", networks.ties),
    Door("/actors", actors.actors),
    Door("/sources", records.sources),
    Door("/runs", records.runs),
    Door("/losses", records.losses),
    Door("/judgements", judging.judgements),
    Door("/exports", records.exports, csv=False, api=False),
    Door("/review", review.review),
    Door("/review/accuracy", review.accuracy),
    Door("/review/agreement", review.agreement),
)
NAMED = (
    Door("/events/{name:path}", event.event),
    Door("/articles/{name:path}", article.article),
    Door("/actors/{name:path}", actors.actor, csv=False),
)
"""Pages about one thing. An ending of the id may be one of ours, which the handler finds out."""
API_ONLY = (Door("/claims/{name:path}", article.claim, csv=False),)

FILES = (Door("/review/decisions", review.decisions), Door("/review/gold", review.gold))
"""What is a file of lines of JSON and nothing else."""
REVIEWS = (
    Door("/review/claims/{name:path}", review.one, csv=False),
    Door("/review/{name}", review.queue, csv=False),
)
"""Pages about one claim, which take what is left of the paths of reviewing."""
DEEDS = (
    Deed("/reviewer", reviewer.named),
    Deed("/judge", judging.done),
    Deed("/review/decide", deciding.decide),
    Deed("/review/undo", deciding.undo),
    Deed("/review/redo", deciding.redo),
)
API_DEEDS = (
    Deed("/review/decisions", deciding.decided),
    Deed("/review/undo", deciding.undone),
    Deed("/review/redo", deciding.redone),
)


ABOUT = """What news reports tell: who did what to whom, when and where, and who says so.

All lists have the same filters, which are those of `dateline events`. `Accept: text/csv` gives a table. Answers have an
ETag that changes when the database does."""


def web_app(desk: Desk, access: Access | None = None) -> FastAPI:
    """The application on a desk's database. Raises `BadConfig` or `BadInput` where that cannot be opened."""
    view = View.of(desk)
    app = Described(
        title="Dateline",
        description=ABOUT,
        version=__version__,
        openapi_url=f"{API}/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=closing(view),
    )
    app.state.view, app.state.access, app.state.named = view, access or Access(), str(desk.database)
    app.state.form_token = new_token()
    app.include_router(pages())
    app.include_router(api(), prefix=API)
    app.mount("/static", GZipMiddleware(StaticFiles(directory=STATIC)), name="static")
    errors.add_to(app)
    app.add_middleware(Tidy)
    app.add_middleware(Unchanged, state=view.state)
    app.add_middleware(Packed)
    app.add_middleware(Guard, access=app.state.access)
    return app


def pages() -> APIRouter:
    """Pages, and with an ending the same as JSON or CSV; and what their forms do."""
    router = APIRouter(include_in_schema=False)
    router.add_api_route("/", overview.home, methods=["GET"])
    router.add_api_route("/reviewer", reviewer.page, methods=["GET"])
    router.add_api_route("/judge", judging.page, methods=["GET"])
    for deed in DEEDS:
        router.add_api_route(deed.path, deed.handler, methods=["POST"])
    for door in DOORS:
        for ending in ("", ".json", *([".csv"] if door.csv else [])):
            router.add_api_route(door.path + ending, door.handler, methods=["GET"])
    for door in (*NAMED, *FILES):
        router.add_api_route(door.path, door.handler, methods=["GET"])
    for door in REVIEWS:
        for ending in (".json", ""):
            router.add_api_route(door.path + ending, door.handler, methods=["GET"])
    return router


def api() -> APIRouter:
    """The same for programs."""
    router = APIRouter()
    for door in FILES:
        router.add_api_route(door.path, door.handler, methods=["GET"], responses=lines_of(door.path))
    for door in (*DOORS, *NAMED, *API_ONLY, *REVIEWS):
        if door.api:
            described = answers(door.path, door.csv)
            router.add_api_route(door.path, door.handler, methods=["GET"], responses=described)
    described = judged()
    router.add_api_route("/judgements", judging.judged, methods=["POST"], status_code=201, responses=described)
    for deed in API_DEEDS:
        described, body = done(deed.path), sent(deed.path)
        router.add_api_route(
            deed.path, deed.handler, methods=["POST"], status_code=201, responses=described, openapi_extra=body
        )
    return router


def closing(view: View) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    """What closes the database when the server ends."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        with view:
            yield

    return lifespan
