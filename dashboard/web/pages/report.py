"""Báo cáo / Report: what a reader put aside, to be ordered and saved as a document. Only the browser keeps it."""

from __future__ import annotations

import streamlit as st

from dashboard.language.words import section, word
from dashboard.web.board import component
from dashboard.web.components import header, page_text, printing
from dashboard.web.components.page_url import choice
from dashboard.web.server.store import Good


def show(good: Good) -> None:
    """The page: the browser has the report, and asks the server for its preview and files."""
    url = choice("report_page", "none", lambda one: not one)
    view, ignored = url.read_url()
    language = view.language
    header.show(language, "basket_page")
    with st.container(key=f"{printing.HIDDEN}-report"):
        page_text.title(word("basket_page", language))
        page_text.paragraphs(word("basket_lead", language))
        page_text.ignored(ignored, language)
    url.write_url(language)
    component.report({"lang": language, "strings": section("basket", language)}, key="report")
    printing.foot(good.dataset.version, language)
