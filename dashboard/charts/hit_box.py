"""The band of a chart that a pointer can hit."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.charts.plan import Panel, Row


@dataclass(frozen=True)
class HitBox:
    """A band across the chart, in px from its top, and what it shows: one row of a panel, or one line of several."""

    items: tuple[tuple[Row, Panel], ...]
    top: float
    height: float

    @property
    def row(self) -> Row:
        """Its first row."""
        return self.items[0][0]

    @property
    def panel(self) -> Panel:
        """The panel of its first row."""
        return self.items[0][1]
