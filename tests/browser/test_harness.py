"""The harness itself: a browser test can only be trusted if the watch sees what it should."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Contexts, OpenPage, ServeApp
from tests.browser.pages import Watch, settle
from tests.browser.server import ServerFailed, free_port, serving

SCRIPT = """
import streamlit as st

if st.button("Đối sánh"):
    st.write("đã bấm")
"""


@pytest.fixture(scope="session")
def small_app(serve_app: ServeApp, tmp_path_factory: pytest.TempPathFactory) -> str:
    script = tmp_path_factory.mktemp("small") / "small_app.py"
    script.write_text(SCRIPT, "utf-8")
    return serve_app(script)


def test_a_served_script_can_be_operated(page: Page, small_app: str) -> None:
    page.goto(small_app)
    settle(page)
    page.get_by_role("button", name="Đối sánh").click()
    expect(page.get_by_text("đã bấm")).to_be_visible()


def test_a_phone_is_narrow_and_has_touch(phone: Page, small_app: str) -> None:
    phone.goto(small_app)
    settle(phone)
    facts = phone.evaluate("[innerWidth, navigator.maxTouchPoints > 0, navigator.language]")
    assert facts == [390, True, "vi-VN"]


@pytest.mark.parametrize(
    ("script", "event", "seen"),
    [
        # again and again: on a busy machine one alone was once not told by the browser
        ("setInterval(() => { throw new Error('not caught') }, 200)", "pageerror", "uncaught: .*not caught"),
        ("console.error('not right')", "console", "console: not right"),
        ("fetch('http://outside.invalid/').catch(() => {})", "request", "outside request: http://outside"),
    ],
)
def test_the_watch_sees_what_goes_wrong_in_a_page(
    contexts: Contexts, small_app: str, script: str, event: Literal["pageerror", "console", "request"], seen: str
) -> None:
    watch = Watch()
    with contexts().new_page() as page:
        watch.over(page)
        page.goto(small_app)
        settle(page)
        watch.report()
        with page.expect_event(event):
            page.evaluate(f"() => {{ {script} }}")
    with pytest.raises(AssertionError, match=re.compile(seen)):
        watch.report()


@pytest.mark.parametrize("host", ["outside.invalid", "127.0.0.2", "[::1]", "203.0.113.7"])
def test_another_address_is_refused_by_the_browser_and_not_by_what_the_network_lacks(
    contexts: Contexts, small_app: str, host: str
) -> None:
    port = urlsplit(small_app).port
    with contexts().new_page() as page:
        page.goto(f"{small_app}/_stcore/health")
        with page.expect_event("requestfailed") as refused:
            page.evaluate(f"() => {{ fetch('http://{host}:{port}/', {{mode: 'no-cors'}}).catch(() => {{}}) }}")
    assert refused.value.failure == "net::ERR_NAME_NOT_RESOLVED"


def test_a_page_is_given_its_colours_and_its_motion_without_leaving_them_to_the_next(
    open_page: OpenPage, small_app: str
) -> None:
    grounds = []
    for scheme in ("light", "dark", "light"):
        page = open_page(color_scheme=scheme, reduced_motion="reduce" if scheme == "dark" else "no-preference")
        page.goto(small_app)
        settle(page)
        still = page.evaluate("matchMedia('(prefers-reduced-motion: reduce)').matches")
        assert still == (scheme == "dark")
        ground = "getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor"
        grounds.append(page.evaluate(ground))
    assert grounds[0] == grounds[2] != grounds[1]


def test_a_server_that_does_not_come_up_is_told_with_its_log(tmp_path: Path) -> None:
    with (
        pytest.raises(ServerFailed, match=r"(?s)ended with code 1.*No module named no_such_module"),
        serving(["no_such_module"], port=free_port(), folder=tmp_path),
    ):
        pass
