"""A page around the board: how many cards, how long the bars, in which order, in which language."""

import streamlit as st

from dashboard import board as module
from dashboard.assets import plotly_url
from dashboard.board import board
from tests.browser.apps.board_cards import card

st.set_page_config(layout="wide", page_title="Board")
with st.sidebar:
    names = st.radio("cards", ["abc", "cba", "acd", "abcdefghi", "none"], key="cards")
    scale = st.radio("scale", [1.0, 0.5, 0.25], key="scale")
    rows = st.radio("rows", [3, 2], key="rows")
    language = st.radio("language", ["vi", "en"], key="language")
missing = "broken" in st.query_params
module.plotly_url = (lambda: "assets/nothing.js") if missing else plotly_url  # type: ignore[assignment]
board(
    [] if names == "none" else [card(name, scale, rows) for name in names],
    archive="doisanh_biểu-đồ.zip",
    language="en" if language == "en" else "vi",
    key="board",
)
