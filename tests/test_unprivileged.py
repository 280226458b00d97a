"""By a user who owns nothing and has no home, on folders that may only be read: it works, or says what it needs.

Where the tests are run by root, another user runs the program, who may read everything (Python itself may be in root's
home) and write nowhere but where anybody may; else whoever runs the tests, to whom the folders are read-only.
"""

from __future__ import annotations

import os
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.server import await_health, free_port
from tests.sample import Root

pytestmark = pytest.mark.skipif(os.name != "posix", reason="permissions are those of a Unix")

NOBODY = "65534"
WHO = (
    [
        "setpriv",
        "--reuid",
        NOBODY,
        "--regid",
        NOBODY,
        "--clear-groups",
        "--inh-caps",
        "+dac_read_search",
        "--ambient-caps",
        "+dac_read_search",
    ]
    if os.name == "posix" and os.geteuid() == 0
    else []
)
ENVIRONMENT = {"PATH": os.environ["PATH"], "PYTHONUNBUFFERED": "1"} | ({} if WHO else {"HOME": "/nonexistent"})


@pytest.fixture
def bare(root: Root) -> Iterator[Root]:
    """A root in which nothing may be written."""
    (root.path / "article.txt").write_text("Đảng bộ huyện Quảng Ninh có 7.397 đảng viên.\n", "utf-8")
    paths = [root.path, *root.path.rglob("*")]
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    before = sorted(paths)
    yield root
    assert sorted([root.path, *root.path.rglob("*")]) == before
    for path in paths:
        path.chmod(0o755 if path.is_dir() else 0o644)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A folder that anybody may write to, on a way that anybody may go."""
    made = tmp_path / "out"
    made.mkdir()
    made.chmod(0o777)
    return made


def run(bare: Root, *words: str) -> subprocess.CompletedProcess[str]:
    """The command, run by somebody, in the root."""
    done = subprocess.run(
        [*WHO, sys.executable, "-m", "dashboard", *words],
        cwd=bare.path, env=ENVIRONMENT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    return done


def test_check_needs_nothing(bare: Root) -> None:
    done = run(bare, "check", "--lang", "en")
    assert (done.returncode, done.stdout, done.stderr) == (0, "2 articles, 10 figures: no problems\n", "")


def test_export_needs_a_folder_that_it_may_write_to(bare: Root, out: Path) -> None:
    done = run(bare, "export", "--out", str(out), "--format", "csv,xlsx,parquet,package")
    assert (done.returncode, done.stderr) == (0, "")
    assert len(list(out.iterdir())) == 4
    done = run(bare, "export", "--out", "here")
    assert done.returncode == 2
    assert "--out here: can't be written to" in done.stderr
    assert "Permission denied" in done.stderr


def test_export_does_not_write_over_what_another_has(bare: Root, out: Path) -> None:
    """Who may write to a folder could put another file in the place of one that is somebody else's."""
    assert run(bare, "export", "--out", str(out)).returncode == 0
    (theirs,) = out.iterdir()
    theirs.unlink()
    theirs.write_bytes(b"theirs")
    theirs.chmod(0o444)
    done = run(bare, "export", "--out", str(out))
    assert done.returncode == 2
    assert f"{theirs.name}: there is such a file that may not be written to" in done.stderr
    assert theirs.read_bytes() == b"theirs"
    assert list(out.iterdir()) == [theirs]


def test_draft_says_that_it_may_not_write(bare: Root) -> None:
    done = run(bare, "draft", "article.txt", "--id", "new", "--lang", "en")
    assert done.returncode == 2
    assert "nothing was written" in done.stderr
    assert "Permission denied" in done.stderr
    assert run(bare, "draft", "article.txt", "--stdout").returncode == 0


def test_serve_needs_nothing(bare: Root, tmp_path: Path) -> None:
    port = free_port()
    log = tmp_path / "log"
    command = [*WHO, sys.executable, "-m", "dashboard", "serve", "--port", str(port)]
    with log.open("wb") as output:
        server = subprocess.Popen(command, cwd=bare.path, env=ENVIRONMENT, stdout=output, stderr=subprocess.STDOUT)
    try:
        await_health(server, port, log)
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/first") as answer:
            assert answer.status == 200
            assert answer.read()
    finally:
        server.terminate()
        server.wait(20)
    said = log.read_text("utf-8")
    assert f"http://127.0.0.1:{port}" in said
    assert "Traceback" not in said
    assert "denied" not in said
