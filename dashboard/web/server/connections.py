"""Connections as the server takes them: how long one may say nothing, how much it may say, how many there may be."""

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

PATIENCE: Final = 20.0
"""Seconds within which a connection has to have asked for something, from its first byte to the end of its headers."""
STANDSTILL: Final = 60.0
"""Seconds without one byte more taken of what is sent, after which a visitor is left."""
LONGEST_HEAD: Final = 64 * 1024
"""Bytes of a request's first line and headers. The server's reader knows no end: 80 MB of them stopped it for 10 s."""
LONGEST_MESSAGE: Final = 1_000_000
"""Bytes of a message from a browser, unpacked; those of a page are below 20 KB."""
ALLOWED: Final = 4_000_000
"""Bytes of messages, unpacked, that a page may send within ALLOWED_EVERY seconds."""
ALLOWED_EVERY: Final = 5.0
LEAST: Final = 40_000
"""Bytes that any message, part of one or ping counts for: a hundred within those seconds, of the smallest too."""
_LITTLE: Final = 4096  # bytes of a page's connection that are read before it is asked whether that was too much
PIECE: Final = 64 * 1024
"""Bytes of an answer that are sent at once. Sent whole, what somebody does not read would be kept for each who asks."""
_PER_VISITOR: Final = 4  # descriptors: the connection, and three of the event loop of the visitor's script
_LEFT: Final = 3 * 128  # descriptors of visitors who have left: Streamlit keeps the last 128, should they come back
BESIDES: Final = 100  # connections that ask for files beside those of visitors; others are told that there is no room
_TOLD: Final = 50  # connections that are told so; what comes beside them is closed unheard
_OWN: Final = 50 + BESIDES + _TOLD + _LEFT  # descriptors that are not for visitors, 50 of them for data and log
_ENOUGH: Final = 65_536  # descriptors: that many visitors need more memory than there is


class _Read(asyncio.Protocol):
    """A connection whose other end takes what it is sent, however slowly; asyncio would wait for ever."""

    transport: asyncio.Transport
    loop: asyncio.AbstractEventLoop
    _look: asyncio.TimerHandle | None = None

    def pause_writing(self) -> None:
        """More is under way than is taken."""
        super().pause_writing()
        self._look_after()

    def resume_writing(self) -> None:
        """Most of it was taken."""
        super().resume_writing()
        self._look_after()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nobody is there any more."""
        super().connection_lost(exc)
        self._stop_looking()

    def _look_after(self, before: int | None = None) -> None:
        """From now on, until nothing is under way any more."""
        self._stop_looking()
        left = self.transport.get_write_buffer_size()
        if left and left == before:
            self.transport.abort()
        elif left:
            self._look = self.loop.call_later(STANDSTILL, self._look_after, left)

    def _stop_looking(self) -> None:
        if self._look is not None:
            self._look.cancel()
            self._look = None


class Connection(_Read, HttpToolsProtocol):
    """One connection, which is closed when it takes too long to ask, or asks at too great length.

    uvicorn itself closes a connection that is idle after an answer.
    """

    _timer: asyncio.TimerHandle | None = None
    _head: int | None = 0  # bytes of a request's head so far, None while none is to come

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for a request."""
        super().connection_made(transport)
        self._wait()
        room = self.config.limit_concurrency
        if room is not None and len(self.connections) > room + _TOLD:
            transport.abort()

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

    def on_response_complete(self) -> None:
        """The rest of the answer is under way."""
        super().on_response_complete()
        self._look_after()

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


class Stream(_Read, WebSocketsSansIOProtocol):
    """A page's own connection, which is closed when it says more than a page ever does."""

    _heard = 0  # bytes, since the time at which the allowance was whole
    _since = 0.0

    def data_received(self, data: bytes) -> None:
        """Read on, a little at a time: in what came at once there may be 40,000 messages, or 250 MB packed.

        Where it can't be read, tell why. uvicorn would not where the head is too long: it stayed open.
        """
        for at in range(0, len(data), _LITTLE):
            if self.transport.is_closing():
                return
            super().data_received(data[at : at + _LITTLE])
        if self.conn.handshake_exc and not self.handshake_initiated:
            self.transport.write(b"".join(self.conn.data_to_send()))
            self.transport.close()

    def handle_events(self) -> None:
        """Hand on what was read, within the allowance. All else that the server does waits for each message."""
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
        """Close, and tell why, if there is a connection already: uvicorn would fail where it is still being opened."""
        if self.conn.close_sent is None:
            self.transport.abort()
        else:
            super().handle_parser_exception()

    async def send(self, message: ASGISendEvent) -> None:
        """Nothing to who has been told to go: for uvicorn that was the app's fault, with a traceback in the log."""
        if self.close_sent:
            raise ClientDisconnected
        await super().send(message)

    def handle_text(self, event: Frame) -> None:
        """Like bytes: Streamlit knows no other. uvicorn would log a traceback of what is no text."""
        self.handle_bytes(event)

    def keepalive_timeout(self) -> None:
        """Leave who does not answer at once: what was sent would else be kept until it is read."""
        super().keepalive_timeout()
        self.transport.abort()


class Pieces:
    """Middleware that sends long answers in pieces, each when the one before was taken."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the app does."""

        async def in_pieces(message: Message) -> None:
            body = memoryview(message.get("body", b"") if message["type"] == "http.response.body" else b"")
            last = max(0, len(body) - 1) // PIECE * PIECE  # where the last piece begins
            for at in range(0, last, PIECE):
                await send({**message, "body": body[at : at + PIECE], "more_body": True})
            await send({**message, "body": body[last:]} if last else message)

        await self._app(scope, receive, in_pieces)


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
