"""A scorecard too high for a page as several pictures: long themes cut between lines, short ones together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from dashboard.charts import image
from dashboard.charts.plan import LEVELS, Panel, Plan
from dashboard.charts.say import Sayer
from dashboard.charts.sizes import Size
from dashboard.models import BlankKind, Form, Text
from dashboard.words import LANGUAGES, word

_PAGE: Final = 297 / 210  # height to width of A4, so that every part fills a page at most


def parts(plan: Plan, say: Sayer, version: str, size: Size) -> list[Plan]:
    """The plans to be drawn in the place of one, in order; each scorecard's title tells its theme and "(2/5)"."""
    if plan.chart.form is not Form.SCORECARD or _fits(plan, say, version, size):
        return [plan]
    themes: dict[str, list[Panel]] = {}
    for panel in plan.panels:
        assert panel.indicator
        themes.setdefault(panel.indicator.theme, []).append(panel)
    found: list[Plan] = []
    for theme in sorted(themes, key=list(say.dataset.themes).index):
        for part in _cut(_of(plan, themes[theme]), say, version, size):
            both = _of(plan, [*found[-1].panels, *part.panels]) if found else part
            if found and _fits(both, say, version, size):
                found[-1] = both
            else:
                found.append(part)
    if len(themes) > 1:
        found = [_titled(part, _themes(part, say)) for part in found]
    return [
        _titled(part, {id: f"{part.chart.title[id]} ({number}/{len(found)})" for id in LANGUAGES})
        for number, part in enumerate(found, 1)
    ]


def _fits(plan: Plan, say: Sayer, version: str, size: Size) -> bool:
    return image.least_height(plan, say, version, size) <= size.width * _PAGE


def _of(plan: Plan, panels: list[Panel]) -> Plan:
    """A part of a plan, with the reasons that concern its panels."""
    reasons = {row.absent.why for panel in panels for row in panel.rows if row.absent}
    shown = {panel.indicator.id for panel in panels if panel.indicator}
    chart = plan.chart.model_copy(update={"indicators": [id for id in plan.chart.indicators if id in shown]})
    absent = tuple(one for one in plan.absent if one[0].kind is not BlankKind.REFUSED or one[0].why in reasons)
    return replace(plan, chart=chart, panels=tuple(panels), absent=absent)


def _themes(part: Plan, say: Sayer) -> dict[str, str]:
    """The title of a part after the themes on it."""
    found = dict.fromkeys(panel.indicator.theme for panel in part.panels if panel.indicator)
    names = {id: ", ".join(say.dataset.themes[theme].name[id].lower() for theme in found) for id in LANGUAGES}
    return {id: word("scorecard_of", id, theme=names[id]) for id in LANGUAGES}


def _titled(plan: Plan, title: dict[str, str]) -> Plan:
    return replace(plan, chart=plan.chart.model_copy(update={"title": Text(**title)}))


def _cut(plan: Plan, say: Sayer, version: str, size: Size) -> Iterator[Plan]:
    """The lines of a plan from the top down, as many in each part as a page holds."""
    panels = sorted(plan.panels, key=lambda panel: LEVELS.index(panel.level) if panel.level else -1)  # as drawn
    while panels:
        # Not monotonic to the last px, since a source more may take a line; a part never is higher than a page.
        over = bisect_left(
            range(2, len(panels) + 1), 1, key=lambda n: not _fits(_of(plan, panels[:n]), say, version, size)
        )
        yield _of(plan, panels[: over + 1])
        panels = panels[over + 1 :]
