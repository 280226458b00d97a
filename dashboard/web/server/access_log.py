"""The access log: one line a request with time, request, status and duration, and the visitor's address only if asked
for.

The query string is left out: what a visitor looked for is private.
"""

from __future__ import annotations

import sys
import time
from contextlib import suppress
from datetime import UTC, datetime
from typing import Final
from urllib.parse import quote

from starlette.types import ASGIApp, Message, Receive, Scope, Send

KINDS: Final = ("none", "requests", "addresses")
"""The kinds of log: none, requests, requests with the visitors' network addresses."""


class AccessLog:
    """Middleware that writes the access log to stdout."""

    def __init__(self, app: ASGIApp, kind: str) -> None:
        self._app = app
        self._addresses = kind == "addresses"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, then log it."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        status, began = 0, time.monotonic()

        async def noticed(message: Message) -> None:
            nonlocal status
            if message["type"] in ("http.response.start", "websocket.http.response.start"):
                status = message["status"]
            elif message["type"] == "websocket.accept":
                status = 101
            elif message["type"] == "websocket.close" and not status:
                status = 403
            await send(message)

        try:
            await self._app(scope, receive, noticed)
        finally:
            took = time.monotonic() - began
            asked = f"{scope.get('method', 'GET')} {quote(scope['path'], safe='/')}"
            who = [quote(scope["client"][0], safe=":")] if self._addresses and scope.get("client") else []
            now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
            with suppress(BrokenPipeError):  # who read the lines has gone; the visitors have not
                sys.stdout.write(" ".join([now, asked, str(status or 500), f"{took:.3f}s", *who]) + "\n")
                sys.stdout.flush()
