"""Lets in only requests that the dashboard is there for: by host name, origin, path, method and body.

Whatever Streamlit offers besides is closed: uploads, its agent API, messages other than a page's clicks. The refusals
are written for people: what is not allowed, and what to do.
"""

from __future__ import annotations

import socket
import sys
from contextlib import suppress
from dataclasses import dataclass
from html import escape
from ipaddress import ip_address
from pathlib import Path
from typing import Final
from urllib.parse import SplitResult, urlsplit

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.charts.palette import DARK, LIGHT
from dashboard.language.words import LANGUAGES, word
from dashboard.web.pages.site_map import EMBED, PAGES

_PAGES: Final = {f"/{page.path}" for page in (*PAGES, EMBED)}
FOLDERS: Final = ("/assets/", "/static/")
_FILES: Final = {
    "/favicon.png",
    "/pictures",
    "/first",
    "/reports",
    "/units",
    "/tables",
    "/references",
    "/_stcore/health",
    "/_stcore/host-config",
}
METRICS: Final = "/_stcore/metrics"
STREAM: Final = "/_stcore/stream"
_ENDINGS: Final = tuple(_FILES | {METRICS, STREAM})
ASKED: Final = frozenset({"rerun_script", "stop_script", "app_heartbeat"})
"""The messages of Streamlit's browser side that are let in: a rerun, a stop, a heartbeat. Others could empty the shared
cache, reveal folders of the server, upload files, or write to its disk."""
_FOLDER: Final = str(Path(__file__).parents[2]).encode()
_BEGINNING: Final = 4096  # bytes of a message in which it is looked for: it stands in a small one, at its start
_LOOPBACK: Final = ("localhost", "127.0.0.1", "::1")
_EVERYWHERE: Final = ("0.0.0.0", "::")  # noqa: S104  compared with, not listened on


@dataclass(frozen=True)
class AllowedHosts:
    """The host names under which browsers may reach this server.

    Another site can point its own name at this machine (DNS rebinding); its scripts would then act as a visitor. A
    numeric address can't be redirected, so where the server listens on all addresses (``numbers``) any is allowed.
    """

    hosts: frozenset[str]
    numbers: bool = False
    origin: tuple[str, str, int | None] | None = None

    @classmethod
    def of(cls, host: str, public: SplitResult | None = None) -> AllowedHosts:
        """The names that follow from ``--host`` and ``--public-url``."""
        everywhere = host in _EVERYWHERE
        own = {socket.gethostname().lower()} if everywhere else {host.lower()}
        hosts = frozenset({*_LOOPBACK, *own, *([_name(public.netloc) or ""] if public else [])})
        return cls(hosts, everywhere, _origin(public) if public else None)

    def allow(self, host: str | None) -> bool:
        """Whether a Host header is allowed (a name or an address, with or without a port)."""
        name = _name(host or "")
        return name is not None and (name in self.hosts or (self.numbers and _is_number(name)))

    def allow_from(self, origin: str | None, host: str) -> bool:
        """Whether a page of this Origin may talk to the server that it knows as ``host``: only the server's own pages
        may.

        Programs other than browsers send no Origin.
        """
        if origin is None:
            return True
        with suppress(ValueError):
            parts = urlsplit(origin)
            return parts.scheme in ("http", "https") and (parts.netloc == host or _origin(parts) == self.origin)
        return False


def _origin(address: SplitResult) -> tuple[str, str, int | None]:
    return address.scheme, address.hostname or "", address.port or {"http": 80, "https": 443}.get(address.scheme)


def _name(host: str) -> str | None:
    """The host name in a Host header, None where it is invalid."""
    with suppress(ValueError):
        parts = urlsplit(f"//{host}")
        if parts.netloc == host and "@" not in host and parts.port != 0:
            return (parts.hostname or "").removesuffix(".") or None
    return None


def _is_number(name: str) -> bool:
    with suppress(ValueError):
        return bool(ip_address(name))
    return False


class Guard:
    """Middleware that refuses every request that the dashboard is not there for.

    ``metrics``: whether Streamlit's counts of sessions and memory are served. ``room``: how many visitors fit.
    """

    def __init__(self, app: ASGIApp, names: AllowedHosts, *, metrics: bool = False, room: int | None = None) -> None:
        self._app = app
        self._names = names
        self._files = _FILES | {METRICS} if metrics else _FILES
        self._room = room
        self._visitors = 0
        self._told: set[str] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        if scope["type"] == "http":
            refusal = self._refusal(scope)
            await (refusal or self._app)(scope, receive, send)
        elif scope["type"] == "websocket":
            await self._visit(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    def _refusal(self, scope: Scope) -> Response | None:
        headers, path = Headers(scope=scope), scope["path"]
        if not self._names.allow(headers.get("host")):
            asked = f"refused a request for {_shown(headers.get('host'))}"
            self._tell("host", f"{asked}: if that is this dashboard's name, give it with --public-url")
            return _refused(421, "refused_host", host=_shown(headers.get("host")))
        if scope["method"] not in ("GET", "HEAD"):
            return _refused(405, "refused_method", Allow="GET, HEAD", Connection="close")
        if headers.get("content-length", "0") != "0" or "transfer-encoding" in headers:
            return _refused(413, "refused_body", Connection="close")
        if path in self._files or path.startswith(FOLDERS):
            return None
        if path not in _PAGES:
            return _elsewhere(path, scope["query_string"])
        if self._full():
            return HTMLResponse(_page("full", "./"), 503, {"Retry-After": "30", "Cache-Control": "no-store"})
        return None

    def _full(self) -> bool:
        full = self._room is not None and self._visitors >= self._room
        if full:
            self._tell("full", f"all {self._room} places are taken, others are told so: raise the limit of open files")
        return full

    async def _visit(self, scope: Scope, receive: Receive, send: Send) -> None:
        """A page's WebSocket, for as long as it is open."""
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        good = scope["path"] == STREAM and self._names.allow(host)
        if not good or not self._names.allow_from(headers.get("origin"), host) or self._full():
            await receive()
            await send({"type": "websocket.close", "code": 1008})
            return
        self._visitors += 1
        try:
            await self._app(scope, *_between(receive, send))
        finally:
            self._visitors -= 1

    def _tell(self, what: str, said: str) -> None:
        """Tell the operator, once: strangers must not be able to fill the log."""
        if what not in self._told:
            self._told.add(what)
            sys.stderr.write(f"doisanh: {said} (told once)\n")
            sys.stderr.flush()


def _between(receive: Receive, send: Send) -> tuple[Receive, Send]:
    """A WebSocket's two ends that let in only the messages in ASKED, close on unreadable ones, and hide from the
    browser the server's folder."""
    from google.protobuf.message import DecodeError
    from streamlit.proto.BackMsg_pb2 import BackMsg
    from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

    def is_asked(data: bytes | None) -> bool:
        if data is None:  # text, which Streamlit never sends
            raise DecodeError
        return BackMsg.FromString(data).WhichOneof("type") in ASKED

    async def checked() -> Message:
        while True:
            message = await receive()
            if message["type"] != "websocket.receive":
                return message
            try:
                if is_asked(message.get("bytes")):
                    return message
            except DecodeError:
                await send({"type": "websocket.close", "code": 1002})
                return {"type": "websocket.disconnect", "code": 1002}

    async def told(message: Message) -> None:
        data = message.get("bytes") or b""
        if _FOLDER in data[:_BEGINNING]:
            forward = ForwardMsg.FromString(data)
            if forward.WhichOneof("type") == "new_session":
                forward.new_session.main_script_path = Path(forward.new_session.main_script_path).name
                message = {**message, "bytes": forward.SerializeToString()}
        await send(message)

    return checked, told


# --- what a refusal says


def _elsewhere(path: str, query: bytes) -> Response:
    """The answer for an unknown path: a redirect where a page is at it without the slash, else 404.

    The redirect is relative, which holds below a proxy's path. Streamlit's own requests below a page's address get a
    plain 404.
    """
    there = path.removesuffix("/")
    if there in _PAGES and there != path and there != "/":
        asked = f"?{query.decode('latin-1')}" if query else ""
        return Response(status_code=308, headers={"Location": f"..{there}{asked}"})
    if path.endswith(_ENDINGS) or "/_stcore/" in path:
        return PlainTextResponse("", 404)
    return HTMLResponse(_page("no_page", "../" * (path.count("/") - 1) or "./"), 404)


def _refused(status: int, key: str, *, host: str = "", **headers: str) -> Response:
    said = "\n".join(word(key, language, host=host) for language in LANGUAGES) + "\n"
    return PlainTextResponse(said, status, headers)


def _shown(host: str | None) -> str:
    """What a stranger sent, made harmless and short."""
    return ascii((host or "")[:80])


def _page(key: str, home: str) -> str:
    """A page with one message in both languages and a link home."""
    told = "".join(
        f'<p lang="{language}">{escape(word(key, language))} '
        f'<a href="{home}{"" if language == LANGUAGES[0] else f"?lang={language}"}">'
        f"{escape(word('home', language))}</a></p>"
        for language in LANGUAGES
    )
    style = "font: 1.125rem/1.5 sans-serif; max-width: 36rem; margin: 20vh auto; padding: 0 1rem"
    light, dark = (
        f"body {{ background: {palette['page']}; color: {palette['ink']} }} a {{ color: {palette['accent']} }}"
        for palette in (LIGHT, DARK)
    )
    return (
        f'<!doctype html><html lang="{LANGUAGES[0]}"><meta charset="utf-8"><meta name="viewport" '
        f'content="width=device-width"><link rel="icon" href="data:,"><title>{word("app", LANGUAGES[0])}</title>'
        f"<style>body {{ {style} }} {light} @media (prefers-color-scheme: dark) {{ {dark} }}</style>"
        f"<main><h1>{word('app', LANGUAGES[0])}</h1>{told}</main></html>"
    )
