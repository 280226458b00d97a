"""What a chart says in one paragraph."""

from __future__ import annotations

from dashboard.charts.plan import Plan
from dashboard.charts.say import Sayer


def alt(plan: Plan, say: Sayer) -> str:
    """What the chart says, for those who can't see it: its title, then every row."""
    rows = [say.described(row, panel, plan) for panel in plan.panels for row in panel.rows]
    return f"{plan.chart.title[say.language]}. " + "; ".join(rows) + "."
