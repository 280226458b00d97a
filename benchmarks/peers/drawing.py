"""The six charts as somebody would draw them who wants bars and no more: what every peer shows."""

from __future__ import annotations

import json
import os
from collections.abc import Collection
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

VARIABLE = "BENCHMARK_FIGURES"
SAVING = {"toImageButtonOptions": {"format": "png", "width": 1200, "height": 675, "scale": 2}}
COLOURS = ("#2b6591", "#6896bf", "#cfdfeb", "#8b8a84")


@cache
def content() -> dict[str, Any]:
    """What ``benchmarks.same_figures`` wrote: {places: [[id, label]], charts: [{id, title, panels}], table}."""
    found: dict[str, Any] = json.loads(Path(os.environ[VARIABLE]).read_text("utf-8"))
    return found


def figure(chart: dict[str, Any], places: Collection[str]) -> go.Figure:
    """One chart of the places, all if there are none: horizontal bars, a panel for each scale, parts stacked."""
    panels = [(panel["name"], _rows(panel, places)) for panel in chart["panels"]]
    panels = [(name, rows) for name, rows in panels if rows]
    made = make_subplots(
        rows=max(len(panels), 1),
        cols=1,
        subplot_titles=[name for name, _ in panels],
        row_heights=[len({row["label"] for row in rows}) + 0.5 for _, rows in panels] or None,
        vertical_spacing=0.5 / max(len(panels), 1) / 2,
    )
    for number, (_, rows) in enumerate(panels, 1):
        for colour, what in zip(COLOURS * 3, dict.fromkeys(row["what"] for row in rows), strict=False):
            bars = [row for row in rows if row["what"] == what]
            made.add_bar(
                orientation="h",
                x=[row["value"] for row in bars],
                y=[row["label"] for row in bars],
                text=[row["text"] for row in bars],
                customdata=[row["printed"] for row in bars],
                hovertemplate="%{customdata}<extra></extra>",
                marker_color=colour,
                row=number,
                col=1,
            )
    made.update_yaxes(autorange="reversed")
    count = sum(len({row["label"] for row in rows}) for _, rows in panels)
    made.update_layout(height=120 + 40 * count, barmode="stack", showlegend=False, title=chart["title"])
    return made


def table(places: Collection[str]) -> pd.DataFrame:
    """The figures of the six charts as a table."""
    found = content()["table"]
    rows = [row[1:] for row in found["rows"] if not places or row[0] in places]
    return pd.DataFrame(rows, columns=found["columns"])


def _rows(panel: dict[str, Any], places: Collection[str]) -> list[dict[str, Any]]:
    return [row for row in panel["rows"] if not places or row["place"] in places]
