"""What a chart shows: its panels, their rows, the blanks between them, and what must be said about it.

A panel is one axis. Figures of another indicator, level, rating scheme or base never share one (DOMAIN.md), unless the
chart is of a ratio that removes size.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from dashboard.charts.datum import Datum
from dashboard.comparability import Judgement, base, judge
from dashboard.dataset import Dataset
from dashboard.models import Blank, BlankKind, Chart, Form, Indicator, Kind, Level, Reading
from dashboard.places import ancestors
from dashboard.vietnamese import sort_key
from dashboard.view import ALL, View

LEVELS = list(Level)


@dataclass(frozen=True)
class Row:
    """One place in a panel: its figure with its parts, or the reason why there is none."""

    locality: str
    datum: Datum | None = None
    parts: tuple[Datum | None, ...] = ()
    computed: Datum | None = None
    blank: BlankKind | None = None
    out_of_period: bool = False
    words: Blank | None = None
    article: str = ""

    @property
    def data(self) -> list[Datum]:
        """Every figure that the row shows."""
        return [datum for datum in (self.datum, *self.parts, self.computed) if datum]


@dataclass(frozen=True)
class Panel:
    """Rows on one axis. ``indicator`` is None for the panel of blanks; ``level`` where levels share an axis."""

    indicator: Indicator | None
    level: Level | None
    rows: tuple[Row, ...]
    judgement: Judgement

    @property
    def data(self) -> list[Datum]:
        """The figures that share the axis."""
        return [row.datum for row in self.rows if row.datum]

    @cached_property
    def repeated(self) -> frozenset[str]:
        """The places that have several rows, of different dates or articles."""
        count = Counter(row.locality for row in self.rows)
        return frozenset(place for place in count if count[place] > 1)

    @property
    def unit(self) -> str:
        """ "%" or the Vietnamese unit."""
        return self.indicator.unit.vi if self.indicator else ""


@dataclass(frozen=True)
class Plan:
    """A chart about to be drawn, and the places that have no row on it though they are the subject of an article.

    ``silent``: their articles print nothing on it. ``unread``: only an excerpt was read. ``outside``: what they print
    is of another period than the chosen one. Where nothing on the chart applies to a place, nothing is said of it.
    """

    chart: Chart
    panels: tuple[Panel, ...]
    silent: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()

    @property
    def data(self) -> list[Datum]:
        """Every figure on the chart, parts and computed ones included, each once."""
        return list({datum.id: datum for panel in self.panels for row in panel.rows for datum in row.data}.values())

    @property
    def has_values(self) -> bool:
        """Whether any figure is on it."""
        return bool(self.data)

    @property
    def levels(self) -> list[Level]:
        """The levels on it, from the top down."""
        found = {panel.level for panel in self.panels}
        return [level for level in LEVELS if level in found]


class Planner:
    """Plans charts over one data set and one choice of places, level and years."""

    def __init__(self, dataset: Dataset, data: Iterable[Datum], view: View) -> None:
        self.dataset = dataset
        self.view = view
        self.scope = _scope(dataset, view)
        everything = [datum for datum in data if datum.locality in self.scope]
        self.data = [datum for datum in everything if _in_period(datum, view)]
        self.outside = {(datum.locality, datum.indicator) for datum in everything if not _in_period(datum, view)}
        # Where a place has several articles, one that was read in full tells more than an excerpt.
        by_reading = sorted(dataset.articles.items(), key=lambda item: item[1].text.read is Reading.FULL)
        self.subjects = {article.locality: id for id, article in by_reading if article.locality in self.scope}
        self.of_indicator: dict[str, list[Datum]] = {}
        for datum in self.data:
            self.of_indicator.setdefault(datum.indicator, []).append(datum)
        self.facts: dict[tuple[object, ...], Datum] = {}
        for datum in self.data:
            self.facts.setdefault((datum.indicator, datum.article, datum.locality, datum.as_of), datum)
        self.computed = {
            source: datum for datum in self.data if datum.computed and len(datum.inputs) == 1 for source in datum.inputs
        }

    def plan(self, chart: Chart) -> Plan:
        """The panels of one chart."""
        indicators = [chart.stack.whole] if chart.stack else chart.indicators
        panels: list[Panel] = []
        spoken: set[str] = set()
        for id in indicators:
            rows = [self._row(chart, datum) for datum in self.of_indicator.get(id, []) if _fits(chart, datum)]
            rows += self._words_only(id)
            spoken |= {row.locality for row in rows}
            if chart.blanks and len(indicators) == 1:
                rows += self._blanks(id, spoken)
            panels += self._panels(chart, self.dataset.indicators[id], rows)
        if chart.stack:
            panels += self._orphans(chart)
        plan = Plan(chart, tuple(panels))
        return self._without_rows(plan) if len(indicators) > 1 or not chart.blanks else plan

    def _without_rows(self, plan: Plan) -> Plan:
        """The plan with the places that it has no row for, and why."""
        shown = [*plan.chart.indicators, *((plan.chart.stack.whole,) if plan.chart.stack else ())]
        levels = {level for id in shown for level in self.dataset.indicators[id].levels}
        spoken = {row.locality for panel in plan.panels for row in panel.rows}
        silent, unread, outside = [], [], []
        for place in sorted(set(self.subjects) - spoken, key=self._name):
            if any((place, id) in self.outside for id in shown):
                outside.append(place)
            elif self.dataset.localities[place].level not in levels:
                continue
            elif self.dataset.articles[self.subjects[place]].text.read is Reading.EXCERPT:
                unread.append(place)
            else:
                silent.append(place)
        return replace(plan, silent=tuple(silent), unread=tuple(unread), outside=tuple(outside))

    def _row(self, chart: Chart, datum: Datum) -> Row:
        parts: tuple[Datum | None, ...] = ()
        if chart.stack:
            parts = tuple(self._same(id, datum) for id in chart.stack.parts)
        # What follows from a before and an after is said only where both are drawn.
        computed = self.computed.get(datum.id) if datum.before is None or chart.form is Form.CHANGE else None
        return Row(datum.locality, datum, parts, computed, article=datum.article)

    def _same(self, indicator: str, datum: Datum) -> Datum | None:
        """The figure of another indicator printed for the same place and date in the same article."""
        return self.facts.get((indicator, datum.article, datum.locality, datum.as_of))

    def _orphans(self, chart: Chart) -> list[Panel]:
        """Parts printed where their whole is not: nothing that was read is left out."""
        assert chart.stack
        panels = []
        for id in chart.stack.parts:
            rows = [
                Row(datum.locality, datum, article=datum.article)
                for datum in self.of_indicator.get(id, [])
                if not self._same(chart.stack.whole, datum)
            ]
            panels += self._panels(chart, self.dataset.indicators[id], rows)
        return panels

    def _words_only(self, indicator: str) -> list[Row]:
        rows = []
        for article, file in self.dataset.files.items():
            for blank in file.blanks:
                place = blank.locality or file.locality
                if blank.indicator == indicator and place in self.scope:
                    rows.append(Row(place, blank=BlankKind.WORDS_ONLY, words=blank, article=article))
        return rows

    def _blanks(self, indicator: str, spoken: set[str]) -> list[Row]:
        rows = []
        for place, article in self.subjects.items():
            if place in spoken:
                continue
            if (place, indicator) in self.outside:
                rows.append(Row(place, out_of_period=True, article=article))
                continue
            kind = BlankKind.NOT_STATED
            if self.dataset.localities[place].level not in self.dataset.indicators[indicator].levels:
                kind = BlankKind.NOT_APPLICABLE
            elif self.dataset.articles[article].text.read is Reading.EXCERPT:
                kind = BlankKind.EXCERPT_ONLY
            rows.append(Row(place, blank=kind, article=article))
        return rows

    def _panels(self, chart: Chart, indicator: Indicator, rows: list[Row]) -> list[Panel]:
        """Rows parted so that those of one panel may share an axis."""
        groups: dict[tuple[int, str, tuple[str, str]], list[Row]] = {}
        for row in sorted(rows, key=lambda row: self._name(row.locality)):
            level = self.dataset.localities[row.locality].level
            rank = -1 if chart.cross_levels and indicator.kind is Kind.RATIO else LEVELS.index(level)
            datum = row.datum
            key = (rank, datum.scheme, base(datum)) if datum else (rank, "", ("", ""))
            groups.setdefault(key, []).append(row)
        panels = []
        # Panels that differ in no more than what an article leaves open follow each other by name, never by value.
        for (rank, _, _), members in sorted(groups.items(), key=lambda item: (*item[0][:2], item[0][2][0])):
            ordered = tuple(self._sorted(members))
            judgement = judge([row.datum for row in ordered if row.datum])
            panels.append(Panel(indicator, None if rank < 0 else LEVELS[rank], ordered, judgement))
        return panels

    def _sorted(self, rows: list[Row]) -> list[Row]:
        """By name, value or date within a panel; what has no value or no date stands last.

        What has no year is never ranked. Where every figure has a total, its share is what is drawn, so what counts.
        """
        by_name = sorted(rows, key=lambda row: self._name(row.locality))
        if self.view.sort == "value":
            shares = all(row.datum.out_of for row in rows if row.datum)

            def value(datum: Datum | None) -> tuple[int, float]:
                if datum is None:
                    return 2, 0
                if datum.value is None or not datum.as_of.dated:
                    return 1, 0
                return 0, -(datum.value / datum.out_of if shares and datum.out_of else datum.value)

            return sorted(by_name, key=lambda row: value(row.datum))
        if self.view.sort == "date":
            return sorted(by_name, key=lambda row: str(row.datum.as_of.end or "9") if row.datum else "99")
        return sorted(by_name, key=lambda row: row.datum is None)

    def _name(self, locality: str) -> tuple[object, ...]:
        return (sort_key(self.dataset.localities[locality].name), locality)


def split(plans: Iterable[Plan]) -> tuple[list[Plan], list[Plan]]:
    """Charts with something to say in the chosen scope, and those without."""
    said: list[Plan] = []
    empty: list[Plan] = []
    for plan in plans:
        (said if plan.panels and any(row.datum or row.words for p in plan.panels for row in p.rows) else empty).append(
            plan
        )
    return said, empty


def resolve(dataset: Dataset, places: Iterable[str], with_data: set[str]) -> set[str]:
    """The chosen places; one that no figure is about stands for those that lie in it."""
    found: set[str] = set()
    for place in places:
        inside = {id for id in with_data if place in ancestors(id, dataset)}
        found |= {place} if place in with_data else inside
    return found


def _scope(dataset: Dataset, view: View) -> set[str]:
    """The places that may have a row: those chosen, or all that a figure, an article or its words are about."""
    with_data = {entry.locality for entry in dataset.entries}
    others = {article.locality for article in dataset.articles.values()}
    others |= {blank.locality for file in dataset.files.values() for blank in file.blanks if blank.locality}
    places = (
        resolve(dataset, view.places, with_data) | (others & set(view.places)) if view.places else with_data | others
    )
    if view.level != ALL:
        places = {place for place in places if dataset.localities[place].level == view.level}
    return places


def _fits(chart: Chart, datum: Datum) -> bool:
    """A chart of changes shows what has a before; the rest of the indicator is for other charts."""
    return chart.form is not Form.CHANGE or datum.before is not None


def _in_period(datum: Datum, view: View) -> bool:
    """Undated figures are in every period: they can't be shown to be outside it."""
    if datum.as_of.precision == "undated":
        return True
    return datum.as_of.overlaps(view.first_year, view.last_year)
