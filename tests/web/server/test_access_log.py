"""One line a request, with no more of a visitor than was asked for."""

from __future__ import annotations

import re
from typing import Any

import pytest

from dashboard.web.server.access_log import AccessLog
from tests.web.server.test_guard import ask, willing

WHEN = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"


@pytest.mark.parametrize(("kind", "who"), [("requests", ""), ("addresses", " 192.0.2.7")])
def test_a_line_says_when_what_the_answer_how_long_and_who_only_if_asked(
    kind: str, who: str, capsys: pytest.CaptureFixture[str]
) -> None:
    async def from_somebody(scope: Any, receive: Any, send: Any) -> None:
        await AccessLog(willing, kind)({**scope, "client": ("192.0.2.7", 5)}, receive, send)

    ask("/place", app=from_somebody, query=b"q=secret", cookie="secret", user_agent="secret")
    assert re.fullmatch(rf"{WHEN} GET /place 200 \d+\.\d{{3}}s{who}\n", capsys.readouterr().out)


@pytest.mark.parametrize("path", ["/a\nb", "/a\r\n2026-01-01T00:00:00Z GET / 200", "/\x1b[2J", "/\u202e"])
def test_what_a_stranger_asks_for_stays_in_its_line(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    ask(path, app=AccessLog(willing, "requests"))
    out = capsys.readouterr().out
    assert out.count("\n") == 1
    assert out.isascii()
    assert out[:-1].isprintable()


@pytest.mark.parametrize("said", ["\x9b31m", "1.2.3.4 GET / 200", "<b>", "\u202e", "a\nb"])
def test_what_a_proxy_was_told_of_the_visitor_stays_one_word(said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """X-Forwarded-For is taken from a proxy as it is, and a proxy may have it from the visitor."""

    async def from_somebody(scope: Any, receive: Any, send: Any) -> None:
        await AccessLog(willing, "addresses")({**scope, "client": (said, 0)}, receive, send)

    ask("/place", app=from_somebody)
    assert re.fullmatch(rf"{WHEN} GET /place 200 \d+\.\d{{3}}s [!-~]+\n", capsys.readouterr().out)


def test_a_request_that_fails_has_its_line(capsys: pytest.CaptureFixture[str]) -> None:
    async def broken(scope: Any, receive: Any, send: Any) -> None:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        ask("/", app=AccessLog(broken, "requests"))
    assert " GET / 500 " in capsys.readouterr().out
