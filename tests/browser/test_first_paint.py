"""The first charts, drawn before Streamlit is there in a plain frame, and taken over by its page as they stand."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Route, ViewportSize, expect

from tests.browser.conftest import OpenPage
from tests.browser.pages import settle

ENTRY = re.compile(r"/static/js/index\.[\w-]+\.js$")
SWITCH = re.compile(r"/static/js/ButtonGroup\.[\w-]+\.js$")
MOUNT = re.compile(r"/mount\.js$")
DESK: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}
WINDOW: ViewportSize = {"width": 1000, "height": 800}
BOXES = """() => Object.fromEntries([".ds-board", ".ds-answer", ".ds-card", ".ds-plot"].flatMap((one) => {
  const node = document.querySelector(one);
  if (!node) return [];
  const { x, y, width, height } = node.getBoundingClientRect();
  return [[one, one === ".ds-board" ? [x, y, width] : [x, y, width, height]]];
}))"""


def hold(page: Page, script: re.Pattern[str] = ENTRY) -> Callable[[], None]:
    """Keeps Streamlit from starting, or another script from coming; what is returned lets it."""
    held: list[Route] = []
    page.route(script, lambda route: held.append(route))  # Playwright looks at a handler's parameters

    def go() -> None:
        for _ in range(200):
            if held:
                break
            page.wait_for_timeout(50)
        for route in held:
            route.continue_()

    return go


def early(page: Page, address: str) -> None:
    """Open an address, up to where the answer or the charts on the screen are drawn."""
    page.goto(address)
    expect(page.locator(".ds-first-paint :is(.ds-plot .main-svg, .ds-answer:not([hidden]))").first).to_be_visible()
    expect(page.locator(".ds-first-paint .ds-board[data-state=first]")).to_be_attached()


@pytest.mark.parametrize(
    ("size", "query"),
    [
        ({"width": 768, "height": 1024}, "?theme=context"),
        (DESK, "?places=ben-tre,dong-nai&theme=organisation"),
        (PHONE, "?places=bac-kan.cho-moi,ben-tre&theme=organisation&lang=en"),
        (DESK, ""),
        (WINDOW, "?lang=en"),
        (PHONE, ""),
        (DESK, "?places=dong-nai"),
        (WINDOW, "?places=dong-nai"),
        (PHONE, "?places=dong-nai&lang=en"),
        (DESK, "?places=ben-tre,dong-nai"),
        (WINDOW, "?places=bac-kan.cho-moi,ben-tre"),
        (PHONE, "?places=ben-tre,dong-nai"),
    ],
)
def test_what_the_page_shows_is_there_before_streamlit_and_stays_where_it_is(
    open_page: OpenPage, dashboard_url: str, size: ViewportSize, query: str
) -> None:
    page = open_page(viewport=size, **({"has_touch": True, "is_mobile": True} if size == PHONE else {}))
    go = hold(page)
    early(page, f"{dashboard_url}/{query}")
    before = page.evaluate(BOXES)
    page.evaluate("document.querySelector('.ds-board').known = true")
    go()
    expect(page.locator(".stApp .ds-board")).to_be_visible()
    expect(page.locator(".ds-first-paint")).to_have_count(0)
    settle(page)
    assert page.evaluate("document.querySelector('.ds-board').known")  # nothing was drawn again
    assert page.locator(".ds-board").count() == 1
    after = page.evaluate(BOXES)
    assert before.keys() == after.keys()
    for name, box in before.items():
        assert box == pytest.approx(after[name], abs=2), name


def test_they_can_be_used_and_scrolled_and_keep_both_however_slowly_the_page_comes(
    page: Page, dashboard_url: str
) -> None:
    page.clock.install()
    go, mount, switch = hold(page), hold(page, MOUNT), hold(page, SWITCH)
    early(page, f"{dashboard_url}/?theme=organisation")
    with page.expect_download() as download:
        page.locator(".ds-png").first.click()
    assert Path(download.value.path()).read_bytes().startswith(b"\x89PNG")
    page.locator(".ds-first-paint").evaluate("early => early.scrollTop = 700")
    page.locator(".ds-mark").nth(2).focus()
    there = page.locator(".ds-card").nth(2).bounding_box()
    go()
    expect(page.locator(".stApp .st-key-board")).to_be_attached()
    page.clock.run_for(10_000)
    with page.expect_response(MOUNT):
        mount()
    switch()
    expect(page.locator(".stApp .ds-board")).to_be_visible()
    settle(page)
    assert page.locator(".ds-mark").nth(2).evaluate("mark => mark === document.activeElement")
    here = page.locator(".ds-card").nth(2).bounding_box()
    assert there
    assert here
    assert here["y"] == pytest.approx(there["y"], abs=3)


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_axe_finds_nothing_serious_and_what_is_below_is_out_of_reach(
    open_page: OpenPage, dashboard_url: str, size: ViewportSize
) -> None:
    page = open_page(viewport=size)
    go = hold(page)
    early(page, dashboard_url)
    found = Axe().run(page).response["violations"]
    assert not [one["id"] for one in found if one["impact"] in ("serious", "critical")]
    assert page.locator("#root").evaluate("root => root.inert")
    go()
    expect(page.locator(".stApp .ds-board")).to_be_visible()
    assert not page.locator("#root").evaluate("root => root.inert")


def test_they_are_dark_where_the_visitor_is(open_page: OpenPage, dashboard_url: str) -> None:
    page = open_page(color_scheme="dark")
    go = hold(page)
    early(page, f"{dashboard_url}/?theme=organisation")
    for part, colour in ((".ds-first-paint", "rgb(19, 23, 28)"), (".ds-card", "rgb(28, 34, 41)")):
        expect(page.locator(part).first).to_have_css("background-color", colour)
    go()
    expect(page.locator(".stApp .ds-board")).to_be_visible()


@pytest.mark.parametrize("query", ["?theme=nothing", "?q=xyzzy"])
def test_what_the_page_has_to_say_comes_first(page: Page, dashboard_url: str, query: str) -> None:
    page.goto(f"{dashboard_url}/{query}")
    expect(page.get_by_test_id("stAlert").first).to_be_visible()
    expect(page.locator(".ds-first-paint")).to_be_hidden()


def test_where_the_page_turns_out_to_have_no_board_they_go(page: Page, dashboard_url: str) -> None:
    """As when the data break between the two answers."""
    page.route("**/first?*", lambda route: route.continue_(url=f"{dashboard_url}/first?theme=organisation"))
    go = hold(page)
    early(page, f"{dashboard_url}/?theme=organisation&q=xyzzy")
    go()
    expect(page.locator(".ds-first-paint")).to_have_count(0)
    expect(page.get_by_test_id("stAlert").first).to_be_visible()
    assert not page.locator("#root").evaluate("root => root.inert")


def test_without_them_the_page_comes_up_as_ever(page: Page, dashboard_url: str) -> None:
    """As where a proxy does not know their address, and answers with a page."""
    page.route(re.compile(r"/first(\?|$)"), lambda route: route.fulfill(body="<p>", content_type="text/html"))
    page.goto(dashboard_url)
    expect(page.locator(".stApp .ds-board[data-state=drawn]")).to_be_visible()


def test_the_other_pages_have_none(page: Page, dashboard_url: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{dashboard_url}/method")
    expect(page.locator(".stApp h1")).to_be_visible()
    assert not [url for url in asked if "/first" in url]
    expect(page.locator(".ds-first-paint")).to_be_hidden()
