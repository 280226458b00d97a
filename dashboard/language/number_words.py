"""The grammar of numbers in words: mười lăm, hai trăm ba mươi lăm, một nghìn không trăm linh hai."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from dashboard.language.vietnamese import syllables

UNITS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_AFTER_TEN = {**UNITS, "mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5}
del _AFTER_TEN["năm"]  # mười năm is ten years; fifteen is mười lăm
_LONE = {**UNITS, "mốt": 1, "tư": 4}
"""Units that, alone behind a hundred or a scale word, count its tenths: bảy nghìn tư is 7400, hai trăm mốt 210."""
HALF = ("rưỡi", "rưởi")
"""Half of the scale word before it; the second is a common misspelling."""
SCALES = {
    "nghìn": 10**3, "ngàn": 10**3, "vạn": 10**4, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9,
}  # fmt: skip
_OTHER_WORD = {
    "tư": syllables("tưởng liệu nhân cách pháp lệnh vấn duy"),
    "triệu": syllables("tập hồi chứng"),
    "tỷ": syllables("lệ trọng số suất giá"),
    "tỉ": syllables("lệ trọng số suất giá mỉ"),
}
"""The next syllables that make another word of a number word: tư tưởng, triệu tập, tỷ lệ."""
POINT = ("phẩy", "phảy")
"""The decimal mark in words."""


def scale_of(word: str, following: str) -> int:
    """The factor of a scale word (nghìn, triệu, tỷ …); 0 if ``following`` makes another word of it, as in triệu tập."""
    return 0 if following in _OTHER_WORD.get(word, ()) else SCALES.get(word, 0)


def read(words: Sequence[str]) -> tuple[Decimal, int] | None:
    """The number at the beginning of ``words`` (lower case, NFC) and how many of them it takes, or None.

    Decimals are read too: chín mươi sáu phẩy năm is 96.5, hai phẩy không năm 2.05, hai phẩy năm triệu 2500000.
    """
    number = (0, 1) if _at(words, 0) == "không" and _at(words, 1) in POINT else _whole(words)
    if not number:
        return None
    value, used = Decimal(number[0]), number[1]
    if _at(words, used) not in POINT:
        return value, used
    decimals, at = "", used + 1
    while len(decimals) < 2 or _at(words, at) == "không" or _at(words, at) in UNITS:
        group = (0, 1) if _at(words, at) == "không" else _tens(words[at:])
        year = _at(words, at) == "năm" and group and group[1] == 1 and decimals.strip("0")
        if not group or year:  # hai phẩy năm năm: years
            break
        decimals, at = decimals + str(group[0]), at + group[1]
    if not decimals:
        return None
    value = Decimal(f"{number[0]}.{decimals}")
    while scale := scale_of(_at(words, at), _at(words, at + 1)):
        value, at = value * scale, at + 1
    return value.to_integral_value() if value == value.to_integral_value() else value, at


def _whole(words: Sequence[str]) -> tuple[int, int] | None:
    """The whole number that ``words`` begin with.

    A lone unit after a scale counts tenths of it, as spoken: một nghìn hai is 1200, một nghìn linh hai 1002.
    """
    group = _hundreds(words)
    total, at, limit = 0, 0, 10**30
    while group:
        value, used = group
        scale = scale_of(_at(words, at + used), _at(words, at + used + 1))
        if scale >= limit:
            return total, at
        if not scale:
            lone = total and used == 1 and value < 10
            if lone and _at(words, at) == "năm":  # hai nghìn năm: years
                return total, at
            return total + (value * limit // 10 if lone else value), at + used
        at += used + 1
        if _at(words, at) in ("tỷ", "tỉ") and scale < 10**9 <= limit:
            scale, at = scale * 10**9, at + 1
        total, limit = total + value * scale, scale
        if _at(words, at) in HALF:
            return total + scale // 2, at + 1
        if _at(words, at) in ("linh", "lẻ") and _at(words, at + 1) in UNITS:
            return total + UNITS[_at(words, at + 1)], at + 2
        if tenth := tenths(words, at):
            return total + tenth * scale // 10, at + 1
        group = _hundreds(words[at:])
    return (total, at) if at else None


def tenths(words: Sequence[str], at: int) -> int:
    """The digit of tư or mốt behind another number; 0 for any other word, as in tư tưởng."""
    word = _at(words, at)
    other = word in UNITS or _at(words, at + 1) in _OTHER_WORD.get(word, ())
    return 0 if other else _LONE.get(word, 0)


def _at(words: Sequence[str], index: int) -> str:
    return words[index] if index < len(words) else ""


def _hundreds(words: Sequence[str]) -> tuple[int, int] | None:
    first = _at(words, 0)
    if _at(words, 1) != "trăm" or first not in {*UNITS, "không"}:
        return _tens(words)
    value = UNITS.get(first, 0) * 100
    if _at(words, 2) in HALF:
        return value + 50, 3
    if tenth := tenths(words, 2):
        return value + tenth * 10, 3
    if _at(words, 2) in ("linh", "lẻ") and _at(words, 3) in {**UNITS, "tư": 4}:
        return value + {**UNITS, "tư": 4}[_at(words, 3)], 4
    tens = _tens(words[2:])
    if not tens or (_at(words, 2) == "năm" and tens[1] == 1):
        return value, 2
    if tens[1] == 1 and tens[0] < 10 and (unit := UNITS.get(_at(words, 3), 0)) and _at(words, 3) != "năm":
        return value + tens[0] * 10 + unit, 4  # ba trăm chín bảy
    return value + (tens[0] * 10 if tens[1] == 1 and tens[0] < 10 else tens[0]), 2 + tens[1]


def _tens(words: Sequence[str]) -> tuple[int, int] | None:
    first, second = _at(words, 0), _at(words, 1)
    if first == "mười":
        value, used = 10, 1
    elif first in UNITS and second == "mươi":
        value, used = UNITS[first] * 10, 2
    elif first in UNITS and second == "chục":
        return UNITS[first] * 10, 2
    elif first in UNITS and second in ("mốt", "lăm", "nhăm"):
        return UNITS[first] * 10 + _AFTER_TEN[second], 2
    elif first in UNITS:
        return UNITS[first], 1
    else:
        return None
    unit = _at(words, used)
    if unit in _AFTER_TEN and _at(words, used + 1) not in _OTHER_WORD.get(unit, ()):
        return value + _AFTER_TEN[unit], used + 1
    return value, used
