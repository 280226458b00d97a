"""A page around the board: which cards, how long the bars, how many rows, in which language."""

from typing import cast

import streamlit as st

from dashboard.language.words import Language
from dashboard.web.board.component import board
from dashboard.web.board.payload import packed
from tests.browser.apps.board_cards import card

st.set_page_config(layout="wide", page_title="Board")
with st.sidebar:
    names = st.radio("cards", ["abc", "cba", "acd"], key="cards")
    scale = st.radio("scale", [1.0, 0.5, 0.25], key="scale")
    language = st.radio("language", ["vi", "en"], key="language")
data = packed(
    [card(name, scale) for name in names],
    language=cast("Language", language),
    archive="doisanh_biểu-đồ.zip",
)
board(data, key="board")
