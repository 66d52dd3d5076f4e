"""The desk as a browser sees it: a server on a few dispatches, read by the real pipeline, and Debian's Chromium."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn
from urllib.parse import urlsplit

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Page, Playwright

from dateline.desk import Desk
from dateline.engine.local import Local
from dateline.web.app import web_app
from dateline.web.rendering import BUILT

WEB = Path(__file__).parents[1] / "web"
AXE = WEB / "node_modules" / "axe-core" / "axe.min.js"
CHROMIUM = "/usr/bin/chromium"
PATIENCE_MS = 90_000
"""A map drawn without a graphics card on a busy machine takes long."""
HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=alert(2)><svg onload=alert(3)>"
    "\" onmouseover='alert(4)' javascript:alert(5)"
)
MARKET = (
    "ALEPPO, Oct 6 - Syrian government forces shelled a market in Aleppo on Tuesday, killing at least 12 people, "
    "a monitoring group said. The Syrian army denied that it had shelled the market. Turkey condemned the attack."
)
AGAIN = (
    "BEIRUT, Oct 7 - Syrian government forces shelled a market in Aleppo on Tuesday, residents said. "
    "Rebels attacked an army post in Idlib province on Wednesday. Russia accused Turkey of helping the rebels."
)
TALKS = (
    "VIENNA, Oct 20 - Russian and American diplomats met in Vienna on Tuesday. Iran said it would send troops to "
    "Damascus. Saudi Arabia threatened to leave the talks. Police arrested 20 protesters in Kyiv on Monday."
)
BOMBED = (
    f"HOMS, Nov 2 - {HOSTILE} Russian jets bombed a hospital in Homs on Monday, a doctor called {HOSTILE} said. "
    "Russia denied that it had bombed the hospital."
)
DISPATCHES = (
    {"id": "market", "title": "Shells hit a market", "text": MARKET, "published": "2015-10-06", "source": "Wire"},
    {"id": "again", "title": "Attack condemned", "text": AGAIN, "published": "2015-10-07", "source": "Report"},
    {"id": "talks", "title": "Talks in Vienna", "text": TALKS, "published": "2015-10-20", "source": "Wire"},
    {"id": "hostile", "title": HOSTILE, "text": BOMBED, "published": "2015-11-02", "source": HOSTILE},
)


def built_bundle() -> None:
    """Sees to it that the bundle is there and is no older than what it is made of."""
    if not Path(CHROMIUM).exists():
        missing(f"there is no browser at {CHROMIUM}")
    if not AXE.exists():
        missing("the bundle cannot be built: run `npm ci` in web/")
    sources = (one for one in WEB.rglob("*") if one.is_file() and "node_modules" not in one.parts)
    bundle = BUILT / "desk.js"
    if not bundle.exists() or bundle.stat().st_mtime < max(one.stat().st_mtime for one in sources):
        subprocess.run([shutil.which("npm") or "npm", "run", "build"], cwd=WEB, check=True, capture_output=True)


def missing(what: str) -> NoReturn:
    """Skips the tests that need a browser; fails where they may not be skipped."""
    if os.environ.get("DATELINE_REQUIRE_BROWSER"):
        pytest.fail(what)
    pytest.skip(what)


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address of a desk on the dispatches."""
    rows = folder / "in.jsonl"
    rows.write_text("".join(f"{json.dumps(one)}\n" for one in DISPATCHES), encoding="utf-8")
    desk = Desk(str(folder / "desk.db"))
    desk.add(rows, engine=Local(workers=1))
    server = uvicorn.Server(uvicorn.Config(web_app(desk), port=0, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


def launched(playwright: Playwright) -> Browser:
    """Chromium, drawing maps without a graphics card."""
    flags = ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
    return playwright.chromium.launch(executable_path=CHROMIUM, args=flags)


@dataclass
class Visitor:
    """Somebody with a browser of their own, and whatever went wrong there."""

    home: str
    context: BrowserContext
    wrong: list[str] = field(default_factory=list)

    def open(self, address: str) -> Page:
        """A page of the desk, by its path."""
        page = self.context.new_page()
        page.set_default_timeout(PATIENCE_MS)
        page.on("console", self.heard)
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("dialog", self.interrupted)
        page.on("request", lambda request: self.asked(request.url))
        page.goto(address if address.startswith("http") else self.home + address)
        return page

    def heard(self, message: ConsoleMessage) -> None:
        """Notes what the console has of errors; breaches of the policy are among them."""
        if message.type in {"error", "warning"}:
            self.wrong.append(message.text)

    def interrupted(self, dialog: Dialog) -> None:
        """Notes a dialog, which only a script of an article would open."""
        self.wrong.append(f"a dialog: {dialog.message}")
        dialog.dismiss()

    def asked(self, address: str) -> None:
        """Notes a request that goes anywhere else."""
        if urlsplit(address).netloc != urlsplit(self.home).netloc:
            self.wrong.append(f"a request to {address}")
