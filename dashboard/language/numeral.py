"""One numeral of a text, as it is read: its place, its value, and what stands directly around it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from dashboard.language.doubts import Doubt
from dashboard.language.hedges import Hedge


@dataclass(frozen=True, slots=True)
class Numeral:
    """One numeral: ``text[start:end]``, with its scale word and per cent sign, without its hedge.

    ``out_of`` is the total, in 223/226. ``words``: whether it is spelled out. ``hedge_text`` is the hedge as printed,
    in NFC ("" if none). ``doubt`` says why it may mean something else, and ``otherwise`` is the value it then has:
    for 3-5 the other end, for bốn phần năm 80 per cent. ``points``: whether it is in percentage points
    (3,5 điểm phần trăm), which are not per cent.
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
        """Whether a number is one of its readings; the share of a fraction in words may be rounded to any place."""
        if number is None or self.otherwise is None or self.doubt is not Doubt.RATIO:
            return number is not None and number in (self.value, self.otherwise)
        places = max(0, -int(number.as_tuple().exponent)) if number.is_finite() else 0
        return number == self.value or number == round(self.otherwise, places)
