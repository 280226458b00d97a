"""The numerals of a text, for the tests of this folder."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import settings

from dashboard.language.numeral import Numeral
from dashboard.language.numerals import find

unhurried = settings(deadline=None)  # a busy machine is no failure


def only(text: str) -> Numeral:
    """The numeral of a text that has one."""
    (numeral,) = find(text)
    return numeral


def values(text: str) -> list[Decimal]:
    return [numeral.value for numeral in find(text)]
