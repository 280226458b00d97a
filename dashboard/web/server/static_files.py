"""Static files whose address changes with their content: compressed once, cached by browsers for good."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Callable
from pathlib import PurePath
from threading import Lock
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

_TEXTS: Final = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
_TYPES: Final = _TEXTS | {".gif": "image/gif", ".png": "image/png", ".woff2": "font/woff2"}
_HEADERS: Final = {"Cache-Control": "public, max-age=31536000, immutable", "Vary": "Accept-Encoding"}


class StaticFile:
    """A file to be served. ``read`` gives its bytes at the first request; text files are sent gzipped."""

    def __init__(self, name: str, read: Callable[[], bytes]) -> None:
        ending = PurePath(name).suffix
        self._type = _TYPES.get(ending, "application/octet-stream")
        self._packs = ending in _TEXTS
        self._read = read
        self._lock = Lock()
        self._kept: tuple[bytes, str] | None = None

    def prepare(self) -> tuple[bytes, str]:
        """The bytes to send and their ETag; the first call compresses them."""
        with self._lock:
            if (kept := self._kept) is None:
                plain = self._read()
                sent = gzip.compress(plain, 9, mtime=0) if self._packs else plain
                self._kept = kept = sent, f'"{hashlib.sha256(plain).hexdigest()[:20]}"'
            return kept

    async def answer(self, request: Request) -> Response:
        """The file, or 304 where the browser has it."""
        kept = self._kept
        sent, tag = kept if kept else await run_in_threadpool(self.prepare)
        headers = {**_HEADERS, "ETag": tag, "Content-Type": self._type}
        if tag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        if self._packs and "gzip" in request.headers.get("accept-encoding", ""):
            headers["Content-Encoding"] = "gzip"
        elif self._packs:
            sent = await run_in_threadpool(self._read)
        return Response(sent, headers=headers)
