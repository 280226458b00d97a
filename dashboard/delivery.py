"""The addresses that the dashboard adds to Streamlit's: plotly.js, the board's own scripts, and its pictures."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Callable
from functools import cache

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.assets import frontend_files, frontend_url, plotly_path, plotly_url
from dashboard.settings import Settings

_HEADERS = {
    "Content-Type": "text/javascript; charset=utf-8",
    "Cache-Control": "public, max-age=31536000, immutable",  # each address names the version of what it holds
    "Vary": "Accept-Encoding",
}


def routes() -> list[Route]:
    """One route for each script, and that of the pictures; to be put before Streamlit's own."""
    scripts = [Route(f"/{plotly_url()}", _endpoint(plotly_path().read_bytes))]
    for name, text in frontend_files().items():
        if name.endswith(".js"):
            scripts.append(Route(f"/{frontend_url(name)}", _endpoint(text.encode)))
    return [*scripts, Route("/pictures", _pictures)]


def _pictures(request: Request) -> Response:
    """The pictures of the view that the address names (``pictures.answer``), from the data as it is now.

    Needs no session: any replica answers. 400 with a message for an address that asks for what there is not.
    """
    from dashboard import pictures, store

    settings = Settings.from_environment()
    good, _ = store.current(settings.root)
    try:
        if good is None:
            raise pictures.BadRequest("the data has problems; doisanh check lists them")
        asked = pictures.Request.parse(request.query_params, good.dataset)
        found = pictures.answer(good.figures, asked, settings.public_url or "")
    except pictures.BadRequest as problem:
        return JSONResponse({"error": str(problem)}, status_code=400)
    content = json.dumps(found, ensure_ascii=False, allow_nan=False).encode()
    headers = {"Content-Type": "application/json", "Cache-Control": "no-store", "Vary": "Accept-Encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        content, headers["Content-Encoding"] = gzip.compress(content, 5), "gzip"
    return Response(content, headers=headers)


def _endpoint(read: Callable[[], bytes]) -> Callable[[Request], Response]:
    """Answers with a file that never changes, compressed once, when somebody first asks for it."""

    @cache
    def content() -> tuple[bytes, bytes, str]:
        plain = read()
        return plain, gzip.compress(plain, 9, mtime=0), f'"{hashlib.sha256(plain).hexdigest()[:20]}"'

    def endpoint(request: Request) -> Response:  # not async: Starlette then compresses in a thread of its own
        plain, packed, tag = content()
        headers = {**_HEADERS, "ETag": tag}
        if tag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        if "gzip" in request.headers.get("accept-encoding", ""):
            return Response(packed, headers={**headers, "Content-Encoding": "gzip"})
        return Response(plain, headers=headers)

    return endpoint


class EarlyFetch:
    """Middleware that has the browser fetch the scripts together with the page.

    Otherwise they are asked for only after Streamlit has started and run the page, a second or two later.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        modules = sorted(name for name in frontend_files() if name.endswith(".js"))
        links = [f"<{plotly_url()}>; rel=preload; as=script"]
        links += [f"<{frontend_url(name)}>; rel=modulepreload" for name in modules]
        self._link = (b"link", ", ".join(links).encode())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Add the links to the headers of HTML pages."""

        async def send_with_links(message: Message) -> None:
            headers = message.get("headers", ())
            if any(name == b"content-type" and value.startswith(b"text/html") for name, value in headers):
                message["headers"] = [*headers, self._link]
            await send(message)

        await self._app(scope, receive, send_with_links if scope["type"] == "http" else send)
