"""The header of every page: its name, links to the other pages, the choice of language; and translations of Streamlit's
own texts."""

from __future__ import annotations

import json
from datetime import timedelta
from functools import cache
from html import escape
from typing import Final

import streamlit as st

from dashboard.charts.assets import frontend
from dashboard.charts.palette import both
from dashboard.charts.view import written
from dashboard.language.words import LANGUAGE_NAMES, LANGUAGES, Language, word
from dashboard.web.components import controls, page_text
from dashboard.web.pages.site_map import PAGES

_STREAMLIT: Final[dict[str, dict[Language, str]]] = {
    "Skip to main content": {"vi": "Tới phần nội dung chính"},
    "Help for {}": {"vi": "Giải thích: {}"},
    "Open": {"vi": "Mở danh sách"},
    "Choose an option": {"vi": "Chọn"},
    "Close": {"vi": "Đóng"},
    "Connection error": {"vi": "Mất kết nối", "en": "Connection lost"},
    "Streamlit server is not responding. Are you connected to the internet?": {
        "vi": "Máy chủ không trả lời. Những gì đang hiện vẫn đọc được; máy chủ trả lời lại thì trang tự chạy tiếp.",
        "en": "The server does not answer. What is shown can still be read; the page goes on once it answers again.",
    },
    "Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:": {
        "vi": "Chương trình trên máy này đã dừng. Những gì đang hiện vẫn đọc được; để chạy tiếp:",
        "en": "The program on this machine has stopped. What is shown can still be read; to go on:",
    },
    "streamlit run yourscript.py": {"vi": "make run", "en": "make run"},
}
"""Streamlit's own texts that appear on these pages, with ours: all in Vietnamese, in English those that speak of
Streamlit. "{}" stands for a name."""


def show(language: Language, page: str, ahead: tuple[str, str] | None = None, *, title: str = "") -> None:
    """Draw the header of ``page``, the name of one of PAGES.

    ``ahead``: see ``component.ahead``. ``title``: what the browser tab shows in front of the app's name, if not the
    page's.
    """
    st.set_page_config(page_title=f"{title or word(page, language)} · {word('app', language)}")
    _again_when_connected()
    st.html(f'{_sheet()}<span hidden data-page="{escape(_settings(language, page, ahead))}"></span>')
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="top"):
        page_text.strong(word("app", language), width="content")
        with st.container(horizontal=True, vertical_alignment="center", width="content", key="pages"):
            for one in PAGES:
                page_text.link(one.path, word(one.name, language), query_params=written(language) or None)
        controls.buttons(
            word("language", language),
            LANGUAGES,
            LANGUAGE_NAMES.__getitem__,
            key="language",
            label_visibility="collapsed",
        )


@st.fragment(run_every=timedelta(days=1))
def _again_when_connected() -> None:
    """An invisible fragment with a timer. A page that has one is rerun as soon as a lost connection is back, not at the
    next click, so that clicks made meanwhile count at once."""


@cache
def _sheet() -> str:
    """The style sheets of all pages, with the palette's colours for both of Streamlit's themes."""
    return f"<style>.stApp {{ {both()} }}\n{frontend('page.css')}{frontend('views.css')}</style>"


@cache
def _settings(language: Language, page: str, ahead: tuple[str, str] | None) -> str:
    """The settings of the page for page.js, as JSON."""
    settings = {
        "lang": language,
        "at": [one.name for one in PAGES].index(page),
        "pages": word("pages", language),
        "words": {theirs: ours[language] for theirs, ours in _STREAMLIT.items() if language in ours},
        "ahead": ahead,
    }
    return json.dumps(settings, ensure_ascii=False)
