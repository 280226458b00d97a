"""Draws the scorecard on a canvas: one line an indicator, one column a place, one block a level.

A cell holds the printed number with its date and source, or why there is none. Nothing is drawn to scale, so numbers of
different kinds may stand in one table. The places of a block are of one level; blocks are not compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.charts.canvas import Canvas, safe
from dashboard.charts.dimensions import Dimensions
from dashboard.charts.fonts import width, wrap
from dashboard.charts.hit_box import HitBox
from dashboard.charts.plan import LEVELS, Panel, Plan, Row
from dashboard.charts.wording import Wording
from dashboard.language.vietnamese import sort_key
from dashboard.language.words import capital
from dashboard.records.dataset import Dataset
from dashboard.records.models.locality import Level

_COLUMN = 116.0  # the least width of a place's column, px
_SIDE = 0.28  # the part of the width that the names of what is counted take
_NARROW = 420.0  # below this width the names stand above the numbers


def column(place: str, dataset: Dataset) -> tuple[object, ...]:
    """The key by which the columns of places are sorted: by level from the top down, then by name."""
    where = dataset.localities[place]
    return LEVELS.index(where.level), sort_key(where.name), place


@dataclass(frozen=True)
class Line:
    """One line: an indicator by one scheme and base, with the rows of each place."""

    panel: Panel
    cells: dict[str, list[Row]]


class ScorecardGrid:
    """One scorecard, drawn in one set of dimensions. ``boxes`` and ``styles`` are as in ``Layout``."""

    def __init__(self, plan: Plan, say: Wording, measures: Dimensions) -> None:
        self.plan, self.say, self.m = plan, say, measures
        self.above = measures.inner < _NARROW
        self.side = 0.0 if self.above else measures.inner * _SIDE
        self.canvas = Canvas(self.side + measures.pad, measures.pad)
        self.references = {source.article: source.reference for source in say.sources(plan)}
        self.boxes: list[HitBox] = []

    @property
    def styles(self) -> set[str]:
        """No marks, so no styles."""
        return set()

    def draw(self, top: float) -> float:
        """Draw the blocks from ``top`` down. Returns the y where they end."""
        y, axis = top, self.canvas.axis(1.0)
        for level in LEVELS:
            places = self._places(level)
            most = max(1, int((self.m.inner - self.side) / (_COLUMN * self.m.scale)))
            blocks = -(-len(places) // most)
            size = -(-len(places) // blocks) if blocks else 0  # as even as can be
            for start in range(0, len(places), size or 1):
                y = self._block(level, places[start : start + size], axis, y)
        return y

    # --- what stands where

    def _places(self, level: Level) -> list[str]:
        """The places of a level that have a row, by name."""
        found = {row.locality for panel in self.plan.panels if panel.level is level for row in panel.rows}
        return sorted(found, key=lambda id: column(id, self.say.dataset))

    def _lines(self, level: Level, places: list[str]) -> Iterator[Line]:
        for panel in self.plan.panels:
            cells: dict[str, list[Row]] = {}
            for row in panel.rows:
                if row.locality in places:
                    cells.setdefault(row.locality, []).append(row)
            if panel.level is level and cells:
                yield Line(panel, cells)

    # --- drawing

    def _block(self, level: Level, places: list[str], axis: int, y: float) -> float:
        m = self.m
        self.canvas.rule(y, inset=m.pad)
        y += m.gap * 0.6
        column = (m.inner - self.side) / len(places)
        heads = [wrap(self.say.short_place(place), m.small, column - m.gap, 600) for place in places]
        named = wrap(self.say.word(level), m.small, (self.side or m.inner) - m.gap, 600)
        high = max(len(lines) for lines in (heads if self.above else [*heads, named])) * m.line(m.small)
        text, level_y = "<br>".join(map(safe, named)), y + m.line(m.small) * len(named) / 2
        self.canvas.words(text, level_y, m.small, weight=600, colour="$muted", column="left", shift=m.pad)
        if self.above:
            y += m.line(m.small) * len(named)
        for index, lines in enumerate(heads):
            text = "<br>".join(safe(line) for line in lines)
            at = (axis, (index + 0.5) / len(places))
            self.canvas.words(text, y + high / 2, m.small, weight=600, anchor="center", at=at)
        y += high + m.gap * 0.5
        for line in self._lines(level, places):
            y = self._line(line, places, column, axis, y)
        return y + m.gap

    def _line(self, line: Line, places: list[str], column: float, axis: int, y: float) -> float:
        m, top = self.m, y
        assert line.panel.indicator
        room = (m.inner if self.above else self.side) - m.gap
        names = wrap(line.panel.indicator.name[self.say.language], m.small, room, 600)
        part = next((figure.named("of", self.say.language) for figure in line.panel.data), "")
        details = [text for one in (part, self.say.counted_in(line.panel), capital(self.say.detail(line.panel))) if one
                   for text in wrap(one, m.small, room)]  # fmt: skip
        label_height = len(names + details) * m.line(m.small)  # lines of one text are as far apart, big or small
        cells = [self._cell(line, place, column - m.gap * 0.6) for place in places]
        cell_height = max(sum(m.line(size) for _, size in lines) for lines in cells)
        self.canvas.rule(y, inset=m.pad)
        y += m.gap * 0.4
        text = "<br>".join([*(f"<b>{safe(one)}</b>" for one in names), *(self._small(one) for one in details)])
        height = (label_height + cell_height + 2 if self.above else max(label_height, cell_height)) + m.air
        middle = y + (label_height / 2 if self.above else height / 2)
        self.canvas.words(text, middle, m.small, column="left", shift=m.pad)
        centre = y + height - cell_height / 2 if self.above else y + height / 2
        for index, lines in enumerate(cells):
            text = "<br>".join(one for one, _ in lines)
            self.canvas.words(text, centre, m.small, anchor="center", at=(axis, (index + 0.5) / len(places)))
        y += height + m.gap * 0.4
        rows = tuple((row, line.panel) for place in places for row in line.cells.get(place, ()))
        self.boxes.append(HitBox(rows, top, y - top))
        return y

    def _cell(self, line: Line, place: str, room: float) -> list[tuple[str, float]]:
        """The lines of a cell as escaped markup, each with its font size."""
        m, found = self.m, []
        for row in line.cells.get(place, ()):
            if row.figure is None:
                words = wrap(self._absent(row, line), m.small, room)
                found += [(f"<i>{self._small(one)}</i>", m.small) for one in words]
                continue
            value = self.say.value(row.figure, change=row.figure.before is not None)
            size = m.name if width(value, m.name, 700) <= room else m.small
            style, end = ("<i><b>", "</b></i>") if row.figure.computed else ("<b>", "</b>")
            style, end = f'<span style="font-size:{size}px">{style}', f"{end}</span>"
            found += [(f"{style}{safe(one)}{end}", size) for one in wrap(value, size, room, 700)]
            articles = {figure.article for figure in self.say.printed(row)}
            references = [reference for article, reference in self.references.items() if article in articles]
            mark = " ".join([self.say.date(row.figure), "".join(references)])
            found += [(self._small(one), m.small) for one in wrap(mark, m.small, room)]
        if not found:
            assert line.panel.indicator
            elsewhere = any(row.locality == place for panel in (self.plan.whole or self.plan).panels
                            if panel.indicator is line.panel.indicator for row in panel.rows)  # fmt: skip
            absences = self.plan.absences
            absent = absences.why(place, line.panel.indicator) if absences and not elsewhere else None
            blank = self.say.word("absent_elsewhere") if elsewhere else ""
            blank = self.say.absent(absent, line.panel.indicator) if absent else blank
            found = [(f"<i>{self._small(one)}</i>", m.small) for one in (wrap(blank, m.small, room) if blank else [""])]
        return found

    def _absent(self, row: Row, line: Line) -> str:
        indicator = line.panel.indicator
        return self.say.absent(row.absent, indicator) if row.absent and indicator else ""

    def _small(self, text: str) -> str:
        return f'<span style="font-size:{self.m.small}px;color:$muted">{safe(text)}</span>'
