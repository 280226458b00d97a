"""Makes sure that the browser tests have a Chromium: ``python -m tests.browser.ensure_chromium``.

Takes an installed one; else installs Debian's package, where that can be done without asking; else has
Playwright download its own, into the venv. Exits 1 with a message when all of this fails.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.browser.chromium import VARIABLE, ChromiumMissing, driving, find, find_installed


def main() -> int:
    """Find or get a Chromium; the exit code."""
    try:
        if find_installed():
            return 0
        if _downloaded():
            return 0
        for attempt in (_install_debian_package, _download_playwrights):
            if attempt() and (path := _downloaded()):
                print(f"Browser tests run in {path}")
                return 0
    except ChromiumMissing as problem:
        print(f"{problem}.", file=sys.stderr)
        return 1
    print(
        "The browser tests need a Chromium, and none could be installed (see above). Install Chromium or "
        f"Chrome by hand, or set {VARIABLE} to the browser's executable, and run 'make test' again.",
        file=sys.stderr,
    )
    return 1


def _downloaded() -> Path | None:
    """The browser that the tests would take now, Playwright's own included."""
    with driving() as playwright:
        try:
            return find(playwright)
        except ChromiumMissing:
            return None


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _install_debian_package() -> bool:
    """Install Chromium and a font when this is root on Debian (Ubuntu's package only points to a snap)."""
    release = Path("/etc/os-release")
    is_debian = release.is_file() and "\nID=debian\n" in f"\n{release.read_text('utf-8')}\n"
    if not (_is_root() and is_debian and shutil.which("apt-get")):
        return False
    print("Installing Debian's chromium for the browser tests", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return _run(["apt-get", "-qq", "update"], quiet) and _run(
        ["apt-get", "-qq", "install", "-y", "--no-install-recommends", "chromium", "fonts-liberation"], quiet
    )


def _download_playwrights() -> bool:
    """Download Playwright's own Chromium; as root with the system libraries that it needs."""
    print("Downloading Playwright's Chromium for the browser tests", flush=True)
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    return (_is_root() and _run([*command, "--with-deps"])) or _run(command)


def _run(command: list[str], environment: dict[str, str] | None = None) -> bool:
    """Whether the command ran well; its output goes to standard error, so that a failure can be read."""
    done = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, stdout=sys.stderr, check=False)
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
