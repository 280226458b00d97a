"""Dates as partial as they were printed: a day, a month, a year, a range, or none."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal, Self

from dashboard.language.bilingual import Both, Refused
from dashboard.language.words import Language, word

Precision = Literal["day", "month", "year", "range", "undated"]

EXPECTED = Both(
    "cần 2019-10-18, 2019-10, 2019, một khoảng như 2015/2019, ../2017 hoặc 2025/.., hoặc undated",
    "expected 2019-10-18, 2019-10, 2019, a range such as 2015/2019, ../2017 or 2025/.., or undated",
)
FIRST_YEAR, LAST_YEAR = 1900, 2100
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_POINT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, slots=True)
class Period:
    """A period of time, both ends included. ``None`` is an open end; of an undated period both are None.

    ``text`` is what the curator wrote. Two periods are equal if they are written alike: ``2019`` and
    ``2019-01/2019-12`` are the same days, but not the same statement.
    """

    text: str
    start: date | None
    end: date | None
    precision: Precision

    @classmethod
    def parse(cls, value: object) -> Self:
        """Reads ``2019-10-18``, ``2019-10``, ``2019`` (or an int), ``2015/2019``, ``../2017`` or ``undated``.

        Raises Refused: the message gives the value, the hint the correction or what was expected.
        """
        if isinstance(value, cls):
            return value
        if isinstance(value, int) and not isinstance(value, bool):
            value = f"{value:04d}"
        if not isinstance(value, str):
            raise Refused(repr(value) + _NO_DATE, EXPECTED)
        return cls._parsed(value.strip())

    @classmethod
    @lru_cache(maxsize=4096)  # one date stands at many figures
    def _parsed(cls, text: str) -> Self:
        if text == "undated":
            return cls(text, None, None, "undated")
        if re.fullmatch(r"[^/]+/[^/]+", text) and not re.fullmatch(r"[0-9]{1,2}/[0-9]{4}", text):
            return cls._range(text)
        start, end, precision = _point(text)
        return cls(text, start, end, precision)

    @classmethod
    def _range(cls, text: str) -> Self:
        first, last = (part.strip() for part in text.split("/"))
        if first == last == "..":
            raise Refused(f"'{text}'" + Both(" không có đầu nào cả", " has no end at all"), EXPECTED)
        start = None if first == ".." else _point(first)[0]
        end = None if last == ".." else _point(last)[1]
        if start and end and end < start:
            message = f"'{text}'" + Both(" kết thúc trước khi bắt đầu", " ends before it starts")
            raise Refused(message, Both("viết ", "write ") + f"{last}/{first}")
        return cls(f"{first}/{last}", start, end, "range")

    def __str__(self) -> str:
        return self.text

    @property
    def dated(self) -> bool:
        """Whether any date is known."""
        return self.precision != "undated"

    @property
    def sort_key(self) -> tuple[bool, date, date]:
        """Orders by start, then by end; an open start comes first, undated last."""
        return not self.dated, self.start or date.min, self.end or date.max

    def label(self, language: Language) -> str:
        """In full: 18/10/2019, 10/2019, 2015–2019; in English 18 Oct 2019, Oct 2019."""
        if self.precision == "undated":
            return word("date_unknown", language)
        if self.precision != "range":
            return _format_point(self.text, language)
        first, last = self.text.split("/")
        if first == "..":
            return word("until", language, date=_format_point(last, language))
        if last == "..":
            return word("from_date", language, date=_format_point(first, language))
        if first == last:
            return _format_point(first, language)
        parts = _format_point(first, language), _format_point(last, language)
        return (" – " if any(" " in part for part in parts) else "–").join(parts)

    def short(self, language: Language) -> str:
        """For a chart's row, never finer than a month: 10/2019, Oct 2019, 2023, 01–09/2018, 2015–2019."""
        if self.precision == "undated":
            return word("short_date_unknown", language)
        if self.precision != "range":
            return _format_point(self.text[:7], language)
        if self.start is None or self.end is None:
            return Period.parse("/".join(part[:4] for part in self.text.split("/"))).label(language)
        first, last = self.start, self.end
        if first.year != last.year:
            return f"{first.year}–{last.year}"
        if (first.month, last.month) == (1, 12):
            return f"{first.year}"
        if first.month == last.month:
            return _format_point(f"{first:%Y-%m}", language)
        if language == "vi":
            return f"{first:%m}–{last:%m}/{first.year}"
        return f"{_MONTHS[first.month - 1]}–{_MONTHS[last.month - 1]} {first.year}"

    def touches(self, other: Period) -> bool:
        """Whether they may have a day in common. Never, where either is undated."""
        if not (self.dated and other.dated):
            return False
        return all(one.start is None or two.end is None or one.start <= two.end
                   for one, two in ((self, other), (other, self)))  # fmt: skip

    def overlaps(self, start_year: int | None, end_year: int | None) -> bool:
        """Whether any of its days is in those years (both included, None: open). Never, where undated."""
        if not self.dated:
            return False
        after = end_year is not None and self.start is not None and self.start.year > end_year
        before = start_year is not None and self.end is not None and self.end.year < start_year
        return not (after or before)


def _point(text: str) -> tuple[date, date, Precision]:
    """The first and last day of a day, month or year."""
    match = _POINT.fullmatch(text)
    if not match:
        fix = _fix(text)
        raise Refused(f"'{text}'" + _NO_DATE, Both("viết ", "write ") + fix if fix else EXPECTED)
    return _days(text, int(match[1]), *(int(part) if part else None for part in match.groups()[1:]))


def _days(text: str, year: int, month: int | None, day: int | None) -> tuple[date, date, Precision]:
    """The first and last day. Raises Refused if the calendar has no such date."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Refused(f"'{text}'" + Both(f" có năm {year}", f" has the year {year}"), Both(
            f"cần một năm từ {FIRST_YEAR} đến {LAST_YEAR}", f"expected a year from {FIRST_YEAR} to {LAST_YEAR}"
        ))  # fmt: skip
    if month is None:
        return date(year, 1, 1), date(year, 12, 31), "year"
    if not 1 <= month <= 12:
        message = f"'{text}'" + Both(f" có tháng {month:02d}", f" has the month {month:02d}")
        raise Refused(message, Both("cần 01 đến 12, năm-tháng-ngày", "expected 01 to 12, year-month-day"))
    last = calendar.monthrange(year, month)[1]
    if day is None:
        return date(year, month, 1), date(year, month, last), "month"
    if not 1 <= day <= last:
        message = f"'{text}'" + Both(f" có ngày {day:02d}", f" has the day {day:02d}")
        limit = Both(f", tháng {month:02d}/{year} có {last} ngày", f", {month:02d}/{year} has {last} days")
        raise Refused(message, Both("xem lại bài", "look at the article") + limit)
    return date(year, month, day), date(year, month, day), "day"


_NO_DATE = Both(" không phải là ngày", " is not a date")


def _fix(text: str) -> str:
    """The date that was probably meant, in the form of records, or "". Raises Refused if the calendar lacks it."""
    sign = r"\s*[/.-]\s*"
    if match := re.fullmatch(rf"(?:([0-9]{{1,2}}){sign})?([0-9]{{1,2}}){sign}([0-9]{{4}})", text):
        day, month, year = match.groups()
    elif match := re.fullmatch(rf"([0-9]{{4}}){sign}([0-9]{{1,2}})(?:{sign}([0-9]{{1,2}}))?", text):
        year, month, day = match.groups()
    elif match := re.fullmatch(r"([0-9]{4})\s*[-–—]\s*([0-9]{4})", text):
        return "/".join(match.groups())
    else:
        return ""
    parts = [year, month.zfill(2), *([day.zfill(2)] if day else [])]
    _days(text, int(year), int(month), int(day) if day else None)
    return "-".join(parts)


def _format_point(point: str, language: Language) -> str:
    """A day, month or year as a reader of that language writes it."""
    parts = point.split("-")
    if language == "vi":
        return "/".join(reversed(parts))
    year, *rest = parts
    words = [_MONTHS[int(rest[0]) - 1], year] if rest else [year]
    return " ".join([str(int(rest[1])), *words] if len(rest) == 2 else words)
