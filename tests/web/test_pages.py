from __future__ import annotations

import csv
import html
import io
import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import dateline.web
from dateline.web.filters import Filters, address
from dateline.web.rendering import BUILT, templates
from dateline.web.wording import days

PAGES = [
    "/overview", "/events", "/claims", "/timeline", "/map", "/network", "/network?edges=said", "/ties", "/actors",
    "/sources", "/judgements", "/runs", "/losses", "/exports?type=ASSAULT", "/articles/first",
    "/articles/first?claim=c1", "/articles/evil", "/articles/no%2Fday%3F", "/review", "/review/unsure",
    "/review/sample", "/review/settle", "/review/claims/first/c1", "/review/claims/evil/c1", "/reviewer",
    "/actors/russia", "/actors/state-RUS",
]  # fmt: skip
TEMPLATES = Path(dateline.web.__file__).parent / "templates"
VOID = {"meta", "link", "input", "img", "br", "hr", "rect", "path", "line", "circle"}


class Outline(HTMLParser):
    """The tags and links of a page; fails where tags do not close in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.attributes: list[str] = []
        self.links: list[str] = []
        self.feed(page)
        assert not self.open, self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [name for name, _ in attrs]
        self.links += [value or "" for name, value in attrs if name in {"href", "src", "action"}]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag


@pytest.mark.parametrize("page", PAGES)
def test_pages_are_whole_and_run_nothing(client: TestClient, page: str) -> None:
    answer = client.get(page)
    assert answer.status_code == 200
    outline = Outline(answer.text)
    assert "img" not in outline.tags
    assert outline.tags.count("script") == (BUILT / "desk.js").is_file()
    assert not [name for name in outline.attributes if name.startswith("on") or name == "style"]
    assert all(link.startswith(("/", "#")) or not link for link in outline.links)
    assert outline.tags.count("h1") == 1


def test_every_event_has_a_page_with_its_words(client: TestClient) -> None:
    for event in client.get("/events.json").json()["events"]:
        page = client.get(f"/events/{event['id']}")
        Outline(page.text)
        [first, *_] = client.get(f"/events/{event['id']}.json").json()["claims"]
        assert html.escape(first["words"].split()[0]) in page.text


def test_the_page_of_an_event_tells_when_it_was_reported_and_whose_word_it_is(client: TestClient) -> None:
    [raid, *_] = client.get("/events.json?type=ASSAULT").json()["events"]
    page = client.get(f"/events/{raid['id']}").text
    assert raid["whose_word"] == "others"
    assert "<dt>Whose word</dt><dd>told by others than the parties</dd>" in page
    assert f"<dt>Reported</dt><dd>{days(*map(date.fromisoformat, (raid['first_report'], raid['last_report'])))}" in page
    [talks] = client.get("/events.json?type=CONSULT").json()["events"]
    assert "<dt>Reported</dt><dd>day not known</dd>" in client.get(f"/events/{talks['id']}").text


@pytest.mark.parametrize("page", PAGES)
def test_every_link_of_a_page_leads_somewhere(client: TestClient, page: str) -> None:
    for link in sorted(set(Outline(client.get(page).text).links)):
        if link and not link.startswith("#"):
            assert client.get(link).status_code == 200, link


def test_no_template_switches_escaping_off() -> None:
    for template in TEMPLATES.glob("*.html"):
        text = template.read_text(encoding="utf-8")
        assert "|safe" not in text.replace(" ", ""), template
        assert "autoescape" not in text, template


def test_an_address_keeps_all_filters() -> None:
    filters = Filters.model_validate({"type": "ASSAULT", "text": "a&b=c #x", "party": False, "map": "5/1/2"})
    assert address("/events", filters) == "/events?type=ASSAULT&party=false&text=a%26b%3Dc+%23x&map=5%2F1%2F2"
    assert address("/events", filters, type=None, since="2015-10-01") == (
        "/events?party=false&text=a%26b%3Dc+%23x&map=5%2F1%2F2&since=2015-10-01"
    )


def test_empty_fields_of_a_form_leave_the_address(client: TestClient) -> None:
    answer = client.get("/events?type=&status=happened&party=&text=", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/events?status=happened")
    assert client.get("/events?type=").status_code == 200


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ("typ=ASSAULT", "there is no filter 'typ'; there are type, status"),
        ("since=tomorrow", "since: "),
        ("since=2015-10-02&until=2015-10-01", "exchange them"),
        ("country=Egypt", "give three letters"),
        ("box=1,2,3", "give west,south,east,north"),
        ("box=1,20,3,4", "south first"),
        ("party=perhaps", "party: "),
        ("text=!!!", "give one word or a few"),
        ("limit=0", "limit: "),
        ("after=xyz", "start from the first"),
    ],
)
def test_a_wrong_filter_is_told_with_the_remedy(client: TestClient, wrong: str, why: str) -> None:
    answer = client.get(f"/api/v1/events?{wrong}")
    assert answer.status_code == 400
    assert why in answer.json()["error"]
    page = client.get(f"/events?{wrong}")
    assert (page.status_code, page.headers["content-type"]) == (400, "text/html; charset=utf-8")


def test_what_is_not_there_is_told_in_the_shape_that_was_asked_for(client: TestClient) -> None:
    assert client.get("/nosuch").headers["content-type"] == "text/html; charset=utf-8"
    assert client.get("/api/v1/nosuch").json() == {"error": "there is no such page"}
    assert client.post("/events").status_code == 405


@pytest.mark.parametrize("of", ["events", "claims"])
@pytest.mark.parametrize("sort", ["newest", "oldest"])
def test_pages_of_a_list_hold_each_row_once(client: TestClient, of: str, sort: str) -> None:
    rows, after = [], ""
    while True:
        page = client.get(f"/api/v1/{of}?limit=2&sort={sort}{after}").json()
        rows += page[of]
        if page["next"] is None:
            break
        after = f"&after={page['next']}"
    assert len(rows) == page["fitting"][of]
    assert len({str(row) for row in rows}) == len(rows)
    days = [row["begin"] if of == "events" else (row["when"] or {}).get("begin") for row in rows]
    known = [day for day in days if day]
    assert known == sorted(known, reverse=sort == "newest")
    assert days == known + [None] * (len(days) - len(known))


def test_a_mark_of_another_list_is_refused(client: TestClient) -> None:
    mark = client.get("/api/v1/claims?limit=1").json()["next"]
    assert client.get(f"/api/v1/events?after={mark}").status_code == 400


def test_tables_are_there_whole_as_csv(client: TestClient) -> None:
    for path, headers in (("/events.csv", {}), ("/api/v1/events", {"accept": "text/csv"})):
        answer = client.get(path, headers=headers)
        assert answer.headers["content-type"] == "text/csv; charset=utf-8"
        rows = list(csv.DictReader(io.StringIO(answer.text)))
        assert len(rows) == client.get("/events.json").json()["fitting"]["events"]


def test_a_browser_that_has_an_answer_is_told_so(client: TestClient) -> None:
    first = client.get("/events.json")
    again = client.get("/events.json", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = client.get("/events.json?type=ASSAULT", headers={"if-none-match": first.headers["etag"]})
    assert other.status_code == 200
    client.app.state.view.desk.rebuild()  # type: ignore[attr-defined]
    assert client.get("/events.json", headers={"if-none-match": first.headers["etag"]}).status_code == 200


@pytest.mark.parametrize(
    ("actors", "recipients", "words"),
    [
        (("state-RUS", "state-FRA"), ("state-RUS", "state-FRA"), "Russia, France with one another"),
        (("state-RUS",), ("state-FRA",), "Russia to France"),
        ((), (), "Nobody is named"),
    ],
)
def test_who_meets_is_named_once(actors: tuple[str, ...], recipients: tuple[str, ...], words: str) -> None:
    parts = templates().get_template("parts.html")
    shown = parts.module.ends({"actors": actors, "recipients": recipients})  # type: ignore[attr-defined]
    assert re.sub("<[^>]*>", "", shown) == words
