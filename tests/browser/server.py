"""A server under test: started on a free port of 127.0.0.1, awaited, and ended by its process id."""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.browser.chromium import home_variables

REPOSITORY = Path(__file__).resolve().parents[2]
STARTUP_SECONDS = 90.0


class ServerFailed(Exception):
    """The server ended, or did not answer in time. The message holds the end of its log."""


def free_port() -> int:
    """A port of 127.0.0.1 that nothing listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def serving(
    arguments: Sequence[str], *, port: int, folder: Path, environment: Mapping[str, str] | None = None
) -> Iterator[str]:
    """Run ``python -m <arguments>`` until the block ends; the address of the server, once it is healthy.

    ``folder`` receives the log (``server.log``) and is the process's home, so that a test sees what a new
    user would. Raises ServerFailed when the server does not come up.
    """
    log = folder / "server.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", *arguments],
            cwd=REPOSITORY,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env={**os.environ, **home_variables(folder), "PYTHONUNBUFFERED": "1", **(environment or {})},
        )
        try:
            await_health(process, port, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def await_health(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    """Ask until the server answers; between two questions wait for the process, which may end instead."""
    deadline = time.monotonic() + STARTUP_SECONDS
    while not _is_healthy(port):
        try:
            code = process.wait(timeout=0.05)
        except subprocess.TimeoutExpired:
            if time.monotonic() > deadline:
                raise ServerFailed(f"no answer in {STARTUP_SECONDS:.0f} s\n{_end_of(log)}") from None
        else:
            raise ServerFailed(f"the server ended with code {code}\n{_end_of(log)}")


def _is_healthy(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _end_of(log: Path) -> str:
    return "\n".join(log.read_text("utf-8", errors="replace").splitlines()[-40:])
