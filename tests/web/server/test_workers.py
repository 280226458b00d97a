"""Several processes that share the visitors: one address, any of them answers, and one that ends is replaced."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from dashboard.cli.main import main
from tests.world import REPOSITORY


@pytest.mark.parametrize("number", ["0", "-1", "x", "65"])
def test_what_is_no_number_of_processes_is_refused(number: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["serve", "--workers", number])
    assert stopped.value.code == 2
    assert "from 1 to 64" in capsys.readouterr().err


def _workers(parent: int) -> set[int]:
    """The processes that serve: those below ``parent`` but the one that keeps what they share."""
    found = set()
    for child in Path(f"/proc/{parent}/task/{parent}/children").read_text("utf-8").split():
        if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes():
            found.add(int(child))
    return found


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/_stcore/health", timeout=10) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def _replaced(parent: int, gone: set[int], address: str) -> set[int]:
    """The two that serve once these do no longer; meanwhile there is always an answer."""
    for _ in range(600):
        assert _answers(address) or _answers(address)  # whom one took that leaves just now asks again, as browsers do
        now = _workers(parent)
        if len(now) == 2 and not now & gone:
            return now
        time.sleep(0.1)
    raise AssertionError("not replaced within a minute")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks at the processes in /proc")
def test_one_that_ends_is_replaced_while_others_answer_sighup_replaces_all_and_ctrl_c_ends_all_quietly() -> None:
    command = [sys.executable, "-m", "dashboard", "serve", "--port", "0", "--workers", "2", "--root", str(REPOSITORY)]
    with subprocess.Popen(
        command, cwd=REPOSITORY, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    ) as server:
        try:
            assert server.stdout is not None
            address = server.stdout.readline().split()[2]
            first = _workers(server.pid)
            assert len(first) == 2
            lost = min(first)
            subprocess.run(["kill", "-9", str(lost)], check=True)
            second = _replaced(server.pid, {lost}, address)
            server.send_signal(signal.SIGHUP)
            _replaced(server.pid, second, address)
        finally:
            server.send_signal(signal.SIGINT)
        said, errors = server.communicate(timeout=60)
    assert server.returncode == 0
    assert said.count("http://") == 0, "the address is told once, not by each"
    assert errors == ""
