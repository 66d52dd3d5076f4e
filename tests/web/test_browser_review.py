from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from web_browser import AXE, PATIENCE_MS, Visitor, built_bundle, launched, serving

SERIOUS = "run => run.violations.filter(one => ['serious', 'critical'].includes(one.impact))"
QUEUE = "/review/unsure"

expect.set_options(timeout=PATIENCE_MS)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    built_bundle()
    with sync_playwright() as playwright:
        chromium = launched(playwright)
        yield chromium
        chromium.close()


@pytest.fixture
def home(tmp_path: Path) -> Iterator[str]:
    with serving(tmp_path) as address:
        yield address


@contextmanager
def person(home: str, browser: Browser, name: str) -> Iterator[Page]:
    """Somebody with a browser of their own who has said their name."""
    with browser.new_context(viewport={"width": 1400, "height": 1000}) as context:
        visitor = Visitor(home, context)
        page = visitor.open(f"/reviewer?back={QUEUE}")
        page.get_by_label("Your name").fill(name)
        page.get_by_role("button", name="Go on").click()
        page.wait_for_url(f"**{QUEUE}")
        yield page
        assert visitor.wrong == []


def claim(page: Page) -> str:
    return page.locator("[data-claim]").get_attribute("data-claim") or ""


def press(page: Page, key: str) -> str:
    """Presses a key that leads to another claim, and tells which."""
    before = page.url, claim(page)
    page.keyboard.press(key)
    page.wait_for_function("before => document.querySelector('[data-claim]')?.dataset.claim !== before", arg=before[1])
    expect(page.locator("body[aria-busy]")).to_have_count(0)
    return claim(page)


def test_keys_decide_undo_and_redo_without_loading_the_page_anew(home: str, browser: Browser) -> None:
    with person(home, browser, "Ana") as page:
        page.evaluate("window.sameDocument = true")
        first = claim(page)
        second = press(page, "a")
        third = press(page, "r")
        press(page, "s")
        assert press(page, "u") == third
        assert press(page, "u") == second
        expect(page.locator(".verdict")).to_have_count(0)
        assert press(page, "u") == first
        assert press(page, "Shift+U") == second
        assert page.evaluate("window.sameDocument") is True
        page.goto(f"{home}/claims?reviewed=accepted")
        expect(page.locator(f"tr[data-claim='{first}'] .badge.accepted")).to_be_visible()


def test_an_edit_is_made_with_the_keyboard_alone(home: str, browser: Browser) -> None:
    with person(home, browser, "Ana") as page:
        first = claim(page)
        page.keyboard.press("e")
        expect(page.locator("[name=type]")).to_be_focused()
        page.locator("[name=status]").select_option("planned")
        page.locator("[name=actor_words]").fill("the tide")
        press(page, "Enter")
        page.goto(f"{home}/review/claims/{first}")
        expect(page.get_by_text("You said: edited")).to_be_visible()
        expect(page.locator("[name=status]")).to_have_value("planned")


def test_a_comment_stays_with_its_claim_and_help_lists_the_keys(home: str, browser: Browser) -> None:
    with person(home, browser, "Ana") as page:
        first = claim(page)
        page.keyboard.press("?")
        expect(page.get_by_text("when settling: take this word")).to_be_visible()
        page.keyboard.press("c")
        expect(page.get_by_label("Comment")).to_be_focused()
        page.keyboard.type("a u r in a comment")
        page.keyboard.press("Enter")
        expect(page.locator(".comments")).to_contain_text("Ana: a u r in a comment")
        assert claim(page) == first


def test_two_are_blind_and_a_third_settles(home: str, browser: Browser) -> None:
    with person(home, browser, "Ana") as ana, person(home, browser, "Ben") as ben, person(home, browser, "Eva") as eva:
        name = claim(ana)
        press(ana, "a")
        ben.goto(f"{home}/review/second")
        assert claim(ben) == name
        expect(ben.get_by_text("1 other decided on it")).to_be_visible()
        expect(ben.get_by_text("accepted")).to_have_count(0)
        ben.keyboard.press("r")
        expect(ben.get_by_role("heading", name="Nothing waits here")).to_be_visible()
        eva.goto(f"{home}/review/settle")
        assert claim(eva) == name
        expect(eva.locator(".versions th[scope=col]")).to_have_text(["The program", "Ana", "Ben"])
        eva.keyboard.press("1")
        expect(eva.get_by_role("heading", name="Nothing waits here")).to_be_visible()
        eva.goto(f"{home}/review/claims/{name}")
        expect(eva.get_by_text("Verdict: accepted")).to_be_visible()
        eva.goto(f"{home}/review")
        expect(eva.locator(".agreement")).to_contain_text("Kappa of Ana and Ben")


@pytest.mark.parametrize("path", ["/reviewer", "/review", QUEUE, "/review/settle", "/review/claims/hostile/c1"])
def test_nothing_serious_bars_anybody_and_all_fits_a_telephone(home: str, browser: Browser, path: str) -> None:
    with person(home, browser, "Ana") as page:
        page.goto(home + path)
        for one in page.locator("details").all():
            one.evaluate("one => one.open = true")
        page.evaluate(AXE.read_text(encoding="utf-8"))
        found = page.evaluate(f"axe.run().then({SERIOUS})")
        page.emulate_media(color_scheme="dark")
        found += page.evaluate(f"axe.run().then({SERIOUS})")
        assert [(one["id"], [node["html"][:200] for node in one["nodes"][:3]]) for one in found] == []
        page.set_viewport_size({"width": 360, "height": 700})
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
