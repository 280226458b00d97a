"""What a chart shows: its panels, their rows, the blanks between them, and what must be said about it.

A panel is one axis: its figures have one ``comparability.panel_key``, and one level, unless the chart is of a ratio
that removes size.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from dashboard.charts.distribution import Distribution
from dashboard.figures.absence import Absence, Absences
from dashboard.figures.comparability import Judgement
from dashboard.figures.figure import Figure
from dashboard.records.models import Blank, Chart, Indicator, Level

LEVELS = list(Level)


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
    def counts_several(self) -> bool:
        """Whether several things are counted on it: each panel then names what it counts, even a single one."""
        found = {panel.indicator.id for panel in self.panels if panel.indicator}
        return len({*self.chart.indicators, *found}) > 1

    @property
    def levels(self) -> list[Level]:
        """The levels on it, from the top down."""
        found = {panel.level for panel in self.panels}
        return [level for level in LEVELS if level in found]


def split(plans: Iterable[Plan]) -> tuple[list[Plan], list[Plan]]:
    """Charts with something to say in the chosen scope, and those without."""
    said: list[Plan] = []
    empty: list[Plan] = []
    for plan in plans:
        speaks = any(row.figure or (row.absent and row.absent.speaks) for panel in plan.panels for row in panel.rows)
        (said if speaks else empty).append(plan)
    return said, empty
