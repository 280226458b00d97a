"""A page of the web as bytes: http and https alone, in bounded time and size, never from a place not asked for."""

from __future__ import annotations

import ipaddress
import socket
import time
import zlib
from dataclasses import dataclass
from http.client import HTTPException
from threading import Thread
from typing import Any, Final
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urljoin, urlsplit, urlunsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from dashboard.language.bilingual import Both

SECONDS: Final = 20.0
"""For everything, from the name of the host to the last byte."""
LARGEST: Final = 5_000_000
"""Bytes of a page, packed or unpacked: a hundred times what a long article has."""
_HOPS: Final = 5
_REDIRECTS: Final = (301, 302, 303, 307, 308)
_CLOSED: Final = (401, 402, 403)
_HEADERS: Final = {"User-Agent": "doisanh", "Accept": "text/html,application/xhtml+xml", "Accept-Encoding": "identity"}
_PIECE: Final = 65_536


class NotFetched(Exception):
    """Nothing was fetched, and why; ``misuse`` where what was asked for can't be."""

    def __init__(self, message: Both, *, misuse: bool = False) -> None:
        super().__init__(message.en)
        self.message, self.misuse = message, misuse


@dataclass(frozen=True)
class Page:
    """The bytes of a page, the address that it was found at, and the encoding that its server says, "" for none."""

    address: str
    raw: bytes
    encoding: str


def is_address(text: str) -> bool:
    """Whether a word of the command line is an address of the web, not the name of a file."""
    return text.casefold().startswith(("http://", "https://"))


def download(address: str, seconds: float = SECONDS, largest: int = LARGEST) -> Page:
    """The page at an address. Raises NotFetched.

    In a thread of its own: no timeout of a socket bounds the resolving of a name, or an answer that comes in drops.
    """
    got: list[Page] = []
    failed: list[BaseException] = []

    def work() -> None:
        try:
            got.append(_followed(_checked(address), time.monotonic() + seconds, largest))
        except BaseException as error:  # noqa: BLE001  told by the thread that waits
            failed.append(error)

    worker = Thread(target=work, daemon=True)
    worker.start()
    worker.join(seconds)
    if got:
        return got[0]
    if failed:
        raise failed[0]
    raise NotFetched(_late(address, seconds))


def _followed(address: str, until: float, largest: int) -> Page:
    asked, here = urlsplit(address).hostname, address
    for _ in range(_HOPS + 1):
        try:
            with _open(here, max(0.1, until - time.monotonic())) as answer:
                kind = answer.headers.get_content_type() if answer.headers.get("Content-Type") else "text/html"
                if kind not in ("text/html", "application/xhtml+xml"):
                    raise NotFetched(Both(f"{here} không phải trang web: {kind}", f"{here} is no page: {kind}"))
                return Page(here, _body(answer, here, largest), answer.headers.get_content_charset() or "")
        except HTTPError as error:
            there = error.headers.get("Location")
            error.close()
            if error.code not in _REDIRECTS or not there:
                raise NotFetched(_refused(here, error.code)) from None
            here = _checked(urljoin(here, there), here)
            host = urlsplit(here).hostname
            if host != asked and _private(host or ""):
                raise NotFetched(
                    Both(f"{address} dẫn tới một máy trong mạng riêng: {here}",
                         f"{address} leads to a machine of a private network: {here}")
                ) from None  # fmt: skip
        except TimeoutError as error:
            raise NotFetched(_late(here, SECONDS)) from error
        except URLError as error:
            if isinstance(error.reason, TimeoutError):
                raise NotFetched(_late(here, SECONDS)) from error
            raise NotFetched(_unreachable(here, error.reason)) from error
        except (OSError, HTTPException, ValueError) as error:
            raise NotFetched(_unreachable(here, error)) from error
    raise NotFetched(Both(f"{address} chuyển tiếp quá {_HOPS} lần", f"{address} is redirected over {_HOPS} times"))


def _open(address: str, seconds: float) -> Any:
    """The answer, whatever its status: no handler for files, other protocols or redirects is there."""
    opener = OpenerDirector()
    handlers = (ProxyHandler(), HTTPHandler(), HTTPSHandler(), HTTPErrorProcessor(), HTTPDefaultErrorHandler())
    for handler in handlers:
        opener.add_handler(handler)
    return opener.open(Request(address, headers=_HEADERS), timeout=seconds)  # noqa: S310  http(s) alone: _checked


def _checked(address: str, by: str = "") -> str:
    """An address of the web in ASCII. Raises NotFetched for any other; ``by``: what leads there."""
    try:
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.username is not None:
            raise ValueError
        host = parts.hostname.encode("idna").decode() if not parts.hostname.isascii() else parts.hostname
        host = f"[{host}]" if ":" in host else host
        netloc = f"{host}:{parts.port}" if parts.port else host
    except ValueError:
        where = Both(f"{by} dẫn tới {address}: ", f"{by} leads to {address}: ") if by else Both.same(f"{address}: ")
        only = Both("chỉ lấy được địa chỉ http:// hoặc https://", "only http:// and https:// addresses can be fetched")
        raise NotFetched(where + only, misuse=not by) from None
    path, query = (quote(part, safe="%/:=&?~+!$,;'@()*-._") for part in (parts.path, parts.query))
    return urlunsplit((parts.scheme, netloc, path, query, ""))


def _private(host: str) -> bool:
    try:
        found = {one[4][0] for one in socket.getaddrinfo(host, None)}
    except OSError:
        return False  # it can't be reached either, unless through a proxy, which is no private machine's
    return not all(ipaddress.ip_address(str(one).partition("%")[0]).is_global for one in found)


def _body(answer: Any, address: str, largest: int) -> bytes:
    packed = (answer.headers.get("Content-Encoding") or "identity").casefold()
    if packed not in ("identity", "gzip", "x-gzip", "deflate"):
        raise NotFetched(Both(f"{address} nén kiểu lạ: {packed}", f"{address} is packed as {packed}"))
    unpack = None if packed == "identity" else zlib.decompressobj(15 if packed == "deflate" else 31)
    found = bytearray()
    try:
        while piece := answer.read1(_PIECE):
            found += unpack.decompress(piece, largest + 1 - len(found)) if unpack else piece
            if len(found) > largest:
                large = Both(f"{address} hơn {largest:,} byte, quá lớn với một bài báo",
                             f"{address} has over {largest:,} bytes, too many for an article")  # fmt: skip
                raise NotFetched(large)
    except zlib.error as error:
        raise NotFetched(Both(f"{address} nén hỏng", f"{address} is packed, and broken")) from error
    return bytes(found)


def _refused(address: str, status: int) -> Both:
    if status in _CLOSED:
        return Both(f"{address} đòi đăng nhập hoặc trả phí ({status})",
                    f"{address} asks for a login or a payment ({status})")  # fmt: skip
    if status in (404, 410):
        return Both(f"{address} không còn trang này ({status})", f"{address} is not there ({status})")
    return Both(f"{address} trả lời {status}", f"{address} answers {status}")


def _late(address: str, seconds: float) -> Both:
    return Both(f"{address} không trả lời xong trong {seconds:g} giây", f"{address} was not done within {seconds:g} s")


def _unreachable(address: str, why: object) -> Both:
    return Both(f"không tới được {address}: {why}", f"{address} can't be reached: {why}")
