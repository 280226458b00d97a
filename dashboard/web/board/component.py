"""The board on the page: one component that draws all charts in place and saves them as images."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Final

import streamlit as st

from dashboard.charts.assets import frontend_url, plotly_url
from dashboard.language.words import in_both

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

# Streamlit sends a component's script along with its data each time; this one only fetches the real one, once.
LOADER: Final = """
const script = new URL("{url}", document.baseURI).href;
export default async function (component) {{
  try {{
    return (await import(script)).default(component);
  }} catch (error) {{
    console.error(error);
    component.parentElement.textContent = {failed}[document.documentElement.lang];
  }}
}}
"""


def board(data: bytes, *, key: str) -> None:
    """Show the cards; those that the last run showed move to what they are now. ``data``: see ``payload``."""
    _component()(data=data, key=key)


def ahead() -> tuple[str, str]:
    """What a browser may fetch and read while the server still prepares the charts: the module that does, plotly.js."""
    return frontend_url("drawing.js"), plotly_url()


@cache
def _component() -> ComponentRenderer:
    """The component, declared once a process."""
    return st.components.v2.component(
        "doisanh_board",
        js=LOADER.format(
            url=frontend_url("mount.js"),
            failed=json.dumps(in_both("board.board_failed")),
        ),
        isolate_styles=False,  # plotly.js measures and styles in the page itself
    )
