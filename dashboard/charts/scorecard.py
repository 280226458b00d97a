"""The scorecard: every indicator of the chosen theme for every chosen place, in one table that is drawn as a chart."""

from __future__ import annotations

from typing import Final

from dashboard.charts.view import ALL, SCORECARD, View
from dashboard.records.dataset import Dataset
from dashboard.records.models.chart import Chart, Form
from dashboard.records.models.fields import Text

ID = SCORECARD
MOST_PLACES: Final = 40  # more columns nobody reads: choose places first


def chart(dataset: Dataset, view: View) -> Chart:
    """The chart of a view's scorecard: the indicators of its theme in the order declared, or of all themes.

    What says more of one figure alone (its share of the total beside it) is left to that figure.
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
