"""One indicator: all its places, by what may share an axis. The largest set that compares stands first, in the order of
its values where one may be told; figures of other dates are folded below it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from html import escape
from typing import Final

from dashboard.charts.amounts import height
from dashboard.charts.comparison_chart import ordered, sets
from dashboard.charts.scales import PERCENT
from dashboard.charts.sentences import kept_apart
from dashboard.export import table_view
from dashboard.figures.comparability import Verdict, judge
from dashboard.figures.comparison import Compared
from dashboard.figures.figure import Figure
from dashboard.language.number_format import format_number
from dashboard.language.words import capital
from dashboard.web.answers.writer import Writer, scale

ROWS: Final = 100
"""So many figures of an axis have a row, and of those beside them, and of those alone; the Data page has all."""


def indicator(write: Writer, id: str) -> str:
    """The answer for an indicator, of the chosen places or of all where there are none, as HTML."""
    groups = sets(write.figures, write.view, id)
    large = [one for one in groups if len(one.figures) > 1]
    single = [one for one in groups if len(one.figures) == 1]
    one = write.dataset.indicators[id]
    parts = [
        _beside(write, id),
        f'<p class="ds-lead">{escape(one.definition[write.language])}</p>',
        *(_group(write, group) for group in large),
        _single(write, single, alone=not large),
        f'<p class="ds-more">{_chart(write, groups)} {write.add("table", one.name[write.language], indicator=id)}</p>',
        write.sources(),
    ]
    return "".join(parts) if groups else f"<p>{write.word('no_figures')}</p>"


def _beside(write: Writer, id: str) -> str:
    """The other indicators of the chosen places, with how many of them have each; those of most first."""
    found = {(one.indicator, place) for place in write.view.places for one in write.pool.by_place.get(place, ())}
    counts = Counter(indicator for indicator, _ in found)
    order = list(write.dataset.indicators)
    links = [
        f"<li>{write.go(f'{write.dataset.indicators[one].name[write.language]} ({counts[one]})', indicator=one)}</li>"
        for one in sorted(counts, key=lambda one: (-counts[one], order.index(one)))
        if one != id
    ]
    head = write.word("beside", n=len(links))
    return write.fold(head, f'<ul class="ds-columns">{"".join(links)}</ul>') if links else ""


def _chart(write: Writer, groups: list[Compared]) -> str:
    return write.charts(groups[0].subject, write.say.word("answers.chart")) if groups else ""


def _group(write: Writer, group: Compared) -> str:
    figures = ordered(group, write.figures)
    ranked = group.judgement.ranked and all(one.value is not None for one in figures)
    longest = scale(group.figures, lambda one: one.named("unit", "vi") == PERCENT)
    ranks: dict[float, int] = {}  # equal values share a rank
    for n, one in enumerate(figures if ranked else (), 1):
        ranks.setdefault(height(one), n)
    rows = "".join(_row(write, one, longest, ranks[height(one)] if ranked else 0) for one in figures[:ROWS])
    why = "; ".join(group.judgement.texts(write.language))
    verdict = group.verdict
    kind = "caution" if verdict else "ok"
    head = write.word("group", level=capital(write.level(group)), n=len(figures), span=write.span(group))
    first = group.figures[0]
    part = f"{escape(first.what(write.language))} · " if first.part or group.subject.reference else ""
    said = f"<p>{escape(why[:1].upper() + why[1:])}.</p>" if why else ""
    others = sorted(group.others, key=lambda one: (one.as_of.sort_key, one.id))
    faint = "".join(_row(write, one, longest, 0) for one in others[:ROWS])
    table = f'<table class="ds-rows ranks faint">{faint}</table>{_more(write, others)}'
    rest = write.fold(write.word("group_others", n=len(others)), table) if others else ""
    return (
        f'<section class="ds-panel {kind}"><h2>{verdict.sign} {part}{head}</h2>{write.detail(*group.figures)}{said}'
        f'<table class="ds-rows ranks">{rows}</table>{_more(write, figures)}{rest}</section>'
    )


def _more(write: Writer, figures: Sequence[Figure]) -> str:
    """How many figures have no row, leading to the page that has all; "" where each has one."""
    left = len(figures) - ROWS
    if left <= 0:
        return ""
    view = write.view
    all_of_it = table_view.TableView(
        places=view.places, indicator=figures[0].indicator, first_year=view.first_year, last_year=view.last_year
    )
    said = write.say.word("answers.rows_more", n=format_number(left, write.language))
    return f'<p class="ds-more">{write.elsewhere("data", said, **table_view.parameters(all_of_it))}</p>'


def _row(write: Writer, figure: Figure, longest: float, rank: int) -> str:
    value = write.value(figure, beside=figure.named("indicator", write.language))
    return (
        f'<tr><td class="rank">{rank or ""}</td><th scope="row" class="place">'
        f"{write.go(write.say.short_place(figure.locality), places=(figure.locality,), indicator='')}</th>"
        f'<td class="value">{write.bar(figure, longest)}{value}</td>'
        f'<td class="date">{write.date(figure)}</td></tr>'
    )


def _single(write: Writer, groups: list[Compared], *, alone: bool) -> str:
    """The figures that share an axis with no other one, as a table. ``alone``: the indicator has no others; it is open
    then, and says why."""
    if not groups:
        return ""
    rows = "".join(
        f'<tr><th scope="row" class="place">{write.place(one.figures[0].locality)}</th>'
        f'<td class="value">{write.value(one.figures[0])}{write.detail(one.figures[0])}</td>'
        f'<td class="date">{write.date(one.figures[0])}</td></tr>'
        for one in groups[:ROWS]
    )
    head = f'<b class="never">{Verdict.NOT_COMPARABLE.sign} {write.word("group_single", n=len(groups))}</b>'
    body = f'<table class="ds-rows ranks">{rows}</table>{_more(write, [one.figures[0] for one in groups])}'
    reasons = judge([one.figures[0] for one in groups], write.dataset.rules).gravest_first if alone else ()
    why = dict.fromkeys(kept_apart(one, write.say) for one in reasons if one.verdict is Verdict.NOT_COMPARABLE)
    said = f"<p>{escape(capital('; '.join(why)))}.</p>" if why else ""
    return f'<section class="ds-panel">{write.fold(head, said + body, opened=alone)}</section>'
