"""The text that a draft is made from, read whole or refused with a reason."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from dashboard.scalars import UNSEEN
from dashboard.verify.paragraphs import Paragraph, paragraphs

MISUSE, NO_USE = 2, 1
LARGEST = 500_000
"""Bytes above which a file is no single article."""


class NoDraft(Exception):
    """No draft can be made, and why; ``code`` is the exit code (1: the text is no use, 2: misuse)."""

    def __init__(self, message: str, code: int = NO_USE) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True)
class Source:
    """A text: the name of its file, the sha256 of its bytes, its paragraphs."""

    name: str
    sha256: str
    paragraphs: tuple[Paragraph, ...]


def open_source(path: Path) -> Source:
    """Read a file. Raises NoDraft where it is missing, a folder, can't be read, or is no text."""
    try:
        if path.is_dir():
            raise NoDraft(f"{path} is a folder; give one article's text", MISUSE)
        if path.exists() and not path.is_file():
            raise NoDraft(f"{path} is not a regular file; give one article's text", MISUSE)
        if path.stat().st_size > LARGEST:
            raise NoDraft(f"{path} has over {LARGEST:,} bytes, too many for an article", MISUSE)
        raw = path.read_bytes()
    except FileNotFoundError as error:
        raise NoDraft(f"{path}: there is no such file", MISUSE) from error
    except (OSError, ValueError) as error:  # no permission; a name that can't be one
        reason = getattr(error, "strerror", None) or error
        raise NoDraft(f"{path} can't be read: {reason}", MISUSE) from error
    return read_source(path.name, raw)


def read_source(name: str, raw: bytes) -> Source:
    """The text in some bytes. Raises NoDraft where they are empty, not UTF-8, or binary."""
    name = unicodedata.normalize("NFC", name.encode("utf-8", "replace").decode())
    try:
        found = paragraphs(raw)
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise NoDraft(f"{name} is not UTF-8 text (line {line}); save it as UTF-8") from error
    if not found:
        raise NoDraft(f"{name} is empty: there is nothing to draft from")
    if b"\0" in raw:
        raise NoDraft(f"{name} is no text: it has NUL bytes")
    for one in found:
        if unseen := UNSEEN.search(one.text):
            where = f"paragraph {one.number} of {name}"
            raise NoDraft(f"{where} holds U+{ord(unseen[0]):04X}, which no record can hold; save the text without it")
    return Source(name, sha256(raw).hexdigest(), found)
