"""How long the desk takes to answer: every page and every call, each asked for the first time."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.desk import Desk

FILTERS = (
    "", "type=ASSAULT", "country=SYR", "status=denied", "since=2020-01-01&until=2020-03-31", "actor=SYR",
    "actor=state-RUS", "recipient=Turkey", "claimant=outlet", "party=true", "source=Outlet+7", "text=badoki",
    "text=said", "place=made%3A77",
    "type=PROTEST&country=UKR&since=2019-01-01", "actor=Russia&recipient=Ukraine", "claimant=Turkey&party=false",
    "type=ASSAULT&actor=SYR&party=true&since=2018-01-01",
)  # fmt: skip
LISTS = (
    "/overview",
    "/events",
    "/claims",
    "/timeline",
    "/map",
    "/network",
    "/network?edges=said",
    "/network?edges=against",
    "/review",
    "/review/unsure",
    "/review/stakes",
    "/review/sample",
)
ALONE = (
    "/actors", "/sources", "/runs", "/losses", "/ties", "/ties?actor=SYR", "/ties?kind=backs&since=2020-01-01",
    "/exports", "/actors/state-SYR", "/actors/state-RUS", "/events/e000000077", "/articles/a000000077",
    "/articles/a000000077?claim=c1", "/review/claims/a000000077/c1", "/review/accuracy", "/review/agreement",
)  # fmt: skip


@dataclass(frozen=True, order=True)
class Took:
    """How long an answer took, how long the processor worked on it, and how large it is."""

    seconds: float
    worked: float
    size: int
    url: str


def calls(prefix: str) -> Iterator[str]:
    """The address of every page, or of every call of the API."""
    for path in LISTS:
        for query in FILTERS:
            joint = "" if not query else "&" if "?" in path else "?"
            yield f"{prefix}{path}{joint}{query}"
    yield from (f"{prefix}{path}" for path in ALONE if not (prefix and path == "/exports"))


def measure(path: str, slow: int) -> None:
    """Prints how long every page and call takes when it is asked for the first time: the slowest, and percentiles."""
    took = sorted([*measured(path, ""), *measured(path, "/api/v1")], reverse=True)
    for one in took[:slow]:
        print(f"{one.seconds * 1000:6.0f} ms, processor {one.worked * 1000:6.0f} ms, {one.size:9} bytes  {one.url}")
    print(f"{len(took)} answers: {percentiles([one.seconds for one in took])}")
    print(f"processor: {percentiles([one.worked for one in took])}")


def measured(path: str, prefix: str) -> Iterator[Took]:
    """How long pages or calls take, one after the other, of a server that has just started."""
    from starlette.testclient import TestClient

    from dateline.web.app import web_app
    from dateline.web.server import warm

    began = time.perf_counter()
    app = web_app(Desk(path))
    warm(app)
    print(f"ready after {time.perf_counter() - began:.1f} s")
    with TestClient(app, base_url="http://127.0.0.1") as client:
        for url in calls(prefix):
            began, worked = time.perf_counter(), time.process_time()
            answer = client.get(url)
            yield Took(time.perf_counter() - began, time.process_time() - worked, len(answer.content), url)
            if answer.status_code != 200:
                print(answer.status_code, url)


def percentiles(seconds: Sequence[float]) -> str:
    """The median, the 95th percentile and the longest, in milliseconds."""
    ordered = sorted(seconds)
    return ", ".join(
        f"{name} {ordered[min(len(ordered) - 1, int(share * len(ordered)))] * 1000:.0f} ms"
        for name, share in (("median", 0.5), ("95th percentile", 0.95), ("longest", 1.0))
    )
