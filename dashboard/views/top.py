"""The head of every page: its name, the way to the others, the switch of languages."""

from __future__ import annotations

import streamlit as st

from dashboard.words import LANGUAGES, Language, word

PAGES = {
    "page": "open_compare.py",
    "pair_page": "open_pair.py",
    "place_page": "open_locality.py",
    "sources_page": "open_sources.py",
    "data_page": "open_data.py",
    "method_page": "open_method.py",
}
_NAMES = {"vi": "Tiếng Việt", "en": "English"}


def show(language: Language, script: str = "") -> None:
    """Draw the head; the language chosen is in the session's state under "language". ``script`` runs with it."""
    # Streamlit says "en" for every page; the board says so too, but not every page has one.
    st.html(f"<script>document.documentElement.lang = '{language}'; {script}</script>", unsafe_allow_javascript=True)
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="top"):
        with st.container(horizontal=True, vertical_alignment="center", width="content", key="pages"):
            st.markdown(f"**{word('app', language)}**", width="content")
            for name, script in PAGES.items():
                parameters = {"lang": language} if language != LANGUAGES[0] else None
                st.page_link(script, label=word(name, language), query_params=parameters)
        st.segmented_control(
            word("language", language),
            LANGUAGES,
            required=True,
            format_func=_NAMES.__getitem__,
            key="language",
            label_visibility="collapsed",
        )
