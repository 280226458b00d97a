"""The traits of figures in words, as they stand inside a sentence."""

from __future__ import annotations

import math
from typing import Final

from dashboard.language.words import Language, word

_DAYS: Final = 0.01  # of a year, by which years of 365.25 days are off


def say(key: str, language: Language, **values: object) -> str:
    """The words of the catalogue for a trait. KeyError for one that is not there."""
    return word(f"trait.{key}", language, **values)


def quoted(words: str, language: Language) -> str:
    """A name in quotation marks; one that holds some gets none of its own."""
    return words if "“" in words else say("quoted", language, words=words)


def joined(a: str, b: str, language: Language) -> str:
    """Two traits as one phrase: "cấp tỉnh và cấp huyện"; "cả hai đều không nêu" where the words are the same."""
    return say("alike", language, a=a) if a == b else say("both", language, a=a, b=b)


def years(count: int, language: Language) -> str:
    """ "5 năm", "1 year", "5 years"."""
    return say("n_years", language, n=count)


def months(count: int, language: Language) -> str:
    """ "6 tháng", "1 month"; whole years as years."""
    if count % 12 == 0:
        return years(count // 12, language)
    return say("n_months", language, n=count)


def apart(least: float, most: float, language: Language) -> str:
    """How far apart two dates are: "khoảng 3 năm"; where that is open "nhiều nhất 11 năm", "không rõ bao lâu"."""
    surely = math.floor(least + _DAYS)
    if math.isinf(most):
        key = "apart_at_least" if surely else "apart_unknown"
        return say(key, language, years=years(surely, language))
    if most == least:
        return say("apart", language, years=years(round(most), language))
    key = "apart_between" if surely else "apart_up_to"
    return say(key, language, least=surely, years=years(math.ceil(most - _DAYS), language))
