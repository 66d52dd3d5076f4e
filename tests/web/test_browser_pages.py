"""What a browser makes of the desk beyond its filters and pictures: what it fetches, prints and tells."""

from __future__ import annotations

import re

from playwright.sync_api import Request, expect

from web_browser import PATIENCE_MS, Visitor

MEGABYTE = 1_000_000

expect.set_options(timeout=PATIENCE_MS)


def test_the_first_map_is_less_than_a_megabyte(visitor: Visitor) -> None:
    fetched: list[Request] = []

    def finished(request: Request) -> None:
        fetched.append(request)

    visitor.context.on("requestfinished", finished)
    page = visitor.open("/map")
    page.wait_for_selector(".map-picture[data-ready]")
    page.wait_for_load_state("networkidle")
    sizes = {one.url.removeprefix(visitor.home): one.sizes() for one in fetched}
    for needed in (
        "^/map$",
        "^/static/desk.css$",
        "desk.js$",
        "/map-.*js$",
        "map-worker.js$",
        "outlines.json$",
        "^/api/v1/map",
    ):
        assert [path for path in sizes if re.search(needed, path)], (needed, [*sizes])
    assert sum(one["responseBodySize"] + one["responseHeadersSize"] for one in sizes.values()) < MEGABYTE


def test_on_paper_an_event_and_an_article_are_whole(visitor: Visitor) -> None:
    [event] = visitor.context.request.get(f"{visitor.home}/api/v1/events?type=ASSAULT&limit=1").json()["events"]
    page = visitor.open(f"/events/{event['id']}")
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.get_by_role("heading", name="Who says so")).to_be_visible()
    expect(page.get_by_text("bombed").first).to_be_visible()
    page.goto(f"{visitor.home}/articles/market")
    expect(page.get_by_text("killing at least")).to_be_visible()
    expect(page.locator(".text .mark").first).to_be_visible()
    expect(page.locator(".top nav, .downloads, button").filter(visible=True)).to_have_count(0)
    assert page.evaluate("getComputedStyle(document.querySelector('main p')).color") != "rgb(231, 229, 224)"


def test_pointing_at_a_mark_tells_what_it_is_and_why(visitor: Visitor) -> None:
    page = visitor.open("/articles/market")
    mark = page.locator(".text [data-mark]", has_text="shelled").first
    mark.hover()
    expect(page.locator(".note")).to_contain_text("Assault")
    expect(page.locator(".note")).to_contain_text(re.compile("happened"))


def test_on_a_narrow_screen_the_page_one_is_on_is_in_view(visitor: Visitor) -> None:
    page = visitor.open("/overview")
    page.set_viewport_size({"width": 360, "height": 700})
    for path in ("/review", "/exports", "/overview"):
        page.goto(visitor.home + path)
        expect(page.locator(".top nav [aria-current]")).to_be_in_viewport(ratio=1)


def test_a_group_of_places_opens_into_its_places(visitor: Visitor) -> None:
    places = visitor.context.request.get(f"{visitor.home}/api/v1/map").json()["features"]
    lons, lats = zip(
        *(one["geometry"]["coordinates"] for one in places if one["properties"]["country"] == "SYR"), strict=True
    )
    page = visitor.open(f"/map?map=2/{sum(lats) / len(lats)}/{sum(lons) / len(lons)}")
    page.wait_for_selector(".map-picture[data-ready]")
    page.locator(".map-canvas canvas").click()
    expect(page.locator(".panel h3")).to_contain_text("places close together")
    expect(page.locator(".panel .choice").filter(has_text="Homs")).to_be_visible()
    page.get_by_role("button", name="Zoom in here").click()
    page.wait_for_url(re.compile(r"map=[3-9]"))
