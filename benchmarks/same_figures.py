"""Six charts for doisanh and its peers: a copy of the data that has them, and their figures as plain numbers."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dashboard.charts import chart_selection, single_figures
from dashboard.charts.plan import Plan
from dashboard.charts.view import ALL, View
from dashboard.charts.wording import Wording
from dashboard.checks.loading import load
from dashboard.figures.figure import Figure, figures_of
from dashboard.figures.frame import build
from dashboard.records.places import full_label
from dashboard.records.source_files import CHARTS

SIX = (
    "party-members",
    "members-per-organization",
    "grassroots-organizations",
    "committee-share",
    "members-admitted",
    "subordinate-cells",
)
NINE = (*SIX, "admissions-per-year", "admission-rates", "women-probationary")
PLACE = "dong-nai"
"""The place that is chosen: each of the six charts has figures of it."""
QUERIES = {"six": "benchmarksix", "nine": "benchmarknine"}
"""A search that finds these charts and no more: a word put into their English titles, which nobody reads here."""


class CannotCompare(Exception):
    """The data has no longer what the benchmark shows. The message says what is missing."""


def copied(source: Path, root: Path) -> None:
    """A copy of ``data/`` and ``seeds/`` under ``root``, in which the queries find the charts."""
    for folder in ("data", "seeds"):
        shutil.copytree(source / folder, root / folder)
    charts = root / CHARTS
    text = charts.read_text("utf-8")
    for names, query in ((SIX, QUERIES["six"]), (NINE, QUERIES["nine"])):
        for name in names:
            text, count = re.subn(rf'(  - id: {name}\n(?:    .*\n)*?    title: .*en: "[^"]*)"', rf'\1 {query}"', text)
            if not count:
                raise CannotCompare(f"{CHARTS} has no chart {name} with its title on one line; mend SIX or NINE")
    charts.write_text(text, "utf-8")


def figures(root: Path) -> dict[str, Any]:
    """The six charts of a copy in bare numbers, as ``peers/drawing.py`` takes them."""
    dataset, problems = load(root)
    if dataset is None:
        raise CannotCompare(f"the data has problems; doisanh check lists them. The first: {problems[0]}")
    every = figures_of(build(dataset))
    plans, _ = chart_selection.plans(dataset, every, View(query=QUERIES["six"], theme=ALL))
    say = Wording(dataset, every, "vi")
    charts = [_chart(plan, say) for plan in plans if plan.chart.id != single_figures.ID]
    if tuple(chart["id"] for chart in charts) != SIX:
        raise CannotCompare(f"asked for {', '.join(SIX)}, found {', '.join(chart['id'] for chart in charts)}")
    rows = [row for chart in charts for panel in chart["panels"] for row in panel["rows"]]
    for chart in charts:
        if all(row["place"] != PLACE for panel in chart["panels"] for row in panel["rows"]):
            raise CannotCompare(f"{chart['id']} has no figure of {PLACE}; choose another PLACE")
    return {
        "places": sorted({(row["place"], row["full"]) for row in rows}),
        "charts": charts,
        "table": {
            "columns": ["Địa phương", "Chỉ tiêu", "Giá trị", "Thời điểm", "Nguyên văn"],
            "rows": [[row[key] for key in ("place", "full", "what", "value", "date", "printed")] for row in rows],
        },
    }


def write(root: Path, file: Path) -> None:
    """Write the figures of a copy for the peers."""
    file.write_text(json.dumps(figures(root), ensure_ascii=False), "utf-8")


def _chart(plan: Plan, say: Wording) -> dict[str, Any]:
    panels = []
    for panel in plan.panels:
        rows = [_bar(figure, say) for row in panel.rows for figure in _drawn(row.data, plan)]
        panels.append({"name": say.head(panel, plan), "rows": rows})
    return {"id": plan.chart.id, "title": plan.chart.title["vi"], "panels": panels}


def _drawn(row: Sequence[Figure], plan: Plan) -> list[Figure]:
    """The data that are bars: of a stack its parts, where it has them."""
    parts = [figure for figure in row if plan.chart.stack and figure.indicator in plan.chart.stack.parts]
    return parts or list(row)


def _bar(figure: Figure, say: Wording) -> dict[str, Any]:
    label = full_label(figure.locality, say.dataset, "vi")
    return {
        "place": figure.locality,
        "full": label,
        "label": f"{label}, {say.date(figure)}",
        "what": say.dataset.indicators[figure.indicator].name["vi"],
        "value": figure.value,
        "text": say.value(figure),
        "date": say.date(figure),
        "printed": figure.printed or "",
    }
