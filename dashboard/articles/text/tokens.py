"""Every numeral of a paragraph, so that none is passed over: in digits, in words, in Roman letters, inside names."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from dashboard.articles.text.paragraphs import Paragraph, Span
from dashboard.language.numeral import Numeral

_ROMAN = re.compile(
    r"(?<![\w.])(?=[MDCLXVI])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?![\w])(?!\.\w)"
)
_ORDINAL_BEFORE = re.compile(
    r"(?:khóa|khoá|thứ|hội|kỷ|lần|chương|phần|mục|quý|phụ lục|,|và|-|–)\s*\(?\s*$", re.IGNORECASE
)
_SHOUTED_WORD = re.compile(r"[VXL]I(?= [^\W\d_]{2,})")
_IN_NAMES = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_LONG_ROMAN = 4


@dataclass(frozen=True)
class Token:
    """One numeral: ``text[start:end]``; ``numeral`` is what it says, None for Roman letters and digits in names."""

    start: int
    end: int
    text: str
    numeral: Numeral | None = None

    def within(self, span: Span) -> bool:
        """Whether all of it lies in a span."""
        return span[0] <= self.start and self.end <= span[1]


def tokens(paragraph: Paragraph) -> list[Token]:
    """The numerals of a paragraph, left to right, none overlapping.

    Besides what ``numerals.find`` reads: Roman numbers in capitals, digits directly behind a letter (m2, A4), and
    signs such as ½, ² or １. Ordinals in words (thứ hai, tháng ba) are none, as there.
    """
    text = paragraph.text
    found = [Token(one.start, one.end, one.text, one) for one in paragraph.numerals]
    for more in (_romans(text), _in_names(text), _signs(text)):
        starts = [one.start for one in found]
        for start, end in more:
            before = bisect_right(starts, start) - 1
            if before < 0 or found[before].end <= start:
                found.append(Token(start, end, text[start:end]))
        found.sort(key=lambda one: one.start)
    return found


def _romans(text: str) -> list[Span]:
    """Roman numbers. L, C, D and M make abbreviations (CD, MC), so with them only long ones or behind an ordinal."""
    found = []
    for match in _ROMAN.finditer(text):
        ordinal = _ORDINAL_BEFORE.search(text[max(0, match.start() - 12) : match.start()])
        common = set(match[0]) <= set("IVX") or len(match[0]) >= _LONG_ROMAN
        shouted = _SHOUTED_WORD.match(text, match.start())
        if shouted and text[match.end() + 1 :].split()[0].isupper():
            common = False  # VI PHẠM, XI MĂNG: a syllable of a line in capitals
        if ordinal or common:
            found.append(match.span())
    return found


def _in_names(text: str) -> list[Span]:
    return [match.span() for match in _IN_NAMES.finditer(text)]


def _signs(text: str) -> list[Span]:
    return [(at, at + 1) for at, char in enumerate(text) if char.isnumeric() and not "0" <= char <= "9"]
