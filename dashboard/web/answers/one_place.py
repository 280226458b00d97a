"""One place among its peers: each indicator that it has with all places that compare with it, what it lacks, and what
one more figure would open."""

from __future__ import annotations

from html import escape

from dashboard.charts.comparison_chart import counted, standings
from dashboard.charts.sentences import standing
from dashboard.figures.comparability import Verdict
from dashboard.figures.comparison import Standing
from dashboard.web.answers.writer import Writer


def one_place(write: Writer, place: str) -> str:
    """The answer, as HTML."""
    found = standings(write.figures, write.view)
    with_peers = [one for one in found if one.peers]
    alone = [one for one in found if not one.peers]
    return "".join([
        _summary(write, found),
        write.similar(),
        _standings(write, with_peers),
        _unlocked(write, place),
        _alone(write, alone, opened=not with_peers),
        f'<p class="ds-more">{write.all_charts(write.say.word("answers.all_charts"))} · '
        f"{write.elsewhere('place', write.say.word('answers.everything'), place=place)}</p>",
        write.sources(),
    ])  # fmt: skip


def _summary(write: Writer, found: list[Standing]) -> str:
    names = {Verdict.COMPARABLE: "ok", Verdict.CAUTION: "caution"}
    said = [
        f'<b class="{names[verdict]}">{verdict.sign} {escape(told)}</b>' if verdict in names else escape(told)
        for verdict, told in counted(found, write.language)
    ]
    return f'<p class="ds-sum">{" · ".join(said)}</p>'


def _standings(write: Writer, found: list[Standing]) -> str:
    if not found:
        return f'<section class="ds-panel"><p>{write.word("no_peers")}</p></section>'
    heads = "".join(f'<th scope="col">{write.word(name)}</th>' for name in ("what", "value", "low_high", "rank"))
    rows = "".join(_row(write, one) for one in found)
    return (
        f'<section class="ds-panel"><h2>{write.word("head_among")}</h2><table class="ds-rows among">'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></section>"
    )


def _row(write: Writer, one: Standing) -> str:
    figure, compared = one.figure, one.compared
    return (
        f'<tr><th scope="row" class="what">{write.name(compared.subject, figure)}{write.detail(figure)}</th>'
        f'<td class="value">{write.value(figure)}<small>{write.date(figure)}</small></td>'
        f'<td class="strip">{write.strip(compared.figures, figure)}</td>'
        f'<td class="say"><p>{escape(standing(one, write.say))}</p></td></tr>'
    )


def _unlocked(write: Writer, place: str) -> str:
    groups = write.pool.unlocked(place)
    if not groups:
        return ""
    items = []
    for group in groups:
        figure = group.figures[0]
        said = write.word("unlock", span=write.span(group), n=len(group.figures))
        items.append(f"<li>{write.name(group.subject, figure)}: {said}</li>")
    return (
        f'<section class="ds-panel"><h2>{write.word("head_unlock")}</h2><ul class="ds-plain">{"".join(items)}</ul>'
        "</section>"
    )


def _alone(write: Writer, found: list[Standing], *, opened: bool) -> str:
    if not found:
        return ""
    items = "".join(
        f"<li>{write.name(one.compared.subject, one.figure)}: {write.value(one.figure)} · {write.date(one.figure)}</li>"
        for one in found
    )
    head = f"<b>{write.word('head_stands_alone', n=len(found))}</b>"
    return f'<section class="ds-panel">{write.fold(head, f"<ul>{items}</ul>", opened=opened)}</section>'
