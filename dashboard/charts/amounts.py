"""The numbers of a comparison in words: what is compared of a figure, how much more one has, how many times as much.

An amount is the difference of the numbers as they are shown.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dashboard.charts.figure_wording import exact
from dashboard.charts.scales import PERCENT
from dashboard.charts.wording import Wording
from dashboard.figures.comparability.partitioning_traits import what
from dashboard.figures.figure import Figure
from dashboard.language.number_format import format_number
from dashboard.records.models.indicator import Kind

COUNTS: Final = frozenset({Kind.STOCK, Kind.FLOW, Kind.VISITS, Kind.CHANGE})
"""Of these there is more or less."""
_TIMES: Final = 1.3  # from which on "1.4 times as many" is clearer than "40% more"
_NEAR: Final = 0.005  # how far a factor may be rounded without "about", as a part of it


def share(figure: Figure) -> bool:
    """Whether it is a count of a total, which is compared as a share."""
    return bool(figure.out_of)


def counted(figure: Figure) -> bool:
    """Whether of it there is more or less, not a higher or lower one."""
    return figure.kind in COUNTS and figure.named("unit", "vi") != PERCENT and not share(figure)


def height(figure: Figure) -> float:
    """What is compared: the value, of a count with its total the share in per cent."""
    assert figure.value is not None
    return figure.value / figure.out_of * 100 if figure.out_of else figure.value


def _digits(figure: Figure, say: Wording) -> int | None:
    """The decimals with which it is shown; None for as many as it has."""
    if share(figure):
        return 1
    formula = say.dataset.indicators[figure.indicator].formula
    return formula.digits if formula else None


def shown(figure: Figure, say: Wording) -> float:
    """What is compared, as rounded as it is shown."""
    digits = _digits(figure, say)
    return height(figure) if digits is None else round(height(figure), digits)


def value(figure: Figure, say: Wording, *, alone: bool = False) -> str:
    """The number as it is compared: of a count with its total the share, with both behind it unless ``alone``."""
    if figure.grade:
        return say.word("say.grade", grade=say.value(figure))
    if not share(figure):
        return say.value(figure)
    part = f"{format_number(exact(shown(figure, say)), say.language)}{PERCENT}"
    return part if alone else f"{part} ({say.value(figure)})"


def amount(low: Figure, high: Figure, say: Wording) -> str:
    """The difference with its unit; of per cent in percentage points."""
    difference = round(abs(shown(high, say) - shown(low, say)), 6)
    number = format_number(exact(difference), say.language)
    if share(high) or high.named("unit", "vi") == PERCENT:
        return say.word("say.points", n=number)
    formula = say.dataset.indicators[high.indicator].formula
    if not formula:
        number = say.value(replace(high, value=difference, before=None, hedge=None))
    unit = say.unit((formula and formula.change and what(high)[1]) or high.indicator)  # of what rose or fell
    if number.endswith(unit) or say.language != "vi":
        return number  # in English the name of the indicator says it, and a unit would need its singular
    return f"{number} {unit.partition('/')[0].strip()}"  # what it is a ratio to, the name says


def factor(low: Figure, high: Figure, say: Wording) -> str:
    """How many times as much, or by what part more, to follow an amount; "" where that says nothing."""
    below, above = shown(low, say), shown(high, say)
    if high.named("unit", "vi") == PERCENT or share(high) or high.kind is Kind.CHANGE or below <= 0:
        return ""
    times = height(high) / height(low)
    many = times >= _TIMES
    part, seen = (times, above / below) if many else ((times - 1) * 100, (above / below - 1) * 100)
    digits = 1 if part < 10 else 0
    rounded = round(part, digits)
    if not rounded:
        return ""
    about = "" if all(abs(rounded - one) <= _NEAR * one for one in (part, seen)) else "about_"
    number = format_number(exact(rounded), say.language)
    said = say.word(f"say.{about}times", factor=number) if many else say.word(f"say.{about}percent", n=number)
    return say.word("say.factor", said=said)
