"""The figures that stand alone on their axis, gathered from the charts of a view as the rows of one table.

A number beside no other has nothing to be drawn in proportion to: it is a row, not a chart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dashboard.charts.plan import Panel, Plan, Row
from dashboard.charts.scales import PLAIN, Scales
from dashboard.charts.view import ALL, SINGLE, View
from dashboard.records.dataset import Dataset
from dashboard.records.models.chart import Chart, Form
from dashboard.records.models.fields import Text

ID = SINGLE


def gathered(plans: Sequence[Plan], dataset: Dataset, view: View) -> list[Plan]:
    """The charts without the panels of a single figure, then the table of these.

    Charts that hold nothing else are left out. Of the other rows of such a panel those are kept that say something.
    """
    found: dict[tuple[str, ...], Panel] = {}
    left = []
    for plan in plans:
        rest = apart(plan, view)
        if rest is not plan:
            for panel in set_aside(plan, rest):
                found.setdefault(tuple(figure.id for figure in panel.data), panel)
        if rest.panels:
            left.append(rest)
    return [*left, *([Plan(_chart(dataset, view, [*found.values()]), tuple(found.values()))] if found else [])]


def apart(plan: Plan, view: View) -> Plan:
    """A chart without its panels of a single figure; the same object where it has none."""
    scales = Scales(plan, one_scale=view.one_scale)
    kept = tuple(panel for panel in plan.panels if not (len(panel.data) == 1 and scales.mode(panel) in PLAIN))
    if len(kept) == len(plan.panels):
        return plan
    if not any(panel.data for panel in kept) and not any(_speaking(panel) for panel in kept):
        kept = ()
    return replace(plan, panels=kept)


def set_aside(plan: Plan, rest: Plan) -> list[Panel]:
    """The panels that ``apart`` took from a chart, with the rows that say something."""
    kept = {id(panel) for panel in rest.panels}
    gone = [replace(panel, rows=_speaking(panel)) for panel in plan.panels if id(panel) not in kept]
    return [panel for panel in gone if panel.rows]


def _speaking(panel: Panel) -> tuple[Row, ...]:
    return tuple(row for row in panel.rows if row.figure or (row.absent and row.absent.speaks))


def _chart(dataset: Dataset, view: View, panels: Sequence[Panel]) -> Chart:
    return Chart(
        id=ID,
        theme=next(iter(dataset.themes)) if view.theme == ALL else view.theme,
        form=Form.SINGLE,
        title=Text.said("single"),
        counted=Text.said("single_counted"),
        indicators=list(dict.fromkeys(panel.indicator.id for panel in panels if panel.indicator)),
        note=Text.said("single_note"),
        blanks=False,
    )
