"""A plotly figure on which every element has a place in pixels.

The y axis counts px from the top. Every panel has an x axis of its own; all lie over the same three columns: labels at
the left, bars in the middle, texts at the right of the bars. Only the middle stretches with the width, so a chart is
laid out once and drawn at any width. Colours are tokens (``$bar``) that the browser replaces by those of a palette.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from dashboard.charts.assets import FONT_FAMILY

PlotSpec = dict[str, Any]
Anchor = Literal["left", "center", "right"]


def safe(text: str) -> str:
    """Text from the data, escaped so that plotly takes none of it for markup and the browser none for a colour
    token."""
    return html.escape(text).replace("$", "&#36;")


@dataclass
class Canvas:
    """Collects shapes, texts and bars; ``figure`` gives the plotly figure. All sizes are px."""

    left: float
    right: float
    shapes: list[PlotSpec] = field(default_factory=list)
    annotations: list[PlotSpec] = field(default_factory=list)
    traces: list[PlotSpec] = field(default_factory=list)
    scales: list[float] = field(default_factory=lambda: [1.0])
    styles: set[str] = field(default_factory=set)

    def axis(self, maximum: float) -> int:
        """Add an x axis from 0 to ``maximum``. Returns its number."""
        self.scales.append(maximum)
        return len(self.scales)

    def words(
        self,
        text: str,
        y: float,
        size: float,
        *,
        colour: str = "$ink",
        weight: int = 400,
        anchor: Anchor = "left",
        column: Literal["left", "plot", "right"] = "plot",
        shift: float = 0,
        at: tuple[int, float] | None = None,
        valign: Literal["top", "middle", "bottom"] = "middle",
    ) -> None:
        """Add text (escaped markup) at ``y``, ``shift`` px from the left edge of a column (from the right edge of the
        right one), or from a value: ``at`` is (axis, value)."""
        start = {"left": -self.left, "plot": 0.0, "right": self.right}[column]
        self.annotations.append(
            {
                "text": text,
                "showarrow": False,
                "borderpad": 0,
                "xref": _axis(at[0]) if at else "paper",
                "x": at[1] if at else (1 if column == "right" else 0),
                "xshift": round(shift + (0 if at else start), 2),
                "xanchor": anchor,
                "yref": "y",
                "y": round(y, 2),
                "yanchor": valign,
                "align": anchor,
                "font": {"size": size, "color": colour, "weight": weight},
            }
        )

    def rule(self, y: float, *, inset: float = 0) -> None:
        """A thin line across all three columns, ``inset`` px from both edges."""
        style = {"type": "line", "y0": y, "y1": y, "line": {"color": "$line", "width": 1}, "layer": "below"}
        self.shapes += [
            _pixels(style, anchor=0, x0=-self.left + inset, x1=0),
            {**style, "xref": "paper", "yref": "y", "x0": 0, "x1": 1},
            _pixels(style, anchor=1, x0=0, x1=self.right - inset),
        ]

    def box(self, x: float, y: float, size: float, colour: str, *, pattern: bool = False) -> None:
        """A square of a legend, ``x`` px from the left edge, centred on ``y``."""
        style = {
            "type": "rect",
            "y0": y - size / 2,
            "y1": y + size / 2,
            "line": {"width": 1 if pattern else 0, "color": "$bar"},
            "fillcolor": colour,
        }
        self.shapes.append(_pixels(style, anchor=0, x0=x - self.left, x1=x - self.left + size))

    def dotted(self, y: float, height: float) -> None:
        """A dotted vertical line in place of a bar, where there is no figure."""
        self.shapes.append(
            {
                "type": "line",
                "xref": "paper",
                "yref": "y",
                "x0": 0,
                "x1": 0,
                "y0": y - height / 2,
                "y1": y + height / 2,
                "line": {"color": "$faint", "width": 1.5, "dash": "dot"},
            }
        )

    def upright(self, axis: int, value: float, y0: float, y1: float) -> None:
        """A thin vertical line at a value, as a reference for the bars."""
        self.shapes.append(
            {
                "type": "line",
                "xref": _axis(axis),
                "yref": "y",
                "x0": value,
                "x1": value,
                "y0": y0,
                "y1": y1,
                "line": {"color": "$faint", "width": 1},
            }
        )

    def bar(self, axis: int, y: float, start: float, end: float, thickness: float, style: str, name: str,
            colour: str = "bar") -> None:  # fmt: skip
        """Add a bar from ``start`` to ``end`` in the units of the axis. Bars of one axis, style and colour share one
        trace."""
        marker = _coloured(STYLES[style], colour)
        for trace in self.traces:
            if trace.get("meta") == [axis, style] and trace["marker"] == marker:
                break
        else:
            trace = {
                "type": "bar",
                "orientation": "h",
                "meta": [axis, style],
                "xaxis": _axis(axis),
                "yaxis": "y",
                "base": [],
                "x": [],
                "y": [],
                "width": [],
                "ids": [],
                "marker": marker,
                "hoverinfo": "skip",
                "showlegend": False,
            }
            self._mark(trace, style)
        trace["base"].append(start)
        trace["x"].append(end - start)
        trace["y"].append(y)
        trace["width"].append(thickness)
        trace["ids"].append(name)

    def dots(self, axis: int, y: float, before: float, after: float, size: float, name: str) -> None:
        """A hollow dot at ``before`` and a full one at ``after``, joined by a line."""
        self._mark(
            {
                "type": "scatter",
                "mode": "lines+markers",
                "xaxis": _axis(axis),
                "yaxis": "y",
                "x": [before, after],
                "y": [y, y],
                "ids": [f"{name}:before", name],
                "line": {"color": "$bar", "width": 2},
                "marker": {
                    "size": size,
                    "color": ["$paper", "$bar"],
                    "line": {"color": "$bar", "width": 2},
                    "opacity": 1,
                },
                "cliponaxis": False,
                "hoverinfo": "skip",
                "showlegend": False,
            },
            "dots",
        )

    def points(self, axis: int, y: float, values: Sequence[float], size: float, colour: str, name: str) -> None:
        """Dots at values of an axis."""
        self._mark(
            {
                "type": "scatter",
                "mode": "markers",
                "xaxis": _axis(axis),
                "yaxis": "y",
                "x": list(values),
                "y": [y] * len(values),
                "ids": [f"{name}:{number}" for number in range(len(values))],
                "marker": {
                    "size": size,
                    "color": f"${colour}",
                    "line": {"color": "$paper", "width": 1},
                    "opacity": 1,
                },
                "cliponaxis": False,
                "hoverinfo": "skip",
                "showlegend": False,
            },
            "points",
        )

    def _mark(self, trace: PlotSpec, style: str) -> None:
        """Add the trace of a mark. ``style`` is what the legend knows it by (``Wording.legend``)."""
        self.styles.add(style)
        self.traces.append(trace)

    def figure(self, height: float, width: float | None = None) -> PlotSpec:
        """The plotly figure, ``height`` px high. Without ``width`` the browser sets one."""
        ground: PlotSpec = {
            "type": "scatter",
            "x": [0],
            "y": [0],
            "mode": "markers",
            "marker": {"opacity": 0},
            "hoverinfo": "skip",
            "showlegend": False,
        }
        layout: PlotSpec = {
            "height": round(height),
            "margin": {"l": self.left, "r": self.right, "t": 0, "b": 0, "pad": 0, "autoexpand": False},
            "paper_bgcolor": "$paper",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "font": {"family": f"{FONT_FAMILY}, sans-serif", "color": "$ink"},
            "barmode": "overlay",
            "showlegend": False,
            "hovermode": False,
            "dragmode": False,
            "yaxis": {"range": [round(height), 0], "visible": False, "fixedrange": True},
            "annotations": self.annotations,
            "shapes": self.shapes,
        }
        if width:
            layout["width"] = round(width)
        for number, maximum in enumerate(self.scales, 1):
            axis: PlotSpec = {"range": [0, maximum], "visible": False, "fixedrange": True, "anchor": "y"}
            if number > 1:
                axis["overlaying"] = "x"
            layout["xaxis" + str(number) * (number > 1)] = axis
        return {"data": [ground, *self.traces], "layout": layout}


def _axis(number: int) -> str:
    return "x" + str(number) * (number > 1)


def _coloured(style: PlotSpec, colour: str) -> PlotSpec:
    """A style in another colour of the palette than that of bars."""
    return {
        name: _coloured(value, colour) if isinstance(value, dict) else f"${colour}" if value == "$bar" else value
        for name, value in style.items()
    }


def _pixels(style: PlotSpec, *, anchor: float, x0: float, x1: float) -> PlotSpec:
    """A shape whose x is in px from ``anchor``, a fraction of the middle column."""
    return {**style, "xref": "paper", "yref": "y", "xsizemode": "pixel", "xanchor": anchor, "x0": x0, "x1": x1}


STYLES: dict[str, PlotSpec] = {
    "solid": {"color": "$bar", "line": {"width": 0}},
    "part2": {"color": "$bar2", "line": {"width": 0}},
    "part3": {"color": "$bar3", "line": {"width": 0}},
    "track": {"color": "$track", "line": {"width": 0}},
    "computed": {"color": "$paper", "line": {"color": "$bar", "width": 1.5}},
    "unsplit": {
        "color": "$bar",
        "line": {"width": 0},
        "pattern": {
            "shape": "/",
            "fgcolor": "$bar2",
            "bgcolor": "$bar",
            "size": 7,
            "solidity": 0.5,
            "fillmode": "replace",
        },
    },
    "hedge": {
        "color": "$bar",
        "line": {"width": 0},
        "pattern": {
            "shape": "|",
            "fgcolor": "$bar",
            "bgcolor": "$paper",
            "size": 5,
            "solidity": 0.5,
            "fillmode": "replace",
        },
    },
}
