"""No place chosen: what can be compared at all. The groups of figures that compare, and one example of each verdict."""

from __future__ import annotations

from collections import Counter
from html import escape
from urllib.parse import urlencode

from dashboard.charts import pairing
from dashboard.charts.amounts import height
from dashboard.charts.view import written
from dashboard.figures.comparability import Verdict
from dashboard.figures.comparison import Compared
from dashboard.figures.province_tally import tally
from dashboard.language.words import capital
from dashboard.web.answers.tile_map import tile_map
from dashboard.web.answers.writer import Writer

_GROUPS = 6  # shown at once
_PLACES = 40  # of a province that an address names; the page of a place lists more
_OF_ONE = 2  # of one indicator among these
_NAMES = {Verdict.COMPARABLE: "ok", Verdict.CAUTION: "caution", Verdict.NOT_COMPARABLE: "never"}


def home(write: Writer) -> str:
    """The answer, as HTML."""
    return f'<div class="ds-home">{_map(write)}<div>{_groups(write)}{_examples(write)}</div></div>'


def _map(write: Writer) -> str:
    """The map of today's provinces: each leads to its places with figures, one without to its own page."""
    figures = write.figures
    found = figures.cached(("provinces",), lambda: tally(write.dataset))

    def href(province: str) -> str:
        places = sorted(found.provinces[province], key=lambda id: (-found.provinces[province][id], figures.name(id)))
        if not 0 < len(places) <= _PLACES:
            return "place?" + urlencode(written(write.language, place=province))
        return write.address(places=tuple(places))

    return f'<div class="ds-panel">{tile_map(found, write.dataset.units, write.language, href)}</div>'


def _groups(write: Writer) -> str:
    first: list[Compared] = []
    rest: list[Compared] = []
    times: Counter[str] = Counter()
    for group in write.pool.groups:
        times[group.subject.indicator] += 1
        chosen = len(first) < _GROUPS and times[group.subject.indicator] <= _OF_ONE
        (first if chosen else rest).append(group)
    heads = "".join(
        f'<th scope="col"{kind}>{write.word(name)}</th>'
        for name, kind in (("group_what", ""), ("places", ' class="count"'), ("low_high", ""))
    )
    more = write.fold(write.word("more_groups", n=len(rest)), _table(write, rest, "")) if rest else ""
    table = _table(write, first, f"<thead><tr>{heads}</tr></thead>")
    return (
        f'<section class="ds-panel"><h2>{write.word("head_groups")}</h2>{table}'
        f'<div class="ds-line">{more}{_all(write)}</div></section>'
    )


def _table(write: Writer, groups: list[Compared], head: str) -> str:
    rows = "".join(_row(write, one) for one in groups)
    return f'<table class="ds-rows groups">{head}<tbody>{rows}</tbody></table>'


def _row(write: Writer, group: Compared) -> str:
    figure = group.figures[0]
    sign = "" if group.verdict is Verdict.COMPARABLE else f" {group.verdict.sign}"
    low, high = _ends(write, group)
    return (
        f'<tr><th scope="row" class="what">{write.name(group.subject, figure)} '
        f"<small>{escape(write.level(group))} · {escape(write.span(group))}{sign}</small></th>"
        f'<td class="count">{len(group.figures)}</td>'
        f'<td class="strip"><div>{low}{write.strip(group.figures)}{high}</div></td></tr>'
    )


def _ends(write: Writer, group: Compared) -> tuple[str, str]:
    """The lowest and the highest value, at the ends of the strip."""
    valued = [one for one in group.figures if one.value is not None]
    if not valued:
        return "", ""
    return write.value(min(valued, key=height), unit=False), write.value(max(valued, key=height), unit=False)


def _all(write: Writer) -> str:
    """Links to every indicator that has figures, and to all charts."""
    counts = Counter(one.indicator for one in write.figures.all)
    links = "".join(
        f"<li>{write.go(one.name[write.language], indicator=one.id)} ({counts[one.id]})</li>"
        for one in write.dataset.indicators.values()
        if counts[one.id]
    )
    head = write.word("all_indicators", n=sum(bool(counts[id]) for id in write.dataset.indicators))
    charts = write.all_charts(write.say.word("answers.all_charts"))
    listed = f'<ul class="ds-columns">{links}</ul>'
    return f"{write.fold(head, listed)}<p>{charts}</p>"


def _examples(write: Writer) -> str:
    """One example pair of each verdict."""
    cards = []
    for one, other, judgement in write.figures.cached(
        ("examples",), lambda: pairing.examples(write.figures.all, write.dataset)
    ):
        kind = _NAMES[judgement.verdict]
        name = one.what(write.language)
        sides = "; ".join(
            f"{write.place(each.locality)} {write.value(each, beside=name)} · {escape(write.say.date(each))}"
            for each in (one, other)
        )
        why = "; ".join(judgement.texts(write.language)) or write.say.word("pair_plain").rstrip(".")
        link = write.pair(one, other, write.say.word("answers.example_more"))
        cards.append(
            f'<section class="ds-panel {kind}"><h2>{judgement.verdict.sign} {write.word(f"head_{kind}")}</h2>'
            f"<p>{escape(name)}: {sides}</p><p>{escape(capital(why))}. {link}</p></section>"
        )
    return f'<div class="ds-examples">{"".join(cards)}</div>'
