"""Which Chromium the browser tests drive, and how it is started."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Playwright, sync_playwright

VARIABLE = "DOISANH_CHROMIUM"
"""An environment variable that names the browser to take, where the search finds none or the wrong one."""

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")

# A browser that talks to nobody but the server under test. Other names are refused here and not by Playwright's
# page.route, which has every request pass through Python and turns the browser's cache off.
FLAGS = (
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    "--no-proxy-server",
    "--process-per-site",  # the next page starts in a process that has read the scripts already (see hold_process)
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class ChromiumMissing(Exception):
    """No browser was found. The message says what to do."""


def find_installed(environment: Mapping[str, str] = os.environ) -> Path | None:
    """The first installed Chromium, Chrome or Edge that starts; None when there is none.

    Raises ChromiumMissing when the variable DOISANH_CHROMIUM names something that does not start.
    """
    if named := environment.get(VARIABLE):
        if starts(Path(named)):
            return Path(named)
        raise ChromiumMissing(f"{VARIABLE} names {named}, which does not start")
    return next((path for path in _candidates(environment) if starts(path)), None)


def find(playwright: Playwright) -> Path:
    """The browser for the tests: an installed one, else the one that Playwright downloaded.

    Raises ChromiumMissing when there is neither.
    """
    found = find_installed()
    if found is None and Path(playwright.chromium.executable_path).is_file():
        found = Path(playwright.chromium.executable_path)
    if found is None:
        raise ChromiumMissing("no Chromium is here; 'make test' gets one, or name yours in " + VARIABLE)
    return found


@contextmanager
def driving() -> Iterator[Playwright]:
    """Playwright, with a browser of its own, should there be one, in the venv instead of a person's home."""
    os.environ.setdefault("PLAYWRIGHT_BROWSERS_PATH", "0")
    with sync_playwright() as playwright:
        yield playwright


def launch(playwright: Playwright, home: Path) -> Browser:
    """Start the browser, headless. ``home`` is where it may leave what it would leave in a person's home."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return playwright.chromium.launch(
        executable_path=find(playwright),
        headless=True,
        args=[*FLAGS, *(["--no-sandbox"] if root else [])],  # Chromium's sandbox refuses to run as root
        env={**os.environ, **home_variables(home)},
    )


def hold_process(context: BrowserContext) -> None:
    """Leave an empty page of 127.0.0.1 open in the context, so that the process of this address (Chromium leaves the
    port out of account) outlives each test's pages: opening a page then takes a third of the processor time."""
    page = context.new_page()
    page.route("**", lambda route: route.fulfill(body=""))
    page.goto("http://127.0.0.1/")
    page.unroute("**")


def home_variables(home: Path) -> dict[str, str]:
    """What makes ``home`` the home of a program started with it; on Linux alone, where this is known."""
    if not sys.platform.startswith("linux"):
        return {}
    return {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "XDG_CACHE_HOME": str(home / ".cache"),
        "XDG_DATA_HOME": str(home / ".local/share"),
    }


def starts(executable: Path) -> bool:
    """Whether the file is a browser that runs: a placeholder of a package that is not there does not."""
    if not executable.is_file():
        return False
    if sys.platform == "win32":  # there, Chrome answers --version by opening a window
        return True
    try:
        answer = subprocess.run([executable, "--version"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0


def _candidates(environment: Mapping[str, str]) -> Iterator[Path]:
    """The places to look in, the likeliest first."""
    for name in NAMES:
        if found := shutil.which(name, path=environment.get("PATH")):
            yield Path(found)
    if sys.platform == "darwin":
        for folder in (Path("/Applications"), Path(environment.get("HOME", "/")) / "Applications"):
            for name in ("Google Chrome", "Chromium", "Microsoft Edge"):
                yield folder / f"{name}.app/Contents/MacOS/{name}"
    if sys.platform == "win32":
        for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
            if folder_name := environment.get(variable):
                for inside in ("Google/Chrome", "Chromium", "Microsoft/Edge"):
                    name = "msedge.exe" if inside.endswith("Edge") else "chrome.exe"
                    yield Path(folder_name) / inside / "Application" / name
