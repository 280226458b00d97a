"""Tables as HTML with real rows and headings for screen readers; on a phone one block a row, or scrolling past a fixed
first column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st


@dataclass(frozen=True)
class Cell:
    """Text, smaller lines below it, and a caveat that opens at a click: its heading and text.

    ``plain``: where a number is expected, it is none. ``href``: where the text leads to, an address of the web.
    """

    text: str = ""
    below: tuple[str, ...] = ()
    caveat: tuple[str, str] | None = None
    plain: bool = False
    href: str = ""


Row = Sequence[str | Cell]


def table(
    columns: Sequence[str],
    rows: Sequence[Row],
    *,
    caption: str,
    key: str,
    names: Sequence[str] = (),
    kind: str = "",
    scrolls: bool = True,
) -> None:
    """Show rows under heads: see ``written``."""
    with st.container(key=key):
        st.html(written(columns, rows, caption=caption, names=names, kind=kind, scrolls=scrolls))


def written(
    columns: Sequence[str],
    rows: Sequence[Row],
    *,
    caption: str,
    names: Sequence[str] = (),
    kind: str = "",
    scrolls: bool = True,
) -> str:
    """The table as HTML. ``caption`` names it for screen readers.

    ``names`` are the classes of the columns, ``kind`` is that of the table (views.css). In a table with a ``kind`` the
    first column names the rows; "frozen" keeps it in sight while the others scroll. ``scrolls``: it may be wider than
    the page.
    """
    # Explicit roles: display: block on a phone would remove those of the elements.
    classes = names or [""] * len(columns)
    head = "".join(
        f'<th role="columnheader" scope="col"{_class(name)}>{escape(column)}</th>'
        for column, name in zip(columns, classes, strict=True)
    )
    body = "".join(f'<tr role="row">{_cells(row, columns, classes, bool(kind))}</tr>' for row in rows)
    label = escape(caption, quote=True)
    region = f' role="region" aria-label="{label}" tabindex="0"' if scrolls else ""
    return (
        f'<div class="{f"ds-list {kind}".strip()}"{region}><table role="table"><caption>{label}</caption>'
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead><tbody role="rowgroup">{body}</tbody></table></div>'
    )


def _cells(row: Row, columns: Sequence[str], classes: Sequence[str], named: bool) -> str:
    cells = []
    for place, (given, column, name) in enumerate(zip(row, columns, classes, strict=True)):
        cell = Cell(given) if isinstance(given, str) else given
        tag, role = ("th", 'rowheader" scope="row') if named and not place else ("td", "cell")
        style = _class(f"{name} plain" if cell.plain else name)
        cells.append(f'<{tag} role="{role}"{style} data-label="{escape(column, quote=True)}">{_inside(cell)}</{tag}>')
    return "".join(cells)


def _class(names: str) -> str:
    return f' class="{names}"' if names else ""


def _inside(cell: Cell) -> str:
    below = "".join(f"<small>{escape(line)}</small>" for line in cell.below)
    head, said = map(escape, cell.caveat or ("", ""))
    text = escape(cell.text)
    if cell.href:
        text = f'<a href="{escape(cell.href, quote=True)}" target="_blank" rel="noopener noreferrer">{text}</a>'
    return text + below + (f"<details><summary>{head}</summary>{said}</details>" if cell.caveat else "")
