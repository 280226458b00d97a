"""The text of an article as paragraphs that can be compared: counted as a curator counts them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from dashboard.numerals import Numeral, find
from dashboard.vietnamese import INVISIBLE, fold, letters, nfc

Span = tuple[int, int]

_LINES = re.compile("\r\n|\r|\n")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class Paragraph:
    """One line of the text that is not empty. ``number`` counts these lines from 1, ``text`` is :func:`spaced`."""

    number: int
    text: str

    @cached_property
    def folded(self) -> str:
        """The text as phrases are compared: of the same length, hóa and hoá alike."""
        return fold(self.text)

    @cached_property
    def numerals(self) -> tuple[Numeral, ...]:
        """The numerals that :func:`dashboard.numerals.find` reads, each with the words around it in view."""
        return tuple(find(self.text))

    def context(self, start: int, end: int, words: int = 4) -> str:
        """``text[start:end]`` in brackets, with a few words on either side."""
        before = self.text[max(0, start - 30 * words) : start].split()  # long enough for more words than are shown
        after = self.text[end : end + 30 * words].split()
        glued_before = "" if self.text[start - 1 : start] in ("", " ") else before.pop()
        glued_after = "" if self.text[end : end + 1] in ("", " ") else after.pop(0)
        left = [*(["…"] if len(before) > words else []), *before[-words:]]
        right = [*after[:words], *(["…"] if len(after) > words else [])]
        return " ".join([*left, f"{glued_before}[{self.text[start:end]}]{glued_after}", *right])


def spaced(text: str) -> str:
    """NFC, each run of white space one space, no invisible characters, Đ for Ð (``letters``); tones as printed."""
    return _SPACE.sub(" ", nfc(letters(INVISIBLE.sub("", text)))).strip()


def paragraphs(raw: bytes) -> tuple[Paragraph, ...]:
    """The paragraphs of a UTF-8 text; a byte order mark and Windows line ends are tolerated.

    Raises UnicodeDecodeError where the bytes are not UTF-8.
    """
    lines = (line for line in _LINES.split(raw.decode("utf-8-sig")) if line.strip())
    return tuple(Paragraph(number, spaced(line)) for number, line in enumerate(lines, 1))
