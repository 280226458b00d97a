"""Who and what is let in, tried on an app that would answer everything."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.types import ASGIApp
from streamlit.proto.BackMsg_pb2 import BackMsg

from dashboard.language.words import WORDS
from dashboard.web.pages.site_map import EMBED, PAGES
from dashboard.web.server.guard import ASKED, METRICS, STREAM, Guard, Names
from dashboard.web.server.settings import web_address

HERE = Names.of("127.0.0.1")
PUBLIC = Names.of("127.0.0.1", urlsplit("https://doisanh.example/base"))
EVERYWHERE = Names.of("0.0.0.0")


async def willing(scope: Any, receive: Any, send: Any) -> None:
    """An app that answers all, and hears all that it is told."""
    if scope["type"] == "http":
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"done"})
        return
    await receive()
    await send({"type": "websocket.accept"})
    while (message := await receive())["type"] != "websocket.disconnect":
        scope["heard"].append(message["bytes"])


def scoped(kind: str, path: str, headers: dict[str, str], **more: Any) -> dict[str, Any]:
    given = [(name.replace("_", "-").lower().encode(), value.encode("latin-1")) for name, value in headers.items()]
    return {"type": kind, "path": path, "query_string": b"", "headers": given, **more}


async def run(app: ASGIApp, scope: Any, receive: Any, send: Any) -> None:
    await app(scope, receive, send)


def ask(
    path: str, method: str = "GET", names: Names = HERE, app: ASGIApp | None = None, query: bytes = b"", **headers: str
) -> tuple[int, dict[str, str], str]:
    """What a request gets: status, headers, body."""
    sent: list[Any] = []

    async def receive() -> Any:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    scope = scoped("http", path, {"host": "127.0.0.1:8501"} | headers, method=method) | {"query_string": query}
    asyncio.run(run(app or Guard(willing, names), scope, receive, send))
    found = {name.decode(): value.decode("latin-1") for name, value in sent[0]["headers"]}
    return sent[0]["status"], found, b"".join(message.get("body", b"") for message in sent[1:]).decode()


def visit(
    told: Sequence[bytes | str] = (), names: Names = HERE, path: str = STREAM, **headers: str
) -> tuple[str, int | None, list[bytes]]:
    """How a connection fares that says ``told``: what it got first, the code it was closed with, what was heard."""
    incoming: list[Any] = [{"type": "websocket.connect"}]
    incoming += [{"type": "websocket.receive", "text" if isinstance(one, str) else "bytes": one} for one in told]
    incoming.append({"type": "websocket.disconnect", "code": 1001})
    sent: list[Any] = []
    heard: list[bytes] = []

    async def receive() -> Any:
        return incoming.pop(0)

    async def send(message: Any) -> None:
        sent.append(message)

    scope = scoped("websocket", path, {"host": "127.0.0.1:8501"} | headers, heard=heard)
    asyncio.run(Guard(willing, names)(scope, receive, send))
    codes = [message["code"] for message in sent if message["type"] == "websocket.close"]
    return sent[0]["type"], codes[0] if codes else None, heard


# --- names


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8501", "localhost", "LOCALHOST.:80", "[::1]:8501"])
def test_this_machines_own_names_are_always_good(host: str) -> None:
    assert all(names.allow(host) for names in (HERE, PUBLIC, EVERYWHERE))


@pytest.mark.parametrize(
    "host", [None, "", "evil.example", "127.0.0.1.evil.example", "localhost@evil.example", "evil.example/localhost",
             "localhost:x", "localhost:99999", "127.0.0.1#evil.example", "[::1", "a b", "evil.example:8501"],
)  # fmt: skip
def test_a_name_that_anybody_may_lead_here_is_none_of_ours(host: str | None) -> None:
    assert not any(names.allow(host) for names in (HERE, PUBLIC, EVERYWHERE))


def test_others_follow_from_host_and_public_url() -> None:
    assert PUBLIC.allow("doisanh.example")
    assert PUBLIC.allow("Doisanh.Example:443")
    assert not PUBLIC.allow("www.doisanh.example")
    assert not HERE.allow("192.0.2.7")
    assert EVERYWHERE.allow("192.0.2.7:8501")  # a number leads nowhere else
    assert EVERYWHERE.allow("[2001:db8::1]:8501")
    assert Names.of("192.0.2.7").allow("192.0.2.7:8501")
    assert not Names.of("192.0.2.7").allow("192.0.2.8:8501")


@pytest.mark.parametrize("url", ["https://Đối-Sánh.vn", "https://xn--i-snh-zqa64a241s.vn/x"])
def test_a_name_in_vietnamese_is_known_by_what_browsers_make_of_it(url: str) -> None:
    name = "đối-sánh.vn".encode("idna").decode()
    names = Names.of("127.0.0.1", web_address(url))
    assert names.allow(f"{name}:443")
    assert names.allow_from(f"https://{name}", "127.0.0.1:8501")


def test_a_page_may_talk_only_to_the_server_that_it_came_from() -> None:
    host = "127.0.0.1:8501"
    assert HERE.allow_from(None, host)
    assert HERE.allow_from("http://127.0.0.1:8501", host)
    for origin in ("http://127.0.0.1:9999", "https://evil.example", "null", "file://", "", "http://[", "javascript:0"):
        assert not HERE.allow_from(origin, host)
    assert PUBLIC.allow_from("https://doisanh.example", host), "a proxy that asks by this machine's name"
    assert not PUBLIC.allow_from("http://doisanh.example", host)
    assert not PUBLIC.allow_from("https://doisanh.example:444", host)


@given(st.text())
def test_whatever_stands_for_a_name_only_ours_are_good(text: str) -> None:
    assert HERE.allow(text) == (HERE.allow(text) and any(name in text.lower() for name in ("localhost", "127.", "::1")))
    HERE.allow_from(text, "127.0.0.1")


def test_a_request_for_another_name_is_refused_with_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    guard = Guard(willing, HERE)
    for _ in range(3):
        status, _, said = ask("/", app=guard, host="evil.example\x1b[2J")
        assert status == 421
        assert "--public-url" in said
        assert "evil.example" in said
        assert "\x1b" not in said
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "--public-url" in told
    assert "\x1b" not in told
    assert visit(host="evil.example", origin="http://evil.example")[:2] == ("websocket.close", 1008)
    assert visit(origin="http://evil.example")[:2] == ("websocket.close", 1008)


# --- pages and methods


@pytest.mark.parametrize("path", [f"/{page.path}" for page in (*PAGES, EMBED)])
def test_each_page_is_answered_and_with_a_slash_leads_there_relative(path: str) -> None:
    assert ask(path)[0] == 200
    if path != "/":
        status, headers, _ = ask(path + "/", query=b"lang=en&places=a")
        assert status == 308
        for base in ("http://a.example", "http://a.example/doisanh"):
            assert urljoin(f"{base}{path}/", headers["location"]) == f"{base}{path}?lang=en&places=a"


@pytest.mark.parametrize("path", ["/nosuch", "/nosuch/", "/nosuch/deep/page", "/place/x", "/PLACE"])
def test_what_is_no_page_says_so_in_both_languages_and_leads_home(path: str) -> None:
    status, headers, body = ask(path)
    assert status == 404
    assert headers["content-type"].startswith("text/html")
    assert all(WORDS["no_page"][language] in body for language in ("vi", "en"))
    home = body.partition('<a href="')[2].partition('"')[0]
    for base in ("http://a.example", "http://a.example/doisanh"):
        assert urljoin(base + path, home) == f"{base}/"


@pytest.mark.parametrize("path", ["//", "//place/", "//evil.example/", "//evil.example/%2e%2e/", "/place//"])
def test_no_address_leads_to_another_server(path: str) -> None:
    status, headers, _ = ask(path)
    assert status == 404
    assert "location" not in headers


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "X"])
@pytest.mark.parametrize("path", ["/", "/_stcore/upload_file/session/file", "/_stcore/agent/mcp", "/pictures"])
def test_there_is_only_reading(method: str, path: str) -> None:
    status, headers, _ = ask(path, method)
    assert (status, headers["allow"], headers["connection"]) == (405, "GET, HEAD", "close")


def test_nothing_can_be_sent_along() -> None:
    assert ask("/", content_length="5")[0] == 413
    assert ask("/", content_length="x")[0] == 413
    assert ask("/", transfer_encoding="chunked")[0] == 413
    assert ask("/", content_length="0")[0] == 200


@pytest.mark.parametrize(
    "path", ["/_stcore/upload_file/a/b", "/_stcore/agent/mcp", "/_stcore/agent/openapi.json", "/_stcore/agent/interact",
             "/_stcore/script-health-check", "/_stcore/bidi-components/doisanh.board/board.js",
             "/component/x/index.html", "/app/static/x", "/auth/login",
             "/oauth2callback", METRICS, "/place/_stcore/health", "/_stcore", "/_stcore/"],
)  # fmt: skip
def test_what_is_not_used_is_closed(path: str) -> None:
    assert ask(path)[0] == 404


def test_metrics_are_there_for_who_asks_for_them_and_health_always() -> None:
    assert ask(METRICS, app=Guard(willing, HERE, metrics=True))[0] == 200
    assert ask("/_stcore/health")[0] == 200


# --- visitors


def messages() -> dict[str, bytes]:
    """One of each kind of message that Streamlit's browser side could send."""
    found = {}
    for kind in BackMsg.DESCRIPTOR.oneofs_by_name["type"].fields:
        message = BackMsg()
        if kind.message_type:
            getattr(message, kind.name).SetInParent()
        else:
            setattr(message, kind.name, True)
        found[kind.name] = message.SerializeToString()
    return found


def test_of_all_that_a_browser_can_tell_only_what_a_page_needs_comes_in() -> None:
    every = messages()
    assert every.keys() > ASKED
    first, code, heard = visit([*every.values(), BackMsg().SerializeToString()])
    assert (first, code) == ("websocket.accept", None)
    assert heard == [message for kind, message in every.items() if kind in ASKED]


@pytest.mark.parametrize("told", [b"\xff" * 50, "text"], ids=["bytes", "text"])
def test_what_can_not_be_read_ends_the_connection_without_a_trace(
    told: bytes | str, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = messages()["rerun_script"]
    assert visit([asked, told, asked]) == ("websocket.accept", 1002, [asked])
    assert capsys.readouterr().err == ""


def test_a_connection_anywhere_else_is_refused() -> None:
    assert visit(path="/")[:2] == ("websocket.close", 1008)
    assert visit(path="/place/_stcore/stream")[:2] == ("websocket.close", 1008)


def test_who_finds_no_room_is_told_so_and_the_operator_once(capsys: pytest.CaptureFixture[str]) -> None:
    fared: list[tuple[int, dict[str, str], str]] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "http":
            await willing(scope, receive, send)
            return
        for path in ("/", "/_stcore/health", "/"):  # while this visitor is here
            answer = await asyncio.to_thread(ask, path, app=guard)
            fared.append(answer)

    async def connected() -> Any:
        return {"type": "websocket.connect"}

    async def send(message: Any) -> None:
        pass

    guard = Guard(app, HERE, room=1)
    asyncio.run(guard(scoped("websocket", STREAM, {"host": "localhost"}), connected, send))
    assert [status for status, *_ in fared] == [503, 200, 503]
    assert fared[0][1]["retry-after"] == "30"
    assert WORDS["full"]["vi"] in fared[0][2]
    assert capsys.readouterr().err.count("\n") == 1
    assert ask("/", app=guard)[0] == 200, "the visitor has gone"
