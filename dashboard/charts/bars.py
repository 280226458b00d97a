"""Draws the bars and dots of a chart on its canvas."""

from __future__ import annotations

from dashboard.charts.canvas import Canvas, safe
from dashboard.charts.dimensions import Dimensions
from dashboard.charts.figure_wording import FigureWording
from dashboard.charts.fonts import width
from dashboard.charts.plan import Row
from dashboard.charts.scales import GIVE, UPWARD, Mode, before, parts, unsplit
from dashboard.figures.figure import Figure
from dashboard.language.hedges import Hedge

PART_STYLES = ("solid", "part2", "part3")


class Bars:
    """The bars of one chart. ``plot_width`` px is the width of their column on the canvas."""

    def __init__(self, canvas: Canvas, wording: FigureWording, measures: Dimensions, plot_width: float) -> None:
        self.canvas = canvas
        self.say = wording
        self.measures = measures
        self.plot_width = plot_width

    def draw(self, row: Row, mode: Mode, axis: int, middle: float, colour: str = "bar") -> float:
        """Draw the bar or dots of a row; ``colour`` is that of a whole bar.

        Returns the value on the axis after which its text stands.
        """
        m, figure = self.measures, row.figure
        assert figure
        assert figure.value is not None
        thick, top = m.bar, self.canvas.scales[axis - 1]
        if mode == Mode.CHANGE:
            earlier = before(row)
            assert earlier is not None
            self.canvas.dots(axis, middle, earlier, figure.value, 11 * m.scale, figure.id)
            return top
        if mode == Mode.STACKED:
            self._stack(row, axis, middle, thick)
            return max(figure.value, parts(row))
        value = figure.value / figure.out_of * 100 if mode == Mode.SHARE and figure.out_of else figure.value
        if mode == Mode.SHARE:
            self.canvas.bar(axis, middle, 0, 100, thick, "track", f"{figure.id}:track")
        style = "computed" if figure.computed else "solid"
        end = self._hedged(axis, middle, value, top, thick, style, figure, colour)
        return top if mode == Mode.SHARE else end

    def _hedged(
        self, axis: int, y: float, value: float, top: float, thick: float, style: str, figure: Figure, colour: str
    ) -> float:
        """Draw a bar with a striped end on the side where a hedge leaves the true value open. Returns where it ends."""
        give, hedge, name = top * GIVE, figure.hedge, figure.id
        striped = min(value + give, top) if hedge in UPWARD else value
        solid = value if hedge in (None, Hedge.OVER, Hedge.AT_LEAST) else max(value - give, value / 2)
        self.canvas.bar(axis, y, 0, solid, thick, style, name, colour)
        if striped > solid:
            self.canvas.bar(axis, y, solid, striped, thick, "hedge", f"{name}:hedge", colour)
        return max(solid, striped)

    def _stack(self, row: Row, axis: int, y: float, thick: float) -> None:
        figure = row.figure
        assert figure
        assert figure.value is not None
        if unsplit(row):
            self.canvas.bar(axis, y, 0, figure.value, thick, "unsplit", figure.id)
            return
        start = 0.0
        for part, style in zip(row.parts, PART_STYLES, strict=False):
            if part is None or part.value is None:
                continue
            self.canvas.bar(axis, y, start, start + part.value, thick, style, part.id)
            text = self.say.value(part)
            room = part.value / self.canvas.scales[axis - 1] * self.plot_width
            if width(text, self.measures.small, 600) + 8 < room:
                colour = "$paper" if style == "solid" else "$ink"
                centre = (axis, start + part.value / 2)
                self.canvas.words(
                    safe(text), y, self.measures.small, colour=colour, weight=600, anchor="center", at=centre
                )
            start += part.value
        if (left := rest(row)) > 0:
            self.canvas.bar(axis, y, start, start + left, thick, "track", f"{figure.id}:rest")


def rest(row: Row) -> float:
    """What the parts leave of the whole; 0 where the article gives no parts."""
    return (row.figure.value or 0) - parts(row) if row.figure and any(row.parts) else 0
