"""Phương pháp / Method: definitions, schemes and rules, from the same data that the charts use."""

from __future__ import annotations

import html

import streamlit as st

from dashboard.checks.articles import LONGEST_PHRASE
from dashboard.language import hedges
from dashboard.language.number_format import format_number
from dashboard.language.words import Language, word
from dashboard.records.dataset import Dataset
from dashboard.records.models.figure import BlankKind
from dashboard.records.models.indicator import Kind
from dashboard.web.components import header, page_text, printing, term_list
from dashboard.web.components.page_url import choice
from dashboard.web.components.term_list import Entry
from dashboard.web.pages import method_indicators, method_rules
from dashboard.web.server.store import Good

_SECTIONS = (
    "about", "indicators", "kinds", "formulas", "schemes", "rules", "hedges", "blanks", "numbers", "levels_heading",
)  # fmt: skip


def show(good: Good) -> None:
    """The page, from what a number is to when two compare."""
    dataset = good.dataset
    url = choice("method_page", "q", lambda text: len(text) <= method_indicators.LONGEST)
    view, ignored = url.read_url()
    language = view.language
    header.show(language, "method_page")
    page_text.title(word("method_heading", language))
    page_text.paragraphs(word("method_lead", language))
    page_text.ignored(ignored, language)
    _contents(language)
    _about(language)
    _head("indicators", language)
    method_indicators.show(good, language)
    url.write_url(language)
    _kinds(language)
    _head("formulas", language)
    method_rules.show_formulas(good, language)
    _head("schemes", language)
    method_rules.show_schemes(dataset, language)
    _head("rules", language)
    method_rules.show_rules(dataset, language)
    _hedges(dataset, language)
    _blanks(language)
    _head("numbers", language)
    page_text.paragraphs(word("method_numbers_read", language), word("method_numbers_written", language))
    _head("levels_heading", language)
    page_text.paragraphs(word("method_levels_before", language), word("method_levels_after", language))
    printing.foot(dataset.version, language)
    st.html("<span data-arrive hidden></span>")  # what the address leads to is there now (page.js)


def _contents(language: Language) -> None:
    links = "".join(
        f'<li><a href="#{name}">{html.escape(word(f"method_{name}", language))}</a></li>' for name in _SECTIONS
    )
    label = html.escape(word("method_contents", language), quote=True)
    st.html(f'<nav class="ds-contents" aria-label="{label}"><ul>{links}</ul></nav>')


def _head(name: str, language: Language) -> None:
    page_text.head(word(f"method_{name}", language), name)


def _about(language: Language) -> None:
    _head("about", language)
    steps = ("typed", "kept", "proven", "conflict", "press")
    page_text.items(word(f"method_step_{step}", language, words=LONGEST_PHRASE) for step in steps)


def _kinds(language: Language) -> None:
    _head("kinds", language)
    page_text.paragraphs(word("method_kinds_lead", language))
    term_list.show(
        (Entry(word(f"kind_{kind}", language), (word(f"kind_means_{kind}", language),)) for kind in Kind), key="kinds"
    )


def _hedges(dataset: Dataset, language: Language) -> None:
    _head("hedges", language)
    page_text.paragraphs(word("method_hedges_lead", language))
    nearness = next((one.nearness for one in dataset.rules.values() if one.nearness), None) or 0
    near = f"{format_number(int(nearness * 100), language)}%"
    term_list.show(
        (
            Entry(
                word(f"hedge_{hedge}", language).capitalize(),
                facts=(
                    (word("hedge_means", language), word(f"hedge_means_{hedge}", language, near=near)),
                    (word("hedge_words", language), ", ".join(hedges.WORDS[hedge])),
                    (word("hedge_sign", language), hedges.SYMBOLS.get(hedge, word(f"hedge_{hedge}", language))),
                ),
            )
            for hedge in hedges.Hedge
        ),
        key="hedges",
    )


def _blanks(language: Language) -> None:
    _head("blanks", language)
    page_text.paragraphs(word("method_blanks_lead", language))
    term_list.show(
        (Entry(word(f"blank_{kind}", language), (word(f"blank_means_{kind}", language),)) for kind in BlankKind),
        key="blanks",
    )
