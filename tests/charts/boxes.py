"""Where the words of a figure come to stand, worked out as plotly does, with the widths of the shipped font."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from itertools import combinations

from dashboard.charts.canvas import PlotSpec
from dashboard.charts.fonts import width

LINE = 1.3  # plotly's line height, in em of the annotation
SLIP = 0.01


@dataclass(frozen=True)
class Words:
    """One annotation: its lines as read, and its box in px from the top left corner."""

    lines: tuple[str, ...]
    colour: str
    size: float
    left: float
    right: float
    top: float
    bottom: float

    @property
    def text(self) -> str:
        return " ".join(self.lines)


def words(figure: PlotSpec, wide: float) -> list[Words]:
    """The annotations of a figure that is ``wide`` px wide."""
    return [_placed(annotation, figure["layout"], wide) for annotation in figure["layout"]["annotations"]]


def overlaps(found: list[Words]) -> list[tuple[str, str]]:
    """Pairs of texts of which one lies on the other."""
    return [
        (a.text, b.text)
        for a, b in combinations(found, 2)
        if a.left < b.right - SLIP and b.left < a.right - SLIP and a.top < b.bottom - SLIP and b.top < a.bottom - SLIP
    ]


def outside(found: list[Words], wide: float, high: float) -> list[Words]:
    """Texts that leave the sheet."""
    return [
        one
        for one in found
        if one.left < -SLIP or one.right > wide + SLIP or one.top < -SLIP or one.bottom > high + SLIP
    ]


def position(figure: PlotSpec, wide: float, axis: str, value: float) -> float:
    """The px from the left at which a value of an axis lies."""
    layout = figure["layout"]
    left, right = layout["margin"]["l"], layout["margin"]["r"]
    if axis == "paper":
        return float(left + value * (wide - left - right))
    start, end = layout[axis.replace("x", "xaxis", 1)]["range"]
    return float(left + (value - start) / (end - start) * (wide - left - right))


def plain(markup: str) -> str:
    """What a reader sees of plotly's markup."""
    return html.unescape(re.sub("<[^>]*>", "", markup)).replace("\N{NO-BREAK SPACE}", " ")


def _placed(annotation: PlotSpec, layout: PlotSpec, wide: float) -> Words:
    font = annotation["font"]
    lines = annotation["text"].split("<br>")
    broad = max(_width(line, font["size"], font["weight"]) for line in lines)
    high = len(lines) * LINE * font["size"]
    x = position({"layout": layout}, wide, annotation["xref"], annotation["x"]) + annotation["xshift"]
    left = x - {"left": 0.0, "center": broad / 2, "right": broad}[annotation["xanchor"]]
    top = annotation["y"] - {"top": 0.0, "middle": high / 2, "bottom": high}[annotation["yanchor"]]
    return Words(tuple(map(plain, lines)), font["color"], font["size"], left, left + broad, top, top + high)


def _width(line: str, size: float, weight: int) -> float:
    """Bold parts in bold, parts with a size of their own in that size."""
    total, bold = 0.0, weight
    sizes = [size]
    for tag, text in re.findall("(<[^>]*>)|([^<]+)", line):
        if tag == "<b>":
            bold = 700
        elif tag == "</b>":
            bold = weight
        elif tag.startswith("<span"):
            own = re.search(r"font-size:([0-9.]+)px", tag)
            sizes.append(float(own[1]) if own else sizes[-1])
        elif tag == "</span>":
            sizes.pop()
        elif text:
            total += width(html.unescape(text), sizes[-1], bold)
    return total
