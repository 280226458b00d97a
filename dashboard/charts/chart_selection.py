"""Which charts a view shows, in which order, and under which address each can be found again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlencode

from dashboard.charts import chart_filters, comparison_chart, scorecard, single_figures
from dashboard.charts.figure_index import FigureIndex
from dashboard.charts.plan import Plan, split
from dashboard.charts.planner import Planner
from dashboard.charts.view import ALL, COMPARISON, View, parameters
from dashboard.figures.figure import Figure
from dashboard.records.dataset import Dataset
from dashboard.records.models.chart import Chart


def plans(dataset: Dataset, figures: FigureIndex | Sequence[Figure], view: View) -> tuple[list[Plan], list[Plan]]:
    """The charts of a view in the order of their declaration, then the table of what stands alone and the scorecard;
    and those with nothing to show. Of a view without a theme the chart of its answer.

    ``figures`` are all of the data set.
    """
    if not view.theme:
        found = one(dataset, figures, view, COMPARISON)
        return [found] if found else [], []
    said, empty = declared_plans(dataset, figures, view)
    said = single_figures.gathered(said, dataset, view)
    planner = Planner(dataset, figures, view)
    if view.comparable:
        return chart_filters.comparable(said), []
    if said and not view.query and len(planner.scope) <= scorecard.MOST_PLACES:
        said += split([scorecard.folded(planner.plan(scorecard.chart(dataset, view)))])[0]
    return said, empty


def declared_plans(
    dataset: Dataset, figures: FigureIndex | Sequence[Figure], view: View
) -> tuple[list[Plan], list[Plan]]:
    """The charts declared for a view, each whole, with something and with nothing to show."""
    planner = Planner(dataset, figures, view)
    charts = [chart for chart in dataset.charts.values() if view.query or view.theme in (ALL, chart.theme)]
    return split([planner.plan(chart) for chart in chart_filters.matching(charts, view.query, dataset)])


def one(dataset: Dataset, figures: FigureIndex | Sequence[Figure], view: View, id: str) -> Plan | None:
    """The plan of one chart, for the places, level and years of a view, whatever its theme; None where it shows
    nothing. What stands alone is left out, unless the chart holds nothing else.

    Raises KeyError for an unknown chart.
    """
    if id == COMPARISON:
        index = figures if isinstance(figures, FigureIndex) else FigureIndex(dataset, figures)
        return comparison_chart.plan(index, view)
    if id == single_figures.ID:
        return next((plan for plan in plans(dataset, figures, view)[0] if plan.chart.id == id), None)
    plan = Planner(dataset, figures, view).plan(declared(dataset, view, id))
    said, _ = split([scorecard.folded(plan) if id == scorecard.ID else plan])
    if view.comparable:
        said = chart_filters.comparable(said)
    if not said or id == scorecard.ID:
        return said[0] if said else None
    rest = single_figures.apart(said[0], view)
    return rest if rest.panels else said[0]


def declared(dataset: Dataset, view: View, id: str) -> Chart:
    """A chart by its id, or the view's scorecard. Raises KeyError for an unknown chart."""
    return scorecard.chart(dataset, view) if id == scorecard.ID else dataset.charts[id]


def link(view: View, dataset: Dataset, chart: str = "") -> str:
    """The address of a view, or of one chart in it, relative to the page: "?theme=staff&chart=payroll"."""
    chosen = replace(view, chart=chart, theme="" if chart == COMPARISON else view.theme)
    return "?" + urlencode(parameters(chosen, dataset), safe=",")
