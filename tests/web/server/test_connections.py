"""Connections of those who say nothing, too much, or too slowly."""

from __future__ import annotations

import asyncio
import socket
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Thread
from types import SimpleNamespace
from typing import Any

import pytest
import uvicorn

from dashboard.web.server import connections
from dashboard.web.server.connections import (
    ALLOWED,
    CHUNK,
    LEAST,
    LONGEST_HEAD,
    REQUEST_TIMEOUT,
    SEND_TIMEOUT,
    Chunks,
    HttpConnection,
    WebSocketConnection,
    room,
)
from tests.web.server.test_guard import run

resource = pytest.importorskip("resource")


LARGE = b"x" * 20_000_000  # more than the system keeps of what nobody reads
heard: list[Any] = []


async def app(scope: Any, receive: Any, send: Any) -> None:
    """Two letters; /large of them; what is told on a WebSocket is heard and answered, /late after a moment."""
    if scope["type"] == "http":
        body = LARGE if scope["path"] == "/large" else b"ok"
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"%d" % len(body))]})
        await send({"type": "http.response.body", "body": body})
        return
    await receive()
    if scope["path"] == "/late":
        await asyncio.sleep(0.3)
    await send({"type": "websocket.accept"})
    while (message := await receive())["type"] == "websocket.receive":
        heard.append(message)
        await send({"type": "websocket.send", "bytes": LARGE if message["bytes"] == b"large" else b"heard"})
    heard.append(message)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[uvicorn.Server]:
    """A server with little patience."""
    monkeypatch.setattr(connections, "REQUEST_TIMEOUT", 0.3)
    monkeypatch.setattr(connections, "SEND_TIMEOUT", 0.3)
    heard.clear()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        options: dict[str, Any] = {
            "http": HttpConnection,
            "ws": WebSocketConnection,
            "lifespan": "off",
            "log_level": "error",
        }
        server = uvicorn.Server(uvicorn.Config(app, timeout_keep_alive=1, port=listener.getsockname()[1], **options))
        thread = Thread(target=lambda: asyncio.run(server.serve(sockets=[listener])), daemon=True)
        thread.start()
        yield server
        server.should_exit = True
        thread.join(10)


@pytest.fixture
def port(server: uvicorn.Server) -> int:
    return server.config.port


def talk(port: int, *parts: bytes, patience: float = 5) -> bytes:
    """All that is answered until the server closes the connection."""
    with socket.create_connection(("127.0.0.1", port), timeout=patience) as connection:
        for part in parts:
            connection.sendall(part)
        answer = b""
        while more := connection.recv(65536):
            answer += more
        return answer


def test_the_patience_is_less_than_half_a_minute() -> None:
    assert REQUEST_TIMEOUT <= 30


@pytest.mark.parametrize("said", [b"", b"GET", b"GET / HTTP/1.1\r\nHost: a\r\nX: "], ids=["nothing", "a word", "half"])
def test_who_does_not_come_to_the_end_of_a_request_is_left(port: int, said: bytes) -> None:
    began = time.monotonic()
    assert talk(port, said) == b""
    assert 0.2 < time.monotonic() - began < 3


def test_who_says_a_letter_now_and_then_is_left_too(port: int) -> None:
    began = time.monotonic()
    with socket.create_connection(("127.0.0.1", port), timeout=0.05) as connection, suppress(ConnectionError):
        for letter in b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 20:
            connection.sendall(bytes([letter]))
            with suppress(TimeoutError):
                if connection.recv(1) == b"":
                    break
    assert 0.2 < time.monotonic() - began < 3


def test_who_asks_again_has_the_same_patience(port: int) -> None:
    asked = b"GET / HTTP/1.1\r\nHost: a\r\n\r\n"
    assert talk(port, asked).count(b"200 OK") == 1  # closed when nothing comes after it
    assert talk(port, asked, b"GET / HT").count(b"200 OK") == 1
    assert talk(port, asked * 3).count(b"200 OK") == 3


@contextmanager
def asked(port: int, request: bytes) -> Iterator[socket.socket]:
    """A connection that has asked for something, with little room for the answer."""
    with socket.socket() as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.settimeout(5)
        connection.connect(("127.0.0.1", port))
        connection.sendall(request)
        yield connection


OPENING = (
    b"GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
    b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
)


@contextmanager
def visiting(port: int, more: bytes = b"") -> Iterator[socket.socket]:
    """A WebSocket, spoken by hand; ``more``: headers."""
    with asked(port, OPENING[:-2] + more + b"\r\n") as connection:
        answer = b""
        while not answer.endswith(b"\r\n\r\n"):
            answer += connection.recv(1)
        assert b" 101 " in answer
        yield connection


def frame(kind: int, data: bytes = b"", *, last: bool = True) -> bytes:
    """One of a WebSocket's frames, up to 125 bytes, under a mask that changes nothing."""
    return bytes([kind | 0x80 * last, 0x80 | len(data), 0, 0, 0, 0]) + data


PART, TEXT, BYTES, PING, PONG = 0, 1, 2, 9, 10


def until(true: Callable[[], Any]) -> None:
    """Wait for what comes within a moment."""
    deadline = time.monotonic() + 5
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_who_takes_nothing_of_what_was_asked_for_is_left(server: uvicorn.Server, port: int) -> None:
    assert SEND_TIMEOUT <= 60
    with asked(port, b"GET /large HTTP/1.1\r\nHost: a\r\n\r\n"), visiting(port) as visitor:
        visitor.sendall(frame(BYTES, b"large"))
        until(lambda: len(server.server_state.connections) == 2)
        until(lambda: not server.server_state.connections)
        until(lambda: heard[-1]["type"] == "websocket.disconnect")  # the application hears of it in its turn


def test_who_takes_it_slowly_is_waited_for() -> None:
    left, fared = [500, 400, 400, 0], []

    class Slow(HttpConnection):
        def __init__(self) -> None:
            self.transport = SimpleNamespace(
                get_write_buffer_size=lambda: left.pop(0), abort=lambda: fared.append("left")
            )  # type: ignore[assignment]
            self.loop = SimpleNamespace(call_later=self.later)  # type: ignore[assignment]

        def later(self, seconds: float, look: Callable[[int], None], before: int) -> SimpleNamespace:
            fared.append(f"{before} after {seconds:.0f} s")
            return SimpleNamespace(cancel=lambda: look)

    slow = Slow()
    slow._look_after()
    slow._look_after(500)
    slow._look_after(400)
    slow._look_after(400)
    assert fared == ["500 after 60 s", "400 after 60 s", "left"]


def test_a_long_answer_is_sent_in_pieces() -> None:
    for size in (0, 1, CHUNK, CHUNK + 1, 5 * CHUNK):
        body = bytes(range(256)) * (size // 256 + 1)
        sent: list[Any] = []

        async def whole(scope: Any, receive: Any, send: Any, body: bytes = body[:size]) -> None:
            await send({"type": "http.response.start", "status": 200, "headers": []})
            await send({"type": "http.response.body", "body": body})

        async def keep(message: Any, sent: list[Any] = sent) -> None:
            sent.append(message)

        asyncio.run(run(Chunks(whole), {"type": "http"}, None, keep))
        assert b"".join(message["body"] for message in sent[1:]) == body[:size]
        assert all(len(message["body"]) <= CHUNK for message in sent[1:])
        assert [message.get("more_body", False) for message in sent[1:]] == [True] * (len(sent) - 2) + [False]


def test_a_message_may_come_in_parts_and_as_text_is_like_bytes(port: int) -> None:
    with visiting(port) as visitor:
        visitor.sendall(frame(BYTES, b"a", last=False) + frame(PART, b"b", last=False) * 50 + frame(PART, b"c"))
        visitor.sendall(frame(BYTES, b"d", last=False) + frame(PART, b"e") + frame(TEXT, b"\xff"))
        until(lambda: len(heard) == 3)
    assert [message["bytes"] for message in heard[:3]] == [b"a" + b"b" * 50 + b"c", b"de", b"\xff"]


@pytest.mark.parametrize("more", [b"X: " + b"y" * 10_000, b"\r\n".join([b"X: y"] * 200)], ids=["long", "many"])
def test_a_websocket_that_can_not_be_read_is_refused_and_not_left_open(port: int, more: bytes) -> None:
    asked = b"GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
    assert talk(port, asked + more + b"\r\n\r\n").startswith(b"HTTP/1.1 431 ")


def closed(visitor: socket.socket) -> bytes:
    """All that is still told until the server closes the connection."""
    told = b""
    with suppress(ConnectionError):  # what was sent beyond that found nobody any more
        while more := visitor.recv(65536):
            told += more
    return told


TOO_MANY = b"\x88\x13\x03\xf0too many messages"  # that it is closed, with 1008


@pytest.mark.parametrize(("first", "again"), [(b"", BYTES), (b"", TEXT), (b"", PING), (b"", PONG), (b"a", PART)])
def test_who_says_more_than_a_page_ever_does_is_left_and_nothing_of_it_kept(
    server: uvicorn.Server, port: int, first: bytes, again: int
) -> None:
    with visiting(port) as visitor:
        if first:
            visitor.sendall(frame(BYTES, first, last=False))
        with suppress(ConnectionError):
            visitor.sendall(frame(again, last=again != PART) * 40_000)
        assert closed(visitor).endswith(TOO_MANY)
        until(lambda: not server.server_state.tasks)
    assert len(heard) <= ALLOWED // LEAST + 1


def test_packed_they_count_for_what_they_are(server: uvicorn.Server, port: int) -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, -12)
    packed = (packer.compress(b"\0" * 990_000) + packer.flush(zlib.Z_SYNC_FLUSH))[:-4]
    message = bytes([0xC0 | BYTES, 0xFE]) + len(packed).to_bytes(2, "big") + bytes(4) + packed
    with visiting(port, b"Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits=12\r\n") as visitor:
        with suppress(ConnectionError):
            visitor.sendall(message * 200)
        assert closed(visitor).endswith(TOO_MANY)
        until(lambda: not server.server_state.tasks)
    assert 0 < sum(len(message.get("bytes", b"")) for message in heard) <= ALLOWED


def test_what_a_page_says_is_heard_and_more_of_it_after_a_while(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "ALLOWED_EVERY", 0.3)
    some = ALLOWED // LEAST - 1
    with visiting(port) as visitor:
        for _ in range(2):
            visitor.sendall(frame(BYTES, b"x" * 100) * some)
            until(lambda: len(heard) == some)
            heard.clear()
            time.sleep(0.4)


def test_what_can_not_be_read_before_there_is_a_connection_ends_it(
    server: uvicorn.Server, port: int, caplog: pytest.LogCaptureFixture
) -> None:
    with asked(port, OPENING.replace(b"/", b"/late", 1)) as visitor:
        until(lambda: server.server_state.tasks)
        visitor.sendall(b"\xff" * 40)
        assert closed(visitor) == b""
    assert not caplog.records


def test_a_request_as_long_as_may_be_is_read_and_a_longer_one_refused_at_once(port: int) -> None:
    start, end = b"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nX: ", b"\r\n\r\n"
    longest = b"x" * (LONGEST_HEAD - len(start + end))
    assert b"200 OK" in talk(port, start + longest + end)
    for refused in (start + longest + b"x" + end, start + b"x" * 200_000, b"GET /" + b"x" * 200_000):
        try:
            answer = talk(port, refused)
        except ConnectionError:  # the rest of what was sent found nobody any more
            continue
        assert answer.startswith(b"HTTP/1.1 431 ")
    assert b"200 OK" in talk(port, start + end)


def test_open_files_are_raised_as_far_as_allowed_and_say_how_many_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    for limits, raised, fit in [
        ((1024, 4096), (4096, 4096), 878),
        ((1024, resource.RLIM_INFINITY), (65_536, resource.RLIM_INFINITY), 16_238),
        ((20_000, 20_000), None, 4_854),
        ((resource.RLIM_INFINITY, resource.RLIM_INFINITY), None, 16_238),
        ((100, 100), None, 1),
    ]:
        asked: list[Any] = []
        monkeypatch.setattr(resource, "getrlimit", lambda _, limits=limits: limits)
        monkeypatch.setattr(resource, "setrlimit", lambda _, limits, asked=asked: asked.append(limits))
        assert room() == fit
        assert asked == ([raised] if raised else [])
