"""A plain table: real rows and heads for every reader, which a phone scrolls by itself."""

from __future__ import annotations

import html
from collections.abc import Sequence

import streamlit as st

_STYLE = """<style>
.ds-list { overflow-x: auto; }
.ds-list table { width: 100%; min-width: 42rem; border-collapse: collapse; font-size: 0.875rem; line-height: 1.5; }
.ds-list :is(th, td) { padding: 0.375rem 0.75rem 0.375rem 0; text-align: left; vertical-align: top; font-weight: 400;
  border: 0; border-bottom: 1px solid color-mix(in srgb, currentColor 18%, transparent); }
.ds-list thead th { font-weight: 600; white-space: nowrap; }
.ds-list caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
</style>"""


def table(columns: Sequence[str], rows: Sequence[Sequence[str]], *, caption: str, key: str) -> None:
    """Show rows of text under heads. ``caption`` names the table to those who don't see it."""
    head = "".join(f'<th scope="col">{html.escape(name)}</th>' for name in columns)
    body = "".join("<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    label = html.escape(caption, quote=True)
    with st.container(key=key):
        st.html(
            f'{_STYLE}<div class="ds-list" role="region" aria-label="{label}" tabindex="0"><table>'
            f"<caption>{label}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
        )
