from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright
from starlette.testclient import TestClient

from databases import KINDS, fresh
from dateline.web.app import web_app
from web_browser import Visitor, built_bundle, launched, serving
from web_desk import HOME, filled


@pytest.fixture(params=KINDS, scope="module")
def client(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder = tmp_path_factory.mktemp("web")
    for database in fresh(request.param, folder):
        with TestClient(web_app(filled(database, folder)), base_url=HOME) as opened:
            yield opened


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    built_bundle()
    with serving(tmp_path_factory.mktemp("desk")) as address:
        yield address


@pytest.fixture(scope="module")
def browser(home: str) -> Iterator[Browser]:
    assert home
    with sync_playwright() as playwright:
        chromium = launched(playwright)
        yield chromium
        chromium.close()


@pytest.fixture
def visitor(home: str, browser: Browser) -> Iterator[Visitor]:
    with browser.new_context(viewport={"width": 1400, "height": 1000}) as context:
        one = Visitor(home, context)
        yield one
        assert one.wrong == []
