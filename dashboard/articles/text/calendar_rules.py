"""Numerals that say when: dates, clock times, terms. Each rule gives the spans of a text that it recognises."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dashboard.articles.text.paragraphs import Span
from dashboard.language.spoken_numbers import ALL_COUNTED
from dashboard.language.vietnamese import fold, syllables

_NOUNS = ALL_COUNTED - syllables("năm tháng tuần ngày giờ ban sở bản")
"""Counted nouns, without words of time, which continue a date, and without ban, sở and bản (ban hành, bản thân)."""

_FOLLOWING = re.compile(r"\s*%|\s+phần trăm|\s+((?:[^\W\d_]+ ?){1,3})", re.IGNORECASE)
_EACH = re.compile(r"(?<!\w)(?:mỗi|một|từng|các|những|mấy|nhiều)\s$", re.IGNORECASE)

ENDS = r"(?![.,/-]?[0-9]|\w|\s?%)"
"""Not inside a longer number, nor before a per cent sign."""

_ALONE = r"(?<![\w.,/-])"
_YEAR = r"(?:19|20)[0-9]{2}(?![.,]?[0-9]|\w|\s?%)"
_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_OF_YEAR = rf"(?:\s?[/-]\s?{_YEAR}|\snăm\s{_YEAR})"
_BREAK = r"(?=\s?[,.;)]|\s(?:đến|và|tháng)|\s?[-–]\s?[0-9]|$)"

_FULL_DATES = (
    re.compile(rf"{_ALONE}{_DAY}([/.-]){_MONTH}\1(?:19|20)[0-9]{{2}}(?![0-9])"),
    re.compile(rf"{_ALONE}(?:19|20)[0-9]{{2}}-[0-9]{{2}}-[0-9]{{2}}{ENDS}"),
)
_DAYS_AND_MONTHS = (
    re.compile(
        rf"(?<!\w)(?:ngày|sáng|trưa|chiều|tối|đêm|hôm|mùng|mồng)\s(?:mùng\s|mồng\s)?{_DAY}"
        rf"(?:[/-]{_MONTH}|\stháng\s{_MONTH}{_OF_YEAR}?|{_BREAK}){ENDS}",
        re.IGNORECASE,
    ),
    re.compile(rf"(?<!\w)tháng\s{_MONTH}{_OF_YEAR}?{ENDS}|{_ALONE}{_MONTH}[/-]{_YEAR}", re.IGNORECASE),
)
_WITH_YEAR = re.compile(r"[/ -](?:19|20)[0-9]{2}$")
"""A month with its year is a date, whatever follows: đến tháng 9/2019 huyện có …"""
_OTHER_DATES = (
    re.compile(rf"(?<!\w)quý\s(?:IV|I{{1,3}}|[1-4]){_OF_YEAR}?{ENDS}", re.IGNORECASE),
    re.compile(rf"(?<!\w)năm\s{_YEAR}(?:(?:,\s|\svà\s|\shoặc\s|\sđến\s|\s?[-–]\s?){_YEAR})*", re.IGNORECASE),
    re.compile(rf"(?<!\w)(?:đầu|giữa|cuối|tầm nhìn|tầm nhìn đến)\s{_YEAR}", re.IGNORECASE),
    re.compile(
        r"(?:^|[,(-]\s?|(?<!\w)(?:vào|sáng|chiều|tối|đến)\s)thứ\s[2-7](?=\s?[,.;)]|\sngày|\shằng|\shàng|\s[0-9]|$)",
        re.IGNORECASE,
    ),
)
_HOLIDAY = re.compile(rf"{_ALONE}({_DAY})[/-]({_MONTH}){ENDS}")

_CLOCK = (
    re.compile(r"(?<![\w.,:])[0-9]{1,3}:[0-5][0-9](?::[0-5][0-9])?(?![0-9:])"),
    re.compile(r"(?<!\w)[0-2]?[0-9](?:h|g)(?:[0-5][0-9])?(?!\w)"),
    re.compile(r"(?<!\w)[0-2]?[0-9] giờ [0-5]?[0-9](?: phút)?(?!\w)"),
    re.compile(r"(?<!\w)(?:GMT|UTC)\s?[+-]\s?[0-9]{1,2}"),
)
_TERM = re.compile(rf"(?<![\w.,/])((?:19|20)[0-9]{{2}})\s?[-–/]\s?({_YEAR})")
_PART_OF_YEAR = re.compile(
    rf"(?<!\w)(?:[0-9]{{1,2}}|ba|sáu|chín|mười) tháng (?:(?:đầu|cuối) )?năm(?: {_YEAR})?(?! (?:học|qua|một)(?!\w))",
    re.IGNORECASE,
)


def dates(text: str) -> Iterator[Span]:
    """Days, months, quarters, years and weekdays: 18/10/2019, ngày 5 tháng 3, năm 2018, quý II/2020, 19/5."""
    for pattern in (*_FULL_DATES, *_OTHER_DATES):
        yield from spans(pattern, text)
    for pattern in _DAYS_AND_MONTHS:
        for match in pattern.finditer(text):
            each = _EACH.search(text[max(0, match.start() - 7) : match.start()])
            if not each and (_WITH_YEAR.search(match[0]) or not counted_after(text, match.end())):
                yield match.span()
    for match in _HOLIDAY.finditer(text):
        if int(match[1]) > int(match[2]) and not counted_after(text, match.end()):
            yield match.span()


def clock_times(text: str) -> Iterator[Span]:
    """Times of day, lengths on a player, time zones: 08:22, 7h30, 0:00, GMT+7."""
    for pattern in _CLOCK:
        yield from spans(pattern, text)


def terms(text: str) -> Iterator[Span]:
    """Spans of years: nhiệm kỳ 2015-2020, giai đoạn 2021 - 2025, năm học 2019-2020."""
    for match in _TERM.finditer(text):
        if 0 < int(match[2]) - int(match[1]) <= 50 and not counted_after(text, match.end()):
            yield match.span()


def parts_of_year(text: str) -> Iterator[Span]:
    """Parts of a year that a report is about: 6 tháng đầu năm, 9 tháng năm 2020."""
    yield from spans(_PART_OF_YEAR, text)


def counted_after(text: str, end: int) -> bool:
    """Whether a per cent sign or a counted noun follows, so that the number before it counts something."""
    match = _FOLLOWING.match(text, end)
    if not match or match[1] is None:
        return bool(match)
    words = fold(match[1]).split()
    return any(" ".join(words[:size]) in _NOUNS for size in (1, 2, 3))


def spans(pattern: re.Pattern[str], text: str) -> Iterator[Span]:
    """Where a pattern matches."""
    return (match.span() for match in pattern.finditer(text))


RULES = (dates, clock_times, terms, parts_of_year)
