"""A plain table: real rows and heads for every reader; on a phone a block a row, or one that scrolls past its names."""

from __future__ import annotations

import html
from collections.abc import Sequence

import streamlit as st

_STYLE = """<style>
.ds-list { overflow-x: auto; }
.ds-list table { width: 100%; border-collapse: collapse; font-size: 0.875rem; line-height: 1.5; }
.ds-list.frozen table { min-width: 42rem; }
.ds-list :is(th, td) { padding: 0.375rem 0.75rem 0.375rem 0; text-align: left; vertical-align: top; font-weight: 400;
  border: 0; border-bottom: 1px solid color-mix(in srgb, currentColor 18%, transparent); }
.ds-list thead th { font-weight: 600; }
.ds-list.frozen thead th { white-space: nowrap; }
.ds-list caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
@media (max-width: 640px) {
  .ds-list.frozen :is(th, td):first-child { position: sticky; left: 0; min-width: 8rem; background: var(--ds-page);
    box-shadow: 1px 0 color-mix(in srgb, currentColor 18%, transparent); }
  .ds-list.frozen :is(th, td) + :is(th, td) { padding-left: 0.75rem; }
  .ds-list:not(.frozen) thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .ds-list:not(.frozen) :is(table, tbody, tr, th, td) { display: block; }
  .ds-list:not(.frozen) tr { padding: 0.625rem 0;
    border-bottom: 1px solid color-mix(in srgb, currentColor 18%, transparent); }
  .ds-list:not(.frozen) tbody :is(th, td) { position: relative; min-height: 1.5rem; border: 0;
    padding: 0.125rem 0 0.125rem 6.5rem; overflow-wrap: anywhere; }
  .ds-list:not(.frozen) tbody :is(th, td)::before { content: attr(data-label); content: attr(data-label) / "";
    position: absolute; left: 0; width: 6rem; font-size: 0.8125rem; opacity: 0.85; }
  .ds-list:not(.frozen) td:empty { display: none; }
}
</style>"""


def table(
    columns: Sequence[str], rows: Sequence[Sequence[str]], *, caption: str, key: str, frozen: bool = False
) -> None:
    """Show rows of text under heads: see ``written``."""
    with st.container(key=key):
        st.html(written(columns, rows, caption=caption, frozen=frozen))


def written(columns: Sequence[str], rows: Sequence[Sequence[str]], *, caption: str, frozen: bool = False) -> str:
    """The table as HTML. ``caption`` names it to those who don't see it.

    ``frozen``: the first column names the rows and stays in sight where the others are scrolled, on a phone too.
    """
    # Roles are said though the elements have them: display: block on a phone would take them away.
    head = "".join(f'<th role="columnheader" scope="col">{html.escape(name)}</th>' for name in columns)
    body = "".join(_row(columns, row, frozen) for row in rows)
    label = html.escape(caption, quote=True)
    name = "ds-list frozen" if frozen else "ds-list"
    return (
        f'{_STYLE}<div class="{name}" role="region" aria-label="{label}" tabindex="0">'
        f'<table role="table"><caption>{label}</caption><thead role="rowgroup"><tr role="row">{head}</tr></thead>'
        f'<tbody role="rowgroup">{body}</tbody></table></div>'
    )


def _row(columns: Sequence[str], row: Sequence[str], frozen: bool) -> str:
    cells = []
    for place, (name, cell) in enumerate(zip(columns, row, strict=True)):
        tag, role = ("th", 'rowheader" scope="row') if frozen and not place else ("td", "cell")
        label = html.escape(name, quote=True)
        cells.append(f'<{tag} role="{role}" data-label="{label}">{html.escape(cell)}</{tag}>')
    return f'<tr role="row">{"".join(cells)}</tr>'
