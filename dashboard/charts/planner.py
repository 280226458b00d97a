"""Plans charts: which places have a row, what the row shows, and why others have none."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise
from typing import Final

from dashboard.charts.figure_index import FigureIndex, in_period
from dashboard.charts.panels import panels
from dashboard.charts.plan import Panel, Plan, Row
from dashboard.charts.view import ALL, View
from dashboard.figures.absence import Absence
from dashboard.figures.comparability import Verdict, judge
from dashboard.figures.figure import Figure
from dashboard.records.dataset import Dataset
from dashboard.records.models.chart import Chart, Form
from dashboard.records.models.fields import Text
from dashboard.records.models.figure import BlankKind
from dashboard.records.places import ancestors

_SHARED: Final = 3  # places from which on one reason is told once


class Planner:
    """Plans charts over one data set and one choice of places, level and years."""

    def __init__(self, dataset: Dataset, data: FigureIndex | Iterable[Figure], view: View) -> None:
        self.dataset = dataset
        self.view = view
        self.figures = data if isinstance(data, FigureIndex) else FigureIndex(dataset, data)

    @cached_property
    def scope(self) -> set[str]:
        """The places that may have a row."""
        return _scope(self.figures, self.view)

    @cached_property
    def _everything(self) -> list[Figure]:
        """The figures of the scope, of all years."""
        if self.view.places:
            return [figure for place in sorted(self.scope) for figure in self.figures.by_place.get(place, ())]
        return [figure for figure in self.figures.all if figure.locality in self.scope]

    @cached_property
    def data(self) -> list[Figure]:
        """The figures of the scope, of the chosen years."""
        return [figure for figure in self._everything if in_period(figure, self.view)]

    @cached_property
    def outside(self) -> set[tuple[str, str]]:
        """The places and indicators that have figures of other years."""
        return {(figure.locality, figure.indicator) for figure in self._everything if not in_period(figure, self.view)}

    @cached_property
    def subjects(self) -> dict[str, str]:
        """The places of the scope that articles are about, each with its article."""
        return {place: article for place, article in self.figures.absences.about.items() if place in self.scope}

    @cached_property
    def of_indicator(self) -> dict[str, list[Figure]]:
        """The figures of each indicator."""
        found: dict[str, list[Figure]] = {}
        for figure in self.data:
            found.setdefault(figure.indicator, []).append(figure)
        return found

    @cached_property
    def facts(self) -> dict[Hashable, Figure]:
        """The first figure of each indicator, article, place, part and date."""
        found: dict[Hashable, Figure] = {}
        for figure in self.data:
            found.setdefault(self._about(figure.indicator, figure), figure)
        return found

    @cached_property
    def computed(self) -> dict[str, Figure]:
        """The share or change computed from one figure, by the id of that figure."""
        return {
            source: figure
            for figure in self.data
            if figure.computed and self.dataset.indicators[figure.indicator].beside
            for source in figure.inputs
        }

    def plan(self, chart: Chart) -> Plan:
        """The plan of one chart; cached. It depends on no language, page or other chart."""
        view = self.view
        shown = frozenset(self.scope) if view.places else None
        about = (chart.id, *chart.indicators, shown, view.level, view.first_year, view.last_year, view.sort)
        return self.figures.cached(about, lambda: self._plan(chart), lambda plan: plan.size)

    def _plan(self, chart: Chart) -> Plan:
        indicators = [chart.stack.whole] if chart.stack else chart.indicators
        found: list[Panel] = []
        spoken: set[str] = set()
        refused: dict[Absence, tuple[str, ...]] = {}
        for id in indicators:
            figures = self.of_indicator.get(id, [])
            if chart.form is Form.TIME:
                found += panels(chart, self.dataset.indicators[id], self._over_time(figures), self.figures, self.view)
                continue
            rows = [self._row(chart, figure) for figure in figures if _fits(chart, figure)]
            rows += self._words_only(id)
            alone, shared = self._refused(chart, id, {row.locality for row in rows})
            rows += alone
            for why, places in shared.items():
                refused[why] = tuple(sorted({*refused.get(why, ()), *places}, key=self._name))
            if chart.form.in_cells:
                rows += self._of_other_years(id, {row.locality for row in rows})
            spoken |= {row.locality for row in rows}
            if self._asked_for(chart, indicators):
                rows += self._blanks(id, spoken)
            found += panels(chart, self.dataset.indicators[id], rows, self.figures, self.view)
        if chart.stack:
            found += self._orphans(chart)
        plan = Plan(chart, tuple(found), tuple(refused.items()), self.figures.absences)
        return (
            plan if self._asked_for(chart, indicators) or chart.form is Form.TIME else self._without_rows(plan, spoken)
        )

    def _asked_for(self, chart: Chart, indicators: Sequence[str]) -> bool:
        """Whether places without a figure get a row: only chosen places do, in charts that count one thing.

        Of all places together most have no figure of it; they are named below the chart.
        """
        return bool(self.view.places) and chart.blanks and len(indicators) == 1

    def _without_rows(self, plan: Plan, hidden: set[str]) -> Plan:
        """The plan with the places that have no row, and why. ``hidden`` are those whose row was left out."""
        shown = [*plan.chart.indicators, *((plan.chart.stack.whole,) if plan.chart.stack else ())]
        spoken = hidden | {row.locality for panel in plan.panels for row in panel.rows}
        spoken |= {place for _, places in plan.absent for place in places}
        found: dict[Absence, list[str]] = {}
        for place in sorted(set(self.subjects) - spoken, key=self._name):
            absent = self._why_nothing(place, shown)
            if absent.kind is not BlankKind.NOT_APPLICABLE:
                found.setdefault(replace(absent, article="", words=None), []).append(place)
        more = ((absent, tuple(places)) for absent, places in found.items())
        return replace(plan, absent=(*plan.absent, *sorted(more, key=lambda one: one[0].rank)))

    def _why_nothing(self, place: str, shown: Sequence[str]) -> Absence:
        """Why a place has no row on a chart of some indicators."""
        if any((place, id) in self.outside for id in shown):
            return Absence(BlankKind.OTHER_YEARS, self.subjects.get(place, ""))
        absences = self.figures.absences
        # A figure that the chart does not show, such as one without a value before, is none here.
        return absences.among(place, [self.dataset.indicators[id] for id in shown]) or absences.unread(place)

    def _row(self, chart: Chart, figure: Figure) -> Row:
        parts: tuple[Figure | None, ...] = ()
        if chart.stack:
            parts = tuple(self._same(id, figure) for id in chart.stack.parts)
        # What follows from a before and an after is said only where both are drawn.
        computed = self.computed.get(figure.id) if figure.before is None or chart.form is Form.CHANGE else None
        return Row(figure.locality, figure, parts, computed, article=figure.article)

    def _same(self, indicator: str, figure: Figure) -> Figure | None:
        """The figure of another indicator for the same place, part and date in the same article."""
        return self.facts.get(self._about(indicator, figure))

    @staticmethod
    def _about(indicator: str, figure: Figure) -> Hashable:
        return indicator, figure.article, figure.locality, figure.part, figure.as_of.text, figure.length

    def _orphans(self, chart: Chart) -> list[Panel]:
        """Panels of the parts whose whole is not printed: no figure is left out."""
        assert chart.stack
        found: list[Panel] = []
        for id in chart.stack.parts:
            rows = [
                Row(figure.locality, figure, article=figure.article)
                for figure in self.of_indicator.get(id, [])
                if not self._same(chart.stack.whole, figure)
            ]
            found += panels(chart, self.dataset.indicators[id], rows, self.figures, self.view)
        return found

    def _over_time(self, figures: Sequence[Figure]) -> list[Row]:
        """One row for every two successive figures of a place."""
        by_place: dict[tuple[str, str], list[Figure]] = {}
        for figure in sorted(figures, key=lambda figure: figure.as_of.sort_key):
            if figure.as_of.dated and figure.value is not None:
                by_place.setdefault((figure.locality, figure.part), []).append(figure)
        rows = []
        for (place, _), dated in by_place.items():
            for earlier, figure in pairwise(dated):
                if earlier.as_of == figure.as_of:
                    continue
                judgement = judge([earlier, figure], self.dataset.rules)
                grave = [reason.text for reason in judgement.reasons if reason.verdict is Verdict.NOT_COMPARABLE]
                if not earlier.when.before(figure.when):
                    grave.append(Text.said("why_which_first"))
                if grave:
                    why = Text(**{name: "; ".join(text[name] for text in grave) for name in ("vi", "en")})
                    rows.append(Row(place, absent=Absence(BlankKind.REFUSED, figure.article, why)))
                else:
                    rows.append(Row(place, figure, earlier=earlier, article=figure.article))
        return rows

    def _refused(
        self, chart: Chart, indicator: str, spoken: set[str]
    ) -> tuple[list[Row], dict[Absence, tuple[str, ...]]]:
        """Rows of the places for which a rule forbids to compute the indicator.

        Places that share a reason and were not chosen are named below the chart with it; so are all places of a
        scorecard, whose cells have no room for a reason.
        """
        found: dict[Absence, dict[str, Absence]] = {}
        for place, absent in self.figures.absences.refused(self.dataset.indicators[indicator]):
            if place in self.scope and place not in spoken:
                found.setdefault(replace(absent, article=""), {})[place] = absent
        rows, shared = [], {}
        cells = chart.form.in_cells
        for why, places in found.items():
            told_once = cells or not (len(places) < _SHARED or self.view.places)
            if cells or not told_once:
                rows += [Row(place, absent=absent, article=absent.article) for place, absent in places.items()]
            if told_once:
                shared[why] = tuple(sorted(places, key=self._name))
        return rows, shared

    def _words_only(self, indicator: str) -> list[Row]:
        return [
            Row(place, absent=Absence(BlankKind.WORDS_ONLY, article, words=blank), article=article)
            for place, article, blank in self.dataset.blanks_by_indicator.get(indicator, ())
            if place in self.scope
        ]

    def _of_other_years(self, indicator: str, spoken: set[str]) -> list[Row]:
        """Rows of the places whose figures are all of other years than the chosen ones: their cell may not say that
        there are none."""
        places = sorted(place for place, id in self.outside if id == indicator and place not in spoken)
        return [self._blank(place, Absence(BlankKind.OTHER_YEARS, self.subjects.get(place, ""))) for place in places]

    def _blank(self, place: str, absent: Absence) -> Row:
        return Row(place, absent=absent, article=absent.article)

    def _blanks(self, indicator: str, spoken: set[str]) -> list[Row]:
        return [
            self._blank(place, self._why_nothing(place, [indicator])) for place in self.subjects if place not in spoken
        ]

    def _name(self, locality: str) -> tuple[object, ...]:
        return self.figures.name(locality)


def resolve(dataset: Dataset, places: Iterable[str], with_data: set[str]) -> set[str]:
    """The chosen places; one without figures stands for those in it that have some."""
    found: set[str] = set()
    for place in places:
        found |= {place} if place in with_data else {id for id in with_data if place in ancestors(id, dataset)}
    return found


def _scope(figures: FigureIndex, view: View) -> set[str]:
    """The places that may have a row: those chosen, or all that a figure, an article or its words are about."""
    dataset, with_data = figures.dataset, set(figures.by_place)
    others = {article.locality for article in dataset.articles.values()}
    others |= {blank.locality for file in dataset.files.values() for blank in file.blanks if blank.locality}
    places = (
        resolve(dataset, view.places, with_data) | (others & set(view.places)) if view.places else with_data | others
    )
    if view.level != ALL:
        places = {place for place in places if dataset.localities[place].level == view.level}
    return places


def _fits(chart: Chart, figure: Figure) -> bool:
    """Whether a chart shows a figure: a chart of changes shows only those with a value before."""
    return chart.form is not Form.CHANGE or figure.before is not None
