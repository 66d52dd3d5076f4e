"""Takes the pictures of the desk in docs/images/desk: `make pictures`, or `python docs/images/desk_pages.py [NAME …]`.

They show the demonstration dispatches, in Debian's Chromium. Where there is pngquant, they take a third of the room.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

from dateline.desk import Desk
from dateline.engine.local import Local
from dateline.records.review import ACCEPT, EDIT, REJECT, Answers
from dateline.reviewing import Reviewing, Word
from dateline.store.queries import EventQuery
from dateline.view import View
from dateline.web.app import web_app
from dateline.web.writer import NAME

HERE = Path(__file__).parent / "desk"
DISPATCHES = Path(__file__).parents[2] / "examples" / "dispatches"
CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
PATIENCE_MS = 120_000
NEAR = 1000
SYRIA = "map=5.4/34.9/38.2"


@dataclass(frozen=True)
class Picture:
    """A page to take a picture of: how wide, how much of it, in which colours, with keys that are pressed before, and
    whether somebody looks at it who has said who they are."""

    name: str
    path: str
    width: int = 1400
    height: int = 1000
    dark: bool = False
    keys: str = ""
    signed: bool = False


def pictures(event: str, other: str, article: str) -> tuple[Picture, ...]:
    """All pictures; the events and the article are chosen to be rich ones."""
    return (
        Picture("overview", f"/overview?{SYRIA}", height=1900),
        Picture("overview-dark", f"/overview?{SYRIA}", height=1250, dark=True),
        Picture("overview-wide", f"/overview?{SYRIA}", 1920, 1500),
        Picture("overview-small", "/overview", 360, 1500),
        Picture("map", f"/map?{SYRIA}&selected=geonames:170015"),
        Picture("map-small", f"/map?{SYRIA}", 360, 1400),
        Picture("timeline", "/timeline?since=2015-10-12&until=2015-10-25", height=760),
        Picture("network", "/network?selected=state-RUS"),
        Picture("network-dark", "/network", dark=True),
        Picture("events", "/events?type=ASSAULT&since=2015-10-01"),
        Picture("events-small", "/events?type=ASSAULT", 360, 1000),
        Picture("claims", "/claims?party=true"),
        Picture("event", f"/events/{event}", height=1400, signed=True),
        Picture("event-small", f"/events/{event}", 360, 1400),
        Picture("judge", f"/judge?event={event}&other={other}", height=920, signed=True),
        Picture("article", f"/articles/{article}", height=1200, keys="jjjj"),
        Picture("article-dark", f"/articles/{article}", height=1000, dark=True, keys="jjjj"),
        Picture("article-small", f"/articles/{article}", 360, 1100),
        Picture("actors", "/actors", height=800),
        Picture("actor", "/actors/state-RUS", height=1500),
        Picture("ties", "/ties", height=800),
        Picture("sources", "/sources", height=700),
        Picture("runs", "/runs", height=500),
        Picture("exports", "/exports?type=ASSAULT", height=700),
        Picture("review", "/review", height=2000, signed=True),
        Picture("review-claim", "/review/stakes?text=hospital", height=800, signed=True),
        Picture("review-claim-dark", "/review/stakes?text=hospital", height=1250, dark=True, keys="e", signed=True),
        Picture("review-claim-small", "/review/stakes?text=hospital", 360, 1500, signed=True),
        Picture("review-settle", "/review/settle", height=800, signed=True),
    )


def main() -> None:
    """Takes the pictures, or those that are named."""
    wanted = set(sys.argv[1:])
    HERE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as home, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for picture in pictures(*rich(home, browser)):
            if not wanted or picture.name in wanted:
                take(browser, home, picture)


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address of a desk on the demonstration dispatches."""
    desk = Desk(str(folder / "demo.db"))
    desk.add(DISPATCHES, engine=Local(workers=1))
    with View.of(desk) as view:
        review(Reviewing(view))
    server = uvicorn.Server(uvicorn.Config(web_app(desk), port=0, log_level="warning"))
    threading.Thread(target=server.run, daemon=True).start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True


def review(desk: Reviewing) -> None:
    """Has two people go through a part of the random sample. What they say is made up; it is to be looked at."""
    for person, many in (("Ana", 30), ("Ben", 20)):
        for n in range(many):
            name = desk.next("sample", EventQuery(), person)
            if name is not None:
                desk.decide(name, said(desk.item(name, None).said, person, n))


def said(shown: Answers, person: str, n: int) -> Word:
    """What one of them says of the claim that comes as the nth."""
    if n % 7 == 3:
        return Word(REJECT, person)
    if n % 9 == 5 or (n == 12 and person == "Ben"):
        return Word(EDIT, person, answers=replace(shown, status="planned", place=None))
    return Word(ACCEPT, person)


def rich(home: str, browser: Browser) -> tuple[str, str, str]:
    """The event that most claims tell, the one of its type with most claims beside it, and an article of it."""
    with browser.new_context() as context:
        events = context.request.get(f"{home}/api/v1/events?limit=1000").json()["events"]
    most, *others = sorted(events, key=lambda one: (-len(one["claims"]), one["id"]))
    other = next(one for one in others if one["type"] == most["type"])
    return most["id"], other["id"], most["claims"][0]["article_id"]


def take(browser: Browser, home: str, picture: Picture) -> None:
    """Takes a picture when everything on the page is drawn."""
    size = {"width": picture.width, "height": picture.height}
    with browser.new_context(color_scheme="dark" if picture.dark else "light", viewport=size) as context:  # type: ignore[arg-type]
        if picture.signed:
            context.add_cookies([{"name": NAME, "value": "Ana", "url": home}])
        page = context.new_page()
        page.set_default_timeout(PATIENCE_MS)
        page.goto(home + picture.path)
        page.wait_for_load_state("networkidle")
        drawn(page)
        for key in picture.keys:
            page.keyboard.press(key)
        file = HERE / f"{picture.name}.png"
        page.screenshot(path=file)
    if shutil.which("pngquant"):
        subprocess.run(["pngquant", "--force", "--ext", ".png", "--skip-if-larger", "64", file], check=False)


def drawn(page: Page) -> None:
    """Waits until every figure that is near the top has its picture, and the map stands still."""
    for kind in ("timeline", "map", "network"):
        figure = page.locator(f"figure[data-{kind}]")
        if figure.count() and (figure.bounding_box() or {"y": 0})["y"] < NEAR:
            page.wait_for_selector(f"figure[data-{kind}].drawn", timeout=PATIENCE_MS)
    if page.locator(".map-picture").count():
        page.wait_for_selector(".map-picture[data-ready]", timeout=PATIENCE_MS)
    page.wait_for_timeout(700)


if __name__ == "__main__":
    main()
