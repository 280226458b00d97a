"""The headers that every answer carries."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard.web.server.headers import Headers, policy
from tests.web.server.test_guard import ask


async def cookies(scope: Any, receive: Any, send: Any) -> None:
    headers = [(b"Set-Cookie", b"_streamlit_xsrf=a; Path=/"), (b"set-cookie", b"b=Secure; secure"), (b"x", b"y")]
    await send({"type": "http.response.start", "status": 500, "headers": headers})
    await send({"type": "http.response.body", "body": b""})


async def own(scope: Any, receive: Any, send: Any) -> None:
    headers = [(b"content-security-policy", b"own")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": b""})


def test_every_answer_has_them_errors_too_and_a_policy_of_its_own_stays() -> None:
    status, headers, _ = ask("/", app=Headers(cookies))
    assert (status, headers["x"], headers["x-content-type-options"]) == (500, "y", "nosniff")
    assert headers["content-security-policy"] == policy().decode()
    assert ask("/", app=Headers(own))[1]["content-security-policy"] == "own"


@pytest.mark.parametrize(
    ("public", "scheme", "secure"), [(True, "http", True), (False, "https", True), (False, "http", False)]
)
def test_cookies_are_for_https_alone_where_browsers_come_by_it(public: bool, scheme: str, secure: bool) -> None:
    seen: list[bytes] = []

    async def noticed(scope: Any, receive: Any, send: Any) -> None:
        async def keep(message: Any) -> None:
            seen.extend(value for name, value in message.get("headers", ()) if name == b"set-cookie")
            await send(message)

        await Headers(cookies, secure=public)({**scope, "scheme": scheme}, receive, keep)

    ask("/", app=noticed)
    assert seen == [b"_streamlit_xsrf=a; Path=/" + b"; Secure" * secure, b"b=Secure; secure"]


def test_the_policy_names_scripts_by_their_hash_and_lets_nothing_in_from_outside() -> None:
    html = "<script>one()</script><script src=x></script><script type=module>\ntwo()</script><script>one()</script>"
    rules = dict(rule.split(" ", 1) for rule in policy(html).decode().split("; "))
    assert rules["script-src"].count("sha256-") == 2
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    assert rules["frame-ancestors"] == "'self'"
    assert policy(html, framed=True).decode().endswith("frame-ancestors *")
    names = {name for rule in rules.values() for name in rule.split()}
    assert not [name for name in names if "." in name or "*" in name or name in ("http:", "https:", "'unsafe-eval'")]
