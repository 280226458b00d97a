"""The app that Streamlit runs: its window and its pages. Started by ``doisanh serve``."""

from __future__ import annotations

from functools import partial
from importlib import import_module

import streamlit as st

from dashboard.language.words import word
from dashboard.web.components import page_frame
from dashboard.web.pages.site_map import EMBED, PAGES, icon
from dashboard.web.server import forged_states

_MODULES = {
    "": "compare", "pair": "pair", "place": "locality", "report": "report", "sources": "sources", "data": "data",
    "method": "method", "embed": "embed",
}  # fmt: skip
"""The module of each page, by its address. It is imported when the page is first opened: all eight take 0.1 s more."""


def _show(path: str) -> None:
    page_frame.show(import_module(f"dashboard.web.pages.{_MODULES[path]}").show)


forged_states.ignore()
st.set_page_config(page_title="Đối sánh", page_icon=icon(), layout="wide")
st.navigation(
    [
        st.Page(partial(_show, page.path), title=word(page.name, "vi"), url_path=page.path, default=not page.path)
        for page in (*PAGES, EMBED)
    ],
    position="hidden",
).run()
