"""The scripts that the dashboard adds to Streamlit's pages."""

from __future__ import annotations

import asyncio
import gzip
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse
from starlette.routing import Route

from dashboard.assets import frontend_files, frontend_url, plotly_path, plotly_url
from dashboard.delivery import EarlyFetch, routes


def ask(path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """What the routes answer: status, headers, body."""
    page = Route("/page", lambda request: HTMLResponse("<p>"))
    app = Starlette(routes=[*routes(), page], middleware=[Middleware(EarlyFetch)])
    sent: list[Any] = []
    scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "root_path": "",
        "query_string": b"",
        "headers": [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()],
    }

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    asyncio.run(app(scope, receive, send))
    answer = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], answer, b"".join(message.get("body", b"") for message in sent[1:])


def test_plotly_is_the_plotly_packages_own_compressed_and_kept_for_good() -> None:
    status, headers, body = ask(f"/{plotly_url()}", accept_encoding="gzip, br")
    assert status == 200
    assert headers["content-encoding"] == "gzip"
    assert gzip.decompress(body) == plotly_path().read_bytes()
    assert len(body) < len(plotly_path().read_bytes()) / 3
    assert "immutable" in headers["cache-control"]
    assert headers["content-type"].startswith("text/javascript")


def test_a_browser_without_gzip_gets_the_plain_file() -> None:
    _, headers, body = ask(f"/{plotly_url()}")
    assert "content-encoding" not in headers
    assert body == plotly_path().read_bytes()


def test_a_browser_that_has_the_file_is_told_so() -> None:
    _, headers, _ = ask(f"/{plotly_url()}", accept_encoding="gzip")
    status, _, body = ask(f"/{plotly_url()}", accept_encoding="gzip", if_none_match=headers["etag"])
    assert (status, body) == (304, b"")


@pytest.mark.parametrize("name", sorted(name for name in frontend_files() if name.endswith(".js")))
def test_each_script_of_the_board_is_served_and_fetched_early(name: str) -> None:
    status, headers, body = ask(f"/{frontend_url(name)}")
    assert (status, body.decode()) == (200, frontend_files()[name])
    assert "link" not in headers
    _, page, _ = ask("/page")
    assert f"<{frontend_url(name)}>; rel=modulepreload" in page["link"]
    assert f"<{plotly_url()}>; rel=preload; as=script" in page["link"]
