"""Lays a plan out on a canvas: columns, panels, rows. All places are computed from measured texts, none is left to
plotly."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.charts import bars
from dashboard.charts.canvas import Canvas, safe
from dashboard.charts.comparison_grid import ComparisonGrid
from dashboard.charts.dimensions import Dimensions
from dashboard.charts.distribution import Distribution
from dashboard.charts.fonts import width, wrap
from dashboard.charts.hit_box import HitBox
from dashboard.charts.plan import Panel, Plan, Row
from dashboard.charts.scales import PLAIN, Mode, Scales
from dashboard.charts.scorecard_grid import ScorecardGrid
from dashboard.charts.single_rows import SingleRows
from dashboard.charts.wording import Wording
from dashboard.figures.figure import Figure
from dashboard.language.number_format import format_number
from dashboard.language.words import capital
from dashboard.records.models.chart import Form
from dashboard.records.models.indicator import Kind


@dataclass(frozen=True)
class Label:
    """The lines of a row's label: the place, and below it parent and date."""

    name: list[str]
    below: list[str]


def layout_of(plan: Plan, say: Wording, measures: Dimensions, *, one_scale: bool = False) -> Body:
    """The layout for the form of a chart, or for an answer."""
    if plan.answers:
        return ComparisonGrid(plan, say, measures)
    if plan.chart.form is Form.SINGLE:
        return SingleRows(plan, say, measures)
    if plan.chart.form is Form.SCORECARD:
        return ScorecardGrid(plan, say, measures)
    return Layout(plan, say, measures, one_scale=one_scale)


class Layout:
    """One plan, laid out in one set of dimensions."""

    def __init__(self, plan: Plan, say: Wording, measures: Dimensions, *, one_scale: bool = False) -> None:
        self.plan = plan
        self.say = say
        self.m = measures
        self.whole = plan.whole or plan  # a page of a divided chart has the columns and scales of the full chart
        self.scales = Scales(self.whole, one_scale=one_scale)
        self.references = self._references_by_article(self.whole)  # those of the full chart, to measure the columns
        limit = measures.inner * 0.36
        self.label_width = min(limit, self._widest_label()) + measures.gap
        self.value_width = min(measures.inner * 0.45, self._widest_value()) + measures.gap
        self.canvas = Canvas(self.label_width + measures.pad, self.value_width + measures.pad)
        self.plot_width = measures.inner - self.label_width - self.value_width
        self.bars = bars.Bars(self.canvas, say, measures, self.plot_width)
        self.references = self._references_by_article(plan)  # from here on those of this page, to be written
        self.boxes: list[HitBox] = []

    @property
    def styles(self) -> set[str]:
        """The styles of the marks drawn so far, for the legend."""
        return self.canvas.styles

    # --- columns

    def _rows(self) -> list[tuple[Panel, Row]]:
        return [(panel, row) for panel in self.whole.panels for row in panel.rows]

    def _widest_label(self) -> float:
        m = self.m
        return max(
            (
                max(width(self.say.place(row), m.name), width(self.say.below(row, panel), m.small))
                for panel, row in self._rows()
            ),
            default=0,
        )

    def _widest_value(self) -> float:
        barred = [panel for panel in self.whole.panels if self.scales.mode(panel) not in PLAIN]
        widths = [self._value_width(row, panel) for panel in barred for row in panel.rows if row.figure]
        return max([*widths, *(self._spread_width(panel) for panel in barred)], default=0)

    def _spread_width(self, panel: Panel) -> float:
        """The width of the text about the distribution, on two lines."""
        return width(self.say.spread(panel.spread, panel), self.m.small) * 0.6 if panel.spread else 0

    def _value_width(self, row: Row, panel: Panel) -> float:
        assert row.figure
        first = width(self._value(row), self.m.value, 700) + width(self._reference(row), self.m.small)
        return max(first, width(self._under(row, panel), self.m.small)) + self.m.gap

    def _value(self, row: Row) -> str:
        assert row.figure
        if row.earlier:
            return f"{self.say.value(row.earlier)} → {self.say.value(row.figure)}"
        return self.say.value(row.figure, change=self.plan.chart.form is Form.CHANGE)

    def _under(self, row: Row, panel: Panel) -> str:
        """The text below a value: what was computed from it, its rank among many, and that it was computed, where no
        hollow bar shows that."""
        computed = row.figure and row.figure.computed and self.scales.mode(panel) not in (Mode.BARS, Mode.SHARE)
        mark = self.say.word("computed_mark") if computed else ""
        return " · ".join(filter(None, [mark, self.say.computed(row), self.say.rank(row, panel)]))

    def _references_by_article(self, plan: Plan) -> dict[str, str]:
        """The reference to each article, as "[2]"."""
        return {source.article: source.reference for source in self.say.sources(plan)}

    def _reference(self, row: Row) -> str:
        articles = {figure.article for figure in self.say.printed(row)} | ({row.article} if row.words else set())
        found = [reference for article, reference in self.references.items() if article in articles]
        return " " + "".join(found) if found else ""

    # --- panels

    def draw(self, top: float) -> float:
        """Draw the key of stacked bars and the panels from ``top`` down. Returns the y where they end."""
        y = self._stack_key(top)
        cautions = self.say.cautions(self.plan)
        for index, (panel, caution) in enumerate(zip(self.plan.panels, cautions, strict=True)):
            y = self._panel(panel, caution, y, ruled=index > 0 or y > top or self.m.pad > 0)
        return y

    def _stack_key(self, y: float) -> float:
        """Draw which colour is which part of a stacked bar. Returns the y below it."""
        m, stack = self.m, self.plan.chart.stack
        items: list[tuple[str, str]] = []
        if stack:
            drawn = [any(part and part.value for part in parts) for parts in zip(*self._parts(), strict=True)]
            names = [self.say.dataset.indicators[part].name[self.say.language] for part in stack.parts]
            items = [(f"${['bar', 'bar2', 'bar3'][n]}", names[n]) for n, found in enumerate(drawn) if found]
            if any(bars.rest(row) > 0 for _, row in self._rows()):
                items.append(("$track", self.say.word("rest")))
        x = m.pad
        top = y
        for colour, text in items:
            first, *rest = wrap(text, m.small, m.inner - 16 * m.scale)
            length = width(first, m.small) + 26 * m.scale
            if x > m.pad and (rest or x + length > m.inner + m.pad):
                x, y = m.pad, y + m.line(m.small)
            self.canvas.box(x, y + m.line(m.small) / 2, 11 * m.scale, colour)
            for number, line in enumerate([first, *rest]):
                y += m.line(m.small) if number else 0
                middle = y + m.line(m.small) / 2
                self.canvas.words(safe(line), middle, m.small, colour="$muted", column="left", shift=x + 16 * m.scale)
            x = m.inner + m.pad if rest else x + length + 6 * m.scale
        return y + m.line(m.small) + m.gap * 0.6 if items else top

    def _parts(self) -> list[tuple[Figure | None, ...]]:
        """The parts of every row that is drawn as a stack."""
        return [row.parts for panel, row in self._rows() if row.parts and self.scales.mode(panel) == Mode.STACKED]

    def _panel(self, panel: Panel, caution: str, y: float, *, ruled: bool) -> float:
        m = self.m
        if ruled:
            self.canvas.rule(y, inset=m.pad)
        y += m.gap * 0.6
        y = self._head(panel, caution, y)
        mode = self.scales.mode(panel)
        axis = self.canvas.axis(self.scales.maximum(panel)) if mode not in PLAIN else 1
        start = y
        if panel.spread and mode not in PLAIN:
            y = self._spread(panel, panel.spread, axis, y)
        for row in panel.rows:
            label = self._label(row, panel)
            text = self._lines(row, panel, mode)
            block = len(label.name + label.below) * m.line(m.name)  # lines of one text are as far apart, big or small
            said = len(text) * m.line(self._size(row, mode))
            height = max(max(block, m.line(m.value) + m.line(m.small)) + m.air, said) + m.gap * 0.7
            middle = y + height / 2
            self._write_label(label, middle)
            self._write_row(row, mode, axis, middle, text)
            self.boxes.append(HitBox(((row, panel),), y, height))
            y += height
        if mode == Mode.SHARE and any(figure.kind is Kind.ATTAINMENT for figure in panel.data):
            self.canvas.upright(axis, 100, start, y)
        return y + m.gap * 0.5

    def _head(self, panel: Panel, caution: str, y: float) -> float:
        m = self.m
        head = self.say.head(panel, self.plan)
        lines = wrap(head, m.small, m.inner, 600)
        # The verdict stands beside the head where both fit on one line, else below it.
        beside = len(lines) == 1 and width(head, m.small, 600) + width(caution, m.small) + 30 * m.scale <= m.inner
        for line in lines:
            middle = y + m.line(m.small) / 2
            self.canvas.words(safe(line), middle, m.small, weight=600, colour="$muted", column="left", shift=m.pad)
            y += m.line(m.small)
        if caution and beside:
            self.canvas.words(
                f"△ {safe(caution)}", middle, m.small, colour="$caution", anchor="right", column="right", shift=-m.pad
            )
        detail = wrap(capital(self.say.detail(panel)), m.small, m.inner) if self.say.detail(panel) else []
        extra = [(line, "$muted") for line in detail]
        if caution and not beside:
            extra += [(line, "$caution") for line in wrap(f"△ {caution}", m.small, m.inner)]
        for line, colour in extra:
            self.canvas.words(safe(line), y + m.line(m.small) / 2, m.small, colour=colour, column="left", shift=m.pad)
            y += m.line(m.small)
        return y

    def _spread(self, panel: Panel, spread: Distribution, axis: int, y: float) -> float:
        """Draw the distribution of all figures of the axis: range, middle half and median. Returns the y below it."""
        m, limit = self.m, self.label_width - self.m.gap
        words = self.say.word("count_figures", n=format_number(spread.count, self.say.language))
        label = Label(wrap(words, m.name, limit), wrap(self.say.word("spread_below"), m.small, limit))
        said = wrap(self.say.spread(spread, panel), m.small, self.value_width - m.gap)
        block = len(label.name) * m.line(m.name) + len(label.below) * m.line(m.small)
        height = max(block, len(said) * m.line(m.small)) + m.gap * 0.7
        middle, name = y + height / 2, f"spread:{axis}"
        self._write_label(label, middle)
        self.canvas.bar(axis, middle, spread.low, spread.high, 6 * m.scale, "track", f"{name}:all")
        self.canvas.bar(axis, middle, spread.lower, spread.upper, 16 * m.scale, "part3", f"{name}:half")
        self.canvas.upright(axis, spread.median, middle - 10 * m.scale, middle + 10 * m.scale)
        text = "<br>".join(self._small(line) for line in said)
        self.canvas.words(text, middle, m.small, at=(axis, self.canvas.scales[axis - 1]), shift=m.gap)
        return y + height

    # --- rows

    def _label(self, row: Row, panel: Panel) -> Label:
        m, limit = self.m, self.label_width - self.m.gap
        below = self.say.below(row, panel)
        return Label(wrap(self.say.place(row), m.name, limit), wrap(below, m.small, limit) if below else [])

    def _write_label(self, label: Label, middle: float) -> None:
        m = self.m
        below = "".join(f"<br>{self._small(line)}" for line in label.below)
        text = "<br>".join(safe(line) for line in label.name) + below
        self.canvas.words(text, middle, m.name, anchor="right", shift=-m.gap)

    def _size(self, row: Row, mode: Mode) -> float:
        """The font size of the text beside a bar, or in place of one."""
        return self.m.name if row.figure is None or mode == Mode.GRADE else getattr(self.m, PLAIN.get(mode, "value"))

    def _lines(self, row: Row, panel: Panel, mode: Mode) -> list[str]:
        """The text beside a bar, or in place of one, as lines of escaped markup."""
        m, size = self.m, self._size(row, mode)
        room = self.value_width - m.gap + (self.plot_width if row.figure is None or mode in PLAIN else 0)
        if row.figure is None:
            reference = self._reference(row)
            words = wrap(capital(self.say.blank(row, panel)), size, room - width(reference, m.small))
            lines = [f"<i>{safe(line)}</i>" for line in words]
            lines[-1] += self._small(reference) if reference else ""
            return lines
        style, end = ("<i><b>", "</b></i>") if row.figure.computed else ("<b>", "</b>")
        unit, reference = self._unit(row) if mode == Mode.NUMBER else "", self._reference(row)
        beside = width(self._value(row), size, 700) + width(f" {unit}{reference}", m.small) <= room
        after = f" {unit}{reference}" if unit and beside else reference
        words = wrap(self._value(row), size, room - width(after, m.small), 700)
        lines = [f"{style}{safe(line)}{end}" for line in words]
        lines[-1] += self._small(after)
        if unit and not beside:
            lines += [self._small(line) for line in wrap(unit, m.small, room)]
        below = self._under(row, panel)
        return lines + [f"<i>{self._small(line)}</i>" for line in (wrap(below, m.small, room) if below else [])]

    def _unit(self, row: Row) -> str:
        """The unit after a number without a bar; "" where the value ends in it."""
        assert row.figure
        return self.say.value_and_unit(row.figure, change=self.plan.chart.form is Form.CHANGE)[1]

    def _small(self, text: str) -> str:
        return f'<span style="font-size:{self.m.small}px;color:$muted">{safe(text)}</span>'

    def _write_row(self, row: Row, mode: Mode, axis: int, middle: float, lines: list[str]) -> None:
        m, text, size = self.m, "<br>".join(lines), self._size(row, mode)
        if row.figure is None:
            self.canvas.dotted(middle, m.line(m.name) * len(lines))
            self.canvas.words(text, middle, size, colour="$muted", shift=m.gap)
        elif mode in PLAIN:
            self.canvas.words(text, middle, size)
        else:
            end = self.bars.draw(row, mode, axis, middle)
            self.canvas.words(text, middle, size, at=(axis, end), shift=m.gap)


Body = Layout | ComparisonGrid | ScorecardGrid | SingleRows
