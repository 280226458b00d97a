"""The scorecard: one table of all indicators of the chosen theme for all chosen places, drawn like a chart."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dashboard.charts.plan import Plan
from dashboard.charts.view import ALL, SCORECARD, View
from dashboard.records.dataset import Dataset
from dashboard.records.models.chart import Chart, Form
from dashboard.records.models.fields import Text

ID = SCORECARD
MOST_PLACES: Final = 40  # more columns nobody reads: choose places first


def chart(dataset: Dataset, view: View) -> Chart:
    """The scorecard of a view: the indicators of its theme, or of all themes, in the order declared.

    Shares and changes of one figure are left out: they stand with that figure.
    """
    chosen = [one.id for one in dataset.indicators.values() if view.theme in (ALL, one.theme) and not one.beside]
    themed = view.theme != ALL and dataset.themes[view.theme].name
    title = Text.said("scorecard_of", theme=lambda of: themed[of].lower()) if themed else Text.said("scorecard")
    return Chart(
        id=ID,
        theme=next(iter(dataset.themes)) if view.theme == ALL else view.theme,
        form=Form.SCORECARD,
        title=title,
        counted=Text.said("scorecard_counted"),
        indicators=chosen,
        note=Text.said("scorecard_note"),
        blanks=False,
    )


def folded(plan: Plan) -> Plan:
    """A scorecard without the rows in which no place has a figure or words; why, is told below it (``missing``)."""
    filled = tuple(panel for panel in plan.panels if panel.data or any(row.words for row in panel.rows))
    return replace(plan, panels=filled)
