"""The app that Streamlit runs: its window and its pages. Started by ``doisanh serve``."""

from __future__ import annotations

import streamlit as st

from dashboard.language.words import word
from dashboard.web.pages.site_map import EMBED, PAGES, icon
from dashboard.web.server import forged_states

forged_states.ignore()
st.set_page_config(page_title="Đối sánh", page_icon=icon(), layout="wide")
st.navigation(
    [
        st.Page(page.script, title=word(page.name, "vi"), url_path=page.path, default=not page.path)
        for page in (*PAGES, EMBED)
    ],
    position="hidden",
).run()
