"""Pages on which people join events, split one, or move claims; each says first what would change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated, Literal
from urllib.parse import urlencode

import msgspec
from fastapi import Query, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from dateline.errors import BadConfig
from dateline.judging import Changed, Judging, alike, foresee, judge
from dateline.records.decision import DIFFERENT, SAME, TAKEN_BACK, standing
from dateline.sheets import EventSheet
from dateline.view import View
from dateline.web.answers import Answer, respond
from dateline.web.filters import at
from dateline.web.forms import Form, Sent
from dateline.web.rendering import render
from dateline.web.tables import csv_of
from dateline.web.writer import writer

CANDIDATES = 20
MOST, LONGEST = 500, 2_000
Id = Annotated[str, Field(min_length=1, max_length=1000)]
COLUMNS = ("number", "kind", "takes_back", "by", "at", "why")


class Asked(BaseModel):
    """What somebody wants to do with an event: nothing but `event` merges it with another, which is looked for."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    event: Id | None = None
    claim: list[Id] = Field(default=[], max_length=MOST)
    other: Id | None = None
    do: Literal["merge", "split", "move"] | None = None
    words: str | None = Field(default=None, max_length=500)
    undo: int | None = Field(default=None, ge=1, le=10**9)

    def here(self, **changes: object) -> str:
        """The address that asks the same, with changes."""
        given = {name: value for name, value in {**dict(self), **changes}.items() if value is not None}
        return f"/judge?{urlencode(given, doseq=True)}"


class Sided(BaseModel):
    """A judgement: each of `ones` and each of `others` is the same happening, or a different one."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Literal["same", "different", "taken_back"] = Field(examples=["same"])
    ones: list[Id] = Field(default=[], max_length=MOST, examples=[["short-turkey-drone/c1"]])
    others: list[Id] = Field(default=[], max_length=MOST, examples=[["83b41ff5d4e23f39"]])
    takes_back: int | None = Field(
        default=None, ge=1, le=10**9, description="number of the judgement that holds no more"
    )
    why: str = Field(min_length=1, max_length=LONGEST, examples=["one raid, told twice"])
    by: str = Field(min_length=1, max_length=60, examples=["Ana"])
    keep: bool = Field(default=True, description="false: only tell what would change")


def judgements(request: Request) -> Response:
    """What people decided of events and stories, in that order. All of it is kept; `standing` names what holds."""
    view: View = request.app.state.view
    found = view.store.decisions()
    held = {one.number for one in standing(found)}
    return respond(
        request,
        Answer(
            "judgements.html",
            lambda: {"judgements": found[::-1], "held": held},
            lambda: msgspec.json.encode({"judgements": found, "standing": sorted(filter(None, held))}),
            lambda: csv_of(found, COLUMNS),
            "judgements",
        ),
    )


def judged(request: Request, sided: Sided) -> Response:
    """Keeps a judgement, and tells which events are other than they were; with `keep` false only what would be."""
    view: View = request.app.state.view
    words = [Judging(sided.kind, tuple(sided.ones), tuple(sided.others), sided.takes_back)]
    changed = judge(view, words, by=sided.by, why=sided.why) if sided.keep else foresee(view, words)
    told = {"kept": sided.keep, "before": changed.before, "after": changed.after}
    return Response(msgspec.json.encode(told), 201 if sided.keep else 200, media_type="application/json")


def page(request: Request, asked: Annotated[Asked, Query()]) -> Response:
    """What would change, with a form that does it; before that, where another event is needed, those to choose from."""
    view: View = request.app.state.view
    sheet = None if asked.event is None else view.event(asked.event)
    if asked.do in {"split", "move"} and not asked.claim:
        raise BadConfig("tick the claims that are meant, on the page of the event")
    event = None if sheet is None else view.written(sheet.event)[0]
    shown: dict[str, object] = {"asked": asked, "event": event, "changed": None, "candidates": ()}
    if sheet is not None and asked.other is None and asked.do != "split":
        shown["candidates"] = view.written(*alike(view, sheet.event, asked.words, CANDIDATES))
    elif writer(request).writes:
        changed = foresee(view, words_of(asked, sheet))
        shown["changed"] = replace(changed, before=view.written(*changed.before), after=view.written(*changed.after))
    return HTMLResponse(render(request, "judge.html", shown))


def done(request: Request, sent: Sent) -> Response:
    """Does what the form says, and leads to the event that came of it."""
    view: View = request.app.state.view
    asked = asked_in(sent)
    sheet = None if asked.event is None else view.event(asked.event)
    changed = judge(view, words_of(asked, sheet), by=sent.by, why=sent.needed("why")[:LONGEST])
    return RedirectResponse(onward(asked, changed), 303)


def asked_in(sent: Form) -> Asked:
    """What the form of a page asks for. Raises `BadConfig` where it is none of ours."""
    given = {name: sent.words(name) for name in ("event", "other", "do", "undo")}
    try:
        return Asked.model_validate(
            {name: value for name, value in given.items() if value} | {"claim": list(sent.many("claim"))}
        )
    except ValidationError as error:
        raise BadConfig("the form is none of ours; go back to the event and choose again") from error


def words_of(asked: Asked, sheet: EventSheet | None) -> list[Judging]:
    """What a wish means: claims are parted from the rest of their event, and joined with the other one.

    Raises `BadConfig` for claims that the event does not have, and where nothing would be parted.
    """
    if asked.undo is not None:
        return [Judging(TAKEN_BACK, takes_back=asked.undo)]
    if sheet is None:
        raise BadConfig("name the event that is meant")
    held = [f"{article.id}/{claim.id}" for article, claim in sheet.claims]
    chosen, rest = [one for one in held if one in asked.claim], [one for one in held if one not in asked.claim]
    if {*asked.claim} - {*held}:
        raise BadConfig("the event has not all of these claims any more; look at it again")
    if asked.other is None and not (chosen and rest):
        raise BadConfig("choose some of the claims of the event, but not all of them")
    return [*parted(chosen, rest), *([] if asked.other is None else joined(chosen or rest, asked.other))]


def parted(chosen: Sequence[str], rest: Sequence[str]) -> list[Judging]:
    """What parts claims from others, where there are some on each side."""
    return [Judging(DIFFERENT, tuple(chosen), tuple(rest))] if chosen and rest else []


def joined(chosen: Sequence[str], other: str) -> list[Judging]:
    """What joins claims with an event."""
    return [Judging(SAME, tuple(chosen), (other,))]


def onward(asked: Asked, changed: Changed) -> str:
    """Where to go when it is done: to the event that was joined, else to that which was looked at, else to the list."""
    name = asked.other or asked.event or next((one.id for one in changed.after), None)
    return "/judgements" if name is None else at("events", name)
