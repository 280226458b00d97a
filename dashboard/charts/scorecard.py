"""The scorecard: one table of all indicators of the chosen theme for all chosen places, drawn like a chart."""

from __future__ import annotations

from typing import Final

from dashboard.charts.view import ALL, SCORECARD, View
from dashboard.language.words import word
from dashboard.records.dataset import Dataset
from dashboard.records.models import Chart, Form, Text

ID = SCORECARD
MOST_PLACES: Final = 40  # more columns nobody reads: choose places first


def chart(dataset: Dataset, view: View) -> Chart:
    """The scorecard of a view: the indicators of its theme, or of all themes, in the order declared.

    Shares and changes of one figure are left out: they stand with that figure.
    """
    chosen = [one.id for one in dataset.indicators.values() if view.theme in (ALL, one.theme) and not one.beside]
    titles = {
        language: word("scorecard", language)
        if view.theme == ALL
        else word("scorecard_of", language, theme=dataset.themes[view.theme].name[language].lower())
        for language in ("vi", "en")
    }
    return Chart(
        id=ID,
        theme=next(iter(dataset.themes)) if view.theme == ALL else view.theme,
        form=Form.SCORECARD,
        title=Text(vi=titles["vi"], en=titles["en"]),
        counted=Text(vi=word("scorecard_counted", "vi"), en=word("scorecard_counted", "en")),
        indicators=chosen,
        note=Text(vi=word("scorecard_note", "vi"), en=word("scorecard_note", "en")),
        blanks=False,
    )
