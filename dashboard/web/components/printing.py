"""A page on paper (see frontend/print.css): what stays on the screen, the button that prints, what only paper says."""

from __future__ import annotations

import html
from collections.abc import Iterable
from typing import Final

import streamlit as st

from dashboard.language.words import Language, word

HIDDEN = "not-printed"
"""What a container's key begins with that stays on the screen."""

_DATE: Final[dict[Language, str]] = {"vi": "vi-VN numeric", "en": "en-GB short"}  # locale, and how a month is written


def button(language: Language) -> None:
    """The button that prints the page or saves it as PDF (print.js)."""
    label = html.escape(word("place_print", language))
    st.html(f'<button type="button" class="ds-button" data-print>{label}</button>', width="content")


def chosen(parts: Iterable[str]) -> None:
    """On paper alone, where nothing can be chosen: what was chosen on the screen. Empty parts are left out."""
    if said := " · ".join(filter(None, parts)):
        st.html(f'<p class="ds-paper">{html.escape(said)}</p>')


def foot(version: str, language: Language) -> None:
    """The last line of a page."""
    st.html(f'<p class="ds-foot">{said(version, language)}</p>')


def said(version: str, language: Language) -> str:
    """The data's version; for paper also the day of printing and the page's address, which print.js fills in: HTML."""
    printed = html.escape(word("printed_on", language))
    return (
        f"{html.escape(word('footer_page', language, version=version))}"
        f'<span class="ds-paper" data-printed-on="{_DATE[language]}"> · {printed} <time></time> · <a></a></span>'
    )
