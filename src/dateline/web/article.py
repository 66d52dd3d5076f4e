"""The page of one article: its text with everything that was found in it, its claims, and how to cite it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Annotated

from fastapi import Query, Request, Response

from dateline.export.columns import CLAIM_TABLE
from dateline.export.csv import csv_lines
from dateline.export.jsonl import claim_json
from dateline.export.lines import outcome_line
from dateline.records.article import Article
from dateline.records.claim import Claim
from dateline.records.reading import Reading
from dateline.sheets import Told
from dateline.view import View
from dateline.web.answers import Answer, named, respond
from dateline.web.lists import verdicts
from dateline.web.marks import KINDS, paragraphs
from dateline.web.voices import Saying, saying
from dateline.web.wording import day

Chosen = Annotated[str | None, Query(max_length=500, description="id of the claim to show", examples=["c1"])]


@dataclass(frozen=True, slots=True)
class Citation:
    """What to cite: the words, whose they are, and what proves that the text is the one that was read."""

    quote: str
    source: str
    title: str
    published: str
    url: str | None
    sha256: str
    run: str


def article(request: Request, name: str, claim: Chosen = None) -> Response:
    """What one article says, with its text; as CSV its claims."""
    view: View = request.app.state.view
    reading, kind = named(view.article, name)
    told = [(reading.article, one) for one in reading.claims]

    def shown() -> dict[str, object]:
        with view.knowing():
            return {**about(view, reading, claim), "verdicts": verdicts(request, told)}

    answer = Answer(
        "article.html", shown, lambda: outcome_line(reading), lambda: csv_lines(told, CLAIM_TABLE), "claims"
    )
    return respond(request, answer, kind)


def claim(request: Request, name: str) -> Response:
    """One claim, by the id of its article, a slash and its own id."""
    view: View = request.app.state.view
    told: Told = view.claim(*name.rpartition("/")[::2])
    return Response(claim_json(told), media_type="application/json")


def about(view: View, reading: Reading, claim_id: str | None) -> dict[str, object]:
    """What the page of an article shows."""
    stances = {(reading.article.id, one.id): one.stance for one in reading.statements}
    sayings = tuple(saying(reading.article, one, stances) for one in reading.claims)
    chosen = next((one for one in sayings if one.claim.id == claim_id), None)
    return {
        "reading": reading,
        "article": reading.article,
        "paragraphs": paragraphs(reading),
        "kinds": KINDS,
        "sayings": sayings,
        "chosen": chosen,
        "citation": citation(view, reading, chosen),
        "skipped": sorted({one.reason for one in reading.skipped}),
    }


def citation(view: View, reading: Reading, chosen: Saying | None) -> Citation:
    """How to cite the article, or the words of the chosen claim."""
    text, capture = reading.article, view.capture(reading.article.id)
    return Citation(
        quote=words(text, chosen.claim) if chosen else "",
        source=text.source or "outlet not known",
        title=text.title or "without a title",
        published=day(text.published_day) if text.published_day else "day of publication not known",
        url=text.url,
        sha256=hashlib.sha256(text.text.encode("utf-8", "surrogatepass")).hexdigest(),
        run=capture.run if capture else reading.run,
    )


def words(article: Article, claim: Claim) -> str:
    """The words a claim rests on, on one line."""
    return " ".join(claim.evidence.of(article.text).split())
