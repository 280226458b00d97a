"""The text of an article as paragraphs: its lines that are not empty, counted from 1 as curators count them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from dashboard.language.doubts import Doubt
from dashboard.language.numeral import Numeral
from dashboard.language.numerals import find
from dashboard.language.vietnamese import INVISIBLE, fold, letters, nfc

Span = tuple[int, int]

_LINES = re.compile("\r\n|\r|\n")
_SPACE = re.compile(r"\s+")
_LAST = re.compile(r"(?<![\w.,])[0-9][0-9.,]*$")
_FIRST = re.compile(r"[.,]?[0-9][0-9.,]*%?")
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        r"[1-9][0-9]{0,2}(?:\.[0-9]{3})*(?:\. | | \.)[0-9]{3}(?:[.,][0-9]+)*%?[.,]?",  # 7. | 397, 7 | 397, 7 | .397
        r"[0-9.]+(?:, | ,)[0-9]{1,2}%?[.,]?",  # 96, | 8%
        r"[0-9]+(?:\.[0-9]{3})*\.[0-9]{1,2} [0-9]{1,2}(?:[.,][0-9]+)*%?[.,]?",  # 7.3 | 97
    )
)


@dataclass(frozen=True)
class Paragraph:
    """One line of the text that is not empty. ``number`` counts these lines from 1, ``text`` is ``spaced``.

    ``from_above`` and ``goes_on``: whether its first and its last numeral may be parts of one that a line end broke.
    """

    number: int
    text: str
    from_above: bool = False
    goes_on: bool = False

    @cached_property
    def folded(self) -> str:
        """The text folded for comparing (``vietnamese.fold``), of the same length."""
        return fold(self.text)

    @cached_property
    def numerals(self) -> tuple[Numeral, ...]:
        """The numerals that ``numerals.find`` reads, each with the words around it in view."""
        found = find(self.text)
        for at, broken in ((0, self.from_above), (-1, self.goes_on)):
            if found and broken:
                found[at] = replace(found[at], doubt=found[at].doubt or Doubt.BESIDE)
        return tuple(found)

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
    lines = [spaced(line) for line in _LINES.split(raw.decode("utf-8-sig"))]
    broken = [bool(_broken(one, other)) for one, other in pairwise([*lines, ""])]
    kept = [(line, broken[at - 1] if at else False, broken[at]) for at, line in enumerate(lines) if line]
    return tuple(Paragraph(number, *line) for number, line in enumerate(kept, 1))


def _broken(one: str, other: str) -> bool:
    """Whether a line end may stand inside a number: "có 7." and "397 đảng viên"; a column of a table is none."""
    last, first = _LAST.search(one), _FIRST.match(other)
    if not last or not first or (last[0] == one and first[0] == other):
        return False
    return any(shape.fullmatch(f"{last[0]} {first[0]}") for shape in _SHAPES)
