"""Gets what single tests need and the others don't, where it can: ``python -m tests.ensure_extras``.

One test reads a picture back with Tesseract and its Vietnamese, one prints in Firefox, some run the recipes of deploy/.
Each skips by name without what it needs: nothing here is fatal. Debian's packages are taken, as root or with a sudo
that asks for no password, within a few minutes; elsewhere a line says what to install. nginx is only unpacked, into
the venv: where it is installed, Debian starts it, for this machine's port 80, today and whenever the machine starts.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tests import nginx
from tests.browser import firefox

_PATIENCE: Final = 150  # seconds for each step
_LANGUAGE: Final = "vie"


@dataclass(frozen=True)
class Extra:
    """Something to install: Debian's packages of it, whether it is here, the test it is for, what else to install.

    ``folder``: where the packages are unpacked to, instead of being installed.
    """

    name: str
    packages: tuple[str, ...]
    is_here: Callable[[], bool]
    test: str
    elsewhere: str
    folder: Path | None = None


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
    Extra(
        "nginx", ("nginx",), lambda: nginx.found() is not None, "runs deploy/nginx", "any nginx does", nginx.UNPACKED
    ),
    Extra("openssl", ("openssl",), lambda: bool(shutil.which("openssl")), "runs deploy/nginx", "any openssl does"),
    Extra(
        "systemd-analyze",
        ("systemd",),
        lambda: bool(shutil.which("systemd-analyze")),
        "asks systemd about the unit in deploy/",
        "on Linux with systemd only",
    ),
)


def _got(extra: Extra) -> bool:
    """Whether it could be had."""
    rights = _rights()
    if not (rights or (extra.folder and shutil.which("apt-get"))):
        return False
    print(f"Getting {' and '.join(extra.packages)} for the test that {extra.test}", flush=True)
    get = [*rights, "apt-get", "-qq", "-o", "DPkg::Lock::Timeout=60"]

    def taken() -> bool:
        if extra.folder:
            return _unpacked(extra.packages, extra.folder)
        return _run([*get, "install", "-y", "--no-install-recommends", *extra.packages])

    return (taken() or (bool(rights) and _run([*get, "update"]) and taken())) and extra.is_here()


def _unpacked(packages: tuple[str, ...], folder: Path) -> bool:
    """Whether the packages' files could be put into a folder, which takes no rights."""
    with TemporaryDirectory() as downloads:
        return _run(["apt-get", "-qq", "download", *packages], downloads) and all(
            _run(["dpkg", "-x", str(file), str(folder)]) for file in Path(downloads).glob("*.deb")
        )


def _rights() -> list[str]:
    """What apt-get has to be called with to install: its environment, and sudo for others than root; [] where not."""
    if not (shutil.which("apt-get") and hasattr(os, "geteuid")):
        return []
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive"]
    if os.geteuid() == 0:
        return quiet
    return ["sudo", "-n", *quiet] if shutil.which("sudo") and _run(["sudo", "-n", "true"]) else []


def _run(command: list[str], folder: str | None = None) -> bool:
    """Whether the command ran well in time; its output goes to standard error, so that a failure can be read."""
    try:
        done = subprocess.run(
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=sys.stderr, check=False, timeout=_PATIENCE
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
