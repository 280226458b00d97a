"""Numbers in words: where in a text a number word really is a number.

Triệu is also a surname, Ba Tri a place, đầu tư a verb, một số a quantifier. So a single number word counts only if a
counted noun follows it directly (hai xã) or another numeral stands beside it (hai đến 3). Two or more number words in
a row (hai mươi mốt) need neither.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from dashboard.language.number_words import SCALES, UNITS, read
from dashboard.language.vietnamese import SPACE, fold, syllables

Span = tuple[int, int]


def _nouns(words: str) -> frozenset[str]:
    return frozenset(fold(noun) for noun in words.split(","))


COUNTED = _nouns("""
    chi bộ, đảng bộ, chi đảng bộ, đảng ủy, chi ủy, cấp ủy, tổ chức, tccsđ, đảng viên, đoàn viên, hội
    viên, quần chúng, người, đồng chí, cán bộ, công chức, viên chức, đại biểu, ủy viên, cấp ủy viên, bí
    thư, phó bí thư, nhân khẩu, tỉnh, thành phố, huyện, quận, thị xã, thị trấn, xã, phường, thôn, ấp,
    buôn, làng, xóm, khóm, khu phố, khu dân cư, tổ dân phố, hộ, hộ dân, gia đình, cơ quan, đơn vị, doanh
    nghiệp, hợp tác xã, trường, bệnh viện, chỉ tiêu, biên chế, chức danh, trường hợp, lượt, đồng, năm,
    tháng, tuần, ngày, giờ, nhiệm kỳ, phần trăm
""")
"""Counted nouns: a single number word directly before one of these is a number."""

COUNTED_FROM_TWO = _nouns("""
    lần, việc, vụ, cuộc, buổi, kỳ, nội dung, nhiệm vụ, giải pháp, chương trình, kế hoạch, nghị quyết,
    chỉ thị, đề án, văn bản, mô hình, công trình, dự án, lĩnh vực, tiêu chí, ban, phòng, sở, ngành,
    đoàn, đội, nhóm, tổ, lớp, bản, khu, khẩu, cơ sở, địa phương, nữ
""")
"""Counted nouns too, but not after "một", which is an article here: một nhiệm vụ is a task, hai nhiệm vụ are two."""

ALL_COUNTED = COUNTED | COUNTED_FROM_TWO

_ORDINAL = syllables("thứ tháng mùng mồng khóa khoá quý")
_YEAR_AFTER = syllables(
    "trong mỗi hằng hàng một cả đầu cuối nhiều các sau mấy những từng giữa cùng suốt vài qua thứ hết rưỡi"
)
"""Before năm, these make it the word year: trong năm, hằng năm."""

_LETTERS = re.compile(r"[^\W\d_]+")
_FIRST = re.compile(rf"(?<![^\W\d_])(?:{'|'.join((*UNITS, 'mười', 'không phẩy', 'không phảy'))})(?![^\W\d_])")
"""The words that a number can begin with."""
_ANY_WORD = re.compile("nửa|phần|gấp|đôi|[¼-¾⅐-⅞]|chục|trăm|" + "|".join(SCALES))
_LONE = re.compile(
    rf"(?<!\w)(?:hơn|trên|gần|ngót|ngót nghét|non|cỡ|độ|chừng|khoảng|quá|suýt soát|xấp xỉ)\s+"
    rf"((?:chục|trăm|{'|'.join(SCALES)})(?:\s+(?:{'|'.join(SCALES)}))?(?:\s+rưỡi)?)(?!\w)",
    re.IGNORECASE,
)
"""A scale word alone behind a hedge: hơn nghìn lượt."""
_COUNTED_AFTER = re.compile(rf"{SPACE}{{0,3}}((?:[^\W\d_]+{SPACE}?){{1,3}})")
_BETWEEN = rf"{SPACE}{{0,3}}(?:đến|tới|hoặc|hay|-|–){SPACE}{{0,3}}"
_BEFORE = re.compile(_BETWEEN + "$", re.IGNORECASE)
_AFTER = re.compile(_BETWEEN, re.IGNORECASE)
_NO_COUNT_OF = syllables("số trong cách phần vài ít mặt bộ khi cửa lần loạt nửa")
_SENTENCE_OPENS_AFTER = ".!?:;…“\"'(•*-–"
_LONGEST = 24  # words of the longest number and of the noun after it


@dataclass(frozen=True)
class Spoken:
    """A number in words and its place in the text."""

    start: int
    end: int
    value: Decimal


def has_words(text: str) -> bool:
    """Whether a text may hold a number, a fraction or a multiple in words: a quick test, wrong only with True."""
    small = text.lower()
    return bool(_FIRST.search(small) or _ANY_WORD.search(small))


def counted_at(text: str, end: int) -> bool:
    """Whether a counted noun follows directly, with or without a space (98đảng viên)."""
    match = _COUNTED_AFTER.match(text, end)
    words = fold(match[1]).lower().split() if match else []
    return any(" ".join(words[:size]) in ALL_COUNTED for size in (1, 2, 3))


def spoken(text: str, taken: Sequence[Span]) -> list[Spoken]:
    """The numbers in words of an NFC text, left to right; ``taken`` are the spans of those in digits."""
    lone = [one for one in _lone_scale_words(text) if not _inside(one.start, taken)]
    if not _FIRST.search(text.lower()):
        return lone
    words = [match.span() for match in _LETTERS.finditer(text) if not _inside(match.start(), taken)]
    sure: list[Spoken] = lone
    maybe: list[Spoken] = []
    at = 0
    while at < len(words):
        run = _run(text, words, at)
        number = read(run)
        if not number or not _is_no_name(text, words[at][0], words[at + number[1] - 1][1]):
            at += 1
            continue
        value, used = number
        found = Spoken(words[at][0], words[at + used - 1][1], value)
        before = text[slice(*words[at - 1])].lower() if at else ""
        if before not in _ORDINAL:
            if (
                used > 1
                or value == 10
                or value != value.to_integral_value()
                or (_counted(run) and not _is_year(text, found, before))
            ):
                sure.append(found)
            elif run[0] != "năm" and not _NO_COUNT_OF.intersection(run[1:2]):
                maybe.append(found)
        at += used
    starts = {start for start, _ in taken} | {one.start for one in sure}
    ends = {end for _, end in taken} | {one.end for one in sure}
    sure += [one for one in maybe if _beside(text, one, starts, ends)]
    return sorted(sure, key=lambda one: one.start)


def _lone_scale_words(text: str) -> list[Spoken]:
    found = []
    for match in _LONE.finditer(text):
        if counted_at(text, match.end()):
            value = Decimal(1)
            for word in match[1].lower().split():
                value *= Decimal("1.5") if word == "rưỡi" else SCALES.get(word, 0) or {"chục": 10, "trăm": 100}[word]
            found.append(Spoken(match.start(1), match.end(1), value.to_integral_value() if value % 1 == 0 else value))
    return found


def _inside(place: int, spans: Sequence[Span]) -> bool:
    index = bisect_right(spans, place, key=lambda span: span[0]) - 1
    return index >= 0 and place < spans[index][1]


def _run(text: str, words: Sequence[Span], at: int) -> list[str]:
    """The words from ``at`` on, in lower case, as far as only spaces of one line stand between them."""
    run = [text[slice(*words[at])].lower()]
    if run[0] not in UNITS and run[0] not in ("mười", "không"):
        return run
    for (_, end), (start, stop) in zip(words[at:], words[at + 1 : at + _LONGEST], strict=False):
        if not re.fullmatch(f"{SPACE}+", text[end:start]):
            break
        run.append(text[start:stop].lower())
    return run


def _is_no_name(text: str, start: int, end: int) -> bool:
    """Whether the words are no name: in lower case (a capital may open a sentence), or all in capitals."""
    printed = text[start:end]
    if printed.islower() or (printed.isupper() and len(printed) > 1):
        return True
    if text[end : end + 1] == " " and text[end + 1 : end + 2].isupper():
        return False  # Mười Lộc: a person's name
    before = text[max(0, start - 5) : start].rstrip(" \t\xa0")
    return printed[1:].islower() and (start == 0 or before == "" or before[-1] in _SENTENCE_OPENS_AFTER + "\r\n")


def _counted(run: Sequence[str]) -> bool:
    nouns = COUNTED if run[0] == "một" else ALL_COUNTED
    return any(fold(" ".join(run[1 : 1 + size])) in nouns for size in (1, 2, 3))


def _is_year(text: str, found: Spoken, before: str) -> bool:
    """Whether "năm" is the word year here, not five: trong năm, 5 năm."""
    if found.value != 5:
        return False
    return before in _YEAR_AFTER or before in UNITS or text[: found.start][-5:].rstrip()[-1:].isdigit()


def _beside(text: str, one: Spoken, starts: set[int], ends: set[int]) -> bool:
    after = _AFTER.match(text, one.end)
    before = _BEFORE.search(text[max(0, one.start - 12) : one.start])
    return bool(after and after.end() in starts) or bool(before and one.start - len(before[0]) in ends)
