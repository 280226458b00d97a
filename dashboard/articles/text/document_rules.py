"""Numerals that number a document or a congress. Each rule gives the spans of a text that it recognises."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dashboard.articles.text.calendar_rules import counted_after
from dashboard.articles.text.paragraphs import Span

_WHOLE = r"(?![.,]?[0-9]|\w|\s?%)"
_ROMAN = r"[IVXL]+(?!\w)"


def _code(dash: str) -> str:
    """What numbers a document: 03-NQ/HU, 06-CTr/HU, 90/2020/NĐ-CP, 36/2026/QH16."""
    return rf"[0-9]{{1,5}}[a-z]?(?:/(?:19|20)[0-9]{{2}})?(?:{dash}[A-ZĐƯ]{{2}}[A-Za-zĐđƯư0-9]*)+(?!\w)"


_ALONE = re.compile(rf"(?<![\w.,/-]){_code('[-–/]')}")
_SPACED_CODE = _code(r"\s?[-–/]\s?")
_NUMBERED_ALONE = (
    "nghị quyết|nq|chỉ thị|ct|quyết định|qđ|kết luận|kl|hướng dẫn|hd|quy định|nghị định|thông tư|quy chế|công văn"
    "|thông báo|(?<!kỷ )(?<!kỉ )luật|pháp lệnh|công điện|thông tri|điều lệ"
)
_NUMBERED_BY_SO = "kế hoạch|kh|đề án|chương trình(?: hành động)?|báo cáo|tờ trình|văn bản|dự án|biên bản"
"""With these a bare number may be an amount (đạt kế hoạch 95), so số must stand between."""

_OPENING = re.compile(
    rf"(?<!\w)(?:(?:{_NUMBERED_ALONE}|{_NUMBERED_BY_SO})\ssố:?\s|(?:{_NUMBERED_ALONE})\s|số\s(?={_SPACED_CODE}))",
    re.IGNORECASE,
)
_NUMBER = re.compile(rf"{_SPACED_CODE}|[0-9]{{1,5}}(?!/){_WHOLE}")
_JOINT = re.compile(r"\s?[,;]\s(?:và\s)?(?:số\s)?|\svà\s(?:số\s)?", re.IGNORECASE)
_SECTION = re.compile(
    rf"(?<!\w)(?:điều|khoản|mục|chương|phần|phụ lục|tiết)\s(?:thứ\s)?(?:[0-9]{{1,3}}{_WHOLE}|{_ROMAN})", re.IGNORECASE
)

_CONGRESSES = (
    re.compile(
        rf"(?<!\w)(?:khóa|khoá|nhiệm kỳ)\s(?:thứ\s)?{_ROMAN}"
        rf"(?:(?:,\s?|\s?và\s|\s?[-–]\s?)(?:khóa\s|khoá\s)?{_ROMAN})*",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<!\w)(?:khóa|khoá)\s(?:thứ\s)?[0-9]{1,2}(?=\s?[),.;:/]|$|\s(?:nhiệm kỳ|của|đã|vừa|về|và)(?!\w))",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!\w)(?:lần|kỳ họp|phiên họp|hội nghị)\s(?:lần\s)?thứ\s(?:{_ROMAN}|[0-9]{{1,3}}{_WHOLE})", re.IGNORECASE
    ),
    re.compile(rf"(?<!\w)(?:đại hội|thứ|lần|thế kỷ)(?:\sđảng)?(?:\sbộ)?(?:\stoàn quốc)?\s{_ROMAN}", re.IGNORECASE),
    re.compile(
        rf"(?<!\w)(?:trung ương|t\.ư|tw|t\.w)\s(?:đảng\s)?(?:lần\sthứ\s|lần\s)?[0-9]{{1,2}}{_WHOLE}"
        r"(?=\s?[,(]?\s?(?:khóa|khoá)|\s?[,.;)]|$|\s(?:về|của|và)(?!\w))",
        re.IGNORECASE,
    ),
    re.compile(rf"(?<!\w)trung ương\s{_ROMAN}", re.IGNORECASE),
)


def documents(text: str) -> Iterator[Span]:
    """Numbers of resolutions, decisions and the like: 03-NQ/HU, 90/2020/NĐ-CP, Nghị quyết số 02, Chỉ thị 05; Điều 3."""
    yield from (match.span() for match in _ALONE.finditer(text))
    for match in _OPENING.finditer(text):
        yield from _list(text, match)
    for match in _SECTION.finditer(text):
        if not counted_after(text, match.end()):
            yield match.span()


def congresses(text: str) -> Iterator[Span]:
    """Numbers of congresses, their terms and plenums: khóa XII, lần thứ XXII, Trung ương 4 (khóa XII), thế kỷ XX."""
    for pattern in _CONGRESSES:
        for match in pattern.finditer(text):
            if not counted_after(text, match.end()):
                yield match.span()


def _list(text: str, opening: re.Match[str]) -> Iterator[Span]:
    """The numbers after the kind of document: Nghị quyết số 18, 19-NQ/TW."""
    end = opening.end()
    number = _NUMBER.match(text, end)
    while number and not counted_after(text, number.end()):
        end = number.end()
        joint = _JOINT.match(text, end)
        number = _NUMBER.match(text, joint.end()) if joint else None
    if end > opening.end():
        yield opening.start(), end


RULES = (documents, congresses)
