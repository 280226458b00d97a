"""The charts of a report: each panel of a plan as a native chart of its own, or as a table where it has no bars.

Figures that may not share an axis stand in different panels, so they never share a native chart.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from dashboard.charts import footer
from dashboard.charts.alt_text import alt_text
from dashboard.charts.bars import PART_STYLES, rest
from dashboard.charts.plan import LEVELS, Panel, Plan, Row
from dashboard.charts.scales import Mode, Scales, before, unsplit
from dashboard.charts.scorecard_grid import column
from dashboard.charts.sentences import said
from dashboard.export.report.blocks import (
    Block,
    Cell,
    Graph,
    Grid,
    Kind,
    Mark,
    Paragraph,
    Point,
    Run,
    Series,
    Shown,
    cell,
)  # fmt: skip
from dashboard.export.report.sources import Sources, told
from dashboard.figures.comparability import Verdict
from dashboard.figures.figure import Figure
from dashboard.language.number_format import format_number
from dashboard.language.words import capital
from dashboard.records.models.chart import Form
from dashboard.records.places import full_label

_COLOURS: Final = dict(zip(PART_STYLES, ("bar", "bar2", "bar3"), strict=True))
_ROOM: Final = 0.07  # the part of an axis that a part of a bar needs for its number
_IN_TABLE: Final = 5  # places of a scorecard beside each other


class Charts:
    """The charts of a report. ``shown``: the evidence of what was drawn so far."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources
        self.say = sources.say

    def drawn(self, plan: Plan, *, one_scale: bool, bars: bool = True) -> tuple[list[Block], list[Shown]]:
        """A chart as blocks, its notes last, and the evidence of its figures. ``bars``: else as tables only."""
        shown: list[Shown] = []
        if plan.chart.form is Form.SCORECARD:
            blocks: list[Block] = list(self._scorecard(plan))
            shown += [one for panel in plan.panels for one in self._evidence(panel)]
        else:
            scales = Scales(plan, one_scale=one_scale)
            blocks = []
            rows = [panel for panel in plan.panels if panel.rows]  # what is kept apart has none
            for _, several in groupby(rows, lambda panel: self._shared(panel, scales, bars=bars)):
                panels = list(several)
                shown += [one for panel in panels for one in self._evidence(panel)]
                if bars and scales.barred(panels[0]):
                    blocks.append(self._graph(panels[0], plan, scales))
                else:
                    blocks.append(self._grid(panels, plan))
        across = self.say.verdict(plan, one_scale)
        notes = [footer.sentence(one) for one in (across, *self.say.notes(plan), *self.say.missing(plan)) if one]
        blocks += [Paragraph(cell(note), Kind.NOTE) for note in notes]
        return blocks, shown

    def verdict(self, panel: Panel) -> str:
        """The verdict on a panel with its reasons; of a single figure that it is compared with nothing."""
        if caution := self.say.caution(panel):
            return f"{Verdict.CAUTION.sign} {capital(caution)}"
        return told(panel.judgement, panel.data, self.say)

    def _shared(self, panel: Panel, scales: Scales, *, bars: bool) -> Hashable:
        """Equal for panels that one table holds: those of a single figure each."""
        alone = len(panel.rows) == len(panel.data) == 1 and not panel.spread
        return id(panel) if not alone or (bars and scales.barred(panel)) else "alone"

    def _evidence(self, panel: Panel) -> list[Shown]:
        figures = list({one.id: one for row in panel.rows for one in row.data}.values())
        return self.sources.shown(figures, self.verdict(panel) if figures else "")

    def _title(self, panel: Panel, plan: Plan) -> str:
        head = self._head(panel, plan)
        named = plan.counts_several or plan.chart.form is Form.SINGLE
        return capital(head) if named else f"{plan.chart.title[self.say.language]} · {head}"

    def _head(self, panel: Panel, plan: Plan) -> str:
        """The head of a panel; in the table of single figures also what is counted, of which no title tells."""
        head, single = self.say.head(panel, plan), plan.chart.form is Form.SINGLE
        return f"{panel.counted(self.say.language)} · {head}" if single and not plan.counts_several else head

    def _notes(self, panel: Panel) -> tuple[Paragraph, ...]:
        """What is told under a panel: how its figures compare, its scheme and base, its distribution."""
        found = [Paragraph(cell(said(panel.answer, self.say)), Kind.SENTENCE)] if panel.answer else []
        found += [Paragraph(cell(f"{self.verdict(panel)}."), Kind.VERDICT)] if panel.data else []
        lines = [self.say.detail(panel)]
        if panel.spread:
            count = self.say.word("count_figures", n=format_number(panel.spread.count, self.say.language))
            lines.append(f"{count}: {self.say.spread(panel.spread, panel)}")
        return (*found, *(Paragraph(cell(footer.sentence(line)), Kind.NOTE) for line in lines if line))

    # --- a panel with bars

    def _graph(self, panel: Panel, plan: Plan, scales: Scales) -> Graph:
        mode = scales.mode(panel)
        series = {Mode.STACKED: self._stack, Mode.CHANGE: self._change}.get(mode, self._bars)(panel, plan, scales)
        return Graph(
            title=self._title(panel, plan),
            categories=tuple(self._category(row, panel, mode) for row in panel.rows),
            series=tuple(series),
            maximum=scales.maximum(panel),
            alt=alt_text(replace(plan, panels=(panel,)), self.say),
            stacked=mode is Mode.STACKED,
            notes=self._notes(panel),
            evidence=tuple(tuple(self.sources.shown(row.data, self.verdict(panel))) for row in panel.rows),
            cited=tuple(tuple(self.sources.of_row(row)) for row in panel.rows),
        )

    def _category(self, row: Row, panel: Panel, mode: Mode) -> str:
        """What stands beside a bar: the place with what tells it apart; the reason, where there is no figure; of a
        whole with parts its value, which no bar has."""
        place, below = self.say.place(row), self.say.below(row, panel)
        name = f"{place} ({below})" if below else place
        marks = "".join(f" {mark}" for mark in self.sources.of_row(row).values())
        if row.figure is None:
            return f"{name}: {self.say.blank(row, panel)}{marks}"
        return f"{name}: {self._value(row)}{marks}" if mode is Mode.STACKED else name

    def _value(self, row: Row) -> str:
        assert row.figure
        if row.earlier:
            return f"{self.say.value(row.earlier)} → {self.say.value(row.figure)}"
        return self.say.value(row.figure, change=row.figure.before is not None)

    def _label(self, row: Row, panel: Panel) -> str:
        """What stands at the end of a bar: "> 9.700 [3]", and what was computed from it."""
        marks = "".join(f" {mark}" for mark in self.sources.of_row(row).values())
        both = row.figure is not None and mark(row.figure) is Mark.BOTH  # its stripes do not say that it was computed
        more = [self.say.word("computed_mark") if both else "", self.say.computed(row), self.say.rank(row, panel)]
        return " · ".join(filter(None, [f"{self._value(row)}{marks}", *more]))

    def _bars(self, panel: Panel, plan: Plan, scales: Scales) -> Iterator[Series]:  # noqa: ARG002  one of three
        share = scales.mode(panel) is Mode.SHARE
        yield Series(self._name(panel), tuple(self._point(row, panel, share=share) for row in panel.rows))

    def _point(self, row: Row, panel: Panel, *, share: bool) -> Point:
        figure = row.figure
        if figure is None or figure.value is None:
            return Point(None)
        value = figure.value / figure.out_of * 100 if share and figure.out_of else figure.value
        return Point(value, self._label(row, panel), mark(figure))

    def _name(self, panel: Panel) -> str:
        assert panel.indicator
        name, unit = panel.indicator.name[self.say.language], self.say.counted_in(panel)
        return f"{name} ({unit})" if unit else name

    def _change(self, panel: Panel, plan: Plan, scales: Scales) -> Iterator[Series]:  # noqa: ARG002  one of three
        rows = panel.rows
        earlier = tuple(
            Point(before(row), mark=mark(row.earlier) if row.earlier else Mark.SOLID) if row.figure else Point(None)
            for row in rows
        )
        later = tuple(
            Point(row.figure.value, self._label(row, panel), mark(row.figure)) if row.figure else Point(None)
            for row in rows
        )
        yield Series(self.say.word("report.before"), earlier, "bar3")
        yield Series(self.say.word("report.after"), later)

    def _stack(self, panel: Panel, plan: Plan, scales: Scales) -> Iterator[Series]:
        stack, most = plan.chart.stack, scales.maximum(panel)
        assert stack
        for index, (part, style) in enumerate(zip(stack.parts, PART_STYLES, strict=False)):
            figures = [row.parts[index] if index < len(row.parts) else None for row in panel.rows]
            if any(one and one.value for one in figures):
                points = tuple(self._part(one, most) for one in figures)
                yield Series(self.say.dataset.indicators[part].name[self.say.language], points, _COLOURS[style])
        rests = [rest(row) for row in panel.rows]
        if any(rests):
            yield Series(self.say.word("rest"), tuple(Point(one or None) for one in rests), "track")
        whole = [row.figure if row.figure and (unsplit(row) or not row.parts) else None for row in panel.rows]
        if any(whole):
            points = tuple(Point(one.value, "", Mark.UNSPLIT) if one else Point(None) for one in whole)
            yield Series(self.say.word("report.unsplit"), points)

    def _part(self, figure: Figure | None, most: float) -> Point:
        if figure is None or figure.value is None:
            return Point(None)
        label = self.say.value(figure) if figure.value > most * _ROOM else ""
        return Point(figure.value, label, mark(figure))

    # --- a panel without bars, and a chart as a table

    def _grid(self, panels: Sequence[Panel], plan: Plan) -> Grid:
        """A table of a panel; of several that have a single row each, told to be compared with no other."""
        say, first = self.say, panels[0]
        heads = tuple(map(say.word, ("col_place", "col_value", "col_date", "col_printed")))
        widths = (0.3, 0.27, 0.15, 0.28)
        if len(panels) == 1:
            rows = tuple(line for row in first.rows for line in self._lines(row, first, plan))
            return Grid(self._title(first, plan), heads, rows, widths, self._notes(first))
        titles = {self._title(panel, plan) for panel in panels}
        notes = {say.word("report.singles"): None}
        lines: list[tuple[Cell, ...]] = []
        for panel in panels:
            named = self._head(panel, plan) if len(titles) > 1 else ""
            about = [say.caution(panel), say.detail(panel)]
            notes |= {footer.sentence(": ".join(filter(None, [named, one]))): None for one in about if one}
            for row in panel.rows:
                for place, *others in self._lines(row, panel, plan):
                    lines.append(((*place, Run(f"\n{capital(named)}" if named else "")), *others))
        title = titles.pop() if len(titles) == 1 else plan.chart.title[say.language]
        return Grid(title, heads, tuple(lines), widths, tuple(Paragraph(cell(one), Kind.NOTE) for one in notes))

    def _lines(self, row: Row, panel: Panel, plan: Plan) -> Iterator[tuple[Cell, ...]]:
        """The lines of a row: its figure with parts and what was computed, or why there is none."""
        say, change = self.say, plan.chart.form is Form.CHANGE
        place = full_label(row.locality, say.dataset, say.language)
        if row.figure is None:
            blank = Run(say.blank(row, panel), self.sources.of_row(row))
            yield cell(place), (blank,), cell(""), cell(row.words.printed if row.words else "")
        for figure in row.data:
            what = "" if figure is row.figure or figure is row.earlier else f"{figure.what(say.language)}: "
            value = what + say.with_unit(figure, change=change and figure.before is not None)
            yield (
                cell(", ".join(filter(None, [place, figure.named("of", say.language)]))),
                (Run(value, self.sources.of(figure), strong=figure is row.figure),),
                cell(say.date(figure)),
                (Run(figure.printed or say.word("computed_mark"), link=self.sources.link(figure)),),
            )

    def _scorecard(self, plan: Plan) -> Iterator[Grid]:
        """Indicators below each other, places side by side, one table a level and a few places."""
        say = self.say
        for level in LEVELS:
            panels = [panel for panel in plan.panels if panel.level is level]
            places = sorted({row.locality for panel in panels for row in panel.rows},
                            key=lambda id: column(id, say.dataset))  # fmt: skip
            for start in range(0, len(places), _IN_TABLE):
                chosen = places[start : start + _IN_TABLE]
                rows = tuple(
                    (cell(self._named(panel)), *(self._cell(panel, place) for place in chosen))
                    for panel in panels
                    if any(row.locality in chosen for row in panel.rows)
                )
                title = f"{plan.chart.title[say.language]} · {say.word(level)}"
                side = 0.3
                widths = (side, *[(1 - side) / len(chosen)] * len(chosen))
                yield Grid(title, (say.word("col_what"), *map(say.short_place, chosen)), rows, widths)

    def _named(self, panel: Panel) -> str:
        assert panel.indicator
        part = next((figure.named("of", self.say.language) for figure in panel.data), "")
        parts = [panel.indicator.name[self.say.language], part, self.say.counted_in(panel), self.say.detail(panel)]
        return " · ".join(filter(None, parts))

    def _cell(self, panel: Panel, place: str) -> Cell:
        found: list[Run] = []
        for row in panel.rows:
            if row.locality != place:
                continue
            between = "\n" if found else ""
            if row.figure is None:
                found.append(Run(between + self.say.blank(row, panel), self.sources.of_row(row)))
            else:
                said = f"{between}{self.say.value(row.figure)} ({self.say.date(row.figure)})"
                more = f"; {self.say.computed(row)}" if row.computed else ""
                found.append(Run(said + more, self.sources.of_row(row), self.sources.link(row.figure)))
        return tuple(found) or cell("–")


def mark(figure: Figure) -> Mark:
    """How the bar of a figure is filled."""
    if figure.computed:
        return Mark.BOTH if figure.hedge else Mark.COMPUTED
    return Mark.HEDGED if figure.hedge else Mark.SOLID
