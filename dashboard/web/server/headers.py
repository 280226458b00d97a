"""The security headers of every response.

The Content-Security-Policy is as strict as Streamlit allows, as tried in Chromium: its scripts add styles to the page;
a component's script, the board's loader, is imported from a blob; its protobuf reader handles large numbers in
WebAssembly, which does not allow eval. Inline scripts are allowed by their hash.
"""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY: Final = b"content-security-policy"
_SCRIPTS: Final = re.compile(r"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", re.DOTALL)
_UNUSED: Final = "accelerometer autoplay camera display-capture geolocation gyroscope magnetometer microphone midi usb"
_ALWAYS: Final = {
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"same-origin",
    b"permissions-policy": ", ".join(f"{name}=()" for name in [*_UNUSED.split(), "payment"]).encode(),
    b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
}


def policy(html: str = "", *, framed: bool = False) -> bytes:
    """The Content-Security-Policy of a page, which allows its inline scripts. ``framed``: any site may embed it."""
    hashes = [f"'sha256-{_hash(script)}'" for script in dict.fromkeys(_SCRIPTS.findall(html))]
    rules = {
        "default-src": "'none'",
        "script-src": " ".join(["'self'", "blob:", "'wasm-unsafe-eval'", *hashes]),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "manifest-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "*" if framed else "'self'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items()).encode()


def _hash(script: str) -> str:
    return b64encode(hashlib.sha256(script.encode()).digest()).decode()


class Headers:
    """Middleware that adds these headers to every response; a response with a policy of its own keeps it.

    ``secure``: browsers reach the dashboard by https, so cookies are for https only.
    """

    def __init__(self, app: ASGIApp, *, secure: bool = False) -> None:
        self._app = app
        self._secure = secure
        self._policy = policy()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the app does."""
        secure = self._secure or scope.get("scheme") in ("https", "wss")

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                found = [(name.lower(), value) for name, value in message.get("headers", ())]
                if secure:
                    found = [_secured(*header) for header in found]
                there = {name for name, _ in found}
                ours = {POLICY: self._policy, **_ALWAYS}
                found += [(name, value) for name, value in ours.items() if name not in there]
                message = {**message, "headers": found}
            await send(message)

        await self._app(scope, receive, with_headers)


def _secured(name: bytes, value: bytes) -> tuple[bytes, bytes]:
    if name == b"set-cookie" and b"secure" not in [part.strip().lower() for part in value.split(b";")]:
        value += b"; Secure"
    return name, value
