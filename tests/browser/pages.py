"""Pages under watch: what a test may not leave unnoticed, and when a Streamlit page has come to rest."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page, Request, expect

SETTLE_MILLISECONDS = 30_000

ALLOWED_CONSOLE_ERRORS: tuple[str, ...] = (
    # Streamlit's own: on a page other than the first it looks for its server below the page's path, then above it.
    "/sources/_stcore/",
    "/data/_stcore/",
    "/pair/_stcore/",
    "/embed/_stcore/",
    "/place/_stcore/",
    "/report/_stcore/",
    "/method/_stcore/",
    # Chromium's own: it asks for one now and then where a page has not named its icon yet.
    "/favicon.ico",
)
"""Parts of console errors that are not ours to mend. Each entry says in a comment whose it is and why."""


def settle(page: Page) -> None:
    """Wait until the script behind the page has run to its end, and nothing stands in for what is still loaded.

    For a page just opened. After a click the page may rest for a moment longer before it starts again, so
    expect what the click should bring instead (``expect(...)`` waits by itself).
    """
    expect(page.locator("[data-testid=stApp][data-test-script-state=notRunning]")).to_be_attached(
        timeout=SETTLE_MILLISECONDS
    )
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0, timeout=SETTLE_MILLISECONDS)


def until(page: Page, condition: str) -> None:
    """Wait until a JavaScript condition holds. It is asked from outside: in the page itself, whose policy lets no text
    become a script, Playwright can't wait for one."""
    deadline = time.monotonic() + SETTLE_MILLISECONDS / 1000
    while not page.evaluate(condition):
        assert time.monotonic() < deadline, condition
        page.wait_for_timeout(50)


@dataclass
class Watch:
    """Collects what went wrong in pages: uncaught errors, console errors, and every request that would leave this
    machine, which the browser refuses by itself (``chromium.FLAGS``)."""

    found: list[str] = field(default_factory=list)

    def over(self, page: Page) -> None:
        """Watch a page from now on."""
        page.on("pageerror", lambda error: self.found.append(f"uncaught: {error}"))
        page.on("console", self._console)
        page.on("request", self._request)

    def report(self) -> None:
        """Fail the test when something was found."""
        assert not self.found, "the page was not clean:\n" + "\n".join(self.found)

    def _console(self, message: ConsoleMessage) -> None:
        told = f"{message.text} ({message.location.get('url', '')})"
        if message.type == "error" and not any(part in told for part in ALLOWED_CONSOLE_ERRORS):
            self.found.append(f"console: {told}")

    def _request(self, request: Request) -> None:
        if not is_local(request.url):
            self.found.append(f"outside request: {request.url}")


def is_local(url: str) -> bool:
    """Whether the address stays on this machine or inside the browser."""
    parts = urlsplit(url)
    return parts.scheme in {"about", "blob", "data"} or parts.hostname in {"127.0.0.1", "localhost"}
