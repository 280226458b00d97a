"""What a chart shows: its panels, their rows, the blanks between them, and what must be said about it.

A panel is one axis. Figures of another indicator, level, rating scheme or base never share one (DOMAIN.md), unless the
chart is of a ratio that removes size.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.charts.datum import Datum
from dashboard.comparability import Judgement, judge
from dashboard.dataset import Dataset
from dashboard.models import Blank, BlankKind, Chart, Form, Indicator, Level, Reading
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

    @property
    def unit(self) -> str:
        """"%" or the Vietnamese unit."""
        return self.indicator.unit.vi if self.indicator else ""


@dataclass(frozen=True)
class Plan:
    """A chart about to be drawn. ``silent`` are the places whose articles print nothing on it."""

    chart: Chart
    panels: tuple[Panel, ...]
    silent: tuple[str, ...]

    @property
    def data(self) -> list[Datum]:
        """Every figure on the chart, parts and computed ones included, each once."""
        return list({datum.id: datum for panel in self.panels for row in panel.rows for datum in row.data}.values())

    @property
    def has_values(self) -> bool:
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
        self.subjects = {
            article.locality: id for id, article in dataset.articles.items() if article.locality in self.scope
        }
        self.of_indicator: dict[str, list[Datum]] = {}
        for datum in self.data:
            self.of_indicator.setdefault(datum.indicator, []).append(datum)
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
        silent: list[str] = []
        if len(indicators) > 1 or not chart.blanks:
            silent = sorted(set(self.subjects) - spoken, key=self._name)
        return Plan(chart, tuple(panels), tuple(silent))

    def _row(self, chart: Chart, datum: Datum) -> Row:
        parts: tuple[Datum | None, ...] = ()
        if chart.stack:
            parts = tuple(self._same(id, datum) for id in chart.stack.parts)
        # What follows from a before and an after is said only where both are drawn.
        computed = self.computed.get(datum.id) if datum.before is None or chart.form is Form.CHANGE else None
        return Row(datum.locality, datum, parts, computed, article=datum.article)

    def _same(self, indicator: str, datum: Datum) -> Datum | None:
        """The figure of another indicator printed for the same place and date in the same article."""
        for other in self.of_indicator.get(indicator, []):
            if (other.article, other.locality, other.as_of) == (datum.article, datum.locality, datum.as_of):
                return other
        return None

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
        groups: dict[tuple[int, str, str], list[Row]] = {}
        for row in rows:
            level = self.dataset.localities[row.locality].level
            rank = -1 if chart.cross_levels else LEVELS.index(level)
            datum = row.datum
            groups.setdefault((rank, datum.scheme if datum else "", datum.base if datum else ""), []).append(row)
        panels = []
        for (rank, _, _), members in sorted(groups.items(), key=lambda item: item[0]):
            ordered = tuple(self._sorted(members))
            judgement = judge([row.datum for row in ordered if row.datum])
            panels.append(Panel(indicator, None if rank < 0 else LEVELS[rank], ordered, judgement))
        return panels

    def _sorted(self, rows: list[Row]) -> list[Row]:
        """By name, value or date within a panel; what has no value or no date stands last."""
        by_name = sorted(rows, key=lambda row: self._name(row.locality))
        if self.view.sort == "value":
            return sorted(
                by_name, key=lambda row: -(row.datum.value or 0) if row.datum and row.datum.value is not None else 1
            )
        if self.view.sort == "date":
            return sorted(by_name, key=lambda row: str(row.datum.as_of.end or "9") if row.datum else "99")
        return sorted(by_name, key=lambda row: row.datum is None)

    def _name(self, locality: str) -> tuple[object, ...]:
        return (sort_key(self.dataset.localities[locality].name), locality)


def split(plans: Iterable[Plan]) -> tuple[list[Plan], list[Plan]]:
    """Charts with something to say in the chosen scope, and those without."""
    said, empty = [], []
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
    with_data = {entry.locality for entry in dataset.entries}
    places = resolve(dataset, view.places, with_data) if view.places else with_data
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

