"""Draws the table of single figures on a canvas: a row each, with what is counted, where and when, and the number."""

from __future__ import annotations

from typing import Literal

from dashboard.charts.canvas import Canvas, safe
from dashboard.charts.dimensions import Dimensions
from dashboard.charts.fonts import width, wrap
from dashboard.charts.hit_box import HitBox
from dashboard.charts.plan import Panel, Plan, Row
from dashboard.charts.wording import Wording
from dashboard.language.words import capital
from dashboard.records.models.indicator import Indicator

_WHAT, _VALUE = 0.36, 0.26  # the parts of the width that the first and the last column take
_NARROW = 420.0  # below this width the columns stand below each other

Column = Literal["left", "plot", "right"]
Lines = list[tuple[str, float]]
"""Lines of escaped markup, each with its font size."""


class SingleRows:
    """One table, drawn in one set of dimensions. ``boxes`` and ``styles`` are as in ``Layout``."""

    def __init__(self, plan: Plan, say: Wording, measures: Dimensions) -> None:
        self.plan, self.say, self.m = plan, say, measures
        self.stacked = measures.inner < _NARROW
        self.what = 0.0 if self.stacked else measures.inner * _WHAT
        self.value = 0.0 if self.stacked else measures.inner * _VALUE
        self.place = measures.inner - self.what - self.value
        self.canvas = Canvas(self.what + measures.pad, self.value + measures.pad)
        self.references = {source.article: source.reference for source in say.sources(plan)}
        self.boxes: list[HitBox] = []

    @property
    def styles(self) -> set[str]:
        """No marks, so no styles."""
        return set()

    def draw(self, top: float) -> float:
        """Draw the rows from ``top`` down. Returns the y where they end."""
        y, above = top, None
        for panel in self.plan.panels:
            for row in panel.rows:
                y = self._row(row, panel, y, named=panel.indicator is not above)
                above = panel.indicator
        return y

    def _row(self, row: Row, panel: Panel, y: float, *, named: bool) -> float:
        m, gap = self.m, self.m.gap
        what, place, value = self._what(panel, named=named), self._place(row, panel), self._value(row, panel)
        self.canvas.rule(y, inset=m.pad)
        top = y
        y += gap * 0.3
        if self.stacked:
            y = self._write([*what, *place, *value], y, "left", m.pad)
        else:
            y = max(
                self._write(what, y, "left", m.pad),
                self._write(place, y, "plot", 0),
                self._write(value, y, "right", -self.value - m.pad),
            )
        y += gap * 0.3 + m.air
        self.boxes.append(HitBox(((row, panel),), top, y - top))
        return y

    def _write(self, lines: Lines, y: float, column: Column, shift: float) -> float:
        """Write lines from ``y`` down, from an edge of a column. Returns the y below them."""
        for text, size in lines:
            high = self.m.line(size)
            self.canvas.words(text, y + high / 2, size, column=column, shift=shift)
            y += high
        return y

    def _what(self, panel: Panel, *, named: bool) -> Lines:
        m, room = self.m, (self.what or self.place) - self.m.gap
        indicator: Indicator | None = panel.indicator
        name = wrap(indicator.name[self.say.language], m.name, room, 700) if indicator and named else []
        found: Lines = [(f"<b>{safe(line)}</b>", m.name) for line in name]
        for text, colour in ((capital(self.say.detail(panel)), "$muted"), (self.say.caution(panel), "$caution")):
            sign = "△ " if colour == "$caution" else ""
            lines = wrap(sign + text, m.small, room) if text else []
            found += [(f'<span style="color:{colour}">{safe(line)}</span>', m.small) for line in lines]
        return found

    def _place(self, row: Row, panel: Panel) -> Lines:
        m, room = self.m, self.place - self.m.gap
        *above, last = wrap(self.say.place(row), m.name, room)
        below = wrap(self.say.below(row, panel), m.small, room)
        start = width(last, m.name) + m.gap
        beside = start + width(below[0], m.small) <= room and len(below) == 1
        found: Lines = [(safe(line), m.name) for line in above]
        found.append((f"{safe(last)}&nbsp; {self._small(below[0])}" if beside else safe(last), m.name))
        return found + [(self._small(line), m.small) for line in below if not beside and line]

    def _value(self, row: Row, panel: Panel) -> Lines:
        m, room = self.m, self.value or self.place
        articles = {figure.article for figure in self.say.printed(row)} | ({row.article} if row.words else set())
        reference = "".join(reference for article, reference in self.references.items() if article in articles)
        if row.figure is None:
            words = wrap(capital(self.say.blank(row, panel)), m.small, room)
            found: Lines = [(f"<i>{self._small(line)}</i>", m.small) for line in words]
            after, start = reference, width(f"{words[-1]} ", m.small)
        else:
            style, end = ("<i><b>", "</b></i>") if row.figure.computed else ("<b>", "</b>")
            value, unit = self.say.value_and_unit(row.figure, change=row.figure.before is not None)
            words = wrap(value, m.value, room, 700)
            found = [(f"{style}{safe(line)}{end}", m.value) for line in words]
            after, start = " ".join(filter(None, [unit, reference])), width(f"{words[-1]} ", m.value, 700)
        if start + width(after, m.small) <= room:
            found[-1] = (f"{found[-1][0]} {self._small(after)}", found[-1][1])
        else:
            found += [(self._small(line), m.small) for line in wrap(after, m.small, room)]
        mark = self.say.word("computed_mark") if row.figure and row.figure.computed else ""
        under = " · ".join(filter(None, [mark, self.say.computed(row)]))
        lines = wrap(under, m.small, room) if under else []
        return found + [(f"<i>{self._small(line)}</i>", m.small) for line in lines]

    def _small(self, text: str) -> str:
        return f'<span style="font-size:{self.m.small}px;color:$muted">{safe(text)}</span>'
