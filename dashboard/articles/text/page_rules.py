"""Numerals that belong to the page or to a name. Each rule gives the spans of a text that it recognises."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dashboard.articles.text.calendar_rules import ENDS, counted_after, spans
from dashboard.articles.text.paragraphs import Span

_NUMBER = r"[0-9]+(?:[.,][0-9]+)*"
_COUNTERS = (
    re.compile(
        r"(?<!\w)(?:lượt xem|lượt đọc|số lần đọc|đã xem|số lượt xem|lượt truy cập|bình luận|views?)"
        rf"\s?[:(]\s?{_NUMBER}\s?\)?",
        re.IGNORECASE,
    ),
    re.compile(r"(?<!\w)(?:trang|tờ)\s?:?\s?[0-9]{1,3}\s?/\s?[0-9]{1,3}(?![0-9/])", re.IGNORECASE),
    re.compile(r"^(?:trang\s?:?)(?:\s?[|,-]?\s?[0-9]{1,3}(?![0-9]))+", re.IGNORECASE),
    re.compile(rf"^{_NUMBER}\s(?:lượt xem|lượt đọc|bình luận|views?)$", re.IGNORECASE),
)
_CONTACTS = (
    re.compile(r"(?:https?://|www\.)\S+|\S{1,60}@\S{1,60}\.\S+", re.IGNORECASE),
    re.compile(
        r"(?<!\w)(?:điện thoại|đt|tel|fax|hotline|đường dây nóng|zalo)\s?[:.]?\s?"
        r"[+(]?[0-9][0-9 .()-]{6,20}[0-9](?![0-9])",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<![\w.,/])\(?0[1-9][0-9]{1,3}\)?[ .-]?(?:[0-9]{3,4}[ .-]?[0-9]{3,4}|[0-9][ .][0-9]{3}[ .][0-9]{3})(?![0-9])"
    ),
    re.compile(r"(?<!\w)giấy phép\s(?:\w+\s){0,4}số:?\s\S+|©\s?(?:19|20)[0-9]{2}", re.IGNORECASE),
)
_NUMBERING = (
    re.compile(r"^(?:ảnh|hình|bảng|biểu|biểu đồ|bài|kỳ|phần)\s[0-9]{1,2}(?=\s?[:.)-]|$)", re.IGNORECASE),
    re.compile(r"^(?:[0-9]{1,2}(?:\.[0-9]{1,2}){0,2}|[IVX]+)(?:[.)]|\s?[-–/])(?=\s)|^\([0-9]{1,2}\)(?=\s)"),
)
_PLACE = re.compile(
    r"(?<!\w)(?:quận|phường|khu phố|khu|tổ dân phố|tổ|ấp|thôn|khóm|xóm|bản|buôn|đội|ngõ|đường|quốc lộ|tỉnh lộ|hẻm)\s"
    rf"(?:số\s)?[0-9]{{1,3}}[A-Z]?{ENDS}",
    re.IGNORECASE,
)
_NO_NAME_AFTER = re.compile(r"(?<!\w)(?:mỗi|một|từng|các|những|mấy|nhiều|còn|và|gồm)\s$", re.IGNORECASE)
_NAMES = (
    re.compile(r"[^\W\d_][0-9]+(?:[.,][0-9]+)*|[^\W\d_][²³]"),
    re.compile(r"(?<!\w)(?:covid|sars-cov|cov)\s?-\s?[0-9]{1,2}(?!\w)", re.IGNORECASE),
    re.compile(r"(?<!\w)(?:công nghiệp|cmcn|cách mạng)\s(?:lần thứ tư\s)?4\.0(?!\w)", re.IGNORECASE),
    re.compile(r"(?<!\w)[IVX](?=\.\s?[^\W\d_])|(?<!\w)[IVX](?=-[^\W\d_]{2})"),
)


_FOOTNOTES = (
    re.compile(r"(?<=[0-9%])\([1-9]\)|(?<=[^\W\d_])\([1-9]\)(?=[\s,.;:]|$)"),
    re.compile(r"(?<=[.;]\s)\([1-9]\)(?=\s[^\W\d_])"),
    re.compile(r"(?<=[\w%])[¹²³⁰⁴-⁹]+"),
)


def page_counters(text: str) -> Iterator[Span]:
    """Counters of a page: Lượt xem: 1.234, Bình luận (0), trang 3/7."""
    for pattern in _COUNTERS:
        yield from spans(pattern, text)


def contacts(text: str) -> Iterator[Span]:
    """Addresses, telephone and permit numbers: www…, Điện thoại: …, © 2020."""
    for pattern in _CONTACTS:
        yield from spans(pattern, text)


def numbering(text: str) -> Iterator[Span]:
    """Numbers that open a paragraph as its item, or a caption: "1. …", "II. …", "Ảnh 2: …"."""
    for pattern in _NUMBERING:
        yield from spans(pattern, text)


def numbered_places(text: str) -> Iterator[Span]:
    """Places named by number: phường 14, khu phố 3, quốc lộ 1A."""
    for match in _PLACE.finditer(text):
        no_name = _NO_NAME_AFTER.search(text[max(0, match.start() - 7) : match.start()])
        if not no_name and not counted_after(text, match.end()):
            yield match.span()


def names(text: str) -> Iterator[Span]:
    """Digits and Roman letters that are part of a word or name: m2, A4, COVID-19, công nghiệp 4.0, V.I. Lênin."""
    for pattern in _NAMES:
        yield from spans(pattern, text)


def footnotes(text: str) -> Iterator[Span]:
    """Marks of footnotes directly behind a number or a word, and before their notes: 287(1), trực thuộc², (2)."""
    for pattern in _FOOTNOTES:
        yield from spans(pattern, text)


RULES = (page_counters, contacts, numbering, numbered_places, names, footnotes)
