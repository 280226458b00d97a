"""Doubts that the words around a numeral raise: it may be a share, a rate, a multiple, one end of a range."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import localcontext

from dashboard.language.doubts import Doubt
from dashboard.language.numeral import Numeral
from dashboard.language.ratios import few, fraction, left_open, multiple, rates
from dashboard.language.vietnamese import SPACE

_BRACKET = re.compile(rf"{SPACE}*\({SPACE}*")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_TO = re.compile(rf"{SPACE}?[-–—]{SPACE}?|{SPACE}(?:đến|tới|hoặc|hay){SPACE}", re.IGNORECASE)
_FROM = re.compile(rf"(?<!\w)từ{SPACE}$", re.IGNORECASE)
_COUNTED_TO = re.compile(rf"(?:{SPACE}[^\W\d_]+){{1,3}}{SPACE}(?:đến|tới){SPACE}", re.IGNORECASE)
_CHANGED = re.compile(
    rf"(?<!\w)(?:giảm|tăng|nâng|hạ|rút|chuyển)(?:{SPACE}\w+){{0,6}}{SPACE}(?:từ{SPACE})?$", re.IGNORECASE
)
_MASKED = re.compile(rf"[.,]?[xX*]{{2,}}|(?:\.{{2,}}|…){SPACE}*(?=[^\W\d_A-ZĐ])")
"""Signs that stand for digits left out: 7.xxx, 7xxx, 7... đảng viên."""
_SPACES = re.compile(rf"{SPACE}+")


def with_doubts(text: str, found: list[Numeral]) -> list[Numeral]:
    """Adds the doubts that the words around numerals raise. The list is changed in place."""
    found = _without_repetitions(text, found)
    if not found:
        return found
    for at in range(len(found) - 1):
        one, other = found[at], found[at + 1]
        if (
            (one.words or other.words)
            and _SPACES.fullmatch(text, one.end, other.start)
            and not _is_year_or_date(text, one)
        ):
            found[at] = replace(one, doubt=one.doubt or Doubt.BESIDE)
            found[at + 1] = replace(other, doubt=other.doubt or Doubt.BESIDE)
        elif not one.doubt and not other.doubt and _are_range(text, one, other):
            found[at] = replace(one, doubt=Doubt.RANGE, otherwise=other.value)
            found[at + 1] = replace(other, doubt=Doubt.RANGE, otherwise=one.value)
    spans = rates(text)
    for at, one in enumerate(found):
        doubt, otherwise = one.doubt, one.otherwise
        if any(start <= one.start < end for start, end in spans):
            doubt = doubt or Doubt.RATE
        elif one.out_of is None and multiple(text, one.start, one.end):
            doubt = doubt or Doubt.MULTIPLE
        elif few(text, one.start) or (one.hedge is None and left_open(text, one.end)):
            doubt = doubt or Doubt.RANGE
        elif one.out_of and doubt in (None, Doubt.SPACE):
            doubt = fraction(text, one.end, one.value, one.out_of, hedged=one.hedge is not None) or doubt
            if doubt is Doubt.RATIO:
                with localcontext(prec=28):
                    otherwise = one.value * 100 / one.out_of
        elif _MASKED.match(text, one.end) and text[one.start : one.end].isdigit():
            doubt = doubt or Doubt.MARKS
        if doubt is not one.doubt:
            found[at] = replace(one, doubt=doubt, otherwise=otherwise)
    return found


def _without_repetitions(text: str, found: list[Numeral]) -> list[Numeral]:
    """Drops a number repeated in words: 02 (hai) đảng viên. If the words say another, 02 (ba), there is a doubt."""
    kept: list[Numeral] = []
    for one in found:
        digits = kept[-1] if kept and not kept[-1].words else None
        if digits and one.words and _BRACKET.fullmatch(text, digits.end, one.start) and text[one.end :][:1] == ")":
            if one.value != digits.value:
                kept[-1] = replace(digits, doubt=digits.doubt or Doubt.BESIDE, otherwise=one.value)
        else:
            kept.append(one)
    return kept


def _without_hedge(before: str, one: Numeral) -> str:
    return before.removesuffix(f"{one.hedge_text} ") if one.hedge_text else before


def _is_year_or_date(text: str, one: Numeral) -> bool:
    """Whether it is a year, or the last number of a date: năm 2018 hai chi bộ."""
    return bool(_YEAR.fullmatch(text, one.start, one.end)) or text[one.start - 1 : one.start] in ("/", "-", ".")


def _are_range(text: str, one: Numeral, other: Numeral) -> bool:
    """Whether two numerals are the ends of a range: 3-5 đảng viên, từ 3 đến 5 hộ. Years, dates and changes are not."""
    gap = _without_hedge(text[one.end : other.start], other)
    if one.out_of or other.out_of or other.value <= one.value or len(gap) > 40:
        return False
    if _YEAR.fullmatch(text, one.start, one.end) or text[other.end : other.end + 1] in ("/", "-"):
        return False
    before = _without_hedge(text[max(0, one.start - 40) : one.start], one)
    to = _TO.fullmatch(gap)
    if not to and not (_FROM.search(before) and _COUNTED_TO.fullmatch(gap)):
        return False
    if "-" not in gap and "–" not in gap and _CHANGED.search(before):
        return False
    scaled = not text[other.start : other.end].replace(".", "").replace(",", "").isdigit() and not other.words
    return other.percent or scaled or text[other.end : other.end + 2].strip()[:1].islower()


def is_total(one: Numeral, before: Numeral, text: str) -> bool:
    """Whether "trên" before a numeral means "out of" (40 trên 170), not "over" (năm 2018 trên 90%)."""
    between = text[before.end : one.start].split()
    year = _YEAR.fullmatch(text, before.start, before.end)
    return between == ["trên"] and not (one.percent or before.percent or year) and before.value <= one.value
