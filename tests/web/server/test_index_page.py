"""The page that comes first: Streamlit's, in our name, with what it will need on its way."""

from __future__ import annotations

import asyncio
import re
from base64 import b64encode
from hashlib import sha256
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from dashboard.charts.assets import font_path, font_url, frontend_files, frontend_url, plotly_url, streamlit_files
from dashboard.web.server.headers import policy
from dashboard.web.server.index_page import ELEMENTS, IndexPage, elements, page

STREAMLIT = (font_path().parents[2] / "index.html").read_text("utf-8")
OURS = page(STREAMLIT)


def links(rel: str, html: str = OURS) -> list[str]:
    found = re.findall(rf'<link\s+rel="{rel}"[^>]*', html)
    return [re.search(r'href="([^"]*)"', link)[1].removeprefix("./") for link in found]  # type: ignore[index]


def test_it_has_the_dashboards_name_and_language_and_says_that_it_is_on_its_way() -> None:
    assert "<title>Đối sánh</title>" in OURS
    assert '<html lang="vi">' in OURS
    assert re.search(
        r'<div id="root"><div class="ds-loading" role="status"><div hidden><b>Đối sánh</b>.*Đang mở…', OURS
    )
    assert "You need to enable JavaScript" not in OURS
    assert "Hãy bật JavaScript" in OURS.partition("<noscript>")[2].partition("</noscript>")[0]


def test_no_rule_asks_what_a_large_part_of_the_page_has() -> None:
    """Such a rule of the body's was looked at anew for each element of a chart, which doubled the time to draw."""
    sheets = [OURS, *(text for name, text in frontend_files().items() if name.endswith(".css"))]
    assert not [found for text in sheets for found in re.findall(r"(?:html|body|#root|\.stApp)\S*:has\(", text)]


def test_what_the_first_page_needs_is_fetched_with_it_and_there_is_all_of_it() -> None:
    assert re.search(rf'<script async [^>]*src="{plotly_url()}" data-plotly', OURS)
    assert font_url("italic") in links("preload")
    early = links("modulepreload")
    assert {frontend_url(name) for name in frontend_files() if name.endswith(".js")} <= set(early)
    assert len(early) == len(set(early))
    assert {name for name in early if name.startswith("static")} <= set(streamlit_files())


def test_each_element_is_one_of_this_streamlits_and_brings_what_it_imports() -> None:
    assert {name.partition(".")[0] for name in elements()} >= set(ELEMENTS)
    (component,) = (name for name in elements() if name.startswith("BidiComponent."))
    text = streamlit_files()[f"static/js/{component}"].read_text("utf-8")
    assert set(re.findall(r'from"\./([^"]+)"', text)) <= set(elements())


def test_of_another_streamlit_what_is_not_known_stays_as_it_is() -> None:
    other = "<html><head><meta charset=utf-8></head><body><main></main></body></html>"
    found = page(other)
    assert found.startswith("<html><head>")
    assert "<meta charset=utf-8>" in found
    assert found.endswith("<body><main></main></body></html>")


def test_streamlit_is_started_by_a_script_that_has_the_first_charts_drawn_before() -> None:
    (entry,) = re.findall(r'<script type="module" crossorigin src="./([^"]+)"', STREAMLIT)
    assert f'src="./{entry}"' not in OURS
    assert entry in links("modulepreload")
    (script,) = re.findall(r'<script type="module">(.*?)</script>', OURS, flags=re.DOTALL)
    assert entry in script
    assert frontend_url("first_paint.js") in script
    assert f'<link rel="stylesheet" href="{frontend_url("board.css")}" data-board="board.css">' in OURS
    assert re.search(
        r'<div class="ds-first-paint" hidden><header>.*</header><div></div></div><div class="ds-unconnected"', OURS
    )


def test_the_first_charts_are_asked_for_before_all_else_by_the_address_of_the_page() -> None:
    assert links("preload")[0] == "first"
    asked = page(STREAMLIT, "/base/", "places=dong-nai&q=%22%3E<b>")
    assert asked.index('href="first?places=dong-nai&amp;q=%22%3E&lt;b&gt;"') < asked.index(plotly_url())


@pytest.mark.parametrize(("path", "plotly", "first"), [("/", 1, 1), ("/embed", 1, 0), ("/sources", 0, 0)])
def test_only_pages_with_charts_wait_for_what_draws_them(path: str, plotly: int, first: int) -> None:
    found = page(STREAMLIT, path)
    assert found.count(plotly_url()) >= plotly
    assert (plotly_url() in found) == bool(plotly)
    assert ("doisanhFirst" in found) == ('href="first"' in found) == bool(first)
    assert bool(re.search(r'<script type="module" crossorigin src="./static', found)) == (not first)


def test_no_script_is_in_an_attribute_and_each_in_the_page_has_its_hash_in_the_policy() -> None:
    assert not re.search(r"<[^>]*\son\w+=", re.sub(r"<script.*?</script>", "", OURS, flags=re.DOTALL))
    rules = policy(OURS).decode()
    assert "unsafe-inline" not in rules.partition("script-src")[2].partition(";")[0]
    scripts = re.findall(r"<script(?: type=\"module\")?>(.*?)</script>", OURS, flags=re.DOTALL)
    assert len(scripts) > 4
    for script in scripts:
        assert f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" in rules


# --- as an answer


def answered(path: str, **headers: str) -> tuple[dict[str, str], str]:
    def html(request: Request) -> Response:
        if "if-none-match" in request.headers:
            return Response(status_code=304)
        if "range" in request.headers:
            return HTMLResponse(STREAMLIT[:1], 206)
        return HTMLResponse(STREAMLIT, headers={"ETag": "theirs", "Cache-Control": "no-cache"})

    routes = [Route("/plain", lambda request: PlainTextResponse("ok")), Route("/{path:path}", html)]
    app = Starlette(routes=routes, middleware=[Middleware(IndexPage), Middleware(GZipMiddleware)])
    sent: list[Any] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    given = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": "http", "method": "GET", "path": path, "root_path": "", "query_string": b"", "headers": given}
    asyncio.run(app(scope, receive, send))
    body = b"".join(message.get("body", b"") for message in sent[1:])
    return {name.decode(): value.decode() for name, value in sent[0]["headers"]}, body.decode()


@pytest.mark.parametrize("path", ["/", "/place", "/sources"])
def test_every_page_begins_with_it_and_says_its_true_length(path: str) -> None:
    headers, body = answered(path, accept="text/html,*/*", accept_encoding="gzip")
    assert body == page(STREAMLIT, path)
    assert headers["content-length"] == str(len(body.encode()))
    assert headers["cache-control"] == "no-cache"


def test_a_browser_that_has_streamlits_page_is_sent_ours() -> None:
    headers, body = answered("/", accept="text/html", if_none_match="theirs")
    assert body == OURS
    assert "etag" not in headers


def test_who_asks_for_a_part_of_a_page_is_sent_all_of_it() -> None:
    assert answered("/", accept="text/html", range="bytes=0-0")[1] == OURS


def test_what_is_no_page_passes() -> None:
    assert answered("/plain", accept="text/html")[1] == "ok"
    assert answered("/", accept="application/json")[1] == STREAMLIT


def test_each_page_has_a_policy_of_its_own_and_only_the_chart_for_frames_may_be_framed() -> None:
    for path in ("/", "/sources", "/embed"):
        headers, body = answered(path, accept="text/html")
        assert headers["content-security-policy"] == policy(body, framed=path == "/embed").decode()
        assert ("frame-ancestors *" in headers["content-security-policy"]) == (path == "/embed")
