"""What a chart shows: its panels, their rows, the blanks between them, and what must be said about it.

A panel is one axis: its figures have one ``comparability.panel_key``, and one level, unless the chart is of a ratio
that removes size.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import pairwise

from dashboard.charts.distribution import Distribution
from dashboard.charts.figure_index import FigureIndex, in_period
from dashboard.charts.view import ALL, View
from dashboard.figures.absence import Absence, Absences
from dashboard.figures.comparability import Judgement, Verdict, judge
from dashboard.figures.comparability.order import height, overlapping
from dashboard.figures.figure import Figure
from dashboard.records.dataset import Dataset
from dashboard.records.models.chart import Chart, Form
from dashboard.records.models.fields import Text
from dashboard.records.models.figure import Blank, BlankKind
from dashboard.records.models.indicator import Indicator, Kind
from dashboard.records.models.locality import Level
from dashboard.records.places import ancestors

LEVELS = list(Level)
_SHOWN = 12  # rows of a panel whose figures are too many for a row each
_SHARED = 3  # places from which on one reason is told once


@dataclass(frozen=True)
class Row:
    """One place in a panel: its figure with its parts, or the reason why there is none (``absent``).

    ``earlier`` is the figure that it is set against, in a chart of changes over time.
    """

    locality: str
    figure: Figure | None = None
    parts: tuple[Figure | None, ...] = ()
    computed: Figure | None = None
    earlier: Figure | None = None
    absent: Absence | None = None
    article: str = ""

    @property
    def words(self) -> Blank | None:
        """What the article says in place of a number."""
        return self.absent.words if self.absent else None

    @property
    def data(self) -> list[Figure]:
        """Every figure that the row shows."""
        return [figure for figure in (self.earlier, self.figure, *self.parts, self.computed) if figure]


@dataclass(frozen=True)
class Panel:
    """Rows on one axis. ``indicator`` is None for the panel of blanks; ``level`` where levels share an axis.

    Where the figures of the axis are too many for a row each, ``spread`` tells how they lie, and ``hidden`` how many
    of the chosen places have no row. ``kind`` is equal for panels that nothing but their levels keeps apart. ``whole``:
    in a part of a chart (``charts.pagination``) the panel with all the rows, with which this one shares its scale.
    """

    indicator: Indicator | None
    level: Level | None
    rows: tuple[Row, ...]
    judgement: Judgement
    spread: Distribution | None = None
    hidden: int = 0
    kind: Hashable = None
    whole: Panel | None = None

    @property
    def data(self) -> list[Figure]:
        """The figures that share the axis."""
        return [row.figure for row in self.rows if row.figure]

    @cached_property
    def repeated(self) -> frozenset[str]:
        """The places that have several rows, of different dates or articles."""
        count = Counter(row.locality for row in self.rows)
        return frozenset(place for place in count if count[place] > 1)

    @cached_property
    def twins(self) -> Mapping[str, tuple[Figure, ...]]:
        """By id the figures of one place and month, more than one: a row of either has to say more than that."""
        found: dict[tuple[str, str], list[Figure]] = {}
        for figure in self.data:
            found.setdefault((figure.locality, figure.when.short("en")), []).append(figure)
        return {one.id: tuple(twins) for twins in found.values() if len(twins) > 1 for one in twins}

    @property
    def unit(self) -> str:
        """ "%" or the Vietnamese unit."""
        return self.indicator.unit.vi if self.indicator else ""


@dataclass(frozen=True)
class Plan:
    """A chart about to be drawn, and the places that have no row on it though they are the subject of an article.

    ``absent``: why, each reason (without its article) once with its places. Where nothing on the chart applies to a
    place, nothing is said of it. ``absences`` has the reasons of all places. ``whole``: of a part of a chart,
    the chart.
    """

    chart: Chart
    panels: tuple[Panel, ...]
    absent: tuple[tuple[Absence, tuple[str, ...]], ...] = ()
    absences: Absences | None = field(default=None, repr=False, compare=False)
    whole: Plan | None = None

    @property
    def data(self) -> list[Figure]:
        """Every figure on the chart, parts and computed ones included, each once."""
        return list({figure.id: figure for panel in self.panels for row in panel.rows for figure in row.data}.values())

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
        """The figures by what they are about: the first of each indicator, article, place, part and date."""
        found: dict[Hashable, Figure] = {}
        for figure in self.data:
            found.setdefault(self._about(figure.indicator, figure), figure)
        return found

    @cached_property
    def computed(self) -> dict[str, Figure]:
        """What says more of one figure alone, by the id of that figure."""
        return {
            source: figure
            for figure in self.data
            if figure.computed and self.dataset.indicators[figure.indicator].beside
            for source in figure.inputs
        }

    def plan(self, chart: Chart) -> Plan:
        """The panels of one chart: the same in either language, on any page, among whatever others; kept."""
        view = self.view
        shown = frozenset(self.scope) if view.places else None
        about = (chart.id, *chart.indicators, shown, view.level, view.first_year, view.last_year, view.sort)
        return self.figures.kept(about, lambda: self._plan(chart))

    def _plan(self, chart: Chart) -> Plan:
        indicators = [chart.stack.whole] if chart.stack else chart.indicators
        panels: list[Panel] = []
        spoken: set[str] = set()
        refused: dict[Absence, tuple[str, ...]] = {}
        for id in indicators:
            figures = self.of_indicator.get(id, [])
            if chart.form is Form.TIME:
                panels += self._panels(chart, self.dataset.indicators[id], self._over_time(figures))
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
            panels += self._panels(chart, self.dataset.indicators[id], rows)
        if chart.stack:
            panels += self._orphans(chart)
        plan = Plan(chart, tuple(panels), tuple(refused.items()), self.figures.absences)
        return (
            plan if self._asked_for(chart, indicators) or chart.form is Form.TIME else self._without_rows(plan, spoken)
        )

    def _asked_for(self, chart: Chart, indicators: Sequence[str]) -> bool:
        """Whether places get a row for saying nothing: only those that were chosen, where one thing is counted.

        Of all places together most say nothing on a thing: they are named below the chart.
        """
        return bool(self.view.places) and chart.blanks and len(indicators) == 1

    def _without_rows(self, plan: Plan, hidden: set[str]) -> Plan:
        """The plan with the places that it has no row for, and why; ``hidden`` have one that was left out."""
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
        """The figure of another indicator printed for the same place, part and date in the same article."""
        return self.facts.get(self._about(indicator, figure))

    @staticmethod
    def _about(indicator: str, figure: Figure) -> Hashable:
        return indicator, figure.article, figure.locality, figure.part, figure.as_of.text, figure.length

    def _orphans(self, chart: Chart) -> list[Panel]:
        """Parts printed where their whole is not: nothing that was read is left out."""
        assert chart.stack
        panels = []
        for id in chart.stack.parts:
            rows = [
                Row(figure.locality, figure, article=figure.article)
                for figure in self.of_indicator.get(id, [])
                if not self._same(chart.stack.whole, figure)
            ]
            panels += self._panels(chart, self.dataset.indicators[id], rows)
        return panels

    def _over_time(self, figures: Sequence[Figure]) -> list[Row]:
        """For each place with figures of several dates a row for every two that follow each other."""
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
        """Where a rule forbids to compute it, though what it comes from is printed: a row for each place.

        Places that share a reason, and were not asked for, are named below the chart with it; so are all places of a
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
            for place, article, blank in self.dataset.words_only.get(indicator, ())
            if place in self.scope
        ]

    def _of_other_years(self, indicator: str, spoken: set[str]) -> list[Row]:
        """The places whose figures of it are all of other years than the chosen: a cell may not call them silent."""
        places = sorted(place for place, id in self.outside if id == indicator and place not in spoken)
        return [self._blank(place, Absence(BlankKind.OTHER_YEARS, self.subjects.get(place, ""))) for place in places]

    def _blank(self, place: str, absent: Absence) -> Row:
        return Row(place, absent=absent, article=absent.article)

    def _blanks(self, indicator: str, spoken: set[str]) -> list[Row]:
        return [
            self._blank(place, self._why_nothing(place, [indicator])) for place in self.subjects if place not in spoken
        ]

    def _panels(self, chart: Chart, indicator: Indicator, rows: list[Row]) -> list[Panel]:
        """Rows parted so that those of one panel may share an axis: by level, then by all that keeps figures apart.

        A row without a figure joins the largest panel of its level whose figures are no ratings or shares.
        """
        groups: dict[tuple[int, Hashable], list[Row]] = {}
        blanks: list[tuple[int, Row]] = []
        crosses = chart.cross_levels and indicator.kind is Kind.RATIO
        for row in sorted(rows, key=lambda row: self._name(row.locality)):
            rank = -1 if crosses else LEVELS.index(self.dataset.localities[row.locality].level)
            if row.figure is None:
                blanks.append((rank, row))
            else:
                groups.setdefault((rank, self.figures.key(row.figure)), []).append(row)
        by_size = sorted(groups.items(), key=lambda item: len(item[1]))
        plain = {rank: key for (rank, key), members in by_size if _family_and_base(members) == ("", "")}
        for rank, row in blanks:
            groups.setdefault((rank, plain.get(rank)), []).append(row)
        # Panels that differ in no more than what an article leaves open follow each other by name, never by value.
        order = sorted(groups.items(), key=lambda item: (item[0][0], *_family_and_base(item[1]), _of_part(item[1])))
        return [
            self._panel(chart, indicator, None if rank < 0 else LEVELS[rank], members) for (rank, _), members in order
        ]

    def _panel(self, chart: Chart, indicator: Indicator, level: Level | None, rows: list[Row]) -> Panel:
        data = [figure for row in rows for figure in (row.earlier, row.figure) if figure]
        spread = self.figures.spread(data[0], self.view, across_levels=level is None) if data else None
        kind = self.figures.kind(data[0]) if data else None
        if spread is None or chart.form is Form.TIME or chart.form.in_cells:
            judgement = judge(data, self.dataset.rules)
            return Panel(indicator, level, tuple(self._sorted(rows, judgement.unranked)), judgement, kind=kind)
        ordered = self._sorted(rows, spread.unranked)
        shown = tuple(ordered[:_SHOWN])
        return Panel(indicator, level, shown, spread.judgement, spread, len(ordered) - len(shown), kind)

    def _sorted(self, rows: list[Row], unranked: frozenset[str]) -> list[Row]:
        """By name, value or date within a panel; what has no value or no date stands last.

        An order by value claims nothing that is open: the figures that have no place in it (undated, contradicted, or
        hedged so that they may be larger or smaller than another one) stand after those whose order is certain, by
        name. Where every figure has a total, its share is what is drawn, so what counts.
        """
        by_name = sorted(rows, key=lambda row: self._name(row.locality))
        if self.view.sort == "value":
            shares = all(row.figure.out_of for row in rows if row.figure)
            placed = [row for row in by_name if row.figure and row.figure.value is not None]
            certain = [row for row in placed if row.figure and row.figure.as_of.dated and row.figure.id not in unranked]
            certain.sort(key=lambda row: height(row.figure, share=shares) if row.figure else (0, 0), reverse=True)
            certainly = {id(row) for row in certain}
            rest = [row for row in by_name if id(row) not in certainly]
            return [*certain, *sorted(rest, key=lambda row: row.figure is None)]
        if self.view.sort == "date":
            return _by_date(by_name)
        return sorted(by_name, key=lambda row: row.figure is None)

    def _name(self, locality: str) -> tuple[object, ...]:
        return self.figures.name(locality)


def _by_date(rows: Iterable[Row]) -> list[Row]:
    """By the day on which it ended; then those whose bounds leave open which is earlier, the undated, the blanks."""
    shown = list(rows)
    dated = [row.figure for row in shown if row.figure and row.figure.as_of.dated]
    spans = ((figure.as_of.start or date.min, figure.as_of.end or date.max, figure.id) for figure in dated)
    touching = overlapping(((start.toordinal(), end.toordinal() + 1), id) for start, end, id in spans)

    def place(row: Row) -> tuple[int, date]:
        if row.figure is None or not row.figure.as_of.dated:
            return 3 if row.figure is None else 2, date.max
        if row.figure.when.unsettled and row.figure.id in touching:
            return 1, date.max
        return 0, row.figure.as_of.end or date.max

    return sorted(shown, key=place)


def _family_and_base(rows: list[Row]) -> tuple[str, str]:
    """By which rules the figures of a panel are rated, and what they are shares of: panels of a level stand so."""
    figure = rows[0].figure
    return (figure.family or figure.scheme, figure.base) if figure else ("", "")


def _of_part(rows: list[Row]) -> bool:
    """Whether the figures of a panel are of a part: the whole comes first."""
    return bool(rows[0].figure and rows[0].figure.part)


def split(plans: Iterable[Plan]) -> tuple[list[Plan], list[Plan]]:
    """Charts with something to say in the chosen scope, and those without."""
    said: list[Plan] = []
    empty: list[Plan] = []
    for plan in plans:
        speaks = any(row.figure or (row.absent and row.absent.speaks) for panel in plan.panels for row in panel.rows)
        (said if speaks else empty).append(plan)
    return said, empty


def resolve(dataset: Dataset, places: Iterable[str], with_data: set[str]) -> set[str]:
    """The chosen places; one that no figure is about stands for those that lie in it."""
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
    """A chart of changes shows what has a before; the rest of the indicator is for other charts."""
    return chart.form is not Form.CHANGE or figure.before is not None
