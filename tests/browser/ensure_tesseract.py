"""Gets Tesseract with its Vietnamese where it can: ``python -m tests.browser.ensure_tesseract``.

One test reads a picture back with it, and skips by name without it: nothing here is fatal. Debian's package is
taken, as root or with a sudo that asks for no password, within a few minutes; elsewhere a line says what to install.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import Final

PACKAGES: Final = ("tesseract-ocr", "tesseract-ocr-vie")
_PATIENCE: Final = 150  # seconds for each step
_LANGUAGE: Final = "vie"


def main() -> int:
    """Find or get it, and say what was done; always 0."""
    if vietnamese_ocr():
        return 0
    if prefix := _rights():
        print(f"Installing {' and '.join(PACKAGES)} for the test that reads a picture back", flush=True)
        get = [*prefix, "apt-get", "-qq", "-o", "DPkg::Lock::Timeout=60"]
        install = [*get, "install", "-y", "--no-install-recommends", *PACKAGES]
        if (_run(install) or (_run([*get, "update"]) and _run(install))) and vietnamese_ocr():
            return 0
    print(
        f"No Tesseract with Vietnamese here, so the test that reads a picture back is skipped; to have it run, install "
        f"{' and '.join(PACKAGES)} (on macOS: tesseract and tesseract-lang).",
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
