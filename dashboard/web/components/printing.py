"""Printing a page (see frontend/print.css): the print button, what is left out, and what is shown on paper only."""

from __future__ import annotations

import html
from collections.abc import Iterable
from typing import Final

import streamlit as st

from dashboard.language.words import Language, word

HIDDEN = "not-printed"
"""The key of a container that is not printed begins with this."""

_DATE: Final[dict[Language, str]] = {"vi": "vi-VN numeric", "en": "en-GB short"}  # locale, and how a month is written


def button(language: Language) -> None:
    """The button that prints the page or saves it as PDF (print.js)."""
    label = html.escape(word("place_print", language))
    st.html(f'<button type="button" class="ds-button" data-print>{label}</button>', width="content")


def chosen(parts: Iterable[str]) -> None:
    """The filters in words, on paper only, where no controls are shown. Empty parts are left out."""
    if said := " · ".join(filter(None, parts)):
        st.html(f'<p class="ds-paper">{html.escape(said)}</p>')


def foot(version: str, language: Language) -> None:
    """The last line of a page."""
    st.html(f'<p class="ds-foot">{said(version, language)}</p>')


def said(version: str, language: Language) -> str:
    """The data version as HTML; on paper also the day and the page's address, which print.js fills in."""
    printed = html.escape(word("printed_on", language))
    return (
        f"{html.escape(word('footer_page', language, version=version))}"
        f'<span class="ds-paper" data-printed-on="{_DATE[language]}"> · {printed} <time></time> · <a></a></span>'
    )
