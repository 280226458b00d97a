"""Draws what may be said of places on a canvas: one block an indicator, the places as bars on one scale, beside them
values, dates and the sentence that may be written.

Of one place among its peers a block has a strip of dots instead of bars, from the lowest value to the highest. What
does not compare is a line for each reason. Each place has a colour of its own, and its name at each of its bars.
"""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.charts.bars import Bars
from dashboard.charts.canvas import Canvas, safe
from dashboard.charts.dimensions import Dimensions
from dashboard.charts.distribution import Distribution, drawn
from dashboard.charts.fonts import width, wrap
from dashboard.charts.hit_box import HitBox
from dashboard.charts.plan import Answer, Panel, Plan, Row
from dashboard.charts.scales import PLAIN, Scales
from dashboard.charts.sentences import said
from dashboard.charts.wording import Wording
from dashboard.figures.comparability import Verdict
from dashboard.figures.comparison import Standing

_NARROW = 640.0  # below this width what is counted and what is said stand above and below the bars
_NAME, _SAID = 0.2, 0.29  # the parts of the width that these take beside them
_QUARTILES = 8  # figures from which on a strip shows its quartiles
_EDGE = 0.02  # the part of a strip beyond its lowest and its highest value
_COLOURS = {Verdict.COMPARABLE: "$ok", Verdict.CAUTION: "$caution", Verdict.NOT_COMPARABLE: "$never"}
_HEADS = {Verdict.COMPARABLE: "ok", Verdict.CAUTION: "caution", Verdict.NOT_COMPARABLE: "never"}


@dataclass(frozen=True)
class Cells:
    """The lines of a row, as escaped markup: the place, what it has, the date."""

    place: list[str]
    value: list[str]
    date: list[str]


class ComparisonGrid:
    """One answer, drawn in one set of dimensions. ``boxes`` and ``styles`` are as in ``Layout``."""

    def __init__(self, plan: Plan, say: Wording, measures: Dimensions) -> None:
        self.plan, self.say, self.m = plan, say, measures
        self.whole = plan.whole or plan
        self.scales = Scales(self.whole)
        self.references = {source.article: source.reference for source in say.sources(self.whole)}
        m = measures
        self.above = m.inner / m.scale < _NARROW
        self.name = 0.0 if self.above else m.inner * _NAME
        self.said = 0.0 if self.above else m.inner * _SAID
        rows = [(panel, row) for panel in self.whole.panels for row in panel.rows]
        alone = all(isinstance(panel.answer, Standing) for panel in self.whole.panels)
        self.names = say.names(plan.places)
        longest = max((width(name, m.small) for name in self.names.values()), default=0)
        self.place = 0.0 if alone else min(longest + self._square + 1, m.inner * (0.3 if self.above else 0.17))
        barred = [row for panel, row in rows if row.figure and (alone or self._barred(panel))]
        values = [width(say.value(row.figure), m.value, 700) + width(self._reference(row), m.small)
                  for row in barred if row.figure]  # fmt: skip
        if self.above:  # the date stands below the value
            values += [width(say.span(row), m.small) for row in barred]
        self.value = min(max(values, default=0) + 1, m.inner * (0.3 if self.above else 0.17))
        dates = [width(line, m.small) for _, row in rows for line in wrap(say.span(row), m.small, m.inner * 0.12)]
        self.date = 0.0 if self.above else max(dates, default=0) + 1
        gaps = [(one + m.gap) * bool(one) for one in (self.name, self.place, self.value, self.date, self.said)]
        self.canvas = Canvas(sum(gaps[:2]) + m.pad, sum(gaps[2:]) + m.pad)
        self.plot_width = m.inner - sum(gaps)
        self.bars = Bars(self.canvas, say, m, self.plot_width)
        self.references = {source.article: source.reference for source in say.sources(plan)}
        self.boxes: list[HitBox] = []

    @property
    def styles(self) -> set[str]:
        """The styles of the marks drawn so far, for the legend."""
        return self.canvas.styles

    @property
    def _square(self) -> float:
        """The room for a place's colour before its name."""
        return 16 * self.m.scale

    def draw(self, top: float) -> float:
        """Draw the blocks from ``top`` down. Returns the y where they end."""
        y, before = top, None
        for panel in self.plan.panels:
            assert panel.answer is not None
            section = self._section(panel.answer)
            if section != before:
                y = self._head(panel.answer, section, y)
            before = section
            y = self._block(panel, y) if panel.rows else self._apart(panel, y)
        return y

    # --- heads

    @staticmethod
    def _section(answer: Answer) -> Verdict:
        if isinstance(answer, tuple):
            return Verdict.NOT_COMPARABLE
        return Verdict.COMPARABLE if isinstance(answer, Standing) else answer.verdict

    def _head(self, answer: Answer, verdict: Verdict, y: float) -> float:
        m = self.m
        self.canvas.rule(y, inset=m.pad)
        y += m.gap * 0.6
        among = isinstance(answer, Standing)
        word = self.say.word("answers.head_among" if among else f"answers.head_{_HEADS[verdict]}")
        text = word if among else f"{verdict.sign} {word}"
        self.canvas.words(safe(text), y + m.line(m.name) / 2, m.name, colour=_COLOURS[verdict], weight=700,
                          column="left", shift=m.pad)  # fmt: skip
        return y + m.line(m.name) + m.gap * 0.3

    def _apart(self, panel: Panel, y: float) -> float:
        """A line for a reason: what it keeps apart."""
        m = self.m
        for line in wrap(self._said(panel), m.small, m.inner):
            self.canvas.words(safe(line), y + m.line(m.small) / 2, m.small, column="left", shift=m.pad)
            y += m.line(m.small)
        return y + m.gap * 0.4

    # --- blocks

    def _block(self, panel: Panel, y: float) -> float:
        m, top = self.m, y
        room = m.inner if self.above else self.name
        names = wrap(panel.counted(self.say.language), m.name, room, 700)
        details = [line for one in self._details(panel) for line in wrap(one, m.small, room)]
        label = "<br>".join([*(f"<b>{safe(one)}</b>" for one in names), *(self._small(one) for one in details)])
        label_height = len(names + details) * m.line(m.name)  # lines of one text are as far apart, big or small
        told = wrap(self._said(panel), m.small, m.inner if self.above else self.said)
        said_height = len(told) * m.line(m.small)
        cells = [self._cells(row, panel) for row in panel.rows]
        heights = [self._height(one) + m.air for one in cells]
        silent = self._silent(panel)
        silent_height = len(silent) * m.line(m.small)
        rows_height = sum(heights) + silent_height
        if self.above:
            height = label_height + rows_height + said_height
            label_y, said_y, row_y = top + label_height / 2, top + height - said_height / 2, top + label_height
        else:
            height = max(label_height, rows_height, said_height)
            label_y = said_y = top + height / 2
            row_y = top + (height - rows_height) / 2
        self.canvas.rule(y, inset=m.pad)
        shift = m.gap * 0.5
        self.canvas.words(label, label_y + shift, m.name, column="left", shift=m.pad)
        text, at = "<br>".join(map(safe, told)), m.inner if self.above else self.said
        self.canvas.words(text, said_y + shift, m.small, column="left" if self.above else "right",
                          shift=m.pad if self.above else -m.pad - at)  # fmt: skip
        barred = self._barred(panel)
        axis = self.canvas.axis(self.scales.maximum(panel)) if barred else self.canvas.axis(1)
        row_y += shift
        for row, one, high in zip(panel.rows, cells, heights, strict=True):
            self._row(row, panel, one, axis, row_y + high / 2)
            self.boxes.append(HitBox(((row, panel),), row_y, high))
            row_y += high
        if silent:
            text = "<br>".join(f"<i>{safe(line)}</i>" for line in silent)
            self.canvas.words(
                text, row_y + silent_height / 2, m.small, colour="$muted", column="left", shift=self._left
            )
        return top + height + m.gap

    @property
    def _left(self) -> float:
        """Where the names of places begin, from the left edge."""
        return self.m.pad + (self.name + self.m.gap) * bool(self.name)

    def _silent(self, panel: Panel) -> list[str]:
        """The lines that name the places that have no figure of it."""
        told = {row.locality for row in panel.rows}
        names = [name for place, name in self.names.items() if place not in told]
        room = self.m.inner + self.m.pad - self._left - (self.said + self.m.gap) * bool(self.said)
        return wrap(self.say.word("answers.none", places=", ".join(names)), self.m.small, room) if names else []

    def _details(self, panel: Panel) -> list[str]:
        """What is told below the name: the unit, what keeps it from other figures, and that it was computed."""
        first = panel.data[0]
        computed = self.say.word("answers.computed") if first.computed else ""
        return [*filter(None, [self.say.counted_in(panel), self.say.detail(panel), computed])]

    def _said(self, panel: Panel) -> str:
        assert panel.answer is not None
        return said(panel.answer, self.say)

    def _barred(self, panel: Panel) -> bool:
        """Whether its figures are bars: what fell has no length that starts at zero."""
        return self.scales.mode(panel) not in PLAIN and all((figure.value or 0) >= 0 for figure in panel.data)

    def _reference(self, row: Row) -> str:
        articles = {figure.article for figure in self.say.printed(row)}
        found = "".join(reference for article, reference in self.references.items() if article in articles)
        return f" {found}" if found else ""

    def _cells(self, row: Row, panel: Panel) -> Cells:
        m, reference = self.m, self._reference(row)
        place = (
            [safe(one) for one in wrap(self.names[row.locality], m.small, self.place - self._square)]
            if self.place
            else []
        )
        if row.figure is None:
            room = self.plot_width + self.value + self.date + m.gap
            lines = wrap(f"{self.say.blank(row, panel)}{reference}", m.small, room)
            return Cells(place, [f"<i>{self._small(one)}</i>" for one in lines], [])
        standing = isinstance(panel.answer, Standing)
        room = self.value + (0 if standing or self._barred(panel) else self.plot_width + m.gap)
        start, end = ("<i><b>", "</b></i>") if row.figure.computed else ("<b>", "</b>")
        words = wrap(self.say.value(row.figure), m.value, room - width(reference, m.small), 700)
        value = [f"{start}{safe(one)}{end}" for one in words]
        value[-1] += self._small(reference) if reference else ""
        date = [self._small(one) for one in wrap(self.say.span(row), m.small, self.date or room)]
        return Cells(place, value, date) if self.date else Cells(place, value + date, [])

    def _height(self, cells: Cells) -> float:
        m = self.m
        return max(len(cells.value) * m.line(m.value), len(cells.place + cells.date) and m.line(m.small),
                   len(cells.place) * m.line(m.small), len(cells.date) * m.line(m.small)) + m.gap * 0.4  # fmt: skip

    def _row(self, row: Row, panel: Panel, cells: Cells, axis: int, middle: float) -> None:
        m = self.m
        if cells.place:
            left = self._left
            self.canvas.box(left, middle, 11 * m.scale, f"${self._colour(row)}")
            self.canvas.words("<br>".join(cells.place), middle, m.small, column="left", shift=left + self._square)
        value, end = "<br>".join(cells.value), (axis, self.canvas.scales[axis - 1])
        if row.figure is None:
            self.canvas.words(value, middle, m.small, colour="$muted")
            return
        if isinstance(panel.answer, Standing):
            self._strip(panel.answer, axis, middle)
        elif self._barred(panel):
            self.bars.draw(row, self.scales.mode(panel), axis, middle, self._colour(row))
        else:
            self.canvas.words(value, middle, m.value)
            value = ""
        if value:
            self.canvas.words(value, middle, m.value, at=end, shift=m.gap)
        if cells.date:
            shift = (self.value + m.gap) * bool(self.value) + m.gap
            self.canvas.words("<br>".join(cells.date), middle, m.small, at=end, shift=shift)

    def _colour(self, row: Row) -> str:
        return f"p{self.plan.places.index(row.locality) + 1}"

    def _strip(self, one: Standing, axis: int, middle: float) -> None:
        """The figure as a dot among all that compare with it, from the lowest to the highest."""
        figures = [figure for figure in one.compared.figures if figure.value is not None]
        if len(figures) < 2 or one.figure.value is None:
            return
        m, share = self.m, all(figure.out_of for figure in figures)
        heights = {figure.id: drawn(figure, share=share) for figure in figures}
        low, high = min(heights.values()), max(heights.values())

        def at(value: float) -> float:
            return 0.5 if low == high else _EDGE + (value - low) / (high - low) * (1 - 2 * _EDGE)

        name = f"{one.figure.id}:strip"
        self.canvas.bar(axis, middle, 0, 1, 1.5 * m.scale, "solid", name, "field")
        if len(figures) >= _QUARTILES:
            spread = Distribution.of(figures, one.compared.judgement)
            for value in (spread.lower, spread.median, spread.upper):
                self.canvas.upright(axis, at(value), middle - 8 * m.scale, middle + 8 * m.scale)
        others = [at(value) for id, value in heights.items() if id != one.figure.id]
        self.canvas.points(axis, middle, others, 9 * m.scale, "bar2", f"{name}:others")
        self.canvas.points(axis, middle, [at(heights[one.figure.id])], 14 * m.scale, "p2", name)

    def _small(self, text: str) -> str:
        return f'<span style="font-size:{self.m.small}px;color:$muted">{safe(text)}</span>'
