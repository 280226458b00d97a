"""The routes that the dashboard answers itself, before Streamlit: static files, pictures, files with figures, first
charts."""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import Awaitable, Callable
from threading import Thread
from typing import Final

import orjson
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.charts.assets import frontend_files, frontend_url, plotly_path, plotly_url, streamlit_files
from dashboard.export import file_address
from dashboard.export.file_address import ADDRESS, REFERENCES
from dashboard.language.words import Language
from dashboard.web.server.guard import FOLDERS
from dashboard.web.server.settings import Settings
from dashboard.web.server.static_files import StaticFile

MOST_SHOWN: Final = 20_000
"""Figures in one report for a visitor, each as often as it is shown: a hundred comparisons of six places have 13,000.
Others wait for their files meanwhile. ``doisanh report`` has no such limit."""
_NO_DATA: Final = "the data has problems; doisanh check lists them"


def files() -> dict[str, StaticFile]:
    """The static files by address: plotly.js, the board's scripts, and Streamlit's own files.

    Streamlit would send its files uncompressed, four times the bytes, and read them from disk for each visit.
    """
    found = {plotly_url(): StaticFile("plotly.js", plotly_path().read_bytes)}
    for name, text in frontend_files().items():
        found[frontend_url(name)] = StaticFile(name, text.encode)
    for address, path in streamlit_files().items():
        found[address] = StaticFile(path.name, path.read_bytes)
    return found


class Files:
    """Middleware that serves ``files`` before anything else looks at the request.

    Anything else in their folders is a 404; Streamlit would answer with its page.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._files = files()
        # plotly.js takes longest to compress: begin at once, so that the first visitor does not wait
        Thread(target=self._files[plotly_url()].prepare, daemon=True).start()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve the file, or pass the request on."""
        path = scope["path"] if scope["type"] == "http" else ""
        if not path.startswith(FOLDERS):
            await self._app(scope, receive, send)
            return
        found = self._files.get(path[1:]) if scope["method"] in ("GET", "HEAD") else None
        response = await found.answer(Request(scope)) if found else PlainTextResponse("", 404)
        await response(scope, receive, send)


def routes() -> list[Route]:
    """The routes that need the data; they come before Streamlit's own and need no session, so any replica answers.

    A saved file may take as long as many pages. They are made one at a time: whoever asks for many waits, and nobody
    else.
    """
    turn = asyncio.Semaphore(1)
    return [
        Route("/pictures", _in_turn(_pictures, turn)),
        Route(f"/{ADDRESS}", _in_turn(_tables, turn)),
        Route("/reports", _in_turn(_reports, turn)),
        Route(f"/{REFERENCES}", _reference),
        Route("/first", _first),
        Route("/units", _units),
    ]


def _in_turn(make: Callable[[Request], Response], turn: asyncio.Semaphore) -> Callable[[Request], Awaitable[Response]]:
    """An endpoint whose responses are made one at a time, and not at all once the browser has left."""

    async def answer(request: Request) -> Response:
        async with turn:
            if await request.is_disconnected():
                return Response(status_code=204)
            return await run_in_threadpool(make, request)

    return answer


def _tables(request: Request) -> Response:
    """The file with figures that the address names (``file_address``), from the data as it is now.

    400 with a message for an address that asks for what there is not.
    """
    from dashboard.web.server import store

    good = store.current(Settings.from_environment().root).good
    if good is None:
        return PlainTextResponse(f"{_NO_DATA}\n", 400)
    try:
        kind, chosen = file_address.read(request.query_params, good.dataset, good.frame, good.proofs)
    except file_address.NoSuchFile as problem:
        return PlainTextResponse(f"{problem}\n", 400)
    headers = {"Content-Disposition": f'attachment; filename="{kind.name(chosen)}"', "Cache-Control": "no-store"}
    return Response(kind.write(chosen), media_type=kind.mime, headers=headers)


def _reference(request: Request) -> Response:
    """The entry of the article that the address names (``file_address.read_reference``); 400 for what there is not."""
    from dashboard.web.server import store

    good = store.current(Settings.from_environment().root).good
    if good is None:
        return PlainTextResponse(f"{_NO_DATA}\n", 400)
    try:
        form, article = file_address.read_reference(request.query_params, good.dataset)
    except file_address.NoSuchFile as problem:
        return PlainTextResponse(f"{problem}\n", 400)
    name = f'attachment; filename="{article.id}{form.ending}"'
    return Response(
        form.write([article]),
        media_type=f"{form.mime}; charset=utf-8",
        headers={"Content-Disposition": name, "Cache-Control": "no-store"},
    )


def _pictures(request: Request) -> Response:
    """The pictures of the view that the address names (``pictures.answer``), from the data as it is now.

    400 with a message for an address that asks for what there is not.
    """
    from dashboard.export import pictures
    from dashboard.web.server import store

    settings = Settings.from_environment()
    good = store.current(settings.root).good
    try:
        if good is None:
            raise pictures.BadRequest(_NO_DATA)
        wanted = pictures.Request.parse(request.query_params, good.dataset)
        found = pictures.answer(good.figures, wanted, settings.public_url or "", good.proofs)
    except pictures.BadRequest as problem:
        return JSONResponse({"error": str(problem)}, status_code=400)
    return _sent(request, orjson.dumps(found), "application/json")


def _reports(request: Request) -> Response:
    """The report that ``spec`` describes (``report.spec``), as HTML or as a file: ``format`` is html, docx, pptx, xlsx.

    400 with a message that says what of it is wrong, and how to mend it.
    """
    from dashboard.export.report import build, content, preview, spec
    from dashboard.web.server import store

    good = store.current(Settings.from_environment().root).good
    kind = request.query_params.get("format", "html")
    if good is None or kind not in ("html", *build.KINDS):
        return PlainTextResponse(f"{_NO_DATA if good is None else f'no such format: {kind[:20]}'}\n", 400)
    wanted, problems = spec.read(request.query_params.get("spec", "").encode(), "report", good.figures)
    if wanted is None:
        language: Language = "en" if '"language": "en"' in request.query_params.get("spec", "") else "vi"
        return PlainTextResponse("\n".join(problem.in_line(language) for problem in problems), 400)
    wanted = wanted.model_copy(update={"template": None})  # a file of this machine is nothing that a visitor may name
    try:
        if kind == "html":
            html = preview.to_html(content.content(wanted, good.figures, good.proofs, most=MOST_SHOWN))
            return _sent(request, html.encode(), "text/html; charset=utf-8")
        made = build.build(wanted, kind, good.figures, good.proofs, most=MOST_SHOWN)
    except content.TooMuch as problem:
        return PlainTextResponse(problem.told[wanted.language], 400)
    headers = {"Content-Disposition": f'attachment; filename="doisanh.{kind}"', "Cache-Control": "no-store"}
    return Response(made, media_type=build.KINDS[kind], headers=headers)


def _first(request: Request) -> Response:
    """What ``board_data.first`` has for the address; 204 where the page has something else to say."""
    from dashboard.web.board import board_data
    from dashboard.web.board.cards import Site
    from dashboard.web.server import store

    good, problems, reading = store.current(Settings.from_environment().root)
    found = None
    if good and not (problems or reading):  # of these the page tells first
        found = board_data.first(good, request.query_params, Site.from_environment())
    if found is None:
        return Response(status_code=204)
    # packed already: so named, nothing on the way packs it again
    return Response(found, media_type="application/gzip", headers={"Cache-Control": "no-store"})


def _units(request: Request) -> Response:
    """The administrative units that a picker offers beside the places with figures, for what was typed (``q``)."""
    from dashboard.web.components import place_options
    from dashboard.web.server import store

    good = store.current(Settings.from_environment().root).good
    language: Language = "en" if request.query_params.get("lang") == "en" else "vi"
    asked = request.query_params.get("q", "")
    return _sent(request, orjson.dumps(place_options.others(good.dataset, asked, language) if good else []),
                 "application/json")  # fmt: skip


def _sent(request: Request, content: bytes, kind: str) -> Response:
    """A response that is never cached, compressed where the browser accepts that."""
    headers = {"Content-Type": kind, "Cache-Control": "no-store", "Vary": "Accept-Encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        content, headers["Content-Encoding"] = gzip.compress(content, 5), "gzip"
    return Response(content, headers=headers)
