"""A list of terms with definitions and facts, as the Method page has."""

from __future__ import annotations

import html
from collections.abc import Iterable
from dataclasses import dataclass

import streamlit as st

Fact = tuple[str, str | list[str]]


@dataclass(frozen=True)
class Entry:
    """A term, its definition in sentences, and facts: a label with a text or an ordered list.

    ``anchor``: its id for links, "" for none.
    """

    term: str
    said: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    anchor: str = ""


def show(entries: Iterable[Entry], *, key: str, head: int = 3, inline: bool = False) -> None:
    """Draw the entries. ``head``: the rank of their headings, 3 or 4; ``inline``: facts follow each other on a line."""
    body = "".join(_section(entry, head, inline) for entry in entries)
    with st.container(key=key):
        st.html(f'<div class="ds-entries">{body}</div>')


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
