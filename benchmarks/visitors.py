"""Visitors of a running dashboard that speak Streamlit's protocol without a browser, so a hundred fit on the server's
machine."""

from __future__ import annotations

import asyncio
import random
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException
from websockets.typing import Origin, Subprotocol

PATIENCE = 60.0
"""Seconds after which an answer is given up: the click is lost."""
_OVER = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_WITH_COMPILE_ERROR)
RETRY = 0.5  # what Streamlit's browser side waits at least before it connects again


class Click(NamedTuple):
    """One change of view: when it was made (``perf_counter``), the seconds until it was shown, how often the connection
    had to be made again for it, and whether it was shown at all."""

    began: float
    waited: float
    again: int
    shown: bool


@dataclass
class Seen:
    """What visitors met."""

    clicks: list[Click] = field(default_factory=list)

    @property
    def waits(self) -> list[float]:
        """The seconds of the clicks that were shown, the shortest first."""
        return sorted(one.waited for one in self.clicks if one.shown)

    @property
    def lost(self) -> int:
        """How many were not."""
        return sum(not one.shown for one in self.clicks)


def share(sorted_values: Sequence[float], part: float) -> float:
    """The value below which a part of them lies; 0 where there is none."""
    return sorted_values[min(len(sorted_values) - 1, int(len(sorted_values) * part))] if sorted_values else 0.0


class Visitor:
    """One browser's side of a session: it asks for addresses of the Compare page, and waits for each to be shown."""

    def __init__(self, address: str, seen: Seen, tls: ssl.SSLContext | None = None, own: str = "127.0.0.1") -> None:
        """``address``: of the page, with a slash at its end ("http://127.0.0.1:8501/"); ``own``: the visitor's."""
        self._stream = address.replace("http", "ws", 1) + "_stcore/stream"
        self._origin = address.split("/", 3)[0] + "//" + address.split("/", 3)[2]
        self.seen = seen
        self._tls = tls
        self._own = (own, 0)
        self._socket: ClientConnection | None = None
        self._session = ""

    async def ask(self, query: str) -> bool:
        """Go to an address (its part after "?"), as a click does; whether it was shown.

        Where the connection breaks, it is made again and the page asked for anew, as a browser does.
        """
        began, again, shown = time.perf_counter(), 0, False
        while not shown and time.perf_counter() - began < PATIENCE:
            try:
                async with asyncio.timeout(PATIENCE - (time.perf_counter() - began)):
                    socket = await self._connected()
                    await socket.send(_rerun(query))
                    shown = await self._finished(socket)
            except (OSError, WebSocketException, TimeoutError):
                await self.leave()
                again += 1
                await asyncio.sleep(RETRY)
        self.seen.clicks.append(Click(began, time.perf_counter() - began, again, shown))
        return shown

    async def leave(self) -> None:
        """Close the connection, if there is one."""
        socket, self._socket = self._socket, None
        if socket:
            with suppress(OSError, WebSocketException, TimeoutError):
                async with asyncio.timeout(2):
                    await socket.close()

    async def _connected(self) -> ClientConnection:
        if self._socket is None:
            again = ("streamlit", "PLACEHOLDER_AUTH_TOKEN", self._session) if self._session else ("streamlit",)
            self._socket = await connect(
                self._stream,
                subprotocols=[Subprotocol(one) for one in again],
                origin=Origin(self._origin),
                ssl=self._tls,
                max_size=None,
                ping_interval=None,
                open_timeout=PATIENCE,
                local_addr=self._own,
            )
        return self._socket

    async def _finished(self, socket: ClientConnection) -> bool:
        """Until the run that was asked for is over; whether it went well."""
        while True:
            message = ForwardMsg.FromString(await socket.recv(decode=False))
            kind = message.WhichOneof("type")
            if kind == "new_session":
                self._session = message.new_session.initialize.session_id
            elif kind == "script_finished" and message.script_finished in _OVER:
                return bool(message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY)


def _rerun(query: str) -> bytes:
    message = BackMsg()
    message.rerun_script.query_string = query
    message.rerun_script.page_name = ""
    found: bytes = message.SerializeToString()
    return found


def queries(places: Sequence[str], themes: Sequence[str], *, cold: bool, seed: int) -> Iterator[str]:
    """Addresses of one visitor who changes places: ``cold``, none that anybody has been at; else few, again and again.

    A view nobody has seen is of two to four places: of twenty places there are some 6,000 such. One in three asks for
    the charts of a theme, as an address does that has one; the others for what may be said.
    """
    choose = random.Random(seed)  # noqa: S311  the same visitors in each run
    while True:
        if cold:
            few, theme = choose.sample(list(places), choose.choice((2, 3, 4))), choose.choice(list(themes))
        else:
            few, theme = [choose.choice(list(places))], themes[0]
        charts = {"theme": theme} if choose.randrange(3) == 0 else {}
        yield urlencode({"places": ",".join(few), **charts}, safe=",")


async def crowd(
    address: str,
    asked: Sequence[Iterator[str]],
    *,
    seconds: float | threading.Event,
    pause: float,
    tls: ssl.SSLContext | None = None,
    opened: Callable[[], object] = lambda: None,
) -> Seen:
    """As many visitors as there are iterators of addresses: each changes its view every ``pause`` seconds.

    All first open the page, which does not count; after ``opened`` they change for ``seconds``, or until the event, not
    in step.
    """
    opening, seen = Seen(), Seen()
    there = [Visitor(address, opening, tls, f"127.0.1.{n % 250 + 1}") for n in range(len(asked))]
    for start in range(0, len(there), 10):
        await asyncio.gather(*(one.ask("") for one in there[start : start + 10]))
    opened()
    end = 0.0 if isinstance(seconds, threading.Event) else time.perf_counter() + seconds

    async def change(one: Visitor, views: Iterator[str], late: float) -> None:
        one.seen = seen
        await asyncio.sleep(late)
        while not seconds.is_set() if isinstance(seconds, threading.Event) else time.perf_counter() < end:
            begun = time.perf_counter()
            await one.ask(next(views))
            await asyncio.sleep(max(0.0, pause - (time.perf_counter() - begun)))

    changing = (
        change(one, views, pause * n / len(there)) for n, (one, views) in enumerate(zip(there, asked, strict=True))
    )
    try:
        await asyncio.gather(*changing)
    finally:
        await asyncio.gather(*(one.leave() for one in there))
    return seen
