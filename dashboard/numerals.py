"""The numerals of a Vietnamese text, in digits or words, with what stands directly around them.

The conventions are those of DOMAIN.md: a stop groups thousands, in exact threes; the comma
is the decimal mark; leading zeros are style; 223/226 is 223 of 226; nghìn, triệu and tỷ multiply.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal, localcontext
from functools import lru_cache

from dashboard.digits import Digits, Doubt, find_digits
from dashboard.hedges import Hedge
from dashboard.hedges import read as read_hedge
from dashboard.notation import format_large, format_number, format_value, hedged
from dashboard.number_words import SCALES, scale_of
from dashboard.spoken_numbers import spoken

__all__ = ["Doubt", "Hedge", "Numeral", "find", "format_large", "format_number", "format_value", "hedged"]


@dataclass(frozen=True, slots=True)
class Numeral:
    """One numeral: ``text[start:end]``, with its scale word and per cent sign and without its hedge.

    ``hedge_text`` is the hedge as printed, in NFC ("" if none). ``doubt`` says why the digits might have been
    meant otherwise, ``otherwise`` the value they would then have.
    """

    start: int
    end: int
    text: str
    value: Decimal
    out_of: Decimal | None = None
    percent: bool = False
    words: bool = False
    hedge: Hedge | None = None
    hedge_text: str = ""
    doubt: Doubt | None = None
    otherwise: Decimal | None = None


_H = r"[^\S\r\n]"  # a space, but not a new line
_PERCENT = re.compile(rf"{_H}?[%％]|{_H}+phần{_H}+trăm(?!\w)", re.IGNORECASE)
_SCALE_WORDS = {**SCALES, "trăm": 100, "chục": 10}
_SCALE = re.compile(
    rf"{_H}*({'|'.join([*_SCALE_WORDS, *(word.upper() for word in _SCALE_WORDS)])})(?!\w)(?={_H}*(\w*))"
)
_HALF = re.compile(rf"{_H}+rưỡi(?!\w)", re.IGNORECASE)
_DATE_BEFORE = re.compile(rf"(?<!\w)(?:ngày|tháng|mùng|mồng|hôm){_H}+$", re.IGNORECASE)
_MONTH_OF_YEAR = re.compile(r"(?:0?[1-9]|1[0-2])/(?:19|20)[0-9]{2}")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_PHRASE = 500  # characters: what is longer is no phrase, and is not kept in mind
_EXACT = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)


def find(text: str) -> list[Numeral]:
    """Every numeral of the text, left to right. Never raises; text in NFD gives the values of its NFC form.

    A date, term or clock time gives one numeral for each of its numbers. Not numerals: digits behind a letter
    (m2, A4), Roman numbers, ordinals in words (thứ hai, tháng ba).
    """
    return list(_find(text) if len(text) <= _PHRASE else _find.__wrapped__(text))


@lru_cache(maxsize=8192)  # several rules look at one phrase
def _find(text: str) -> tuple[Numeral, ...]:
    plain, places = _composed(text)
    with localcontext(_EXACT):
        found = _in_digits(plain)
    for one in spoken(plain, [(one.start, one.end) for one in found]):
        percent = _PERCENT.match(plain, one.end)
        end = percent.end() if percent else one.end
        found.append(Numeral(one.start, end, "", Decimal(one.value), percent=bool(percent), words=True))
    found.sort(key=lambda one: one.start)
    return tuple(_placed(one, before, text, plain, places) for before, one in zip([None, *found], found, strict=False))


def _composed(text: str) -> tuple[str, list[int] | None]:
    """The text in NFC and, where that moved anything, the place in ``text`` of each of its characters."""
    if unicodedata.is_normalized("NFC", text):
        return text, None
    plain: list[str] = []
    places: list[int] = []
    start = 0
    for stop in range(1, len(text) + 1):
        if stop < len(text) and unicodedata.combining(text[stop]):
            continue
        cluster = unicodedata.normalize("NFC", text[start:stop])
        plain.append(cluster)
        places += [min(start + index, stop) for index in range(len(cluster))]
        start = stop
    return "".join(plain), [*places, len(text)]


def _placed(one: Numeral, before: Numeral | None, text: str, plain: str, places: list[int] | None) -> Numeral:
    """The numeral with its hedge, and with its place in the text as it was given."""
    hedge, printed = read_hedge(plain, one.start, one.end)
    if hedge is Hedge.OVER and before and _is_total(one, before, plain):
        hedge, printed = None, ""
    start, end = (places[one.start], places[one.end]) if places else (one.start, one.end)
    return Numeral(
        start, end, text[start:end], one.value, one.out_of, one.percent, one.words, hedge, printed,
        one.doubt, one.otherwise,
    )  # fmt: skip


def _is_total(one: Numeral, before: Numeral, text: str) -> bool:
    """Whether trên is "out of" (40 trên 170) and not "over" (năm 2018 trên 90%)."""
    between = text[before.end : one.start].split()
    year = _YEAR.fullmatch(text, before.start, before.end)
    return between == ["trên"] and not (one.percent or before.percent or year) and before.value <= one.value


def _in_digits(text: str) -> list[Numeral]:
    tokens = find_digits(text)
    found: list[Numeral] = []
    at = 0
    while at < len(tokens):
        numeral, used = _fraction(text, tokens, at) or _scaled(text, tokens, at)
        found.append(numeral)
        at += used
    return found


def _fraction(text: str, tokens: list[Digits], at: int) -> tuple[Numeral, int] | None:
    """223/226; but no date (28/5 after ngày, 18/10/2019, 10/2019) and no pair of percentages."""
    if at + 1 == len(tokens):
        return None
    first, second = tokens[at], tokens[at + 1]
    if text[first.end : second.start] != "/" or second.value <= 0 or _PERCENT.match(text, second.end):
        return None
    chained = re.match(r"/[0-9]", text[second.end : second.end + 2]) or re.match(
        r"[0-9]/", text[max(0, first.start - 2) : first.start]
    )
    dated = _DATE_BEFORE.search(text[max(0, first.start - 8) : first.start])
    if chained or dated or _MONTH_OF_YEAR.fullmatch(text, first.start, second.end):
        return None
    doubt = first.doubt or second.doubt
    return Numeral(first.start, second.end, "", first.value, second.value, doubt=doubt), 2


def _scaled(text: str, tokens: list[Digits], at: int) -> tuple[Numeral, int]:
    """A number with its scale words (57 ngàn, 2 triệu 500 nghìn, 1 tỷ rưỡi), and the tokens it takes."""
    first = tokens[at]
    factor, end = _factor(text, first.end)
    value, used = first.value * factor, 1
    limit = factor
    while limit > 1 and at + used < len(tokens):
        further = tokens[at + used]
        smaller, stop = _factor(text, further.end)
        if not 1 < smaller < limit or not re.fullmatch(rf"{_H}+", text[end : further.start]):
            break
        value, end, limit, used = value + further.value * smaller, stop, smaller, used + 1
    if limit > 1 and (half := _HALF.match(text, end)):
        value, end = value + Decimal(limit) * Decimal("0.5"), half.end()
    if factor > 1 and value == value.to_integral_value():
        value = value.to_integral_value()  # 2,5 triệu is 2500000, not 2500000.0
    doubt, otherwise = first.doubt, first.otherwise
    percent = _PERCENT.match(text, end)
    if percent or factor > 1:
        end = percent.end() if percent else end
        if otherwise is not None:  # nobody groups thousands of thousands, or of per cent
            doubt, otherwise = None, None
        printed = text[first.start : first.end]
        if percent and re.fullmatch(r"[0-9]+\.[0-9]{3}", printed) and not doubt:
            doubt, otherwise = Doubt.PERCENT_GROUP, Decimal(printed)
    return Numeral(first.start, end, "", value, percent=bool(percent), doubt=doubt, otherwise=otherwise), used


def _factor(text: str, end: int) -> tuple[int, int]:
    """What the scale words from ``end`` on multiply by (nghìn tỷ), and where they end."""
    factor, last = 1, 1
    while match := _SCALE.match(text, end):
        word = match[1].lower()
        scale = scale_of(word, match[2].lower()) if word in SCALES else _SCALE_WORDS[word]
        if scale <= last:
            break
        factor, last, end = factor * scale, scale, match.end(1)
    return factor, end
