"""The header of every page: its name, links to the other pages, the choice of language; and translations of Streamlit's
own texts."""

from __future__ import annotations

import json
from datetime import timedelta
from functools import cache
from html import escape

import streamlit as st

from dashboard.charts.assets import frontend
from dashboard.charts.palette import both
from dashboard.charts.view import written
from dashboard.language.words import LANGUAGE_NAMES, LANGUAGES, Language, section, word
from dashboard.web.components import controls, page_text
from dashboard.web.pages.site_map import PAGES


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
        "words": {theirs: ours for theirs, ours in section("streamlit", language).items() if ours != theirs},
        "ahead": ahead,
    }
    return json.dumps(settings, ensure_ascii=False)
