from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from databases import KINDS, fresh
from dateline.web.app import web_app
from web_desk import HOME, filled


@pytest.fixture(params=KINDS, scope="module")
def client(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder = tmp_path_factory.mktemp("web")
    for database in fresh(request.param, folder):
        with TestClient(web_app(filled(database, folder)), base_url=HOME) as opened:
            yield opened
