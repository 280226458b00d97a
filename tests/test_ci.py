"""What CI runs, on a machine of nothing but stand-ins."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[1]
# As slow to say its second line as a busy machine makes it.
MAKE = """#!/bin/sh
echo "make $*" >>called
case "$1" in --version) echo "GNU Make"; sleep 0.3; echo "License"; exec cat /dev/null;; esac
exit "${MAKE_EXIT:-0}"
"""
PYTHON = '#!/bin/sh\necho "python $*" >>called\n'


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with .ci/run and a venv, and beside it the programs that it calls."""
    checkout = tmp_path / "checkout"
    (checkout / ".ci").mkdir(parents=True)
    shutil.copy(REPOSITORY / ".ci" / "run", checkout / ".ci" / "run")
    for path, text in ((tmp_path / "bin" / "make", MAKE), (checkout / ".venv" / "bin" / "python", PYTHON)):
        path.parent.mkdir(parents=True)
        path.write_text(text, "utf-8")
        path.chmod(0o755)
    return checkout


def run(checkout: Path, **environment: str) -> tuple[int, list[str]]:
    """The exit code of .ci/run there, and what it called."""
    path = f"{checkout.parent / 'bin'}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        [checkout / ".ci" / "run"], env={**os.environ, "PATH": path, **environment}, capture_output=True, timeout=60
    )
    return done.returncode, (checkout / "called").read_text("utf-8").splitlines()


def test_it_runs_make_test_and_verifies_however_slowly_make_tells_its_version(checkout: Path) -> None:
    code, called = run(checkout)
    assert code == 0
    assert called == ["make --version", "make test", "python -m dashboard verify --root ."]


def test_it_proves_anew_where_the_articles_are_at_hand(checkout: Path) -> None:
    (checkout.parent / "shared" / "articles").mkdir(parents=True)
    assert run(checkout)[1][-1] == "python -m dashboard verify --root . --articles ../shared/articles"


def test_it_fails_with_make_test(checkout: Path) -> None:
    code, called = run(checkout, MAKE_EXIT="2")
    assert code == 2
    assert called[-1] == "make test"
