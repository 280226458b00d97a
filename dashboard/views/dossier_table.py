"""What is printed about a place as a table, a figure a row; on a phone a figure a block, each value by its head."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

import streamlit as st

from dashboard.charts.datum import Datum
from dashboard.charts.say import Sayer
from dashboard.dossier import Dossier, Line
from dashboard.verify.proofs import Proof
from dashboard.words import word

_STYLE = """<style>
.ds-dossier table { width: 100%; border-collapse: collapse; font-size: 0.875rem; line-height: 1.45; }
.ds-dossier :is(th, td) { padding: 0.375rem 0.75rem 0.375rem 0; text-align: left; vertical-align: top;
  font-weight: 400; border: 0; border-bottom: 1px solid color-mix(in srgb, currentColor 18%, transparent);
  overflow-wrap: anywhere; }
.ds-dossier thead th { font-weight: 600; overflow-wrap: normal; }
.ds-dossier :is(td, th).value { font-weight: 600; font-variant-numeric: tabular-nums; }
.ds-dossier .plain :is(td, th).value, .ds-dossier tr.plain td.value { font-weight: 400; }
.ds-dossier small { display: block; font-size: 0.8125rem; opacity: 0.85; font-weight: 400; }
.ds-dossier caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.ds-dossier col.what { width: 26%; } .ds-dossier col.value { width: 16%; } .ds-dossier col.date { width: 12%; }
.ds-dossier col.printed { width: 34%; } .ds-dossier col.source { width: 12%; }
.ds-dossier table { table-layout: fixed; }
@media screen and (max-width: 640px) {
  .ds-dossier thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .ds-dossier colgroup { display: none; }
  .ds-dossier :is(table, tbody, tr, th, td) { display: block; }
  .ds-dossier tr { padding: 0.75rem 0; border-bottom: 1px solid color-mix(in srgb, currentColor 18%, transparent); }
  .ds-dossier tbody :is(th, td) { padding: 0.125rem 0 0.125rem 6.5rem; border: 0; position: relative;
    min-height: 1.5rem; }
  .ds-dossier tbody td::before { content: attr(data-label); position: absolute; left: 0; width: 6rem;
    font-weight: 400; font-size: 0.8125rem; opacity: 0.85; }
  .ds-dossier tbody th { font-weight: 600; padding-left: 0; }
  .ds-dossier td:empty { display: none; }
}
</style>"""
_NAMES = ("what", "value", "date", "printed", "source")


@dataclass(frozen=True)
class _Row:
    """The texts of a row, each with the smaller lines under it. ``plain``: there is no number."""

    what: list[str]
    value: list[str]
    date: list[str] = field(default_factory=list)
    printed: list[str] = field(default_factory=list)
    source: list[str] = field(default_factory=list)
    plain: bool = False


def show(lines: Iterable[Line], dossier: Dossier, say: Sayer, *, caption: str, key: str) -> None:
    """Draw the lines of one theme."""
    _draw([_line(line, dossier, say) for line in lines], say.word("col_what"), say, caption, key)


def show_inside(
    figures: Sequence[Datum], dossier: Dossier, say: Sayer, named: Callable[[str], str], *, caption: str, key: str
) -> None:
    """Draw printed figures of other places; ``named`` is how a place is called."""
    rows = []
    for datum in figures:
        row = _figure(datum, None, dossier, say)
        rows.append(_Row([named(datum.locality), *row.what], row.value, row.date, row.printed, row.source))
    _draw(rows, say.word("col_place"), say, caption, key)


def _line(line: Line, dossier: Dossier, say: Sayer) -> _Row:
    language = say.language
    name = say.dataset.indicators[line.indicator].name[language]
    source = say.word("place_source", n=dossier.number(line.article))
    if line.why:
        refused, why = say.word("absent_refused"), line.why[language]
        return _Row([name], [refused], printed=[f"{why[:1].upper()}{why[1:]}."], source=[source], plain=True)
    if line.words:
        printed = [f"“{line.words.printed}”"] + ([line.words.note[language]] if line.words.note else [])
        return _Row(
            [name], [say.word("blank_words_only").lower()], printed=printed,
            source=[_stands(line.article, line.words.paragraph, dossier, say)], plain=True,
        )  # fmt: skip
    assert line.datum
    return _figure(line.datum, line.computed, dossier, say)


def _figure(datum: Datum, computed: Datum | None, dossier: Dossier, say: Sayer) -> _Row:
    language = say.language
    value = _value(datum, say)
    below = [say.word("computed", value=_value(computed, say))] if computed else []
    if datum.computed:
        value = say.word("computed", value=value)
        inputs = [dossier.known[id] for id in datum.inputs if id in dossier.known]
        inside = "; ".join(say.with_unit(one, change=True) for one in inputs)
        said = [say.word("place_computed_from", inputs=inside)] if inputs else []
    else:
        said = [f"“{datum.printed}”"]
    told = (
        say.word("contradicts", what=datum.contradicts(language)) if datum.contradicts(language) else "",
        datum.note(language),
        say.noted(datum),
        say.word("date_inferred", why=datum.inferred_note(language)) if datum.inferred and not datum.computed else "",
    )
    known = datum.as_of.dated or datum.length is not None
    when = [datum.when.label(language) if known else say.word("undated")]
    when += [say.word("inferred")] if datum.inferred else []
    when += [say.word("since", date=datum.since.label(language))] if datum.since else []
    return _Row(
        [datum.what(language), *filter(None, [datum.named("scheme", language), say.base(datum)])],
        [value, *below],
        when,
        [*said, *filter(None, told)],
        [_stands(datum.article, datum.paragraph, dossier, say) + _mark(datum, say)],
    )


def _value(datum: Datum, say: Sayer) -> str:
    """The value beside the name of its indicator."""
    return say.with_unit(datum, change=True, beside=datum.named("indicator", say.language))


def _stands(article: str, paragraph: int | None, dossier: Dossier, say: Sayer) -> str:
    n = dossier.number(article)
    return say.word("place_source_at", n=n, paragraph=paragraph) if paragraph else say.word("place_source", n=n)


def _mark(datum: Datum, say: Sayer) -> str:
    """Of the marks of proof only the good one: how many figures have it stands with each article."""
    return " ✓" if say.proofs.get(datum.id) is Proof.PROVEN else ""


def _draw(rows: Sequence[_Row], first: str, say: Sayer, caption: str, key: str) -> None:
    heads = [first, *(word(f"col_{name}", say.language) for name in _NAMES[1:])]
    head = "".join(f'<th role="columnheader" scope="col">{html.escape(one)}</th>' for one in heads)
    columns = "".join(f'<col class="{name}">' for name in _NAMES)
    body = "".join(_html(row, heads) for row in rows)
    label = html.escape(caption, quote=True)
    # Roles are said though the elements have them: display: block on a phone would take them away.
    with st.container(key=key):
        st.html(
            f'{_STYLE}<div class="ds-dossier"><table role="table"><caption>{label}</caption>'
            f'<colgroup>{columns}</colgroup><thead role="rowgroup"><tr role="row">{head}</tr></thead>'
            f'<tbody role="rowgroup">{body}</tbody></table></div>'
        )


def _html(row: _Row, heads: Sequence[str]) -> str:
    cells = []
    for name, head in zip(_NAMES, heads, strict=True):
        tag, role = ("th", 'rowheader" scope="row') if name == "what" else ("td", "cell")
        text, *below = getattr(row, name) or [""]
        inside = html.escape(text) + "".join(f"<small>{html.escape(one)}</small>" for one in below)
        label = html.escape(head, quote=True)
        cells.append(f'<{tag} role="{role}" class="{name}" data-label="{label}">{inside}</{tag}>')
    plain = ' class="plain"' if row.plain else ""
    return f'<tr role="row"{plain}>{"".join(cells)}</tr>'
