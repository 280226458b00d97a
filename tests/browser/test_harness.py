"""The harness itself: a browser test can only be trusted if the watch sees what it should."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import ServeApp
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
        ("setTimeout(() => { throw new Error('not caught') })", "pageerror", "uncaught: .*not caught"),
        ("console.error('not right')", "console", "console: not right"),
        ("fetch('http://outside.invalid/').catch(() => {})", "request", "outside request: http://outside"),
    ],
)
def test_the_watch_sees_what_goes_wrong_in_a_page(
    browser: Browser, small_app: str, script: str, event: Literal["pageerror", "console", "request"], seen: str
) -> None:
    watch = Watch()
    with browser.new_context() as context:
        page = context.new_page()
        watch.over(page)
        page.goto(small_app)
        settle(page)
        watch.report()
        with page.expect_event(event):
            page.evaluate(f"() => {{ {script} }}")
    with pytest.raises(AssertionError, match=re.compile(seen)):
        watch.report()


def test_a_server_that_does_not_come_up_is_told_with_its_log(tmp_path: Path) -> None:
    with (
        pytest.raises(ServerFailed, match=r"(?s)ended with code 1.*No module named no_such_module"),
        serving(["no_such_module"], port=free_port(), folder=tmp_path),
    ):
        pass
