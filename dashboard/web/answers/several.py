"""Two to six places: what may be said of them.

First what compares, one aligned row an indicator with its sentence; then what compares with caution; then, folded, what
does not, by reason, and what only one of them has.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from dashboard.charts.scales import PERCENT
from dashboard.charts.sentences import reason, sentence
from dashboard.figures.comparability import Verdict
from dashboard.figures.comparison import Apart, Compared, Comparison, Subject
from dashboard.figures.figure import Figure
from dashboard.language.words import capital
from dashboard.web.answers.writer import Writer, scale

_CLASSES = {Verdict.COMPARABLE: "ok", Verdict.CAUTION: "caution", Verdict.NOT_COMPARABLE: "never"}
_OTHERS = 6  # figures of other dates that are named in a row


def several(write: Writer, found: Comparison) -> str:
    """The answer, as HTML."""
    if not (found.compared or found.apart or found.alone):
        return f"<p>{write.word('no_figures')}</p>{write.similar()}"
    parts = [
        f'<div class="ds-answer-main">{_contents(write, found)}<div class="ds-answer-body">',
        _section(write, found, Verdict.COMPARABLE),
        _section(write, found, Verdict.CAUTION),
        _apart(write, found),
        _alone(write, found),
        write.sources(),
        "</div></div>",
    ]
    return _summary(write, found) + write.similar() + "".join(parts)


def _summary(write: Writer, found: Comparison) -> str:
    counts = [
        ("ok", "✓", len(found.of(Verdict.COMPARABLE))), ("caution", "△", len(found.of(Verdict.CAUTION))),
        ("never", "✗", len(found.apart)),
    ]  # fmt: skip
    said = [f'<b class="{name}">{sign} {write.word(f"sum_{name}", n=n)}</b>' for name, sign, n in counts]
    said.append(write.word("sum_alone", n=len(found.alone)))
    add = write.add("comparison", ", ".join(write.say.short_place(place) for place in found.places))
    return f'<div class="ds-headline"><p class="ds-sum">{" · ".join(said)}</p>{add}</div>'


# --- the contents beside the page


def _contents(write: Writer, found: Comparison) -> str:
    """The themes with their counts, and below each its indicators with their signs, leading to the rows."""
    items = []
    for theme, name in ((id, one.name[write.language]) for id, one in write.dataset.themes.items()):
        rows = [one for one in found.compared if _theme(write, one.subject) == theme]
        apart = [one for one in found.apart if _theme(write, one.subject) == theme]
        tally = [(sign, sum(one.verdict is verdict for one in rows)) for verdict, sign in
                 ((Verdict.COMPARABLE, "✓"), (Verdict.CAUTION, "△"))] + [("✗", len(apart))]  # fmt: skip
        counts = " ".join(f"{n} {sign}" for sign, n in tally if n) or "–"
        if not (rows or apart or any(_theme(write, subject) == theme for subject, _ in found.alone)):
            continue
        first = rows[0] if rows else None
        to = _anchor(first.subject) if first else ("ds-apart" if apart else "ds-alone")
        items.append(f'<li class="theme"><a href="#{to}" data-to="{to}">{escape(name)} <span>{counts}</span></a></li>')
        items += [
            f'<li><a href="#{_anchor(one.subject)}" data-to="{_anchor(one.subject)}">'
            f"{escape(one.figures[0].what(write.language))} <span>{one.verdict.sign}</span></a></li>"
            for one in rows
        ]
    return f'<nav class="ds-toc" aria-label="{write.word("contents")}"><ul>{"".join(items)}</ul></nav>'


def _theme(write: Writer, subject: Subject) -> str:
    return write.dataset.indicators[subject.indicator].theme


def _anchor(subject: Subject) -> str:
    return "i-" + "-".join(filter(None, subject)).replace(" ", "-").replace("_", "-")


# --- what compares


def _section(write: Writer, found: Comparison, verdict: Verdict) -> str:
    rows = found.of(verdict)
    if not rows:
        return ""
    kind = _CLASSES[verdict]
    heads = "".join(
        f'<th scope="col" class="head-{name}">{write.word(name)}</th>'
        for name in ("what", "place", "value", "date", "say")
    )
    body = "".join(_row(write, one, found.places) for one in rows)
    return (
        f'<section class="ds-panel {kind}" id="ds-{kind}"><h2>{verdict.sign} {write.word(f"head_{kind}")}</h2>'
        f'<table class="ds-rows"><thead><tr>{heads}</tr></thead>{body}</table></section>'
    )


def _row(write: Writer, one: Compared, places: Sequence[str]) -> str:
    """A group of table rows, one for each place, on one scale."""
    longest = scale(one.figures, lambda figure: figure.named("unit", "vi") == PERCENT)
    first = one.figures[0]
    name = first.named("indicator", write.language)
    names = write.say.names(places)
    lines: list[str] = []
    silent: list[str] = []
    for number, place in enumerate(places, 1):
        head = f'<th scope="row" class="place"><i class="p{number}"></i>{escape(names[place])}</th>'
        figure = next((each for each in one.figures if each.locality == place), None)
        if figure:
            lines.append(
                f'{head}<td class="value">{write.bar(figure, longest, number)}{write.value(figure, beside=name)}</td>'
                f'<td class="date">{write.date(figure)}</td>'
            )
        elif unlike := next((each for each in one.others if each.locality == place), None):
            lines.append(f'{head}<td class="value none" colspan="2">{_unlike(write, first, unlike)}</td>')
        else:
            silent.append(names[place])
    if silent:
        lines.append(f'<td class="value none" colspan="3">{write.word("none", places=", ".join(silent))}</td>')
    what = (
        f'<th scope="rowgroup" class="what" rowspan="{len(lines)}">{write.name(one.subject, first)}'
        f"{write.detail(*one.figures)}{_others(write, one)}</th>"
    )
    told = ", ".join(names[figure.locality] for figure in one.figures)
    add = write.add("sentence", f"{first.what(write.language)}: {told}", bare=True, indicator=one.subject.indicator)
    said = f'<td class="say" rowspan="{len(lines)}"><p>{escape(sentence(one, write.say))} {add}</p></td>'
    head, *rest = lines
    rows = f"<tr>{what}{head}{said}</tr>" + "".join(f"<tr>{line}</tr>" for line in rest)
    return f'<tbody id="{_anchor(one.subject)}">{rows}</tbody>'


def _unlike(write: Writer, first: Figure, unlike: Figure) -> str:
    """A figure that shares no axis with the others of its row, leading to the reason."""
    said = write.say.word("answers.unlike", value=write.say.with_unit(unlike))
    return f"✗ {write.pair(first, unlike, said)}"


def _others(write: Writer, one: Compared) -> str:
    """The figures of other dates: each can be chosen instead. And the full chart."""
    found = [figure for figure in one.others if not figure.computed][:_OTHERS]
    links = [
        write.go(
            f"{write.say.short_place(figure.locality)} {write.say.date(figure)}: {write.say.value(figure)}",
            use=(*(id for id in write.view.use if not _same(write, id, figure)), figure.id),
        )
        for figure in found
    ]
    chart = write.charts(one.subject, write.say.word("answers.chart"))
    if not links:
        return f'<p class="ds-more">{chart}</p>' if chart else ""
    body = "".join(f"<li>{link}</li>" for link in links)
    return write.fold(write.word("other_dates", n=len(links)), f"<ul>{body}</ul>{chart}", "small")


def _same(write: Writer, id: str, figure: Figure) -> bool:
    """Whether another figure stands for the same place and subject."""
    other = write.figures.by_id.get(id)
    return other is not None and other.locality == figure.locality and Subject.of(other) == Subject.of(figure)


# --- what does not


def _apart(write: Writer, found: Comparison) -> str:
    if not found.apart:
        return ""
    folds = [_reason(write, each, opened=not found.compared) for each in found.reasons]
    return (
        f'<section class="ds-panel never" id="ds-apart"><h2>✗ {write.word("head_never")}</h2>{"".join(folds)}</section>'
    )


def _reason(write: Writer, apart: Sequence[Apart], *, opened: bool) -> str:
    """What one rule keeps apart, with what would mend that, and the other reasons that all of these have."""
    language = write.language
    kinds = [{one.kind for one in each.judgement.reasons if one.verdict is Verdict.NOT_COMPARABLE} for each in apart]
    shared = set.intersection(*kinds)
    remedies = {one.remedy[language]: None for one in apart[0].judgement.gravest_first if one.kind in shared}
    names = ", ".join(one.figures[0].what(language) for one in apart)
    rows = "".join(f"<li>{_two(write, one)}</li>" for one in apart)
    mended = f"<p>{escape(write.say.word('pair_remedy'))} {escape(' '.join(remedies))}</p>"
    return write.fold(
        f"<b>{escape(reason(apart, write.say))} ({len(apart)})</b> <span>{escape(names)}</span>",
        f"<ul>{rows}</ul>{mended}",
        opened=opened,
    )


def _two(write: Writer, one: Apart) -> str:
    language = write.language
    shown = {figure.locality: figure for figure in (*reversed(one.others), *one.figures)}  # one of each chosen place
    pair = [figure.locality for figure in one.figures]
    sides = "; ".join(
        f"{write.place(id)} {write.value(shown[id])} · {write.date(shown[id])}"
        for id in sorted(shown, key=lambda id: pair.index(id) if id in pair else len(pair))
    )
    why = "; ".join(reason.text[language] for reason in one.judgement.gravest_first
                    if reason.verdict is Verdict.NOT_COMPARABLE)  # fmt: skip
    found = f"<b>{escape(one.figures[0].what(language))}</b>: {sides}. {escape(capital(why))}."
    if one.instead:
        places = ", ".join(
            write.go(write.say.short_place(id), places=(one.figures[0].locality, id)) for id in one.instead
        )
        found += f" {write.word('instead', place=write.say.short_place(one.figures[0].locality))} {places}."
    return found


def _alone(write: Writer, found: Comparison) -> str:
    if not found.alone:
        return ""
    by_place: dict[str, list[str]] = {}
    for subject, figures in found.alone:
        figure = figures[-1]
        item = f"<li>{write.name(subject, figure)}: {write.value(figure)} · {write.date(figure)}</li>"
        by_place.setdefault(figure.locality, []).append(item)
    parts = [f"<h3>{write.place(place)}</h3><ul>{''.join(items)}</ul>" for place, items in by_place.items()]
    head = f"<b>{write.word('head_alone', n=len(found.alone))}</b>"
    nothing = not (found.compared or found.apart)
    return f'<section class="ds-panel" id="ds-alone">{write.fold(head, "".join(parts), opened=nothing)}</section>'
