"""What the forms of reviewing do, and the same for programs."""

from __future__ import annotations

from datetime import date
from typing import Annotated, TypeVar
from urllib.parse import parse_qsl, urlencode

import msgspec
from fastapi import Depends, Request, Response
from fastapi.responses import JSONResponse, RedirectResponse

from dateline.errors import BadConfig, BadInput
from dateline.records.codec import to_builtins
from dateline.records.review import CODING, COMMENT, EDIT, SKIP, Answers, Review, Thing
from dateline.review.answers import answers_of
from dateline.review.edits import Changes, Named, changed
from dateline.reviewing import Item, Reviewing, Word
from dateline.store.queues import SETTLE
from dateline.web.filters import at_review
from dateline.web.forms import BACK, Form, Sent, own_path
from dateline.web.review import reviewing_in

R = TypeVar("R")


class Decision(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A decision as a program sends it: `claim` is "article/claim", `changes` are the fields of an edit."""

    claim: str
    verdict: str
    by: str
    comment: str = ""
    changes: Changes | None = None
    settles: bool = False


class Person(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whose last decision is meant."""

    by: str


async def body_of(request: Request) -> bytes:
    """What a program sends."""
    return await request.body()


Body = Annotated[bytes, Depends(body_of)]


def decide(request: Request, sent: Sent) -> Response:
    """Keeps what the form of a claim says, and leads to the next claim of its queue."""
    desk, name = reviewing_in(request), sent.needed("claim")
    word = word_of(desk, name, sent)
    desk.decide(name, word)
    return onward(sent, claim=name if word.verdict == COMMENT else None, after=name if word.verdict == SKIP else None)


def undo(request: Request, sent: Sent) -> Response:
    """Takes back the last thing that somebody decided, and leads to the claim that it was about."""
    review = reviewing_in(request).undo(sent.by)
    return onward(sent, claim=sent.words("claim") if review is None else str(review.about), after=None)


def redo(request: Request, sent: Sent) -> Response:
    """Puts in force again what somebody took back last, and leads on as if it had been decided just now."""
    review = reviewing_in(request).redo(sent.by)
    return onward(sent, claim=sent.words("claim") if review is None else None, after=None)


def onward(sent: Form, **shown: str | None) -> RedirectResponse:
    """Leads back to the queue that the form was on, or to another claim in it."""
    path, _, query = own_path(sent.words(BACK)).partition("?")
    if sent.words("queue") is None:
        return RedirectResponse(path if shown.get("claim") is None else at_review(shown["claim"] or ""), 303)
    kept = [(name, value) for name, value in parse_qsl(query) if name not in shown]
    asked = urlencode([*kept, *((name, value) for name, value in shown.items() if value is not None)])
    return RedirectResponse(f"{path}?{asked}" if asked else path, 303)


def word_of(desk: Reviewing, name: str, sent: Form) -> Word:
    """What a form says of a claim: what another said, where that is taken over, or its own verdict."""
    settles = sent.words("queue") == SETTLE
    item = desk.item(name, sent.by, settling=settles)
    number = sent.words("take")
    if number is not None:
        taken = next((one for one in (item.own, *item.others) if one is not None and str(one.number) == number), None)
        if taken is None:
            raise BadInput(f"there is no decision {number} on {name}")
        return Word(taken.verdict, sent.by, "", taken.answers, settles)
    verdict = sent.needed("verdict")
    answers = edited(sent, item) if verdict == EDIT else None
    return Word(verdict, sent.by, sent.words("comment") or "", answers, settles and verdict in CODING)


def edited(sent: Form, item: Item) -> Answers:
    """The answers that a form gives. Raises `BadConfig` for a day that is none."""
    mode = sent.words("mode") or ""
    kind = sent.needed("type")
    changes = Changes(
        type=kind,
        mode=mode.partition("/")[2] if mode.startswith(f"{kind}/") else None,
        status=sent.needed("status"),
        context=sent.many("context"),
        actor=end(sent, "actor", Named.actors(item.said.actor, item.claim, item.reading)),
        recipient=end(sent, "recipient", Named.actors(item.said.recipient, item.claim, item.reading)),
        place=end(sent, "place", Named.places(item.said.place, item.claim, item.reading)),
        begin=day(sent.words("begin")),
        finish=day(sent.words("finish") or sent.words("begin")),
        span=sent.words("span") != "wrong",
    )
    return changed(item.said, changes, item.reading.article.text)


def end(sent: Form, field: str, named: Named) -> Thing | None:
    """An actor or a place from a form."""
    return named.chosen(sent.words(field) or "", sent.words(f"{field}_words"))


def day(value: str | None) -> date | None:
    """A day from a form. Raises `BadConfig` for what is none."""
    try:
        return None if value is None else date.fromisoformat(value)
    except ValueError as error:
        raise BadConfig(f"{value!r} is no date; give it as 2024-03-31") from error


def decided(request: Request, body: Body) -> Response:
    """Keeps a decision on a claim."""
    desk, asked = reviewing_in(request), decoded(body, Decision)
    answers = None
    if asked.verdict == EDIT:
        reading, claim = desk.claim(asked.claim)
        answers = changed(answers_of(claim), asked.changes or Changes(), reading.article.text)
    return told(desk.decide(asked.claim, Word(asked.verdict, asked.by, asked.comment, answers, asked.settles)), 201)


def undone(request: Request, body: Body) -> Response:
    """Takes back the last decision of somebody that is in force."""
    return told(reviewing_in(request).undo(decoded(body, Person).by), 201)


def redone(request: Request, body: Body) -> Response:
    """Puts in force again the decision that somebody took back last, unless they have decided anything since."""
    return told(reviewing_in(request).redo(decoded(body, Person).by), 201)


def told(review: Review | None, status: int) -> Response:
    """A decision as it is kept. Raises `BadInput` where there is none."""
    if review is None:
        raise BadInput("nothing is there to be taken back or put in force again")
    return JSONResponse(to_builtins(review), status)


def decoded(body: bytes, kind: type[R]) -> R:
    """What a program sends, as a record. Raises `BadConfig` where it is none."""
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BadConfig(f"the body is not what is described: {error}") from error
