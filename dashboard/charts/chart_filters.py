"""Filters charts: by a search, and by whether anything in them can be compared."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dashboard.charts.plan import Panel, Plan
from dashboard.figures.comparability import Verdict
from dashboard.language.vietnamese import search_key
from dashboard.language.words import LANGUAGES
from dashboard.records.dataset import Dataset
from dashboard.records.models.chart import Chart
from dashboard.records.models.indicator import Indicator


def matching(charts: Iterable[Chart], query: str, dataset: Dataset) -> list[Chart]:
    """The charts that have every word of a search in their title or in what they count. Accents and case are
    ignored."""
    words = search_key(query).split()
    return [chart for chart in charts if all(word in _said(chart, dataset) for word in words)]


def matching_indicators(query: str, dataset: Dataset) -> list[str]:
    """The ids of the indicators that have every word of a search in their name, definition or words."""
    words = search_key(query).split()
    return [id for id, one in dataset.indicators.items() if all(word in _named(one) for word in words)]


def comparable(plans: Iterable[Plan]) -> list[Plan]:
    """Each plan with only the panels that compare something: two figures or more of several places or dates that may
    share an axis, or a change over time. Plans without such a panel, and scorecards, are left out."""
    left = []
    for plan in plans:
        panels = tuple(panel for panel in plan.panels if _sets_side_by_side(panel))
        if panels and not plan.chart.form.in_cells:
            left.append(replace(plan, panels=panels, absent=()))
    return left


def _sets_side_by_side(panel: Panel) -> bool:
    if panel.judgement.verdict is Verdict.NOT_COMPARABLE:
        return False
    several = {(row.locality, row.figure.as_of) for row in panel.rows if row.figure}
    return len(several) > 1 or any(row.earlier for row in panel.rows)


def _named(indicator: Indicator) -> str:
    texts = [text[language] for text in (indicator.name, indicator.definition) for language in LANGUAGES]
    return search_key(" ".join([*texts, *indicator.words]))


def _said(chart: Chart, dataset: Dataset) -> str:
    """The texts that a search looks through, in both languages, without accents."""
    shown = chart.shown
    texts = [chart.title, chart.counted]
    for indicator in (dataset.indicators[id] for id in shown):
        texts += [indicator.name, indicator.unit]
    words = [word for id in shown for word in dataset.indicators[id].words]
    return search_key(" ".join([text[language] for text in texts for language in ("vi", "en")] + words))
