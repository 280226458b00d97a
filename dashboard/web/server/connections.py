"""Limits of connections: how long one may be silent, how much it may send, how many there may be."""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING, Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol
from uvicorn.protocols.utils import ClientDisconnected
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.frames import CloseCode, Frame

if TYPE_CHECKING:
    from uvicorn._types import ASGISendEvent

REQUEST_TIMEOUT: Final = 20.0
"""Seconds that a connection has for a request, from its first byte to the end of its headers."""
SEND_TIMEOUT: Final = 60.0
"""Seconds after which a connection is closed whose client reads nothing of what is sent."""
LONGEST_HEAD: Final = 64 * 1024
"""The most bytes of a request's first line and headers. uvicorn's parser has no limit: 80 MB stopped it for 10 s."""
LONGEST_MESSAGE: Final = 1_000_000
"""The most bytes of a WebSocket message from a browser, decompressed; those of a page are below 20 KB."""
ALLOWED: Final = 4_000_000
"""The most bytes of messages, decompressed, that a page may send within ALLOWED_EVERY seconds."""
ALLOWED_EVERY: Final = 5.0
LEAST: Final = 40_000
"""The bytes that a message, fragment or ping counts for at least: no more than a hundred within those seconds."""
_LITTLE: Final = 4096  # bytes of a WebSocket parsed before the limit is checked
CHUNK: Final = 64 * 1024
"""Bytes of a response sent at once. A client that does not read would else hold the whole response in memory."""
_PER_VISITOR: Final = 4  # descriptors: the connection, and three of the event loop of the visitor's script
_LEFT: Final = 3 * 128  # descriptors of visitors who have left: Streamlit keeps the last 128, should they come back
BESIDES: Final = 100  # connections that ask for files beside those of visitors; others are told that there is no room
_TOLD: Final = 50  # connections that are told so; what comes beside them is closed unheard
_OWN: Final = 50 + BESIDES + _TOLD + _LEFT  # descriptors that are not for visitors, 50 of them for data and log
_ENOUGH: Final = 65_536  # descriptors: that many visitors need more memory than there is


class _Read(asyncio.Protocol):
    """A connection that is closed when its client stops reading; asyncio would wait for ever."""

    transport: asyncio.Transport
    loop: asyncio.AbstractEventLoop
    _look: asyncio.TimerHandle | None = None

    def pause_writing(self) -> None:
        """The send buffer is full."""
        super().pause_writing()
        self._look_after()

    def resume_writing(self) -> None:
        """The send buffer has room again."""
        super().resume_writing()
        self._look_after()

    def connection_lost(self, exc: Exception | None) -> None:
        """The connection is closed."""
        super().connection_lost(exc)
        self._stop_looking()

    def _look_after(self, before: int | None = None) -> None:
        """Check the send buffer every SEND_TIMEOUT seconds until it is empty; close where nothing was read since."""
        self._stop_looking()
        left = self.transport.get_write_buffer_size()
        if left and left == before:
            self.transport.abort()
        elif left:
            self._look = self.loop.call_later(SEND_TIMEOUT, self._look_after, left)

    def _stop_looking(self) -> None:
        if self._look is not None:
            self._look.cancel()
            self._look = None


class HttpConnection(_Read, HttpToolsProtocol):
    """An HTTP connection that is closed when its request takes too long or its head is too large.

    uvicorn itself closes connections that are idle after a response.
    """

    _timer: asyncio.TimerHandle | None = None
    _head: int | None = 0  # bytes of a request's head so far, None while none is to come

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Start the timer for a request."""
        super().connection_made(transport)
        self._wait()
        room = self.config.limit_concurrency
        if room is not None and len(self.connections) > room + _TOLD:
            transport.abort()

    def data_received(self, data: bytes) -> None:
        """Parse the data, unless the head has become too large."""
        if self._head is not None:
            self._head += len(data)
            if self._head > LONGEST_HEAD:
                self._refuse()
                return
            self._wait()
        super().data_received(data)

    def on_headers_complete(self) -> None:
        """The request has arrived."""
        self._head = None
        self._stop_waiting()
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """The next request may begin."""
        self._head = 0
        super().on_message_complete()

    def on_response_complete(self) -> None:
        """The rest of the response is being sent."""
        super().on_response_complete()
        self._look_after()

    def connection_lost(self, exc: Exception | None) -> None:
        """The connection is closed."""
        self._stop_waiting()
        super().connection_lost(exc)

    def _wait(self) -> None:
        if self._timer is None:
            self._timer = self.loop.call_later(REQUEST_TIMEOUT, self.transport.close)

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


class WebSocketConnection(_Read, WebSocketsSansIOProtocol):
    """A WebSocket connection that is closed when it sends more than a page ever does."""

    _heard = 0  # bytes received since ``_since``
    _since = 0.0

    def data_received(self, data: bytes) -> None:
        """Parse the data, a little at a time: one packet may hold 40,000 messages, or 250 MB compressed.

        Send the refusal of a handshake: with too long a head uvicorn would leave the connection open.
        """
        for at in range(0, len(data), _LITTLE):
            if self.transport.is_closing():
                return
            super().data_received(data[at : at + _LITTLE])
        if self.conn.handshake_exc and not self.handshake_initiated:
            self.transport.write(b"".join(self.conn.data_to_send()))
            self.transport.close()

    def handle_events(self) -> None:
        """Pass messages on, within the limit: all other work of the server waits for each message."""
        now = self.loop.time()
        if now - self._since > ALLOWED_EVERY:
            self._heard, self._since = 0, now
        self._heard += sum(max(len(said.data), LEAST) for said in self.conn.events if isinstance(said, Frame))
        if self._heard > ALLOWED:
            self.conn.fail(CloseCode.POLICY_VIOLATION, "too many messages")
            self.handle_parser_exception()
        else:
            super().handle_events()

    def handle_parser_exception(self) -> None:
        """Close with the reason, or abort during the handshake, where uvicorn would fail."""
        if self.conn.close_sent is None:
            self.transport.abort()
        else:
            super().handle_parser_exception()

    async def send(self, message: ASGISendEvent) -> None:
        """Send nothing after closing: uvicorn would log that with a traceback, as an error of the app."""
        if self.close_sent:
            raise ClientDisconnected
        await super().send(message)

    def handle_text(self, event: Frame) -> None:
        """Treat text as bytes: Streamlit sends no text, and uvicorn would log a traceback for invalid UTF-8."""
        self.handle_bytes(event)

    def keepalive_timeout(self) -> None:
        """Close at once: unread data would else be kept until it is read."""
        super().keepalive_timeout()
        self.transport.abort()


class Chunks:
    """Middleware that sends long responses in chunks, each after the one before was taken."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the app does."""

        async def in_pieces(message: Message) -> None:
            body = memoryview(message.get("body", b"") if message["type"] == "http.response.body" else b"")
            last = max(0, len(body) - 1) // CHUNK * CHUNK  # where the last piece begins
            for at in range(0, last, CHUNK):
                await send({**message, "body": body[at : at + CHUNK], "more_body": True})
            await send({**message, "body": body[last:]} if last else message)

        await self._app(scope, receive, in_pieces)


def room() -> int | None:
    """How many visitors this process has file descriptors for, after raising their limit as far as allowed.

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
