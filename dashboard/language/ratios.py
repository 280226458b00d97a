"""Numbers that are no counts: fractions (bốn phần năm), rates (3 đảng viên/hộ), multiples (gấp đôi), ranges."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import gcd
from unicodedata import numeric

from dashboard.language.doubts import Doubt
from dashboard.language.number_words import UNITS
from dashboard.language.spoken_numbers import ALL_COUNTED, counted_at
from dashboard.language.vietnamese import SPACE, fold, syllables

_H = SPACE
_TIME = r"(?:năm|tháng|tuần|ngày|giờ|nhiệm kỳ|thế kỷ|thập kỷ|đầu|cuối|sau|trước|vời|chừng)"
_PARTS = {**UNITS, "tư": 4, "mười": 10}
_ANY_PART = "|".join(_PARTS)
_IN_WORDS = re.compile(
    rf"(?<![\w])(?P<part>{_ANY_PART}|[0-9]{{1,2}}){_H}+phần{_H}+(?P<whole>{_ANY_PART}|[0-9]{{1,2}})(?!\w)"
    rf"|(?<!\w)(?P<half>(?:một{_H}+|1{_H}+)?nửa)(?!\w)(?!{_H}+{_TIME}(?!\w))"
    r"|(?P<sign>[¼-¾⅐-⅞])"
    rf"|(?<!\w)gấp{_H}+(?P<times>đôi|rưỡi|ba|tư|bốn|năm|mười)(?!\w)|(?<!\w)(?:tăng|nhân){_H}+(?P<double>đôi)(?!\w)",
    re.IGNORECASE,
)
_HINT = re.compile("phần|nửa|gấp|đôi|[¼-¾⅐-⅞]", re.IGNORECASE)
_NO_HALF = syllables("hơn quá gần non già ngót")
_FACTORS = {"đôi": Decimal(2), "rưỡi": Decimal("1.5"), **{word: Decimal(part) for word, part in _PARTS.items()}}


@dataclass(frozen=True)
class InWords:
    """A fraction (bốn phần năm, một nửa, ½) or a multiple (gấp đôi) and its place; ``out_of`` None: a multiple."""

    start: int
    end: int
    value: Decimal
    out_of: Decimal | None


def in_words(text: str) -> list[InWords]:
    """The fractions and multiples in words of an NFC text, left to right."""
    if not _HINT.search(text):
        return []
    return [one for match in _IN_WORDS.finditer(text) if (one := _read(text, match))]


def _read(text: str, match: re.Match[str]) -> InWords | None:
    start, end = match.span()
    if part := match["part"]:
        value, whole = (_PARTS.get(word.lower()) or int(word) for word in (part, match["whole"]))
        return InWords(start, end, Decimal(value), Decimal(whole)) if value < whole else None
    if match["half"]:
        return InWords(start, end, Decimal(1), Decimal(2)) if _of_a_whole(text, start, end) else None
    if match["sign"]:
        fraction = Fraction(numeric(match["sign"])).limit_denominator(100)
        return InWords(start, end, Decimal(fraction.numerator), Decimal(fraction.denominator))
    group = "times" if match["times"] else "double"
    return InWords(match.start(group), end, _FACTORS[match[group].lower()], None)


def _of_a_whole(text: str, start: int, end: int) -> bool:
    """Whether "nửa" is half of something counted: một nửa số xã, hơn nửa, quá nửa."""
    before = text[max(0, start - 12) : start].lower().split()
    hedged = bool(before) and before[-1] in _NO_HALF
    return hedged or text[start:end].lower() != "nửa" or bool(_SHARE.match(text, end)) or counted_at(text, end)


_SHARE = re.compile(
    rf"{_H}+(?:(?:trong{_H}+|trên{_H}+)?(?:tổng{_H}+)?số|dân{_H}+số)(?!{_H}*lượng)(?!\w)", re.IGNORECASE
)
_FRACTIONS = frozenset((n, of) for of in (2, 3, 4) for n in range(1, of) if (n, of) != (2, 4))
_LARGEST_WHOLE = 10


def fraction(text: str, end: int, value: Decimal, out_of: Decimal, *, hedged: bool) -> Doubt | None:
    """Whether n/N that ends at ``end`` is a share in words: 2/3 số TCCSĐ; 40/170 xã is n of N, 2/3 xã may be either."""
    if not value < out_of <= _LARGEST_WHOLE or value != int(value) or out_of != int(out_of):
        return None
    if hedged or _SHARE.match(text, end):
        return Doubt.RATIO
    of_what = value == 1 or not counted_at(text, end)  # 9/10 thôn is nine of ten; 1/5 xã and 4/5 đạt … may be a share
    small = (int(value), int(out_of)) in _FRACTIONS or (of_what and gcd(int(value), int(out_of)) == 1)
    return Doubt.FRACTION if small else None


_NUMBER = r"[0-9][0-9.,]*"
_FIRST = rf"(?<![0-9])(?<![0-9][.,]){_NUMBER}"  # not tried anew at each digit of thousands
_NOUN = rf"(?:{_H}+[^\W\d_]+)"
_CLAUSE = r"(?:[^.;,:\n]|[.,](?=[0-9])){0,80}"
_NO_RATE_OF = r"(?!(?:trong|của|tại|ở|từ|về|và|là|đã|với)(?!\w))"  # nâng cao vai trò của mỗi đảng viên trong 48 TCCSĐ
_ROUND = rf"(?:10*|10?\.000|100\.000|một{_H}+(?:trăm|nghìn|vạn)|vạn|nghìn){_H}+"
_EACH_OF = (
    "người|hộ|dân|nhân khẩu|đồng chí|năm|tháng|tuần|ngày|quý|xã|phường|huyện|tỉnh|chi bộ|đảng bộ|đảng viên|tccsđ"
    "|tổ chức|cán bộ|đơn vị|cơ sở|km2|ha|m2|lớp|buổi|lần|vụ|con|kg|tấn|nhiệm kỳ"
).replace(" ", f"{_H}+")
_NAMED_BOTH = "(?<!xã)(?<!phường)(?<!huyện)(?<!tỉnh)(?<!quan)"  # 15 xã/phường, 8 cơ quan/đơn vị: one or the other
_RATES = (
    (("cứ",), rf"(?<!\w)cứ(?!\w){_NOUN}{{0,3}}{_H}+(?:{_NUMBER}|{_ANY_PART}|mỗi)(?!\w)"
              rf"[^.;:\n0-9]{{0,60}}(?:{_NUMBER}{_CLAUSE})?"),
    (("bình", "trung"), rf"(?<!\w)(?<!loại )(?<!mức )(?<!hạng )(?<!hộ )(?:bình quân|trung bình)(?!\w){_CLAUSE}"),
    (("mỗi",), rf"(?<!\w)mỗi{_H}+(?:{_NO_RATE_OF}[^\W\d_]+{_H}+){{1,5}}?(?={_NUMBER}){_CLAUSE}"),
    (("dân", "hộ"), rf"{_FIRST}[^.;:,\n]{{0,40}}?{_H}trên{_H}+{_ROUND}(?:người{_H}+)?(?:dân|hộ)(?!{_H}+số)(?!\w)"),
    (("/",), rf"{_FIRST}(?:{_H}?%|{_H}*[^\W\d_]+{_NOUN}{{0,3}}){_NAMED_BOTH}{_H}?/{_H}?"
             rf"(?:{_ROUND}|mỗi{_H}+)?(?:{_EACH_OF})(?!\w)"),
)  # fmt: skip
"""Patterns, each with words as a quick test: a text without any of them can't match."""
_FEW = re.compile(
    rf"(?<!\w)(?:dăm|vài|đôi|mươi|{'|'.join(word for word in UNITS if word != 'năm')}){_H}+$", re.IGNORECASE
)
_MULTIPLE = re.compile(
    rf"(?<!\w)(?:gấp|tăng|giảm|bằng|cao{_H}+gấp|nhiều{_H}+gấp)(?:{_H}+[^\W\d_]+){{0,3}}{_H}+$", re.IGNORECASE
)
_TIMES = re.compile(rf"{_H}+lần(?!\w)", re.IGNORECASE)


def rates(text: str) -> list[tuple[int, int]]:
    """The spans of a text that give a rate: cứ 100 người dân có 4, bình quân 12 đảng viên, 3 đảng viên/hộ."""
    small = text.lower()
    patterns = [pattern for hints, pattern in _RATES if any(hint in small for hint in hints)]
    return [match.span() for pattern in patterns for match in re.finditer(pattern, text, re.IGNORECASE)]


def multiple(text: str, start: int, end: int) -> bool:
    """Whether the number at ``text[start:end]`` says how many times: gấp 3 lần, tăng 1,5 lần."""
    return bool(_TIMES.match(text, end)) and bool(_MULTIPLE.search(text[max(0, start - 30) : start]))


def few(text: str, start: int) -> bool:
    """Whether the number that begins at ``start`` only means a few: dăm ba chi bộ, vài ba người."""
    return _FEW.search(text[max(0, start - 8) : start]) is not None


_OPEN = re.compile(
    rf"{_H}?\+(?!{_H}?[0-9])"
    rf"|{_H}+(?:lẻ|mấy)(?!\w)"
    rf"|{_H}+(?P<hon>hơn)(?!\w)(?={_H}*(?:[.,;:)]|$)|(?P<counted>{_H}))"
    rf"|(?:{_H}+[^\W\d_]+){{0,3}}?{_H}+(?:hoặc|hay){_H}+(?:(?:nhiều|cao|ít|thấp){_H}+)?hơn(?!\w)"
    rf"|{_H}+(?:và|với){_H}+(?:vài|mấy|dăm)(?!\w)",
    re.IGNORECASE,
)
"""Words behind a number that make it a lower bound: 7.000+, 7 nghìn lẻ, 7 nghìn hơn, 7.000 và vài chục."""
_UPWARDS = re.compile(rf"{_H}+((?:[^\W\d_]+{_H}+){{1,3}}?)trở{_H}+(?:lên|xuống)(?!\w)", re.IGNORECASE)


def left_open(text: str, end: int) -> bool:
    """Whether the words behind a number that ends at ``end`` make it a bound: 7.000+, 7.397 đảng viên trở lên."""
    match = _OPEN.match(text, end)
    if match and (match["counted"] is None or counted_at(text, match.end())):
        return True
    upwards = _UPWARDS.match(text, end)
    return upwards is not None and " ".join(fold(upwards[1]).lower().split()) in ALL_COUNTED


_APPROXIMATE = re.compile(
    rf"(?<![^\W_])(?P<one>{'|'.join(UNITS)}|[1-8])(?:,{_H}?|{_H}+)(?P<other>{'|'.join(UNITS)}|[2-9])(?=({_H}+))",
    re.IGNORECASE,
)


def approximate(text: str) -> Iterator[tuple[int, int, Decimal, Decimal]]:
    """Pairs of small numbers that mean one or the other, hai, ba chi bộ: start, end and the two values."""
    for match in _APPROXIMATE.finditer(text):
        one, other = (UNITS.get(match[name].lower()) or int(match[name]) for name in ("one", "other"))
        alike = match["one"].isdigit() == match["other"].isdigit()
        years = match["other"].lower() == "năm" or (match["one"].lower() == "năm" and other not in (6, 7))
        gap = text[match.end("one") : match.start("other")]
        bare = match["one"].isdigit() and not (gap[0] == "," and gap[1:])
        if alike and not years and not bare and one < other <= one + 2 and counted_at(text, match.end()):
            yield match.start(), match.end(), Decimal(one), Decimal(other)


_CHANGE = re.compile(
    rf"(?<!\w)(?P<word>tăng|giảm|thêm|bớt|(?:cao|thấp){_H}+hơn)(?:{_H}+(?:thêm|bớt|được|đi|mất))?{_H}*$", re.IGNORECASE
)


def change_before(before: str, hedge: str = "") -> str:
    """The word that makes the number behind ``before`` a change (giảm 4, tăng thêm gần 3%); "" where there is none."""
    ahead = before.rstrip().removesuffix(hedge) if hedge else before
    match = _CHANGE.search(ahead)
    return match["word"].lower() if match else ""
