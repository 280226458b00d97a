"""The numerals of a paragraph as the numbers of figures: alone, n of N, before and after, or a range."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from dashboard.language.doubts import Doubt
from dashboard.language.number_format import exact
from dashboard.language.numeral import Numeral
from dashboard.language.ratios import fraction

_WORDS = r"(?:[^\W\d_]+,? ){0,7}?"
_TO = re.compile(
    rf"(?: {_WORDS}|,? )(?:(?:giảm|rút|thu gọn|sắp xếp|tăng|nâng)? ?(?:xuống|lên)? ?(?:còn lại|còn|xuống|lên)"
    r"|lên đến|lên tới) (?:chỉ )?$",
    re.IGNORECASE,
)
_NOUN = re.compile(r" ([^\W\d_]+)")
_PARTICLES = {"giảm", "rút", "thu", "sắp", "tăng", "nâng", "xuống", "lên", "còn"}
_FROM = re.compile(r"(?<!\w)từ (?:con số |mức |chỗ |tổng số )?(?:có |chỉ có )?$", re.IGNORECASE)
_DATED = re.compile(
    r",? \(?(?:vào |của |hồi )?(?:(?:cuối |đầu |hết )?năm )?(?:19|20)[0-9]{2}\)?(?=[ ,])", re.IGNORECASE
)
"""A year between the two numbers of a change: từ 45 (năm 2015) lên 52."""
_BY = re.compile(
    r"(?<!\w)(?:giảm|cắt giảm|cắt|bớt|rút|tinh giản|giải thể|xóa|xoá|bỏ|tăng|thêm|bổ sung|lập mới)"
    r"(?: được| thêm| đi| bớt| mới| tiếp)*(?: là)? $",
    re.IGNORECASE,
)
"""Directly behind these a number is by how much, not from where: giảm 4, còn 48."""
_MORE = re.compile(r"tăng|thêm|bổ sung|mới", re.IGNORECASE)
_CHANGED = re.compile(r"(?<!\w)(?:giảm|tăng|nâng|hạ|rút|chuyển)(?: \w+){0,6} từ $", re.IGNORECASE)
_UNTO = re.compile(rf" {_WORDS}(?:đến|tới|lên|xuống) $", re.IGNORECASE)
_OF = re.compile(rf" (?:{_WORDS}(?:trong tổng số|trên tổng số|trong số)|trên|trong) $", re.IGNORECASE)
_IN_TURN = re.compile(
    r"(?<!\w)trước và sau(?: [^\W\d_]+){0,6} (?:tương ứng|lần lượt)(?: là| còn| có| với)? $", re.IGNORECASE
)
"""Before two numbers, that the first is from before: trước và sau sắp xếp tương ứng là 186 và 159."""
_EACH_TIME = re.compile(
    r"(?<!\w)(?:mỗi|bình quân|trung bình)(?: (?:một|mỗi|hằng|hàng))? (?:năm|nhiệm kỳ|quý|tháng|tuần|ngày|kỳ)(?!\w)"
    r"[^.;0-9]{0,60}$",
    re.IGNORECASE,
)
"""Before what is done in each of some times: mỗi năm kết nạp 110 đảng viên is a number of its own."""
_EVERY = re.compile(r"(?<!\w)cứ (?:mỗi |có )?$", re.IGNORECASE)
_RANGE = re.compile(r"\s?[-–—]\s?| (?:đến|tới|hoặc|hay) ", re.IGNORECASE)


_NO_COUNT = frozenset([Doubt.RATIO, Doubt.FRACTION, Doubt.RATE, Doubt.MULTIPLE])
"""Doubts that leave no count to write down, though the numeral is read: 2/3 số xã, bình quân 12, gấp 3 lần."""


@dataclass(frozen=True)
class Number:
    """One figure's number: ``text[start:end]`` from its hedge (or từ) to its last numeral.

    ``value`` is None where the text leaves it open; ``open`` then says why, with the readings there are.
    """

    start: int
    end: int
    value: Decimal | None
    main: Numeral
    out_of: Decimal | None = None
    before: Decimal | None = None
    first: Numeral | None = None
    open: str = ""


def numbers(text: str, numerals: Sequence[Numeral]) -> list[Number]:
    """Group the numerals (left to right) of a text into numbers."""
    found: list[Number] = []
    at = 0
    while at < len(numerals):
        one = numerals[at]
        pair = _pair(text, one, numerals[at + 1]) if at + 1 < len(numerals) else None
        found.append(pair or _single(text, one))
        at += 2 if pair else 1
    return found


def _single(text: str, one: Numeral) -> Number:
    start = hedged_start(text, one)
    if one.doubt is Doubt.RATE and _EACH_TIME.search(text[max(0, start - 80) : start]):
        return Number(start, one.end, one.value, one)
    if one.doubt in _NO_COUNT:
        return Number(start, one.end, None, one, open=one.text)
    grouped = one.doubt is Doubt.COMMA_GROUP and "." not in one.text  # 1,245,000,000
    plain = (one.doubt is Doubt.SPACE or grouped) and one.otherwise is None  # read whole, and only so
    if one.doubt and not plain:
        other = f", {_written(one.otherwise)}" if one.otherwise is not None else ""
        return Number(start, one.end, None, one, one.out_of, open=f"{_written(one.value)}{other}")
    return Number(start, one.end, one.value, one, one.out_of)


def _pair(text: str, one: Numeral, other: Numeral) -> Number | None:
    between, lead = text[one.end : other.start], text[max(0, one.start - 80) : one.start]
    every = text[max(0, hedged_start(text, one) - 10) : hedged_start(text, one)]
    if one.doubt is other.doubt is Doubt.RATE and _EVERY.search(every) and ";" not in between:
        return Number(hedged_start(text, one), other.end, None, other, first=one, open=f"{other.text} / {one.text}")
    doubts = {one.doubt, other.doubt} - {None, Doubt.RANGE}
    if doubts or one.out_of or other.out_of or ";" in between or len(between) > 60:
        return None
    bare = _DATED.sub("", text[one.end : hedged_start(text, other)])
    hedged = hedged_start(text, one)
    if "…" in one.hedge_text:
        return None  # từ 7.500 trở lên, nâng tổng số lên 55.000
    opened = _FROM.search(text[max(0, hedged - 20) : hedged])
    alike = one.percent == other.percent
    if alike and between == " và " and _IN_TURN.search(lead):
        return Number(hedged, other.end, other.value, other, before=one.value, first=one)
    apart = not opened and "," in text[one.end : other.start]  # 9 đồng chí, năm 2018 còn 5
    if not opened and (by := _BY.search(text[max(0, hedged - 30) : hedged])):
        grown = bool(_MORE.search(by[0]))
        if (one.value < other.value) is not grown:
            return None
    if (
        alike
        and not apart
        and (
            (_TO.fullmatch(bare) and (opened or _same_noun(bare, text[other.end :])))
            or (_CHANGED.search(lead) and _UNTO.fullmatch(bare))
        )
    ):
        start = hedged - len(opened[0]) if opened else hedged
        return Number(start, other.end, other.value, other, before=one.value, first=one)
    if alike and _OF.fullmatch(between) and one.value <= other.value and not one.percent:
        if fraction(text, other.end, one.value, other.value, hedged=one.hedge is not None):
            return Number(hedged, other.end, None, one, first=other, open=text[one.start : other.end])
        return Number(hedged, other.end, one.value, one, out_of=other.value, first=other)
    if _RANGE.fullmatch(between) and other.value > one.value:
        start = hedged - len(opened[0]) if opened else hedged
        readings = f"{_written(one.value)}–{_written(other.value)}"
        main, first = (other, one) if other.percent else (one, other)
        return Number(start, other.end, None, main, first=first, open=readings)
    return None


def _same_noun(between: str, after: str) -> bool:
    """Whether both numbers may count the same: 165 tổ chức còn 92 tổ chức, but not 800 người còn 30 tổ dân phố."""
    first, second = _NOUN.match(between), _NOUN.match(after)
    return first is None or second is None or first[1] == second[1] or first[1] in _PARTICLES


def hedged_start(text: str, one: Numeral) -> int:
    """Where the numeral's hedge begins, if one stands before it; else where it begins itself."""
    if not one.hedge_text or "…" in one.hedge_text or one.hedge_text.startswith("trở"):
        return one.start
    at = text.rfind(one.hedge_text, 0, one.start)
    return at if at >= 0 and text[at + len(one.hedge_text) : one.start].strip() == "" else one.start


def _written(value: Decimal | None) -> str:
    return "" if value is None else exact(value)
