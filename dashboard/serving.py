"""Starts the dashboard and tells its address, or says why it can't."""

from __future__ import annotations

import errno
import socket
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from dashboard.assets import AssetMissing, font_path, plotly_path
from dashboard.configuration import configuration
from dashboard.settings import Settings

if TYPE_CHECKING:
    import streamlit as st

PACKAGE = Path(__file__).resolve().parent


class CannotServe(Exception):
    """The server can't start. The message says why, and what to do."""


def serve(root: Path, host: str, port: int, public_url: str | None, report_to: str | None = None) -> int:
    """Serve the dashboard of the data under ``root`` until Ctrl+C.

    ``port`` 0 takes a free one. ``public_url`` is the address under which others reach it, where it is another;
    ``report_to`` the mail address for reports of wrong figures.
    Returns the exit code: 0 after Ctrl+C, 2 when it can't start, which a message on stderr then explains.
    """
    Settings(root, public_url, report_to).to_environment()
    return run(PACKAGE / "app.py", host, port, public_url)


def run(script: Path, host: str, port: int, public_url: str | None = None) -> int:
    """Serve any Streamlit script with the dashboard's assets and configuration; the rest as ``serve``."""
    try:
        public_host = _host_of(public_url) if public_url else None
        port = free_port(host, port)
        font_path()
        plotly_path()
    except (CannotServe, AssetMissing) as problem:
        sys.stderr.write(f"doisanh: {problem}\n")
        return 2
    try:
        _app(script, host, port).run(config=configuration(host, port, public_host))
    except KeyboardInterrupt:
        return 0
    except SystemExit as stopped:  # Streamlit has said why
        return 2 if stopped.code else 0
    return 0


def free_port(host: str, port: int) -> int:
    """The port to listen on at ``host``: the one asked for, or a free one for 0. Raises CannotServe."""
    if not 0 <= port <= 65535:
        raise CannotServe(f"{port} is no port; give --port a number from 1 to 65535")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        if sys.platform != "win32":  # there it would let two servers share a port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
            probe.listen(1)
        except (
            OSError,
            UnicodeError,
        ) as error:  # a host name too long or with an empty part is a UnicodeError
            raise CannotServe(_reason(error, host, port)) from error
        return int(probe.getsockname()[1])


def _reason(error: Exception, host: str, port: int) -> str:
    """Why the operating system refuses to listen there, and what to do, in one sentence."""
    code = getattr(error, "errno", None)
    if code == errno.EADDRINUSE:
        other = port + 1 if port < 65535 else port - 1
        return f"port {port} is in use by another program; stop that one, or choose another with --port {other}"
    if code == errno.EACCES:
        return f"port {port} is reserved for the system; choose one above 1023, such as --port 8501"
    return f"this machine has no address {host!r}; give --host 127.0.0.1 (for this machine) or 0.0.0.0 (for all)"


def _host_of(public_url: str) -> str:
    """The host name in a web address. Raises CannotServe when it is none."""
    try:
        parts = urlsplit(public_url)
    except ValueError:  # a malformed IPv6 address
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise CannotServe(f"{public_url!r} is no web address; give one such as --public-url https://example.vn")
    return parts.hostname


@contextmanager
def _kept_out(package: str) -> Iterator[None]:
    """While it lasts, importing a package fails as if it were not installed, unless it is there already."""
    if package in sys.modules:
        yield
        return
    modules: dict[str, Any] = sys.modules
    modules[package] = None  # the way that Python's own documents give
    try:
        yield
    finally:
        del modules[package]


def _app(script: Path, host: str, port: int) -> st.App:
    """The app around a script, with the dashboard's own routes; it tells its address once it is up."""
    # Where it finds plotly, Streamlit gives its Python figures a theme: a sixth of the start, for what no page here has
    with _kept_out("plotly"):
        import streamlit as st
    from starlette.middleware import Middleware
    from uvicorn.config import LOGGING_CONFIG

    from dashboard.delivery import Files, routes
    from dashboard.shell import Shell

    for logger in ("uvicorn", "uvicorn.error"):  # the steps of its start are noise
        LOGGING_CONFIG["loggers"].setdefault(logger, {})["level"] = "WARNING"
    # Streamlit puts the launcher's folder first on sys.path: dashboard/ there would hide modules of the standard
    # library behind ours; the folder that holds the package is where it came from anyway.
    sys.argv = [str(PACKAGE.parent / "doisanh")]
    name = {"0.0.0.0": "localhost", "::": "localhost"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104

    @asynccontextmanager
    async def announce(_app: Any) -> AsyncIterator[None]:
        sys.stdout.write(f"Đối sánh: http://{name}:{port}  (Ctrl+C: dừng / stop)\n")
        sys.stdout.flush()
        yield

    return st.App(script, routes=routes(), middleware=[Middleware(Files), Middleware(Shell)], lifespan=announce)
