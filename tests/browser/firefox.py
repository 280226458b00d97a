"""A headless Firefox, as far as printing needs one: Playwright drives none that is installed.

It speaks Marionette, which every Firefox has: JSON over a socket, each message after its length and a colon.
"""

from __future__ import annotations

import base64
import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.browser.chromium import home_variables, starts
from tests.browser.server import free_port

NAMES = ("firefox-esr", "firefox")
PATIENCE_SECONDS = 60.0


def find() -> Path | None:
    """An installed Firefox that starts."""
    found = (shutil.which(name) for name in NAMES)
    return next((Path(path) for path in found if path and starts(Path(path))), None)


class Firefox:
    """A running one."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._stream = connection.makefile("rb")
        self._count = 0
        self._read()  # it says what it is
        self._ask("WebDriver:NewSession")

    def open(self, address: str, ready: str, width: int) -> None:
        """Show an address in a window so wide, until a CSS selector finds something."""
        self._ask("WebDriver:SetWindowRect", width=width, height=900)
        self._ask("WebDriver:Navigate", url=address)
        give_up = time.monotonic() + PATIENCE_SECONDS
        while not self.evaluate(f"!!document.querySelector({json.dumps(ready)})"):
            if time.monotonic() > give_up:
                raise TimeoutError(f"{address} has no {ready}")
            time.sleep(0.1)

    def evaluate(self, expression: str) -> Any:
        """What an expression of JavaScript gives."""
        return self._ask("WebDriver:ExecuteScript", script=f"return {expression}", args=[])["value"]

    def pdf(self) -> bytes:
        """The page printed on A4, with the margins of print.css, nothing shrunk to fit."""
        margin = dict.fromkeys(("top", "bottom", "left", "right"), 1.1)  # cm
        page = {"width": 21.0, "height": 29.7}
        answer = self._ask("WebDriver:Print", page=page, margin=margin, background=True, shrinkToFit=False)
        return base64.b64decode(answer["value"])

    def _ask(self, command: str, **parameters: Any) -> Any:
        self._count += 1
        message = json.dumps([0, self._count, command, parameters]).encode()
        self._connection.sendall(b"%d:%s" % (len(message), message))
        _, _, error, answer = self._read()
        if error:
            raise RuntimeError(f"{command}: {error['message']}")
        return answer

    def _read(self) -> Any:
        length = b""
        while (one := self._stream.read(1)) != b":":
            if not one:
                raise RuntimeError("Firefox has gone")
            length += one
        return json.loads(self._stream.read(int(length)))


@contextmanager
def running(executable: Path, home: Path) -> Iterator[Firefox]:
    """Start one until the block ends. ``home`` is where it may leave what it would leave in a person's home."""
    port = free_port()
    # The pages' own typeface is a variable one, whose letters Firefox puts into a PDF as outlines that nobody can read.
    preferences = {"marionette.port": port, "gfx.downloadable_fonts.enabled": False}
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in preferences.items()]
    (home / "user.js").write_text("".join(lines), "utf-8")
    process = subprocess.Popen(
        [executable, "--headless", "--marionette", "--no-remote", "--profile", home],
        env={**os.environ, **home_variables(home)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        with _connected(process, port) as connection:
            yield Firefox(connection)
    finally:
        process.terminate()
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _connected(process: subprocess.Popen[bytes], port: int) -> socket.socket:
    give_up = time.monotonic() + PATIENCE_SECONDS
    while process.poll() is None and time.monotonic() < give_up:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=PATIENCE_SECONDS)
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("Firefox did not come up")
