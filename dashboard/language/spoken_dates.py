"""Dates as they stand inside a sentence: "ngày 22/7/2019", "từ tháng 1/2020 đến tháng 6/2020"; English as elsewhere."""

from __future__ import annotations

import re

from dashboard.language.dates import Period
from dashboard.language.words import Language, word


def spoken(period: Period, language: Language) -> str:
    """A dated period: a day, month or year with the Vietnamese word for it, or from when to when."""
    first, _, last = period.text.partition("/")
    if not last or first == last:
        return _point(first, language)
    if first == "..":
        return word("until", language, date=_point(last, language))
    if last == "..":
        return word("from_date", language, date=_point(first, language))
    if first.isdecimal() and last.isdecimal():
        return word("cite.years", language, first=first, last=last)
    return word("cite.from_to", language, first=_point(first, language), last=_point(last, language))


def unpadded(text: str) -> str:
    """Vietnamese dates in a text as prose writes them, 22/7/2019 for 22/07/2019."""
    return re.sub(r"\b0(?=[1-9]/)", "", text)


def _point(text: str, language: Language) -> str:
    label = Period.parse(text).label(language)
    return f"{('năm', 'tháng', 'ngày')[text.count('-')]} {unpadded(label)}" if language == "vi" else label
