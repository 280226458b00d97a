"""The header of a picture: title, what is counted in which unit, and the years."""

from __future__ import annotations

from typing import Final

from dashboard.charts.canvas import Canvas, safe
from dashboard.charts.fonts import wrap
from dashboard.charts.picture_sizes import Size
from dashboard.charts.plan import Plan
from dashboard.charts.wording import Wording
from dashboard.figures.figure import Figure
from dashboard.language.words import capital

_TITLE: Final = 32
_COUNTED: Final = 19
_TOP: Final = 26


def write(canvas: Canvas, plan: Plan, say: Wording, title: str, size: Size) -> float:
    """Write the header at the top of a canvas. Returns the y below it, in px."""
    y, large, small = float(_TOP), _TITLE * size.font_scale, _COUNTED * size.font_scale
    for line in wrap(title, large, size.inner, 700):
        canvas.words(safe(line), y + large * 0.65, large, weight=700, column="left", shift=size.pad)
        y += large * 1.3
    for line in wrap(capital(counted(plan, say)), small, size.inner):
        canvas.words(safe(line), y + small * 0.7, small, colour="$muted", column="left", shift=size.pad)
        y += small * 1.4
    return y + 10


def counted(plan: Plan, say: Wording) -> str:
    """What is counted in which unit, and the years: "người, toàn đảng bộ; 2018–2020"."""
    return "; ".join(filter(None, [plan.chart.counted[say.language], period(plan, say)]))


def period(plan: Plan, say: Wording) -> str:
    """The years that the figures of a chart span, and whether some have none: "2018, có số không ghi năm"."""
    if len({say.date(figure) for figure in plan.data}) == 1 and plan.data[0].when.unsettled:
        return plan.data[0].when.short(say.language)
    spans = years(plan)
    parts = [spans] if spans else []
    if any(not figure.as_of.dated for figure in plan.data):
        parts.append(say.word("some_undated" if spans else "undated"))
    if any(_bound(figure) for figure in plan.data):
        parts.append(say.word("some_unsettled"))
    return ", ".join(parts)


def years(plan: Plan) -> str:
    """The years that the dated figures of a chart span, or "". The bound of "not after 2021" does not count."""
    ends = [(figure.as_of.start, figure.as_of.end) for figure in plan.data if not _bound(figure)]
    found = [date.year for pair in ends for date in pair if date]
    if not found:
        return ""
    first, last = min(found), max(found)
    return str(first) if first == last else f"{first}–{last}"


def _bound(figure: Figure) -> bool:
    return figure.when.unsettled and None in (figure.as_of.start, figure.as_of.end)
