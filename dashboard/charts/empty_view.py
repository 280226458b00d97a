"""Why a view shows no chart, and which similar views show some: those without one of its filters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from dashboard.charts import chart_selection
from dashboard.charts.figure_index import FigureIndex, in_period
from dashboard.charts.plan import Plan
from dashboard.charts.view import ALL, View, default
from dashboard.figures.comparability import Verdict, judge
from dashboard.figures.figure import Figure
from dashboard.records.dataset import Dataset
from dashboard.records.models.fields import Text
from dashboard.records.models.rule import Rule

_MOST: Final = 3  # places named that would give something to compare with


@dataclass(frozen=True)
class Apart:
    """A reason why figures can't be compared, and in how many charts. Without ``reason``: only one place has
    figures."""

    charts: int
    reason: Text | None = None
    remedy: Text | None = None


@dataclass(frozen=True)
class Way:
    """A way out: a view that shows ``charts`` charts. ``without`` names the filter that it drops, "all" for every
    filter, "place" where it adds ``place``."""

    without: str
    view: View
    charts: int
    place: str = ""


@dataclass(frozen=True)
class EmptyView:
    """What to say of an empty view, and the ways out. ``apart``: why figures do not compare, where only comparable ones
    were asked for."""

    apart: tuple[Apart, ...]
    ways: tuple[Way, ...]


def why(dataset: Dataset, figures: FigureIndex, view: View) -> EmptyView:
    """Explain a view that shows no chart."""
    ways = list(_without_a_filter(dataset, figures, view))
    found: tuple[Apart, ...] = ()
    if view.comparable:
        found = apart(chart_selection.declared_plans(dataset, figures, view)[0], dataset.rules)
        ways = [*_with_another(dataset, figures, view), *ways]
    if not ways:
        plain = default(dataset, view.language)
        ways = [Way("all", plain, _charts(dataset, figures, plain))]
    return EmptyView(found, tuple(ways))


def apart(plans: Iterable[Plan], rules: Mapping[str, Rule]) -> tuple[Apart, ...]:
    """The reasons why the figures of charts can't be compared, by the number of charts; a chart may have several.

    Only figures of one indicator are judged: that two indicators differ is no news.
    """
    charts: Counter[tuple[Text, Text] | None] = Counter()
    for plan in plans:
        by_indicator: dict[str, list[Figure]] = {}
        for panel in plan.panels:
            for figure in panel.data:
                by_indicator.setdefault(figure.indicator, []).append(figure)
        shared = [group for group in by_indicator.values() if len({figure.locality for figure in group}) > 1]
        charts.update({
            (reason.text, reason.remedy)
            for group in shared
            for reason in judge(group, rules).reasons
            if reason.verdict is Verdict.NOT_COMPARABLE
        })  # fmt: skip
        if by_indicator and not shared:
            charts[None] += 1
    return tuple(Apart(count, *(why or (None, None))) for why, count in charts.most_common())


def _without_a_filter(dataset: Dataset, figures: FigureIndex, view: View) -> Iterator[Way]:
    filters: dict[str, dict[str, object]] = {
        "comparable": {"comparable": False},
        "theme": {"theme": view.theme if view.query else ALL},  # a search is of all themes
        "level": {"level": ALL},
        "years": {"first_year": None, "last_year": None},
        "query": {"query": ""},
        "places": {"places": ()},
    }
    for name, plain in filters.items():
        other = replace(view, chart="", **plain)  # type: ignore[arg-type]  # of the fields named above
        if other != replace(view, chart="") and (count := _charts(dataset, figures, other)):
            yield Way(name, other, count)


def _with_another(dataset: Dataset, figures: FigureIndex, view: View) -> Iterator[Way]:
    """Views with one more place: those with most figures that compare with those of the chosen places."""
    shown = {id for chart in dataset.charts.values() if view.theme in (ALL, chart.theme) for id in chart.indicators}
    company: Counter[str] = Counter()
    for place in view.places:
        for one in figures.by_place.get(place, ()):
            if one.indicator in shown and in_period(one, view):
                others = figures.by_indicator[one.indicator]
                alike = {other.locality for other in others if figures.key(other) == figures.key(one)}
                company.update(alike - set(view.places))
    for place, _ in company.most_common(_MOST):
        other = replace(view, places=(*view.places, place), chart="")
        if count := _charts(dataset, figures, other):
            yield Way("place", other, count, place)


def _charts(dataset: Dataset, figures: FigureIndex, view: View) -> int:
    return len(chart_selection.plans(dataset, figures, view)[0])
