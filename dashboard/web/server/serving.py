"""Starts the server and prints its address, or why it can't start."""

from __future__ import annotations

import errno
import logging
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from dashboard.charts.assets import AssetMissing, font_path, plotly_path
from dashboard.web.server.access_log import KINDS, AccessLog
from dashboard.web.server.connections import BESIDES, LONGEST_MESSAGE, Chunks, HttpConnection, WebSocketConnection, room
from dashboard.web.server.guard import AllowedHosts, Guard
from dashboard.web.server.headers import Headers
from dashboard.web.server.settings import NoWebAddress, Settings, web_address
from dashboard.web.server.streamlit_config import configuration, configure

if TYPE_CHECKING:
    from urllib.parse import SplitResult

    import streamlit as st
    import uvicorn
    from starlette.types import ASGIApp

PACKAGE = Path(__file__).resolve().parent
_BACKLOG: Final = 2048  # connections that wait to be taken
_HEALTHY: Final = 60  # seconds that a worker may take to start, or to answer the process that looks after it
_QUIET: Final = "error"  # the steps of uvicorn's start are noise; of a request that is none it warns, of each anew
_TURN: Final = 0.0005
"""Seconds between switches of threads. A page is sent in forty messages, and its thread waits for a turn before each
while other pages are made: with Python's default of 5 ms visitors spent most of their time waiting for that."""


class CannotServe(Exception):
    """The server can't start. The message says why, and what to do."""


def serve(
    root: Path,
    host: str,
    port: int,
    public_url: str | None,
    report_to: str | None = None,
    *,
    metrics: bool = False,
    log: str = "none",
    workers: int = 1,
) -> int:
    """Serve the dashboard of the data under ``root`` until Ctrl+C.

    ``port`` 0 takes a free one. ``public_url`` is the address under which others reach it, where it is another;
    ``report_to`` the mail address for reports of wrong figures. ``metrics``: whether guard.METRICS may be asked for;
    ``log``: one of ``access_log.KINDS``; ``workers``: how many processes share the visitors, each with the data in
    memory. Returns the exit code: 0 after Ctrl+C, 2 when it can't start, which a message on stderr then explains.
    """
    Settings(root, public_url, report_to).to_environment()
    return run(PACKAGE / "app.py", host, port, public_url, metrics=metrics, log=log, workers=workers)


def run(
    script: Path,
    host: str,
    port: int,
    public_url: str | None = None,
    *,
    metrics: bool = False,
    log: str = "none",
    workers: int = 1,
) -> int:
    """Serve any Streamlit script with the dashboard's assets and configuration; the rest as ``serve``."""
    try:
        public = web_address(public_url) if public_url else None
        listener = listening(host, port)
        font_path()
        plotly_path()
    except (CannotServe, AssetMissing, NoWebAddress) as problem:
        sys.stderr.write(f"doisanh: {problem}\n")
        return 2
    with listener:
        port = listener.getsockname()[1]
        fit = room()
        app = partial(application, script, host, port, public, metrics=metrics, log=log, fit=fit)
        announcement = _announcement(host, port, fit and fit * workers)
        if workers > 1:
            return _together(_config(app, fit, workers), listener, announcement)
        try:
            server = _server(_config(app, fit), announcement)
            server.run(sockets=[listener])
        except KeyboardInterrupt:
            return 0
    return 0 if server.started else 2


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens on the port, or on a free one for 0. Raises CannotServe."""
    if not 0 <= port <= 65535:
        raise CannotServe(f"{port} is no port; give --port a number from 1 to 65535")
    listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    try:
        if sys.platform != "win32":  # there it would let two servers share a port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if host == "::":  # all addresses, those of the older kind too
            listener.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
        listener.bind((host, port))
        listener.listen(_BACKLOG)
    except (OSError, UnicodeError) as error:  # UnicodeError: a host name too long or with an empty part
        listener.close()
        raise CannotServe(_reason(error, host, port)) from error
    return listener


def _reason(error: Exception, host: str, port: int) -> str:
    """Why the operating system refuses to listen there, and what to do."""
    code = getattr(error, "errno", None)
    if code == errno.EADDRINUSE:
        other = port + 1 if port < 65535 else port - 1
        return f"port {port} is in use by another program; stop that one, or choose another with --port {other}"
    if code == errno.EACCES:
        return f"port {port} is reserved for the system; choose one above 1023, such as --port 8501"
    return f"this machine has no address {host!r}; give --host 127.0.0.1 (for this machine) or 0.0.0.0 (for all)"


@contextmanager
def _kept_out(package: str) -> Iterator[None]:
    """A context in which importing a package fails as if it were not installed, unless it is imported already."""
    if package in sys.modules:
        yield
        return
    modules: dict[str, Any] = sys.modules
    modules[package] = None  # the way that Python's own documents give
    try:
        yield
    finally:
        del modules[package]


def application(
    script: Path,
    host: str,
    port: int,
    public: SplitResult | None = None,
    *,
    metrics: bool = False,
    log: str = "none",
    fit: int | None = None,
) -> ASGIApp:
    """The ASGI app around a Streamlit script: with the dashboard's routes, behind its guard.

    ``public``: the address at which browsers reach it, where that is another one; ``fit``: how many visitors fit.
    """
    sys.setswitchinterval(_TURN)
    configure(configuration(host, port, public.hostname if public else None))
    names = AllowedHosts.of(host, public)
    secure = bool(public and public.scheme == "https")
    app = streamlit_app(script)
    # Streamlit's import has made uvicorn tell of its steps and of each request, with the visitor's address
    logging.getLogger("uvicorn.error").setLevel(_QUIET.upper())
    requests = logging.getLogger("uvicorn.access")
    requests.handlers.clear()
    requests.propagate = False
    guarded = Headers(Chunks(Guard(app, names, metrics=metrics, room=fit)), secure=secure)
    return guarded if log == KINDS[0] else AccessLog(guarded, log)


def streamlit_app(script: Path) -> st.App:
    """Streamlit's own app around a script, with the dashboard's own routes and files."""
    # Where it finds plotly, Streamlit gives its Python figures a theme: a sixth of the start, for what no page here has
    with _kept_out("plotly"):
        import streamlit as st
    from starlette.middleware import Middleware

    from dashboard.web.server.index_page import IndexPage
    from dashboard.web.server.routes import Files, routes

    return st.App(script, routes=routes(), middleware=[Middleware(Files), Middleware(IndexPage)])


def _server(config: uvicorn.Config, announcement: str) -> uvicorn.Server:
    """The uvicorn server of a single process."""
    import uvicorn

    class Announced(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            if self.started:
                sys.stdout.write(announcement)
                sys.stdout.flush()

    return Announced(config)


def _together(config: uvicorn.Config, listener: socket.socket, announcement: str) -> int:
    """Several processes that take connections from one listener, until Ctrl+C; one that ends is replaced.

    A visitor's WebSocket stays with the process that took it; all else any of them answers.
    Returns the exit code: 2 where they do not come up.
    """
    from uvicorn.supervisors import Multiprocess

    class Announced(Multiprocess):
        said = False

        def init_processes(self) -> None:
            super().init_processes()
            self.said = all(
                process.wait_until_ready(config.timeout_worker_healthcheck, self.should_exit)
                for process in self.processes
            )
            if self.said:
                sys.stdout.write(announcement)
                sys.stdout.flush()

    workers = Announced(config, [listener])
    workers.run()
    return 0 if workers.said else 2


def _config(app: Callable[[], ASGIApp], fit: int | None, workers: int = 1) -> uvicorn.Config:
    """The uvicorn configuration, for ``fit`` visitors. ``app`` makes the ASGI app, in each process anew."""
    import uvicorn

    return uvicorn.Config(
        app,
        factory=True,
        workers=workers,
        timeout_worker_healthcheck=_HEALTHY,
        http=HttpConnection,
        ws=WebSocketConnection,
        limit_concurrency=fit and fit + BESIDES,
        ws_max_size=LONGEST_MESSAGE,  # of what is unpacked: it may come compressed
        ws_ping_interval=30,
        ws_ping_timeout=30,
        backlog=_BACKLOG,
        access_log=False,
        server_header=False,
        log_level=_QUIET,
    )


def _announcement(host: str, port: int, fit: int | None) -> str:
    name = {"0.0.0.0": "localhost", "::": "localhost"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104
    said = f"Đối sánh: http://{name}:{port}  (Ctrl+C: dừng / stop)\n"
    return (
        said if fit is None else f"{said}Đủ chỗ cho khoảng {fit} người xem cùng lúc / room for about {fit} visitors\n"
    )
