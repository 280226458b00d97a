"""Numbers in digits, as Vietnamese papers group them: 7.397 is 7397, 96,8 is 96.8, 1.234,5 is 1234.5."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from dashboard.notation import MINUS


class Doubt(StrEnum):
    """Why the digits might have been meant otherwise; ``otherwise`` is what they would then be."""

    DOT_DECIMAL = "dot_decimal"  # 2.5 or 7.39: no group of three, so the stop is read as a decimal mark
    COMMA_GROUP = "comma_group"  # 1,234 is read as 1.234, might be 1234; or English 1,234,567 and 1,234.5
    PERCENT_GROUP = "percent_group"  # 12.345% is read as 12345%, but might be 12.345%


@dataclass(frozen=True)
class Digits:
    """A number in digits and its place in the text."""

    start: int
    end: int
    value: Decimal
    doubt: Doubt | None = None
    otherwise: Decimal | None = None


_DIGITS = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+")
_ENGLISH = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+")


def find_digits(text: str) -> list[Digits]:
    """Every number in digits, left to right, except behind a letter (m2, A4).

    Marks between digits that make no number (18.10.2019; 1,2,3) separate several.
    """
    found: list[Digits] = []
    for match in _DIGITS.finditer(text):
        start, end = match.span()
        if start and text[start - 1].isalpha():
            continue
        read = read_digits(match[0])
        if read is None:
            parts = re.finditer("[0-9]+", match[0])
            found += [Digits(start + part.start(), start + part.end(), Decimal(part[0])) for part in parts]
            continue
        value, doubt, otherwise = read
        if text[start - 1 : start] == MINUS and not text[max(0, start - 2) : start - 1].isalnum():
            start, value, otherwise = start - 1, value.copy_negate(), otherwise and otherwise.copy_negate()
        found.append(Digits(start, end, value, doubt, otherwise))
    return found


def read_digits(printed: str) -> tuple[Decimal, Doubt | None, Decimal | None] | None:
    """The value of digits with their marks, the doubt about it, and the other reading; None if no number."""
    whole, comma, decimals = printed.partition(",")
    if printed.isdigit():
        return Decimal(printed), None, None
    if _GROUPED.fullmatch(whole) and (decimals.isdigit() or not comma):
        return Decimal(printed.replace(".", "").replace(",", ".")), None, None
    if whole.isdigit() and decimals.isdigit():
        if _ENGLISH.fullmatch(printed):
            return Decimal(f"{whole}.{decimals}"), Doubt.COMMA_GROUP, Decimal(whole + decimals)
        return Decimal(f"{whole}.{decimals}"), None, None
    whole, stop, decimals = printed.partition(".")
    if _ENGLISH.fullmatch(whole) and (decimals.isdigit() or not stop):
        return Decimal(printed.replace(",", "")), Doubt.COMMA_GROUP, None
    if whole.isdigit() and decimals.isdigit():
        return Decimal(printed), Doubt.DOT_DECIMAL, None
    return None
