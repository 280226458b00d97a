"""The head of every page: its name, the way to the others, the switch of languages; what Streamlit leaves unsaid."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Final

import streamlit as st

from dashboard.palette import DARK, LIGHT
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
_STREAMLIT: Final = {
    "Skip to main content": "Tới phần nội dung chính",
    "Help for {}": "Giải thích: {}",
    "Open": "Mở danh sách",
    "Choose an option": "Chọn",
}
"""Streamlit's own words that are met on these pages, in Vietnamese; "{}" stands for a name."""


def show(language: Language, page: str, script: str = "", *, title: str = "") -> None:
    """Draw the head of ``page``, one of PAGES; the language chosen is in the session's state under "language".

    ``script`` runs with it. ``title``: what the browser calls the page, where that is more than its name.
    """
    st.set_page_config(page_title=f"{title or word(page, language)} · {word('app', language)}")
    st.html(f"{_sheet()}<script>{_script(language, page)}{script}</script>", unsafe_allow_javascript=True)
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="top"):
        st.markdown(f"**{word('app', language)}**", width="content")
        with st.container(horizontal=True, vertical_alignment="center", width="content", key="pages"):
            for name, path in PAGES.items():
                parameters = {"lang": language} if language != LANGUAGES[0] else None
                st.page_link(path, label=word(name, language), query_params=parameters)
        st.segmented_control(
            word("language", language),
            LANGUAGES,
            required=True,
            format_func=_NAMES.__getitem__,
            key="language",
            label_visibility="collapsed",
        )


@cache
def _sheet() -> str:
    """The sheet of all pages, and the palette's colours for either of Streamlit's two themes."""
    colours = "".join(f"--ds-{name}: light-dark({LIGHT[name]}, {DARK[name]}); " for name in LIGHT)
    return f"<style>.stApp {{ {colours}}}\n{_frontend('page.css')}</style>"


@cache
def _script(language: Language, page: str) -> str:
    settings = {
        "lang": language,
        "at": list(PAGES).index(page),
        "pages": word("pages", language),
        "words": _STREAMLIT if language == "vi" else {},
    }
    return f"{{ const settings = {json.dumps(settings, ensure_ascii=False)};\n{_frontend('page.js')} }}\n"


def _frontend(name: str) -> str:
    return files("dashboard").joinpath("frontend", name).read_text("utf-8")
