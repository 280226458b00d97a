"""Connections as the server takes them: how long one may say nothing, how much it may say, how many there may be."""

from __future__ import annotations

import asyncio
import sys
from typing import Final

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

PATIENCE: Final = 20.0
"""Seconds within which a connection has to have asked for something, from its first byte to the end of its headers."""
LONGEST_HEAD: Final = 64 * 1024
"""Bytes of a request's first line and headers. The server's reader knows no end: 80 MB of them stopped it for 10 s."""
LONGEST_MESSAGE: Final = 1_000_000
"""Bytes of a message from a browser, unpacked; those of a page are below 20 KB."""
_PER_VISITOR: Final = 4  # descriptors: the connection, and three of the event loop of the visitor's script
_OWN: Final = 200  # descriptors for data, log, and connections that ask for files
_ENOUGH: Final = 65_536  # descriptors: that many visitors need more memory than there is


class Connection(HttpToolsProtocol):
    """One connection, which is closed when it takes too long to ask, or asks at too great length.

    uvicorn itself closes a connection that is idle after an answer.
    """

    _timer: asyncio.TimerHandle | None = None
    _head: int | None = 0  # bytes of a request's head so far, None while none is to come

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for a request."""
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Read on, unless the head has become too long."""
        if self._head is not None:
            self._head += len(data)
            if self._head > LONGEST_HEAD:
                self._refuse()
                return
            self._wait()
        super().data_received(data)

    def on_headers_complete(self) -> None:
        """The request is there."""
        self._head = None
        self._stop_waiting()
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """The next request may come."""
        self._head = 0
        super().on_message_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing more will come."""
        self._stop_waiting()
        super().connection_lost(exc)

    def _wait(self) -> None:
        if self._timer is None:
            self._timer = self.loop.call_later(PATIENCE, self.transport.close)

    def _stop_waiting(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _refuse(self) -> None:
        if not self.transport.is_closing():
            said = f"the head of a request has {LONGEST_HEAD // 1024} KB at most\n".encode()
            head = b"content-type: text/plain; charset=utf-8\r\nconnection: close\r\ncontent-length: "
            self.transport.write(STATUS_LINE[431] + head + str(len(said)).encode() + b"\r\n\r\n" + said)
            self.transport.close()


def room() -> int | None:
    """How many visitors fit into the files that this process may open, after having raised that as far as allowed.

    None where the system does not say.
    """
    if sys.platform == "win32":
        return None
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _ENOUGH if hard == resource.RLIM_INFINITY else min(hard, _ENOUGH)
    if soft == resource.RLIM_INFINITY:
        soft = wanted
    elif soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
        soft = wanted
    return max(1, (soft - _OWN) // _PER_VISITOR)
