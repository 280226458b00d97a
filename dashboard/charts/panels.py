"""Groups the rows of a chart into panels, one axis each, and sorts the rows of each panel."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from datetime import date
from typing import Final

from dashboard.charts.figure_index import FigureIndex
from dashboard.charts.plan import LEVELS, Panel, Row
from dashboard.charts.view import View
from dashboard.figures.comparability import judge
from dashboard.figures.comparability.order import height, overlapping
from dashboard.records.models.chart import Chart, Form
from dashboard.records.models.indicator import Indicator, Kind
from dashboard.records.models.locality import Level

_SHOWN: Final = 12  # rows of a panel whose figures are too many for a row each


def panels(chart: Chart, indicator: Indicator, rows: list[Row], figures: FigureIndex, view: View) -> list[Panel]:
    """The panels of some rows. Rows in one panel may share an axis: they are grouped by level, then by whatever keeps
    their figures apart.

    A row without a figure joins the largest panel of its level whose figures are no ratings or shares.
    """
    groups: dict[tuple[int, Hashable], list[Row]] = {}
    blanks: list[tuple[int, Row]] = []
    crosses = chart.cross_levels and indicator.kind is Kind.RATIO
    for row in sorted(rows, key=lambda row: figures.name(row.locality)):
        rank = -1 if crosses else LEVELS.index(figures.dataset.localities[row.locality].level)
        if row.figure is None:
            blanks.append((rank, row))
        else:
            groups.setdefault((rank, figures.key(row.figure)), []).append(row)
    by_size = sorted(groups.items(), key=lambda item: len(item[1]))
    plain = {rank: key for (rank, key), members in by_size if _family_and_base(members) == ("", "")}
    for rank, row in blanks:
        groups.setdefault((rank, plain.get(rank)), []).append(row)
    # Panels that differ only in what an article leaves open follow each other by name, never by value.
    order = sorted(groups.items(), key=lambda item: (item[0][0], *_family_and_base(item[1]), _of_part(item[1])))
    return [
        _panel(chart, indicator, None if rank < 0 else LEVELS[rank], members, figures, view)
        for (rank, _), members in order
    ]


def _panel(
    chart: Chart, indicator: Indicator, level: Level | None, rows: list[Row], figures: FigureIndex, view: View
) -> Panel:
    data = [figure for row in rows for figure in (row.earlier, row.figure) if figure]
    spread = figures.spread(data[0], view, across_levels=level is None) if data else None
    kind = figures.kind(data[0]) if data else None
    if spread is None or chart.form is Form.TIME or chart.form.in_cells:
        judgement = judge(data, figures.dataset.rules)
        return Panel(indicator, level, tuple(_sorted(rows, judgement.unranked, figures, view)), judgement, kind=kind)
    ordered = _sorted(rows, spread.unranked, figures, view)
    shown = tuple(ordered[:_SHOWN])
    return Panel(indicator, level, shown, spread.judgement, spread, len(ordered) - len(shown), kind)


def _sorted(rows: list[Row], unranked: frozenset[str], figures: FigureIndex, view: View) -> list[Row]:
    """The rows of a panel by name, value or date; those without a value or date come last.

    An order by value claims nothing that is open: figures without a place in it (undated, contradicted, or hedged so
    that their order is open) come after the others, by name. Where every figure has a total, the share is drawn, so
    rows are sorted by it.
    """
    by_name = sorted(rows, key=lambda row: figures.name(row.locality))
    if view.sort == "value":
        shares = all(row.figure.out_of for row in rows if row.figure)
        placed = [row for row in by_name if row.figure and row.figure.value is not None]
        certain = [row for row in placed if row.figure and row.figure.as_of.dated and row.figure.id not in unranked]
        certain.sort(key=lambda row: height(row.figure, share=shares) if row.figure else (0, 0), reverse=True)
        certainly = {id(row) for row in certain}
        rest = [row for row in by_name if id(row) not in certainly]
        return [*certain, *sorted(rest, key=lambda row: row.figure is None)]
    if view.sort == "date":
        return _by_date(by_name)
    return sorted(by_name, key=lambda row: row.figure is None)


def _by_date(rows: Iterable[Row]) -> list[Row]:
    """Rows by the day on which their period ended; then those whose bounds leave their order open, then undated ones,
    then blanks."""
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
    """The rating scheme and the base of a panel's figures: panels of a level are sorted by these."""
    figure = rows[0].figure
    return (figure.family or figure.scheme, figure.base) if figure else ("", "")


def _of_part(rows: list[Row]) -> bool:
    """Whether the figures of a panel are of a part of the place: panels of the whole come first."""
    return bool(rows[0].figure and rows[0].figure.part)
