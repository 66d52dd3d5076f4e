"""The pages of reviewing: the queues and what they come to, and one claim with everything to decide on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated

import msgspec
from fastapi import Query, Request, Response
from pydantic import Field

from dateline.export.jsonl import claim_json
from dateline.records.codec import to_builtins
from dateline.records.review import Review
from dateline.reviewing import Item, Reviewing
from dateline.store.queues import QUEUES, SETTLE
from dateline.store.tallied import Outcome
from dateline.view import View
from dateline.web.answering import choices, facts, versions
from dateline.web.answers import Answer, respond
from dateline.web.filters import Filters, at_claim
from dateline.web.passage import passage
from dateline.web.tables import csv_of
from dateline.web.voices import saying
from dateline.web.writer import writer

ESTIMATE_COLUMNS = ("field", "right", "of", "share", "low", "high")
COMPARED_COLUMNS = ("field", "one", "other", "claims", "same", "alpha", "kappa")


@dataclass(frozen=True, slots=True)
class Waiting:
    """A queue, and how many claims wait in it."""

    queue: str
    claims: int


@dataclass(frozen=True, slots=True)
class Compared:
    """How far all agree on a field (`same` and `alpha`), or two of them (`kappa`)."""

    field: str
    one: str | None
    other: str | None
    claims: int
    same: float | None
    alpha: float | None
    kappa: float | None


class Given(Filters):
    """Filters, which claim is shown, and who asks."""

    claim: str | None = Field(default=None, max_length=1100, description="the claim to show: article/claim")
    after: str | None = Field(default=None, max_length=1100, description="the claim behind which the queue goes on")
    by: str | None = Field(default=None, max_length=60, description="who reviews", examples=["Ana"])


class Person(Filters):
    """Filters, and who asks."""

    by: str | None = Field(default=None, max_length=60, description="who reviews", examples=["Ana"])


Asked = Annotated[Given, Query()]
AskedBy = Annotated[Person, Query()]


def reviewing_in(request: Request) -> Reviewing:
    """Reviewing in the database that is shown."""
    view: View = request.app.state.view
    return Reviewing(view)


def review(request: Request, asked: AskedBy) -> Response:
    """How many claims wait in each queue, what the random sample tells of accuracy, and how far reviewers agree."""
    desk, query, by = reviewing_in(request), asked.query(), asked.by or writer(request).name
    counts, outcome = desk.counts(query, by), desk.outcome()

    def json() -> bytes:
        told = {"queues": counts, "filters": asked.filtered(), "by": by}
        return msgspec.json.encode(told | to_builtins(outcome))

    def shown() -> dict[str, object]:
        told = {"filters": asked, "counts": counts, "queues": QUEUES}
        return told | {"outcome": outcome, "people": pairs_in(outcome)}

    def csv() -> Iterable[bytes]:
        return csv_of([Waiting(name, counts[name]) for name in QUEUES], ("queue", "claims"))

    return respond(request, Answer("review.html", shown, json, csv, "queues"))


def accuracy(request: Request) -> Response:
    """How often the program is right, field by field, as the random sample tells: shares with 95 % intervals."""
    outcome = reviewing_in(request).outcome()

    def json() -> bytes:
        return msgspec.json.encode({"sampled": outcome.sampled, "estimates": outcome.estimates})

    return respond(
        request,
        Answer(
            "accuracy.html",
            lambda: {"outcome": outcome},
            json,
            lambda: csv_of(outcome.estimates, ESTIMATE_COLUMNS),
            "accuracy",
        ),
    )


def agreement(request: Request) -> Response:
    """How far reviewers agree, field by field: alpha of all, and kappa of each two; as CSV a row for each two."""
    outcome = reviewing_in(request).outcome()

    def json() -> bytes:
        return msgspec.json.encode({"agreements": outcome.agreements})

    return respond(
        request,
        Answer(
            "agreement.html",
            lambda: {"outcome": outcome, "people": pairs_in(outcome)},
            json,
            lambda: csv_of(compared(outcome), COMPARED_COLUMNS),
            "agreement",
        ),
    )


def pairs_in(outcome: Outcome) -> list[tuple[str, str]]:
    """Every two people who decided on the same claims."""
    return sorted({(one.one, one.other) for each in outcome.agreements for one in each.kappas})


def compared(outcome: Outcome) -> Iterator[Compared]:
    """A row for each field as all answer it, and one for each two people."""
    for one in outcome.agreements:
        yield Compared(one.field, None, None, one.claims, one.same, one.alpha, None)
        for two in one.kappas:
            yield Compared(one.field, two.one, two.other, two.claims, None, None, two.kappa)


def queue(request: Request, name: str, asked: Asked) -> Response:
    """The claim that comes next in a queue for somebody, without what others decided of it; null where none waits."""
    desk, by = reviewing_in(request), asked.by or writer(request).name
    query = asked.query()
    waiting = desk.counts(query, by)
    place = asked.claim or desk.next(name, query, by, asked.after)
    item = desk.item(place, by, settling=name == SETTLE) if place else None

    def json() -> bytes:
        told = {"queue": name, "waiting": waiting.get(name, 0), "name": place, "filters": asked.filtered()}
        return msgspec.json.encode(told | {"claim": None if item is None else line(item), "item": summary(item)})

    def shown() -> dict[str, object]:
        told: dict[str, object] = {"filters": asked, "queue": name, "waiting": waiting.get(name, 0), "item": item}
        return told if item is None else told | about(desk, item)

    return respond(request, Answer("review_claim.html", shown, json))


def one(request: Request, name: str, asked: AskedBy) -> Response:
    """One claim with what was decided of it, as far as that person may see it."""
    desk, by = reviewing_in(request), asked.by or writer(request).name
    item = desk.item(name, by)

    def json() -> bytes:
        return msgspec.json.encode({"name": name, "claim": line(item), "item": summary(item)})

    def shown() -> dict[str, object]:
        return {"filters": asked, "queue": None, "waiting": 0, "item": item, **about(desk, item)}

    return respond(request, Answer("review_claim.html", shown, json))


def line(item: Item) -> msgspec.Raw:
    """The claim as a line of JSON."""
    return msgspec.Raw(claim_json((item.reading.article, item.claim)))


def summary(item: Item | None) -> dict[str, object] | None:
    """What was decided of a claim, for programs."""
    if item is None:
        return None
    return {
        "says": to_builtins(item.said),
        "own": plain(item.own),
        "others": [plain(one) for one in item.others],
        "hidden": item.hidden,
        "verdict": item.verdict,
        "sampled": item.sampled,
        "event": item.event_id,
    }


def plain(review: Review | None) -> dict[str, object] | None:
    """A decision for programs."""
    made: dict[str, object] | None = None if review is None else to_builtins(review)
    return made


def about(desk: Reviewing, item: Item) -> dict[str, object]:
    """What the page of one claim shows beside it."""
    reading, claim = item.reading, item.claim
    stances = {(reading.article.id, one.id): one.stance for one in reading.statements}
    with desk.view.knowing():
        return {
            "name": f"{reading.article.id}/{claim.id}",
            "saying": saying(reading.article, claim, stances),
            "passage": passage(reading, claim),
            "facts": facts(item.said),
            "versions": versions(item),
            "choices": choices(item),
            "siblings": [saying(article, one, {}) for article, one in item.siblings],
            "at_article": at_claim(reading.article.id, claim.id),
        }


def decisions(request: Request) -> Response:
    """All decisions in their order, a line of JSON each."""
    return lines((msgspec.json.encode(to_builtins(one)) + b"\n" for one in reviewing_in(request).log()), "decisions")


def gold(request: Request) -> Response:
    """Labelled sentences from what is decided, a line of JSON each, as `dateline evaluate` reads them."""
    return lines(reviewing_in(request).gold().lines(), "gold")


def lines(made: Iterable[bytes], name: str) -> Response:
    """Lines of JSON, which a browser saves as a file."""
    headers = {"Content-Disposition": f'attachment; filename="{name}.jsonl"'}
    return Response(b"".join(made), media_type="application/jsonl", headers=headers)
