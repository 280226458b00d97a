"""The numerals of a Vietnamese text, in digits or words, with what stands directly around them.

The conventions are those of DOMAIN.md: a stop groups thousands, in exact threes; the comma
is the decimal mark; leading zeros are style; 223/226 is 223 of 226; nghìn, triệu and tỷ multiply. A numeral
is read whole or is in doubt, never shortened to a part of itself (``doubts``).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal, localcontext
from functools import lru_cache

from dashboard.language.digits import Digits, find_digits
from dashboard.language.doubts import Doubt
from dashboard.language.hedges import Hedge
from dashboard.language.hedges import read as read_hedge
from dashboard.language.number_format import format_large, format_number, format_value, hedged
from dashboard.language.number_words import HALF, POINT, SCALES, scale_of, tenths
from dashboard.language.ratios import InWords, approximate, few, fraction, in_words, left_open, multiple, rates
from dashboard.language.spoken_numbers import counted_at, has_words, spoken
from dashboard.language.vietnamese import INVISIBLE, digits, letters, usual

__all__ = ["Doubt", "Hedge", "Numeral", "find", "format_large", "format_number", "format_value", "hedged"]


@dataclass(frozen=True, slots=True)
class Numeral:
    """One numeral: ``text[start:end]``, with its scale word and per cent sign and without its hedge.

    ``hedge_text`` is the hedge as printed, in NFC ("" if none). ``doubt`` says why it might have been meant otherwise,
    ``otherwise`` the value that it would then have: of 3-5 the other end, of bốn phần năm 80 per cent. ``points`` is
    whether it is in percentage points (3,5 điểm phần trăm), which are no per cent.
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
    points: bool = False

    def says(self, number: Decimal | None) -> bool:
        """Whether a number is one of its readings; a fraction in words may be rounded to any place as a share."""
        if number is None or self.otherwise is None or self.doubt is not Doubt.RATIO:
            return number is not None and number in (self.value, self.otherwise)
        places = max(0, -int(number.as_tuple().exponent)) if number.is_finite() else 0
        return number == self.value or number == round(self.otherwise, places)


_H = r"[^\S\r\n]"  # a space, but not a new line
_PERCENT = re.compile(rf"{_H}{{0,3}}[%％]|{_H}+phần{_H}+trăm(?!\w)", re.IGNORECASE)
_SCALE_WORDS = {**SCALES, "trăm": 100, "chục": 10}
_SCALE = re.compile(
    rf"{_H}*({'|'.join([*_SCALE_WORDS, *(word.upper() for word in _SCALE_WORDS)])})(?!\w)(?={_H}*(\w*))"
)
_HALF = re.compile(rf"{_H}+(?:{'|'.join(HALF)})(?!\w)", re.IGNORECASE)
_BRACKET = re.compile(rf"{_H}*\({_H}*")
_TENTHS = re.compile(rf"{_H}+(tư|mốt)(?!\w)(?:{_H}+\w+)?", re.IGNORECASE)
_DATE_BEFORE = re.compile(rf"(?<!\w)(?:ngày|tháng|mùng|mồng|hôm){_H}+$", re.IGNORECASE)
_MAYBE_DATE_BEFORE = re.compile(rf"(?<!\w)(?:từ|đến|tới|trước|sau|vào|dịp|lễ){_H}+$", re.IGNORECASE)
_DAY_OF_MONTH = re.compile(r"(?:0?[1-9]|[12][0-9]|3[01])/(?:0?[1-9]|1[0-2])")
_MONTH_OF_YEAR = re.compile(r"(?:0?[1-9]|1[0-2])/(?:19|20)[0-9]{2}")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_TERM = re.compile(r"(?:19|20)[0-9]{2}/(?:19|20)[0-9]{2}")
_SLASH = re.compile(rf"{_H}?/{_H}?")
_SLASH_AFTER = re.compile(rf"{_H}?/{_H}?[0-9]")
_SLASH_BEFORE = re.compile(rf"[0-9]{_H}?/{_H}?$")
_POINTS = re.compile(rf"{_H}*điểm{_H}*(?:phần{_H}+trăm(?!\w)|[%％])", re.IGNORECASE)
_THOUSANDS_GO_ON = re.compile(r"[0-9]{3}")
_POINT_WORD = re.compile(rf"{_H}+(?:{'|'.join(POINT)})(?!\w)", re.IGNORECASE)
_POINT_GAP = re.compile(rf"{_H}+(?:{'|'.join(POINT)}){_H}+", re.IGNORECASE)
_FOOTNOTE = re.compile(r"\([1-9]\)")  # directly behind digits: 287(1)
_TO = re.compile(rf"{_H}?[-–—]{_H}?|{_H}(?:đến|tới|hoặc|hay){_H}", re.IGNORECASE)
_FROM = re.compile(rf"(?<!\w)từ{_H}$", re.IGNORECASE)
_COUNTED_TO = re.compile(rf"(?:{_H}[^\W\d_]+){{1,3}}{_H}(?:đến|tới){_H}", re.IGNORECASE)
_CHANGED = re.compile(rf"(?<!\w)(?:giảm|tăng|nâng|hạ|rút|chuyển)(?:{_H}\w+){{0,6}}{_H}(?:từ{_H})?$", re.IGNORECASE)
_MASKED = re.compile(rf"[.,]?[xX*]{{2,}}|(?:\.{{2,}}|…){_H}*(?=[^\W\d_A-ZĐ])")
"""What stands for digits that are not printed: 7.xxx, 7xxx, 7... đảng viên."""
_SPACES = re.compile(rf"{_H}+")
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
    words = has_words(plain)
    if words or len(found) > 1:
        found = _whole(plain, _with_words(plain, found) if words else _or_the_next(plain, found))
    found = [_placed(one, before, plain) for before, one in zip([None, *found], found, strict=False)]
    return tuple(_as_printed(one, text, places) for one in _in_company(plain, found))


def _with_words(text: str, found: list[Numeral]) -> list[Numeral]:
    """The numerals in digits with those in words, and those that are made of both."""
    for word in in_words(text):
        found = [one for one in found if one.end <= word.start or word.end <= one.start]
        found.append(_in_word(word))
    found = _or_the_next(text, found)
    for one in spoken(text, [(one.start, one.end) for one in found]):
        found.append(_measured(text, Numeral(one.start, one.end, "", one.value, words=True)))
    return sorted(found, key=lambda one: one.start)


def _or_the_next(text: str, found: list[Numeral]) -> list[Numeral]:
    """With hai, ba chi bộ and 2, 3 chi bộ as one numeral each."""
    for start, end, value, otherwise in approximate(text):
        if not any(one.start < end and start < one.end and one.doubt for one in found):
            found = [one for one in found if one.end <= start or end <= one.start]
            words = not text[start].isdigit()
            found.append(Numeral(start, end, "", value, words=words, doubt=Doubt.RANGE, otherwise=otherwise))
    return sorted(found, key=lambda one: one.start)


def _whole(text: str, found: list[Numeral]) -> list[Numeral]:
    """One numeral of what stands as two: 2½, 96 phẩy năm. Only in doubt: these are no ways to print a number."""
    whole: list[Numeral] = []
    for one in found:
        last = whole[-1] if whole else None
        gap = text[last.end : one.start] if last else ""
        if last and not gap and one.doubt is Doubt.RATIO and one.out_of and not last.percent:
            value = last.value + one.value / one.out_of
        elif last and last.doubt is Doubt.MARKS and _POINT_GAP.fullmatch(gap):
            if not (_plain_whole(last) and _plain_whole(one)):
                whole.append(replace(one, doubt=one.doubt or Doubt.MARKS))
                continue
            printed = re.match("[0-9]+", text[one.start : one.end])  # 96 phẩy 05 keeps its zero
            value = Decimal(f"{int(last.value)}.{printed[0] if printed else int(one.value)}")
        else:
            whole.append(one)
            continue
        whole[-1] = replace(one, start=last.start, value=value, out_of=None, doubt=Doubt.MARKS, otherwise=None)
    return whole


def _plain_whole(one: Numeral) -> bool:
    return one.out_of is None and one.value >= 0 and one.value == one.value.to_integral_value()


def _in_word(one: InWords) -> Numeral:
    if one.out_of is None:
        return Numeral(one.start, one.end, "", one.value, words=True, doubt=Doubt.MULTIPLE)
    with localcontext(prec=28):
        share = one.value * 100 / one.out_of
    return Numeral(one.start, one.end, "", one.value, one.out_of, words=True, doubt=Doubt.RATIO, otherwise=share)


def _measured(text: str, one: Numeral) -> Numeral:
    """The numeral with the per cent or the percentage points that follow it."""
    end, percent, points = _unit(text, one.end)
    if end == one.end:
        return one
    end, value = _and_a_half(text, end, one.value, percent)
    return replace(one, end=end, value=value, percent=percent, points=points)


def _and_a_half(text: str, end: int, value: Decimal, percent: bool) -> tuple[int, Decimal]:
    """Where a whole number of per cent with its half ends, and the two together: một phần trăm rưỡi is 1.5 per cent."""
    half = _HALF.match(text, end) if percent and value == value.to_integral_value() else None
    return (half.end(), value + Decimal("0.5")) if half else (end, value)


def _unit(text: str, end: int) -> tuple[int, bool, bool]:
    """Where the per cent or the percentage points end that follow a number, and which of them they are."""
    if points := _POINTS.match(text, end):
        return points.end(), False, True
    percent = _PERCENT.match(text, end)
    return (percent.end() if percent else end), bool(percent), False


def _composed(text: str) -> tuple[str, list[int] | None]:
    """The text as it is read: in NFC, the letters and digits that are meant, without what shows nothing.

    With it, where that moved anything, the place in ``text`` of each of its characters.
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


def _placed(one: Numeral, before: Numeral | None, plain: str) -> Numeral:
    """The numeral with its hedge."""
    hedge, printed = read_hedge(plain, one.start, one.end)
    if hedge is Hedge.OVER and before and _is_total(one, before, plain):
        hedge, printed = None, ""
    return replace(one, hedge=hedge, hedge_text=printed) if hedge else one


def _as_printed(one: Numeral, text: str, places: list[int] | None) -> Numeral:
    """The numeral with its place in the text as it was given; digits of another script are in doubt."""
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


def _in_company(text: str, found: list[Numeral]) -> list[Numeral]:
    """The numerals with the doubts that the words around them raise: a share, a rate, a multiple, a range."""
    found = _said_twice(text, found)
    if not found:
        return found
    for at in range(len(found) - 1):
        one, other = found[at], found[at + 1]
        if (one.words or other.words) and _SPACES.fullmatch(text, one.end, other.start) and not _named(text, one):
            found[at] = replace(one, doubt=one.doubt or Doubt.BESIDE)
            found[at + 1] = replace(other, doubt=other.doubt or Doubt.BESIDE)
        elif not one.doubt and not other.doubt and _range(text, one, other):
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


def _said_twice(text: str, found: list[Numeral]) -> list[Numeral]:
    """Of 02 (hai) đảng viên the words in brackets are no number of their own; 02 (ba) is one or the other."""
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


def _named(text: str, one: Numeral) -> bool:
    """Whether it is a year, or a number that ends a date: năm 2018 hai chi bộ."""
    return bool(_YEAR.fullmatch(text, one.start, one.end)) or text[one.start - 1 : one.start] in ("/", "-", ".")


def _range(text: str, one: Numeral, other: Numeral) -> bool:
    """Whether two numerals are the ends of 3-5 đảng viên, từ 3 đến 5 hộ; but of no years, dates or change."""
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


def _is_total(one: Numeral, before: Numeral, text: str) -> bool:
    """Whether trên is "out of" (40 trên 170) and not "over" (năm 2018 trên 90%)."""
    between = text[before.end : one.start].split()
    year = _YEAR.fullmatch(text, before.start, before.end)
    return between == ["trên"] and not (one.percent or before.percent or year) and before.value <= one.value


def _in_digits(text: str) -> list[Numeral]:
    tokens = find_digits(text)
    if "(" in text:
        tokens = [one for one in tokens if not _footnote(text, one)]
    found: list[Numeral] = []
    at = 0
    while at < len(tokens):
        numeral, used = _fraction(text, tokens, at) or _scaled(text, tokens, at)
        found.append(numeral)
        at += used
    return found


def _footnote(text: str, one: Digits) -> bool:
    """Whether it is a mark directly behind digits, as the (1) of 287(1)."""
    behind = one.start > 1 and text[one.start - 2].isdigit()
    return behind and bool(_FOOTNOTE.match(text, one.start - 1))


def _fraction(text: str, tokens: list[Digits], at: int) -> tuple[Numeral, int] | None:
    """223/226; but no date (28/5 after ngày, 18/10/2019, 10/2019) and no pair of percentages."""
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
    """A number with its scale words (57 ngàn, 2 triệu 500 nghìn, 1 tỷ rưỡi), and the tokens it takes."""
    first = tokens[at]
    factor, end = _factor(text, first.end)
    value, used = first.value * factor, 1
    limit, doubt, otherwise = factor, first.doubt, first.otherwise
    while limit > 1 and at + used < len(tokens):
        further = tokens[at + used]
        smaller, stop = _factor(text, further.end)
        if not re.fullmatch(rf"{_H}+", text[end : further.start]):
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
    """What the scale words from ``end`` on multiply by (nghìn tỷ), and where they end."""
    factor, last = 1, 1
    while match := _SCALE.match(text, end):
        word = match[1].lower()
        scale = scale_of(word, match[2].lower()) if word in SCALES else _SCALE_WORDS[word]
        if scale <= last:
            break
        factor, last, end = factor * scale, scale, match.end(1)
    return factor, end
