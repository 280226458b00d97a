"""The app that Streamlit runs: its window and its pages. Started by ``doisanh serve``."""

from __future__ import annotations

from functools import partial

import streamlit as st

from dashboard.language.words import word
from dashboard.web.components import page_frame
from dashboard.web.pages import compare, data, embed, locality, method, pair, sources
from dashboard.web.pages.site_map import EMBED, PAGES, icon
from dashboard.web.server import forged_states

_SHOWN = {
    "": compare, "pair": pair, "place": locality, "sources": sources, "data": data, "method": method, "embed": embed,
}  # fmt: skip
# what shows each page, by its address: no text of its own, which Streamlit would show on every page

forged_states.ignore()
st.set_page_config(page_title="Đối sánh", page_icon=icon(), layout="wide")
st.navigation(
    [
        st.Page(
            partial(page_frame.show, _SHOWN[page.path].show),
            title=word(page.name, "vi"),
            url_path=page.path,
            default=not page.path,
        )
        for page in (*PAGES, EMBED)
    ],
    position="hidden",
).run()
