"""One contender's page in Chromium, timed by the page's own clock (page_clock.js)."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

from benchmarks.contenders import Contender
from benchmarks.same_figures import PLACE

CLOCK = Path(__file__).with_name("page_clock.js")
REST = 700
"""Milliseconds without a change after which the charts count as painted."""
PATIENCE = 60_000
WINDOW: ViewportSize = {"width": 1280, "height": 900}
Sample = dict[str, float | None]


@contextmanager
def fresh(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that has never been anywhere: nothing cached, a process of its own.

    Motion is reduced, so that what is painted is what is meant, not on its way there.
    """
    # What watches a page waits for a text that is made a script of, which our pages' policy forbids.
    context = browser.new_context(
        viewport=WINDOW, reduced_motion="reduce", locale="vi-VN", accept_downloads=True, bypass_csp=True
    )
    context.add_init_script(path=CLOCK)
    context.set_default_timeout(PATIENCE)
    try:
        yield context
    finally:
        context.close()


def session(browser: Browser, contender: Contender, address: str) -> Sample:
    """What one visitor waits for, in milliseconds, and the KB of the visit."""
    with fresh(browser) as context:
        page = context.new_page()
        wire = _count(page)
        page.goto(address + contender.page)
        _rest(page, contender)
        found = {f"visit: {name}": value for name, value in page.evaluate("benchmark.visit()").items()}
        found["KB"] = wire["bytes"] / 1024
        page.reload()
        _rest(page, contender)
        found |= {f"reload: {name}": value for name, value in page.evaluate("benchmark.visit()").items()}
        for name, click in (("choose", _choose), ("take back", _take_back)):
            click(page, contender)
            _rest(page, contender, count=1)
            found[name] = page.evaluate("benchmark.change()")
        if contender.charts > 1:
            found["PNG"] = _save(page, _png(contender))
        if contender.nine:
            page.goto(address + contender.nine)
            _rest(page, contender, count=9)
            found["ZIP"] = _save(page, ".ds-all")
        return found


def visitors(browser: Browser, contender: Contender, address: str, count: int) -> Iterator[int]:
    """So many visitors, who all stay; yields after each who has seen a chart."""
    with fresh(browser) as context:
        for number in range(count):
            page = context.new_page()
            page.goto(address + contender.page)
            page.wait_for_function("benchmark.rests(1, 100)", polling=50, timeout=PATIENCE)
            page.evaluate("benchmark.stop()")
            yield number + 1


def _rest(page: Page, contender: Contender, count: int | None = None) -> None:
    """Wait until all is there and nothing changes: doisanh's charts on the screen are before its page is."""
    least = contender.charts if count is None else count
    if contender.ours:
        page.locator(".ds-board[data-state=drawn]").wait_for(state="attached", timeout=PATIENCE)
    page.wait_for_function(f"benchmark.rests({least}, {REST})", polling=50, timeout=PATIENCE)


def _choose(page: Page, contender: Contender) -> None:
    """Choose one place, as a person does in this page's filter; the last click is the one that counts."""
    if contender.ours:
        page.get_by_role("combobox").first.click()
        page.keyboard.type("dong nai")
        page.get_by_role("option").first.click()
    else:
        _box(page, contender).click()


def _take_back(page: Page, contender: Contender) -> None:
    if contender.ours:
        page.locator(f'button[data-id="{PLACE}"]').click()
    else:
        _box(page, contender).click()


def _box(page: Page, contender: Contender) -> Any:
    if contender.name == "Streamlit":
        return page.get_by_test_id("stButtonGroup").get_by_role("button", name="Đồng Nai").first
    return page.locator("label", has_text="Đồng Nai").first


def _png(contender: Contender) -> str:
    return ".ds-png" if contender.ours else '.modebar-btn[data-title*="png" i]'


def _save(page: Page, button: str) -> float | None:
    """Milliseconds from pressing a button to the file's download."""
    page.locator(button).first.wait_for(state="attached")
    page.locator(button).first.evaluate("(button) => benchmark.save(button)")
    page.wait_for_function("benchmark.saved() !== null", polling=20, timeout=PATIENCE)
    value: float | None = page.evaluate("benchmark.saved()")
    return value


def _count(page: Page) -> dict[str, float]:
    """Counts what comes over the wire from now on: bodies as they were packed, and messages of WebSockets."""
    counted: dict[str, float] = {"bytes": 0.0}
    devtools = page.context.new_cdp_session(page)
    devtools.send("Network.enable")

    def finished(event: dict[str, Any]) -> None:
        counted["bytes"] += event["encodedDataLength"]

    def message(event: dict[str, Any]) -> None:
        text, kind = event["response"]["payloadData"], event["response"]["opcode"]
        counted["bytes"] += len(base64.b64decode(text)) if kind == 2 else len(text.encode())

    devtools.on("Network.loadingFinished", finished)
    devtools.on("Network.webSocketFrameReceived", message)
    return counted
