"""Doubts: why a numeral may mean something else than the value that is read.

A numeral is read whole or is in doubt; it is never shortened to a part of itself. ``draft``, ``check`` and ``verify``
share one reading with its doubts: ``draft`` leaves the value to be decided, ``verify`` proves nothing by it, and a
curator settles the doubt by a ``note`` on the figure.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Doubt(StrEnum):
    """Why a numeral may mean something else than the value that is read."""

    DOT_DECIMAL = "dot_decimal"  # 2.5 or 7.39: no group of three, so the stop is read as a decimal mark
    COMMA_GROUP = "comma_group"  # 1,234 is read as 1.234, might be 1234; or English 1,234,567 and 1,234.5
    PERCENT_GROUP = "percent_group"  # 12.345% is read as 12345%, but might be 12.345%
    SPACE = "space"  # 7 397, 7. 397 and 96, 8% are read as one number, might be two
    BESIDE = "beside"  # digits stand beside it with no word between: năm 2019 397
    LETTER = "letter"  # 1O2, l2, 7.39I: a letter that looks like a digit, or a digit of another script
    MARKS = "marks"  # 7.397.12: marks that no number has
    SIGN = "sign"  # a hyphen before it may be a minus
    DATE = "date"  # đến 2/9: n of N, or a day
    RANGE = "range"  # 3-5, từ 3 đến 5, hai, ba: one of these or something between
    RATIO = "ratio"  # 2/3 số, bốn phần năm, một nửa: a share in words, no n of N
    FRACTION = "fraction"  # 2/3 xã: two of three, or two thirds
    RATE = "rate"  # cứ 100 người dân có 4, bình quân 12, 3 đảng viên/hộ: so many for each, no count
    MULTIPLE = "multiple"  # gấp đôi, gấp 3 lần: so many times another number


class Words(NamedTuple):
    """A few words in both languages."""

    vi: str
    en: str


WHY: dict[Doubt, Words] = {
    Doubt.DOT_DECIMAL: Words("dấu chấm đứng như dấu thập phân", "the stop stands as a decimal mark"),
    Doubt.COMMA_GROUP: Words("dấu phẩy có thể ngăn hàng nghìn", "the comma may group thousands"),
    Doubt.PERCENT_GROUP: Words("dấu chấm có thể là dấu thập phân", "the stop may be a decimal mark"),
    Doubt.SPACE: Words("có khoảng trắng trong số", "there is a space inside the number"),
    Doubt.BESIDE: Words("có chữ số khác đứng ngay cạnh", "other digits stand beside it"),
    Doubt.LETTER: Words("có chữ cái lẫn trong chữ số", "there is a letter among the digits"),
    Doubt.MARKS: Words("dấu chấm, dấu phẩy không theo cách viết số nào", "its stops and commas are those of no number"),
    Doubt.SIGN: Words("gạch nối đứng trước có thể là dấu trừ", "the hyphen before it may be a minus"),
    Doubt.DATE: Words("có thể là ngày, tháng", "it may be a day and a month"),
    Doubt.RANGE: Words("đây là một khoảng, không phải một số", "it is a range, not one number"),
    Doubt.RATIO: Words("đây là một phần của tổng số, không phải số đếm", "it is a fraction of a whole, not a count"),
    Doubt.FRACTION: Words("có thể là một phần của tổng số, không phải số đếm", "it may be a fraction of a whole"),
    Doubt.RATE: Words("đây là số bình quân, tỷ lệ cho mỗi đơn vị, không phải số đếm",
                      "it is a rate or an average, not a count"),
    Doubt.MULTIPLE: Words("đây là số lần, không phải số đếm", "it says how many times, not how many"),
}  # fmt: skip
"""Each doubt in words, to stand after the numeral: "7 397": there is a space inside the number."""

READ_ONE_WAY = frozenset([Doubt.DOT_DECIMAL, Doubt.COMMA_GROUP, Doubt.SPACE, Doubt.BESIDE, Doubt.FRACTION])
"""Doubts that ``check`` does not report if the value agrees and the numeral has no second reading."""
