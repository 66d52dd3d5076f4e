from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import CHECKS
from starlette.testclient import TestClient

from dateline.cli.filters import FILTERS
from dateline.web.access import Access
from dateline.web.app import web_app
from dateline.web.described import SHAPES
from dateline.web.described_review import BODIES
from web_desk import filled

HELD = ("not_a_server_error", "status_code_conformance", "content_type_conformance", "response_schema_conformance")


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    folder = tmp_path_factory.mktemp("api")
    app = web_app(filled(str(folder / "test.db"), folder), Access("testserver"))
    with TestClient(app):
        yield schemathesis.openapi.from_asgi("/api/v1/openapi.json", app)


@pytest.mark.parametrize("path", SHAPES)
def test_whatever_is_asked_the_answer_is_as_described(described: Any, path: str) -> None:
    @given(described[f"/api/v1{path}"]["GET"].as_strategy())
    @settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    def ask(case: Any) -> None:
        case.call_and_validate(checks=[CHECKS.get_one(name) for name in HELD])

    ask()


@pytest.mark.parametrize("path", [*BODIES, "/judgements"])
def test_whatever_a_program_sends_it_is_kept_or_refused_as_described(described: Any, path: str) -> None:
    @given(described[f"/api/v1{path}"]["POST"].as_strategy())
    @settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    def ask(case: Any) -> None:
        case.call_and_validate(checks=[CHECKS.get_one(name) for name in HELD])

    ask()


@pytest.mark.parametrize("path", SHAPES)
def test_every_answer_has_an_example_that_is_as_described(client: TestClient, path: str) -> None:
    described = client.get("/api/v1/openapi.json").json()
    answer = described["paths"][f"/api/v1{path}"]["get"]["responses"]["200"]["content"]["application/json"]
    jsonschema.validate(answer["example"], {**answer["schema"], "components": described["components"]})


def test_the_filters_of_the_interface_are_those_of_the_command_line(client: TestClient) -> None:
    described = client.get("/api/v1/openapi.json").json()["paths"]["/api/v1/events"]["get"]
    names = [one["name"] for one in described["parameters"]]
    assert [name for name in names if name in FILTERS] == [name for name in FILTERS if name != "offset"]
    assert set(names) - set(FILTERS) == {"map", "selected", "sort", "after"}
