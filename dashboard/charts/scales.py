"""Whether a panel has bars or numbers only, and where its axis ends.

Readers compare every length on a page: where figures may not be compared there is a number and no bar. A panel of one
figure is a number too, even a share, since all shares share the axis from 0 to 100. Panels that only their levels keep
apart may be drawn on one scale.
"""

from __future__ import annotations

from enum import StrEnum

from dashboard.charts.plan import Panel, Plan, Row
from dashboard.figures.figure import Figure
from dashboard.language.hedges import Hedge
from dashboard.records.models.indicator import Kind

PERCENT = "%"
GIVE = 0.04  # the part of an axis that a striped end takes
UPWARD = (Hedge.OVER, Hedge.AT_LEAST, Hedge.ABOUT)


class Mode(StrEnum):
    """How the rows of a panel are drawn."""

    BARS = "bars"
    SHARE = "share"
    STACKED = "stacked"
    CHANGE = "change"
    NUMBER = "number"
    GRADE = "grade"


PLAIN = {Mode.NUMBER: "number", Mode.GRADE: "name"}  # modes without bars, and the size of their words


class Scales:
    """The scales of a plan; a part of a divided chart has those of the full chart. ``one_scale``: levels in true
    proportion."""

    def __init__(self, plan: Plan, *, one_scale: bool = False) -> None:
        self.plan = plan.whole or plan
        self.one_scale = one_scale

    def mode(self, panel: Panel) -> Mode:
        """How the rows of a panel are drawn."""
        panel = panel.whole or panel
        data = panel.data
        if not data or any(figure.grade for figure in data):
            return Mode.GRADE
        alone = len(data) == 1 and not panel.spread
        if self.plan.chart.stack and panel.indicator and panel.indicator.id == self.plan.chart.stack.whole:
            # One whole that nobody split is one number: a full bar would say nothing.
            split = any(not unsplit(row) for row in panel.rows if row.figure)
            return Mode.NUMBER if alone and not split and not self.one_scale else Mode.STACKED
        if self.plan.chart.form.pairs and all(before(row) is not None for row in panel.rows if row.figure):
            return Mode.CHANGE
        if panel.unit == PERCENT or all(figure.out_of for figure in data):
            return Mode.NUMBER if alone else Mode.SHARE
        return Mode.NUMBER if alone and len(self.beside(panel)) == 1 else Mode.BARS

    def barred(self, panel: Panel) -> bool:
        """Whether a panel has bars, or dots on an axis."""
        return self.mode(panel) not in PLAIN

    def beside(self, panel: Panel) -> list[Panel]:
        """The panels drawn on the same scale as this one, itself included: those of other levels, if ``one_scale``."""
        panel = panel.whole or panel
        if not self.one_scale or not panel.data:
            return [panel]
        return [
            other for other in self.plan.panels
            if other is panel or (
                other.indicator is panel.indicator and other.data and other.kind == panel.kind
                and other.unit != PERCENT and not all(figure.out_of for figure in other.data)
            )
        ]  # fmt: skip

    @property
    def across_levels(self) -> bool:
        """Whether any levels are drawn on one scale."""
        return any(self.barred(panel) and len(self.beside(panel)) > 1 for panel in self.plan.panels)

    def maximum(self, panel: Panel) -> float:
        """The end of a panel's axis: 100 for shares, else the largest value of the panels on its scale."""
        panel = panel.whole or panel
        mode = self.mode(panel)
        if mode == Mode.SHARE:
            # Attainments of plans may exceed 100: all are on one scale, so that 121,8% and 101% differ in length.
            attained = any(figure.kind is Kind.ATTAINMENT for figure in panel.data)
            everywhere = self.plan.data if attained else []
            return max([100.0, *(_reach(figure) for figure in everywhere if figure.kind is Kind.ATTAINMENT)])
        if mode == Mode.CHANGE:
            return max(max(figure.value or 0, before(row) or 0) for row in panel.rows if (figure := row.figure)) or 1
        rows = [row for other in self.beside(panel) for row in other.rows if row.figure]
        ends = [other.spread.high for other in self.beside(panel) if other.spread]
        if mode == Mode.STACKED:
            return max([max(row.figure.value or 0, parts(row)) for row in rows if row.figure] + ends, default=0) or 1
        return max([_reach(row.figure) for row in rows if row.figure] + ends, default=0) or 1


def before(row: Row) -> float | None:
    """The value before: printed with the figure, or that of an earlier figure."""
    return row.earlier.value if row.earlier else row.figure.before if row.figure else None


def unsplit(row: Row) -> bool:
    """Whether a whole's article gives none of its parts."""
    return bool(row.figure and row.parts and not any(row.parts))


def parts(row: Row) -> float:
    """The sum of the parts of a row."""
    return sum(part.value or 0 for part in row.parts if part)


def _reach(figure: Figure) -> float:
    """The end of an axis that leaves room for the striped end of a bar."""
    return (figure.value or 0) / (1 - GIVE if figure.hedge in UPWARD else 1)
