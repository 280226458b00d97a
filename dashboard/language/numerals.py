"""The numerals of a Vietnamese text, in digits or in words.

A numeral is read whole or is in doubt (``doubts``); it is never shortened to a part of itself: "7 397" is not 397.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal, localcontext
from functools import lru_cache

from dashboard.language.digit_numerals import digit_numerals, with_unit
from dashboard.language.doubts import Doubt
from dashboard.language.hedges import Hedge
from dashboard.language.hedges import read as read_hedge
from dashboard.language.number_words import POINT
from dashboard.language.numeral import Numeral
from dashboard.language.numeral_doubts import is_total, with_doubts
from dashboard.language.ratios import InWords, approximate, in_words
from dashboard.language.spoken_numbers import has_words, spoken
from dashboard.language.vietnamese import INVISIBLE, SPACE, digits, letters, usual

_POINT_GAP = re.compile(rf"{SPACE}+(?:{'|'.join(POINT)}){SPACE}+", re.IGNORECASE)
_LONGEST_CACHED = 500  # characters: a longer text is no phrase and would only fill the cache
_EXACT = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)


def find(text: str) -> list[Numeral]:
    """Every numeral of the text, left to right. Never raises; text in NFD gives the values of its NFC form.

    A date, term or clock time gives one numeral for each of its numbers. Not numerals: digits behind a letter
    (m2, A4), Roman numbers, ordinals in words (thứ hai, tháng ba).
    """
    return list(_find(text) if len(text) <= _LONGEST_CACHED else _find.__wrapped__(text))


@lru_cache(maxsize=8192)  # several rules look at one phrase
def _find(text: str) -> tuple[Numeral, ...]:
    plain, places = _normalized(text)
    with localcontext(_EXACT):
        found = digit_numerals(plain)
    words = has_words(plain)
    if words or len(found) > 1:
        found = _merged(plain, _with_words(plain, found) if words else _with_approximate(plain, found))
    found = [_with_hedge(one, before, plain) for before, one in zip([None, *found], found, strict=False)]
    return tuple(_as_printed(one, text, places) for one in with_doubts(plain, found))


def _with_words(text: str, found: list[Numeral]) -> list[Numeral]:
    """Adds the numerals in words, and those made of digits and words, to those in digits."""
    for word in in_words(text):
        found = [one for one in found if one.end <= word.start or word.end <= one.start]
        found.append(_from_words(word))
    found = _with_approximate(text, found)
    for one in spoken(text, [(one.start, one.end) for one in found]):
        found.append(with_unit(text, Numeral(one.start, one.end, "", one.value, words=True)))
    return sorted(found, key=lambda one: one.start)


def _with_approximate(text: str, found: list[Numeral]) -> list[Numeral]:
    """Adds approximate numbers: hai, ba chi bộ and 2, 3 chi bộ are one numeral each."""
    for start, end, value, otherwise in approximate(text):
        if not any(one.start < end and start < one.end and one.doubt for one in found):
            found = [one for one in found if one.end <= start or end <= one.start]
            words = not text[start].isdigit()
            found.append(Numeral(start, end, "", value, words=words, doubt=Doubt.RANGE, otherwise=otherwise))
    return sorted(found, key=lambda one: one.start)


def _merged(text: str, found: list[Numeral]) -> list[Numeral]:
    """Merges two numerals that are one number: 2½, 96 phẩy năm. The result is in doubt: nobody prints numbers so."""
    whole: list[Numeral] = []
    for one in found:
        last = whole[-1] if whole else None
        gap = text[last.end : one.start] if last else ""
        if last and not gap and one.doubt is Doubt.RATIO and one.out_of and not last.percent:
            value = last.value + one.value / one.out_of
        elif last and last.doubt is Doubt.MARKS and _POINT_GAP.fullmatch(gap):
            if not (_is_whole(last) and _is_whole(one)):
                whole.append(replace(one, doubt=one.doubt or Doubt.MARKS))
                continue
            printed = re.match("[0-9]+", text[one.start : one.end])  # 96 phẩy 05 keeps its zero
            value = Decimal(f"{int(last.value)}.{printed[0] if printed else int(one.value)}")
        else:
            whole.append(one)
            continue
        whole[-1] = replace(one, start=last.start, value=value, out_of=None, doubt=Doubt.MARKS, otherwise=None)
    return whole


def _is_whole(one: Numeral) -> bool:
    return one.out_of is None and one.value >= 0 and one.value == one.value.to_integral_value()


def _from_words(one: InWords) -> Numeral:
    if one.out_of is None:
        return Numeral(one.start, one.end, "", one.value, words=True, doubt=Doubt.MULTIPLE)
    with localcontext(prec=28):
        share = one.value * 100 / one.out_of
    return Numeral(one.start, one.end, "", one.value, one.out_of, words=True, doubt=Doubt.RATIO, otherwise=share)


def _normalized(text: str) -> tuple[str, list[int] | None]:
    """The text in NFC, with look-alike letters and digits replaced and invisible characters removed.

    Also the place in ``text`` of each of its characters; None if all are where they were.
    """
    if usual(text):
        return text, None
    same = digits(letters(text))
    if unicodedata.is_normalized("NFC", same) and not INVISIBLE.search(same):
        return same, None
    plain: list[str] = []
    places: list[int] = []
    start = 0
    for stop in range(1, len(same) + 1):
        if stop < len(same) and (unicodedata.combining(same[stop]) or INVISIBLE.match(same, stop)):
            continue
        cluster = unicodedata.normalize("NFC", INVISIBLE.sub("", same[start:stop]))
        plain.append(cluster)
        places += [min(start + index, stop) for index in range(len(cluster))]
        start = stop
    return "".join(plain), [*places, len(text)]


def _with_hedge(one: Numeral, before: Numeral | None, plain: str) -> Numeral:
    """Adds the hedge that stands before the numeral."""
    hedge, printed = read_hedge(plain, one.start, one.end)
    if hedge is Hedge.OVER and before and is_total(one, before, plain):
        hedge, printed = None, ""
    return replace(one, hedge=hedge, hedge_text=printed) if hedge else one


def _as_printed(one: Numeral, text: str, places: list[int] | None) -> Numeral:
    """The numeral with its place in the original text; digits of another script are in doubt."""
    start, end = (places[one.start], places[one.end]) if places else (one.start, one.end)
    printed = text[start:end]
    if one.doubt is None and not printed.isascii() and any(map(_foreign, printed)):
        one = replace(one, doubt=Doubt.LETTER)
    return Numeral(  # not replace(): this is done for every numeral, and it takes five times as long
        start, end, printed, one.value, one.out_of, one.percent, one.words, one.hedge, one.hedge_text, one.doubt,
        one.otherwise, one.points,
    )  # fmt: skip


def _foreign(char: str) -> bool:
    return char.isdecimal() and not unicodedata.normalize("NFKC", char).isascii()
