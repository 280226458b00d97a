"""The text that a draft is made from, read whole or refused with a reason."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from dashboard.articles.text.paragraphs import Paragraph, paragraphs
from dashboard.language.bilingual import Both
from dashboard.records.scalars import UNSEEN

MISUSE, NO_USE = 2, 1
LARGEST = 500_000
"""Bytes above which a file is no single article."""


_GIVE = Both("; nêu tệp văn bản của một bài", "; give one article's text")


class NoDraft(Exception):
    """No draft can be made, and why; ``code`` is the exit code (1: the text is no use, 2: misuse)."""

    def __init__(self, message: Both, code: int = NO_USE) -> None:
        super().__init__(message.en)
        self.message, self.code = message, code


@dataclass(frozen=True)
class Source:
    """A text: the name of its file, the sha256 of its bytes, its paragraphs.

    ``excerpt``: whether it is only a part of the article. ``address``, ``title`` and ``outlet`` are what was given or
    stands in the first line, "address | title (outlet)"; "" if neither.
    """

    name: str
    sha256: str
    paragraphs: tuple[Paragraph, ...]
    excerpt: bool = False
    address: str = ""
    title: str = ""
    outlet: str = ""
    above: str = ""
    """The address that the text itself has in its first line."""


_ADDRESS = re.compile(r"https?://[^\s|]+")
_NOTED = re.compile(r"(?P<address>https?://[^\s|]+)(?:\s*\|\s*(?P<title>.*?)\s*(?:\((?P<outlet>[^()]+)\))?)?")
"""What is noted above a text: its address, its title, its outlet."""


def noted(line: str) -> tuple[str, str, str] | None:
    """Address, title and outlet of a line "address | title (outlet)", "" for what it lacks; None for any other line."""
    found = _NOTED.fullmatch(line.strip())
    return (found["address"], found["title"] or "", found["outlet"] or "") if found else None


def open_source(path: Path, *, excerpt: bool = False, address: str = "") -> Source:
    """Read a file. Raises NoDraft where it is missing, a folder, can't be read, or is no text."""
    try:
        if path.is_dir():
            raise NoDraft(f"{path}" + Both(" là thư mục", " is a folder") + _GIVE, MISUSE)
        if path.exists() and not path.is_file():
            raise NoDraft(f"{path}" + Both(" không phải tệp thường", " is not a regular file") + _GIVE, MISUSE)
        if path.stat().st_size > LARGEST:
            large = Both(
                f" hơn {LARGEST:,} byte, quá lớn với một bài báo",
                f" has over {LARGEST:,} bytes, too many for an article",
            )
            raise NoDraft(f"{path}" + large, MISUSE)
        raw = path.read_bytes()
    except FileNotFoundError as error:
        raise NoDraft(f"{path}: " + Both("không có tệp này", "there is no such file"), MISUSE) from error
    except (OSError, ValueError) as error:  # no permission; a name that can't be one
        reason = getattr(error, "strerror", None) or error
        raise NoDraft(f"{path}" + Both(" không đọc được: ", " can't be read: ") + f"{reason}", MISUSE) from error
    return read_source(path.name, raw, excerpt=excerpt, address=address)


def read_source(name: str, raw: bytes, *, excerpt: bool = False, address: str = "") -> Source:
    """The text in some bytes. Raises NoDraft where they are empty, not UTF-8, or binary, or the address is none."""
    if address and not _ADDRESS.fullmatch(address):
        form = Both("viết như https://…", "write it as https://…")
        raise NoDraft(f"--address {address}: " + form, MISUSE)
    name = unicodedata.normalize("NFC", name.encode("utf-8", "replace").decode())
    try:
        found = paragraphs(raw)
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        message = Both(
            f" không phải văn bản UTF-8 (dòng {line}); lưu lại ở dạng UTF-8",
            f" is not UTF-8 text (line {line}); save it as UTF-8",
        )
        raise NoDraft(name + message) from error
    if not found:
        raise NoDraft(name + Both(" trống: không có gì để soạn", " is empty: there is nothing to draft from"))
    if b"\0" in raw:
        raise NoDraft(name + Both(" không phải văn bản: có byte NUL", " is no text: it has NUL bytes"))
    for one in found:
        if unseen := UNSEEN.search(one.text):
            where = Both(f"đoạn {one.number} của {name} có ", f"paragraph {one.number} of {name} holds ")
            without = Both(
                ", hồ sơ không ghi được; lưu lại văn bản không có ký tự ấy",
                ", which no record can hold; save the text without it",
            )
            raise NoDraft(where + f"U+{ord(unseen[0]):04X}" + without)
    above = noted(found[0].text)
    told, title, outlet = above or ("", "", "")
    if above and len(found) > 1:
        first = (replace(found[0], text=title),) if title else ()  # of this line only the title is the article's
        found = (*first, *found[1:])
    return Source(name, sha256(raw).hexdigest(), found, excerpt, address or told, title, outlet, told)
