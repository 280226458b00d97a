"""A page whose server was restarted, or that another replica serves now: the first click counts."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import Contexts
from tests.browser.pages import settle
from tests.browser.server import free_port, serving
from tests.few_articles import few_articles

_CONNECTED = "[data-testid=stApp][data-test-connection-state=CONNECTED]"


def test_the_first_click_after_a_restart_counts(contexts: Contexts, tmp_path: Path) -> None:
    port = free_port()
    arguments = ["dashboard", "serve", "--port", str(port), "--root", str(few_articles())]
    page = contexts().new_page()  # not under watch: its console is full of what could not be reached
    other = contexts().new_page()
    try:
        with serving(arguments, port=port, folder=tmp_path):
            page.goto(f"http://127.0.0.1:{port}/?places=ben-tre&theme=organisation")
            other.goto(f"http://127.0.0.1:{port}/data?places=ben-tre")
            for one in (page, other):
                settle(one)
        for one in (page, other):
            expect(one.locator(_CONNECTED)).to_have_count(0)
        pick(page, "dong nai")  # the picker can be used without a server
        with serving(arguments, port=port, folder=tmp_path):
            for one in (page, other):
                expect(one.locator(_CONNECTED)).to_have_count(1)
            page.get_by_role("radio", name="Đội ngũ cán bộ").click()
            with other.expect_download():  # before anything else is clicked there
                other.get_by_role("link", name="CSV").first.click()
            other.get_by_role("radio", name="English").click()
            expect(page).to_have_url(re.compile("/[?]places=ben-tre%2Cdong-nai&theme=staff$"))
            expect(other).to_have_url(re.compile("/data[?]lang=en&places=ben-tre$"))
            expect(other.get_by_role("heading", name="All the figures")).to_be_visible()
            pick(page, "yen lac")  # and the second
            expect(page).to_have_url(re.compile("ben-tre%2Cdong-nai%2Cvinh-phuc.yen-lac&theme=staff$"))
    finally:
        page.close()
        other.close()


def pick(page: Page, words: str) -> None:
    page.get_by_role("combobox", name="Địa phương").fill(words)
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
