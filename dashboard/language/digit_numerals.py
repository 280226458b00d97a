"""Numerals in digits: with their fraction (223/226), their scale words (57 ngàn) and their per cent sign.

A stop groups thousands, in exact threes; the comma is the decimal mark; leading zeros mean nothing; nghìn, triệu and
tỷ multiply. ``digits`` reads the digits themselves.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from dashboard.language.digits import Digits, find_digits
from dashboard.language.doubts import Doubt
from dashboard.language.number_words import HALF, POINT, SCALES, scale_of, tenths
from dashboard.language.numeral import Numeral
from dashboard.language.spoken_numbers import counted_at
from dashboard.language.vietnamese import SPACE

_PERCENT = re.compile(rf"{SPACE}{{0,3}}[%％]|{SPACE}+phần{SPACE}+trăm(?!\w)", re.IGNORECASE)
_SCALE_WORDS = {**SCALES, "trăm": 100, "chục": 10}
_SCALE = re.compile(
    rf"{SPACE}*({'|'.join([*_SCALE_WORDS, *(word.upper() for word in _SCALE_WORDS)])})(?!\w)(?={SPACE}*(\w*))"
)
_HALF = re.compile(rf"{SPACE}+(?:{'|'.join(HALF)})(?!\w)", re.IGNORECASE)
_TENTHS = re.compile(rf"{SPACE}+(tư|mốt)(?!\w)(?:{SPACE}+\w+)?", re.IGNORECASE)
_DATE_BEFORE = re.compile(rf"(?<!\w)(?:ngày|tháng|mùng|mồng|hôm){SPACE}+$", re.IGNORECASE)
_MAYBE_DATE_BEFORE = re.compile(rf"(?<!\w)(?:từ|đến|tới|trước|sau|vào|dịp|lễ){SPACE}+$", re.IGNORECASE)
_DAY_OF_MONTH = re.compile(r"(?:0?[1-9]|[12][0-9]|3[01])/(?:0?[1-9]|1[0-2])")
_MONTH_OF_YEAR = re.compile(r"(?:0?[1-9]|1[0-2])/(?:19|20)[0-9]{2}")
_TERM = re.compile(r"(?:19|20)[0-9]{2}/(?:19|20)[0-9]{2}")
_SLASH = re.compile(rf"{SPACE}?/{SPACE}?")
_SLASH_AFTER = re.compile(rf"{SPACE}?/{SPACE}?[0-9]")
_SLASH_BEFORE = re.compile(rf"[0-9]{SPACE}?/{SPACE}?$")
_POINTS = re.compile(rf"{SPACE}*điểm{SPACE}*(?:phần{SPACE}+trăm(?!\w)|[%％])", re.IGNORECASE)
_THOUSANDS_GO_ON = re.compile(r"[0-9]{3}")
_POINT_WORD = re.compile(rf"{SPACE}+(?:{'|'.join(POINT)})(?!\w)", re.IGNORECASE)
_FOOTNOTE = re.compile(r"\([1-9]\)")  # directly behind digits: 287(1)


def with_unit(text: str, one: Numeral) -> Numeral:
    """The numeral with the per cent sign or the percentage points that follow it."""
    end, percent, points = _unit(text, one.end)
    if end == one.end:
        return one
    end, value = _and_a_half(text, end, one.value, percent)
    return replace(one, end=end, value=value, percent=percent, points=points)


def _and_a_half(text: str, end: int, value: Decimal, percent: bool) -> tuple[int, Decimal]:
    """The end and the value of a per cent with its half: một phần trăm rưỡi is 1.5 per cent."""
    half = _HALF.match(text, end) if percent and value == value.to_integral_value() else None
    return (half.end(), value + Decimal("0.5")) if half else (end, value)


def _unit(text: str, end: int) -> tuple[int, bool, bool]:
    """Where the unit after a number ends, and whether it is per cent, and whether it is percentage points."""
    if points := _POINTS.match(text, end):
        return points.end(), False, True
    percent = _PERCENT.match(text, end)
    return (percent.end() if percent else end), bool(percent), False


def digit_numerals(text: str) -> list[Numeral]:
    """The numerals in digits, left to right, each with its fraction, scale words and unit; hedges not yet read."""
    tokens = find_digits(text)
    if "(" in text:
        tokens = [one for one in tokens if not _is_footnote(text, one)]
    found: list[Numeral] = []
    at = 0
    while at < len(tokens):
        numeral, used = _fraction(text, tokens, at) or _scaled(text, tokens, at)
        found.append(numeral)
        at += used
    return found


def _is_footnote(text: str, one: Digits) -> bool:
    """Whether the digits are the mark of a footnote: the 1 in 287(1)."""
    behind = one.start > 1 and text[one.start - 2].isdigit()
    return behind and bool(_FOOTNOTE.match(text, one.start - 1))


def _fraction(text: str, tokens: list[Digits], at: int) -> tuple[Numeral, int] | None:
    """The numeral 223/226 and the tokens it takes; None for a date (ngày 28/5, 18/10/2019, 10/2019) or percentages."""
    if at + 1 == len(tokens):
        return None
    first, second = tokens[at], tokens[at + 1]
    slash = _SLASH.fullmatch(text, first.end, second.start)
    if not slash or second.value <= 0 or _PERCENT.match(text, second.end):
        return None
    before = text[max(0, first.start - 8) : first.start]
    printed = f"{text[first.start : first.end]}/{text[second.start : second.end]}"
    spaced = len(slash[0]) > 1
    if spaced and first.value > second.value:
        return None  # 1.437 / 136: two columns of a table
    chained = _SLASH_BEFORE.search(before) or _SLASH_AFTER.match(text, second.end)
    if (
        chained
        or _DATE_BEFORE.search(before)
        or _MONTH_OF_YEAR.fullmatch(printed)
        or (spaced and _TERM.fullmatch(printed))
    ):
        return None
    doubt = first.doubt or second.doubt or (Doubt.SPACE if spaced else None)
    if _MAYBE_DATE_BEFORE.search(before) and _DAY_OF_MONTH.fullmatch(printed) and not counted_at(text, second.end):
        doubt = Doubt.DATE
    return Numeral(first.start, second.end, "", first.value, second.value, doubt=doubt), 2


def _scaled(text: str, tokens: list[Digits], at: int) -> tuple[Numeral, int]:
    """A number with its scale words (57 ngàn, 2 triệu 500 nghìn, 1 tỷ rưỡi) and the tokens it takes."""
    first = tokens[at]
    factor, end = _factor(text, first.end)
    value, used = first.value * factor, 1
    limit, doubt, otherwise = factor, first.doubt, first.otherwise
    while limit > 1 and at + used < len(tokens):
        further = tokens[at + used]
        smaller, stop = _factor(text, further.end)
        if not re.fullmatch(rf"{SPACE}+", text[end : further.start]):
            break
        if smaller == 1 and limit == 1000 and _THOUSANDS_GO_ON.fullmatch(text, further.start, further.end):
            pass  # 7 nghìn 397
        elif not 1 < smaller < limit:
            doubt = doubt or Doubt.BESIDE
            tokens[at + used] = further._replace(doubt=further.doubt or Doubt.BESIDE)
            break
        value, end, limit, used = value + further.value * smaller, stop, smaller, used + 1
    if limit > 1 and (half := _HALF.match(text, end)):
        value, end = value + Decimal(limit) * Decimal("0.5"), half.end()
    elif limit > 1 and (lone := _TENTHS.match(text, end)) and (tenth := tenths(lone[0].lower().split(), 0)):
        value, end = value + Decimal(tenth * limit) / 10, lone.end(1)  # 7 nghìn tư
    if factor > 1 and value == value.to_integral_value():
        value = value.to_integral_value()  # 2,5 triệu is 2500000, not 2500000.0
    if _POINT_WORD.match(text, end):
        doubt = doubt or Doubt.MARKS  # 96 phẩy năm
    end, percent, points = _unit(text, end)
    end, value = _and_a_half(text, end, value, percent)
    if percent or factor > 1:
        if doubt is Doubt.COMMA_GROUP and otherwise is not None:  # nobody groups thousands of thousands, or of per cent
            doubt, otherwise = None, None
        printed = text[first.start : first.end]
        if percent and not doubt and re.fullmatch(r"[0-9]+\.[0-9]{3}", printed):
            doubt, otherwise = Doubt.PERCENT_GROUP, Decimal(printed)
        elif factor > 1 and otherwise is not None:
            otherwise *= factor
    one = Numeral(first.start, end, "", value, None, percent, False, None, "", doubt, otherwise, points)
    return one, used


def _factor(text: str, end: int) -> tuple[int, int]:
    """The factor of the scale words that start at ``end`` (nghìn tỷ: 10 to the power of 12), and where they end."""
    factor, last = 1, 1
    while match := _SCALE.match(text, end):
        word = match[1].lower()
        scale = scale_of(word, match[2].lower()) if word in SCALES else _SCALE_WORDS[word]
        if scale <= last:
            break
        factor, last, end = factor * scale, scale, match.end(1)
    return factor, end
