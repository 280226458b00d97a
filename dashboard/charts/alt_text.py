"""The alt text of a chart: one paragraph, the finding first, then what is missing."""

from __future__ import annotations

from dashboard.charts.distribution import drawn
from dashboard.charts.plan import Panel, Plan, Row
from dashboard.charts.sentences import said
from dashboard.charts.wording import Wording
from dashboard.records.models.chart import Form

_ALL = 3  # rows of a panel up to which each is told
_FEW = 12  # rows of a table up to which each is told


def alt_text(plan: Plan, say: Wording) -> str:
    """The alt text: the title; for each panel its highest and lowest figure and how many lie between, or all of its
    rows where they are few; then the blanks.

    Highest and lowest are named only where the verdict allows an order (``Judgement.unranked``). Figures without a
    place in it are named apart.
    """
    sentences = [say.title(plan)]
    scorecard = plan.chart.form.in_cells
    rows = [say.described(row, panel, plan) for panel in plan.panels for row in panel.rows]
    if plan.chart.form is Form.SINGLE and len(rows) <= _FEW:
        sentences.append("; ".join(rows))
    elif scorecard:
        sentences.append(_table(plan, say))
    told = [] if scorecard else [_panel(panel, plan, say) for panel in plan.panels]
    sentences += filter(None, told)
    blanks = [f"{say.short_place(row.locality)}: {say.blank(row, panel)}"
              for panel in plan.panels for row in panel.rows if not row.figure]  # fmt: skip
    if blanks and not scorecard:
        sentences.append(say.word("alt_missing", rows="; ".join(dict.fromkeys(blanks))))
    return " ".join(sentence if sentence.endswith(".") else f"{sentence}." for sentence in sentences)


def _panel(panel: Panel, plan: Plan, say: Wording) -> str:
    rows = [row for row in panel.rows if row.figure]
    told = {id(row): say.described(row, panel, plan, headed=True) for row in rows}
    head = say.head(panel, plan)
    if panel.answer:
        return said(panel.answer, say) if not told else f"{head}: {'; '.join(told.values())}. {said(panel.answer, say)}"
    if panel.spread:
        many = f"{say.word('count_figures', n=panel.spread.count)}, {say.spread(panel.spread, panel)}"
        return f"{head}: {'; '.join([many, *list(told.values())[:_ALL]])}"
    ordered = _ordered(rows, panel)
    if len(rows) <= _ALL or len(ordered) < 2 or any(row.earlier for row in rows):
        return f"{head}: {'; '.join(told.values())}" if told else ""
    share = _shares(rows)
    low, high = (_number(ordered[at], share) for at in (0, -1))
    lowest = [told[id(row)] for row in ordered if _number(row, share) == low]
    highest = [told[id(row)] for row in ordered if _number(row, share) == high]
    placed = {id(row) for row in ordered}
    apart = [text for key, text in told.items() if key not in placed]
    parts = [say.word("alt_highest", row=", ".join(highest)), say.word("alt_lowest", row=", ".join(lowest))]
    if low == high:
        parts = [say.word("alt_equal", row=", ".join(highest))]
    elif between := len(ordered) - len(lowest) - len(highest):
        parts.append(say.word("alt_between", n=between))
    if apart:
        parts = [say.word("alt_of_those", rows="; ".join(parts)), say.word("alt_unranked", rows="; ".join(apart))]
    return f"{head}: {'; '.join(parts)}"


def _shares(rows: list[Row]) -> bool:
    return all(row.figure.out_of for row in rows if row.figure)


def _number(row: Row, share: bool) -> float:
    return drawn(row.figure, share=share) if row.figure else 0.0


def _ordered(rows: list[Row], panel: Panel) -> list[Row]:
    """The rows whose figures have a place in the order, from the lowest."""
    unranked = panel.judgement.unranked
    certain = [row for row in rows if row.figure and row.figure.value is not None
               and row.figure.id not in unranked and row.figure.as_of.dated]  # fmt: skip
    return sorted(certain, key=lambda row: _number(row, _shares(rows)))


def _table(plan: Plan, say: Wording) -> str:
    places = list(dict.fromkeys(row.locality for panel in plan.panels for row in panel.rows))
    counted = {panel.indicator.id for panel in plan.panels if panel.indicator}
    names = ", ".join(say.short_place(place) for place in places)
    indicators, count = say.word("count_indicators", n=len(counted)), say.word("count_places", n=len(places))
    return say.word("alt_scorecard", indicators=indicators, count=count, places=names)
