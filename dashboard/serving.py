"""Starts the dashboard: the app, the assets that it adds to Streamlit's, and all configuration, in code."""

from __future__ import annotations

import errno
import gzip
import hashlib
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from dashboard.assets import AssetMissing, font_path, frontend_files, frontend_url, plotly_path, plotly_url
from dashboard.palette import DARK, LIGHT, Palette
from dashboard.settings import Settings

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

FOREVER = "public, max-age=31536000, immutable"
JAVASCRIPT = "text/javascript; charset=utf-8"


class CannotServe(Exception):
    """The server can't start. The message says why and what to do."""


def serve(root: Path, host: str, port: int, public_url: str | None) -> int:
    """Serve the dashboard of the data under ``root`` until Ctrl+C.

    ``port`` 0 takes a free one. ``public_url`` is the address under which others reach it, if it is another.
    Returns the exit code: 0 after Ctrl+C, 2 when it can't start, which a message on stderr then explains.
    """
    try:
        address = _web_address(public_url)
        port = free_port(host, port)
        for find in (font_path, plotly_path):
            find()
    except (CannotServe, AssetMissing) as problem:
        print(f"doisanh: {problem}", file=sys.stderr)
        return 2
    Settings(root, public_url).to_environment()
    return _run(host, port, address)


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
        except OSError as error:
            raise CannotServe(_why_not(error, host, port)) from error
        return int(probe.getsockname()[1])


def _why_not(error: OSError, host: str, port: int) -> str:
    """Why the operating system refuses to listen there, and what to do, in one sentence."""
    if error.errno == errno.EADDRINUSE:
        return f"port {port} is in use by another program; stop that one, or choose another with --port {port + 1}"
    if error.errno == errno.EACCES:
        return f"port {port} is reserved for the system; choose one above 1023 with --port 8501"
    return f"this machine has no address {host!r}; use --host 127.0.0.1 (this machine alone) or 0.0.0.0 (everyone)"


def _web_address(public_url: str | None) -> str | None:
    """The host name in ``public_url``. Raises CannotServe when it is no web address."""
    if not public_url:
        return None
    try:
        parts = urlsplit(public_url)
        if parts.scheme in ("http", "https") and parts.hostname:
            return parts.hostname
    except ValueError:  # a malformed IPv6 address
        pass
    raise CannotServe(f"{public_url!r} is no web address; give --public-url one such as https://doisanh.example.vn")


def _run(host: str, port: int, public_host: str | None) -> int:
    """Run Streamlit in this process until it is told to stop."""
    import streamlit as st
    from starlette.middleware import Middleware
    from uvicorn.config import LOGGING_CONFIG

    for logger in ("uvicorn", "uvicorn.error"):  # the address is told below; its steps are noise
        LOGGING_CONFIG["loggers"].setdefault(logger, {})["level"] = "WARNING"
    shown = {"0.0.0.0": "localhost", "::": "localhost"}.get(host, f"[{host}]" if ":" in host else host)

    @asynccontextmanager
    async def announce(_app: st.App) -> AsyncIterator[None]:
        print(f"Đối sánh: http://{shown}:{port}\nCtrl+C to stop.", flush=True)
        yield

    package = Path(str(resources.files("dashboard")))
    # Streamlit puts the launcher's folder first on sys.path: dashboard/ itself there would hide modules of the
    # standard library; the folder that holds the package is where it was imported from.
    sys.argv = [str(package.parent / "doisanh")]
    try:
        app = st.App(package / "app.py", routes=routes(), middleware=[Middleware(EarlyFetch)], lifespan=announce)
        app.run(config=configuration(host, port, public_host))
    except KeyboardInterrupt:
        return 0
    except SystemExit as stopped:  # Streamlit has said why
        return 2 if stopped.code else 0
    return 0


def configuration(host: str, port: int, public_host: str | None = None) -> dict[str, Any]:
    """Streamlit's options: nothing leaves the machine, nothing is watched, two themes of one design."""
    options: dict[str, Any] = {
        "server.address": host,
        "server.port": port,
        "server.headless": True,
        "server.fileWatcherType": "none",
        "server.runOnSave": False,
        "server.websocketPingInterval": 20,
        "browser.gatherUsageStats": False,
        "logger.hideWelcomeMessage": True,  # on 0.0.0.0 it would ask an outside server for this machine's address
        "client.toolbarMode": "minimal",
        "client.disableDataExport": True,  # Streamlit's CSV leaves "=1+1" for a spreadsheet to run
        "client.showErrorDetails": "none",
        "theme.baseRadius": "0.5rem",
        "theme.showWidgetBorder": True,
        "theme.headingFontSizes": ["1.75rem", "1.375rem", "1.125rem", "1rem", "1rem", "1rem"],
        "theme.headingFontWeights": [700, 700, 600, 600, 600, 600],
        "theme.paddingTop": "1.5rem",
        "theme.paddingBottom": "3rem",
        **_theme("light", LIGHT),
        **_theme("dark", DARK),
    }
    if public_host:
        options["browser.serverAddress"] = public_host
    return options


def _theme(name: str, palette: Palette) -> dict[str, Any]:
    """One of Streamlit's two themes, in the colours of a palette."""
    colours = {
        "backgroundColor": "page",
        "secondaryBackgroundColor": "paper",
        "sidebar.backgroundColor": "page",
        "sidebar.secondaryBackgroundColor": "paper",
        "textColor": "ink",
        "primaryColor": "action",
        "linkColor": "accent",
        "borderColor": "line",
    }
    return {f"theme.{name}.{option}": palette[colour] for option, colour in colours.items()}


class EarlyFetch:
    """Middleware that tells the browser, with the page itself, to fetch plotly.js and the frontend right away.

    Without it they are asked for only after Streamlit has started and run the page, a second or two later.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        scripts = sorted(name for name in frontend_files() if name.endswith(".js"))
        links = [f"<{plotly_url()}>; rel=preload; as=script"]
        links += [f"<{frontend_url(name)}>; rel=modulepreload" for name in scripts]
        self.link = (b"link", ", ".join(links).encode())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_link(message: Message) -> None:
            headers = message.get("headers", ())
            if any(name.lower() == b"content-type" and value.startswith(b"text/html") for name, value in headers):
                message["headers"] = [*headers, self.link]
            await send(message)

        await self.app(scope, receive, send_with_link if scope["type"] == "http" else send)


def routes() -> list[BaseRoute]:
    """The addresses that the dashboard adds to Streamlit's: plotly.js and our own frontend."""
    from starlette.routing import Route

    scripts = [Route(f"/{plotly_url()}", _route(lambda: plotly_path().read_bytes()))]
    for name, text in frontend_files().items():
        if name.endswith(".js"):
            scripts.append(Route(f"/{frontend_url(name)}", _route(text.encode)))
    return list(scripts)


def _route(read: Any) -> Any:
    """An endpoint for a file that never changes, compressed once, when somebody first asks for it."""

    @cache
    def content() -> tuple[bytes, bytes, str]:
        plain: bytes = read()
        return plain, gzip.compress(plain, 9, mtime=0), f'"{hashlib.sha256(plain).hexdigest()[:20]}"'

    def endpoint(request: Request) -> Response:  # not async: Starlette runs it, and the compression, in a thread
        from starlette.responses import Response

        plain, packed, tag = content()
        headers = {"Cache-Control": FOREVER, "ETag": tag, "Vary": "Accept-Encoding"}
        if tag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        if "gzip" in request.headers.get("accept-encoding", ""):
            return Response(packed, headers=headers | {"Content-Encoding": "gzip"}, media_type=JAVASCRIPT)
        return Response(plain, headers=headers, media_type=JAVASCRIPT)

    return endpoint
