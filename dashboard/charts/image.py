"""A chart as a picture that leaves its page: title, what is counted, the bars, and where every number is from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from dashboard.charts.draw import Drawing, drawing
from dashboard.charts.grid import Grid
from dashboard.charts.measure import width, wrap
from dashboard.charts.measures import Measures
from dashboard.charts.plan import Plan
from dashboard.charts.say import Sayer
from dashboard.charts.sheet import Figure, safe

WIDTH: Final = 1200
LEAST_HEIGHT: Final = 675
PAD: Final = 44
_INNER = WIDTH - 2 * PAD
_TITLE, _SUB, _FOOT = 32, 18, 14
_ROOMIEST = 1.6
_SCALE = 1.3


def wide(plan: Plan, say: Sayer, version: str, *, one_scale: bool) -> Figure:
    """The picture, 1200 px wide and at least 675 px high; higher where there is more to say, never smaller words."""
    figure, height = _build(plan, say, version, one_scale, 1.0)
    if height < LEAST_HEIGHT:
        taller, stretched = _build(plan, say, version, one_scale, _ROOMIEST)
        if stretched <= LEAST_HEIGHT:
            figure = taller
        else:
            share = (LEAST_HEIGHT - height) / (stretched - height)
            figure, _ = _build(plan, say, version, one_scale, 1 + (_ROOMIEST - 1) * share * 0.98)
    return figure


def _build(plan: Plan, say: Sayer, version: str, one_scale: bool, roomy: float) -> tuple[Figure, float]:
    """The figure and the height that it needs; the figure is at least ``LEAST_HEIGHT`` high."""
    measures = Measures(_INNER, PAD, _SCALE, roomy)
    body = drawing(plan, say, measures, one_scale=one_scale)
    body_end = body.draw(_header(body, plan, say))
    footer = _footer(body, plan, say, one_scale)
    needed = body_end + 14 + _footer_height(footer) + 26
    height = max(LEAST_HEIGHT, needed)
    _write_footer(body, footer, height - 26 - _footer_height(footer), say, version)
    return body.sheet.figure(height, WIDTH), needed


def _header(body: Drawing | Grid, plan: Plan, say: Sayer) -> float:
    """Writes title, unit and period; the y below them."""
    sheet, y = body.sheet, 34.0
    for line in wrap(plan.chart.title[say.language], _TITLE, _INNER, 700):
        sheet.words(safe(line), y + _TITLE * 0.65, _TITLE, weight=700, column="left", shift=PAD)
        y += _TITLE * 1.3
    text = "; ".join([_capital(plan.chart.counted[say.language]), *filter(None, [period(plan, say)])])
    for line in wrap(text, _SUB, _INNER):
        sheet.words(safe(line), y + _SUB * 0.7, _SUB, colour="$muted", column="left", shift=PAD)
        y += _SUB * 1.4
    return y + 14


def period(plan: Plan, say: Sayer) -> str:
    """The years that the figures of a chart span, and whether some have none: "2018, có số không ghi năm"."""
    undated = any(not datum.as_of.dated for datum in plan.data)
    spans = years(plan)
    if undated:
        return f"{spans}, {say.word('some_undated')}" if spans else say.word("undated")
    return spans


def years(plan: Plan) -> str:
    """The years that the dated figures of a chart span, or ""."""
    ends = [(datum.as_of.start, datum.as_of.end) for datum in plan.data]
    found = [date.year for pair in ends for date in pair if date]
    if not found:
        return ""
    first, last = min(found), max(found)
    return str(first) if first == last else f"{first}–{last}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _footer(body: Drawing | Grid, plan: Plan, say: Sayer, one_scale: bool) -> list[tuple[str, list[str]]]:
    """The footer as (head, wrapped lines): sources, comparison, notes."""
    blocks: list[tuple[str, list[str]]] = []
    sources = " ".join(f"[{source.number}]\N{NO-BREAK SPACE}{source.text}." for source in say.sources(plan))
    notes = [*say.legend(plan, body.styles), *say.notes(plan)]
    for head, text in (
        (say.word("footer_sources"), sources),
        (say.word("comparison"), say.verdict(plan, one_scale)),
        (say.word("footer_notes"), " ".join(_sentence(note) for note in notes)),
    ):
        if text:
            above = sum(len(lines) for _, lines in blocks)
            blocks.append((head, wrap(text, _FOOT, _room(above, width(head, _FOOT, 700) + 8))))
    return blocks


_CREDIT, _CREDIT_LINES = 250, 2  # the column at the right that holds data version and licence


def _room(above: int, indent: float) -> Callable[[int], float]:
    """How wide a line of the footer may be: beside the credit narrower than below it, after a head too."""

    def room(line: int) -> float:
        beside = _CREDIT if above + line < _CREDIT_LINES else 0
        return _INNER - beside - (indent if line == 0 else 0)

    return room


def _sentence(text: str) -> str:
    text = _capital(text)
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def _footer_height(blocks: list[tuple[str, list[str]]]) -> float:
    lines = sum(len(lines) for _, lines in blocks)
    return max(lines, _CREDIT_LINES) * _FOOT * 1.42 + 12


def _write_footer(
    body: Drawing | Grid, blocks: list[tuple[str, list[str]]], y: float, say: Sayer, version: str
) -> None:
    sheet, step = body.sheet, _FOOT * 1.42
    sheet.rule(y, inset=PAD)
    y += 12
    for number, text in enumerate((say.word("version", version=version), say.word("licence"))):
        sheet.words(
            safe(text), y + step * (number + 0.5), _FOOT, colour="$muted", anchor="right", column="right", shift=-PAD
        )
    for head, (first, *rest) in blocks:
        for text in (f"<b>{safe(head)}</b>&nbsp; {safe(first)}", *map(safe, rest)):
            sheet.words(text, y + step / 2, _FOOT, colour="$muted", column="left", shift=PAD)
            y += step
