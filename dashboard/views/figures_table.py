"""Figures as a table for people: one row a figure; on a phone one block a figure, each value under its heading."""

from __future__ import annotations

import html
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from dashboard import citing
from dashboard.charts.datum import Datum, data
from dashboard.charts.say import Sayer
from dashboard.dataset import Dataset
from dashboard.places import full_label
from dashboard.verify.proofs import Proof
from dashboard.words import Language, word

_HEADS = ("place", "what", "value", "date", "base", "printed", "source", "paragraph", "proof")
_STYLE = """<style>
.ds-figures { overflow-x: auto; }
.ds-figures table { width: 100%; border-collapse: collapse; font-size: 0.875rem; line-height: 1.45; }
.ds-figures :is(th, td) { padding: 0.5rem 0.75rem 0.5rem 0; text-align: left; vertical-align: top; font-weight: 400;
  border: 0; border-bottom: 1px solid color-mix(in srgb, currentColor 18%, transparent); overflow-wrap: anywhere; }
.ds-figures thead th { font-weight: 600; overflow-wrap: normal; }
.ds-figures :is(td, th).value { font-weight: 600; font-variant-numeric: tabular-nums; }
.ds-figures small { display: block; font-size: 0.8125rem; opacity: 0.85; font-weight: 400; }
.ds-figures summary { cursor: pointer; min-height: 1.5rem; }
.ds-figures caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.ds-figures :is(td, th).place { min-width: 8rem; }
.ds-figures :is(td, th):is(.what, .printed) { min-width: 9rem; }
.ds-figures :is(td, th):is(.date, .value, .base, .source, .proof) { min-width: 6rem; }
@media (max-width: 640px) {
  .ds-figures thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .ds-figures :is(table, tbody, tr, th, td) { display: block; }
  .ds-figures tr { padding: 0.75rem 0; border-bottom: 1px solid color-mix(in srgb, currentColor 18%, transparent); }
  .ds-figures tbody :is(th, td) { padding: 0.125rem 0 0.125rem 6.5rem; border: 0; position: relative;
    min-height: 1.5rem; }
  .ds-figures tbody :is(th, td)[data-label]::before { content: attr(data-label); position: absolute; left: 0;
    width: 6rem; font-weight: 400; font-size: 0.8125rem; opacity: 0.85; }
  .ds-figures tbody th { font-weight: 600; padding-left: 0; }
  .ds-figures tbody th::before { display: none; }
  .ds-figures td:empty { display: none; }
}
</style>"""


@dataclass(frozen=True)
class _Cell:
    """Text, a line of smaller text under it, and a caveat that opens when asked for."""

    text: str
    below: str = ""
    caveat: str = ""


def show(rows: pd.DataFrame, dataset: Dataset, proofs: Mapping[str, Proof], language: Language, *, key: str) -> None:
    """Draw rows of the frame, in their order."""
    found = data(rows)
    say = Sayer(dataset, found, language, proofs)
    heads = [word(f"col_{name}", language) for name in _HEADS]
    head = "".join(f'<th role="columnheader" scope="col" class="{name}">{html.escape(one)}</th>'
                   for name, one in zip(_HEADS, heads, strict=True))  # fmt: skip
    body = "".join(
        _row(_cells(datum, row, say), heads) for datum, row in zip(found, rows.to_dict("records"), strict=True)
    )
    label = html.escape(word("data_heading", language), quote=True)
    # Roles are said though the elements have them: display: block on a phone would take them away.
    with st.container(key=key):
        st.html(
            f'{_STYLE}<div class="ds-figures" role="region" aria-label="{label}" tabindex="0"><table role="table">'
            f'<caption>{label}</caption><thead role="rowgroup"><tr role="row">{head}</tr></thead>'
            f'<tbody role="rowgroup">{body}</tbody></table></div>'
        )


def _row(cells: list[_Cell], heads: list[str]) -> str:
    parts = []
    for index, (cell, head) in enumerate(zip(cells, heads, strict=True)):
        tag, role, scope = ("th", "rowheader", ' scope="row"') if not index else ("td", "cell", "")
        label = html.escape(head, quote=True)
        parts.append(
            f'<{tag} role="{role}"{scope} class="{_HEADS[index]}" data-label="{label}">{_inside(cell)}</{tag}>'
        )
    return f'<tr role="row">{"".join(parts)}</tr>'


def _inside(cell: _Cell) -> str:
    text = html.escape(cell.text)
    if cell.below:
        text += f"<small>{html.escape(cell.below)}</small>"
    if cell.caveat:
        head, _, said = cell.caveat.partition("\n")
        text += f"<details><summary>{html.escape(head)}</summary>{html.escape(said)}</details>"
    return text


def _cells(datum: Datum, row: Mapping[Any, Any], say: Sayer) -> list[_Cell]:
    language, dataset = say.language, say.dataset
    article = dataset.articles[datum.article]
    scheme = dataset.schemes[datum.scheme].name[language] if datum.scheme else ""
    since = say.word("since", date=datum.since.label(language)) if datum.since else ""
    when = datum.when.label(language) + (f", {say.word('inferred')}" if datum.inferred else "")
    told = [*(row.get(f"{name}_{language}") for name in ("contradicts", "note", "inferred")), say.noted(datum)]
    caveats = [str(text) for text in told if isinstance(text, str) and text]
    return [
        _Cell(full_label(datum.locality, dataset, language)),
        _Cell(datum.what(language), scheme),
        _Cell(say.with_unit(datum, change=True)),
        _Cell(when, since),
        _Cell(say.base(datum)),
        _Cell(
            f"“{datum.printed}”" if datum.printed else say.word("computed_mark"),
            caveat="\n".join([say.word("caveat"), " ".join(caveats)]) if caveats else "",
        ),
        _Cell(f"{citing.outlet(article, language)}, {citing.published(article, language)}"),
        _Cell(str(datum.paragraph or "")),
        _Cell(say.word(f"short_{say.proofs[datum.id]}") if datum.id in say.proofs else ""),
    ]
