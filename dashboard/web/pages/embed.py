"""One chart alone, for an iframe in another page: ``/embed?chart=party-members&places=…&lang=vi&mode=dark``.

It has no header and no filters; a link below it leads to the chart on the full page. ``embed.js``, which the index page
(``index_page``) loads, tells the page around the frame how high the chart is.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import streamlit as st

from dashboard.charts import chart_selection
from dashboard.charts.assets import frontend
from dashboard.charts.palette import DARK, LIGHT, Palette
from dashboard.charts.view import COMPARISON, parse
from dashboard.charts.wording import Wording
from dashboard.language.words import word
from dashboard.web.board import cards
from dashboard.web.board.component import board
from dashboard.web.board.payload import packed
from dashboard.web.components import page_text, printing
from dashboard.web.server.store import Good

_MODES: Final[dict[str, Palette]] = {"light": LIGHT, "dark": DARK}


def show(good: Good) -> None:
    """Show the chart that the address names, or say why there is none."""
    asked = st.query_params.to_dict()
    mode = asked.pop("mode", "")
    dataset = good.dataset
    view, ignored = parse(asked, dataset)
    language = view.language
    said = printing.said(dataset.version, language)
    css = frontend("embed.css") + _background(mode)
    st.html(f'<style>{css}</style><p class="ds-paper">{said}</p>')
    page_text.ignored(ignored, language)
    if not view.chart:
        page_text.info(word("embed_which", language))
        return
    plan = chart_selection.one(dataset, good.figures, view, view.chart)
    if plan is None:
        page_text.info(word("embed_empty", language))
        return
    site = cards.Site.from_environment()
    say = Wording(dataset, good.figures.by_id, language, good.proofs)
    card = cards.card(plan, say, dataset, view, site)
    st.set_page_config(page_title=f"{card['title']} · {word('app', language)}")
    full = view if plan.chart.id == COMPARISON or asked.get("theme") else replace(view, theme=plan.chart.theme)
    link = chart_selection.link(full, dataset, view.chart)
    data = packed(
        [_without_links(card)],
        language=language,
        back=site.at(link) if site.public_url else f"./{link}",  # this page's own address has a name of its own
        mode=mode if mode in _MODES else "",
    )
    board(data, key="board")


def _background(mode: str) -> str:
    """The background as CSS, where the address asks for light or dark whatever the visitor's own theme; else ""."""
    if mode not in _MODES:
        return ""
    return f".stApp, [data-testid=stApp] {{ background: {_MODES[mode]['page']}; }}"


def _without_links(card: cards.Card) -> cards.Card:
    """A card without links to other pages, which would open inside the frame."""
    for mark in card["marks"]:
        for fact in mark["facts"]:
            fact.pop("pair", None)
    return card
