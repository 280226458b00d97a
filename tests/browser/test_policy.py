"""What the browser is told that a page may do is enough for all that a page does, and keeps out all else."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from dashboard.language.words import word
from tests.browser.conftest import Contexts
from tests.browser.pages import settle

_TELL = """addEventListener("securitypolicyviolation",
  ({ violatedDirective, blockedURI }) => console.error(`refused: ${violatedDirective} ${blockedURI}`));"""
_NO_STREAM = """window.Real = WebSocket;
window.WebSocket = class extends Real { constructor(url, kinds) { super(url.replace("/stream", "/none"), kinds); } };"""


def test_no_page_asks_for_more_than_it_may(page: Page, dashboard_url: str) -> None:
    """Charts, pictures and files saved, a link copied, a page printed: the fixture fails on an error in the console."""
    page.add_init_script(_TELL + "window.print = () => (window.printed = true);")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{dashboard_url}/?places=ben-tre,dong-nai&theme=organisation")
    expect(page.locator(".ds-board[data-state=drawn]")).to_be_visible()
    settle(page)
    with page.expect_download():
        page.locator(".ds-png").first.click()
    with page.expect_download():
        page.get_by_role("button", name="Tải tất cả biểu đồ (ZIP)").click()
    page.locator(".ds-link").first.click()
    page.get_by_role("navigation").get_by_role("link", name="Dữ liệu").click()
    with page.expect_download():
        page.get_by_role("link", name="CSV").first.click()
    page.goto(f"{dashboard_url}/place?place=ben-tre")
    page.locator("[data-print]").click()
    assert page.evaluate("window.printed")


def test_a_script_that_got_into_a_page_does_not_run(contexts: Contexts, dashboard_url: str) -> None:
    page = contexts().new_page()  # not under watch: its console says what was refused
    try:
        page.goto(f"{dashboard_url}/method")
        page.evaluate(
            """() => {
              const script = document.createElement("script");
              script.textContent = "window.ran = true";
              document.body.append(script);
              document.body.insertAdjacentHTML("beforeend", "<img src=data: onerror='window.ran = true'>");
            }"""
        )
        assert page.evaluate("fetch('http://127.0.0.1:9/').catch(({ message }) => message)") == "Failed to fetch"
        assert page.evaluate("window.ran") is None
    finally:
        page.close()


def test_a_page_that_can_not_connect_says_so_and_stops_saying_it_once_it_can(
    contexts: Contexts, dashboard_url: str
) -> None:
    page = contexts().new_page()  # not under watch: its console is full of what could not be reached
    try:
        page.clock.install()
        page.add_init_script(_NO_STREAM)
        page.goto(f"{dashboard_url}/sources?lang=en")
        line = page.locator(".ds-unconnected")
        expect(page.locator("[data-testid=stApp][data-test-script-state=initial]")).to_be_attached()
        expect(line).to_be_hidden()
        page.clock.run_for(10_000)
        expect(line).to_be_visible()
        assert line.inner_text() == word("unconnected", "en")
        page.evaluate("() => { window.WebSocket = Real; }")
        page.clock.run_for(60_000)
        expect(line).to_have_count(0)
    finally:
        page.close()
