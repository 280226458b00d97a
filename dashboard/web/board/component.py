"""The board as a Streamlit component: it draws all charts in place and saves them as images."""

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
    """Show the cards of ``data`` (see ``payload``). Charts that are shown already move to their new state."""
    _component()(data=data, key=key)


def ahead() -> tuple[str, str]:
    """What the browser may load while the server prepares the charts: the address of the module that draws, and of
    plotly.js."""
    return frontend_url("drawing.js"), plotly_url()


@cache
def _component() -> ComponentRenderer:
    """The component, registered once per process."""
    return st.components.v2.component(
        "doisanh_board",
        js=LOADER.format(
            url=frontend_url("mount.js"),
            failed=json.dumps(in_both("board.board_failed")),
        ),
        isolate_styles=False,  # plotly.js measures and styles in the page itself
    )
