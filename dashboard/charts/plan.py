"""What a chart shows: its panels, their rows, and the places that have none.

A panel is one axis: its figures have the same ``comparability.panel_key`` and, unless the chart is of a ratio that
removes size, one level.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from dashboard.charts.distribution import Distribution
from dashboard.figures.absence import Absence, Absences
from dashboard.figures.comparability import Judgement
from dashboard.figures.comparison import Apart, Compared, Standing
from dashboard.figures.figure import Figure
from dashboard.language.words import Language
from dashboard.records.models.chart import Chart
from dashboard.records.models.figure import Blank
from dashboard.records.models.indicator import Indicator
from dashboard.records.models.locality import Level

LEVELS = list(Level)
Answer = Compared | Standing | tuple[Apart, ...]
"""A set of figures, a figure among its peers, or what one reason keeps apart."""


@dataclass(frozen=True)
class Row:
    """One place in a panel: its figure with its parts, or the reason why there is none (``absent``).

    ``earlier``: the figure before it, in a chart of changes over time. ``unlike``: a figure of the place that shares no
    axis with the others, told in place of one.
    """

    locality: str
    figure: Figure | None = None
    parts: tuple[Figure | None, ...] = ()
    computed: Figure | None = None
    earlier: Figure | None = None
    absent: Absence | None = None
    unlike: Figure | None = None
    article: str = ""

    @property
    def words(self) -> Blank | None:
        """The words that the article has in place of a number."""
        return self.absent.words if self.absent else None

    @property
    def data(self) -> list[Figure]:
        """Every figure that the row shows."""
        return [figure for figure in (self.earlier, self.figure, *self.parts, self.computed, self.unlike) if figure]


@dataclass(frozen=True)
class Panel:
    """Rows on one axis. ``indicator`` is None for a panel of blanks, ``level`` where levels share the axis.

    Where the figures are too many for a row each, ``spread`` is their distribution and ``hidden`` how many chosen
    places have no row. ``kind`` is equal for panels that only their levels keep apart. ``whole``: in a part of a
    divided chart (``charts.pagination``) the full panel, whose scale this one keeps. ``answer``: what may be said of
    it, in an answer (``comparison_chart``); what keeps figures apart has no rows.
    """

    indicator: Indicator | None
    level: Level | None
    rows: tuple[Row, ...]
    judgement: Judgement
    spread: Distribution | None = None
    hidden: int = 0
    kind: Hashable = None
    whole: Panel | None = None
    answer: Answer | None = None

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
        """By id the figures of one place and month, where there are several: their rows need more than the month to
        tell them apart."""
        found: dict[tuple[str, str], list[Figure]] = {}
        for figure in self.data:
            found.setdefault((figure.locality, figure.when.short("en")), []).append(figure)
        return {one.id: tuple(twins) for twins in found.values() if len(twins) > 1 for one in twins}

    def counted(self, language: Language) -> str:
        """What is counted, in an answer with the part of the place or the indicator that it is of."""
        if self.answer and self.data:
            return self.data[0].what(language)
        return self.indicator.name[language] if self.indicator else ""

    @property
    def unit(self) -> str:
        """ "%" or the Vietnamese unit."""
        return self.indicator.unit.vi if self.indicator else ""


@dataclass(frozen=True)
class Plan:
    """A chart ready to be drawn.

    ``absent``: the places about which there is an article but which have no row, by reason (without its article).
    Places to which nothing on the chart applies are left out. ``absences`` has the reasons of all places. ``whole``:
    for a part of a divided chart, the full chart. ``places``: those that an answer compares, in the order of their
    colours.
    """

    chart: Chart
    panels: tuple[Panel, ...]
    absent: tuple[tuple[Absence, tuple[str, ...]], ...] = ()
    absences: Absences | None = field(default=None, repr=False, compare=False)
    whole: Plan | None = None
    places: tuple[str, ...] = ()

    @property
    def data(self) -> list[Figure]:
        """Every figure on the chart, parts and computed ones included, each once."""
        return list({figure.id: figure for panel in self.panels for row in panel.rows for figure in row.data}.values())

    @property
    def size(self) -> int:
        """About how many bytes of memory it takes."""
        return 350 * sum(1 + len(panel.rows) for panel in self.panels)

    @property
    def counts_several(self) -> bool:
        """Whether several things are counted on it: each panel then names what it counts, even a single one."""
        found = {panel.indicator.id for panel in self.panels if panel.indicator}
        return len({*self.chart.indicators, *found}) > 1

    @property
    def answers(self) -> bool:
        """Whether it says what may be said of places."""
        return any(panel.answer for panel in self.panels)

    @property
    def levels(self) -> list[Level]:
        """The levels on it, from the top down."""
        found = {panel.level for panel in self.panels}
        return [level for level in LEVELS if level in found]


def split(plans: Iterable[Plan]) -> tuple[list[Plan], list[Plan]]:
    """The charts with something to show, and those without."""
    said: list[Plan] = []
    empty: list[Plan] = []
    for plan in plans:
        speaks = any(row.figure or (row.absent and row.absent.speaks) for panel in plan.panels for row in panel.rows)
        (said if speaks else empty).append(plan)
    return said, empty
