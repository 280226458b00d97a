"""Divides a chart that does not fit into a picture's size into several numbered pictures, each complete in itself.

The pictures keep the order of the rows and the scales of the chart. A picture's caution is about its own rows only,
since it may travel alone. The themes of a scorecard stay together where they can; a theme with a line that is too high
is divided by places first, so that each picture is a table of some places.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Final

from dashboard.charts import image
from dashboard.charts.picture_sizes import Size
from dashboard.charts.plan import LEVELS, Panel, Plan, Row
from dashboard.charts.scorecard_grid import column
from dashboard.charts.wording import Wording
from dashboard.figures.absence import Absence
from dashboard.figures.comparability import judge
from dashboard.records.dataset import Dataset
from dashboard.records.models.chart import Form
from dashboard.records.models.fields import Text
from dashboard.records.models.figure import BlankKind
from dashboard.records.models.rule import Rule

_ROOM: Final = "(99/99)"  # what a title is measured with before the number of its picture is known
Silence = tuple[tuple[Absence, tuple[str, ...]], ...]
Piece = tuple[Panel, tuple[Row, ...]]
"""What stays together: one row of a panel, or the rows of a panel of an answer, or of a line of a scorecard."""


def own_title(plan: Plan, say: Wording) -> str:
    """The title of a chart, in the language of the wording."""
    return plan.chart.title[say.language]


def paginated(
    plan: Plan,
    say: Wording,
    version: str,
    size: Size,
    *,
    one_scale: bool = False,
    site: str = "",
    titled: Callable[[Plan, Wording], str] = own_title,
) -> list[Plan]:
    """The plans of the pictures of one chart, in order, titled by ``titled`` and numbered "(2/5)".

    Each fits into the size, except a single row whose notes alone are too long. Places without a row are counted on the
    last. Other arguments as for ``image.picture``.
    """
    page = _Page(say, version, size, one_scale, site, titled)
    if page.fits(plan):
        return [_titled(plan, titled(plan, say), say)]
    scorecard = plan.chart.form is Form.SCORECARD
    found = _by_theme(plan, page) if scorecard else _evenly(plan, page)
    if len(found) == 1:
        return [_titled(plan, titled(plan, say), say)]
    total = len(found)
    return [_titled(one, f"{titled(one, say)} ({n}/{total})", say) for n, one in enumerate(found, 1)]


@dataclass(frozen=True)
class _Page:
    """What all pictures of one chart share."""

    say: Wording
    version: str
    size: Size
    one_scale: bool
    site: str
    titled: Callable[[Plan, Wording], str]

    def fits(self, plan: Plan) -> bool:
        title = " ".join(filter(None, [self.titled(plan, self.say), _ROOM if plan.whole else ""]))
        height = image.least_height(
            plan, self.say, self.version, self.size, one_scale=self.one_scale, title=title, site=self.site
        )
        return height <= self.size.most


@dataclass(frozen=True)
class _Cuts:
    """Ways to cut the pieces of one plan into parts, as ranges of them. What was measured once is known."""

    page: _Page
    plan: Plan
    pieces: list[Piece]
    measured: dict[tuple[int, int], bool] = field(default_factory=dict)

    def parts(self, ranges: list[tuple[int, int]]) -> list[Plan]:
        return [self._part(start, end) for start, end in ranges]

    def evenly(self) -> list[tuple[int, int]]:
        """As few parts as possible, filled evenly. A panel is not cut where that needs no more parts."""
        pieces = self.pieces
        found = self.full(len(pieces))
        for uncut in (True, False):
            for most in range(-(-len(pieces) // len(found)), len(pieces)) if len(found) > 1 else ():
                even = self.full(most, uncut=uncut)
                if len(even) == len(found):
                    return even
        return found

    def full(self, most: int, *, uncut: bool = False) -> list[tuple[int, int]]:
        """Parts from the top down, each as full as fits, with at most ``most`` pieces.

        ``uncut``: a panel that does not fit below another one begins on the next part.
        """
        found, start, pieces = [], 0, self.pieces
        while start < len(pieces):
            # Height is not quite monotonic, since one more source may take a line; still no part becomes too high.
            ends = range(start + 2, min(start + most, len(pieces)) + 1)
            end = start + 1 + bisect_left(ends, 1, key=lambda end: not self._fits(start, end))
            if uncut and end < len(pieces) and pieces[end][0] is pieces[end - 1][0]:
                top = next(at for at, (panel, _) in enumerate(pieces) if panel is pieces[end][0])
                end = top if top > start else end
            found.append((start, end))
            start = end
        return found

    def _fits(self, start: int, end: int) -> bool:
        if (start, end) not in self.measured:
            self.measured[start, end] = self.page.fits(self._part(start, end))
        return self.measured[start, end]

    def _part(self, start: int, end: int) -> Plan:
        return _of(self.plan, self.pieces[start:end], self.page.say.dataset.rules, len(self.pieces) - start)


def _evenly(plan: Plan, page: _Page) -> list[Plan]:
    cuts = _Cuts(page, plan, _pieces(plan))
    return cuts.parts(cuts.evenly())


def _pieces(plan: Plan) -> list[Piece]:
    if plan.chart.form is Form.SCORECARD:
        panels = sorted(plan.panels, key=lambda panel: LEVELS.index(panel.level) if panel.level else -1)  # as drawn
        return [(panel, panel.rows) for panel in panels]
    return [(panel, rows) for panel in plan.panels for rows in ([panel.rows] if panel.answer else _each(panel))]


def _each(panel: Panel) -> list[tuple[Row, ...]]:
    """Its rows one by one; a single empty group for a panel with a distribution only."""
    return [(row,) for row in panel.rows] or [()]


def _of(plan: Plan, pieces: list[Piece], rules: Mapping[str, Rule], left: int = 0) -> Plan:
    """A part of a plan with some of its pieces. A panel that is cut is judged anew.

    ``left``: how many pieces remained; the part with the last ones counts the places that have no row. Each part of a
    scorecard names the reasons that concern its own lines and places.
    """
    panels = []
    for _, group in groupby(pieces, key=lambda piece: id(piece[0])):
        several = list(group)
        panel, rows = several[0][0], tuple(row for _, rows in several for row in rows)
        panels.append(panel if rows == panel.rows else _cut(panel, rows, rules))
    part = replace(plan, panels=tuple(panels), whole=plan.whole or plan)
    if plan.chart.form is not Form.SCORECARD:
        return part if len(pieces) == left else replace(part, absent=())
    shown = {panel.indicator.id for panel in panels if panel.indicator}
    chart = plan.chart.model_copy(update={"indicators": [id for id in plan.chart.indicators if id in shown]})
    return replace(part, chart=chart, absent=_refused(part))


def _refused(part: Plan) -> Silence:
    """The reasons told below a part of a scorecard: those of its cells that were refused, with the places of these."""
    assert part.whole
    found = {(row.absent.why, row.locality) for panel in part.panels for row in panel.rows if row.absent}
    named = ((one, tuple(place for place in places if (one.why, place) in found)) for one, places in part.whole.absent)
    return tuple((one, places) for one, places in named if one.kind is BlankKind.REFUSED and places)


def _cut(panel: Panel, rows: tuple[Row, ...], rules: Mapping[str, Rule]) -> Panel:
    """A panel with some of its rows. One with a distribution keeps its verdict, which is about all places."""
    data = [figure for row in rows for figure in (row.earlier, row.figure) if figure]
    judgement = panel.judgement if panel.spread else judge(data, rules)
    return replace(panel, rows=rows, judgement=judgement, whole=panel)


def _by_theme(plan: Plan, page: _Page) -> list[Plan]:
    """A scorecard by theme: long themes are cut between lines, wide ones between places, short ones share a picture.

    The last part counts the places that have no row.
    """
    themes: dict[str, list[Piece]] = {}
    for panel, rows in _pieces(plan):
        assert panel.indicator
        themes.setdefault(panel.indicator.theme, []).append((panel, rows))

    def named(pieces: list[Piece]) -> Plan:
        part = _of(plan, pieces, page.say.dataset.rules)
        return _themed(part, page.say) if len(themes) > 1 else part

    found: list[tuple[Plan, list[Piece]]] = []
    for theme in sorted(themes, key=list(page.say.dataset.themes).index):
        tables = _tables(themes[theme], lambda piece: page.fits(named([piece])), page.say.dataset)
        for table in tables:
            cuts = _Cuts(page, named(table), table)
            for part in cuts.parts(cuts.full(len(table))):
                pieces = [(panel, panel.rows) for panel in part.panels]
                both = [*found[-1][1], *pieces] if found else pieces
                # Tables of different places would leave cells empty that are full on another picture.
                whole = not any(panel.whole for panel, _ in both)
                if found and whole and page.fits(named(both)):
                    found[-1] = named(both), both
                else:
                    found.append((part, pieces))
    *before, last = [part for part, _ in found]
    silent = tuple(one for one in plan.absent if one[0].kind is not BlankKind.REFUSED)
    return [*before, replace(last, absent=(*last.absent, *silent))]


def _tables(pieces: list[Piece], fits: Callable[[Piece], bool], dataset: Dataset) -> list[list[Piece]]:
    """The lines of a theme; halved by places, as they are drawn, until each line fits; last, a cell of many numbers by
    rows."""
    if all(map(fits, pieces)):
        return [pieces]
    groups: dict[str, list[int]] = {}
    for row in sorted((row for _, rows in pieces for row in rows), key=lambda row: column(row.locality, dataset)):
        groups.setdefault(row.locality, []).append(id(row))
    cells = list(groups.values()) if len(groups) > 1 else [[row] for rows in groups.values() for row in rows]
    if len(cells) < 2:
        return [pieces]
    found = []
    for half in (cells[: len(cells) // 2], cells[len(cells) // 2 :]):
        inside = {row for cell in half for row in cell}
        cut = [(panel, tuple(row for row in rows if id(row) in inside)) for panel, rows in pieces]
        found += _tables([piece for piece in cut if piece[1]], fits, dataset)
    return found


def _themed(part: Plan, say: Wording) -> Plan:
    """A part of a scorecard, titled by its themes."""
    found = dict.fromkeys(panel.indicator.theme for panel in part.panels if panel.indicator)
    names = [say.dataset.themes[theme].name for theme in found]
    title = Text.said("scorecard_of", theme=lambda of: ", ".join(name[of].lower() for name in names))
    return replace(part, chart=part.chart.model_copy(update={"title": title}))


def _titled(plan: Plan, title: str, say: Wording) -> Plan:
    """A plan with another title in the language of the wording."""
    if title == plan.chart.title[say.language]:
        return plan
    both = plan.chart.title.model_copy(update={say.language: title})
    return replace(plan, chart=plan.chart.model_copy(update={"title": both}))
