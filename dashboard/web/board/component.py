"""The board as a Streamlit component: it draws all charts in place and saves them as images."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any, Final

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


def board(data: bytes, *, key: str, go: Callable[[str], None] = lambda address: None) -> None:  # noqa: ARG005
    """Show the answer or the cards of ``data`` (see ``payload``). Charts on view already move to their new state.

    ``go``: called with the address that a link of the answer leads to, relative to the page, before the page is run.
    """

    def follow() -> None:
        st.session_state[_FOLLOWED] = asked = (st.session_state.get(key) or {}).get("go")
        if isinstance(asked, str):
            go(asked)

    asked = _component("mount.js")(data=data, key=key, on_go_change=follow).get("go")
    # A session that has not drawn the board, as after a restart, is not told by the callback.
    if isinstance(asked, str) and st.session_state.pop(_FOLLOWED, None) != asked:
        go(asked)
        st.rerun()


def report(data: dict[str, Any], *, key: str) -> None:
    """Show what the reader's browser keeps for a report. ``data``: ``lang``, and ``strings`` as in ``[basket]``."""
    _component("report.js")(data=data, key=key)


_FOLLOWED: Final = "board_followed"


def ahead() -> tuple[str, str]:
    """What the browser may load while the server prepares the charts: the address of the module that draws, and of
    plotly.js."""
    return frontend_url("drawing.js"), plotly_url()


@cache
def _component(script: str) -> ComponentRenderer:
    """The component of one of the board's scripts, registered once per process."""
    return st.components.v2.component(
        f"doisanh_{script.partition('.')[0]}",
        js=LOADER.format(
            url=frontend_url(script),
            failed=json.dumps(in_both("board.board_failed")),
        ),
        isolate_styles=False,  # plotly.js measures and styles in the page itself
    )
