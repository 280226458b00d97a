"""Gets what single tests need and the others don't, where it can: ``python -m tests.browser.ensure_extras``.

One test reads a picture back with Tesseract and its Vietnamese, one prints in Firefox. Each skips by name without what
it needs: nothing here is fatal. Debian's packages are taken, as root or with a sudo that asks for no password, within
a few minutes; elsewhere a line says what to install.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from tests.browser import firefox

_PATIENCE: Final = 150  # seconds for each step
_LANGUAGE: Final = "vie"


@dataclass(frozen=True)
class Extra:
    """Something to install: Debian's packages of it, whether it is here, the test it is for, what else to install."""

    name: str
    packages: tuple[str, ...]
    is_here: Callable[[], bool]
    test: str
    elsewhere: str


def main() -> int:
    """Find or get each, and say what was done; always 0."""
    for extra in EXTRAS:
        if not extra.is_here() and not _got(extra):
            print(
                f"No {extra.name} here, so the test that {extra.test} is skipped; to have it run, install "
                f"{' and '.join(extra.packages)} ({extra.elsewhere}).",
                flush=True,
            )
    return 0


def vietnamese_ocr() -> bool:
    """Whether Tesseract is here with its Vietnamese."""
    if not shutil.which("tesseract"):
        return False
    try:
        told = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, check=False, timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return _LANGUAGE in told.stdout.split()


EXTRAS: Final = (
    Extra(
        "Tesseract with Vietnamese",
        ("tesseract-ocr", "tesseract-ocr-vie"),
        vietnamese_ocr,
        "reads a picture back",
        "on macOS: tesseract and tesseract-lang",
    ),
    Extra(
        "Firefox",
        ("firefox-esr",),
        lambda: firefox.find() is not None,
        "prints in Firefox",
        "any Firefox does",
    ),
)


def _got(extra: Extra) -> bool:
    """Whether it could be installed."""
    prefix = _rights()
    if not prefix:
        return False
    print(f"Installing {' and '.join(extra.packages)} for the test that {extra.test}", flush=True)
    get = [*prefix, "apt-get", "-qq", "-o", "DPkg::Lock::Timeout=60"]
    install = [*get, "install", "-y", "--no-install-recommends", *extra.packages]
    return (_run(install) or (_run([*get, "update"]) and _run(install))) and extra.is_here()


def _rights() -> list[str]:
    """What apt-get has to be called with to install: its environment, and sudo for others than root; [] where not."""
    if not (shutil.which("apt-get") and hasattr(os, "geteuid")):
        return []
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive"]
    if os.geteuid() == 0:
        return quiet
    return ["sudo", "-n", *quiet] if shutil.which("sudo") and _run(["sudo", "-n", "true"]) else []


def _run(command: list[str]) -> bool:
    """Whether the command ran well in time; its output goes to standard error, so that a failure can be read."""
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=sys.stderr, check=False, timeout=_PATIENCE)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
