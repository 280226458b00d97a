"""A real Chromium and real servers for the tests in this folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from tests.browser.chromium import driving, hold_process, launch
from tests.browser.pages import Watch
from tests.browser.server import free_port, serving
from tests.few_articles import few_articles

Contexts = Callable[..., BrowserContext]
OpenPage = Callable[..., Page]
ServeApp = Callable[[Path], str]

PATIENCE_MILLISECONDS = 20_000
"""How long ``expect`` waits. What takes how long depends on what else the machine does: the other workers, at least."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of this folder, and run them last: while Playwright's synchronous interface is open, its
    event loop counts as running in this thread, and code that calls ``asyncio.run`` fails."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.browser)
    items.sort(key=lambda item: item.path.is_relative_to(here))


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One headless Chromium for all tests."""
    expect.set_options(timeout=PATIENCE_MILLISECONDS)
    with driving() as playwright:
        chromium = launch(playwright, tmp_path_factory.mktemp("chromium"))
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def contexts(browser: Browser) -> Iterator[Contexts]:
    """Browser contexts by their options, each kept until the end: what a page has fetched and compiled, the next
    one has at hand, which takes a fraction of the time. Pages keep nothing there but that cache."""
    kept: dict[str, BrowserContext] = {}

    def context(**options: Any) -> BrowserContext:
        key = repr(sorted(options.items()))
        if key not in kept:
            kept[key] = browser.new_context(locale="vi-VN", **options)
            hold_process(kept[key])
        return kept[key]

    yield context
    for one in kept.values():
        one.close()


@pytest.fixture
def open_page(contexts: Contexts) -> Iterator[OpenPage]:
    """Opens pages: a desktop window, 1280 by 900, Vietnamese, unless options say otherwise. What a page can be given
    itself (viewport, color_scheme, reduced_motion, permissions) needs no context of its own; all other options are
    those of Playwright's ``new_context``.

    The test fails at its end when a page had an uncaught error, a console error, or asked for anything that
    is not on this machine.
    """
    watch = Watch()
    with ExitStack() as opened:

        def open_one(
            *,
            viewport: ViewportSize | None = None,
            color_scheme: Literal["light", "dark"] = "light",
            reduced_motion: Literal["reduce", "no-preference"] = "no-preference",
            permissions: Sequence[str] = (),
            **options: Any,
        ) -> Page:
            context = contexts(**options)
            if permissions:
                context.grant_permissions(permissions)
                opened.callback(context.clear_permissions)
            page = context.new_page()
            opened.callback(page.close)
            watch.over(page)
            page.set_viewport_size(viewport or {"width": 1280, "height": 900})
            page.emulate_media(color_scheme=color_scheme, reduced_motion=reduced_motion)
            return page

        yield open_one
    watch.report()


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """A desktop window, 1280 by 900, Vietnamese."""
    return open_page()


@pytest.fixture
def phone(open_page: OpenPage) -> Page:
    """A phone, 390 by 844, with touch."""
    return open_page(viewport={"width": 390, "height": 844}, device_scale_factor=2, has_touch=True, is_mobile=True)


@pytest.fixture(scope="module")
def lasting(contexts: Contexts) -> Iterator[tuple[Page, Watch]]:
    """A page that stays open for the tests of a file, which use again what it has loaded; its watch, to be asked."""
    watch = Watch()
    with contexts().new_page() as page:
        page.set_viewport_size({"width": 1280, "height": 900})
        watch.over(page)
        yield page, watch


@pytest.fixture(scope="session")
def serve_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServeApp]:
    """Serves a Streamlit script until the end of the session; returns its address."""
    with ExitStack() as servers:

        def serve(script: Path) -> str:
            port = free_port()
            arguments = ["streamlit", "run", str(script), f"--server.port={port}"]
            arguments += ["--server.address=127.0.0.1", "--server.headless=true"]
            arguments += ["--server.fileWatcherType=none", "--browser.gatherUsageStats=false"]
            return servers.enter_context(serving(arguments, port=port, folder=tmp_path_factory.mktemp(script.stem)))

        yield serve


@pytest.fixture(scope="session")
def dashboard_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The dashboard itself, on the sample of this repository's data, as ``make run`` serves it."""
    port = free_port()
    arguments = ["dashboard", "serve", "--port", str(port), "--root", str(few_articles())]
    with serving(arguments, port=port, folder=tmp_path_factory.mktemp("dashboard")) as address:
        yield address
