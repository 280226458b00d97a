"""A list of terms, each with what is said of it and small facts beside it: how the page of methods defines things."""

from __future__ import annotations

import html
from collections.abc import Iterable
from dataclasses import dataclass

import streamlit as st

_STYLE = """<style>
.ds-entries > section { display: grid; grid-template-columns: minmax(0, 17rem) minmax(0, 1fr); gap: 0.25rem 1.5rem;
  padding: 0.75rem 0; border-top: 1px solid color-mix(in srgb, currentColor 18%, transparent);
  font-size: 0.9375rem; line-height: 1.5; scroll-margin-top: 4rem; }
.ds-entries :is(h3, h4) { font-size: 0.9375rem; line-height: 1.5; font-weight: 600; margin: 0; padding: 0;
  overflow-wrap: anywhere; }
.ds-entries p { margin: 0 0 0.25rem; max-width: 46rem; }
.ds-entries dl { margin: 0 !important; padding: 0 !important; max-width: 46rem; font-size: 0.875rem; }
.ds-entries dl > div { display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: 0 0.75rem; }
.ds-entries .inline dl { display: flex; flex-wrap: wrap; gap: 0 1.5rem; }
.ds-entries .inline dl > div { display: block; }
.ds-entries .inline :is(dt, dd) { display: inline; }
.ds-entries .inline dt::after { content: ": "; }
.ds-entries dt { opacity: 0.85; font-weight: 400; }
.ds-entries dd { margin: 0 !important; overflow-wrap: anywhere; }
.ds-entries dd ol { margin: 0 !important; padding-left: 1.25rem !important; font-size: inherit !important; }
.ds-entries dd li { font-size: inherit !important; margin: 0 !important; }
.ds-entries :target { background: color-mix(in srgb, currentColor 8%, transparent); }
@media (max-width: 640px) {
  .ds-entries > section { grid-template-columns: minmax(0, 1fr); }
  .ds-entries dl > div { grid-template-columns: minmax(0, 1fr); margin-bottom: 0.25rem; }
}
@media print { .ds-entries > section { break-inside: avoid; } }
</style>"""

Fact = tuple[str, str | list[str]]


@dataclass(frozen=True)
class Entry:
    """A term, what is said of it in sentences, and facts: a label with a text, or with a list in order.

    ``anchor`` is the id by which an address leads to it, "" for none.
    """

    term: str
    said: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    anchor: str = ""


def show(entries: Iterable[Entry], *, key: str, head: int = 3, inline: bool = False) -> None:
    """Draw the entries. ``head`` is the rank of their headings, 3 or 4; ``inline``: facts follow one another."""
    body = "".join(_section(entry, head, inline) for entry in entries)
    with st.container(key=key):
        st.html(f'{_STYLE}<div class="ds-entries">{body}</div>')


def _section(entry: Entry, head: int, inline: bool) -> str:
    anchor = f' id="{html.escape(entry.anchor, quote=True)}"' if entry.anchor else ""
    said = "".join(f"<p>{html.escape(text)}</p>" for text in entry.said)
    facts = "".join(
        f"<div><dt>{html.escape(label)}</dt><dd>{_given(text)}</dd></div>" for label, text in entry.facts if text
    )
    style = ' class="inline"' if inline else ""
    return (
        f"<section{anchor}><h{head}>{html.escape(entry.term)}</h{head}>"
        f"<div{style}>{said}{f'<dl>{facts}</dl>' if facts else ''}</div></section>"
    )


def _given(text: str | list[str]) -> str:
    if isinstance(text, str):
        return html.escape(text)
    return "<ol>" + "".join(f"<li>{html.escape(one)}</li>" for one in text) + "</ol>"
