"""Connections of those who say nothing, too much, or too slowly."""

from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import Iterator
from contextlib import suppress
from threading import Thread
from typing import Any

import pytest
import uvicorn

from dashboard import connections
from dashboard.connections import LONGEST_HEAD, PATIENCE, Connection, room

resource = pytest.importorskip("resource")


async def app(scope: Any, receive: Any, send: Any) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
    await send({"type": "http.response.body", "body": b"ok"})


@pytest.fixture
def port(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """A server with little patience."""
    monkeypatch.setattr(connections, "PATIENCE", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        options: dict[str, Any] = {"http": Connection, "lifespan": "off", "log_level": "error", "timeout_keep_alive": 1}
        server = uvicorn.Server(uvicorn.Config(app, **options))
        thread = Thread(target=lambda: asyncio.run(server.serve(sockets=[listener])), daemon=True)
        thread.start()
        yield listener.getsockname()[1]
        server.should_exit = True
        thread.join(10)


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
    assert PATIENCE <= 30


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
        ((1024, 4096), (4096, 4096), 974),
        ((1024, resource.RLIM_INFINITY), (65_536, resource.RLIM_INFINITY), 16_334),
        ((20_000, 20_000), None, 4_950),
        ((resource.RLIM_INFINITY, resource.RLIM_INFINITY), None, 16_334),
        ((100, 100), None, 1),
    ]:
        asked: list[Any] = []
        monkeypatch.setattr(resource, "getrlimit", lambda _, limits=limits: limits)
        monkeypatch.setattr(resource, "setrlimit", lambda _, limits, asked=asked: asked.append(limits))
        assert room() == fit
        assert asked == ([raised] if raised else [])
