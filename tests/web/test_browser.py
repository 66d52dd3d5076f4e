from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from web_browser import AXE, HOSTILE, PATIENCE_MS, Visitor

PAGES = [
    "/overview", "/events", "/claims", "/timeline", "/map", "/network", "/network?edges=said", "/ties", "/actors",
    "/actors/state-RUS", "/sources", "/judgements", "/runs", "/losses", "/exports?type=ASSAULT", "/articles/market",
    "/articles/hostile", "/articles/market?claim=c1", "/events?typ=wrong",
]  # fmt: skip
SERIOUS = "run => run.violations.filter(one => ['serious', 'critical'].includes(one.impact))"

expect.set_options(timeout=PATIENCE_MS)


def drawn(page: Page) -> Page:
    """The page, when its map is drawn."""
    page.locator(".map-picture").scroll_into_view_if_needed()
    page.wait_for_selector(".map-picture[data-ready]")
    return page


def number(page: Page, of: str) -> str:
    return page.locator(f".numbers div:has(dt:text-matches('^{of}s?$')) dd").inner_text()


@pytest.mark.parametrize("path", PAGES)
def test_nothing_serious_bars_anybody(home: str, browser: Browser, path: str) -> None:
    with browser.new_context(color_scheme="light") as context:
        visitor = Visitor(home, context)
        page = visitor.open(path)
        page.wait_for_load_state("networkidle")
        page.evaluate(AXE.read_text(encoding="utf-8"))
        found = page.evaluate(f"axe.run().then({SERIOUS})")
        page.emulate_media(color_scheme="dark")
        found += page.evaluate(f"axe.run().then({SERIOUS})")
        assert [(one["id"], [node["html"][:200] for node in one["nodes"][:3]]) for one in found] == []
        assert [one for one in visitor.wrong if "400 (Bad Request)" not in one] == []


@pytest.mark.parametrize("path", ["/overview", "/timeline", "/actors/state-RUS"])
def test_nothing_serious_bars_anybody_before_the_scripts_come(home: str, browser: Browser, path: str) -> None:
    with browser.new_context() as context:
        context.route(re.compile(r"\.js($|\?)"), lambda route: route.abort())
        page = context.new_page()
        page.goto(home + path)
        page.evaluate(AXE.read_text(encoding="utf-8"))
        found = page.evaluate(f"axe.run().then({SERIOUS})")
        assert page.locator(".timeline svg").count() > 0
        assert [(one["id"], [node["html"][:200] for node in one["nodes"][:3]]) for one in found] == []


@pytest.mark.parametrize("width", [360, 1920])
def test_all_fits_a_telephone_and_a_wide_screen(visitor: Visitor, width: int) -> None:
    page = visitor.open("/overview")
    page.set_viewport_size({"width": width, "height": 900})
    for path in PAGES[:-1]:
        page.goto(visitor.home + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_on_paper_there_is_what_is_read_and_not_what_is_pressed(visitor: Visitor) -> None:
    page = visitor.open("/events?type=ASSAULT")
    page.emulate_media(media="print")
    expect(page.locator("tr[data-event]").first).to_be_visible()
    expect(page.locator(".top nav, .filters, .downloads").filter(visible=True)).to_have_count(0)


def test_a_citation_is_copied(visitor: Visitor) -> None:
    visitor.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = visitor.open("/articles/market?claim=c1")
    page.get_by_role("button", name="Copy").click()
    page.get_by_role("button", name="Copied").wait_for()
    assert re.search("shelled.*Wire.*6 Oct 2015.*SHA-256", page.evaluate("navigator.clipboard.readText()"))


def test_the_map_tells_whose_borders_it_draws_and_what_its_signs_mean(visitor: Visitor) -> None:
    page = drawn(visitor.open("/map"))
    page.get_by_text("Borders: Natural Earth").click()
    expect(page.get_by_text("is dashed where a state")).to_be_visible()
    expect(page.locator(".map-legend")).to_contain_text(re.compile("disputed.*denied.*somewhere in this area", re.S))


def test_a_filter_changes_the_page_and_back_undoes_it(visitor: Visitor) -> None:
    page = visitor.open("/events")
    page.evaluate("window.sameDocument = true")
    every = number(page, "event")
    page.get_by_label("Type").select_option("ASSAULT")
    page.wait_for_url("**/events?type=ASSAULT")
    assert int(number(page, "event")) < int(every)
    assert set(page.locator("tr[data-event] .kind").all_inner_texts()) >= {"Assault, heavy weapons"}
    page.go_back()
    expect(page.locator(".numbers dd").first).to_have_text(every)
    expect(page.get_by_label("Type")).to_have_value("")
    assert page.evaluate("window.sameDocument")


def test_the_map_leads_to_events_with_mouse_and_keys(visitor: Visitor) -> None:
    page = drawn(visitor.open("/map"))
    place = page.locator(".panel .choice").first
    name = place.locator("span").first.inner_text().split()[0]
    place.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".panel h3")).to_contain_text(name)
    expect(page.locator(".panel h3")).to_be_focused()
    expect(page.locator(".panel .events li").first).to_be_visible()
    page.locator(".panel .events a").first.click()
    page.wait_for_url("**/events/*")
    page.go_back()
    expect(page.locator(".panel h3")).to_contain_text(name)


def test_only_what_is_in_view_is_taken_and_given_back(visitor: Visitor) -> None:
    places = visitor.context.request.get(f"{visitor.home}/api/v1/map").json()["features"]
    [lon, lat] = places[0]["geometry"]["coordinates"]
    page = drawn(visitor.open(f"/map?map=7/{lat}/{lon}"))
    page.get_by_role("button", name="Only what is in view").click()
    page.wait_for_url(re.compile("box="))
    expect(page.get_by_text("only this part of the map")).to_be_visible()
    assert 0 < page.locator("tr[data-place]").count() < len(places)
    assert "box=" in (page.get_by_label("Pages").get_by_text("Events").get_attribute("href") or "")
    page.get_by_text("only this part of the map").click()
    expect(page.locator("tr[data-place]")).to_have_count(len(places))


def test_a_click_on_a_symbol_opens_its_place(visitor: Visitor) -> None:
    places = visitor.context.request.get(f"{visitor.home}/api/v1/map").json()["features"]
    [lon, lat] = places[0]["geometry"]["coordinates"]
    page = drawn(visitor.open(f"/map?map=9/{lat}/{lon}"))
    page.locator(".map-canvas canvas").click()
    expect(page.locator(".panel h3")).to_contain_text(places[0]["properties"]["name"])
    expect(page.locator(".panel .events li")).to_have_count(places[0]["properties"]["events"])


def test_events_without_a_place_are_told_beside_the_map(visitor: Visitor) -> None:
    page = drawn(visitor.open("/map"))
    unplaced = visitor.context.request.get(f"{visitor.home}/api/v1/map").json()["unplaced"]
    expect(page.locator(".tray h4")).to_contain_text(str(sum(one["events"] for one in unplaced)))


def test_an_address_that_is_shared_shows_the_same(visitor: Visitor, browser: Browser) -> None:
    page = drawn(visitor.open("/overview?since=2015-10-01"))
    page.locator(".map-picture .choice").first.click()
    page.wait_for_url(re.compile("selected="))
    page.locator(".map-picture").get_by_label("Zoom in").click()
    page.wait_for_url(re.compile("map="))
    with browser.new_context(viewport={"width": 1400, "height": 1000}) as context:
        friend = Visitor(visitor.home, context)
        same = drawn(friend.open(page.url))
        expect(same.locator(".map-picture h3")).to_have_text(page.locator(".map-picture h3").inner_text())
        expect(same.get_by_label("Since")).to_have_value("2015-10-01")
        assert same.url == page.url
        link = same.get_by_label("Pages").get_by_text("Claims").get_attribute("href") or ""
        assert all(name in link for name in ("since=2015-10-01", "map=", "selected="))
        assert friend.wrong == []


def test_days_are_chosen_on_the_timeline_and_played(visitor: Visitor) -> None:
    page = drawn(visitor.open("/overview"))
    every = number(page, "event")
    chart = page.locator(".chart canvas").first
    chart.scroll_into_view_if_needed()
    box = chart.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.1, box["y"] + 60)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + 80, steps=4)
    page.mouse.up()
    page.wait_for_url(re.compile("since=.*until="))
    assert int(number(page, "event")) < int(every)
    page.get_by_role("button", name="All of it").click()
    expect(page.locator(".numbers dd").first).to_have_text(every)
    page.get_by_role("button", name="Play").click()
    page.wait_for_url(re.compile("since="))
    first = page.url
    page.wait_for_function("before => location.href !== before", arg=first)
    page.get_by_role("button", name="Pause").click()
    expect(page.locator(".map-picture")).to_be_visible()


def test_an_arrow_of_the_network_opens_its_events(visitor: Visitor) -> None:
    page = visitor.open("/network")
    arrow = page.locator(".panel .choice").first
    between = arrow.locator("span").first.inner_text()
    arrow.click()
    expect(page.locator(".panel h3")).to_have_text(between)
    expect(page.locator(".panel .events li").first).to_be_visible()
    page.reload()
    expect(page.locator(".panel h3")).to_have_text(between)


def test_the_overview_has_the_network_in_small(visitor: Visitor) -> None:
    page = visitor.open("/overview")
    figure = page.locator("figure[data-network]")
    figure.scroll_into_view_if_needed()
    figure.locator(".panel .choice").first.click()
    expect(figure.locator(".panel .events li").first).to_be_visible()
    figure.get_by_text("The same as a table").click()
    expect(figure.locator("tr[data-edge]").first).to_be_visible()


def test_keys_go_from_mark_to_mark(visitor: Visitor) -> None:
    page = visitor.open("/articles/market")
    page.keyboard.press("j")
    first = page.locator(".mark.now").inner_text()
    expect(page.locator(".note h2")).to_contain_text(first)
    page.keyboard.press("j")
    assert page.locator(".mark.now").inner_text() != first
    page.keyboard.press("k")
    assert page.locator(".mark.now").inner_text() == first
    expect(page.locator(".text [data-mark]:focus")).to_have_text(first)


@pytest.mark.parametrize("path", ["/articles/hostile", "/claims?text=hospital", "/events?place=Homs", "/sources"])
def test_what_a_hostile_article_says_is_shown_and_never_run(visitor: Visitor, path: str) -> None:
    page = visitor.open(path)
    page.wait_for_load_state("networkidle")
    for mark in page.locator(".text [data-mark]").all():
        mark.hover()
    assert page.locator("main script, main img, main [onerror], main [onload], main [onmouseover]").count() == 0
    assert page.locator("script").count() == 1
    if path == "/articles/hostile":
        assert HOSTILE in page.locator("h1").inner_text()


@pytest.mark.parametrize(
    ("path", "wanted"),
    [("/events", "select[name=type]"), ("/map", ".panel .choice"), ("/articles/market", ".text [data-mark]")],
)
def test_the_tab_key_reaches_what_can_be_done(visitor: Visitor, path: str, wanted: str) -> None:
    page = visitor.open(path)
    page.locator(wanted).first.wait_for()
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("one => document.activeElement.matches(one)", wanted):
            return
    pytest.fail(f"{wanted} is never reached")


def test_without_scripts_the_same_is_there_as_tables(home: str, browser: Browser) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{home}/map")
        expect(page.locator("tr[data-place]").first).to_be_visible()
        page.goto(f"{home}/timeline")
        expect(page.locator("figure[data-timeline] svg")).to_be_visible()
        page.goto(f"{home}/network")
        expect(page.locator("tr[data-edge]").first).to_be_visible()


def test_events_are_merged_and_taken_apart_again(visitor: Visitor) -> None:
    page = visitor.open("/reviewer?back=/events?type=ASSAULT")
    page.get_by_label("Your name").fill("Ana")
    page.get_by_role("button", name="Go on").click()
    page.locator("tr[data-event] a").first.click()
    page.get_by_label("Another event that is the same").fill("Aleppo")
    page.get_by_role("button", name="Find it").click()
    page.get_by_text("Merge with this …").first.click()
    expect(page.get_by_role("heading", name="What would change")).to_be_visible()
    page.get_by_label("Why?").fill("told twice")
    page.get_by_role("button", name="Merge").click()
    page.wait_for_url("**/events/*")
    expect(page.get_by_text("says Ana")).to_be_visible()
    page.get_by_text("Take back …").click()
    page.get_by_label("Why?").fill("it was not")
    page.get_by_role("button", name="Take it back").click()
    page.wait_for_url("**/events/*")
    expect(page.get_by_text("says Ana")).to_have_count(0)


def test_whoever_decides_is_barred_by_nothing_and_all_fits_a_telephone(visitor: Visitor) -> None:
    events = visitor.context.request.get(f"{visitor.home}/api/v1/events?type=ASSAULT").json()["events"]
    [one, other] = [event["id"] for event in events[:2]]
    page = visitor.open("/reviewer")
    page.get_by_label("Your name").fill("Ana")
    page.get_by_role("button", name="Go on").click()
    page.wait_for_url("**/overview")
    for path in (f"/events/{one}", f"/judge?event={one}", f"/judge?event={one}&other={other}", "/judgements"):
        page.set_viewport_size({"width": 360, "height": 800})
        page.goto(visitor.home + path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        page.evaluate(AXE.read_text(encoding="utf-8"))
        assert [found["id"] for found in page.evaluate(f"axe.run().then({SERIOUS})")] == [], path
