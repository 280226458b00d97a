"""Expressions of time in a text: đến nay, hết năm 2018, nhiệm kỳ 2015-2020, so với năm 2015."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from dashboard.articles.text.paragraphs import Span
from dashboard.language.dates import Period
from dashboard.language.number_words import UNITS

_Y = r"((?:19|20)[0-9]{2})(?![0-9]|[-–/][0-9])"
_DAY = r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]((?:19|20)[0-9]{2})"
_MONTHS_OF = re.compile(
    rf"(?<!\w)(?:(1[01]|[2-9]|{'|'.join(UNITS)}|mười|mười một) tháng (đầu |cuối |qua của )?|nửa (đầu |cuối ))năm {_Y}",
    re.IGNORECASE,
)
_MONTHS = {**UNITS, "mười": 10, "mười một": 11}
_DAYS_TO = re.compile(
    rf"(?<!\w)từ (?:ngày )?{_DAY} (?:đến|tới) (?:hết )?(?:ngày )?(?:{_DAY}|(nay)(?!\w))", re.IGNORECASE
)
_MONTHS_TO = re.compile(
    rf"(?<!\w)từ (?:đầu )?tháng ([0-9]{{1,2}})(?:(?:/| năm )((?:19|20)[0-9]{{2}}))? (?:đến|tới) (?:hết |cuối )?"
    rf"tháng ([0-9]{{1,2}})(?:/| năm ){_Y}",
    re.IGNORECASE,
)
_UNTIL = r"(?<!\w)(?:đến|tới|hết|vào|lúc|tính|tại)(?: hết| tới| đến| ngày| thời điểm)* "
_UNTIL_DAYS = (
    re.compile(_UNTIL + _DAY, re.IGNORECASE),
    re.compile(_UNTIL + r"([0-9]{1,2}) tháng ([0-9]{1,2})(?: năm |,? ?/)((?:19|20)[0-9]{2})(?![0-9])", re.IGNORECASE),
)
_MONTH = re.compile(
    r"(?<!\w)(?:(?:đến|tới|hết|cuối|trong)(?: hết| cuối)? )?tháng ([0-9]{1,2})(?:/| năm )" + _Y, re.IGNORECASE
)
_QUARTER = re.compile(r"(?<!\w)quý (I{1,3}|IV|[1-4])(?:/| năm )" + _Y, re.IGNORECASE)
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_TERM = re.compile(
    r"(?:(?<!\w)(nhiệm kỳ|giai đoạn|năm học|năm)|(?<=\()) ?((?:19|20)[0-9]{2})\s?[-–]\s?" + _Y, re.IGNORECASE
)
_YEARS = re.compile(rf"(?<!\w)từ (?:đầu |cuối )?năm {_Y} đến (?:hết |cuối |nay|năm )*(?:năm )?{_Y}?", re.IGNORECASE)
_YEAR = re.compile(rf"(?<!\w)((?:đến )?(?:hết|cuối|kết thúc)(?: quý IV)? |đầu |giữa )?năm {_Y}", re.IGNORECASE)
_YEAR_IN_BRACKETS = re.compile(rf"(?<=\(){_Y}(?=\))")
LISTED_YEARS = re.compile(rf"(?<!\w)năm {_Y}(?:(?:,| và|, và)(?: năm)? {_Y})+", re.IGNORECASE)
"""Years told together: các năm 2016, 2017 và 2018."""
_NOT_OF = re.compile(r"(?:so với|so|hơn|như|từ|khác với|bằng|kể từ)(?: cùng kỳ| đầu| cuối)? ?$", re.IGNORECASE)
_NOW = re.compile(
    r"(?<!\w)(?:đến nay|hiện nay|hiện có|hiện tại|hiện toàn|hiện đang|đến thời điểm này|tới nay|lúc này)(?!\w)"
    r"|(?:^|(?<=[.;] ))hiện,? ",
    re.IGNORECASE,
)
_YEARLY = re.compile(r"(?<!\w)(?:hàng|hằng|mỗi|từng) năm(?!\w)", re.IGNORECASE)
_OPEN = re.compile(
    r"(?<!\w)(?:nhiệm kỳ|thời gian qua|những năm qua|năm gần đây|vừa qua|trong năm)(?!\w)(?! (?:19|20)[0-9])",
    re.IGNORECASE,
)
_SAME_YEAR = re.compile(r"(?<!\w)(?:cũng trong năm|cũng năm|cùng năm|trong năm đó|năm đó)(?!\w)", re.IGNORECASE)
_ELSEWHEN = re.compile(
    r"(?<!\w)(?:[0-9]+ năm trước|hồi (?:ấy|đó|trước)|ngày (?:ấy|trước)|thuở ấy|năm xưa"
    r"|cùng kỳ(?: năm (?:[0-9]{4}|trước|ngoái))?|(?:những |các )?năm (?:trước|ngoái|kia|qua|vừa qua)"
    r"|(?:trước đó|trước kia|trước đây)(?= ?[,:(]| \w+ có)"
    r"|(?:chưa|không|chẳng)(?: có)? năm nào|năm nào cũng|(?:cao|thấp|nhiều|ít) nhất (?:cũng|chỉ)(?: chỉ)?"
    r"|ban đầu|lúc đầu|khi đó|lúc đó|thời kỳ đầu|đầu nhiệm kỳ|nhiệm kỳ trước|(?:khi|lúc|ngày)(?: mới| đầu)? thành lập"
    r"|(?:[369]|ba|sáu|chín) tháng (?:đầu|cuối) năm|tháng (?:trước|này|vừa qua|[0-9]{1,2})"
    r"|quý (?:I{1,3}|IV|[1-4]|này|trước)"
    r"|(?:cuối|đầu|giữa) năm(?! [0-9])(?! (?:học|nay))|trước khi|trước (?:sáp nhập|sắp xếp)"
    r"|(?:cả|trọn) năm(?! [0-9])|năm nay|năm tới|năm sau|thời gian tới)(?!\w)(?![/-])",
    re.IGNORECASE,
)
_SINCE = re.compile(
    rf"(?<!\w)so với (?:(?:cuối |đầu )?năm {_Y}|(?:đầu nhiệm kỳ|nhiệm kỳ trước|cùng kỳ|năm trước|trước))",
    re.IGNORECASE,
)


class Sort(StrEnum):
    """What an expression of time says."""

    NOW = "now"
    POINT = "point"
    SPAN = "span"
    YEARLY = "yearly"
    OPEN = "open"  # a time that is not written out, of what happened: trong nhiệm kỳ
    SAME = "same"  # the year spoken of before: cũng trong năm
    ELSE = "else"  # a time that is not written out, other than now: cùng kỳ, năm trước, tháng 6
    SEVERAL = "several"  # years told together


_UNWRITTEN = (
    (_NOW, Sort.NOW), (_YEARLY, Sort.YEARLY), (_OPEN, Sort.OPEN), (_SAME_YEAR, Sort.SAME), (_ELSEWHEN, Sort.ELSE)
)  # fmt: skip


@dataclass(frozen=True)
class TimeExpression:
    """An expression of time in a text. Of years told together ``period`` has all, with a space between."""

    start: int
    end: int
    sort: Sort
    period: str = ""


@lru_cache(maxsize=4)  # asked once for each number of a paragraph
def time_expressions(text: str) -> tuple[TimeExpression, ...]:
    """The expressions of time in a text, left to right, none inside another."""
    found = [TimeExpression(*m.span(), Sort.POINT, day) for pattern in _UNTIL_DAYS for m in pattern.finditer(text)
             if (day := written_day(m[3], m[2], m[1]))]  # fmt: skip
    found += [
        TimeExpression(*m.span(), Sort.POINT, f"{m[2]}-{int(m[1]):02d}")
        for m in _MONTH.finditer(text)
        if 0 < int(m[1]) < 13
    ]
    found += [TimeExpression(*m.span(), Sort.SPAN, _part_of_year(m)) for m in _MONTHS_OF.finditer(text)]
    for m in _DAYS_TO.finditer(text):
        start, end = written_day(m[3], m[2], m[1]), ".." if m[7] else written_day(m[6], m[5], m[4])
        if start and end and (end == ".." or start <= end):
            found.append(TimeExpression(*m.span(), Sort.SPAN, f"{start}/{end}"))
    for m in _MONTHS_TO.finditer(text):
        start, end = f"{m[2] or m[4]}-{int(m[1]):02d}", f"{m[4]}-{int(m[3]):02d}"
        if start <= end and all(0 < int(month) < 13 for month in (m[1], m[3])):
            found.append(TimeExpression(*m.span(), Sort.SPAN, f"{start}/{end}"))
    found += [TimeExpression(*m.span(), Sort.SPAN, f"{m[2]}/{m[3]}") for m in _TERM.finditer(text) if m[2] <= m[3]]
    found += [
        TimeExpression(*m.span(), Sort.SPAN, f"{m[1]}/{m[2] or '..'}")
        for m in _YEARS.finditer(text)
        if m[1] <= (m[2] or m[1])
    ]
    for m in _YEAR.finditer(text):
        if not _NOT_OF.search(text[max(0, m.start() - 30) : m.start()]):
            ended = (m[1] or "").strip().lower().endswith(("hết", "cuối", "kết thúc"))
            found.append(TimeExpression(*m.span(), Sort.POINT, f"{m[2]}-12-31" if ended else m[2]))
    for m in _QUARTER.finditer(text):
        last = 3 * int(_QUARTERS.get(m[1].lower(), m[1]))
        found.append(TimeExpression(*m.span(), Sort.SPAN, f"{m[2]}-{last - 2:02d}/{m[2]}-{last:02d}"))
    found += [TimeExpression(*m.span(), Sort.POINT, m[1]) for m in _YEAR_IN_BRACKETS.finditer(text)]
    found += [
        TimeExpression(*m.span(), Sort.SEVERAL, " ".join(re.findall("[0-9]{4}", m[0])))
        for m in LISTED_YEARS.finditer(text)
    ]
    for pattern, sort in _UNWRITTEN:
        found += [
            TimeExpression(*m.span(), sort)
            for m in pattern.finditer(text)
            if sort is Sort.NOW or not _NOT_OF.search(text[max(0, m.start() - 30) : m.start()])
        ]
    found.sort(key=lambda one: (one.start, -one.end))
    outer: list[TimeExpression] = []
    for one in found:
        if not outer or one.end > outer[-1].end:
            outer.append(one)
    return tuple(outer)


def term_names(text: str) -> Iterator[str]:
    """The terms of office that a text names, as periods."""
    for match in _TERM.finditer(text):
        if (match[1] or "").lower() == "nhiệm kỳ" and match[2] < match[3]:
            yield f"{match[2]}/{match[3]}"


def since(text: str, sentence: Span, start: int, stop: int) -> tuple[str, bool, int]:
    """The baseline of a change: its year ("" if none), whether one is meant but not dated, and where the words end."""
    for match in _SINCE.finditer(text, sentence[0], sentence[1]):
        near = stop <= match.start() <= stop + 60 or match.end() <= start
        if near and ";" not in text[match.end() : start] and "(" not in text[stop : match.start()]:
            return match[1] or "", match[1] is None, match.end()
    return "", False, 0


def _part_of_year(match: re.Match[str]) -> str:
    """The months that "sáu tháng đầu năm 2019" names, or "nửa cuối năm 2019"."""
    months = int(_MONTHS.get(match[1].lower(), match[1])) if match[1] else 6
    latter = (match[2] or match[3] or "").strip().lower() == "cuối"
    first, last = (13 - months, 12) if latter else (1, months)
    return f"{match[4]}-{first:02d}/{match[4]}-{last:02d}"


def written_day(year: str, month: str, day: str) -> str:
    """The day as a record writes it; "" for one that no calendar has."""
    written = f"{year}-{int(month):02d}-{int(day):02d}"
    try:
        Period.parse(written)
    except ValueError:
        return ""
    return written
